"""Screens that call nobody back who is gone."""

# pyright: reportPrivateUsage=false

from collections.abc import Callable
from typing import Any, TypeVar

from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

Answer = TypeVar("Answer")


class CallingBackWhatStands(Screen[Answer]):
    """A screen that drops what was to be done after the next drawing for a part that was taken away meanwhile.

    Textual calls it all the same: it finds none of the parts that it looks for, and the screen deals with no message
    any more. No issue is known; it can go when Textual drops it itself.
    """

    async def _invoke_and_clear_callbacks(self) -> None:
        self._callbacks[:] = [
            (call, sender) for call, sender in self._callbacks if not any(map(goes, (sender, _whose(call))))
        ]
        await super()._invoke_and_clear_callbacks()


def goes(node: object) -> bool:
    """Return whether something is a part of a screen that was taken away, or is being taken away."""
    return (
        isinstance(node, DOMNode)
        and not isinstance(node, App)
        and (not node.is_attached or any(each._pruning for each in node.ancestors_with_self))
    )


def _whose(call: Callable[..., Any]) -> object:
    return getattr(getattr(call, "func", call), "__self__", None)

"""Widgets of which a part is left to be written, checked as ``abc`` does."""

# pyright: reportPrivateUsage=false

from abc import ABCMeta

from textual.message_pump import _MessagePumpMeta


class AbstractWidgetMeta(ABCMeta, _MessagePumpMeta):
    """Textual's widgets have a metaclass of their own, so that ``ABC`` cannot stand beside them.

    No issue is known; this can go when a widget may also derive from ``ABC``.
    """

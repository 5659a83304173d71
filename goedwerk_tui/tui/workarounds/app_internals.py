"""What an app does by itself: reading its styles, and telling of a fault, or of something else."""

# pyright: reportPrivateUsage=false

import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from textual.app import App
from textual.binding import ActiveBinding
from textual.css.query import NoMatches
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode, NoScreen
from textual.notifications import Notification, Notify, SeverityLevel
from textual.widget import MountError
from textual.widgets._toast import Toast, ToastHolder, ToastRack
from textual.worker import WorkerFailed

from goedwerk_tui.tui.workarounds.late_callbacks import goes


def in_usual_order(found: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Return bindings in the order in which each class gives them.

    Textual puts the ones with another key than usual behind the others. No issue is known; it can go when it does not.
    """
    nodes: dict[DOMNode, list[str | None]] = {}
    bindings = list(found)
    for each in bindings:
        if each.node not in nodes:
            nodes[each.node] = [one.id for many in each.node._bindings.key_to_bindings.values() for one in many]
    number = {node: at for at, node in enumerate(nodes)}

    def place(each: ActiveBinding) -> tuple[int, int]:
        ids = nodes[each.node]
        return number[each.node], ids.index(each.binding.id) if each.binding.id in ids else len(ids)

    return sorted(bindings, key=place)


class LastingStylesheet(Stylesheet):
    """Textual's own, except that what was read is kept as long as the theme is.

    For each new screen Textual reads every style anew, twice, though nothing in them changed; that takes some 60 ms, in
    which no key is taken in. No issue is known; it can go when the first showing of a screen reads its own file alone.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        """Take the colours and the like that the styles refer to."""
        super().__init__(variables=variables)
        self._referred_to = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forget what was read only when it refers to something else."""
        if variables != self._referred_to:
            super().set_variables(variables)
            self._referred_to = variables

    def reparse(self) -> None:
        """Read what is new, or everything when the theme has changed."""
        self.parse()


class TracelessApp(App[object]):
    """An app that says itself what ended it.

    Textual prints a traceback for every fault, and has no public way to do something else. No issue is known; it can go
    when there is one.
    """

    _ends = False

    async def _shutdown(self) -> None:
        self._ends = True
        await super()._shutdown()

    def _handle_exception(self, error: Exception) -> None:
        # What was still going on finds its widgets gone while all is taken down. By then everything is kept.
        if self._ends or _worked_for_what_goes(error):
            self.log.warning(repr(error))
        else:
            super()._handle_exception(error)

    def fell(self) -> None:
        """Keep what can be kept: a fault of ours ends the app. The fault is the one that is being handled."""

    def panic(self, *renderables: object) -> None:
        """End as at every fault of ours: what Textual has to say of it is not for a person."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        self.fell()
        self._close_messages_no_wait()


def _worked_for_what_goes(error: Exception) -> bool:
    """Whether a worker looked for a part of a page that was closed meanwhile: nobody waits for it any more.

    Textual takes the parts of a page away one by one, and stops its workers after that. In between they find nothing.
    No issue is known; it can go when the workers are stopped first.
    """
    if not isinstance(error, WorkerFailed) or not isinstance(error.error, NoMatches | NoScreen | MountError):
        return False
    callers = (frame.f_locals.get("self") for frame, _ in traceback.walk_tb(error.error.__traceback__))
    return any(map(goes, callers))


@dataclass
class _Message(Notification):
    """Something that is said."""

    fact: str = ""
    """What stays of it when ctrl+z does something else than it says; empty for what says nothing of ctrl+z."""


def _fact_of(message: Notification) -> str:
    """Return what happened by what a message says; empty for what answers a key alone."""
    return message.fact if isinstance(message, _Message) else ""


class Messages(App[object]):
    """An app that says what happened for as long as it takes to read, and drops an answer when the next thing is done.

    Textual lets each message stand for its seconds, over whatever comes in its place, and one under the other. It has
    no public way to take one away, or to shorten it, and leaves behind what held it, with a row of its own. No issue is
    known; it can go when there is one.
    """

    def __init__(self) -> None:
        """Have said nothing."""
        super().__init__()
        self._read: list[Notification] = []
        """What stood there when the last key was pressed."""
        self._about_act: _Message | None = None
        """What was said of the last act of which it was said that ctrl+z takes it back."""

    def note_messages(self) -> None:
        """Take down what stands there at the beginning of something that a person does."""
        self._read = list(self._notifications)

    def drop_messages(self) -> None:
        """Take away the answers that stood there already before the last key."""
        self._take_away(each for each in self._read if each.severity == "information" and not _fact_of(each))

    def end_offer(self) -> None:
        """Say no longer that ctrl+z takes the last act back; what happened stands."""
        told = self._about_act
        if told is None or told.message == told.fact:
            return
        told.message = told.fact
        for screen in chain.from_iterable(self._screen_stacks.values()):
            for toast in screen.query(Toast):
                toast.refresh(layout=True)

    def drop_taken_back(self) -> None:
        """Take away what was said of the last act: that was taken back."""
        told, self._about_act = self._about_act, None
        self._take_away([told] if told else [])

    def _take_away(self, messages: Iterable[Notification]) -> None:
        gone = [each for each in messages if each in self._notifications]
        for each in gone:
            self._unnotify(each, refresh=False)
        if gone:
            self._refresh_notifications()

    def _refresh_notifications(self) -> None:
        super()._refresh_notifications()
        self.call_later(self._clear_up)

    def _clear_up(self) -> None:
        """Take away what held a message that has gone."""
        if not self._screen_stack:
            return
        stand = {ToastRack._toast_id(each) for each in self._notifications}
        for holder in self.screen.query(ToastHolder):
            if holder.id not in stand:
                holder.remove()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
        offer: str = "",
    ) -> None:
        """Say something, in the place of an answer of before the last key, and of the same words.

        Args:
            message: what is said.
            title: what stands above it.
            severity: how bad it is; only what is information may be an answer.
            timeout: for how many seconds it stands; None for as long as usual.
            markup: whether it is markup.
            offer: the sentence that says by ctrl+z what was done is taken back; it stands as long as that is so.
        """
        self.drop_messages()
        self._take_away([each for each in self._notifications if message in (each.message, _fact_of(each))])
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        said = _Message(f"{message} {offer}".rstrip(), title, severity, seconds, markup, fact=message if offer else "")
        if offer:
            self.end_offer()
            self._about_act = said
        self.post_message(Notify(said))

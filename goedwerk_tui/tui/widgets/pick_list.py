"""Options to choose from, none of which is chosen by a key that was meant for something else."""

from textual.message import Message

from goedwerk_tui.tui.workarounds.marked_list import MarkedList


class PickList(MarkedList):
    """A list in which nothing is lit until the person moves to it: an Enter that meant ‘go on’ chooses nothing."""

    class NothingLit(Message):
        """Enter was pressed with no option in front."""

    def words_for(self, action: str) -> str:
        """Return what Enter does, once an option is in front."""
        return "" if self.highlighted is None else super().words_for(action)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Show what Enter does now."""
        super().watch_highlighted(highlighted)
        self.refresh_bindings()

    def action_select(self) -> None:
        """Choose the option in front; where there is none, say so."""
        if self.highlighted is None:
            self.post_message(self.NothingLit())
        else:
            super().action_select()

"""Options to choose from, none of which is chosen by a key that was meant for something else."""

from textual.message import Message

from goedwerk_tui.tui.workarounds.marked_list import MarkedList


class PickList(MarkedList):
    """A list in which nothing is lit until the person moves to it: an Enter that meant ‘go on’ chooses nothing."""

    class NothingLit(Message):
        """Enter was pressed with no option in front."""

    def action_select(self) -> None:
        """Choose the option in front; where there is none, say so."""
        if self.highlighted is None:
            self.post_message(self.NothingLit())
        else:
            super().action_select()

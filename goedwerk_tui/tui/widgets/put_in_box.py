"""Putting text in a box that was typed elsewhere, apart from what stands there."""

from goedwerk_tui.base.text import behind, space_after
from goedwerk_tui.tui.widgets.editor import Editor, LineEditor


def put_behind(box: Editor | LineEditor, text: str) -> None:
    """Put what was held behind what stands in a box, and the cursor behind that."""
    if isinstance(box, LineEditor):
        box.cursor_position = len(box.value)
        box.insert_text_at_cursor(" ".join(behind(box.value, text).split("\n")))
    else:
        box.move_cursor(box.document.end)
        box.insert(behind(box.text, text))


def insert_sign(box: Editor | LineEditor, typed: str, *, apart: bool) -> None:
    """Put a sign in a box where the cursor is: apart from the text of which that is the end.

    Args:
        box: the box.
        typed: the sign.
        apart: whether a space was typed before it, which keeps it apart elsewhere too.
    """
    if isinstance(box, LineEditor):
        stands, at_the_end = box.value, box.cursor_position == len(box.value)
    else:
        stands, at_the_end = box.text, box.cursor_location == box.document.end
    text = behind(stands, typed) if at_the_end else f"{space_after(stands) if apart else ''}{typed}"
    if isinstance(box, LineEditor):
        box.insert_text_at_cursor(" ".join(text.split("\n")))
    else:
        box.insert(text)

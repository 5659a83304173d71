"""Pictures of what a person wrote, where one would rather look than read.

A picture is a frozen value, made from a sequence of entries and the programme alone. So the same function serves the
screen, which gives all that is there, and an export, which gives what may leave. It knows no screen and draws nothing.
"""

from goedwerk_tui.guidance.insight.picture import GroupForm, Picture, PictureGroup, PictureMark, TooLittle

__all__ = ["GroupForm", "Picture", "PictureGroup", "PictureMark", "TooLittle"]

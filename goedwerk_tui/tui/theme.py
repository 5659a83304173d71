"""The four looks: ink on paper. A colour says which dimension it is and nothing else; focus, choice and state are said
by lines, bars, weight and words."""

from textual.theme import Theme


def _look(  # noqa: PLR0913 - one name a colour
    name: str,
    *,
    text: str,
    background: str,
    surface: str,
    muted: str,
    off: str,
    line: str,
    focus: str,
    chosen: tuple[str, str],
    rest: tuple[str, str],
    warning: str,
    dimensions: tuple[str, str, str, str],
    dark: bool = True,
    ansi: bool = False,
) -> Theme:
    """Return a look.

    Args:
        name: what the settings call it.
        text: the colour of text.
        background: the page.
        surface: the bars and the boxes to write in.
        muted: text about something.
        off: what is there, but not now.
        line: frames and rules.
        focus: the frame of what has the keyboard, and marks.
        chosen: text and background of the row in front, where the keyboard is.
        rest: the same where the keyboard is elsewhere; also of windows and of what is pointed at.
        warning: text that warns.
        dimensions: of the whole, vakmanschap, verantwoordelijkheid and betrokkenheid.
        dark: whether the page is darker than the text.
        ansi: whether these are colours of the terminal.
    """
    whole, craft, responsibility, involvement = dimensions
    reverse = "reverse" if ansi else "none"
    return Theme(
        name=name,
        primary=focus,
        secondary=muted,
        accent=focus,
        warning=warning,
        error=warning,
        success=focus,
        foreground=text,
        background=background,
        surface=surface,
        panel=rest[1],
        boost=surface,
        text_alpha=1.0,
        dark=dark,
        ansi=ansi,
        variables={
            "muted": muted,
            "off": off,
            "line": line,
            "focus": focus,
            "chosen-text": chosen[0],
            "chosen": chosen[1],
            "chosen-style": reverse,
            "rest-text": rest[0],
            "rest": rest[1],
            "geheel": whole,
            "vakmanschap": craft,
            "verantwoordelijkheid": responsibility,
            "betrokkenheid": involvement,
            # What Textual's own parts go by.
            "ansi-foreground": text,
            "ansi-background": background,
            "text": text,
            "text-muted": muted,
            "text-disabled": off,
            "border": focus,
            "border-blurred": line,
            "block-cursor-foreground": chosen[0],
            "block-cursor-background": chosen[1],
            "block-cursor-text-style": reverse,
            "block-cursor-blurred-foreground": rest[0],
            "block-cursor-blurred-background": rest[1],
            "block-hover-background": rest[1],
            "input-cursor-foreground": background,
            "input-cursor-background": focus,
            "input-cursor-text-style": reverse,
            "link-color": text,
            "link-color-hover": chosen[0],
            "link-background-hover": chosen[1],
            "input-selection-foreground": chosen[0],
            "input-selection-background": chosen[1],
            "screen-selection-foreground": chosen[0],
            "screen-selection-background": chosen[1],
        },
    )


DARK = _look(
    "donker",
    text="#dedbd3",
    background="#16181a",
    surface="#1d2023",
    muted="#a9a79f",
    off="#918f87",
    line="#4b5157",
    focus="#f2ead6",
    chosen=("#ffffff", "#2f3d49"),
    rest=("#dedbd3", "#24282c"),
    warning="#e8a37c",
    dimensions=("#cfc3a6", "#8fbadb", "#e0b968", "#a0cb8b"),
)
LIGHT = _look(
    "licht",
    text="#1f2328",
    background="#fbf9f4",
    surface="#f2efe7",
    muted="#55564f",
    off="#666660",
    line="#bdb8aa",
    focus="#1f2328",
    chosen=("#0c1116", "#d5e0e8"),
    rest=("#1f2328", "#ebe7dc"),
    warning="#8f3f12",
    dimensions=("#6a5c3e", "#1a6390", "#8a5a0a", "#3a7026"),
    dark=False,
)
CONTRAST = _look(
    "contrast",
    text="#ffffff",
    background="#000000",
    surface="#000000",
    muted="#d6d6d6",
    off="#a6a6a6",
    line="#8c8c8c",
    focus="#ffff00",
    chosen=("#000000", "#ffff00"),
    rest=("#ffffff", "#333333"),
    warning="#ffb080",
    dimensions=("#ffffff", "#7fdfff", "#ffdf5f", "#9fff7f"),
)
_DEFAULT = "ansi_default"
TERMINAL = _look(
    "terminal",
    # Nobody knows what a terminal makes of its sixteen colours, so text wears its usual one, and is reversed.
    text=_DEFAULT,
    background=_DEFAULT,
    surface=_DEFAULT,
    muted=_DEFAULT,
    off=_DEFAULT,
    line=_DEFAULT,
    focus=_DEFAULT,
    chosen=(_DEFAULT, _DEFAULT),
    rest=(_DEFAULT, _DEFAULT),
    warning=_DEFAULT,
    dimensions=(_DEFAULT, _DEFAULT, _DEFAULT, _DEFAULT),
    ansi=True,
)
THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)
DESCRIPTIONS = {
    "donker": "Donker",
    "licht": "Licht",
    "contrast": "Hoog contrast",
    "terminal": "Kleuren van je terminal",
}

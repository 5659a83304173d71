"""What to do with a pasted text that holds a line too long to edit."""

from goedwerk_tui.base.trouble import Trouble
from goedwerk_tui.journal import Kind
from goedwerk_tui.tui.screens.base import GoedWerkScreen
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.widgets.editor import Editor


async def ask_about_huge_line(screen: GoedWerkScreen[None], editor: Editor, text: str) -> None:
    """Offer to keep the text as a note; to be awaited in a worker of the screen.

    The text is nowhere but in this window until one of the answers is given, so closing it asks nothing more.
    """
    answers = [
        ("note", "Zet hem als losse notitie in het dagboek"),
        ("insert", "Plak hem toch hier"),
        ("drop", "Laat maar"),
    ]
    question = (
        f"Deze tekst heeft een regel van meer dan {len(text) // 1000 * 1000} tekens. Hij past hier wel, "
        "maar dan wordt typen in dit vak traag."
    )
    answer = await screen.shell.ask(QuestionScreen(question, answers))
    if answer == "insert":
        editor.insert(text)
    elif answer == "note":
        try:
            await screen.workspace.write(lambda journal: journal.add(Kind.NOTE, text))
        except Trouble as trouble:
            screen.shell.show_error(trouble)
            editor.insert(text)
            return
        screen.shell.show_message("De tekst staat als notitie in je dagboek.")
        screen.shell.journal_changed()

"""What is done to an entry by one key, wherever it is in front: each says so, and ctrl+z takes it back."""

import asyncio

from goedwerk_tui.base.text import quoted
from goedwerk_tui.guidance.exercises.made import made_beside, names_of_made
from goedwerk_tui.guidance.wiping_messages import what_may_leave_without
from goedwerk_tui.guidance.words import origin_line
from goedwerk_tui.journal import Journal, Kind, Mark
from goedwerk_tui.programme import ContentError
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.mark_messages import about_mark, mark_taken_back
from goedwerk_tui.tui.screens.question import QuestionScreen
from goedwerk_tui.tui.shell import Shell

_VERBS = {Mark.BRING: "bring", Mark.NEVER_LEAVE: "never_leave"}


def mark_entry(shell: Shell, entry_id: str, mark: Mark, on: bool, also: str = "") -> None:
    """Give an entry a mark, or take it away; ``also`` is said behind it, as is what comes to leave by it later."""
    if mark is Mark.BRING and on and _grows(shell, entry_id):
        also = f"{also} Wat er later bij komt, gaat ook mee.".lstrip()
    said = f"{about_mark(mark, on, shell.key_for(_VERBS[mark]))} {also}".rstrip()
    if mark is Mark.NEVER_LEAVE and on:
        _keep_back(shell, (entry_id,), said, _named(shell, entry_id))
        return
    shell.act(
        lambda journal: journal.mark(entry_id, mark, on),
        said,
        lambda journal: journal.mark(entry_id, mark, not on),
        f"{_named(shell, entry_id)} {mark_taken_back(mark, on)}.",
    )


async def keep_back(shell: Shell, entry_id: str) -> None:
    """Let an entry never leave, and what it made too when the person says so; to be awaited in a worker."""
    assert shell.workspace is not None, "something was done to an entry before the journal was open"
    journal = shell.workspace.journal
    made = await asyncio.to_thread(made_beside, [entry_id], tuple(journal.entries.values()))
    never = journal.marked(Mark.NEVER_LEAVE)
    made = tuple(each for each in made if each.id not in never)
    if not made:
        mark_entry(shell, entry_id, Mark.NEVER_LEAVE, True)
        return
    one = len(made) == 1
    asked = f"Hieruit kwam ook {names_of_made(made)}. {'Gaat dat' if one else 'Gaan die'} ook nooit mee?"
    answers = [("all", "Ja, niets hiervan gaat mee"), ("this", "Nee, alleen dit stuk gaat nooit mee")]
    answer = await shell.ask(QuestionScreen(asked, answers))
    if answer == "all":
        _keep_back_all(shell, (entry_id, *(each.id for each in made)))
    elif answer == "this":
        mark_entry(shell, entry_id, Mark.NEVER_LEAVE, True, "Wat eruit kwam mag nog wel mee.")


async def let_go(shell: Shell, entry_id: str) -> None:
    """Let an entry leave again, and say what it made that still never does."""
    assert shell.workspace is not None, "something was done to an entry before the journal was open"
    journal = shell.workspace.journal
    never = journal.marked(Mark.NEVER_LEAVE)
    made = await asyncio.to_thread(made_beside, [entry_id], tuple(journal.entries.values()))
    shut_in = tuple(each for each in made if each.id in never)
    stays = f"Wat eruit kwam gaat nog nooit mee: {names_of_made(shut_in)}." if shut_in else ""
    mark_entry(shell, entry_id, Mark.NEVER_LEAVE, False, stays)


def _keep_back_all(shell: Shell, entry_ids: tuple[str, ...]) -> None:
    said = f"{_named(shell, entry_ids[0])} gaat nooit mee, en wat eruit kwam ook niet."
    offer = "Met ctrl+z mag het allemaal weer mee."
    _keep_back(shell, entry_ids, said, f"{_named(shell, entry_ids[0])} en wat eruit kwam", offer=offer)


def _keep_back(shell: Shell, entry_ids: tuple[str, ...], said: str, named: str, *, offer: str = "") -> None:
    """Let entries never leave. Who takes that back has the marks to bring back too: those went with it."""
    assert shell.workspace is not None, "something was done to an entry before the journal was open"
    brought = shell.workspace.journal.marked(Mark.BRING).intersection(entry_ids)

    def shut_in(journal: Journal) -> None:
        for each in entry_ids:
            journal.mark(each, Mark.NEVER_LEAVE, True)

    def as_before(journal: Journal) -> None:
        for each in entry_ids:
            journal.mark(each, Mark.NEVER_LEAVE, False)
        for each in brought:
            journal.mark(each, Mark.BRING, True)

    taken_back = mark_taken_back(Mark.NEVER_LEAVE, True)
    if brought.issuperset(entry_ids):
        taken_back = mark_taken_back(Mark.BRING, False)
    shell.act(
        lambda journal: journal.apply(shut_in),
        said,
        lambda journal: journal.apply(as_before),
        f"{named} {taken_back}.",
        offer=offer,
    )


def throw_away(shell: Shell, entry_id: str, what: str = "het") -> None:
    """Lay an entry in the trash; ``what`` is the word for it in ‘komt … terug’."""
    assert shell.workspace is not None, "something was thrown away before the journal was open"
    then = what_may_leave_without((entry_id,), shell.workspace.journal)
    shell.act(
        lambda journal: journal.trash(entry_id),
        f"{_named(shell, entry_id)} ligt in de prullenbak. {then}".rstrip(),
        lambda journal: journal.restore(entry_id),
        f"{_named(shell, entry_id)} is uit de prullenbak.",
        offer=f"Met ctrl+z komt {what} terug.",
    )


def restore(shell: Shell, entry_id: str) -> None:
    """Take an entry out of the trash."""
    shell.act(
        lambda journal: journal.restore(entry_id),
        f"{_named(shell, entry_id)} staat weer in je dagboek.",
        lambda journal: journal.trash(entry_id),
        f"{_named(shell, entry_id)} ligt weer in de prullenbak.",
        offer="Met ctrl+z gaat het terug naar de prullenbak.",
    )


def _grows(shell: Shell, entry_id: str) -> bool:
    """Return whether an entry is the one result of an exercise that grows, by which what is added later leaves too."""
    assert shell.workspace is not None, "something was done to an entry before the journal was open"
    entry, pack = shell.workspace.journal.entries[entry_id], shell.workspace.pack
    if entry.kind is not Kind.EXERCISE or entry.origin is None or not pack.knows(entry.origin.step):
        return False
    try:
        step = pack.step(entry.origin.step)
    except ContentError:
        return False
    return isinstance(step, Exercise) and step.result == "collection"


def _named(shell: Shell, entry_id: str) -> str:
    """Return what an entry is, without its words: ctrl+z works on every screen, and somebody may look along."""
    assert shell.workspace is not None, "something was done to an entry before the journal was open"
    entry = shell.workspace.journal.entries[entry_id]
    return quoted(origin_line(entry))

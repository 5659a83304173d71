"""Where what waits on Thuis is taken up: what is due, and what was being typed when the program last ended."""

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.collections import conditions, own_words
from goedwerk_tui.guidance.reminders import intentions, month, outcomes, week_log
from goedwerk_tui.guidance.reminders.intentions import Intention
from goedwerk_tui.guidance.reminders.month import Month
from goedwerk_tui.guidance.reminders.offers import Offer, OfferKind
from goedwerk_tui.guidance.route import stops
from goedwerk_tui.guidance.words import ENTRY_KINDS
from goedwerk_tui.journal import Entry, Journal, Kind, Origin, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.pages import WAITING
from goedwerk_tui.tui.routes import Asking, AskRoute, MonthRoute, Route, StepRoute, WeekLogRoute, WriteRoute
from goedwerk_tui.tui.shell import Shell
from goedwerk_tui.tui.workspace import Workspace


def keys_of(offer: Offer, widest: int) -> str:
    """Return the keys of an offer on Thuis, as wide as the widest of them, so that they stand below each other."""
    keys = f"{offer.key}  {offer.does:<{widest}}"
    return f"Del  niet   {keys}" if offer.waiting is OfferKind.MONTH else keys


def where_it_waits(shell: Shell, waiting: OfferKind) -> Route:
    """Return where to take up what waits: a month that is offered, or the answer to an intention. Else its page."""
    if waiting is OfferKind.INTENTIONS and (answer := _intention_to_answer(shell)):
        return answer
    offered = _offered_month(shell) if waiting is OfferKind.MONTH else None
    return MonthRoute(offered) if offered else WAITING[waiting].route


def _intention_to_answer(shell: Shell) -> Route | None:
    """Return where to answer the intention that waits longest."""
    assert shell.workspace is not None
    journal = shell.workspace.journal
    due = intentions.due(journal, local(journal.now()).date())
    if not due or shell.workspace.read_only:
        return None
    return where_to_tell(due[0], shell.workspace)


def where_to_tell(intention: Intention, workspace: Workspace) -> Route:
    """Return where to tell how an intention went: what came of a prediction in a log is asked first, and kept there."""
    if outcomes.logged(workspace.journal, intention.entry):
        return AskRoute(Asking.OUTCOME, intention.entry.id)
    return page_to_tell(intention, workspace)


def page_to_tell(intention: Intention, workspace: Workspace, told: str = "") -> WriteRoute:
    """Return the page to tell how an intention went, with its words above it and what was told already."""
    about = "\n\n".join(filter(None, (intention.entry.text, told)))
    return WriteRoute(origin=intentions.origin_of(intention, workspace.pack.programme.id), about=about)


def _offered_month(shell: Shell) -> Month | None:
    assert shell.workspace is not None
    journal = shell.workspace.journal
    return month.offered(journal, local(journal.now()).date(), shell.every)


def decline_month(shell: Shell) -> None:
    """Offer the month that is offered no more."""
    if shell.workspace is None or shell.workspace.read_only:
        return
    if offered := _offered_month(shell):
        shell.act(
            lambda journal: month.set_seen(journal, offered),
            f"Thuis biedt {offered.title} niet meer aan. Met ctrl+p kan het altijd nog.",
            lambda journal: month.offer_again(journal, offered),
            f"Thuis biedt {offered.title} weer aan.",
            offer="Met ctrl+z biedt Thuis het weer aan.",
        )


def where_it_was_typed(draft: Draft, workspace: Workspace) -> Route:
    """Return the page where a draft was being typed, or one that shows it when that page is no more."""
    origin = draft.origin
    if exercise := _exercise_of(draft, workspace.pack):
        return StepRoute(exercise)
    # A draft that goes by the id of an entry was typed on a page for that entry alone.
    if origin and draft.key.startswith(f"{origin.step}/") and (found := _finds_by_itself(origin, workspace)):
        return found
    about = _live(workspace.journal, origin.item) if origin else None
    return WriteRoute(draft=draft, about=about.text if about else "")


def _exercise_of(draft: Draft, pack: Pack) -> str:
    """Return the step of the exercise that a draft is half-done work of; empty when there is none any more."""
    step_id = draft.key.partition("/")[0]
    try:
        step = pack.step(step_id) if draft.kind is Kind.EXERCISE and pack.knows(step_id) else None
    except ContentError:
        return ""
    return step_id if isinstance(step, Exercise) else ""


def _finds_by_itself(origin: Origin, workspace: Workspace) -> Route | None:
    """Return the page that finds its draft by itself, if there is one."""
    if _still_asks(workspace.pack, origin):
        return StepRoute(origin.step, origin.item)
    if origin.step == month.STEP and (found := Month.of(origin.item)):
        return MonthRoute(found)
    if origin.step == week_log.STEP and (page := week_log.page_of(origin.item)):
        return WeekLogRoute(*page)
    if origin.step == own_words.MEANING and _live(workspace.journal, origin.item):
        return AskRoute(Asking.MEANING, origin.item)
    condition = conditions.planned(origin)
    return AskRoute(Asking.PLAN, condition) if _live(workspace.journal, condition) else None


def _still_asks(pack: Pack, origin: Origin) -> bool:
    """Whether the programme has the question, or the exercise, now too."""
    try:
        step = pack.step(origin.step) if pack.knows(origin.step) else None
    except ContentError:
        return False
    return isinstance(step, Exercise) or (step is not None and any(each.item == origin.item for each in stops(step)))


def _live(journal: Journal, entry_id: str) -> Entry | None:
    entry = journal.entries.get(entry_id)
    return entry if entry and entry.state is State.LIVE else None


def what_is_ready(draft: Draft) -> str:
    """Say that something was being typed, and where; what answers nothing there is a note in the making."""
    origin = draft.origin
    if origin and not origin.item:
        return f"Bij ‘{origin.step_title}’ staat een losse zin klaar"
    where = f"bij ‘{origin.step_title}’" if origin else f"als {ENTRY_KINDS[draft.kind]}"
    return f"Er staat iets klaar, nog niet af, {where}"

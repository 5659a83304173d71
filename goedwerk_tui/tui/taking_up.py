"""Opening what waits on Thuis. The same pages open when nothing waits there."""

from typing import TYPE_CHECKING

from goedwerk_tui.base.clock import local
from goedwerk_tui.guidance.between import month, week_log
from goedwerk_tui.guidance.between.offers import Offer, Waiting
from goedwerk_tui.guidance.route import stops
from goedwerk_tui.guidance.standing import conditions, own_words
from goedwerk_tui.journal import Entry, Kind, Origin, State
from goedwerk_tui.journal.drafts import Draft
from goedwerk_tui.programme import ContentError, Pack
from goedwerk_tui.programme.exercises import Exercise
from goedwerk_tui.tui.screen import GoedWerkScreen

if TYPE_CHECKING:
    from goedwerk_tui.tui.app import GoedWerkApp


def keys_of(offer: Offer) -> str:
    """Return the keys of an offer on Thuis, as wide as those of others, so that they stand below each other."""
    keys = f"{offer.key}  {offer.does:<7}"
    return f"x  niet   {keys}" if offer.waiting is Waiting.MONTH else keys


def take_up(app: "GoedWerkApp", waiting: Waiting) -> None:
    """Open what waits."""
    match waiting:
        case Waiting.MEETING:
            from goedwerk_tui.tui.screens.meetings import MeetingsScreen

            app.push_screen(MeetingsScreen())
        case Waiting.INTENTIONS:
            from goedwerk_tui.tui.screens.intentions import IntentionsScreen

            app.push_screen(IntentionsScreen())
        case Waiting.WEEK_LOG:
            from goedwerk_tui.tui.screens.week_log import WeekLogScreen

            app.push_screen(WeekLogScreen())
        case Waiting.MONTH:
            _look_back(app)
        case Waiting.AGAIN:
            from goedwerk_tui.tui.screens.again import ask_about_again

            app.run_worker(ask_about_again(app), group="asking", exclusive=True)
        case Waiting.THEN:
            from goedwerk_tui.tui.screens.on_this_day import OnThisDayScreen

            app.push_screen(OnThisDayScreen())


def _look_back(app: "GoedWerkApp") -> None:
    """Open the month that is offered, or the list of months."""
    from goedwerk_tui.tui.screens.month import MonthScreen, MonthsScreen

    assert app.keeper is not None
    journal = app.keeper.journal
    offered = month.offered(journal, local(journal.now()).date(), app.every)
    app.push_screen(MonthScreen(offered) if offered else MonthsScreen())


def decline_month(app: "GoedWerkApp") -> None:
    """Offer the month that is offered no more."""
    keeper = app.keeper
    if keeper is None or keeper.read_only:
        return
    offered = month.offered(keeper.journal, local(keeper.journal.now()).date(), app.every)
    if offered:
        said = f"Thuis biedt {offered.title} niet meer aan. Met k of ctrl+p kan het altijd nog."
        app.write(lambda journal: month.set_seen(journal, offered), then=lambda _: app.say(said))


def take_up_draft(over: GoedWerkScreen[None], draft: Draft) -> None:
    """Go on, over a screen, with what was being typed when the program last ended, on the page where that was."""
    from goedwerk_tui.tui.screens.intentions import IntentionScreen
    from goedwerk_tui.tui.screens.own_prompts import PromptScreen
    from goedwerk_tui.tui.screens.writing import WritingScreen

    origin = draft.origin
    # A draft that goes by the id of an entry was typed on a page for that entry alone.
    if origin and draft.key.startswith(f"{origin.step}/") and _open_where_it_was(over, origin):
        return
    about = _live(over, origin.item) if origin else None
    own_pages = {Kind.INTENTION: IntentionScreen, Kind.PROMPT: PromptScreen}
    page = WritingScreen if origin else own_pages.get(draft.kind, WritingScreen)
    over.goedwerk.push_screen(page(draft=draft, about=about.text if about else ""))


def _open_where_it_was(over: GoedWerkScreen[None], origin: Origin) -> bool:
    """Open a page that finds its draft by itself. Returns whether there is one."""
    app = over.goedwerk
    if _still_asks(over.keeper.pack, origin):
        app.open_step(origin.step, item=origin.item)
    elif origin.step == month.STEP and (found := month.Month.of(origin.item)):
        from goedwerk_tui.tui.screens.month import MonthScreen

        app.push_screen(MonthScreen(found))
    elif origin.step == week_log.STEP and (page := week_log.page_of(origin.item)):
        from goedwerk_tui.tui.screens.week_log import WeekLogScreen

        app.push_screen(WeekLogScreen(*page))
    elif origin.step == own_words.MEANING and (word := _live(over, origin.item)):
        app.run_worker(_ask_for_meaning(over, word), group="asking", exclusive=True)
    elif condition := _live(over, conditions.planned(origin)):
        app.run_worker(_ask_for_plan(over, condition), group="asking", exclusive=True)
    else:
        return False
    return True


def _still_asks(pack: Pack, origin: Origin) -> bool:
    """Whether the programme has the question, or the exercise, now too."""
    try:
        step = pack.step(origin.step) if pack.knows(origin.step) else None
    except ContentError:
        return False
    return isinstance(step, Exercise) or (step is not None and any(each.item == origin.item for each in stops(step)))


async def _ask_for_meaning(over: GoedWerkScreen[None], word: Entry) -> None:
    from goedwerk_tui.tui.screens.own_words import ask_for_meaning

    await ask_for_meaning(over, word)
    over.goedwerk.journal_changed()  # the draft is gone, also when the line was left


async def _ask_for_plan(over: GoedWerkScreen[None], condition: Entry) -> None:
    from goedwerk_tui.tui.screens.conditions import ask_for_plan

    await ask_for_plan(over, condition)
    over.goedwerk.journal_changed()


def _live(over: GoedWerkScreen[None], entry_id: str) -> Entry | None:
    entry = over.keeper.journal.entries.get(entry_id)
    return entry if entry and entry.state is State.LIVE else None

"""A sort: cards laid in columns or rings, after the forced-quota sorts of Q-methodology.

W. Stephenson, The Study of Behavior: Q-Technique and Its Methodology, 1953.

A quota is a help, not a lock: any card goes anywhere, and what doesn't fit yet is shown.
"""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import ClassVar

import msgspec
from msgspec import Struct

from goedwerk_tui.base.text import quoted
from goedwerk_tui.guidance.exercises.framed import Framed, fold
from goedwerk_tui.guidance.exercises.own_ids import is_own, lasting_id, own_id
from goedwerk_tui.guidance.exercises.state import Made, joined
from goedwerk_tui.guidance.words import how_many
from goedwerk_tui.programme.exercises import ExerciseKind, SortParts

NOT_LAID = "Nog niet gelegd"


class PlacedCard(Struct, frozen=True, kw_only=True):
    """A card, and the column in which it lies; an empty one for the pile."""

    id: str
    text: str
    note: str = ""
    column: str = ""
    ready: bool = False
    """Whether it is one's own from an earlier time, that lay ready."""


class ShownColumn(Struct, frozen=True, kw_only=True):
    """A column as it was shown."""

    id: str
    name: str
    quota: int | None = None


class RankedCard(Struct, frozen=True):
    """A card in a picture."""

    text: str
    was: str = ""
    """Where it lay in the other: the name of the column there; empty when it lay here, or was not there."""
    rose: int = 0
    """How many columns it moved toward the first since then; negative for away from it."""


class Ranked(Struct, frozen=True):
    """A column in a picture."""

    name: str
    cards: tuple[RankedCard, ...]


class Sort(Framed, frozen=True, kw_only=True, tag="sort", tag_field="exercise"):
    """A sort as it stands. The cards of a column lie in the order in which they came."""

    EXERCISE: ClassVar[ExerciseKind] = "sort"

    shape: str
    columns: tuple[ShownColumn, ...]
    cards: tuple[PlacedCard, ...]
    own_card: str = ""
    colliding: str = ""
    collisions: tuple[tuple[str, str], ...] = ()

    @property
    def pile(self) -> tuple[PlacedCard, ...]:
        """The cards that lie nowhere yet."""
        return self.lying("")

    def lying(self, column: str) -> tuple[PlacedCard, ...]:
        """Return the cards of a column."""
        return tuple(card for card in self.cards if card.column == column)

    def card(self, card_id: str) -> PlacedCard:
        """Return a card. Raises StopIteration when there is none with this id."""
        return next(card for card in self.cards if card.id == card_id)

    @property
    def begun(self) -> bool:
        """Whether any card was laid or added."""
        return any(card.column or (is_own(card.id) and not card.ready) for card in self.cards)

    @property
    def open(self) -> str:
        """How many cards lie nowhere, and which quotas are not met."""
        parts = [f"nog {len(self.pile)} te leggen"] if self.pile else []
        for column in self.columns:
            over = len(self.lying(column.id)) - column.quota if column.quota else 0
            if over > 0:
                parts.append(f"‘{column.name}’ {over} te veel")
            elif over < 0 and not self.pile:
                parts.append(f"‘{column.name}’ {-over} te weinig")
        return ", ".join(parts)

    def place(self, card_id: str, column: str) -> "Sort":
        """Lay a card in a column, last; an empty column is the pile."""
        card = self.card(card_id)
        if card.column == column:
            return self
        rest = tuple(each for each in self.cards if each.id != card_id)
        laid = msgspec.structs.replace(card, column=column)
        cards = (laid, *rest) if not column else (*rest, laid)
        return msgspec.structs.replace(self, cards=cards)

    def later(self) -> "Sort":
        """Put the first card of the pile under it."""
        if len(self.pile) < 2:
            return self
        first = self.pile[0]
        return msgspec.structs.replace(self, cards=(*(card for card in self.cards if card is not first), first))

    def add(self, text: str) -> "Sort":
        """Put a card of one's own on top of the pile; a text that is there already adds nothing."""
        words = " ".join(text.split())
        if not words or any(fold(card.text) == fold(words) for card in self.cards):
            return self
        taken = {name_of(card) for card in self.cards}
        card = PlacedCard(id=own_id(words, taken), text=words)
        return msgspec.structs.replace(self, cards=(card, *self.cards))

    def rename(self, card_id: str, text: str) -> "Sort":
        """Give a card of one's own other words; it stays the same card. An empty text changes nothing."""
        words = " ".join(text.split())
        if not words or not is_own(card_id):
            return self
        changed = msgspec.structs.replace(self.card(card_id), text=words)
        return msgspec.structs.replace(
            self, cards=tuple(changed if card.id == card_id else card for card in self.cards)
        )

    def remove(self, card_id: str) -> "Sort":
        """Take away a card of one's own; other cards stay."""
        if not is_own(card_id):
            return self
        return msgspec.structs.replace(
            self,
            cards=tuple(card for card in self.cards if card.id != card_id),
            collisions=tuple(pair for pair in self.collisions if card_id not in pair),
        )

    def within(self, now: "Sort") -> "Sort":
        """Return an earlier sort with what a later one still has, in its words: what was taken back stays out."""
        there = {name_of(card): card.text for card in now.cards}
        cards = tuple(
            msgspec.structs.replace(card, text=there[name_of(card)]) for card in self.cards if name_of(card) in there
        )
        ids = {card.id for card in cards}
        return msgspec.structs.replace(
            self, cards=cards, collisions=tuple(pair for pair in self.collisions if set(pair) <= ids)
        )

    def collide(self, one: str, other: str) -> "Sort":
        """Mark two cards as colliding, or no longer."""
        if one == other or not self.colliding:
            return self
        pair = (min(one, other), max(one, other))
        rest = tuple(each for each in self.collisions if each != pair)
        return msgspec.structs.replace(self, collisions=(*rest, pair) if len(rest) == len(self.collisions) else rest)

    def picture(self, before: "Sort | None" = None) -> tuple[Ranked, ...]:
        """Return the columns with their cards, beside an earlier sort what rose and fell. An empty ring stays."""
        order = [column.id for column in self.columns]
        old = {name_of(card): card.column for card in before.cards if card.column in order} if before else {}
        names = {column.id: column.name for column in before.columns} if before else {}
        return tuple(
            Ranked(
                column.name,
                tuple(
                    RankedCard(card.text, names[old[name]], order.index(old[name]) - order.index(column.id))
                    if old.get(name := name_of(card), column.id) != column.id
                    else RankedCard(card.text)
                    for card in self.lying(column.id)
                ),
            )
            for column in self.columns
        )

    def text(self) -> str:
        """Return the columns with their cards, and what collides."""
        parts: list[str] = []
        for column in self.columns:
            cards = self.lying(column.id)
            parts.append(
                "\n".join([column.name, *(f"- {card.text}" for card in cards)] if cards else [f"{column.name}: niets"])
            )
        return self.with_words_around(joined(*parts, self.beside_picture()))

    @property
    def not_laid(self) -> str:
        """How many cards lie nowhere, with those of one's own by name; empty when there are none."""
        own = [quoted(card.text) for card in self.pile if is_own(card.id)]
        with_own = f", ook {', '.join(own)}" if own else ""
        return f"{how_many(len(self.pile), 'kaart', 'kaarten')}{with_own}" if self.pile else ""

    def beside_picture(self) -> str:
        """Return what the columns do not show: what lies nowhere, and what collides."""
        pairs = [f"- {self.card(one).text} {self.colliding} {self.card(other).text}" for one, other in self.collisions]
        return joined(f"{NOT_LAID}: {self.not_laid}" if self.pile else "", "\n".join(pairs))

    def in_brief(self) -> str:
        """Return what lies in the first column that holds anything, and how many cards lie nowhere."""
        first = next((column for column in self.columns if self.lying(column.id)), None)
        laid = f"{first.name}: {', '.join(card.text for card in self.lying(first.id))}" if first else ""
        left = f"nog {len(self.pile)} te leggen" if self.pile else ""
        return "; ".join(part for part in (left, laid) if part)

    def asks_back(self, today: date) -> str:
        """Return what is open, and what should be asked about the answers."""
        return "\n".join(each for each in (self.open, self.asks_back_around(today)) if each)

    def own_words(self) -> tuple[str, ...]:
        """Return the cards of one's own, and what was written around them."""
        return (*(card.text for card in self.cards if is_own(card.id)), *self.own_words_around())

    def answers(self) -> dict[str, str]:
        """Return what was answered around it: cards are laid."""
        return self.answers_around()

    def made(self) -> tuple[Made, ...]:
        """Return what the answers around it make; a sort itself is all there is."""
        return self.made_around()


def shuffled(cards: Sequence[PlacedCard], seed: str) -> tuple[PlacedCard, ...]:
    """Return cards in an order that says nothing of them, and is always the same for a seed.

    Each has a place of its own, so that a card that comes or goes leaves the others where they are.
    """
    return tuple(sorted(cards, key=lambda card: sha256(f"{seed}/{card.id}".encode()).digest()))


def name_of(card: PlacedCard) -> str:
    """Return what a card is known by from one sort to the next, whatever it is called by then."""
    return lasting_id(card.id, card.text)


def begin(parts: SortParts, cards: tuple[PlacedCard, ...]) -> Sort:
    """Return a sort with all cards on the pile."""
    return Sort(
        shape=parts.shape,
        columns=tuple(ShownColumn(id=column.id, name=column.name, quota=column.quota) for column in parts.columns),
        cards=cards,
        own_card=parts.own_card,
        colliding=parts.colliding,
    )

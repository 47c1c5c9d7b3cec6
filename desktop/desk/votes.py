"""Votes on cards of the map: what is voted on, who has how many, what everybody may see of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desktop.desk.desk import Desk, Verb
from desktop.desk.votecodes import codes
from desktop.document import counting
from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.counting import DOTS, PAIN, Cast, Standing
from desktop.document.edits import ballots as edits
from desktop.document.edits.cards import in_reading_order
from desktop.document.journey import Ballot, JourneyMap
from desktop.document.keyed import among, find
from desktop.document.kinds import CARD_KINDS
from desktop.document.locate import CardAt
from desktop.layout.names import counted, lane_name, name_of
from desktop.layout.style import Words
from desktop.session import Signal

MOST = 1_000
"""Cards of one ballot, as the file allows."""

LIKELY = ("pain", "opportunity")
"""What is voted on when nobody says: these kinds, where the map has any."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Cards that can be voted on together: those that are selected, of a kind or of a lane in reading order; or of
    the inbox, of one of its groups, or parked."""

    title: str
    cards: tuple[str, ...]
    selected: bool = False


Offered = tuple[Mapping[str, int], tuple[Choice, ...]]
"""The cards of a map with their places in reading order, and what of them can be voted on together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card of the ballot: its code is typed to vote for it. Nothing of `standing` is to be shown while hidden."""

    card: Card
    code: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Progress:
    """How many votes or grades are in, how many there are to be (0 for nobody knows), how many are too many."""

    given: int
    due: int
    over: int


class Votes:
    """The ballot that one works on, on each map its own; letters, clicks and tallies count while it is `taking`.

    changed(): another ballot, another person, or another value of either. `today` gives a date as in the file. Every
    verb is one undo step, and does nothing without a ballot.
    """

    def __init__(self, desk: Desk, today: Callable[[], str]) -> None:
        self.changed: Signal[[]] = Signal()
        self.desk = desk
        self._today = today
        self._current = ""
        self._map_id = desk.map_id
        self._person = 0
        self._left: dict[str, tuple[str, int]] = {}
        """By maps that were shown before: the ballot that one worked on there, and who judged."""
        self._seen = desk.journey.ballots if desk.journey else ()
        self._entries: tuple[Entry, ...] | None = None
        self._offer: tuple[tuple[object, ...], Offered] | None = None
        desk.shown.connect(self._follow)

    @property
    def ballot(self) -> Ballot | None:
        """The one that is worked on."""
        journey = self.desk.journey
        return find(journey.ballots, self._current) if journey else None

    @property
    def ballots(self) -> list[Ballot]:
        """Those of the map, the latest first."""
        journey = self.desk.journey
        return in_order(journey.ballots)[::-1] if journey else []

    @property
    def taking(self) -> bool:
        """Whether votes are cast now: there is a ballot, and its result is not shown yet."""
        ballot = self.ballot
        return ballot is not None and not ballot.shown and not self.desk.session.read_only

    @property
    def hidden(self) -> bool:
        """Whether nobody is to see yet who has how many."""
        ballot = self.ballot
        return ballot is not None and counting.hidden(ballot)

    @property
    def grading(self) -> bool:
        """Whether severity and frequency are judged rather than votes cast."""
        ballot = self.ballot
        return ballot is not None and ballot.form == PAIN

    @property
    def person(self) -> int:
        """Who judges now, from 0; 0 where one figure stands for all."""
        ballot = self.ballot
        return min(self._person, max(ballot.people - 1, 0)) if ballot else 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The cards of the ballot; in the order of the options while votes are taken, else by places."""
        if self._entries is None:
            self._entries = self._made()
        return self._entries

    @property
    def progress(self) -> Progress:
        ballot = self.ballot
        if ballot is None:
            return Progress(0, 0, 0)
        return Progress(counting.votes_in(ballot), counting.votes_due(ballot), counting.too_many(ballot))

    @property
    def tie(self) -> tuple[str, ...]:
        """The cards that would be voted on again; none while the result is not shown."""
        if self.taking or self.hidden:
            return ()
        return counting.to_vote_again([entry.standing for entry in self.entries])

    def choices(self) -> list[Choice]:
        """What can be voted on: what is selected, then kinds, then lanes that are not just one of these kinds, then
        what has no place on the map."""
        words, selected = self.desk.words, self.desk.selected
        order, found = self._offered()
        picked = tuple(sorted(selected & order.keys(), key=order.__getitem__))
        chosen = Choice(counted(words, "votes.picked_one", "votes.picked", len(picked)), picked, selected=True)
        return [choice for choice in (chosen, *found) if 0 < len(choice.cards) <= MOST]

    def _offered(self) -> Offered:
        """Looked for only where the map is another: with thousands of cards it takes longer than a selection may."""
        journey = self.desk.journey
        if journey is None:
            return {}, ()
        parts = (journey.lanes, journey.stages, journey.inbox, journey.parking)
        if self._offer is None or any(one is not other for one, other in zip(self._offer[0], parts, strict=True)):
            self._offer = parts, _offered(journey, self.desk.words)
        return self._offer[1]

    def likely(self, choices: Sequence[Choice]) -> int:
        """Which of the choices is meant when nobody says: several selected cards, pain points, opportunities."""
        wanted = [name_of("votes.kind", kind, self.desk.words) for kind in LIKELY]
        likely = (
            at for at, each in enumerate(choices) if (each.selected and len(each.cards) > 1) or each.title in wanted
        )
        return next(likely, 0)

    def grade_of(self, card: str) -> tuple[int, int]:
        """Severity and frequency that the person who judges now gave a card."""
        ballot = self.ballot
        pain = counting.grade_of(ballot, card, self.person) if ballot else None
        return (pain.severity, pain.frequency) if pain else (0, 0)

    def open(self, cards: Sequence[str], *, form: str = DOTS, **fields: Any) -> bool:
        """A new ballot on these cards, which is worked on at once; `each` is a quarter of them, rounded up, by default.

        Whether there is one now.
        """
        desk, ballot = self.desk, self.desk.new_id()
        opened = self._attempt(
            "edit.vote_opened",
            lambda project: edits.open_ballot(
                project, desk.map_id, cards, new_id=lambda: ballot, form=form, date=self._today(), **fields
            ),
        )
        if opened:
            self.work_on(ballot)
        return opened

    def work_on(self, ballot: str) -> None:
        """Goes on with one of the map's ballots; "" with none."""
        if ballot != self._current:
            self._current = ballot
            self._person = 0
            self._renew()

    def change(self, **fields: Any) -> bool:
        """Title, people, votes per person, whether it is secret."""
        return self._edit("edit.vote_changed", edits.edit_ballot, **fields)

    def cast(self, card: str, by: int = 1) -> bool:
        """A vote for a card, or one fewer; False where none is taken."""
        return self.taking and not self.grading and self._edit("edit.vote_cast", edits.cast, card, by)

    def set_tally(self, card: str, votes: int) -> bool:
        """How many votes a card has, as somebody else counted them."""
        return self.taking and not self.grading and self._edit("edit.votes_counted", edits.set_tally, card, votes)

    def grade(self, card: str, *, severity: int | None = None, frequency: int | None = None) -> bool:
        """What the person who judges now thinks of a card."""
        if not (self.taking and self.grading):
            return False
        return self._edit("edit.graded", edits.grade, card, self.person, severity=severity, frequency=frequency)

    def turn_to(self, person: int) -> None:
        """Another person judges now, counted from 0; beyond the last comes the first."""
        ballot = self.ballot
        people = max(ballot.people, 1) if ballot else 1
        if person % people != self.person:
            self._person = person % people
            self._renew()

    def take_back(self) -> Cast | None:
        """Undoes what was done last, where that was a vote in this ballot, and turns to whose it was; else says that
        it was none."""
        entry, ballot = self.desk.session.undoable, self.ballot
        if entry is None or ballot is None:
            return None
        before = next(
            (find(each.ballots, ballot.id) for each in entry.before.maps if each.id == self.desk.map_id), None
        )
        cast = counting.last_cast(before, ballot) if before is not None else None
        if cast is None:
            self.desk.said.emit(self.desk.words("votes.no_vote_last"))
            return None
        self.desk.undo()
        self.turn_to(cast.person)
        return cast

    def show_result(self, shown: bool = True) -> bool:
        """Lets everybody see the result, and ends the voting; or goes on with it."""
        label = "edit.votes_shown" if shown else "edit.votes_hidden"
        return self._edit(label, edits.show_ballot, shown)

    def vote_again(self) -> bool:
        """Opens a ballot on the highest tie and goes on with it."""
        desk, new, today = self.desk, self.desk.new_id(), self._today()
        opened = self._attempt(
            "edit.vote_again",
            lambda project: edits.vote_again(project, desk.map_id, self._current, new_id=lambda: new, date=today),
        )
        if opened:
            self.work_on(new)
        return opened

    def take_over(self) -> bool:
        """Writes the result to the cards."""
        count = len(self.entries)
        taken = self._edit("edit.votes_taken", edits.take_over)
        if taken:
            self.desk.said.emit(counted(self.desk.words, "votes.taken_one", "votes.taken", count))
        return taken

    def remove(self, ballot: str) -> bool:
        """Without one of the map's ballots."""
        desk = self.desk
        return self._attempt("edit.vote_removed", lambda project: edits.remove_ballot(project, desk.map_id, ballot))

    def _edit(self, label: str, verb: Callable[..., Any], *more: Any, **fields: Any) -> bool:
        map_id, current = self.desk.map_id, self._current
        if self.ballot is None:
            return False
        return self._attempt(label, lambda project: verb(project, map_id, current, *more, **fields))

    def _attempt(self, label: str, verb: Verb) -> bool:
        return self.desk.attempt(self.desk.words(label), verb)

    def _made(self) -> tuple[Entry, ...]:
        journey, ballot = self.desk.journey, self.ballot
        if journey is None or ballot is None:
            return ()
        cards = _cards(journey, ballot.options)
        named = dict(zip(ballot.options, codes(len(ballot.options)), strict=True))
        row: Iterable[Standing] = edits.result(journey, ballot)
        if self.taking or self.hidden:
            places = {card: at for at, card in enumerate(ballot.options)}
            row = sorted(row, key=lambda standing: places[standing.card])
        return tuple(Entry(cards[each.card], named[each.card], each) for each in row if each.card in cards)

    def _follow(self) -> None:
        """Looks whether anything of the ballots is another; what else happens on the map is none of its concern."""
        journey, moved = self.desk.journey, self.desk.map_id != self._map_id
        if moved:
            self._left[self._map_id] = self._current, self._person
            self._map_id = self.desk.map_id
            self._current, self._person = self._left.get(self._map_id, ("", 0))
        ballots = journey.ballots if journey else ()
        if self._current and self.ballot is None:
            self._current = ""  # undone or removed
        if moved or ballots is not self._seen or self._stale():
            self._seen = ballots
            self._renew()

    def _stale(self) -> bool:
        """Whether a card of the ballot has other words now."""
        journey = self.desk.journey
        if journey is None or not self._entries:
            return False
        cards = _cards(journey, [entry.card.id for entry in self._entries])
        return any(cards.get(entry.card.id) is not entry.card for entry in self._entries)

    def _renew(self) -> None:
        self._entries = None
        self.changed.emit()


def _offered(journey: JourneyMap, words: Words) -> Offered:
    places = in_reading_order(journey, [CardAt(card, lane) for lane in journey.lanes for card in lane.cards])
    kinds: dict[str, list[str]] = {kind.key: [] for kind in CARD_KINDS}
    lanes: dict[str, list[str]] = {lane.id: [] for lane in in_order(journey.lanes)}
    for at in places:
        kinds.setdefault(at.card.kind, []).append(at.card.id)
        if at.lane is not None:
            lanes[at.lane.id].append(at.card.id)
    found = [Choice(name_of("votes.kind", key, words), tuple(cards)) for key, cards in kinds.items()]
    titles = {lane.id: lane_name(lane, words) for lane in journey.lanes}
    found += [Choice(titles[key], tuple(cards)) for key, cards in lanes.items() if cards not in kinds.values()]
    return {at.card.id: place for place, at in enumerate(places)}, (*found, *_beside(journey, words))


def _beside(journey: JourneyMap, words: Words) -> Iterator[Choice]:
    """What has no place on the map: the whole inbox, its groups where there are several, the parking lot."""
    groups = [(group.title, [card.id for card in in_order(group.cards)]) for group in in_order(journey.inbox)]
    yield Choice(words("votes.inbox"), tuple(card for _, cards in groups for card in cards))
    if len(groups) > 1:
        yield from (Choice(title, tuple(cards)) for title, cards in groups if title)
    yield Choice(words("tray.parking"), tuple(card.id for card in in_order(journey.parking)))


def _cards(journey: JourneyMap, ids: Iterable[str]) -> Mapping[str, Card]:
    """The cards with these ids, wherever they are on the map, in the inbox or parked."""
    holders = (*(lane.cards for lane in journey.lanes), *(one.cards for one in journey.inbox), journey.parking)
    wanted = frozenset(ids)
    return MappingProxyType({card.id: card for cards in holders for card in among(cards, wanted)})

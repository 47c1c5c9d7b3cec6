"""The backlog of the map shown: opportunities and pain points by rank, tactics and experiments, and their verbs."""

from collections.abc import Callable, Collection, Sequence
from functools import partial, reduce
from typing import Any, TypeVar

from desktop.desk.desk import Desk, Verb
from desktop.desk.linking import ends_of, kind_between
from desktop.desk.votetable import name_of_card
from desktop.document.cards import Card
from desktop.document.edits.facets import edit_facet
from desktop.document.edits.links import add_link, remove_links
from desktop.document.edits.parts import edited
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Link
from desktop.document.keyed import find
from desktop.document.locate import card_at, columns_of
from desktop.document.project import Project, Weights
from desktop.layout.names import counted
from desktop.method.backlog import Entry, backlog, fill_next
from desktop.method.ranking import Ranked, numbers, pains
from desktop.method.tactics import Clash, clashes, of_kind
from desktop.session import Signal

BEST = 5
"""The highest grade."""

LINKED = ("pain", "tactic", "experiment")
"""What an opportunity is linked with in a backlog."""

T = TypeVar("T")


class Backlog:
    """Every verb is one undo step. `today` gives a date as in the file.

    changed(): something that the backlog speaks of is other. held(candidate): while an opportunity is dragged through
    the matrix everything here speaks of the project as it would be; None when it is as it is.
    """

    def __init__(self, desk: Desk, today: Callable[[], str]) -> None:
        self.changed: Signal[[]] = Signal()
        self.held: Signal[[Project | None]] = Signal()
        self.desk = desk
        self.today = today
        self._candidate: Project | None = None
        self._grip: tuple[str, int, int] | None = None
        self._parts: tuple[object, ...] = ()
        self._made: dict[str, Any] = {}
        desk.shown.connect(self._follow)
        self._parts = self._watched()

    def leave(self) -> None:
        """Stops following the desk."""
        self.desk.shown.disconnect(self._follow)

    @property
    def project(self) -> Project:
        """As it is, or as it would be."""
        return self._candidate or self.desk.project

    @property
    def journey(self) -> JourneyMap | None:
        """The map shown, as it is or as it would be."""
        return find(self.project.maps, self.desk.map_id)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The opportunities, the best first."""
        return self._once("entries", lambda journey: backlog(self.project, journey), ())

    @property
    def pains(self) -> Sequence[Ranked]:
        """The pain points, the worst first."""
        return self._once("pains", pains, [])

    @property
    def tactics(self) -> Sequence[Card]:
        """From left to right."""
        return self._once("tactics", lambda journey: of_kind(journey, "tactic"), [])

    @property
    def experiments(self) -> Sequence[Card]:
        """From left to right."""
        return self._once("experiments", lambda journey: of_kind(journey, "experiment"), [])

    @property
    def clashes(self) -> Sequence[Clash]:
        """Tactics that contradict each other."""
        return self._once("clashes", clashes, [])

    @property
    def answers(self) -> dict[str, list[Card]]:
        """Per pain point the opportunities that answer it, the best first."""
        found: dict[str, list[Card]] = {}
        for entry in self.entries:
            for pain in entry.pains:
                found.setdefault(pain.id, []).append(entry.card)
        return found

    @property
    def numbers(self) -> dict[str, int]:
        """Of the worst pain points and what answers them, as on the map."""
        return self._once("numbers", numbers, {})

    def hold(self, card: str, impact: int, ease: int) -> None:
        """Shows everything as it would be with an opportunity at these grades; `drop` makes it so."""
        if self._grip == (card, impact, ease):
            return
        self._grip = card, impact, ease
        try:
            candidate = self._placed(self.desk.project, card, impact, ease)
        except EditError as error:
            self.desk.said.emit(self.desk.sentence(error))
            return
        self._suppose(None if candidate is self.desk.project else candidate)

    def drop(self) -> bool:
        """Makes what is shown so, as one step; whether anything changed."""
        grip = self._grip
        self.give_up()
        return grip is not None and self.place(*grip)

    def give_up(self) -> None:
        """Shows everything as it is."""
        self._grip = None
        if self._candidate is not None:
            self._suppose(None)

    def place(self, card: str, impact: int, ease: int) -> bool:
        """Gives an opportunity its impact and ease, 1 to 5."""
        label = self.desk.words("edit.backlog_place").format(name=self.name(card))
        return self.desk.attempt(label, lambda project: self._placed(project, card, impact, ease))

    def nudge(self, card: str, impact: int, ease: int) -> bool:
        """Moves an opportunity by so many grades; one that nobody has judged comes to the middle first."""
        grades = impact_of, ease_of = self.grades(card)
        if not (impact_of and ease_of):
            impact = ease = 0
        middle = (BEST + 1) // 2
        moved = ((grade or middle) + by for grade, by in zip(grades, (impact, ease), strict=True))
        return self.place(card, *(min(max(grade, 1), BEST) for grade in moved))

    def grades(self, card: str) -> tuple[int, int]:
        """Impact and ease of a card, 0 where nobody has judged."""
        at = card_at(self.journey, card) if self.journey else None
        promise = at.card.promise if at else None
        return (promise.impact, promise.ease) if promise else (0, 0)

    def set_value(self, card: str, path: str, value: Any, field: str) -> bool:
        """Another value of a card at a path; `field` names it in the label of the step."""
        label = self.desk.words("edit.backlog_value").format(field=field, name=self.name(card))
        return self.desk.attempt(label, lambda project: edit_facet(project, self.desk.map_id, (card,), path, value))

    def weigh(self, factor: str, weight: float) -> bool:
        """How much a factor counts, 0 to 10."""
        named = self.desk.words(f"backlog.column.{factor}")
        label = self.desk.words("edit.backlog_weight").format(factor=named)
        return self.desk.attempt(label, lambda p: edited(p, weights=edited(p.weights, **{factor: weight})))

    def weigh_alike(self) -> bool:
        """Lets all factors count the same."""
        return self.desk.attempt(self.desk.words("edit.backlog_even"), lambda p: edited(p, weights=Weights()))

    def fill_next(self, chosen: Collection[str] = ()) -> bool:
        """Puts the chosen opportunities, or the first that are open, at the foot of the map."""
        desk, words = self.desk, self.desk.words
        if not any(entry.open or entry.card.id in chosen for entry in self.entries):
            desk.said.emit(words("backlog.next_none"))
            return False
        verb = partial(fill_next, map_id=desk.map_id, chosen=chosen, new_id=desk.new_id)
        filled = desk.attempt(words("edit.backlog_next"), verb)
        count = len(desk.journey.tasks) if desk.journey else 0
        done = counted(words, "backlog.next_one", "backlog.next_done", count)
        desk.said.emit(done if filled else words("backlog.next_same"))
        return filled

    def linkable(self, kind: str) -> list[Card]:
        """The cards of a kind that an opportunity can be linked with, from left to right."""
        journey = self.journey
        return of_kind(journey, kind) if journey else []

    def linked(self, one: str, other: str) -> list[Link]:
        """The links between two cards, whichever way they lead."""
        journey = self.journey
        ends = {one, other}
        return [link for link in journey.links if {link.source, link.target} == ends] if journey else []

    def toggle_link(self, one: str, other: str) -> bool:
        """Links two cards, by what follows from their kinds; parts them where they are linked."""
        there = [link.id for link in self.linked(one, other)]
        label = self.desk.words("edit.backlog_unlink" if there else "edit.backlog_link")
        label = label.format(name=self.name(one), other=self.name(other))
        map_id = self.desk.map_id
        if there:
            return self.desk.attempt(label, lambda project: remove_links(project, map_id, there))
        return self.desk.attempt(label, self._linking(one, other))

    def name(self, card: str) -> str:
        """What a card is called in a sentence."""
        journey = self.journey
        at = card_at(journey, card) if journey else None
        return name_of_card(at.card, self.desk.words) if at else ""

    def _linking(self, one: str, other: str) -> Verb:
        new = self.desk.new_id()

        def verb(project: Project) -> Project:
            journey = find(project.maps, self.desk.map_id)
            found = [card_at(journey, each) for each in (one, other)] if journey else []
            cards = [at.card for at in found if at]
            if journey is None or len(cards) < 2:
                raise EditError("link.two_cards")
            source, target = ends_of(*cards)
            kind = kind_between(source, target, columns_of(journey))
            return add_link(project, journey.id, kind, source.id, target.id, new_id=lambda: new)

        return verb

    def _placed(self, project: Project, card: str, impact: int, ease: int) -> Project:
        grades = ("promise.impact", impact), ("promise.ease", ease)
        return reduce(lambda whole, each: edit_facet(whole, self.desk.map_id, (card,), *each), grades, project)

    def _suppose(self, candidate: Project | None) -> None:
        self._candidate = candidate
        self._made = {}
        self.held.emit(candidate)
        self.changed.emit()

    def _once(self, name: str, make: Callable[[JourneyMap], T], otherwise: T) -> T:
        """What is asked for, made only where nothing of it has been made since something changed."""
        journey = self.journey
        if name not in self._made:
            self._made[name] = make(journey) if journey else otherwise
        found: T = self._made[name]
        return found

    def _watched(self) -> tuple[object, ...]:
        """All that a backlog is made of."""
        journey, weights, segments = self.desk.journey, self.desk.project.weights, self.desk.project.segments
        return (
            (weights, segments, journey.id, journey.lanes, journey.links, journey.stages, journey.tasks)
            if journey
            else (weights, segments)
        )

    def _follow(self) -> None:
        parts = self._watched()
        same = len(parts) == len(self._parts) and all(a is b for a, b in zip(parts, self._parts, strict=True))
        if not same:
            self._parts, self._grip, self._candidate, self._made = parts, None, None, {}
            self.changed.emit()

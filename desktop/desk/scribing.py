"""Notes that are typed in one line: each Enter is a note and one undo step, and the next one follows it."""

from dataclasses import dataclass, replace

from desktop.desk.cells import standing
from desktop.desk.desk import Desk
from desktop.desk.homes import Way
from desktop.desk.landing import Base, Landing, context_of, first_spot, landing, lane_kind, neighbour
from desktop.desk.notes import Note, aimed_again, grown, made, named_thing, thing_of
from desktop.desk.place import Place
from desktop.document.edits.cards import Spot, edit_cards
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.locate import card_at
from desktop.document.project import Project
from desktop.scribe.context import Context
from desktop.scribe.grammar import STRUCTURE, Line, What


@dataclass(frozen=True, slots=True)
class _Sticky:
    """A kind that is not its lane's own, repeated as long as one writes in that lane."""

    kind: str
    lane: str


class Scribing:
    """The desk's target is where the next note lands; while a line is typed it shows where that one will.

    `inbox` and `paper` stay until they are changed. `aiming`: the line changes the last note instead of adding one.
    """

    def __init__(self, desk: Desk) -> None:
        self.inbox = False
        self.paper = False
        self.aiming = False
        self._desk = desk
        self._base: Spot | None = desk.target
        self._shown: Spot | None = desk.target
        self._stood: tuple[JourneyMap | None, Spot | None, Spot | None] | None = None
        self._sticky: _Sticky | None = None
        self._last: Note | None = None
        self._new = Note(desk.new_id(), desk.new_id())
        self._ready: tuple[Line, Landing, Project, Project] | None = None
        self._known: tuple[tuple[object, object], Context] | None = None

    @property
    def base(self) -> Spot | None:
        """Where a note goes that names no place: where the last one went, unless somebody has aimed since."""
        desk = self._desk
        if desk.target != self._shown:
            self._base = self._shown = desk.target
        journey, stood = desk.journey, self._stood
        if stood is None or stood[0] is not journey or stood[1] != self._base:
            there = standing(journey, self._base) if journey and self._base else None
            stood = self._stood = journey, self._base, there
        return stood[2] or first_spot(desk)

    @property
    def last(self) -> Line | None:
        """The line of the last note, as long as that is on the map or in the inbox."""
        journey, last = self._desk.journey, self._last
        return last.line if journey and last and named_thing(journey, last.thing) else None

    def context(self) -> Context:
        """What can be named just now."""
        desk = self._desk
        state = desk.journey, desk.project.personas, self._kind(), self.paper
        if self._known is None or any(a is not b for a, b in zip(state[:2], self._known[0], strict=True)):
            self._known = state[:2], context_of(desk, "")
        return replace(self._known[1], kind=state[2], paper=state[3])

    def landing(self, line: Line) -> Landing:
        """Where a line comes to."""
        last = self._last if self.aiming else None
        if last is None:
            base = Base(self.base, self._new.lane, self.inbox)
        else:
            base = Base(last.spot or self.base, self._new.lane, last.spot is None)
        return landing(self._desk, line, self.context(), base)

    @property
    def state(self) -> tuple[object, ...]:
        """All but the line that decides where a line comes to; small, and cheap to compare."""
        return self.base, self._kind(), self.inbox, self.paper, self.aiming, id(self._desk.journey)

    def preview(self, line: Line | None) -> Landing | None:
        """Shows on the map where a line will land; None shows where the next note goes."""
        base = self.base
        there = self.landing(line) if line else None
        self._show(there.spot if there and there.spot and self._on_map(there) else base)
        return there

    @property
    def aimed_elsewhere(self) -> bool:
        """Whether the slot stands where nobody has put it here."""
        return self._desk.target != self._shown

    def scribe(self, line: Line) -> Spot | None:
        """Adds the note. Where the next one will land; None when the note is refused, which is said."""
        return self.base if self.add(line) else None

    def add(self, line: Line) -> bool:
        """Adds the note, or changes the last one while `aiming`; a line of chips alone moves the slot.

        Whether it could; what is refused is said.
        """
        desk = self._desk
        if desk.session.read_only:
            desk.session.refused.emit()
            return False
        there = self.landing(line)
        if there.refused:
            desk.said.emit(desk.sentence(EditError(there.refused)))
            return False
        if not line.text and not line.said(What.FEELING) and not self.aiming:
            self._go(line, there)
        else:
            before = desk.journey
            if not self._made(line, there):
                return False
            self._done(line, there)
            if before and desk.journey and there.spot and there.kind in STRUCTURE:
                self._settle(grown(before, desk.journey, there.spot))
        return True

    def rehearse(self, line: Line) -> None:
        """The edit that `scribe` would make and nothing else; for `Desk.rehearse`."""
        there = self.landing(line)
        if (line.text or line.said(What.FEELING)) and not there.refused:
            try:
                candidate = self._candidate(line, there)
            except EditError:
                return
            self._desk.edit("", candidate)

    def count_on(self, card_id: str) -> bool:
        """The same note was written again: “×2” on the one that is there."""
        desk, map_id = self._desk, self._desk.map_id
        at = card_at(desk.journey, card_id) if desk.journey else None
        if at is None:
            return False
        seen = max(at.card.seen, 1) + 1
        return desk.attempt(desk.words("edit.seen"), lambda project: edit_cards(project, map_id, (card_id,), seen=seen))

    def aim_again(self) -> Line | None:
        """From now on the line changes the last note. Its line; None when there is none, which is said."""
        last = self.last
        self.aiming = last is not None
        if last is None:
            self._desk.said.emit(self._desk.words("said.no_last"))
        return last

    def step(self, by: int, line: Line) -> None:
        """The next note goes to the next step, counted from where the line would land; the lane stays."""
        base, there = self.base, self.landing(line)
        at = there.spot or base
        if at and base:
            lane = line.said(What.CELL).partition(" ")[0] or base.lane
            self._settle(neighbour(self._desk, Spot(lane, at.step), by))

    def _kind(self) -> str:
        """What a note is that does not say."""
        last, journey, base = self._last, self._desk.journey, self.base
        if self.aiming and last and journey:
            return last.kind
        if self._sticky and base and base.lane == self._sticky.lane:
            return self._sticky.kind
        return lane_kind(find(journey.lanes, base.lane) if journey and base else None)

    def _go(self, line: Line, there: Landing) -> None:
        """Chips without a text: the context of the notes that follow."""
        if line.said(What.INBOX):
            self.inbox = not self.inbox
        elif there.spot and self._on_map(there) and line.chips:
            self._keep_kind(there)
            self._settle(there.spot)

    def _made(self, line: Line, there: Landing) -> bool:
        desk = self._desk
        label = desk.words("edit.aim_again") if self.aiming else Place(desk).label(there.kind)
        try:
            candidate = self._candidate(line, there)
        except EditError as error:
            desk.said.emit(desk.sentence(error))
            return False
        if there.home:
            Place(desk).reveal(there.home)
        desk.edit(label, candidate, ())
        return True

    def _candidate(self, line: Line, there: Landing) -> Project:
        """The project with the note; the same object as long as nothing of it changes."""
        desk, ready = self._desk, self._ready
        if ready and ready[:2] == (line, there) and ready[2] is desk.project:
            return ready[3]
        if self.aiming and self._last:
            candidate = aimed_again(desk, self._last, line, there)
        else:
            candidate = made(desk, self._new, line, there)
        self._ready = line, there, desk.project, candidate
        return candidate

    def _done(self, line: Line, there: Landing) -> None:
        """The next note follows this one."""
        desk, journey = self._desk, self._desk.journey
        if self.aiming and self._last:
            thing = self._last.thing
        else:
            thing = thing_of(journey, self._new, line, there) if journey else ""
        self._last = Note(thing, self._new.lane, line, there.kind, there.spot)
        self._new, self._ready, self.aiming = Note(desk.new_id(), desk.new_id()), None, False
        if there.spot and there.kind not in STRUCTURE:
            self._keep_kind(there)
            after = "" if there.kind == "emotion" else thing
            self._settle(Spot(there.spot.lane, there.spot.step, after=after))

    def _keep_kind(self, there: Landing) -> None:
        lane: Lane | None = there.home.lane if there.home else None
        self._sticky = _Sticky(there.kind, lane.id) if lane and lane_kind(lane) != there.kind else None

    def _on_map(self, there: Landing) -> bool:
        return there.home is None or there.home.way is not Way.NEW

    def _settle(self, spot: Spot) -> None:
        self._base = spot
        self._show(spot)

    def _show(self, spot: Spot | None) -> None:
        self._shown = spot
        self._desk.aim(spot)

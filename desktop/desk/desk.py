"""What one window works on: a session, the map shown, what is selected there and where the next thing lands."""

from collections.abc import Callable, Collection, Iterable
from functools import reduce

from desktop.desk.cells import standing
from desktop.desk.lens import CLEAR, Lens
from desktop.desk.offer import Offer
from desktop.document.base import IdSource, in_order
from desktop.document.edits.cards import Spot
from desktop.document.errors import EditError
from desktop.document.history import Entry
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.document.things import Things, things
from desktop.layout.style import Words
from desktop.session import Session, Signal

Verb = Callable[[Project], Project]
"""An edit of a project; raises EditError where it is impossible."""

ForOne = Callable[[Project, str, str], Project]
"""An edit of a map, by its id, that is about one of its things, by its own."""


class Desk:
    """Canvas, palette, inspector and outline all look at one desk and change things through it alone.

    shown(): another map, another value of it, or another lens. picked(): another selection. aimed(): another target.
    said(sentence): something to tell in the status bar; offered(offer): with what can be done about it.
    The selection holds ids of anything on the map. The target is the dashed slot, the one place where the next thing
    lands; None before anybody aimed.
    """

    def __init__(self, session: Session, words: Words, new_id: IdSource) -> None:
        self.shown: Signal[[]] = Signal()
        self.picked: Signal[[]] = Signal()
        self.aimed: Signal[[]] = Signal()
        self.said: Signal[[str]] = Signal()
        self.offered: Signal[[Offer]] = Signal()
        self.session = session
        self.words = words
        self.new_id = new_id
        self._map_id = ""
        self._selected: frozenset[str] = frozenset()
        self._target: Spot | None = None
        self._lenses: dict[str, Lens] = {}
        self._pending: frozenset[str] | None = None
        self._rehearsed: list[Project] | None = None
        session.changed.connect(self._follow)
        self._settle()

    def leave(self) -> None:
        """Stops listening to the session."""
        self.session.changed.disconnect(self._follow)

    @property
    def project(self) -> Project:
        return self.session.project

    @property
    def map_id(self) -> str:
        """The map shown; "" when the project has none."""
        return self._map_id

    @property
    def journey(self) -> JourneyMap | None:
        """The map shown."""
        return find(self.project.maps, self._map_id)

    @property
    def selected(self) -> frozenset[str]:
        return self._selected

    @property
    def chosen(self) -> Things:
        """What is selected, by what it is."""
        journey = self.journey
        return things(journey, self._selected) if journey else Things()

    @property
    def target(self) -> Spot | None:
        return self._target

    @property
    def lens(self) -> Lens:
        """How the shown map is looked at."""
        return self._lenses.get(self._map_id, CLEAR)

    def show_map(self, map_id: str) -> None:
        """Shows another of the project's maps; the first where there is none with this id."""
        if map_id != self._map_id:
            self._map_id = map_id
            self._target = None
            self._settle()
            self.select(())
            self.shown.emit()
            self.aimed.emit()

    def look(self, lens: Lens) -> None:
        """Looks at the map in another way."""
        if lens != self.lens:
            self._lenses[self._map_id] = lens
            self.shown.emit()

    def select(self, ids: Iterable[str]) -> None:
        """Selects exactly these things; ids that the map does not hold are left out."""
        found = self._known(frozenset(ids))
        if found != self._selected:
            self._selected = found
            self.picked.emit()

    def aim(self, spot: Spot | None) -> None:
        """Puts the dashed slot somewhere else; None takes it away. The caller vouches that the spot is on the map."""
        if spot != self._target:
            self._target = spot
            self.aimed.emit()

    def edit(self, label: str, candidate: Project, selection: Iterable[str] | None = None) -> bool:
        """Makes a candidate the current value as one undo step; False when it is the value already.

        `selection` is what is selected afterwards; None keeps what is.
        """
        if self._rehearsed is not None:
            self._rehearsed.append(candidate)
            return candidate != self.project
        chosen = self._selected if selection is None else frozenset(selection)
        self._pending = chosen
        try:
            return self.session.edit(label, candidate, self._map_id, tuple(sorted(chosen)))
        finally:
            self._pending = None

    def attempt(self, label: str, verb: Verb, selection: Iterable[str] | None = None) -> bool:
        """Edits by a verb; what makes it impossible is said. Whether anything changed."""
        try:
            candidate = verb(self.project)
        except EditError as error:
            self.said.emit(self.sentence(error))
            return False
        return self.edit(label, candidate, selection)

    def rehearse(self, act: Callable[[], object]) -> Project | None:
        """What the project would be after the last edit that `act` makes; None when it would be what it is.

        Nothing is changed, and nothing is said.
        """
        said, self.said = self.said, Signal()
        rehearsed = self._rehearsed = []
        try:
            act()
        finally:
            self.said, self._rehearsed = said, None
        return rehearsed[-1] if rehearsed and rehearsed[-1] != self.project else None

    def attempt_each(self, label: str, verb: ForOne, ids: Collection[str]) -> bool:
        """One edit of the shown map for all of its things with these ids, none when there are none."""
        map_id = self._map_id
        return bool(ids) and self.attempt(
            label, lambda project: reduce(lambda whole, one: verb(whole, map_id, one), sorted(ids), project)
        )

    def sentence(self, error: EditError) -> str:
        """Why an edit is impossible, in words."""
        code = f"refused.{error.code}"
        form = self.words(code)
        return self.words("refused.other") if form == code else form.format_map(_Blank(error.arguments))

    def undo(self) -> Entry | None:
        """Takes back the last edit and shows where it happened."""
        return self._revisit(self.session.undo())

    def redo(self) -> Entry | None:
        """Does again what was undone last, and shows where."""
        return self._revisit(self.session.redo())

    def _revisit(self, entry: Entry | None) -> Entry | None:
        if entry is not None:
            if entry.map_id:
                self.show_map(entry.map_id)
            self.select(entry.selection)
        return entry

    def _follow(self, _before: Project, _after: Project) -> None:
        self._settle()
        before = self._selected
        self._selected = self._known(before if self._pending is None else self._pending)
        self.shown.emit()
        if self._selected != before:
            self.picked.emit()

    def _known(self, ids: frozenset[str]) -> frozenset[str]:
        journey = self.journey
        return things(journey, ids).ids if journey else frozenset()

    def _settle(self) -> None:
        """Keeps map and target on what exists."""
        maps = in_order(self.project.maps)
        if not any(each.id == self._map_id for each in maps):
            self._map_id = maps[0].id if maps else ""
        target, journey = self._target, self.journey
        self.aim(standing(journey, target) if target and journey else None)


class _Blank(dict[str, str]):
    """Leaves out what an error does not tell."""

    def __missing__(self, _key: str) -> str:
        return ""

"""The agenda of a map: what people do to it, each one undo step."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop.desk.desk import Desk, Verb
from desktop.document.base import following, in_order
from desktop.document.edits.agenda import add_point, edit_point, move_point, remove_point, replace_agenda
from desktop.document.journey import AgendaPoint, JourneyMap
from desktop.document.keyed import find

USUAL_MINUTES = 10
"""Of a point that somebody adds."""


class Agenda:
    """Works on the map that the desk shows, or on another one by its id."""

    def __init__(self, desk: Desk, map_id: Callable[[], str] | None = None) -> None:
        self._desk = desk
        self._map_id = map_id or (lambda: desk.map_id)

    @property
    def fixed(self) -> bool:
        """Whether nothing of it can be edited."""
        return self._desk.session.read_only

    @property
    def points(self) -> list[AgendaPoint]:
        """In order."""
        return in_order(self.journey.agenda) if self.journey else []

    @property
    def journey(self) -> JourneyMap | None:
        """The map whose agenda it is."""
        return find(self._desk.project.maps, self._map_id())

    @property
    def minutes(self) -> int:
        """Of all points together."""
        return sum(point.minutes for point in self.points)

    def choose(self, title: str, points: Sequence[AgendaPoint]) -> None:
        """Puts the points of a template in place of all that there are."""
        desk, map_id = self._desk, self._map_id()
        self._attempt(
            "edit.agenda_chosen",
            title,
            lambda project: replace_agenda(project, map_id, points, new_id=desk.new_id),
        )

    def add(self, title: str, after: str = "") -> str:
        """A point behind another one, by default at the end; its id, "" when it could not be."""
        map_id, new = self._map_id(), self._desk.new_id()
        before = following(self.points, after)
        made = self._attempt(
            "edit.point_added",
            title,
            lambda project: add_point(project, map_id, title, new_id=lambda: new, before=before, minutes=USUAL_MINUTES),
        )
        return new if made else ""

    def edit(self, point: str, **fields: Any) -> bool:
        """What a point says: title, minutes, prompt, example, lane, stages, form. Whether anything changed."""
        map_id = self._map_id()
        return self._attempt(
            "edit.point_edited",
            self._title(point),
            lambda project: edit_point(project, map_id, point, **fields),
        )

    def place(self, point: str, before: str = "") -> None:
        """Before another point or at the end."""
        map_id = self._map_id()
        self._attempt(
            "edit.point_moved", self._title(point), lambda project: move_point(project, map_id, point, before)
        )

    def shift(self, point: str, by: int) -> None:
        """Further down, by places, or up where that is less than 0; it stops at the ends."""
        rest = [each.id for each in self.points if each.id != point]
        at = next((index for index, each in enumerate(self.points) if each.id == point), None)
        if at is not None:
            self.place(point, next(iter(rest[max(at + by, 0) :]), ""))

    def remove(self, point: str) -> None:
        map_id = self._map_id()
        self._attempt("edit.point_removed", self._title(point), lambda project: remove_point(project, map_id, point))

    def _title(self, point: str) -> str:
        found = find(self.journey.agenda, point) if self.journey else None
        return found.title if found else ""

    def _attempt(self, label: str, title: str, verb: Verb) -> bool:
        return self._desk.attempt(self._desk.words(label).format(title=title), verb)

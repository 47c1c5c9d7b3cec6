"""The agenda of the shown map: what people do to it, each one undo step."""

from collections.abc import Sequence
from typing import Any

from desktop.desk.desk import Desk, Verb
from desktop.document.base import following, in_order
from desktop.document.edits.agenda import add_point, edit_point, move_point, remove_point, replace_agenda
from desktop.document.journey import AgendaPoint
from desktop.document.keyed import find

USUAL_MINUTES = 10
"""Of a point that somebody adds."""


class Agenda:
    """Works on the map that the desk shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def points(self) -> list[AgendaPoint]:
        """In order."""
        journey = self._desk.journey
        return in_order(journey.agenda) if journey else []

    @property
    def minutes(self) -> int:
        """Of all points together."""
        return sum(point.minutes for point in self.points)

    def choose(self, title: str, points: Sequence[AgendaPoint]) -> None:
        """Puts the points of a template in place of all that there are."""
        desk = self._desk
        self._attempt(
            "edit.agenda_chosen",
            title,
            lambda project: replace_agenda(project, desk.map_id, points, new_id=desk.new_id),
        )

    def add(self, title: str, after: str = "") -> str:
        """A point behind another one, by default at the end; its id, "" when it could not be."""
        desk, new = self._desk, self._desk.new_id()
        before = following(self.points, after)
        made = self._attempt(
            "edit.point_added",
            title,
            lambda project: add_point(
                project, desk.map_id, title, new_id=lambda: new, before=before, minutes=USUAL_MINUTES
            ),
        )
        return new if made else ""

    def edit(self, point: str, **fields: Any) -> bool:
        """What a point says: title, minutes, prompt, example, lane, stages, form. Whether anything changed."""
        desk = self._desk
        return self._attempt(
            "edit.point_edited",
            self._title(point),
            lambda project: edit_point(project, desk.map_id, point, **fields),
        )

    def place(self, point: str, before: str = "") -> None:
        """Before another point or at the end."""
        desk = self._desk
        self._attempt(
            "edit.point_moved", self._title(point), lambda project: move_point(project, desk.map_id, point, before)
        )

    def shift(self, point: str, by: int) -> None:
        """Further down, by places, or up where that is less than 0; it stops at the ends."""
        rest = [each.id for each in self.points if each.id != point]
        at = next((index for index, each in enumerate(self.points) if each.id == point), None)
        if at is not None:
            self.place(point, next(iter(rest[max(at + by, 0) :]), ""))

    def remove(self, point: str) -> None:
        desk = self._desk
        self._attempt(
            "edit.point_removed", self._title(point), lambda project: remove_point(project, desk.map_id, point)
        )

    def _title(self, point: str) -> str:
        journey = self._desk.journey
        found = find(journey.agenda, point) if journey else None
        return found.title if found else ""

    def _attempt(self, label: str, title: str, verb: Verb) -> bool:
        return self._desk.attempt(self._desk.words(label).format(title=title), verb)

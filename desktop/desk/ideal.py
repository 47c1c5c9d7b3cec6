"""Current and ideal: the map shown held against another, and what is new brought over from one to the other."""

from collections.abc import Collection
from typing import NamedTuple

from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.document.base import in_order
from desktop.document.derived import derivable
from desktop.document.edits.ideal import bring_over, pass_over
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.method.comparing import Comparison, comparison
from desktop.method.news import News, news
from desktop.method.pairing import counterpart, ordered


class _Read(NamedTuple):
    """What was found out, and of which project."""

    project: Project
    between: tuple[str, str]
    found: Comparison


class Ideal:
    """The verbs, each one undo step. What was found out of a value of the project is remembered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read: _Read | None = None
        self._news: tuple[Project, str, News | None] | None = None

    @property
    def desk(self) -> Desk:
        return self._desk

    @property
    def maps(self) -> list[JourneyMap]:
        """Those of the project as its tabs stand."""
        return in_order(self._desk.project.maps)

    def pair(self) -> tuple[str, str] | None:
        """The map shown and the one that it is compared with, the earlier first; None where it is the only one."""
        shown = self._desk.journey
        other = counterpart(self._desk.project, shown) if shown else None
        if shown is None or other is None:
            return None
        before, after = ordered(shown, other)
        return before.id, after.id

    def between(self, before: str, after: str) -> Comparison | None:
        """What differs between two maps by their ids; None where one has gone, or where they are one."""
        project = self._desk.project
        if self._read is not None and self._read.project is project and self._read.between == (before, after):
            return self._read.found
        one, other = find(project.maps, before), find(project.maps, after)
        if one is None or other is None or one is other:
            return None
        self._read = _Read(project, (before, after), comparison(project, one, other))
        return self._read.found

    def derived(self) -> str:
        """The map that is told what is new: the one shown, or the first derived from it, an ideal one first; "" for
        none."""
        shown = self._desk.journey
        if shown is None or find(self._desk.project.maps, shown.origin):
            return shown.id if shown else ""
        other = counterpart(self._desk.project, shown)
        return other.id if other and other.origin == shown.id else ""

    def news(self, map_id: str) -> News | None:
        """What is new for a map; None where it was derived from none."""
        project = self._desk.project
        if self._news is None or self._news[0] is not project or self._news[1] != map_id:
            journey = find(project.maps, map_id)
            self._news = project, map_id, news(project, journey) if journey else None
        return self._news[2]

    def bring_over(self, map_id: str, ids: Collection[str]) -> bool:
        """Copies things of the map that this one was derived from into it, and shows it; whether anything came."""
        told = self.news(map_id)
        desk = self._desk
        if told is None or not ids:
            return False
        desk.show_map(map_id)
        came = desk.attempt(
            desk.words("edit.brought_over"),
            lambda project: bring_over(project, map_id, ids, told.mates, new_id=desk.new_id),
        )
        if came and desk.journey is not None:
            here = set(told.mates.values())
            desk.select(
                one.id
                for one in derivable(desk.journey)
                if one.origin and one.origin.thing in ids and one.id not in here
            )
            self._offer("status.brought_over", len(ids))
        return came

    def pass_over(self, map_id: str, ids: Collection[str]) -> bool:
        """Tells of these things no more."""
        desk = self._desk
        if not ids:
            return False
        passed = desk.attempt(desk.words("edit.passed_over"), lambda project: pass_over(project, map_id, ids))
        if passed:
            self._offer("status.passed_over", len(ids))
        return passed

    def _offer(self, code: str, count: int) -> None:
        undo = Choice(self._desk.words("offer.undo"), self._desk.undo)
        self._desk.offered.emit(Offer(self._desk.words(code).format(count=count), (undo,)))

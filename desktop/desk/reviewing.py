"""Looking a map through: what has happened since, who is late, and when it is to be looked through again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.desk.desk import Desk
from desktop.desk.snapshots import NOW, Snapshots
from desktop.document.base import in_order
from desktop.document.edits.facts import edit_map
from desktop.document.edits.snapshots import take_snapshot
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.method.review import INTERVAL, Review, days_between, since


@dataclass(frozen=True, slots=True)
class Changed:
    """What of the map is other than when it was looked through last: how many things, and those that are still there.

    `known` is False where nobody kept how it was.
    """

    known: bool = False
    count: int = 0
    things: tuple[str, ...] = ()


class Reviewing:
    """The verbs. `now` is the time of day where the person is."""

    def __init__(self, desk: Desk, now: Callable[[], datetime]) -> None:
        self.desk = desk
        self._now = now
        self._snapshots = Snapshots(desk, now)
        self._compared: tuple[JourneyMap, Changed] | None = None

    @property
    def today(self) -> str:
        """ISO 8601."""
        return f"{self._now():%Y-%m-%d}"

    @property
    def review(self) -> Review | None:
        """None when there is no map."""
        journey = self.desk.journey
        return since(self.desk.project, journey, self.today) if journey else None

    @property
    def changed(self) -> Changed:
        """Beside the snapshot of the last review, compared once for each value of the map."""
        journey = self.desk.journey
        if journey is None:
            return Changed()
        if self._compared is None or self._compared[0] is not journey:
            self._compared = journey, self._compare(journey)
        return self._compared[1]

    def suggested(self) -> str:
        """When the map should be looked through next: as is planned; else as far ahead as last time, or in a quarter of
        a year."""
        journey = self.desk.journey
        if journey and is_date(journey.review) and journey.review > self.today:
            return journey.review
        days = days_between(journey.reviewed, journey.review) if journey and journey.reviewed else 0
        return f"{self._now().date() + timedelta(days if days > 0 else INTERVAL):%Y-%m-%d}"

    def close(self, following: str) -> bool:
        """The map has been looked through today: keeps how it is, and the date of the next time; whether it could."""
        desk, today, map_id = self.desk, self.today, self.desk.map_id
        title = desk.words("review.snapshot").format(date=today)

        def verb(project: Project) -> Project:
            dated = edit_map(project, map_id, reviewed=today, review=following)
            return take_snapshot(dated, map_id, title, today, new_id=desk.new_id)

        return desk.attempt(desk.words("edit.reviewed"), verb)

    def postpone(self, following: str) -> bool:
        """Only the date of the next time."""
        desk = self.desk
        return desk.attempt(desk.words("edit.review"), lambda whole: edit_map(whole, desk.map_id, review=following))

    def _compare(self, journey: JourneyMap) -> Changed:
        then = [each for each in in_order(journey.snapshots) if journey.reviewed and each.date == journey.reviewed]
        found = self._snapshots.between(then[-1].id, NOW) if then else None
        if found is None:
            return Changed()
        ids = dict.fromkeys(difference.thing.id for difference in found)
        ids.pop(journey.id, None)
        return Changed(True, len(ids), tuple(ids))


def is_date(text: str) -> bool:
    """Whether this is a day, written as in the file."""
    try:
        return len(text) == len("2026-01-31") and bool(date.fromisoformat(text))
    except ValueError:
        return False

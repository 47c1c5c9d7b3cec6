"""Snapshots of the map shown, as a person takes them and goes back to them."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.document.base import changed, in_order
from desktop.document.compare import compare
from desktop.document.difference import Difference
from desktop.document.edits.snapshots import remove_snapshot, rename_snapshot, restored, take_snapshot
from desktop.document.errors import ChangeError
from desktop.document.journey import JourneyMap, Snapshot
from desktop.document.project import Project
from desktop.document.snapshots import Past

NOW = ""
"""In place of a snapshot's id: the map as it is."""


class Snapshots:
    """The verbs, each one undo step. `now` is the time of day where the person is."""

    def __init__(self, desk: Desk, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._now = now
        self._past: tuple[JourneyMap, Past] | None = None

    @property
    def desk(self) -> Desk:
        return self._desk

    @property
    def kept(self) -> list[Snapshot]:
        """Those of the map shown, the latest first."""
        journey = self._desk.journey
        return in_order(journey.snapshots)[::-1] if journey else []

    def suggested(self) -> str:
        """“Snapshot 3 · 14:20”: a title that no other has, with the time of day."""
        form, time = self._desk.words("snapshots.default"), f"{self._now():%H:%M}"
        taken = {snapshot.title for snapshot in self.kept}
        titles = (form.format(number=number, time=time) for number in count(len(taken) + 1))
        return next(title for title in titles if title not in taken)

    def take(self, title: str = "") -> bool:
        """Keeps the map as it is, under this title or the suggested one; whether that was possible."""
        desk, called, today = self._desk, title.strip() or self.suggested(), f"{self._now():%Y-%m-%d}"
        map_id = desk.map_id
        label = desk.words("edit.snapshot").format(title=called)
        taken = desk.attempt(label, lambda project: take_snapshot(project, map_id, called, today, new_id=desk.new_id))
        if taken:
            desk.said.emit(desk.words("status.snapshot").format(title=called))
        return taken

    def rename(self, snapshot_id: str, title: str) -> None:
        """Another title, without blanks around it; none is none."""
        map_id = self._desk.map_id
        if title.strip():
            self._attempt("rename", lambda project: rename_snapshot(project, map_id, snapshot_id, title.strip()))

    def remove(self, snapshot_id: str) -> None:
        """Takes a snapshot away; undo brings it back."""
        map_id = self._desk.map_id
        self._attempt("remove", lambda project: remove_snapshot(project, map_id, snapshot_id))

    def restore(self, snapshot_id: str) -> bool:
        """Goes back to how the map was; whether that changed anything."""
        desk, map_id = self._desk, self._desk.map_id
        title = self.title(snapshot_id)
        if not self._attempt("restore", lambda project: restored(project, map_id, snapshot_id), title):
            return False
        undo = Choice(desk.words("offer.undo"), desk.undo)
        desk.offered.emit(Offer(desk.words("status.snapshot_restored").format(title=title), (undo,)))
        return True

    def title(self, snapshot_id: str) -> str:
        """What a snapshot is called; the word for now where no id is given."""
        found = next((each for each in self.kept if each.id == snapshot_id), None)
        if found is None:
            return self._desk.words("snapshots.now")
        return found.title or self._desk.words("thing.snapshot")

    def state(self, snapshot_id: str) -> Project | None:
        """The project with the map shown as it was then, and with no other; None where nobody can read it.

        Without its snapshots, agenda, views and ballots, which going back does not change either.
        """
        then = self.past(snapshot_id)
        return self.around(then) if then is not None else None

    def past(self, snapshot_id: str) -> JourneyMap | None:
        """As `state`, the map alone."""
        journey = self._desk.journey
        try:
            then = journey if snapshot_id == NOW or journey is None else self._read(journey).at(snapshot_id)
        except ChangeError:
            return None
        return changed(then, snapshots=(), agenda=(), views=(), ballots=()) if then is not None else None

    def around(self, then: JourneyMap) -> Project:
        """The project of now round the map of then, which `past` gave."""
        return changed(self._desk.project, maps=(then,), editions=(), surveys=())

    def since(self, then: JourneyMap) -> tuple[Difference, ...]:
        """What was done to the map since it was as `past` gave it, which need not be read again for that."""
        now = self.past(NOW)
        return compare(self.around(then), self.around(now)) if now is not None else ()

    def between(self, before: str, after: str) -> tuple[Difference, ...] | None:
        """What was done to the map from one snapshot to another, or to now; None where one of them cannot be read."""
        old, new = self.state(before), self.state(after)
        return compare(old, new) if old is not None and new is not None else None

    def is_readable(self, snapshot_id: str) -> bool:
        """Whether the map can be had as it was."""
        journey = self._desk.journey
        return journey is not None and self._read(journey).readable(snapshot_id)

    def _read(self, journey: JourneyMap) -> Past:
        """What has been read of this value of the map is remembered."""
        if self._past is None or self._past[0] is not journey:
            self._past = journey, Past(journey)
        return self._past[1]

    def _attempt(self, verb: str, edit: Callable[[Project], Project], title: str = "") -> bool:
        return self._desk.attempt(self._desk.words(f"edit.snapshot_{verb}").format(title=title), edit)

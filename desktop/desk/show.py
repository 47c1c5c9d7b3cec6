"""The run of show: the agenda of a map as a workshop goes through it, point by point, by the clock."""

from collections.abc import Callable
from dataclasses import replace

from desktop.desk.desk import Desk
from desktop.desk.stagehand import Stagehand
from desktop.document import showing
from desktop.document.base import in_order
from desktop.document.edits.snapshots import snapshot_that_stays
from desktop.document.errors import EditError
from desktop.document.journey import AgendaPoint
from desktop.document.keyed import find
from desktop.document.showing import MINUTE, Outlook, Row, Run
from desktop.session import Signal


class Show:
    """Runs the agenda of the map that is shown when it starts; nothing of it is in the file but the snapshots.

    changed(): another point, another state, another agenda. begun(): a point begins, its lane is open and the slot is
    aimed. leaving(): a point is about to end; what is being written belongs to it still. ticked(): a second has gone
    by. silent(whether): notes come to the inbox from now on, or no longer.

    `clock` gives seconds since 1970, `today` a day as in the file.
    """

    def __init__(self, desk: Desk, clock: Callable[[], float], today: Callable[[], str]) -> None:
        self.changed: Signal[[]] = Signal()
        self.begun: Signal[[]] = Signal()
        self.leaving: Signal[[]] = Signal()
        self.ticked: Signal[[]] = Signal()
        self.silent: Signal[[bool]] = Signal()
        self._desk = desk
        self._clock = clock
        self._today = today
        self._stagehand = Stagehand(desk)
        self._run: Run | None = None
        self._map_id = ""
        self._quiet = False
        self._told = False
        self._seen: tuple[AgendaPoint, ...] = ()
        desk.shown.connect(self._follow)

    @property
    def running(self) -> bool:
        """Whether a run goes on, in a rest too."""
        return self._run is not None

    @property
    def paused(self) -> bool:
        return self._run is not None and self._run.since is None

    @property
    def map_id(self) -> str:
        """The map whose agenda this is: that of the run, else the one that is shown."""
        return self._map_id if self.running else self._desk.map_id

    @property
    def agenda(self) -> list[AgendaPoint]:
        """The points in order."""
        journey = find(self._desk.project.maps, self.map_id)
        return in_order(journey.agenda) if journey else []

    @property
    def point(self) -> AgendaPoint | None:
        """The current point; None when nothing runs, or when it has been taken out of the agenda."""
        return next((each for each in self.agenda if self._run and each.id == self._run.point), None)

    @property
    def number(self) -> int:
        """The place of the current point from 1; 0 without one."""
        return next((at for at, each in enumerate(self.agenda, 1) if self._run and each.id == self._run.point), 0)

    @property
    def remaining(self) -> float:
        """Seconds that the current point has left, at least 0."""
        return max(self._left(), 0.0)

    @property
    def overrun(self) -> float:
        """Seconds by which the current point has gone over its time, 0 while it has not."""
        return max(-self._left(), 0.0)

    @property
    def share(self) -> float:
        """How much of its time the current point has used, 0 to 1."""
        if self._run is None:
            return 0.0
        given = showing.used(self._run, self._clock()) + self._left()
        return min(max(1 - self._left() / given, 0.0), 1.0) if given > 0 else 1.0

    @property
    def rows(self) -> tuple[Row, ...]:
        """All points with their times; those of a run that began now when none is running."""
        return showing.planned(self.agenda, self._run, self._clock())

    @property
    def end(self) -> float:
        """When it is all over as things stand."""
        return max((row.end for row in self.rows), default=self._clock())

    @property
    def outlook(self) -> Outlook | None:
        """What it means to keep the agreed end, and what to let it move; None when nothing runs."""
        return showing.outlook(self.agenda, self._run, self._clock()) if self._run else None

    @property
    def keeping(self) -> bool:
        """Whether the rest is squeezed to keep the agreed end."""
        return self._run.keep if self._run else True

    def start(self, point_id: str = "") -> None:
        """Begins with a point, by default the first; a run that goes on turns to it without ending the current one."""
        ids = [point.id for point in self.agenda]
        first = point_id or next(iter(ids), "")
        if first not in ids:
            self._desk.said.emit(self._desk.words("show.no_agenda"))
        elif self._run is not None:
            self.leaving.emit()
            self._turn(first)
        else:
            self._map_id = self._desk.map_id
            self._run = showing.begun(self.agenda, first, self._clock())
            self._begin()

    def next(self) -> None:
        """The current point is over: a snapshot is kept under its name, and the next one begins, or the show is over.

        The snapshot is no undo step: what undo takes back next is what the group did last. Starts when nothing runs.
        """
        if self._run is None:
            self.start()
            return
        self.leaving.emit()
        self._keep_snapshot()
        self._onward()

    def skip(self) -> None:
        """Goes on to the next point and leaves the current one out; no snapshot is taken."""
        if self._run is not None:
            self.leaving.emit()
            self._onward(skip=True)

    def back(self) -> None:
        """The point before the current one goes on with the time that it had left."""
        before = self.agenda[: max(self.number - 1, 0)]
        if before:
            self.leaving.emit()
            self._turn(before[-1].id)

    def extend(self, minutes: int) -> None:
        """More minutes for the current point, or fewer; the agenda in the file stays as it is."""
        if self._run is not None:
            self._run = showing.extended(self._run, minutes * MINUTE)
            self._told = False
            self.changed.emit()

    def pause(self) -> None:
        """The time of the current point stands still; that of the day does not."""
        if self._run is not None and not self.paused:
            self._run = showing.rested(self._run, self._clock())
            self.changed.emit()

    def resume(self) -> None:
        """The time of the current point goes on."""
        if self._run is not None and self.paused:
            self._run = showing.resumed(self._run, self._clock())
            self.changed.emit()

    def toggle(self) -> None:
        """Starts, rests or goes on, whichever is next."""
        if self._run is None:
            self.start()
        elif self.paused:
            self.resume()
        else:
            self.pause()

    def stop(self) -> None:
        """Ends the run where it is. It can be started again at any point."""
        if self._run is not None:
            self.leaving.emit()
            self._run = None
            self._hush(False)
            self._desk.said.emit(self._desk.words("show.stopped"))
            self.changed.emit()

    def keep_end(self, keep: bool) -> None:
        """Whether the rest is squeezed so that the agreed end is kept; else the end moves."""
        if self._run is not None and self._run.keep is not keep:
            self._run = replace(self._run, keep=keep)
            self.changed.emit()

    def tick(self) -> None:
        """To be called every second while a run goes on: `ticked`, and once a sentence when a point's time is over."""
        point = self.point
        if point is None:
            return
        if self._left() <= 0 and not self._told and not self.paused:
            self._told = True
            self._desk.said.emit(self._desk.words("show.time_over").format(title=point.title))
        self.ticked.emit()

    def _left(self) -> float:
        return showing.left(self.agenda, self._run, self._clock()) if self._run else 0.0

    def _onward(self, *, skip: bool = False) -> None:
        run = self._run
        if run is None:
            return
        point = self.point
        coming = [row.point.id for row in self.rows if row.state is showing.State.AHEAD]
        if coming:
            self._turn(coming[0], skip=skip)
            return
        self._run = None
        self._hush(False)
        self._desk.said.emit(self._desk.words("show.over").format(title=point.title if point else ""))
        self.changed.emit()

    def _turn(self, point_id: str, *, skip: bool = False) -> None:
        if self._run is not None:
            self._run = showing.turned(self.agenda, self._run, point_id, self._clock(), skip=skip)
            self._begin()

    def _begin(self) -> None:
        """The stage is set for the current point."""
        point = self.point
        if point is not None:
            self._told = False
            self._desk.show_map(self._map_id)
            self._stagehand.set(point)
            self._hush(point.form == "silent")
            self.changed.emit()
            self.begun.emit()

    def _keep_snapshot(self) -> None:
        point, desk = self.point, self._desk
        if point is None or desk.session.read_only:
            return
        title = desk.words("show.snapshot").format(number=self.number, title=point.title)
        label = desk.words("edit.show_snapshot").format(title=title)
        try:
            verb = snapshot_that_stays(desk.project, self._map_id, title, self._today(), new_id=desk.new_id)
        except EditError as error:
            desk.said.emit(desk.sentence(error))
        else:
            desk.session.keep(label, verb, self._map_id)

    def _hush(self, quiet: bool) -> None:
        if quiet is not self._quiet:
            self._quiet = quiet
            self.silent.emit(quiet)

    def _follow(self) -> None:
        """Tells when the agenda is another, by an edit, by undo or on another map. A run ends when nothing is left of
        its agenda, or its map is gone."""
        if self._run is not None and not self.agenda:
            self._run = None
            self._hush(False)
            self._desk.said.emit(self._desk.words("show.stopped"))
        journey = find(self._desk.project.maps, self.map_id)
        agenda = journey.agenda if journey else ()
        if agenda is not self._seen:
            self._seen = agenda
            self.changed.emit()

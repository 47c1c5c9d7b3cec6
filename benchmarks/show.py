"""A run of show of two hours by a clock that is set by hand: how exact its timer is, and what a second costs.

`python -m benchmarks.show`
"""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.show import Show
from desktop.document.base import in_order
from desktop.document.edits.agenda import replace_agenda
from desktop.document.ids import Ids, ids_of
from desktop.session import Session
from desktop.storage.agendas import agendas
from desktop.storage.reader import read

MINUTES = 120
BEGIN = 1_800_000_000.0


@dataclass
class Clock:
    """Seconds since 1970, as somebody sets them."""

    now: float = BEGIN

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True, slots=True)
class Figures:
    """Points that were run; lanes that opened of those that should; snapshots under the right names; seconds by which
    the timer was off at most, and the end; the mean of a second's work and the longest change of points, in ms."""

    points: int
    lanes: tuple[int, int]
    snapshots: int
    off: float
    end_off: float
    tick: float
    turn: float


def main() -> None:
    figures = measured()
    opened, wanted = figures.lanes
    print(f"points run                    {figures.points}")
    print(f"lanes opened                  {opened} of {wanted}")
    print(f"snapshots named               {figures.snapshots} of {figures.points}")
    print(f"timer off at most             {figures.off:.3f} s")
    print(f"end off                       {figures.end_off:.3f} s")
    print(f"work of a second (mean)       {figures.tick:.3f} ms")
    print(f"change of points (longest)    {figures.turn:.1f} ms")


def measured() -> Figures:
    """The restaurant sample with the agenda of two hours, run to its end second by second."""
    clock, desk = Clock(), _desk()
    show = Show(desk, clock, lambda: "2026-11-22")
    show.start()
    points = show.agenda
    off, opened, ticking = 0.0, 0, 0.0
    turns: list[float] = []
    for point in points:
        opened += bool(point.lane) and desk.target is not None and desk.target.lane == point.lane
        for wrong, spent in _seconds(show, clock, point.minutes * 60):
            off, ticking = max(off, wrong), ticking + spent
        began = time.process_time()
        show.next()
        turns.append(time.process_time() - began)
    wanted = sum(bool(point.kind) for point in points)
    tick = 1000 * ticking / (MINUTES * 60)
    end_off = abs(clock.now - BEGIN - MINUTES * 60)
    return Figures(len(points), (opened, wanted), _named(desk, show), off, end_off, tick, 1000 * max(turns))


def _seconds(show: Show, clock: Clock, count: int) -> Iterator[tuple[float, float]]:
    """For each second of a point: by how much the timer is off, and the seconds of work to tell it."""
    for left in range(count, 0, -1):
        wrong = abs(show.remaining - left) + show.overrun
        clock.now += 1
        began = time.process_time()
        show.tick()
        yield wrong, time.process_time() - began


def _named(desk: Desk, show: Show) -> int:
    """How many snapshots bear the number and the title of their point, in order."""
    taken = in_order(desk.journey.snapshots) if desk.journey else []
    names = [f"After {number} · {point.title}" for number, point in enumerate(show.agenda, 1)]
    return sum(snapshot.title == name for snapshot, name in zip(taken, names, strict=False))


def _desk() -> Desk:
    """The restaurant sample with the agenda."""
    session = Session(read(resources.root() / "samples" / "restaurant.journey"))
    desk = Desk(session, resources.words("en"), Ids(random.Random(1).getrandbits, ids_of(session.project)))
    template = next(each for each in agendas(resources.root() / "agendas") if each.minutes == MINUTES)
    desk.edit("", replace_agenda(desk.project, desk.map_id, template.points, new_id=desk.new_id))
    return desk


if __name__ == "__main__":
    main()

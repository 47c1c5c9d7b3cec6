"""Runs of show by a clock that is set by hand."""

import random

from desks import small_map
from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.show import Show
from desktop.document.edits.agenda import replace_agenda
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import AgendaPoint
from desktop.session import Session
from desktop.storage.reader import Opened

TEN = 1_800_000_000.0
DAY = "2026-11-22"
POINTS = (
    AgendaPoint(id="p1", title="Doing", minutes=10, kind="actions"),
    AgendaPoint(id="p2", title="Feelings", minutes=5, kind="emotions", form="silent"),
    AgendaPoint(id="p3", title="Wrap-up", minutes=5, form="talk"),
)


class Clock:
    """Stands still until it is put on."""

    def __init__(self):
        self.now = TEN

    def __call__(self):
        return self.now

    def on(self, minutes=0, seconds=0):
        self.now += 60 * minutes + seconds


class Ear:
    """Keeps what is told."""

    def __init__(self, *signals):
        self.heard = []
        for signal in signals:
            signal.connect(self)

    def __call__(self, *told):
        self.heard.append(told[0] if told else None)


def desk_with(points=POINTS, opened=None):
    """A desk on a map, by default the small one, with these points: g1, g2 …"""
    whole, numbers = opened.project if opened else small_map(), (f"g{number}" for number in range(1, 99))
    planned = replace_agenda(whole, whole.maps[0].id, points, new_id=numbers.__next__)
    session = Session(Opened(planned, opened.assets if opened else {}))
    return Desk(session, resources.words("en"), Ids(random.Random(3).getrandbits, ids_of(session.project)))


def show_on(desk, clock):
    return Show(desk, clock, lambda: DAY)

"""A window on the restaurant visit, and what of it a room is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.agenda import replace_agenda
from desktop.document.edits.cards import Spot
from desktop.session import Session
from desktop.storage.reader import Opened
from shows import POINTS


class Host:
    """Whoever stands before the group; works with keys alone."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.desk, self.canvas, self.docks = window.desk, window.canvas, window.docks
        self.room = window.workshop.room
        self.mode, self.focus, self.hall = self.room.mode, self.room.focus, self.room.hall
        self.scribe, self.show = window.workshop.scribe, window.workshop.run.show

    def key(self, key, *modifiers):
        keys = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            keys |= modifier
        QTest.keyClick(self.window.focusWidget() or self.canvas, key, keys)

    def aim(self, kind, title, after=""):
        self.desk.aim(Spot(self.lane(kind).id, self.step(title).id, after=after))

    def lane(self, kind):
        return next(each for each in self.desk.journey.lanes if each.kind == kind)

    def step(self, title):
        return next(each for stage in self.desk.journey.stages for each in stage.steps if each.title == title)

    def note(self, text):
        self.scribe.take_focus()
        QTest.keyClicks(self.scribe.field, text)
        QTest.keyClick(self.scribe.field, Qt.Key.Key_Return)

    def rest(self):
        """Until nothing moves any more."""
        self.qtbot.waitUntil(lambda: not self.moving())

    def moving(self):
        waiting = self.mode._moving.isActive() or self.mode._settling.isActive()
        return waiting or self.mode._gliding.state() is self.mode._gliding.State.Running

    def enter(self):
        self.key(Qt.Key.Key_F11)
        self.rest()

    def sees(self, thing):
        """Whether a card is in sight beside headers and labels."""
        return self.canvas.scene.hits.rect(thing).meets(self.canvas.view.seen)


@pytest.fixture
def host(window, qtbot):
    return Host(window, qtbot)


@pytest.fixture
def planned(open_window, sample, qtbot):
    """On a copy with an agenda of three points."""
    numbers = (f"g{number}" for number in range(1, 99))
    whole = replace_agenda(sample.project, sample.project.maps[0].id, POINTS, new_id=numbers.__next__)
    return Host(open_window(Session(Opened(whole, sample.assets))), qtbot)

"""A pen for the canvas of the tests: opens the editor on things and types into whatever has the keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.desk.drafts import draft_of
from desktop.document.base import in_order
from desktop.document.locate import columns_of
from desktop.document.things import things

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Pen:
    """Lanes are named by their kind, steps by their number."""

    def __init__(self, canvas):
        self.canvas = canvas
        self.desk = canvas.desk

    @property
    def writer(self):
        return self.canvas.writer

    def open(self, thing):
        """The editor on a thing, opened as a command does."""
        assert self.canvas.write(draft_of(self.desk, thing))
        return self.writer

    def type(self, text):
        """Letters to whatever has the focus."""
        for letter in text:
            QTest.keyClick(self.writer or self.canvas, letter)

    def key(self, key, keys=NONE):
        QTest.keyClick(self.writer or self.canvas, key, keys)

    def lane(self, kind):
        return next(lane for lane in self.desk.journey.lanes if lane.kind == kind)

    def step(self, number):
        return columns_of(self.desk.journey).steps[number]

    def stage(self, number):
        return in_order(self.desk.journey.stages)[number]

    def selected(self):
        """The one thing that is selected, as it is now."""
        chosen = things(self.desk.journey, self.desk.selected)
        (one,) = (*chosen.cards, *chosen.markers, *chosen.lanes, *chosen.steps, *chosen.stages)
        return one

    def card(self, thing):
        (card,) = things(self.desk.journey, (thing,)).cards
        return card

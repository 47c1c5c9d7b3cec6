"""Every gesture on the restaurant sample, one line each: what to press, where to move, what is held down.

To try another one, add a row: every ending in test_gesture_table.py is tried with it, and the soak takes it up.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import points
from PySide6.QtCore import QPoint, Qt

from desktop.canvas.pick import GRIP_GAP

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class At:
    """Points of a canvas by what stands there; steps, stages and markers by their number from the left."""

    def __init__(self, hand):
        self.hand = hand
        self.canvas = hand.canvas
        self.layout = hand.canvas.scene.layout

    def card(self, text, across=0.5, down=0.5):
        return self.hand.on(text, across, down)

    def stage(self, number, across=0.5):
        return points.within(self.canvas, self.layout.stage_places[number].stage.id, across, 0.5)

    def step(self, number, across=0.5):
        return points.within(self.canvas, self.layout.columns[number].step.id, across, 0.5)

    def step_edge(self, number):
        return points.right_edge(self.canvas, self.layout.columns[number].step.id)

    def lane(self, kind, down=0.5):
        return points.within(self.canvas, points.lane_of(self.canvas, kind), 0.4, down)

    def lane_edge(self, kind):
        return points.lower_edge(self.canvas, points.lane_of(self.canvas, kind))

    def marker(self, number):
        return points.middle(self.canvas, points.marker_of(self.canvas, number))

    def cell(self, kind, number):
        return points.cell(self.canvas, kind, number)

    def handle(self, text):
        """The handle of a selected card from which arrows are drawn."""
        return self.card(text, across=1.0) + QPoint(GRIP_GAP, 0)

    def select(self, *texts):
        self.canvas.desk.select(map(self.hand.card, texts))


Where = Callable[[At], QPoint]


@dataclass(frozen=True)
class Gesture:
    """Presses at a point, moves to others; `before` prepares, `edits` is how many undo steps a drop makes."""

    press: Where
    to: Sequence[Where]
    keys: Qt.KeyboardModifier = NONE
    before: Callable[[At], object] = lambda at: None
    button: Qt.MouseButton = Qt.MouseButton.LeftButton
    edits: int = 1


GESTURES = {
    "card to a cell": Gesture(lambda at: at.card("Friend’s post"), [lambda at: at.cell("touchpoints", 3)]),
    "card to another lane": Gesture(lambda at: at.card("Friend’s post"), [lambda at: at.card("“Is it worth")]),
    "cards": Gesture(
        lambda at: at.card("Friend’s post"),
        [lambda at: at.cell("touchpoints", 3)],
        before=lambda at: at.select("Friend’s post", "Search result"),
    ),
    "card copied": Gesture(lambda at: at.card("Friend’s post"), [lambda at: at.cell("touchpoints", 3)], CTRL),
    "card converted": Gesture(lambda at: at.card("Friend’s post"), [lambda at: at.card("Reads the menu")], SHIFT),
    "card spanned": Gesture(lambda at: at.card("Review site", 0.99), [lambda at: at.card("Booking form")]),
    "arrow": Gesture(
        lambda at: at.handle("Reads the menu"),
        [lambda at: at.card("Picks a day")],
        before=lambda at: at.select("Reads the menu"),
    ),
    "marker up": Gesture(lambda at: at.marker(3), [lambda at: at.marker(3) - QPoint(0, 60)]),
    "marker finely": Gesture(lambda at: at.marker(3), [lambda at: at.marker(3) - QPoint(0, 33)], SHIFT),
    "marker onto another": Gesture(lambda at: at.marker(3), [lambda at: at.marker(2)], edits=0),
    "stage": Gesture(lambda at: at.stage(1), [lambda at: at.stage(0, 0.2)]),
    "stage over lanes": Gesture(lambda at: at.stage(1), [lambda at: at.card("Word of mouth")]),
    "step": Gesture(lambda at: at.step(0), [lambda at: at.step(1, 0.9)]),
    "step to another stage": Gesture(lambda at: at.step(0), [lambda at: at.step(3, 0.9)]),
    "lane": Gesture(lambda at: at.lane("thoughts"), [lambda at: at.lane("actions", 0.1)]),
    "width": Gesture(lambda at: at.step_edge(1), [lambda at: at.step_edge(1) + QPoint(60, 0)]),
    "height": Gesture(lambda at: at.lane_edge("actions"), [lambda at: at.lane_edge("actions") + QPoint(0, 70)]),
    "rubber band": Gesture(lambda at: at.cell("touchpoints", 3), [lambda at: at.card("Search result")], edits=0),
    "rubber band with Shift": Gesture(
        lambda at: at.cell("touchpoints", 3), [lambda at: at.card("Search result")], SHIFT, edits=0
    ),
    "pan": Gesture(
        lambda at: at.card("Review site"),
        [lambda at: at.card("Search result")],
        button=Qt.MouseButton.MiddleButton,
        edits=0,
    ),
}

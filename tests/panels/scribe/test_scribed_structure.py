"""A map's structure typed line by line in the scribe bar of a real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.keyscript import Typist
from desktop.document.base import in_order
from desktop.document.locate import cards_of


@pytest.fixture
def typed(window):
    """Types lines, each with Enter."""
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)

    def typed(*lines):
        for line in lines:
            Typist(window).type(line)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    return typed


def test_a_stage_its_steps_and_a_note_in_the_last_of_them(window, typed):
    typed("s: Afterwards", "d: Goes home", "d: Tells friends", "On the train")
    journey = window.desk.journey
    stage = next(one for one in journey.stages if one.title == "Afterwards")
    steps = in_order(stage.steps)
    assert [step.title for step in steps] == ["Goes home", "Tells friends"]
    note = next(card for card in cards_of(journey) if card.text == "On the train")
    assert note.first == window.desk.target.step == steps[1].id


def test_the_slot_stands_in_the_new_stage_before_anything_is_typed_there(window, typed):
    typed("s: Afterwards")
    stage = next(one for one in window.desk.journey.stages if one.title == "Afterwards")
    assert window.desk.target.step == stage.steps[0].id

"""Choosing pictures from the inspector: for a card, and for a persona."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.desk.pictures import Pictures
from desktop.panels.inspector.inspector import Inspector
from desktop.panels.inspector.picture import Chooser
from pictures import ready

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked():
    return []


@pytest.fixture
def inspector(qtbot, desk, asked):
    chooser = Chooser(
        lambda: asked.append("choose"),
        lambda: asked.append("crop"),
        lambda persona: asked.append(("portray", persona)),
        lambda persona: asked.append(("efface", persona)),
    )
    inspector = Inspector(desk, chooser=chooser)
    qtbot.addWidget(inspector)
    inspector.resize(300, 900)
    inspector.show()
    return inspector


def click(inspector, name):
    button = next(b for b in inspector.findChildren(QPushButton) if b.isVisible() and b.text() == name)
    QTest.mouseClick(button, LEFT)


def test_a_picture_card_offers_another_picture_and_the_part_shown(desk, inspector, asked):
    Pictures(desk).add([ready()])
    click(inspector, "Picture…")
    click(inspector, "Crop picture…")
    assert asked == ["choose", "crop"]


def test_other_cards_offer_none(desk, inspector):
    desk.select([next(lane for lane in desk.journey.lanes if lane.cards).cards[0].id])
    assert not [b for b in inspector.findChildren(QPushButton) if b.isVisible() and b.text() == "Crop picture…"]


def test_a_persona_gets_one_and_loses_it(desk, inspector, asked):
    desk.select(())
    click(inspector, "Picture…")
    click(inspector, "No Picture")
    persona = asked[0][1]
    assert asked == [("portray", persona), ("efface", persona)]
    assert persona in {one.id for one in desk.project.personas}

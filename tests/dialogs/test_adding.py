"""What another file brings is shown before it comes, and whose version stands is decided there."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import desk_on
from desktop.desk.adding import Adding, Guest
from desktop.dialogs.adding import AddDialog
from desktop.dialogs.adding.contradictions import CHOICES
from desktop.dialogs.disagreement import titles
from desktop.document.edits.cards import Spot, add_card, edit_cards
from desktop.document.locate import cards_of
from desktop.storage.reader import Opened

NONE = Qt.KeyboardModifier.NoModifier


def texts(project) -> set[str]:
    return {card.text for card in cards_of(project.maps[0])}


@pytest.fixture
def desk(sample):
    return desk_on(sample.project)


@pytest.fixture
def dialog(desk, qtbot, altered):
    """A dialog over what somebody made of the desk's project."""

    def made(**fields: str) -> AddDialog:
        adding = Adding(desk, Guest(Opened(altered(**fields), {}, 0), "kitchen"), titles(desk.words, "kitchen"))
        shown = AddDialog(adding, adding.proposed())
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return made


@pytest.fixture
def altered(desk):
    """The project with a new card, and with another text on the first one where one is given."""

    def made(text: str = "") -> object:
        journey = desk.journey
        lane = next(lane for lane in journey.lanes if lane.cards)
        spot = Spot(lane.id, lane.cards[0].first)
        project = add_card(desk.project, journey.id, spot, "note", new_id=lambda: "fresh", text="From the kitchen")
        return edit_cards(project, journey.id, [lane.cards[0].id], text=text) if text else project

    return made


def test_what_comes_is_listed(dialog):
    shown = dialog()
    assert shown.heading.text() == "What comes from kitchen"
    assert shown.told.text() == "1 new"
    assert "From the kitchen" in texts(shown.merged.project)


def test_without_contradictions_there_is_no_list_of_them(dialog):
    shown = dialog()
    assert not shown.contradictions.isVisible()
    assert not shown.all.isVisible()


def test_contradictions_are_listed_with_both_values(dialog):
    shown = dialog(text="Otherwise")
    item = shown.contradictions.topLevelItem(0)
    assert item.text(2) == "Otherwise"
    assert item.text(0).endswith("· Text")


@pytest.mark.parametrize(("choice", "there"), [("both", True), ("theirs", True), ("mine", False)])
def test_a_decision_by_the_keyboard_counts(dialog, choice, there):
    shown = dialog(text="Otherwise")
    (box,) = shown.contradictions.boxes
    box.setFocus()
    for _ in range(CHOICES.index(choice)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert ("Otherwise" in texts(shown.merged.project)) == there


def test_all_can_be_decided_at_once(dialog):
    shown = dialog(text="Otherwise")
    shown.all.setFocus()
    for _ in range(2):
        QTest.keyClick(shown.all, Qt.Key.Key_Down)
    assert [box.currentText() for box in shown.contradictions.boxes] == ["As here"]
    assert "Otherwise" not in texts(shown.merged.project)


def test_taking_it_is_one_step(dialog, desk):
    before, shown = desk.project, dialog(text="Otherwise")
    assert shown._adding.take(shown.merged)
    assert {"From the kitchen", "Otherwise"} <= texts(desk.project)
    assert desk.undo().label == "Add from kitchen"
    assert desk.project == before


def test_the_wheel_scrolls_and_decides_nothing(dialog):
    shown = dialog(text="Otherwise")
    (box,) = shown.contradictions.boxes
    at, none = QPointF(box.rect().center()), Qt.MouseButton.NoButton
    turn = QWheelEvent(
        at, box.mapToGlobal(at), QPoint(), QPoint(0, -120), none, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == 0

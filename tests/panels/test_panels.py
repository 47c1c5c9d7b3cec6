"""The rows round the canvas."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop import resources
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.panels.facts import Facts
from desktop.panels.mapbar import MapBar
from desktop.panels.toprow import LONGEST_TITLE, TopRow
from desktop.panels.waiting import waiting


@pytest.fixture
def maps(qtbot):
    bar = MapBar(resources.words("en"))
    qtbot.addWidget(bar)
    return bar


def journey(number, title, status="current"):
    return JourneyMap(id=f"m{number}", title=title, status=status)


def texts(bar):
    return [bar.tabText(index) for index in range(bar.count())]


def test_a_tab_names_its_map_and_its_status(maps):
    maps.show_maps([journey(1, "Dinner"), journey(2, "Lunch & more", "ideal"), journey(3, "", "draft")], "m2")
    assert texts(maps) == ["Dinner · current", "Lunch && more · ideal", "Untitled · draft"]
    assert maps.currentIndex() == 1


def test_a_long_title_is_shortened_on_the_tab_only(maps):
    maps.show_maps([journey(1, "A very long dinner " * 5)], "m1")
    assert len(texts(maps)[0]) < 55
    assert maps.tabToolTip(0) == "A very long dinner " * 5


def test_only_a_hand_is_told_of(maps, qtbot):
    with qtbot.assertNotEmitted(maps.chosen):
        maps.show_maps([journey(1, "Dinner"), journey(2, "Lunch")], "m2")
        maps.show_maps([journey(2, "Lunch")], "m2")
    maps.show_maps([journey(1, "Dinner"), journey(2, "Lunch")], "m1")
    with qtbot.waitSignal(maps.chosen) as told:
        QTest.mouseClick(maps, Qt.MouseButton.LeftButton, pos=maps.tabRect(1).center())
    assert told.args == ["m2"]


def test_a_long_project_title_is_shortened(qtbot):
    row = TopRow(QMenu(), [], "Print")
    qtbot.addWidget(row)
    row.show_project("x" * 100)
    assert len(row.project.text()) == LONGEST_TITLE
    assert row.project.toolTip() == "x" * 100


def test_the_strong_button_tells(qtbot):
    row = TopRow(QMenu(), [], "Print")
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.strong):
        QTest.mouseClick(row.print_button, Qt.MouseButton.LeftButton)


def test_the_pointer_waits_and_comes_back(qapp):
    with waiting():
        assert QApplication.overrideCursor().shape() == Qt.CursorShape.WaitCursor
    assert QApplication.overrideCursor() is None


def test_the_pointer_comes_back_after_a_failure(qapp):
    with pytest.raises(OSError, match="full"), waiting():
        raise OSError("full")
    assert QApplication.overrideCursor() is None


@pytest.fixture
def facts(qtbot):
    bar = Facts(resources.words("en"))
    qtbot.addWidget(bar)
    return bar


def test_the_menu_is_not_mirrored_with_its_button(qtbot):
    menu = QMenu()
    file = menu.addMenu("File")
    row = TopRow(menu, [], "Print")
    qtbot.addWidget(row)
    row.show()
    QTimer.singleShot(0, menu.close)
    QTest.mouseClick(row.project, Qt.MouseButton.LeftButton)
    assert {menu.layoutDirection(), file.layoutDirection()} == {Qt.LayoutDirection.LeftToRight}
    assert row.project.layoutDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("time", "modified", "new", "said"),
    [
        ("", False, False, "Saved"),
        ("", True, False, "Changed"),
        ("14:02", False, False, "Saved 14:02"),
        ("14:02", True, False, "Changed since 14:02"),
        ("", False, True, "Not saved yet"),
        ("", True, True, "Not saved yet"),
    ],
)
def test_the_status_bar_says_how_things_stand(facts, time, modified, new, said):
    facts.show_saved(time, modified=modified, new=new)
    assert facts.saved.text() == said


def test_the_status_bar_counts(facts, sample):
    facts.show_map(sample.project.maps[0])
    assert facts.contents.text() == "6 stages · 13 steps · 93 cards"


def test_one_of_a_thing_is_not_counted_as_several(facts):
    step = Step(id="s", rank="a", title="Step")
    stage = Stage(id="t", rank="a", title="Stage", steps=(step,))
    facts.show_map(JourneyMap(id="m", stages=(stage,)))
    assert facts.contents.text() == "1 stage · 1 step · 0 cards"


def test_a_message_takes_the_place_of_the_facts(facts):
    facts.say("Printed.")
    assert facts.currentMessage() == "Printed."

"""The maps of a project as tabs."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.document.journey import JourneyMap
from desktop.panels import theme
from desktop.panels.mapbar import NARROWEST, MapBar, MapRow
from desktop.preferences import Appearance
from persons import move

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def maps(qtbot):
    bar = MapBar(resources.words("en"))
    qtbot.addWidget(bar)
    bar.show()
    return bar


@pytest.fixture
def three(maps, qtbot):
    """Dinner, Lunch and Breakfast; Lunch is shown."""
    maps.resize(600, 36)
    with qtbot.waitActive(maps):
        maps.activateWindow()
    maps.show_maps([journey(1, "Dinner"), journey(2, "Lunch"), journey(3, "Breakfast")], "m2")
    return maps


def journey(number, title, status="current"):
    return JourneyMap(id=f"m{number}", title=title, status=status)


def texts(bar):
    return [bar.tabText(index) for index in range(bar.count())]


def on(bar, index):
    return bar.tabRect(index).center()


def drag(bar, start, to):
    QTest.mousePress(bar, LEFT, NONE, on(bar, start))
    for share in range(1, 11):
        move(bar, on(bar, start) + (to - on(bar, start)) * share / 10, NONE)
    QTest.mouseRelease(bar, LEFT, NONE, to)


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
        QTest.mouseClick(maps, LEFT, pos=on(maps, 1))
    assert told.args == ["m2"]


def test_a_double_click_opens_the_title(three, qtbot):
    QTest.mouseDClick(three, LEFT, NONE, on(three, 0))
    assert three.field.text() == "Dinner"
    assert three.field.hasFocus()
    QTest.keyClicks(three.field, "Supper")
    with qtbot.waitSignal(three.renamed) as told:
        QTest.keyClick(three.field, Qt.Key.Key_Return)
    assert told.args == ["m1", "Supper"]
    assert three.field is None


def test_escape_leaves_the_title_as_it_was(three, qtbot):
    three.rename()
    QTest.keyClicks(three.field, "Supper")
    with qtbot.assertNotEmitted(three.renamed):
        QTest.keyClick(three.field, Qt.Key.Key_Escape)
    assert three.field is None


def test_a_click_elsewhere_hands_the_title_in(three, qtbot):
    three.rename()
    QTest.keyClicks(three.field, "Noon")
    with qtbot.waitSignal(three.renamed) as told:
        three.field.clearFocus()
    assert told.args == ["m2", "Noon"]


def test_a_title_has_room_to_be_written(three):
    three.show_maps([journey(1, "A")], "m1")
    three.rename()
    assert three.field.width() >= NARROWEST
    QTest.keyClick(three.field, Qt.Key.Key_Escape)


def test_a_tab_is_moved_by_dragging(three, qtbot):
    with qtbot.waitSignal(three.moved) as told:
        drag(three, 0, on(three, 1) + QPoint(10, 0))
    assert told.args == ["m1", "m3"]


def test_a_tab_is_dragged_to_the_end(three, qtbot):
    with qtbot.waitSignal(three.moved) as told:
        drag(three, 1, on(three, 2) + QPoint(20, 0))
    assert told.args == ["m2", ""]


def test_a_tab_that_is_put_back_has_not_moved(three, qtbot):
    with qtbot.assertNotEmitted(three.moved):
        drag(three, 1, on(three, 1) + QPoint(4, 0))


def test_a_right_click_shows_the_map_before_its_menu(three):
    heard = []
    three.chosen.connect(heard.append)
    three.menu_asked.connect(heard.append)
    at = on(three, 2)
    three.customContextMenuRequested.emit(at)
    assert heard == ["m3", three.mapToGlobal(at)]


def test_the_row_begins_where_it_is_told(qtbot):
    bar = MapBar(resources.words("en"))
    bar.show_maps([journey(1, "Dinner")], "m1")
    row = MapRow(bar, QAction("New map"))
    qtbot.addWidget(row)
    row.resize(800, 36)
    row.show()
    row.begin_at(208)
    row.layout().activate()
    assert bar.x() == 208
    assert row.button.x() > bar.geometry().right()


def test_plus_adds_a_map(qtbot):
    add = QAction("New map")
    row = MapRow(MapBar(resources.words("en")), add)
    qtbot.addWidget(row)
    row.show()
    with qtbot.waitSignal(add.triggered):
        QTest.mouseClick(row.button, LEFT)


def test_all_tabs_are_seen_whichever_is_chosen(qtbot, qapp):
    theme.wear(qapp, Appearance.LIGHT)
    bar = MapBar(resources.words("en"))
    row = MapRow(bar, QAction("New map"))
    qtbot.addWidget(row)
    row.resize(800, 36)
    row.show()
    for chosen in ("m2", "m1"):
        bar.show_maps([journey(1, "Dinner at the restaurant"), journey(2, "Lunch")], chosen)
        QApplication.processEvents()
        assert bar.width() >= bar.sizeHint().width()

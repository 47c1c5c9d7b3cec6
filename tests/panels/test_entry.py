"""One kind in the palette."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop import resources
from desktop.layout.colour import MARK, contrast, mixed
from desktop.panels.entry import HEIGHT, MARGIN, START, SWATCH, Entry, Swatch
from desktop.panels.palette import GROUPS, TINT

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
EDGE, FILL = "#CF3F66", "#FDEAF0"


@pytest.fixture
def entry(qtbot):
    entry = Entry("pain", "Pain point", "p", Swatch(EDGE, FILL, resources.icons()["pain"]))
    qtbot.addWidget(entry)
    entry.resize(208, HEIGHT)
    entry.show()
    with qtbot.waitActive(entry):
        entry.activateWindow()
    entry.clearFocus()
    return entry


@pytest.fixture
def told(entry):
    heard = []
    entry.clicked.connect(lambda: heard.append("clicked"))
    entry.lifted.connect(lambda at: heard.append("lifted"))
    entry.carried.connect(lambda at, keys: heard.append("carried"))
    entry.dropped.connect(lambda at, keys: heard.append("dropped"))
    return heard


def colours(entry, left, right):
    image = entry.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(6, HEIGHT - 6)}


def test_the_swatch_has_the_colours_of_the_kind(entry):
    seen = colours(entry, MARGIN, MARGIN + SWATCH.width())
    assert {QColor(EDGE).name(), QColor(FILL).name()} <= seen


def test_the_icon_is_drawn_in_the_edges_colour(entry):
    assert QColor(EDGE).name() in colours(entry, MARGIN + 8, MARGIN + SWATCH.width() - 4)


def test_the_key_stands_in_a_box_at_the_right(entry):
    assert len(colours(entry, 208 - MARGIN - 20, 208 - MARGIN)) > 4
    bare = Entry("need", "Need", "", Swatch(EDGE, FILL, ()))
    bare.resize(208, HEIGHT)
    assert len(colours(bare, 208 - MARGIN - 20, 208 - MARGIN)) == 1


def test_focus_and_pressing_are_seen(entry):
    calm = entry.grab().toImage()
    entry.setFocus()
    focused = entry.grab().toImage()
    entry.setDown(True)
    assert calm != focused != entry.grab().toImage()


def test_what_is_disabled_is_paler(entry):
    strong = entry.grab().toImage()
    entry.setEnabled(False)
    assert entry.grab().toImage() != strong
    assert QColor(EDGE).name() not in colours(entry, MARGIN, MARGIN + 4)


def test_a_narrow_entry_keeps_its_key(entry):
    assert entry.sizeHint().width() <= 208
    entry.resize(110, HEIGHT)
    assert len(colours(entry, 110 - MARGIN - 20, 110 - MARGIN)) > 4


def test_a_click_is_told_once(entry, told):
    QTest.mouseClick(entry, LEFT)
    assert told == ["clicked"]


def test_a_drag_is_no_click(entry, told):
    QTest.mousePress(entry, LEFT, NONE, QPoint(10, 10))
    for x in (12, 10 + START + 2, 60):
        QTest.mouseMove(entry, QPoint(x, 10))
    QTest.mouseRelease(entry, LEFT, NONE, QPoint(60, 10))
    assert told == ["lifted", "carried", "carried", "dropped"]


def test_a_drag_tells_where_the_pointer_is_on_the_screen(entry):
    places = []
    entry.carried.connect(lambda at, keys: places.append(at))
    QTest.mousePress(entry, LEFT, NONE, QPoint(10, 10))
    QTest.mouseMove(entry, QPoint(80, 20))
    QTest.mouseRelease(entry, LEFT, NONE, QPoint(80, 20))
    assert places == [QPointF(entry.mapToGlobal(QPoint(80, 20)))]


def test_after_a_drag_a_click_is_a_click_again(entry, told):
    QTest.mousePress(entry, LEFT, NONE, QPoint(10, 10))
    QTest.mouseMove(entry, QPoint(60, 10))
    QTest.mouseRelease(entry, LEFT, NONE, QPoint(60, 10))
    told.clear()
    QTest.mouseClick(entry, LEFT)
    assert told == ["clicked"]


def test_moving_without_a_press_is_nothing(entry, told):
    QTest.mouseMove(entry, QPoint(100, 10))
    assert told == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_click(entry, told, key):
    QTest.keyClick(entry, key)
    assert told == ["clicked"]


CARDS = sorted({kind for group in GROUPS.values() for kind in group} - {"stage", "step", "lane", "emotion"})


@pytest.mark.parametrize("kind", CARDS)
def test_every_icon_can_be_seen_on_its_swatch(kind):
    style = resources.style("screen")
    look = style.kind(kind)
    assert kind in style.icons
    assert contrast(look.edge, mixed(look.fill, look.edge, TINT)) >= MARK

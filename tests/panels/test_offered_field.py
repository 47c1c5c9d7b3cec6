"""A line of text that offers what is known: by the arrow, by keys, while one types."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.panels.inspector.offered import OfferedField

LEFT = Qt.MouseButton.LeftButton
NAMES = (("Families", "Families"), ("Couples", "Couples"), ("Regular guests", "Regular guests"))


@pytest.fixture
def field(qtbot):
    made = OfferedField("For whom", resources.words("en"))
    qtbot.addWidget(made)
    made.entered_values = []
    made.write = lambda value: made.entered_values.append(value) or ""
    made.offer(NAMES)
    made.show_value("", fresh=True)
    made.resize(240, 60)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.line.setFocus()
    yield made
    made.offers.popup().hide()


def offered(field):
    model = field.offers.popup().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def arrow(field):
    return QPoint(field.line.width() - 10, field.line.height() // 2)


def test_a_click_on_the_arrow_shows_all(field):
    QTest.mouseClick(field.line, LEFT, pos=arrow(field))
    assert field.offers.popup().isVisible()
    assert offered(field) == ["Families", "Couples", "Regular guests"]


def test_a_click_elsewhere_shows_nothing(field):
    QTest.mouseClick(field.line, LEFT, pos=QPoint(20, field.line.height() // 2))
    assert not field.offers.popup().isVisible()


def test_what_is_typed_finds_what_has_it_anywhere(field):
    QTest.keyClicks(field.line, "guest")
    assert offered(field) == ["Regular guests"]
    QTest.keyClick(field.offers.popup(), Qt.Key.Key_Down)
    QTest.keyClick(field.offers.popup(), Qt.Key.Key_Return)
    assert field.entered_values == ["Regular guests"]
    assert field.line.text() == "Regular guests"


def test_new_words_count_too(field):
    QTest.keyClicks(field.line, "Tourists")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.entered_values == ["Tourists"]


def test_without_words_there_is_no_arrow(field):
    field.offer(())
    QTest.mouseClick(field.line, LEFT, pos=arrow(field))
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    assert not field.offers.popup().isVisible()
    assert field.line.textMargins().right() == 0


def test_what_can_only_be_read_offers_nothing(field):
    field.set_read_only(True)
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    assert not field.offers.popup().isVisible()


def test_the_pointer_says_where_the_arrow_is(field):
    for at, shape in ((arrow(field), Qt.CursorShape.ArrowCursor), (QPoint(20, 10), Qt.CursorShape.IBeamCursor)):
        QTest.mouseMove(field.line, at)
        assert field.line.cursor().shape() is shape

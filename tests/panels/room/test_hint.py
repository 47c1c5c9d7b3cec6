"""What is said below the map, and goes away by itself."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsOpacityEffect


@pytest.fixture
def hint(host):
    """In room mode, whose own sentence is gone."""
    host.enter()
    host.hall.hint.withdraw()
    return host.hall.hint


def in_hall(host, widget):
    return QRect(widget.mapTo(host.hall, QPoint(0, 0)), widget.size())


def test_it_stands_in_the_middle_below_the_map_and_covers_neither_map_nor_notes_nor_scribe_bar(host, hint, qtbot):
    for sentence in ("The lane is locked.", "word " * 80):
        hint.tell(sentence)
        qtbot.waitUntil(lambda: host.hall.rect().contains(in_hall(host, hint)))
        host.rest()
        place = in_hall(host, hint)
        assert place.center().x() == pytest.approx(host.canvas.geometry().center().x(), abs=2)
        assert not place.intersects(host.canvas.geometry())
        assert not place.intersects(host.hall.side.geometry())
        assert host.hall.foot.rect().contains(hint.geometry())
    assert hint.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_map_and_frame_stay_as_they_are_when_it_comes_and_goes_until_room_mode_ends(host, hint):
    before = host.canvas.size(), host.canvas.view
    hint.tell("The lane is locked.")
    QTest.qWait(0)
    assert (host.canvas.size(), host.canvas.view) == before
    hint.withdraw()
    QTest.qWait(0)
    assert (host.canvas.size(), host.canvas.view) == before
    assert host.hall.foot.isVisible()
    host.mode.leave()
    assert host.hall.foot.isHidden()


def test_it_fades_by_itself_and_the_next_sentence_is_not_faded(hint, qtbot):
    hint._waiting.setInterval(1)
    hint.tell("One.")
    qtbot.waitUntil(hint.isHidden)
    hint.tell("Two.")
    assert isinstance(hint.graphicsEffect(), QGraphicsOpacityEffect)
    assert hint.graphicsEffect().opacity() == 1.0
    hint.withdraw()
    assert hint.isHidden()


def test_without_animations_it_is_gone_at_once(host, hint, qtbot):
    host.canvas.setStyleSheet("* { widget-animation-duration: 0 }")
    hint._waiting.setInterval(1)
    hint.tell("The lane is locked.")
    qtbot.waitUntil(hint.isHidden)
    assert hint.graphicsEffect().opacity() == 1.0

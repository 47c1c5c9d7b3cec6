"""What is said over the foot of the map, and goes away by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect


@pytest.fixture
def hint(host):
    return host.hall.hint


def test_it_stands_in_the_middle_of_the_foot(host, hint):
    hint.tell("The lane is locked.")
    middle = hint.geometry().center().x()
    assert middle == pytest.approx(host.canvas.geometry().center().x(), abs=2)
    assert hint.geometry().bottom() < host.canvas.geometry().bottom()


def test_it_never_covers_more_than_the_map(host, hint):
    hint.tell("word " * 80)
    assert host.canvas.geometry().contains(hint.geometry())


def test_clicks_go_through_it(hint):
    assert hint.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_it_fades_by_itself(host, hint, qtbot):
    hint._waiting.setInterval(1)
    hint.tell("The lane is locked.")
    qtbot.waitUntil(hint.isHidden)


def test_without_animations_it_is_gone_at_once(host, hint, qtbot):
    host.canvas.setStyleSheet("* { widget-animation-duration: 0 }")
    hint._waiting.setInterval(1)
    hint.tell("The lane is locked.")
    qtbot.waitUntil(hint.isHidden)
    assert hint.graphicsEffect().opacity() == 1.0


def test_the_next_sentence_is_not_faded(hint, qtbot):
    hint._waiting.setInterval(1)
    hint.tell("One.")
    qtbot.waitUntil(hint.isHidden)
    hint.tell("Two.")
    assert isinstance(hint.graphicsEffect(), QGraphicsOpacityEffect)
    assert hint.graphicsEffect().opacity() == 1.0
    hint.withdraw()
    assert hint.isHidden()

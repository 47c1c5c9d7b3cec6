"""Two maps beside each other or over each other, in one view of both."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.ideal.views import MapViews, marks_before
from desktop.document.difference import Difference, Name, Where
from desktop.resources import words

WORDS = words("en")


@pytest.fixture
def views(qtbot, ideal, desk):
    views = MapViews(desk.project, {}, WORDS)
    qtbot.addWidget(views)
    views.resize(1000, 400)
    with qtbot.waitExposed(views):
        views.show()
    views.show_comparison(ideal.between(*ideal.pair()))
    return views


def test_both_maps_are_seen_whole(views):
    assert views.before.standpoint is None
    assert views.after.standpoint is None
    assert views.before.width() == pytest.approx(views.after.width(), abs=2)


def test_over_each_other_the_one_takes_all_the_room(views, qtbot):
    views.lay_over(True)
    qtbot.waitUntil(lambda: views.after.width() == views.width())
    assert not views.before.isVisible()


def test_beside_each_other_again(views, qtbot):
    views.lay_over(True)
    views.lay_over(False)
    assert views.before.isVisible()
    qtbot.waitUntil(lambda: views.after.width() < views.width() / 2)
    assert "c2" in views.before.boxes


def test_keys_in_one_map_move_the_other(views):
    views.before.setFocus()
    QTest.keyClick(views.before, Qt.Key.Key_Plus)
    assert views.after.zoom == views.before.zoom
    QTest.keyClick(views.before, Qt.Key.Key_0)
    assert views.after.standpoint is None


def test_over_each_other_there_is_nothing_to_move(views):
    views.lay_over(True)
    before = views.before.zoom
    views.after.zoom_in()
    assert views.before.zoom == before


def test_looking_at_what_is_in_one_map_takes_the_other_along(views):
    views.look_at("c2")
    assert views.before.current == "c2"
    assert views.after.zoom == views.before.zoom


def test_looking_at_nothing(views):
    views.look_at("c1")
    views.look_at("")
    assert views.before.current == views.after.current == ""


def test_without_a_comparison_there_is_no_map(views):
    views.clear()
    assert not views.before.has_scene
    views.lay_over(True)
    assert not views.after.has_scene


def test_a_click_in_either_map_is_told(views, qtbot):
    box = views.after._in_px(views.after.boxes["better"]).center().toPoint()
    with qtbot.waitSignal(views.picked) as told:
        QTest.mouseClick(views.after.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert told.args == ["better"]


def moved(**fields):
    here, there = (Where("lanes", (Name("lane", "l", title),)) for title in ("Doing", "Thoughts"))
    return Difference("moved", Name("card", "c", "Asks", "action"), here, there, **fields)


def test_the_earlier_map_says_where_to():
    assert marks_before([moved()], WORDS)["c"].text == "moved to Thoughts"


def test_what_has_not_moved_says_what_it_always_does():
    gone = Difference("removed", Name("card", "c", "Asks", "action"), Where("lanes"))
    assert marks_before([gone], WORDS)["c"].codes == ("removed",)

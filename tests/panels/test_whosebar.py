"""The chips of personas beside the maps, by mouse and keys in a window."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from desktop.document.edits.people import add_persona, edit_persona, remove_persona
from desktop.document.edits.segments import edit_segment
from desktop.document.segments import listed
from desktop.panels.whosebar import FEW, LETTERS, WhoseBar

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(window):
    return window.findChild(WhoseBar)


def shown(bar):
    return [chip.text() for chip in bar.chips if chip.isVisible()]


def pressed(bar):
    return [chip.text() for chip in bar.chips if chip.isChecked()]


def click_portrait(canvas):
    QCoreApplication.processEvents()
    box = canvas.scene.layout.heading.portrait
    x, y = canvas.view.to_window(box.x + box.width / 2, box.y + box.height / 2)
    QTest.mouseMove(canvas.viewport(), QPoint(round(x), round(y)))
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(round(x), round(y)))


def test_a_click_shows_what_is_hers_and_another_one_all(window, bar):
    assert (shown(bar), pressed(bar)) == (["Maya", "Paolo"], [])
    QTest.mouseClick(bar.chips[0], LEFT)
    assert pressed(bar) == ["Maya"]
    assert any(window.canvas.scene.dimmed.values())
    QTest.mouseClick(bar.chips[0], LEFT)
    assert pressed(bar) == []
    assert not window.canvas.scene.dimmed


def test_the_row_of_filters_says_it_too_and_takes_it_off(window, bar):
    QTest.mouseClick(bar.chips[1], LEFT)
    assert window.view_bar.isVisible()
    QTest.mouseClick(window.view_bar.close_button, LEFT)
    assert pressed(bar) == []


def test_keys_do_the_same(window, bar):
    bar.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Space)
    assert pressed(bar) == ["Maya"]
    assert bar.chips[0].hasFocus()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Tab)
    assert bar.chips[1].hasFocus()


def test_a_screen_reader_is_told_whose(bar):
    assert [chip.accessibleName() for chip in bar.chips] == [
        "Show what belongs to Maya",
        "Show what belongs to Paolo",
    ]
    assert all(chip.isCheckable() for chip in bar.chips)


def test_chips_follow_the_project(window, bar):
    first, desk = bar.chips[0], window.desk
    maya = next(one.id for one in desk.project.personas if one.name == "Maya")
    desk.attempt("", lambda project: edit_persona(project, maya, name="M & M " + "x" * LETTERS))
    assert shown(bar)[0].startswith("M && M x")
    assert bar.chips[0] is first
    desk.attempt("", lambda project: remove_persona(project, maya))
    assert shown(bar) == []
    desk.undo()
    assert len(shown(bar)) == 2


def test_only_a_few_have_a_chip(window, bar):
    for number in range(FEW):
        window.desk.attempt("", lambda project, name=str(number): add_persona(project, name, new_id=window.desk.new_id))
    assert len(shown(bar)) == FEW


def test_the_portrait_at_the_head_of_the_map_is_one_too(window, bar):
    click_portrait(window.canvas)
    assert pressed(bar) == ["Maya"]
    click_portrait(window.canvas)
    assert pressed(bar) == []


def test_the_mark_of_her_segment_stands_before_her_name(window, bar):
    name = window.desk.project.personas[0].segment
    one = next(segment for segment in listed(window.desk.project) if segment.name == name)
    window.desk.attempt("Mark", lambda project: edit_segment(project, one.id, mark="●"))
    (chip,) = (chip for chip in bar.chips if chip.isVisible() and chip.text().startswith("● "))
    assert chip.toolTip().endswith(f"● {name}")

"""Room mode: map, scribe bar and timer alone, and everything as it was afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.desk.focus import Extent
from desktop.desk.lens import Lens
from desktop.panels.room.mode import FRAMES
from desktop.plan.projection import Projection

ESCAPE, F11, CTRL = Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def near(host):
    """In room mode at the pain points of “Books a table”."""
    host.aim("pains", "Books a table")
    host.enter()
    return host


def standing(host):
    window = host.window
    return {
        "menu": window.menuWidget().isVisible(),
        "status": window.statusBar().isVisible(),
        "zoom": window.findChild(QWidget, "zoom").isVisible(),
        "docks": {name: dock.isVisible() for name, dock in host.docks.docks.items()},
        "bars": (host.canvas.horizontalScrollBarPolicy(), host.canvas.verticalScrollBarPolicy()),
        "full": window.isFullScreen(),
    }


def least(host):
    return host.room._legible.scale(host.canvas.studio, host.canvas)


def test_nothing_is_left_but_map_and_scribe_bar_a_hint_how_to_leave_what_is_said_and_notes_beside_the_map(near):
    seen = standing(near)
    assert not any((seen["menu"], seen["status"], seen["zoom"], *seen["docks"].values()))
    assert seen["full"]
    assert near.canvas.isVisible()
    assert near.scribe.isVisible()
    assert not near.canvas.verticalScrollBar().isVisible()
    assert near.hall.hint.isVisible()
    assert "F11" in near.hall.hint.text()
    near.desk.said.emit("The lane is locked.")
    assert near.hall.hint.text() == "The lane is locked."
    near.note("no coat hook")
    assert next(note.text for note in near.hall.notes.shown) == "no coat hook"
    assert near.hall.notes.isVisible()


def test_outside_the_mode_nothing_is_said_over_the_map_and_rows_above_it_are_hidden_in_it_alone(host):
    host.note("no coat hook")
    host.desk.said.emit("The lane is locked.")
    assert host.hall.side.isHidden()
    assert host.hall.hint.isHidden()
    host.desk.look(Lens(lanes=frozenset({host.lane("thoughts").id})))
    assert host.window.view_bar.isVisible()
    host.enter()
    assert not host.window.view_bar.isVisible()
    host.key(F11)
    assert host.window.view_bar.isVisible()


def test_keys_lead_back_to_how_it_was_and_to_a_scale_that_somebody_chose(host):
    before, standpoint = standing(host), host.canvas.standpoint
    for key in (F11, ESCAPE):
        host.enter()
        assert host.mode.on
        host.key(key)
        assert (key, standing(host)) == (key, before)
        assert (host.canvas.standpoint, host.mode.on) == (standpoint, False)
    host.canvas.zoom_to(0.8)
    host.canvas.scroll_to(120, 60)
    host.enter()
    host.key(F11)
    assert host.canvas.standpoint == (0.8, (120, 60))


def test_panels_come_back_as_wide_as_they_were_and_whoever_was_in_one_that_room_mode_showed_is_on_the_map(host):
    host.docks.show_outline(True)
    host.docks.show_inspector(False)
    host.canvas.setFocus()
    QTest.qWait(0)
    before = host.docks.state()
    host.enter()
    host.key(F11)
    QTest.qWait(0)
    assert host.docks.state() == before
    host.docks.show_outline(False)
    host.enter()
    host.docks.enter_outline()
    assert not host.canvas.hasFocus()
    host.mode.leave()
    assert not host.docks.docks["outline"].isVisible()
    assert host.canvas.hasFocus()


def test_a_maximised_window_is_maximised_again(host):
    host.window.showMaximized()
    host.enter()
    host.key(F11)
    assert host.window.isMaximized()
    assert not host.window.isFullScreen()


def test_a_window_that_is_closed_is_remembered_as_it_was(host, home, script):
    before, size = standing(host), host.window.normalGeometry().size()
    host.enter()
    host.window.depart()
    assert not host.mode.on
    assert host.window.normalGeometry().size() == size
    assert [dock.isHidden() for dock in host.docks.docks.values()] == [not shown for shown in before["docks"].values()]
    assert home.left == [host.window]


def test_escape_first_takes_back_what_else_there_is_and_in_the_scribe_bar_leads_to_the_map(near):
    near.scribe.take_focus()
    near.key(ESCAPE)
    assert near.mode.on
    assert near.canvas.hasFocus()
    near.desk.select([near.lane("pains").cards[0].id])
    near.key(ESCAPE)
    assert near.mode.on
    assert not near.desk.selected
    near.key(ESCAPE)
    assert not near.mode.on


def test_whoever_writes_goes_on_writing_and_whoever_was_in_a_panel_is_on_the_map(host):
    host.scribe.take_focus()
    host.enter()
    assert host.scribe.field.hasFocus()
    host.mode.leave()
    host.docks.enter_inspector()
    assert not host.canvas.hasFocus()
    host.enter()
    assert host.canvas.hasFocus()


def test_the_slot_is_in_sight_the_map_follows_it_and_cards_are_read_until_the_whole_map_is_asked_for(near):
    assert near.canvas.zoom >= least(near) * 0.999
    assert near.mode.extent is Extent.NEAR
    assert near.sees(next(each.id for each in near.lane("pains").cards if each.first == near.step("Books a table").id))
    near.aim("opportunities", "Waits")
    near.rest()
    there = [each.id for each in near.lane("opportunities").cards if each.first == near.step("Waits").id]
    assert all(near.sees(card) for card in there)
    near.aim("pains", "Books a table")
    near.key(Qt.Key.Key_0, CTRL)
    near.rest()
    assert near.mode.extent is Extent.WHOLE
    near.aim("opportunities", "Waits")
    near.rest()
    seen, layout = near.canvas.view.seen, near.canvas.scene.layout
    assert seen.width >= layout.width
    assert seen.height >= layout.height


def test_a_small_room_sees_the_whole_map(host):
    host.room._keep(Projection(10.0, 1.0))
    host.enter()
    assert host.hall.side.isHidden()
    assert host.canvas.view.reach == (0, 0) or host.canvas.zoom < 1


def test_frames_are_gone_through_by_a_key_say_from_how_far_they_are_read_and_that_of_a_stage_shows_all_of_it(near):
    seen = [near.mode.extent]
    near.key(F11, CTRL)
    assert near.hall.hint.text().startswith("Lane · read from ")
    for _ in FRAMES[1:]:
        seen.append(near.mode.extent)
        near.key(F11, CTRL)
    assert tuple(seen) == FRAMES
    assert near.mode.extent is FRAMES[0]
    near.rest()
    for _ in range(2):
        near.key(F11, CTRL)
    near.rest()
    layout, seen = near.canvas.scene.layout, near.canvas.view.seen
    columns = [each for each in layout.columns if near.step("Books a table") in each.stage.steps]
    assert seen.x <= columns[0].x
    assert columns[-1].x + columns[-1].width <= seen.right
    assert seen.bottom >= layout.labels.bottom - 1


def test_the_key_for_frames_begins_room_mode_another_map_is_framed_too_and_none_is_no_trouble(host):
    host.key(F11, CTRL)
    assert host.mode.on
    for _ in range(2):
        host.rest()
        assert host.mode.extent is Extent.NEAR
        assert host.canvas.zoom >= least(host) * 0.999
        host.window.maps.duplicate()
    host.mode.leave()
    host.desk.edit("m", host.desk.project.model_copy(update={"maps": ()}))
    host.mode.enter()
    host.rest()
    host.mode.leave()
    assert not host.mode.on


def test_a_run_of_show_is_on_the_board(planned):
    planned.show.start()
    planned.enter()
    assert planned.hall.board.isVisible()
    planned.show.stop()
    planned.rest()
    assert not planned.hall.board.isVisible()

"""The panel of a run of show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.maps import add_map
from desktop.panels.show.times import hour

LEFT = Qt.MouseButton.LeftButton


def click(widget):
    QTest.mouseClick(widget, LEFT)


def shown(panel):
    """The parts in sight, by name."""
    parts = {"board": panel.board, "pace": panel.pace, "form": panel.form, "list": panel.list, "offered": panel.offered}
    return {name for name, part in parts.items() if part.isVisible()}


def test_templates_ask_for_no_more_height_than_a_small_screen_has(bare):
    assert bare.panel.minimumSizeHint().height() < 600


def test_without_an_agenda_templates_are_offered(bare):
    assert shown(bare.panel) == {"offered"}
    assert [button.accessibleName() for button in bare.panel.offered.buttons.values()] == [
        "90 minutes", "2 hours", "4 hours", "A full day",
    ]  # fmt: skip


def test_the_first_template_has_the_keyboard(bare):
    first = next(iter(bare.panel.offered.buttons.values()))
    assert first.hasFocus()


def test_a_template_is_one_click_away(bare):
    click(bare.panel.offered.buttons["2-hours"])
    assert (bare.agenda.minutes, shown(bare.panel)) == (120, {"list", "form"})
    assert bare.list.hasFocus()


def test_a_template_is_one_key_away(bare):
    bare.press(Qt.Key.Key_Space)
    assert bare.agenda.minutes == 90


def test_undo_takes_the_template_back(bare):
    click(bare.panel.offered.buttons["2-hours"])
    bare.desk.undo()
    assert shown(bare.panel) == {"offered"}


def test_one_may_begin_with_a_point_of_ones_own(bare):
    click(bare.panel.offered.own_button)
    assert bare.titles == ["New point"]


def test_another_template_takes_the_place_of_the_agenda(host):
    menu = host.panel.choose_button.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "90 minutes").trigger()
    assert host.agenda.minutes == 90


def test_before_it_runs_there_is_a_point_to_write(host):
    assert shown(host.panel) == {"list", "form"}
    assert host.panel.main_button.text() == "Start"


def test_the_total_says_when_it_would_end(host, clock):
    assert host.panel.total.text() == f"20 min · now – {hour(clock() + 1200)}"


def test_while_it_runs_the_board_is_there(host):
    click(host.panel.main_button)
    assert shown(host.panel) == {"board", "list"}
    assert host.panel.main_button.text() == "Next"
    assert all(button.isVisible() for button in host.panel.buttons.values())


def test_next_ends_with_finish(host):
    for text in ("Next", "Next", "Finish", "Start"):
        click(host.panel.main_button)
        assert host.panel.main_button.text() == text
    assert len(host.desk.journey.snapshots) == 3


def test_buttons_pause_extend_and_skip(host):
    host.show.start()
    click(host.panel.buttons["pause"])
    assert (host.show.paused, host.panel.buttons["pause"].accessibleName()) == (True, "Go on")
    click(host.panel.buttons["more"])
    assert host.show.remaining == 900
    click(host.panel.buttons["skip"])
    assert host.show.point.id == "g2"


def test_back_and_stop_are_in_a_menu(host):
    host.show.start()
    assert not host.panel.back.isEnabled()
    host.show.next()
    host.panel.back.trigger()
    assert host.show.point.id == "g1"
    host.panel.stop.trigger()
    assert not host.show.running


def test_a_late_run_offers_both_ways(host, clock):
    host.show.start()
    clock.on(minutes=13)
    host.show.tick()
    pace = host.panel.pace
    assert pace.late.text() == "3 min late"
    assert pace.keep.text() == f"End {hour(clock() + 420)} · 1 point shorter"
    assert pace.move_end.text() == f"End {hour(clock() + 600)} · nothing shorter"
    assert (pace.keep.isChecked(), pace.move_end.isChecked()) == (True, False)


def test_a_click_lets_the_end_move_and_another_keeps_it(host, clock):
    host.show.start()
    clock.on(minutes=13)
    host.show.tick()
    click(host.panel.pace.move_end)
    assert (host.show.keeping, host.panel.total.text()) == (False, f"20 min · ends {hour(clock() + 600)}")
    click(host.panel.pace.keep)
    assert (host.show.keeping, host.panel.total.text()) == (True, f"20 min · ends {hour(clock() + 420)}")


def test_less_than_a_minute_is_nothing_to_talk_about(host, clock):
    host.show.start()
    clock.on(minutes=10, seconds=50)
    host.show.tick()
    assert not host.panel.pace.isVisible()


def test_what_is_shown_follows_when_it_comes_into_sight(host):
    host.panel.hide()
    host.agenda.edit("g1", title="Deeds")
    assert host.row(0)[1] == "Doing"
    host.panel.show()
    assert host.row(0)[1] == "Deeds"


def test_a_run_on_another_map_stays_in_sight(host):
    host.show.start()
    host.desk.edit("", add_map(host.desk.project, "Another", new_id=lambda: "other"))
    host.desk.show_map("other")
    assert shown(host.panel) == {"board", "list"}
    host.agenda.edit("g2", title="Moods")
    assert host.row(1)[1] == "Moods"


def test_another_map_without_an_agenda_offers_templates(host):
    host.desk.edit("", add_map(host.desk.project, "Another", new_id=lambda: "other"))
    host.desk.show_map("other")
    assert shown(host.panel) == {"offered"}


def test_escape_leaves_from_a_field(qtbot, host):
    host.panel.form.prompt.text.setFocus()
    with qtbot.waitSignal(host.panel.left):
        host.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("row", [0, 2])
def test_the_form_is_about_the_current_row(host, row):
    host.click(row)
    assert host.panel.form.point == host.agenda.points[row]

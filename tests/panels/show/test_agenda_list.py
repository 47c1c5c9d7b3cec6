"""The list of an agenda's points, by keys and by the mouse."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.document.showing import State
from desktop.panels.show.agendamodel import CARRIED, LONGEST, MINUTES, STATE, TIME, TITLE
from desktop.panels.show.times import hour

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MOVE = Qt.DropAction.MoveAction


def dropped(host, point, row):
    """A point that is let go before a row, at the end where there is none."""
    carried = QMimeData()
    carried.setData(CARRIED, point.encode())
    return host.list.points.dropMimeData(carried, MOVE, row, 0, QModelIndex())


def test_before_it_runs_times_are_after_the_beginning(host):
    assert [host.row(row) for row in range(3)] == [
        ["0:00", "Doing", "10"], ["0:10", "Feelings", "5"], ["0:15", "Wrap-up", "5"],
    ]  # fmt: skip


def test_while_it_runs_they_are_of_the_day(host, clock):
    host.show.start()
    assert host.row(1)[TIME] == hour(clock() + 600)


def test_what_gets_shorter_says_how_long_it_is(host, clock):
    host.show.start()
    clock.on(minutes=13)
    host.show.tick()
    assert [host.row(row)[MINUTES] for row in range(3)] == ["10", "5 → 2", "5"]


def test_states_are_for_the_painter_and_the_screen_reader(host):
    host.show.start()
    host.show.next()
    points = host.list.points
    assert [points.index(row, 0).data(STATE) for row in range(3)] == [State.OVER, State.NOW, State.AHEAD]
    said = points.index(1, TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Feelings, 5 minutes, now")


def test_the_first_row_is_the_current_one_at_first(host):
    assert host.list.current == "g1"


def test_space_starts_rests_and_goes_on(host):
    host.press(Key.Key_Space)
    assert host.show.running
    host.press(Key.Key_Space)
    assert host.show.paused
    host.press(Key.Key_Space)
    assert not host.show.paused


def test_letters_lead_through_the_agenda(host):
    seen = []
    for key in (Key.Key_N, Key.Key_N, Key.Key_B, Key.Key_S):
        host.press(key)
        seen.append(host.show.point.id)
    assert seen == ["g1", "g2", "g1", "g2"]


@pytest.mark.parametrize(("key", "left"), [(Key.Key_Plus, 900), (Key.Key_Minus, 300)])
def test_signs_give_and_take_five_minutes(host, key, left):
    host.show.start()
    host.press(key)
    assert host.show.remaining == left


def test_the_point_that_runs_is_the_current_row(host):
    host.show.start()
    host.show.next()
    assert host.list.current == "g2"


def test_a_run_begins_at_the_current_row(host):
    host.press(Key.Key_Down)
    host.press(Key.Key_Return, CTRL)
    assert host.show.point.id == "g2"


def test_a_title_is_written_in_place(host):
    host.press(Key.Key_Return)
    host.type("What they do")
    host.press(Key.Key_Return)
    assert host.titles[0] == "What they do"
    assert host.desk.undo().label == "Edit the agenda"


@pytest.mark.parametrize("typed", ["15", "7"])
def test_digits_write_the_minutes(host, typed):
    host.press(Qt.Key(ord(typed[0])))
    host.type(typed[1:])
    host.press(Key.Key_Return)
    assert host.agenda.points[0].minutes == int(typed)


def test_minutes_are_written_after_f2(host):
    host.press(Key.Key_F2)
    host.type("25")
    host.press(Key.Key_Return)
    assert host.row(0)[MINUTES] == "25"


def test_escape_leaves_minutes_as_they_were(host):
    host.press(Key.Key_F2)
    host.type("25")
    host.press(Key.Key_Escape)
    assert host.agenda.points[0].minutes == 10


def test_minutes_are_written_where_they_are_double_clicked(host):
    host.double_click(2)
    host.type("8")
    host.press(Key.Key_Return)
    assert host.agenda.points[2].minutes == 8


def test_only_figures_are_minutes(host):
    host.press(Key.Key_F2)
    host.type("1h")
    field = host.list.viewport().findChild(QLineEdit)
    assert field.text() == "1"


def test_no_point_is_longer_than_a_day(host):
    points = host.list.points
    assert points.setData(points.index(0, MINUTES), "99999")
    assert host.agenda.points[0].minutes == LONGEST


@pytest.mark.parametrize("text", ["", "-3", "ten"])
def test_what_is_no_number_changes_nothing(host, text):
    points = host.list.points
    assert not points.setData(points.index(0, MINUTES), text)


def test_what_is_being_written_is_handed_in(host):
    host.press(Key.Key_F2)
    host.type("12")
    host.panel.commit()
    assert host.agenda.points[0].minutes == 12


def test_keys_move_a_point_and_stay_with_it(host):
    host.press(Key.Key_Down, ALT)
    assert host.titles == ["Feelings", "Doing", "Wrap-up"]
    assert host.list.current == "g1"
    host.press(Key.Key_Up, ALT)
    assert host.titles == ["Doing", "Feelings", "Wrap-up"]


@pytest.mark.parametrize(
    ("row", "order"), [(0, ["Wrap-up", "Doing", "Feelings"]), (1, ["Doing", "Wrap-up", "Feelings"])]
)
def test_a_point_is_dropped_between_others(host, row, order):
    assert dropped(host, "g3", row)
    assert host.titles == order


def test_a_point_is_dropped_at_the_end(host):
    assert dropped(host, "g1", -1)
    assert host.titles[-1] == "Doing"


def test_strangers_are_not_taken(host):
    assert not dropped(host, "c1", 0)


def test_a_point_is_carried_by_its_id(host):
    points = host.list.points
    carried = points.mimeData([points.index(1, TITLE)])
    assert (points.mimeTypes(), bytes(carried.data(CARRIED).data())) == ([CARRIED], b"g2")


def test_points_are_dropped_between_rows_and_never_on_them(host):
    points, drop = host.list.points, Qt.ItemFlag.ItemIsDropEnabled
    assert points.flags(QModelIndex()) & drop
    assert not points.flags(points.index(0, TITLE)) & drop
    assert not points.flags(points.index(0, TIME)) & Qt.ItemFlag.ItemIsEditable


def test_a_point_is_added_below_and_named_at_once(host):
    host.press(Key.Key_Insert)
    host.type("Lunch")
    host.press(Key.Key_Return)
    assert host.titles == ["Doing", "Lunch", "Feelings", "Wrap-up"]


def test_a_point_is_removed_and_keys_go_on_in_its_place(host):
    host.press(Key.Key_Down)
    host.press(Key.Key_Delete)
    assert (host.titles, host.list.current) == (["Doing", "Wrap-up"], "g3")


def test_the_menu_says_what_can_be_done_and_how(host):
    menu = host.list.menu()
    assert [action.text() for action in menu.actions()][:3] == ["Begin here", "Rename", "Change the minutes"]
    next(action for action in menu.actions() if action.text() == "Move down").trigger()
    assert host.titles == ["Feelings", "Doing", "Wrap-up"]
    menu.deleteLater()


def test_letters_search_nothing(host):
    host.press(Key.Key_W)
    assert host.list.current == "g1"


def test_escape_goes_back_to_the_map(qtbot, host):
    with qtbot.waitSignal(host.panel.left):
        host.press(Key.Key_Escape)


def test_a_click_makes_a_row_current(host):
    host.click(2)
    assert host.list.current == "g3"


def test_nothing_new_tells_nobody(host):
    told = []
    host.list.points.dataChanged.connect(lambda *_: told.append(1))
    host.list.refresh()
    assert told == []


def test_only_rows_that_changed_are_told(host):
    told = []
    host.list.points.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    host.agenda.edit("g2", title="Moods")
    assert told == [(1, 1)]


@pytest.mark.parametrize("state", ["over", "skipped", "now", "ahead"])
def test_rows_are_painted_in_every_state(host, state):
    steps = {"over": ["next", "next"], "skipped": ["start", "skip"], "now": ["start"], "ahead": []}[state]
    before = host.list.grab().toImage()
    for step in steps:
        getattr(host.show, step)()
    QTest.qWait(0)
    assert (host.list.grab().toImage() != before) == bool(steps)

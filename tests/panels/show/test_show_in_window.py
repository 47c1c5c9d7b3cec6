"""A run of show in a real window when things go otherwise than planned."""

from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.desk.desk import Desk
from desktop.document.base import changed, in_order
from desktop.document.edits.agenda import edit_point, remove_point
from desktop.document.edits.lanes import remove_lane
from desktop.document.edits.maps import duplicate_map, remove_map
from desktop.document.edits.parts import with_map
from desktop.document.snapshots import map_at
from desktop.panels.show.clock import SteadyClock
from desktop.session import Session
from desktop.storage.reader import Opened, read
from shows import POINTS, Clock, desk_with

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
F5, SPACE = Qt.Key.Key_F5, Qt.Key.Key_Space


@pytest.fixture(scope="module")
def planned():
    return desk_with().project


@pytest.fixture
def stage(open_window, qtbot):
    """A window on a project, in front, with clocks set by hand."""

    def make(project, **fields):
        window = open_window(Session(Opened(project, {}), **fields))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Stage(window)

    return make


class Stage:
    """A window, its run of show, the clock on the wall and what goes by."""

    def __init__(self, window):
        self.window, self.desk = window, window.desk
        self.run = window.workshop.run
        self.show, self.panel = self.run.show, self.run.panel
        self.wall, self.gone, self.said = Clock(), Clock(), []
        self.run._clock = SteadyClock(self.wall, self.gone)
        self.desk.said.connect(self.said.append)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def type(self, text):
        QTest.keyClicks(self.window.focusWidget(), text)

    def edit(self, verb, *arguments, **fields):
        map_id = self.show.map_id
        self.desk.attempt("", lambda whole: verb(whole, map_id, *arguments, **fields))


@pytest.fixture
def begun(stage, planned):
    """The panel is called and the first point runs."""
    made = stage(planned)
    made.press(F5)
    made.press(SPACE)
    return made


def test_who_sets_the_clock_takes_no_time_away_a_machine_that_slept_has_and_the_next_run_begins_by_the_wall(begun):
    begun.gone.on(minutes=4)
    begun.wall.on(minutes=4 - 3000)
    assert begun.show.remaining == 360
    begun.gone.on(minutes=21)
    begun.show.tick()
    assert begun.show.overrun == 900
    assert begun.said[-1] == "The time for “Doing” is up"
    begun.run.stop()
    begun.wall.on(minutes=90)
    begun.press(F5, SHIFT)
    assert begun.show.rows[0].start == begun.wall()


def test_deleting_the_running_point_hides_its_board(begun):
    begun.press(Qt.Key.Key_Delete)
    assert begun.show.point is None
    assert not begun.panel.board.isVisible()
    begun.press(Qt.Key.Key_N)
    assert begun.show.point.title == "Feelings"
    assert begun.panel.board.isVisible()


def test_an_undone_deletion_brings_the_running_point_back(begun):
    begun.gone.on(minutes=3)
    begun.press(Qt.Key.Key_Delete)
    begun.window.undo()
    assert begun.show.point.title == "Doing"
    assert begun.show.remaining == 420


def test_with_the_last_point_the_run_ends(begun):
    for _ in POINTS:
        begun.press(Qt.Key.Key_Delete)
    assert not begun.show.running
    assert not begun.run.ticker.ticking
    assert begun.panel.offered.isVisible()


def test_a_run_goes_on_with_its_map_when_another_is_shown_and_ends_without_it(stage, planned):
    numbers = count()
    both = duplicate_map(planned, planned.maps[0].id, "To be", new_id=lambda: f"z{next(numbers)}")
    one = stage(both)
    first = one.desk.map_id
    one.press(F5, SHIFT)
    one.press(Qt.Key.Key_Tab, CTRL)
    assert one.desk.map_id != first
    one.press(F5, CTRL)
    assert one.desk.map_id == first
    kept = {each.id: len(each.snapshots) for each in one.desk.project.maps}
    assert kept[first] == 1
    assert sum(kept.values()) == 1
    one.edit(remove_map)
    assert not one.show.running
    assert one.show.map_id == one.desk.map_id
    assert one.show.agenda


def test_notes_no_longer_go_to_the_inbox_when_a_silent_point_is_gone_with_all(begun):
    begun.press(Qt.Key.Key_N)
    assert begun.window.workshop.scribe.scribing.inbox
    for point in tuple(begun.show.agenda):
        begun.edit(remove_point, point.id)
    assert not begun.window.workshop.scribe.scribing.inbox


def test_another_template_begins_anew(begun):
    begun.panel._take(begun.run._templates()[0].name)
    assert not begun.show.running
    begun.press(SPACE)
    assert begun.show.number == 1
    assert begun.show.outlook.moved == begun.show.outlook.agreed


def test_what_was_being_written_about_a_point_counts_and_the_list_has_the_keyboard(stage, planned):
    one = stage(planned)
    one.press(F5)
    one.panel.form.prompt.text.setFocus()
    one.type("What do they do?")
    one.press(F5, SHIFT)
    assert one.show.point.prompt == "What do they do?"
    assert one.window.focusWidget() is one.panel.list


def test_where_the_file_is_only_read_nothing_is_written_and_it_is_shown_to_its_end(stage, planned):
    one = stage(planned, read_only=True)
    one.press(F5)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_9):
        one.press(key)
        assert (key, one.window.focusWidget()) == (key, one.panel.list)
    one.panel.form.prompt.text.setFocus()
    one.type("lost")
    assert one.panel.form.prompt.text.toPlainText() == ""
    one.panel.list.setFocus()
    for key in (SPACE, *[Qt.Key.Key_N] * len(POINTS)):
        one.press(key)
    assert not one.show.running
    assert one.desk.journey.snapshots == ()
    assert one.said[-1] == one.desk.words("show.over").format(title="Wrap-up")


def test_a_map_without_stages_and_lanes_is_gone_through(stage, planned):
    bare = changed(planned.maps[0], stages=(), lanes=(), links=())
    one = stage(with_map(planned, bare))
    one.press(F5)
    for key in (SPACE, *[Qt.Key.Key_N] * len(POINTS)):
        one.press(key)
    assert not one.show.running
    assert one.desk.target is None
    titles = {snapshot.title for snapshot in one.desk.journey.snapshots}
    assert titles == {"After 1 · Doing", "After 2 · Feelings", "After 3 · Wrap-up"}


def test_a_point_whose_lane_is_gone_opens_another_of_its_kind(stage, planned):
    one = stage(planned)
    one.edit(edit_point, "g1", lane="l-actions")
    one.edit(remove_lane, "l-actions", new_id=one.desk.new_id)
    one.press(F5, SHIFT)
    assert one.desk.target.lane == "l-more"


def test_a_hidden_lane_that_is_locked_comes_into_the_picture(stage, planned):
    journey = planned.maps[0]
    lanes = (changed(lane, hidden=True, locked=True) if lane.id == "l-actions" else lane for lane in journey.lanes)
    one = stage(with_map(planned, changed(journey, lanes=tuple(lanes))))
    one.edit(edit_point, "g1", lane="l-actions")
    one.press(F5, SHIFT)
    assert not next(lane for lane in one.desk.journey.lanes if lane.id == "l-actions").hidden
    assert one.desk.target.lane == "l-actions"


def cards(desk):
    return [card.text for lane in desk.journey.lanes for card in lane.cards]


def taken(desk):
    return [each.title for each in in_order(desk.journey.snapshots)]


def test_undo_right_after_next_takes_back_what_the_group_typed_last_but_not_the_snapshot(begun, tmp_path):
    begun.window.canvas.setFocus()
    begun.type("Pays")
    begun.press(F5, CTRL)
    begun.press(Qt.Key.Key_Z, CTRL)
    assert "Pays" not in cards(begun.desk)
    assert taken(begun.desk) == ["After 1 · Doing"]
    assert begun.show.number == 2
    begun.desk.session.save_as(tmp_path / "kept.journey")
    journey = read(tmp_path / "kept.journey").project.maps[0]
    assert [each.title for each in journey.snapshots] == ["After 1 · Doing"]
    assert "Pays" in [card.text for lane in map_at(journey, journey.snapshots[0].id).lanes for card in lane.cards]
    begun.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert "Pays" in cards(begun.desk)
    assert taken(begun.desk) == ["After 1 · Doing"]


def test_with_nothing_typed_there_is_nothing_to_undo_after_next(begun):
    assert not begun.window.acts["undo"].isEnabled()
    begun.press(F5, CTRL)
    assert not begun.window.acts["undo"].isEnabled()
    assert begun.window.isWindowModified()


def test_undo_to_the_beginning_each_step_with_a_label_and_all_again_leaves_run_and_snapshots_where_they_are(begun):
    at_first = begun.desk.journey
    for key in (Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_N):
        begun.press(key)
    at_last, kept = begun.desk.project, begun.desk.journey.snapshots
    labels = []
    while entry := begun.desk.undo():
        labels.append(entry.label)
        assert begun.desk.journey.snapshots == kept
    assert len(labels) == 1
    assert all("{" not in label and not label.startswith("edit.") for label in labels)
    assert changed(begun.desk.journey, snapshots=()) == at_first
    while begun.desk.redo():
        pass
    assert begun.desk.project == at_last


def test_a_closed_window_ticks_no_more(begun, qtbot, script):
    gone = []
    begun.run.ticker.destroyed.connect(lambda: gone.append(1))
    begun.window.close()
    qtbot.waitUntil(lambda: bool(gone) or not begun.run.ticker.ticking)
    assert isinstance(begun.desk, Desk)

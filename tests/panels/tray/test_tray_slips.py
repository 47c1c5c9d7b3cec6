"""The tray where something is in the way: nothing to drop into, a file that is only read, locked lanes, no steps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget

from desktop.document.base import changed
from desktop.document.edits.lanes import lock_lane
from desktop.panels import theme
from desktop.panels.tray.carry import NEW
from desktop.preferences import Appearance

Key, Keys, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def over(side, at):
    """The same point as the canvas counts."""
    return side.canvas.viewport().mapFromGlobal(side.view.viewport().mapToGlobal(at))


def hold_card(side, to):
    """A card of the map is held over the tray."""
    card = next(lane for lane in side.desk.journey.lanes if lane.kind == "pains").cards[0].id
    rect = side.canvas.scene.hits.rect(card)
    at = QPoint(*map(round, side.canvas.view.to_window(rect.x + rect.width / 2, rect.y + rect.height / 2)))
    window, goal = side.canvas.viewport(), over(side, to)
    QTest.mousePress(window, LEFT, pos=at)
    for each in (at + QPoint(-9, 0), (at + goal) / 2, goal):
        QTest.mouseMove(window, each)
    return goal


def picture(side):
    return side.view.viewport().grab().toImage()


def lock(side, kind):
    lane = next(lane for lane in side.desk.journey.lanes if lane.kind == kind)
    assert side.desk.attempt("lock", lambda p: lock_lane(p, side.desk.map_id, lane.id, True))


def test_an_empty_tray_shows_that_it_takes_a_card(make):
    side = make((), ())
    before = picture(side)
    goal = hold_card(side, QPoint(100, 120))
    assert picture(side) != before
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert picture(side) == before
    QTest.mouseRelease(side.canvas.viewport(), LEFT, pos=goal)
    assert side.groups == {}


def test_over_the_tray_nothing_of_the_note_is_painted_on_the_map(side):
    side.drag("n1", side.cell("pains", "Hears about it"), drop=False)
    QTest.mouseMove(side.view.viewport(), side.at("x1"))
    held = side.canvas.viewport().grab().toImage()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    QTest.mouseRelease(side.view.viewport(), LEFT, pos=side.at("x1"))
    assert side.canvas.viewport().grab().toImage() == held
    assert side.desk.session.undoable is None


def test_escape_by_the_keyboard_that_has_it_ends_a_drag(side):
    side.drag("n1", side.cell("pains", "Hears about it"), drop=False)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    QTest.mouseMove(side.view.viewport(), side.at("x1"))
    QTest.mouseRelease(side.view.viewport(), LEFT, pos=side.at("x1"))
    assert side.desk.session.undoable is None


def test_the_field_of_the_prompt_has_room_for_its_words(qapp, side):
    theme.wear(qapp, Appearance.LIGHT)
    dock = QDockWidget(side.window)  # as in a window, whose rules for its fields are not for that of the prompt
    dock.setObjectName("tray")
    dock.setWidget(side.panel)
    side.pick("n1")
    side.key(Key.Key_Return, Keys.ControlModifier)
    prompt = side.panel.prompt
    try:
        for letters in ("", "p", "pain"):
            prompt.field.setText(letters)
            assert prompt.field.height() >= 30
            assert prompt.list.geometry().bottom() < prompt.height()
    finally:
        prompt.close()


def test_what_nobody_can_mean_sends_nothing(side):
    side.pick("n1")
    side.key(Key.Key_Return, Keys.ControlModifier)
    field = side.panel.prompt.field
    QTest.keyClicks(field, "qqxxzz")
    QTest.keyClick(field, Key.Key_Return)
    assert side.desk.session.undoable is None
    side.panel.prompt.close()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_G, Key.Key_P, Key.Key_Delete, Key.Key_F2])
def test_a_file_that_is_only_read_stays_as_it_is(side, key):
    before, side.desk.session.read_only = side.desk.project, True
    side.pick("n1")
    side.key(key)
    assert side.desk.project is before
    assert side.view.state() == side.view.State.NoState


def test_nothing_is_lifted_from_a_file_that_is_only_read(side):
    side.desk.session.read_only = True
    before = side.desk.project
    side.drag("n1", side.at("x1"))
    side.drag("n1", side.cell("pains", "Hears about it"))
    assert side.desk.project is before


def test_a_locked_lane_takes_no_note_and_says_so(side):
    lock(side, "pains")
    told = []
    side.desk.said.connect(told.append)
    side.drag("n1", side.cell("pains", "Hears about it"))
    assert side.groups[""] == ["n1", "n2"]
    assert any("locked" in sentence for sentence in told)


def test_a_card_of_a_locked_lane_does_not_come_into_the_tray(side):
    lock(side, "pains")
    goal = hold_card(side, side.at("x1"))
    QTest.mouseRelease(side.canvas.viewport(), LEFT, pos=goal)
    assert side.groups == {"": ["n1", "n2"], "Phone": ["t1", "x1"]}


def test_the_prompt_offers_no_locked_lane(side):
    lock(side, "pains")
    side.pick("n1")
    side.key(Key.Key_Return, Keys.ControlModifier)
    QTest.keyClicks(side.panel.prompt.field, "pain ord")
    rows = side.panel.prompt.list
    assert not any(rows.item(row).text().startswith("Pain") for row in range(rows.count()))
    side.panel.prompt.close()


@pytest.fixture
def bare(side):
    """The map has neither stages nor lanes."""
    journey = changed(side.desk.journey, stages=(), lanes=(), links=(), ballots=(), agenda=())
    project = changed(side.desk.project, maps=(journey,))
    assert side.desk.attempt("bare", lambda _: project)
    return side


@pytest.mark.parametrize("keys", [Keys.NoModifier, Keys.ShiftModifier])
def test_without_a_cell_a_note_stays_and_it_is_said_why(bare, keys):
    told = []
    bare.desk.said.connect(told.append)
    bare.pick("n1")
    bare.key(Key.Key_Return, keys)
    assert bare.groups[""] == ["n1", "n2"]
    assert len(told) == 1


def test_without_a_cell_a_drag_to_the_map_changes_nothing(bare):
    bare.drag("n1", bare.view.viewport().mapFromGlobal(bare.canvas.viewport().mapToGlobal(QPoint(300, 300))))
    assert bare.groups[""] == ["n1", "n2"]


def test_without_a_cell_notes_are_still_grouped_and_parked(bare):
    bare.pick("n1")
    bare.key(Key.Key_P)
    bare.drag("n2", bare.at("x1", 0.2))
    assert bare.parked == ["k1", "n1"]
    assert bare.groups["Phone"] == ["t1", "n2", "x1"]


def test_without_a_cell_the_prompt_is_empty(bare):
    bare.pick("n1")
    bare.key(Key.Key_Return, Keys.ControlModifier)
    QTest.keyClick(bare.panel.prompt.field, Key.Key_Down)
    QTest.keyClick(bare.panel.prompt.field, Key.Key_Return)
    assert bare.groups[""] == ["n1", "n2"]
    bare.panel.prompt.close()


def test_undo_to_the_beginning_while_a_title_is_written(side):
    before = side.desk.project
    side.pick("n1", "n2")
    side.key(Key.Key_G)
    QTest.keyClicks(QApplication.focusWidget(), "Rain")
    side.panel.commit()
    while side.desk.session.undoable:
        side.desk.undo()
    assert side.desk.project is before
    assert side.groups == {"": ["n1", "n2"], "Phone": ["t1", "x1"]}


def test_undo_under_an_open_field_closes_it(side):
    (one,) = [side.desk.journey.inbox[0].cards[0].id]
    side.panel.note(["late"])
    came = side.view.rows.lines[3].card
    assert came.text == "late"
    side.view.write(came.id)
    side.desk.undo()
    assert side.view.rows.row_of(came.id) == -1
    side.panel.commit()
    assert side.desk.session.undoable is None
    assert one == "n1"


def test_where_the_strip_for_a_new_group_hides_the_last_line_it_wins(side):
    side.window.resize(1300, 360)
    QApplication.processEvents()
    height = side.view.viewport().height()
    goal = hold_card(side, QPoint(100, height - 8))
    assert side.view._landing.section == NEW
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    QTest.mouseRelease(side.canvas.viewport(), LEFT, pos=goal)


def test_of_two_titles_that_are_written_one_after_the_other_both_count(side):
    side.pick("n1")
    side.key(Key.Key_G)
    QTest.keyClicks(QApplication.focusWidget(), "Rain")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    side.pick("x1")
    side.key(Key.Key_G)
    QTest.keyClicks(QApplication.focusWidget(), "Sun")
    side.panel.commit()
    assert (side.groups["Rain"], side.groups["Sun"]) == (["n1"], ["x1"])

"""Snapshots in their dialog: compared with one another and with now, walked through, named, removed, restored."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desks import desk_on
from desktop.desk.snapshots import Snapshots
from desktop.dialogs.snapshots import SnapshotsDialog
from desktop.dialogs.snapshots.marks import marks_of
from desktop.dialogs.snapshots.rows import FACTS
from desktop.document.base import changed
from desktop.document.cards import Comment
from desktop.document.compare import compare
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.journey import Link, Snapshot
from desktop.resources import words
from grids import card, lane, project, with_map

WORDS = words("en")


def visit(**fields):
    return project(lane(card(1), card(2, step=1), card(3, step=2)), **fields)


@pytest.fixture
def desk():
    return desk_on(visit())


@pytest.fixture
def snapshots(desk):
    """“One”, then a change of card 1; “Two”, then card 2 gone, card 3 moved and a new one."""
    verbs = Snapshots(desk, lambda: datetime(2025, 3, 1, 14, 20, tzinfo=UTC))
    verbs.take("One")
    desk.attempt("Edit", lambda whole: edit_cards(whole, "m", ["c1"], text="Calls"))
    verbs.take("Two")
    desk.attempt("Remove", lambda whole: remove_cards(whole, "m", ["c2"]))
    desk.attempt("Move", lambda whole: move_cards(whole, "m", ["c3"], Spot("l-actions", "d3")))
    spot = Spot("l-actions", "d0")
    desk.attempt("Add", lambda whole: add_card(whole, "m", spot, "pain", new_id=lambda: "new", text="Waits"))
    return verbs


@pytest.fixture
def show(qtbot):
    made = []

    def open_dialog(verbs):
        dialog = SnapshotsDialog(verbs, {})
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        made.append(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    yield open_dialog
    for dialog in made:
        dialog.close()


@pytest.fixture
def dialog(show, snapshots):
    return show(snapshots)


def rows(dialog):
    return [dialog.list.item(number).text() for number in range(dialog.list.count())]


def changes(dialog):
    return sorted(dialog.view.boxes)


def test_the_latest_is_compared_with_now(dialog):
    assert rows(dialog) == ["Two", "One"]
    assert dialog.since.text() == "From “Two” to"
    assert dialog.told.text() == "1 new, 1 gone, 1 moved"
    assert changes(dialog) == ["c2", "c3", "new"]


def test_every_row_says_how_much_has_changed_since(dialog, qtbot):
    first = dialog.list.item(1)
    qtbot.waitUntil(lambda: "\n" in first.data(FACTS))
    assert first.data(FACTS) == "1 March 2025\n1 new, 1 gone, 1 moved, 1 changed"
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "One, 1 March 2025, 1 new, 1 gone, 1 moved, 1 changed"


def test_keys_choose_another(dialog):
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert rows(dialog)[dialog.list.currentRow()] == "One"
    assert changes(dialog) == ["c1", "c2", "c3", "new"]


def test_two_snapshots_are_compared_with_each_other(dialog):
    dialog.list.setCurrentRow(1)
    dialog.until.setCurrentIndex(dialog.until.findText("Two"))
    assert (dialog.told.text(), changes(dialog)) == ("1 changed", ["c1"])
    dialog.until.setCurrentIndex(dialog.until.findText("One"))
    assert (dialog.told.text(), changes(dialog)) == ("nothing changed", [])


def test_what_is_gone_stands_on_the_map_in_its_old_cell(dialog):
    boxes = dialog.view.boxes
    headers = dialog.view.scene.hits.rect("d1")
    assert boxes["c2"].x >= headers.x
    assert boxes["c2"].right <= headers.right + 1


def test_changes_are_walked_through_by_keys_and_the_map_follows(dialog):
    walked = []
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        walked.append(dialog.view.current)
    assert sorted(walked[:3]) == ["c2", "c3", "new"]
    assert walked[3] == walked[0]
    QTest.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.view.current == walked[2]


def test_buttons_walk_too(dialog):
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    first = dialog.view.current
    QTest.mouseClick(dialog.previous, Qt.MouseButton.LeftButton)
    assert first
    assert dialog.view.current not in ("", first)


def test_a_click_on_the_map_goes_to_the_row(dialog):
    box = dialog.view.boxes["new"]
    x, y = dialog.view.view.to_window(box.x + box.width / 2, box.y + box.height / 2)
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert dialog.tree.currentItem().text(0) == "Pain point “Waits”"
    assert dialog.view.current == "new"


def test_the_map_is_zoomed_by_keys(dialog):
    fitted = dialog.view.zoom
    QTest.keyClick(dialog.view, Qt.Key.Key_Plus)
    assert dialog.view.zoom > fitted
    QTest.keyClick(dialog.view, Qt.Key.Key_0)
    assert dialog.view.zoom == fitted


def test_what_is_new_has_a_green_ring(dialog):
    image = dialog.view.grab().toImage()
    box = dialog.view.boxes["new"]
    x, y = dialog.view.view.to_window(box.x, box.y + box.height / 2)
    ringed = image.pixelColor(round(x) - 2, round(y))
    assert ringed.green() > ringed.red()


def test_a_snapshot_is_taken_and_chosen(dialog, snapshots):
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert rows(dialog) == ["Snapshot 3 · 14:20", "Two", "One"]
    assert dialog.told.text() == "nothing changed"
    assert len(snapshots.kept) == 3


def test_a_snapshot_is_renamed_in_its_row(dialog, snapshots, qtbot):
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    field = dialog.list.findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Kick-off")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(dialog) == ["Kick-off", "One"])
    assert snapshots.kept[0].title == "Kick-off"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_snapshot_is_removed_with_a_key(dialog, snapshots):
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert rows(dialog) == ["One"]
    assert changes(dialog) == ["c1", "c2", "c3", "new"]
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert snapshots.kept == []
    assert not dialog.restore.isEnabled()


def test_the_map_is_restored_and_the_dialog_closes(dialog, desk):
    dialog.list.setCurrentRow(1)
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert [each.id for each in desk.journey.lanes[0].cards] == ["c1", "c2", "c3"]
    assert desk.journey.lanes[0].cards[0].text == "Asks"


def test_without_snapshots_it_is_said_what_they_are_for(show):
    dialog = show(Snapshots(desk_on(visit()), lambda: datetime(2025, 3, 1, tzinfo=UTC)))
    assert dialog.note.text().startswith("There are no snapshots of this map yet.")
    assert not dialog.restore.isEnabled()
    assert dialog.view.boxes == {}


def test_one_that_cannot_be_read_is_said_to_be_so(show):
    desk = desk_on(with_map(visit(), snapshots=(Snapshot(id="bad", title="Bad", content=3),)))
    dialog = show(Snapshots(desk, lambda: datetime(2025, 3, 1, tzinfo=UTC)))
    assert dialog.note.text().startswith("This version of the program cannot read the snapshot.")
    assert dialog.list.item(0).data(FACTS) == "Cannot be read"
    assert not dialog.restore.isEnabled()
    assert not dialog.view.has_scene


def marks(before, after):
    return marks_of(compare(before, after), WORDS)


def test_a_mark_says_where_a_thing_came_from():
    whole = visit()
    moved = move_cards(whole, "m", ["c1"], Spot("l-actions", "d2"))
    mark = marks(whole, edit_cards(moved, "m", ["c1"], text="Calls"))["c1"]
    assert (mark.codes, mark.code, mark.text) == (
        ("moved", "changed"),
        "moved",
        "moved from Actions · Step 0 · changed",
    )


def test_an_arrow_is_marked_only_while_it_is_looked_at():
    whole = visit()
    mark = marks(whole, with_map(whole, links=(Link(id="a", kind="leads", source="c1", target="c2"),)))["a"]
    assert (mark.code, mark.quiet) == ("added", True)


def test_a_comment_and_the_map_have_no_mark():
    whole = visit()
    said = edit_cards(whole, "m", ["c1"], comments=(Comment(id="k", text="so"),))
    assert marks(whole, with_map(said, title="Dinner")) == {}


def test_a_title_of_the_map_is_told_in_words(show):
    desk = desk_on(visit())
    verbs = Snapshots(desk, lambda: datetime(2025, 3, 1, tzinfo=UTC))
    verbs.take("One")
    desk.edit("Name", changed(desk.project, maps=(changed(desk.journey, title="Dinner"),)))
    dialog = show(verbs)
    assert (dialog.told.text(), dialog.view.boxes) == ("1 changed", {})


@pytest.fixture
def fixed(show, snapshots):
    """On a file that is only read since the snapshots were taken."""
    snapshots.desk.session.read_only = True
    return show(snapshots)


def test_where_the_file_is_only_read_nothing_can_be_done(fixed):
    buttons = (fixed.take, fixed.rename, fixed.remove, fixed.restore)
    assert [button.isEnabled() for button in buttons] == [False] * 4
    QTest.keyClick(fixed.list, Qt.Key.Key_Delete)
    QTest.keyClick(fixed.list, Qt.Key.Key_F2)
    assert rows(fixed) == ["Two", "One"]
    assert fixed.list.findChild(QLineEdit) is None


def test_where_the_file_is_only_read_they_are_compared_all_the_same(fixed):
    QTest.keyClick(fixed.list, Qt.Key.Key_Down)
    QTest.keyClick(fixed, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert fixed.tree.currentItem() is not None
    assert fixed.view.current


def test_what_others_took_away_meanwhile_is_harmless(dialog, snapshots):
    while snapshots.desk.undo():
        pass
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_Delete):
        QTest.keyClick(dialog.focusWidget() or dialog.list, key)
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert snapshots.kept == []

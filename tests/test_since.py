"""What has changed since a snapshot, on the map that one works on: switched on and off, kept true, out of the way."""

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.canvas.differencesigns import ink_of
from desktop.dialogs.snapshots import SnapshotsDialog
from desktop.document.base import changed
from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards, remove_cards
from desktop.document.errors import EditError
from desktop.document.keyed import put
from desktop.session import Session

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOTH = CTRL | SHIFT


class Editor:
    """Edits the map of a window by its cards' texts."""

    def __init__(self, window):
        self.window, self.desk = window, window.desk
        self.since = window.workshop.since
        self.verbs = window.workshop.snapshots.verbs

    def attempt(self, verb):
        assert self.desk.attempt("Edit", lambda project: verb(project, self.desk.map_id))

    def card(self, text):
        return next(card for lane in self.desk.journey.lanes for card in lane.cards if text in card.text)

    def lane(self, text):
        return next(lane for lane in self.desk.journey.lanes if any(text in card.text for card in lane.cards))

    def write(self, text, by):
        self.attempt(lambda project, map_id: edit_cards(project, map_id, [self.card(text).id], text=by))

    def remove(self, text):
        self.attempt(lambda project, map_id: remove_cards(project, map_id, [self.card(text).id]))

    def move(self, text, to):
        spot = Spot(self.lane(text).id, self.card(to).first)
        self.attempt(lambda project, map_id: move_cards(project, map_id, [self.card(text).id], spot))

    def add(self, text, beside):
        spot, new_id = Spot(self.lane(beside).id, self.card(beside).first), self.desk.new_id
        self.attempt(
            lambda project, map_id: add_card(project, map_id, spot, self.card(beside).kind, new_id=new_id, text=text)
        )

    def toggle(self):
        QTest.keyClick(self.window.canvas, Qt.Key.Key_U, BOTH)

    def look(self):
        QCoreApplication.processEvents()
        return self.window.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def box(self, rect):
        left, top = self.window.canvas.view.to_window(rect.x, rect.y)
        right, bottom = self.window.canvas.view.to_window(rect.right, rect.bottom)
        return round(left), round(top), round(right), round(bottom)

    def inks(self, rect):
        """Colours along the line that a frame below a box of the map takes."""
        left, _, right, bottom = self.box(rect)
        image = self.look()
        return {image.pixelColor(x, bottom + y).name() for x in range(left + 8, right - 8) for y in range(4)}

    def rect(self, text):
        return self.window.canvas.scene.hits.rect(self.card(text).id)

    def ghosts(self):
        return {mark.text: box for mark, box in self.since.veil.outlines(self.window.canvas.scene.layout)}


@pytest.fixture
def editor(open_window, path):
    """With a snapshot “Start” of the map as it is."""
    made = Editor(open_window(Session.open(path)))
    made.verbs.take("Start")
    return made


@pytest.fixture
def edited(editor):
    """With a card that is new, one that is other, one elsewhere and one gone since; changes are shown."""
    editor.add("Waits at the door", beside="Walks from the")
    editor.write("Gives her name", by="Says who she is")
    editor.move("Takes the last", to="Asks for the bill")
    editor.remove("Shares plates")
    editor.toggle()
    return editor


def test_a_key_shows_changes_since_the_last_snapshot_by_its_name_and_date_and_no_longer(edited):
    since, title = edited.since, edited.since.strip.title.text()
    assert since.on
    assert since.strip.isVisible()
    assert since.strip.told == ("1 new", "1 gone", "1 moved", "1 changed")
    assert title.startswith("Since “Start” (")
    assert title.endswith("):")
    assert since.strip.accessibleName() == f"{title} 1 new · 1 gone · 1 moved · 1 changed"
    edited.toggle()
    assert not since.on
    assert not since.strip.isVisible()
    assert not since.veil.marks


def test_the_map_without_changes_is_as_ever(editor):
    editor.add("Waits at the door", beside="Walks from the")
    before = editor.look()
    editor.toggle()
    QCoreApplication.processEvents()
    editor.toggle()
    QTest.qWait(1)
    editor.desk.said.emit("")
    assert editor.look().size() == before.size()
    assert editor.look() == before


def test_things_have_frames_in_the_ink_of_what_was_done_told_apart_in_grey_and_what_has_gone_is_struck_through(edited):
    edited.window.canvas.zoom_to(1.0)
    done = {"Waits at the door": "added", "Says who she is": "changed", "Takes the last": "moved", "Asks what is": ""}
    inks = {code: ink_of(code).name() for code in ("added", "changed", "moved", "removed")}
    for text, code in done.items():
        edited.window.canvas.reveal(edited.rect(text))
        seen = set(inks.values()) & edited.inks(edited.rect(text))
        assert (text, inks.get(code) in seen if code else not seen) == (text, True)
    begins = {}  # frames differ by their dashes alone: how often they begin along the lower edge
    for text in ("Waits at the door", "Says who she is", "Takes the last"):
        edited.window.canvas.reveal(edited.rect(text))
        left, _, right, bottom = edited.box(edited.rect(text))
        grey = edited.look().convertToFormat(QImage.Format.Format_Grayscale8)
        dark = [grey.pixelColor(x, bottom + 2).lightness() < 170 for x in range(left + 8, right - 8)]
        begins[text] = sum(not one and other for one, other in pairwise(dark))
    assert begins["Waits at the door"] == 0
    assert len(set(begins.values())) == 3
    box = next(box for text, box in edited.ghosts().items() if text.startswith("gone: Shares plates"))
    edited.window.canvas.reveal(box)
    left, top, right, bottom = edited.box(box)
    image, ink = edited.look(), ink_of("removed")
    middle = [image.pixelColor((left + right) // 2, y) for y in range(top + 4, bottom - 4)]
    assert any(abs(each.red() - ink.red()) + abs(each.green() - ink.green()) < 90 for each in middle)


def test_outlines_stand_where_things_stood(editor):
    stood = {"gone": editor.rect("Shares plates"), "was here": editor.rect("Takes the last")}
    editor.move("Takes the last", to="Asks for the bill")
    editor.remove("Shares plates")
    editor.toggle()
    found = {text.split(":")[0]: box for text, box in editor.ghosts().items()}
    assert {key: (box.x, box.width) for key, box in found.items()} == {
        key: (box.x, box.width) for key, box in stood.items()
    }


def test_outlines_go_with_their_rows_and_hidden_lanes_take_their_marks_with_them(edited):
    before = edited.ghosts()
    for number in range(4):
        edited.add(f"One more {number}", beside="A colleague")
    after = edited.ghosts()
    taller = [after[text].y - before[text].y for text in before]
    assert [after[text].x for text in after] == [before[text].x for text in before]
    assert all(moved >= 0 for moved in taller)
    edited.desk.select([edited.lane("Waits at the").id])
    edited.window.rows.hide()
    edited.since.refresh()
    layout = edited.window.canvas.scene.layout
    assert list(edited.since.veil.boxes(layout)) == []
    assert edited.ghosts() == {}


def test_edits_show_after_a_pause_and_undo_takes_marks_back_and_it_ends_with_its_snapshot(edited, qtbot, monkeypatch):
    read = []
    monkeypatch.setattr(edited.verbs, "_read", read.append)
    before = edited.since.veil.marks
    edited.write("Talks, looks", by="Talks with Paolo")
    assert edited.since.veil.marks is before
    qtbot.waitUntil(lambda: edited.card("Talks with").id in edited.since.veil.marks)
    assert edited.since.strip.told[-1] == "2 changed"
    assert read == [], "the snapshot is read once"
    monkeypatch.undo()
    while edited.window.session.undoable.label == "Edit":
        edited.window.undo()
    edited.since.refresh()
    assert not edited.since.veil.marks
    assert edited.since.strip.told == ("nothing changed",)
    edited.verbs.remove(edited.since.snapshot)
    edited.since.refresh()
    assert not edited.since.on
    assert not edited.since.strip.isVisible()


def test_without_a_snapshot_or_with_one_that_cannot_be_read_it_says_so(window):
    said, editor = [], Editor(window)
    window.desk.said.connect(said.append)
    editor.toggle()
    assert said[-1].startswith("There are no snapshots")
    assert not editor.since.on
    editor.verbs.take("Start")
    journey = editor.desk.journey
    spoilt = changed(journey.snapshots[0], content={"map": 3})
    project = changed(editor.desk.project, maps=put(editor.desk.project.maps, changed(journey, snapshots=(spoilt,))))
    window.session.edit("Spoil", project, editor.desk.map_id)
    editor.toggle()
    assert said[-1].startswith("This version of the program cannot read")
    assert not editor.since.on


def test_escape_ends_it_when_nothing_else_takes_it_and_so_does_the_button_of_the_strip_large_enough_for_a_finger(
    edited,
):
    edited.desk.select([edited.card("Waits at the").id])
    QTest.keyClick(edited.window.canvas, Qt.Key.Key_F2)
    QTest.keyClick(edited.window.canvas.writer, Qt.Key.Key_Escape)
    assert edited.since.on, "it has ended the text"
    assert edited.desk.selected
    QTest.keyClick(edited.window.canvas, Qt.Key.Key_Escape)
    assert edited.since.on, "it has taken the selection back"
    QTest.keyClick(edited.window.canvas, Qt.Key.Key_Escape)
    assert not edited.since.on
    edited.toggle()
    edited.since.strip.close_button.setFocus()
    QTest.mouseClick(edited.since.strip.close_button, Qt.MouseButton.LeftButton)
    assert not edited.since.on
    assert edited.window.canvas.hasFocus()
    edited.toggle()
    edited.since.strip.close_button.setFocus()
    QTest.keyClick(edited.since.strip.close_button, Qt.Key.Key_Escape)
    assert not edited.since.on
    edited.toggle()
    edited.window.workshop.touch.toggle()
    QCoreApplication.processEvents()
    size = edited.since.strip.close_button.size()
    assert min(size.width(), size.height()) >= 44
    edited.window.workshop.touch.toggle()


def test_the_projector_shows_them_in_room_mode_nothing_stands_above_the_map_and_another_map_shows_none(edited):
    room = edited.window.workshop.room
    room.projector.resize(1000, 600)
    room.project()
    QCoreApplication.processEvents()
    shown = room.projector.viewer.grab().toImage()
    edited.toggle()
    QCoreApplication.processEvents()
    assert room.projector.viewer.grab().toImage() != shown
    room.project()
    edited.window.workshop.room.toggle()
    QCoreApplication.processEvents()
    edited.toggle()
    assert edited.since.on
    assert not edited.since.strip.isVisible()
    edited.window.workshop.room.toggle()
    assert edited.since.strip.isVisible()
    first = edited.desk.map_id
    edited.window.maps.add()
    assert edited.desk.map_id != first
    assert not edited.since.on
    assert not edited.since.strip.isVisible()
    edited.desk.show_map(first)
    assert edited.since.on
    assert edited.since.strip.isVisible()


def test_the_dialog_shows_the_chosen_one_on_the_map(editor):
    editor.write("Gives her name", by="Says who she is")
    editor.verbs.take("Later")
    editor.window.workshop.snapshots.show()
    dialog = editor.window.findChild(SnapshotsDialog)
    dialog.list.setCurrentRow(1)
    QTest.mouseClick(dialog.on_map, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert editor.since.strip.title.text().startswith("Since “Start”")
    assert editor.since.strip.told == ("1 changed",)


def test_whatever_is_done_the_marks_are_those_of_the_difference(editor):
    """A monkey at the desk: edits, undo, redo, scale, other switches, all in any order."""
    hand = random.Random(7)
    editor.toggle()
    for number in range(60):
        _play(editor, hand, number)
        if number % 6 == 5:
            editor.look()
    if not editor.since.on:
        editor.toggle()
    editor.since.refresh()
    there = editor.verbs.between(editor.since.snapshot, "")
    cards = {each.thing.id for each in there if each.thing.what == "card"}
    assert cards == {thing for thing in editor.since.veil.marks if thing in cards}


def _play(editor, hand, number):
    desk, canvas = editor.desk, editor.window.canvas
    lanes = [lane for lane in desk.journey.lanes if len(lane.cards) > 1]
    lane, other = hand.choice(lanes), hand.choice(lanes)
    card, spot = hand.choice(lane.cards).id, Spot(other.id, hand.choice(other.cards).first)
    kind, map_id = lane.cards[0].kind, desk.map_id
    acts = {
        "write": lambda: desk.attempt("Edit", lambda all_: edit_cards(all_, map_id, [card], text=f"Does {number}")),
        "move": lambda: desk.attempt("Edit", lambda all_: move_cards(all_, map_id, [card], spot)),
        "remove": lambda: desk.attempt("Edit", lambda all_: remove_cards(all_, map_id, [card])),
        "add": lambda: desk.attempt(
            "Edit", lambda all_: add_card(all_, map_id, spot, kind, new_id=desk.new_id, text=f"New {number}")
        ),
        "undo": lambda: editor.window.undo() if editor.window.session.undoable.label == "Edit" else None,
        "redo": editor.window.redo,
        "zoom": lambda: canvas.zoom_to(hand.choice((0.1, 0.5, 1.0, 2.0))),
        "toggle": editor.toggle,
        "refresh": editor.since.refresh,
    }
    try:
        acts[hand.choice(list(acts))]()
    except EditError:
        return


KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Space),
)
HELD = ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_D, CTRL), (Qt.Key.Key_Left, CTRL), (Qt.Key.Key_U, BOTH))


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_pressed_the_line_and_the_marks_agree(editor, seed):
    """A monkey at the keys: walks, writes, deletes, moves, takes back, switches on and off, in any order."""
    hand, canvas = random.Random(seed), editor.window.canvas
    for _ in range(150):
        key, held = hand.choice(HELD) if hand.random() < 0.25 else (hand.choice(KEYS), Qt.KeyboardModifier.NoModifier)
        QTest.keyClick(canvas.writer if canvas.writer is not None else canvas, key, held)
    canvas.stop_writing()
    assert editor.since.strip.isVisible() == editor.since.on
    if not editor.since.on:
        editor.toggle()
    editor.since.refresh()
    there = editor.verbs.between(editor.since.snapshot, "")
    loud = {each.thing.id for each in there if each.thing.what not in ("link", "comment", "map")}
    assert set(editor.since.veil.marks) == loud
    assert not editor.look().isNull()

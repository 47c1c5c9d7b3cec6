"""The keys of the map, pressed for real."""

import pytest
from pens import CTRL, KEY, SHIFT, Pen
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas.keys import KEYS, LETTERS
from desktop.document.cards import Marker
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.markers import remove_markers
from desktop.document.things import things

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def pen(canvas):
    return Pen(canvas)


@pytest.fixture
def at(canvas, pen):
    """Puts the slot at a lane and a step."""

    def aim(kind, number, **neighbours):
        canvas.desk.aim(Spot(pen.lane(kind).id, pen.step(number), **neighbours))

    return aim


@pytest.fixture
def said(canvas):
    heard = []
    canvas.desk.said.connect(heard.append)
    return heard


@pytest.fixture
def no_marker(canvas, pen, at):
    """The slot in the emotion lane where Maya has no marker any more."""
    journey = canvas.desk.journey
    own = [
        each for each in pen.lane("emotions").markers if each.step == pen.step(2) and each.persona == journey.persona
    ]
    canvas.desk.attempt("Bare", lambda whole: remove_markers(whole, journey.id, [each.id for each in own]))
    at("emotions", 2)


def own_marker(canvas, pen, number):
    """Maya's marker at a step."""
    markers = pen.lane("emotions").markers
    return next(
        each for each in markers if each.step == pen.step(number) and each.persona == canvas.desk.journey.persona
    )


def test_every_row_has_words_and_a_shortcut_of_its_own(canvas):
    shortcuts = [QKeySequence(each).toString() for key in KEYS for each in key.shortcuts]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)
    assert all(canvas.words(f"key.{key.id}") != f"key.{key.id}" for key in KEYS)


def test_arrows_select_and_move_the_slot(canvas, hand, pen):
    pen.key(KEY.Key_Down)
    assert canvas.desk.selected == hand.cards("A colleague")
    pen.key(KEY.Key_Right)
    assert canvas.desk.selected == hand.cards("Searches")


@pytest.mark.parametrize(
    ("key", "keys", "lane", "step"),
    [
        (KEY.Key_Home, CTRL, "actions", 0),
        (KEY.Key_End, Qt.KeyboardModifier.NoModifier, "thoughts", 12),
        (KEY.Key_PageDown, Qt.KeyboardModifier.NoModifier, "emotions", 4),
        (KEY.Key_PageUp, Qt.KeyboardModifier.NoModifier, "touchpoints", 4),
        (KEY.Key_Tab, Qt.KeyboardModifier.NoModifier, "thoughts", 5),
        (KEY.Key_Backtab, SHIFT, "thoughts", 3),
        (KEY.Key_Tab, SHIFT, "thoughts", 3),
    ],
)
def test_ways(canvas, pen, at, key, keys, lane, step):
    at("thoughts", 4)
    pen.key(key, keys)
    assert (canvas.desk.target.lane, canvas.desk.target.step) == (pen.lane(lane).id, pen.step(step))


def test_the_keys_of_the_number_pad_are_the_same(canvas, hand):
    QTest.keyClick(canvas, KEY.Key_Down, Qt.KeyboardModifier.KeypadModifier)
    assert canvas.desk.selected == hand.cards("A colleague")


def test_shift_and_arrows_select_on(canvas, hand, pen):
    canvas.desk.select(hand.cards("A colleague"))
    pen.key(KEY.Key_Down, SHIFT)
    assert canvas.desk.selected == hand.cards("A colleague", "Sees a friend")


def test_ctrl_and_arrows_move(canvas, hand, pen, session):
    canvas.desk.select(hand.cards("A colleague"))
    pen.key(KEY.Key_Right, CTRL)
    assert hand.step("A colleague") == "Looks it up"
    assert session.undoable.label == "Move action"
    pen.key(KEY.Key_Left, CTRL)
    assert hand.step("A colleague") == "Hears about it"


def test_ctrl_shift_and_arrows_span(canvas, hand, pen, session):
    canvas.desk.select(hand.cards("A colleague"))
    pen.key(KEY.Key_Right, CTRL | SHIFT)
    card = pen.selected()
    assert (card.first, card.last) == (pen.step(0), pen.step(1))
    pen.key(KEY.Key_Left, CTRL | SHIFT)
    assert pen.selected().last == pen.step(0)


def test_typing_in_a_free_place_begins_a_card_of_the_lanes_kind(canvas, pen, at, session):
    at("pains", 0)
    pen.type("No sign")
    assert canvas.writer.text() == "No sign"
    assert session.undoable is None
    pen.key(KEY.Key_Return, CTRL)
    card = pen.selected()
    assert (card.kind, card.text, card.first) == ("pain", "No sign", pen.step(0))
    session.undo()
    assert session.undoable is None


def test_one_card_after_the_other_without_the_mouse(canvas, pen, at):
    at("pains", 0)
    for text in ("One", "Two", "Three"):
        pen.type(text)
        pen.key(KEY.Key_Return, CTRL)
        pen.key(KEY.Key_Down)
    there = [
        card.text for card in sorted(pen.lane("pains").cards, key=lambda card: card.rank) if card.first == pen.step(0)
    ]
    assert there == ["One", "Two", "Three"]


def test_typing_on_a_card_replaces_its_text(canvas, hand, pen):
    canvas.desk.select(hand.cards("Menu page"))
    pen.type("Site")
    assert canvas.writer.text() == "Site"
    pen.key(KEY.Key_Escape)
    assert pen.selected().text == "Site"
    canvas.desk.undo()
    assert pen.selected().text == "Menu page"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_F2])
def test_enter_and_f2_write_on(canvas, hand, pen, key):
    canvas.desk.select(hand.cards("Menu page"))
    pen.key(key)
    pen.type("s")
    assert canvas.writer.text() == "Menu pages"
    pen.key(KEY.Key_Escape)


def test_enter_in_a_free_place_begins_a_card(canvas, pen, at):
    at("pains", 0)
    pen.key(KEY.Key_Return)
    assert canvas.writer.text() == ""
    pen.key(KEY.Key_Escape)
    assert canvas.desk.target.lane == pen.lane("pains").id


@pytest.mark.parametrize("part", ["stage", "step", "lane"])
def test_typing_on_a_header_names_it(canvas, pen, part):
    ids = {"stage": pen.stage(0).id, "step": pen.step(0), "lane": pen.lane("pains").id}
    canvas.desk.select([ids[part]])
    pen.type("Other")
    pen.key(KEY.Key_Return)
    assert pen.selected().title == "Other"


def test_typing_with_several_selected_does_nothing(canvas, hand, pen):
    canvas.desk.select(hand.cards("Menu page", "Review site"))
    pen.type("x")
    assert canvas.writer is None


@pytest.mark.parametrize("keys", [CTRL, ALT])
def test_commands_are_no_text(canvas, pen, at, keys):
    at("pains", 0)
    QTest.keyClick(canvas, KEY.Key_J, keys)
    assert canvas.writer is None


def test_a_locked_lane_says_so(canvas, pen, at, said):
    canvas.desk.attempt("Lock", lambda whole: lock_lane(whole, canvas.desk.map_id, pen.lane("pains").id, True))
    at("pains", 0)
    pen.type("x")
    assert (canvas.writer, said) == (None, ["The lane is locked; unlock it first."])


def test_f4_and_a_letter_convert_what_is_selected(canvas, hand, pen, session):
    canvas.desk.select(hand.cards("Menu page"))
    pen.key(KEY.Key_F4)
    pen.type("p")
    assert pen.selected().kind == "pain"
    assert session.undoable.label == "Turn touchpoint into pain point"


def test_f4_and_a_letter_place_at_the_slot(canvas, pen, at):
    at("actions", 3)
    pen.key(KEY.Key_F4)
    pen.type("t")
    pen.type("Form")
    pen.key(KEY.Key_Return, CTRL)
    card = pen.selected()
    assert (card.kind, card.text, card.first) == ("touchpoint", "Form", pen.step(3))


def test_f4_and_a_capital_letter_are_the_same(canvas, pen, hand):
    canvas.desk.select(hand.cards("Menu page"))
    pen.key(KEY.Key_F4)
    QTest.keyClick(canvas, KEY.Key_Shift, SHIFT)
    QTest.keyClick(canvas, "P", SHIFT)
    assert pen.selected().kind == "pain"


@pytest.mark.parametrize(("letter", "count"), [("s", "stages"), ("l", "lanes")])
def test_f4_places_stages_and_lanes_although_something_is_selected(canvas, hand, pen, letter, count):
    canvas.desk.select(hand.cards("Menu page"))
    before = len(getattr(canvas.desk.journey, count))
    pen.key(KEY.Key_F4)
    pen.type(letter)
    pen.type("New")
    pen.key(KEY.Key_Return)
    assert len(getattr(canvas.desk.journey, count)) == before + 1


def test_f4_and_e_place_a_feeling(canvas, pen, at, no_marker):
    at("actions", 2)
    pen.key(KEY.Key_F4)
    pen.type("e")
    assert isinstance(pen.selected(), Marker)
    assert pen.selected().value == 0


def test_f4_says_the_letters_and_escape_ends_it(canvas, pen, at, said):
    at("actions", 3)
    pen.key(KEY.Key_F4)
    assert canvas.keyboard.calling
    assert all(letter.upper() in said[0] for letter in LETTERS)
    pen.key(KEY.Key_Escape)
    assert not canvas.keyboard.calling
    pen.type("t")
    assert canvas.writer.text() == "t"
    pen.key(KEY.Key_Escape)


def test_f4_and_a_letter_that_names_nothing_end_it(canvas, pen, at, session):
    at("actions", 3)
    pen.key(KEY.Key_F4)
    pen.type("z")
    assert (canvas.keyboard.calling, canvas.writer, session.undoable) == (False, None, None)


def test_f4_ends_with_the_focus(canvas, pen):
    pen.key(KEY.Key_F4)
    canvas.clearFocus()
    assert not canvas.keyboard.calling


def test_f4_takes_the_letter_of_an_input_method(canvas, hand, pen):
    canvas.desk.select(hand.cards("Menu page"))
    pen.key(KEY.Key_F4)
    event = QInputMethodEvent("", [])
    event.setCommitString("p")
    QApplication.sendEvent(canvas, event)
    assert pen.selected().kind == "pain"
    assert canvas.writer is None


@pytest.mark.parametrize(
    ("key", "keys", "change"),
    [
        (KEY.Key_Plus, Qt.KeyboardModifier.NoModifier, 0.5),
        (KEY.Key_Minus, Qt.KeyboardModifier.NoModifier, -0.5),
        (KEY.Key_Plus, SHIFT, 0.1),
        (KEY.Key_Minus, SHIFT, -0.1),
        (KEY.Key_Plus, Qt.KeyboardModifier.KeypadModifier, 0.5),
    ],
)
def test_plus_and_minus_change_a_feeling(canvas, pen, session, key, keys, change):
    marker = own_marker(canvas, pen, 4)
    canvas.desk.select([marker.id])
    pen.key(key, keys)
    assert pen.selected().value == round(marker.value + change, 1)
    assert session.undoable.label == "Change feeling"


@pytest.mark.parametrize(("typed", "change"), [("=", 0.5), ("_", -0.1), ("*", 0.1)])
def test_the_same_keys_with_what_they_write_on_other_keyboards(canvas, pen, typed, change):
    marker = own_marker(canvas, pen, 4)
    canvas.desk.select([marker.id])
    QTest.keyClick(canvas, typed)
    assert pen.selected().value == round(marker.value + change, 1)


def test_digits_say_how_strong_a_feeling_is(canvas, pen):
    canvas.desk.select([own_marker(canvas, pen, 4).id])
    for digit, value in (("2", -2.0), ("1", -1.0), ("9", -2.0), ("0", 0.0), ("1", 1.0)):
        pen.type(digit)
        assert pen.selected().value == value


@pytest.mark.parametrize(("typed", "value"), [("1", 1.0), ("+", 0.5), ("-", -0.5), ("7", 2.0), ("0", 0.0)])
def test_an_empty_place_gets_a_marker(canvas, pen, no_marker, typed, value):
    pen.type(typed)
    marker = pen.selected()
    assert (marker.value, marker.step, marker.persona) == (value, pen.step(2), canvas.desk.journey.persona)


def test_minus_and_two_are_minus_two(canvas, pen, no_marker):
    pen.type("-2")
    assert pen.selected().value == -2


def test_letters_in_an_empty_place_for_a_feeling_say_what_to_type(canvas, pen, no_marker, said):
    pen.type("x")
    assert canvas.writer is None
    assert said == ["Type a feeling from 0 to 2, or + and −."]


def test_letters_on_a_marker_label_it(canvas, pen):
    canvas.desk.select([own_marker(canvas, pen, 4).id])
    pen.type("lost")
    pen.key(KEY.Key_Return)
    assert pen.selected().label == "lost"


def test_escape_lets_go_and_leaves_the_slot_behind_the_card(canvas, hand, pen):
    canvas.desk.select(hand.cards("Search result"))
    pen.key(KEY.Key_Up)
    pen.key(KEY.Key_Down)
    card = hand.card("Search result")
    assert canvas.desk.selected == {card}
    pen.key(KEY.Key_Escape)
    assert not canvas.desk.selected
    assert canvas.desk.target.after == card
    pen.type("Between")
    pen.key(KEY.Key_Return, CTRL)
    tops = [canvas.scene.hits.rect(hand.card(text)).y for text in ("Search result", "Between", "Map entry")]
    assert tops == sorted(tops)


def test_without_a_map_keys_do_nothing(canvas, pen, session):
    canvas.clear_scene()
    pen.key(KEY.Key_Down)
    pen.type("x")
    assert (canvas.writer, session.undoable) == (None, None)


def test_keys_wait_while_something_is_dragged(canvas, hand, pen):
    hand.press(hand.on("Menu page"))
    hand.move(hand.on("Booking form"))
    pen.key(KEY.Key_Down)
    pen.type("x")
    assert canvas.writer is None
    hand.key(KEY.Key_Escape)
    hand.release()


def test_a_whole_column_by_keys_alone_is_undone_step_by_step(canvas, pen, at, session, bytes_of):
    saved = bytes_of()
    at("actions", 3)
    for lane in ("actions", "touchpoints", "thoughts"):
        at(lane, 3)
        pen.type(f"In {lane}")
        pen.key(KEY.Key_Return, CTRL)
    pen.key(KEY.Key_Right, CTRL)
    pen.key(KEY.Key_Left, CTRL)
    chosen = things(canvas.desk.journey, canvas.desk.selected)
    assert [card.text for card in chosen.cards] == ["In thoughts"]
    while session.undo():
        pass
    assert bytes_of() == saved

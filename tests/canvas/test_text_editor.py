"""Text written on the map with real key events: what is handed in, what is given up, how the map follows."""

import pytest
from pens import CTRL, KEY, SHIFT, Pen
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from desktop.canvas.lettering import lettering
from desktop.desk.drafts import SUBTITLE, TITLE, draft_of
from desktop.desk.place import Place
from desktop.document.edits.cards import Spot, edit_cards, remove_cards
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.maps import duplicate_map

READS = "Reads the menu and three reviews"


@pytest.fixture
def pen(canvas):
    return Pen(canvas)


@pytest.fixture
def card(hand):
    return hand.card("Reads the")


@pytest.fixture
def writer(pen, card):
    return pen.open(card)


def said(canvas):
    heard = []
    canvas.desk.said.connect(heard.append)
    return heard


def test_the_editor_opens_with_the_text_and_the_caret_at_its_end(writer):
    assert writer.text() == READS
    assert writer.textCursor().position() == len(READS)
    assert writer.hasFocus()


def test_what_is_typed_is_one_edit(pen, card, writer, session):
    pen.type(" twice")
    assert session.undoable is None
    pen.key(KEY.Key_Return, CTRL)
    assert pen.card(card).text == f"{READS} twice"
    assert session.undoable.label == "Write action"
    session.undo()
    assert session.undoable is None


def test_the_editor_is_gone_and_the_map_has_the_keys_again(canvas, pen, writer):
    pen.key(KEY.Key_Return, CTRL)
    assert canvas.writer is None
    assert canvas.hasFocus()


def test_the_card_grows_and_its_neighbours_move_while_one_types(canvas, hand, pen):
    pen.open(hand.card("Review site"))
    before = canvas.scene.hits.rect(hand.card("Menu page")).y
    pen.type(" and another one and yet another one")
    assert canvas.scene.hits.rect(hand.card("Menu page")).y > before


def test_escape_keeps_what_was_typed_as_one_step(canvas, pen, card, writer, session, bytes_of):
    saved = bytes_of()
    pen.type(" twice")
    pen.key(KEY.Key_Escape)
    assert canvas.writer is None
    assert pen.card(card).text == f"{READS} twice"
    session.undo()
    assert (bytes_of(), session.undoable) == (saved, None)


def test_escape_where_nothing_was_typed_is_no_edit(canvas, pen, writer, session, bytes_of):
    saved, settled = bytes_of(), canvas.desk.project
    pen.key(KEY.Key_Escape)
    assert canvas.writer is None
    assert canvas.scene.project is settled
    assert (bytes_of(), session.undoable) == (saved, None)


def test_a_text_that_is_the_same_is_no_edit(pen, writer, session):
    pen.type("x")
    pen.key(KEY.Key_Backspace)
    pen.key(KEY.Key_Return, CTRL)
    assert session.undoable is None


def test_an_old_card_may_be_emptied(pen, card, writer):
    pen.key(KEY.Key_A, CTRL)
    pen.key(KEY.Key_Delete)
    pen.key(KEY.Key_Return, CTRL)
    assert pen.card(card).text == ""


def test_enter_begins_a_line_in_a_card(pen, card, writer):
    pen.key(KEY.Key_Return)
    pen.type("then")
    pen.key(KEY.Key_Return, CTRL)
    assert pen.card(card).text == f"{READS}\nthen"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_enter_hands_a_title_in(pen, canvas, key):
    stage = pen.stage(0)
    pen.open(stage.id)
    pen.type("y")
    pen.key(key)
    assert canvas.writer is None
    assert pen.stage(0).title == f"{stage.title}y"


def test_a_click_elsewhere_hands_in(hand, pen, card, writer):
    pen.type("!")
    hand.click(hand.on("Menu page"))
    assert pen.card(card).text == f"{READS}!"
    assert pen.writer is None


def test_focus_lost_hands_in(qtbot, canvas, pen, card, writer):
    pen.type("!")
    field = QLineEdit(canvas)
    field.show()
    field.setFocus()
    assert pen.card(card).text == f"{READS}!"
    assert field.hasFocus()


def test_its_own_menu_does_not_end_it(canvas, writer):
    QApplication.sendEvent(writer, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert canvas.writer is writer


def test_the_menu_of_the_editor(qtbot, canvas, writer):
    at = QPoint(4, 4)
    everywhere = writer.mapToGlobal(at)
    QApplication.sendEvent(writer.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, everywhere))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()
    menu.close()
    assert canvas.writer is writer


def test_to_write_elsewhere_hands_in_first(hand, pen, card, writer):
    pen.type("!")
    other = pen.open(hand.card("Menu page"))
    assert pen.card(card).text == f"{READS}!"
    assert other.text() == "Menu page"


def test_undo_in_the_editor_undoes_typing(pen, writer, session):
    pen.type("!")
    pen.key(KEY.Key_Z, CTRL)
    assert writer.text() == READS
    assert session.undoable is None


def test_tab_hands_in_and_goes_on_to_the_free_place_in_the_next_cell(canvas, pen, card, writer):
    pen.type("!")
    pen.key(KEY.Key_Tab)
    assert pen.card(card).text == f"{READS}!"
    assert (canvas.desk.target.lane, canvas.desk.target.step) == (pen.lane("actions").id, pen.step(3))
    assert not canvas.desk.selected


def test_typing_after_tab_makes_a_card_there(canvas, pen, writer):
    pen.key(KEY.Key_Tab)
    pen.type("Pays")
    pen.key(KEY.Key_Return, CTRL)
    assert (pen.selected().text, pen.selected().first) == ("Pays", pen.step(3))
    assert pen.selected().kind == "action"


def test_shift_tab_goes_back(canvas, pen, writer):
    pen.key(KEY.Key_Tab, SHIFT)
    assert canvas.desk.target.step == pen.step(1)


def test_after_a_card_the_next_lands_below_it(canvas, pen, card, writer):
    pen.key(KEY.Key_Return, CTRL)
    assert canvas.desk.target == Spot(pen.lane("actions").id, pen.step(2), after=card)


def test_a_text_that_the_map_does_not_take_is_said_and_taken_back(canvas, pen):
    heard = said(canvas)
    writer = pen.open(pen.stage(0).id)
    writer.textCursor().insertText("x" * 600)
    assert writer.text() == pen.stage(0).title
    assert heard == ["title cannot be set to this."]


def test_the_letter_that_is_one_too_many_costs_only_itself(canvas, pen):
    writer = pen.open(pen.stage(0).id)
    pen.key(KEY.Key_A, CTRL)
    writer.textCursor().insertText("x" * 499)
    pen.type("yyy")
    assert writer.text() == "x" * 499 + "y"


def fresh(canvas, kind, spot):
    draft = Place(canvas.desk).draft(kind, spot)
    assert canvas.write(draft)
    return draft


def test_a_new_card_is_on_the_map_while_it_is_written(canvas, pen):
    draft = fresh(canvas, "action", Spot(pen.lane("actions").id, pen.step(3)))
    pen.type("Pays")
    assert canvas.scene.hits.find(draft.thing)[1].card.text == "Pays"
    pen.key(KEY.Key_Escape)


def test_escape_keeps_a_new_card_with_text_and_undo_takes_it_back(canvas, pen, session, bytes_of):
    saved = bytes_of()
    draft = fresh(canvas, "action", Spot(pen.lane("actions").id, pen.step(3)))
    pen.type("Pays")
    pen.key(KEY.Key_Escape)
    assert pen.card(draft.thing).text == "Pays"
    assert canvas.desk.selected == {draft.thing}
    session.undo()
    assert (bytes_of(), session.undoable) == (saved, None)


@pytest.mark.parametrize("end", [KEY.Key_Escape, KEY.Key_Tab])
def test_a_new_card_without_text_leaves_nothing(canvas, pen, session, bytes_of, end):
    saved = bytes_of()
    fresh(canvas, "action", Spot(pen.lane("actions").id, pen.step(3)))
    pen.type(" ")
    pen.key(end)
    assert (bytes_of(), session.undoable) == (saved, None)


def test_a_new_stage_may_go_without_title(canvas, pen, session):
    count = len(canvas.desk.journey.stages)
    fresh(canvas, "stage", Spot(pen.lane("actions").id, pen.step(0)))
    pen.key(KEY.Key_Return)
    assert len(canvas.desk.journey.stages) == count + 1
    assert session.undo()


def test_a_new_stage_on_which_nothing_was_typed_goes_by_escape(canvas, pen, session, bytes_of):
    saved = bytes_of()
    fresh(canvas, "stage", Spot(pen.lane("actions").id, pen.step(0)))
    pen.key(KEY.Key_Escape)
    assert (bytes_of(), session.undoable) == (saved, None)


def test_a_new_stage_with_a_title_stays_by_escape(canvas, pen):
    fresh(canvas, "stage", Spot(pen.lane("actions").id, pen.step(0)))
    pen.type("Wait")
    pen.key(KEY.Key_Escape)
    assert pen.selected().title == "Wait"


def test_a_locked_card_is_not_opened(canvas, card, pen):
    heard = said(canvas)
    canvas.desk.attempt("Lock", lambda whole: lock_lane(whole, canvas.desk.map_id, pen.lane("actions").id, True))
    assert not canvas.write(draft_of(canvas.desk, card))
    assert canvas.writer is None
    assert heard == ["The lane is locked; unlock it first."]


def test_an_edit_elsewhere_is_kept(canvas, hand, pen, card, writer):
    other = hand.card("Menu page")
    pen.type("!")
    canvas.desk.attempt("Other", lambda whole: edit_cards(whole, canvas.desk.map_id, [other], text="Menu"))
    assert canvas.scene.hits.find(card)[1].card.text == f"{READS}!"
    pen.key(KEY.Key_Return, CTRL)
    assert (pen.card(card).text, pen.card(other).text) == (f"{READS}!", "Menu")


def test_a_card_that_goes_takes_its_editor_along(canvas, card, writer):
    heard = said(canvas)
    canvas.desk.attempt("Remove", lambda whole: remove_cards(whole, canvas.desk.map_id, [card]))
    assert canvas.writer is None
    assert heard == []


def test_what_was_typed_on_it_is_told(canvas, pen, card, writer):
    pen.type("!")
    heard = said(canvas)
    canvas.desk.attempt("Remove", lambda whole: remove_cards(whole, canvas.desk.map_id, [card]))
    assert heard == [f"“{READS}!” was not written: what it stood on is gone."]


TEXTS = [
    (TITLE, lambda pen: pen.desk.journey.title),
    (SUBTITLE, lambda pen: pen.desk.journey.subtitle),
]


@pytest.mark.parametrize(("thing", "read"), TEXTS)
def test_the_head_is_written_on_one_line(pen, thing, read):
    before = read(pen)
    pen.open(thing)
    pen.type("!")
    pen.key(KEY.Key_Return)
    assert read(pen) == f"{before}!"


@pytest.mark.parametrize("part", ["stage", "step", "lane", "marker"])
def test_headers_and_labels_are_written(canvas, pen, part):
    stage = pen.stage(1)
    things = {
        "stage": stage.id,
        "step": stage.steps[0].id,
        "lane": pen.lane("pains").id,
        "marker": pen.lane("emotions").markers[0].id,
    }
    pen.open(things[part])
    pen.key(KEY.Key_A, CTRL)
    pen.type("Other")
    pen.key(KEY.Key_Return)
    thing = pen.selected()
    assert (thing.label if part == "marker" else thing.title) == "Other"


def test_pasted_text_is_plain(pen, writer):
    source = QMimeData()
    source.setHtml("<b>bold</b>")
    source.setText(" bold")
    writer.insertFromMimeData(source)
    assert writer.text() == f"{READS} bold"
    assert "font-weight" not in writer.toHtml().split("<body")[1].split(">", 1)[1]


def test_an_input_method_opens_the_editor(canvas, pen):
    canvas.desk.aim(Spot(pen.lane("actions").id, pen.step(3)))
    event = QInputMethodEvent("", [])
    event.setCommitString("支")
    QApplication.sendEvent(canvas, event)
    pen.type("x")
    assert canvas.writer.text() == "支x"
    pen.key(KEY.Key_Escape)


def test_an_input_method_knows_where_the_slot_is(canvas, pen):
    canvas.desk.aim(Spot(pen.lane("actions").id, pen.step(3)))
    rect = canvas.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    column = canvas.scene.layout.columns[3]
    assert abs(rect.x() - canvas.view.to_window(column.x, 0)[0]) < 20


def text_px(image, box):
    """The dark px of a part of a picture."""
    return {
        (x, y)
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
        if image.pixelColor(x, y).lightness() < 120
    }


@pytest.mark.parametrize("text", ["Reads the", "“Is it worth", "Menu page", "Prices missing", "Booking tool"])
@pytest.mark.parametrize("zoom", [1.0, 0.8])
def test_the_text_does_not_jump_when_the_editor_opens(canvas, hand, pen, text, zoom):
    canvas.zoom_to(zoom)
    QTest.qWait(200)
    card = hand.card(text)
    canvas.reveal(canvas.scene.hits.rect(card))
    writer = pen.open(card)
    writer.setCursorWidth(0)
    box = writer.geometry().adjusted(0, 2, 0, -2)
    written = text_px(canvas.viewport().grab().toImage(), box)
    pen.key(KEY.Key_Escape)
    drawn = text_px(canvas.viewport().grab().toImage(), box)
    assert len(drawn) > 40
    shared = sum(any((x + dx, y + dy) in written for dx in (-1, 0, 1) for dy in (-1, 0, 1)) for x, y in drawn)
    assert shared > 0.9 * len(drawn)


def test_under_the_editor_the_card_is_drawn_without_its_text(canvas, pen, writer):
    writer.hide()
    box = writer.geometry()
    below = canvas.viewport().grab().toImage()
    middle = box.center()
    assert below.pixelColor(middle).name() == "#fff7df"
    assert len(text_px(below, box.adjusted(30, 0, 0, 0))) == 0
    writer.show()


def test_the_editor_follows_scroll_and_scale(canvas, card, writer):
    canvas.scroll_to(60, 40)
    canvas.zoom_to(1.5)
    rect = canvas.scene.hits.rect(card)
    x, y = canvas.view.to_window(rect.x, rect.y)
    assert abs(writer.geometry().left() - x - 12 * 1.5) < 14
    assert y - 4 < writer.geometry().top() < y + 20
    assert writer.document().defaultFont().pixelSize() == 21


def test_from_afar_it_is_written_in_a_readable_box(canvas, hand, pen):
    canvas.fit()
    canvas.zoom_to(0.4)
    writer = pen.open(hand.card("Reads the"))
    assert writer.document().defaultFont().pixelSize() == 13
    assert canvas.viewport().rect().contains(writer.geometry())


def test_a_box_stays_in_the_window(canvas, hand, pen):
    canvas.zoom_to(0.4)
    card = hand.card("Notes end with")
    canvas.reveal(canvas.scene.hits.rect(card))
    writer = pen.open(card)
    pen.type(" and so on" * 12)
    assert canvas.viewport().rect().contains(writer.geometry())


def test_a_large_title_is_written_where_it_stands_even_from_afar(canvas, pen):
    canvas.zoom_to(0.5)
    assert pen.open(TITLE).document().defaultFont().pixelSize() == 28


def test_the_caret_stays_in_sight(canvas, pen, writer):
    for _ in range(40):
        pen.key(KEY.Key_Return)
    caret = writer.mapToParent(writer.viewport().mapToParent(writer.cursorRect().center()))
    assert canvas.viewport().rect().contains(caret)


def test_at_the_edge_of_closing_the_text_counts(canvas, pen, card, writer):
    pen.type("!")
    canvas.stop_writing()
    canvas.stop_writing()
    assert pen.card(card).text == f"{READS}!"


def test_keys_that_reach_the_canvas_go_to_the_editor(canvas, writer):
    QTest.keyClick(canvas, "!")
    assert writer.text() == f"{READS}!"


def test_another_map_hands_in(canvas, pen, card, writer, session):
    pen.type("!")
    first = canvas.desk.map_id
    duplicated = duplicate_map(session.project, first, "Other", new_id=canvas.desk.new_id)
    session.edit("Copy", duplicated)
    other = next(each.id for each in session.project.maps if each.id != first)
    canvas.desk.show_map(other)
    assert canvas.writer is None
    canvas.desk.show_map(first)
    assert pen.card(card).text == f"{READS}!"


class Words:
    """A dictionary without “revews”."""

    def knows(self, word):
        return word != "revews"

    def suggestions(self, word):
        return ["reviews"]


def test_unknown_words_are_marked_and_the_menu_says_what_was_meant(canvas, pen, card):
    canvas.speller = Words
    writer = pen.open(card)
    pen.key(KEY.Key_A, CTRL)
    pen.type("revews")
    formats = writer.document().firstBlock().layout().formats()
    assert [(mark.start, mark.length) for mark in formats] == [(0, 6)]
    at = writer.cursorRect().center() - QPoint(10, 0)
    everywhere = writer.mapToGlobal(at)
    QApplication.sendEvent(writer.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, everywhere))
    menu = QApplication.activePopupWidget()
    menu.actions()[0].trigger()
    menu.close()
    assert writer.text() == "reviews"
    pen.key(KEY.Key_Escape)


HEBREW = "האורח מחפש מסעדה קרובה למקום העבודה ומשווה מחירים"


def edited_lines(writer):
    """Of each line of the editor: where its text ends, and its left and right end in px of the map's window."""
    block, at = writer.document().firstBlock(), writer.viewport().mapTo(writer.parentWidget(), QPoint())
    left = at.x() + writer.document().documentLayout().blockBoundingRect(block).x()
    lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
    texts = (line.naturalTextRect().translated(left, 0.0) for line in lines)
    return [(rect.left(), rect.right()) for rect in texts]


def test_the_editor_agrees_with_the_map_about_text_that_runs_to_the_left(canvas, pen, card):
    canvas.desk.attempt("None", lambda whole: edit_cards(whole, canvas.desk.map_id, [card], text=HEBREW))
    writer, composer = pen.open(card), canvas.studio.composer
    place = lettering(canvas.studio, canvas.scene, card).place
    scale = composer.setting("card").scale
    drawn = [(x, x + line.width * scale) for x, _, line in composer.lines(place)]
    seen = [tuple(canvas.view.to_window(x, 0.0)[0] for x in ends) for ends in drawn]
    assert len(seen) > 1
    for line, other in zip(seen, edited_lines(writer), strict=True):
        assert line == pytest.approx(other, abs=2.0)


def test_the_icon_changes_sides_while_one_types(canvas, pen, card):
    def icon():
        _, stands = canvas.scene.hits.find(card)
        inside = canvas.studio.inside(canvas.scene, stands.card, stands.rect.width)
        return next(mark for mark in inside.marks if mark.form == "icon").rect.x

    pen.open(card)
    before = icon()
    pen.key(KEY.Key_A, CTRL)
    pen.writer.textCursor().insertText("אב")
    assert icon() > before

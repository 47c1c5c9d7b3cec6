"""What one writes or drags makes the paper grow before it is handed in; nothing of it is cut off or out of sight."""

import pytest
from pens import CTRL, KEY, NONE, Pen
from PySide6.QtCore import QPoint

from desktop.desk.place import Place

LONG = " and more and more of it" * 20


@pytest.fixture
def pen(canvas):
    return Pen(canvas)


@pytest.fixture
def lowest(canvas):
    """A card of the last lane, at the foot of the window."""
    card = canvas.scene.layout.rows[-1].content.cards[0].card.id
    canvas.point_out((card,))
    canvas.scroll_to(canvas.view.scroll[0], 10**6)
    return card


def write_long(pen):
    """Line by line as by dictation, and the last words letter by letter: what is written on follows each."""
    for at in range(0, len(LONG), 48):
        pen.writer.insertPlainText(LONG[at : at + 48])
    pen.type(" and the end")


def caret(canvas):
    """Where one writes, in px of the viewport."""
    writer = canvas.writer
    return writer.mapToParent(writer.viewport().mapToParent(writer.cursorRect().center()))


def colour_at(canvas, at):
    return canvas.viewport().grab().toImage().pixelColor(at)


def test_below_the_last_lane_the_caret_stays_in_sight(canvas, pen, lowest):
    pen.open(lowest)
    write_long(pen)
    assert canvas.viewport().rect().contains(caret(canvas))


@pytest.mark.parametrize(("key", "held"), [(KEY.Key_Return, CTRL), (KEY.Key_Escape, NONE)])
def test_what_has_been_handed_in_stays_where_it_was_written(canvas, pen, lowest, key, held):
    pen.open(lowest)
    write_long(pen)
    written = canvas.view.scroll
    pen.key(key, held)
    assert canvas.view.scroll == written


def test_when_it_is_taken_back_the_map_ends_where_it_did(canvas, pen, lowest):
    before = canvas.view
    pen.open(lowest)
    write_long(pen)
    pen.key(KEY.Key_Escape)
    canvas.desk.undo()
    assert canvas.view == before


def test_a_fitted_map_does_not_move_while_one_writes(canvas, pen, hand):
    canvas.fit()
    before = canvas.view
    pen.open(hand.card("Reads the"))
    pen.writer.insertPlainText(LONG[:140])
    pen.type(LONG[140:160])
    assert canvas.view.offset == before.offset
    assert canvas.view.paper[1] > before.paper[1]
    pen.key(KEY.Key_Escape)
    canvas.desk.undo()
    assert canvas.view == before


def test_a_new_stage_is_scrolled_to_and_its_paper_is_white(canvas, pen):
    canvas.scroll_to(10**6, 0)
    before = canvas.view.paper[0]
    canvas.write(Place(canvas.desk).stage(""))
    pen.type("Comes back with friends")
    assert canvas.viewport().rect().contains(caret(canvas))
    beyond = QPoint(*map(round, canvas.view.to_window(before + 2, canvas.scene.layout.steps.bottom + 60)))
    assert colour_at(canvas, beyond).name() == "#ffffff"


def test_from_afar_only_the_box_has_a_line_round_it(canvas, hand, pen):
    canvas.zoom_to(0.5)
    edge = hand.on("Reads the", 0.0, 0.5) - QPoint(2, 0)
    bare = colour_at(canvas, edge)
    pen.open(hand.card("Reads the"))
    assert colour_at(canvas, edge) == bare


def test_only_what_is_written_on_has_a_line_round_it(canvas, hand, pen):
    canvas.desk.select((hand.card("Reads the"),))
    ring = hand.on("Reads the", 0.0, 0.5) - QPoint(2, 0)
    marked = colour_at(canvas, ring)
    canvas.write(Place(canvas.desk).stage(""))
    assert colour_at(canvas, ring) != marked

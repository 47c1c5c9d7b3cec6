"""The number at a card's corner: small, readable, never over the card's words."""

import pytest

from desktop.drawing.cards import CardPen
from desktop.drawing.notemarks import OVER, RISE, note_mark, note_width, runs_left
from desktop.drawing.shapes import Box, Figure, Glyphs, Placed
from desktop.layout.colour import TEXT, contrast
from desktop.layout.numbers import NOTHING
from grids import EM, STYLE, card, composer

CARD = Placed(100.0, 50.0, Figure("c1", "card", "Action: Asks", 160.0, 40.0, ()), "l1", "d0")


def mark(number=7, **wish):
    return note_mark(number, f"Details {number}", CARD, composer(), **wish)


def test_it_stands_over_the_corner_within_the_gap_between_cards():
    placed = mark()
    assert placed.x + placed.figure.width == pytest.approx(CARD.x + CARD.figure.width + OVER * EM)
    assert placed.y == pytest.approx(CARD.y - RISE * EM)
    assert STYLE.space["gap"] >= RISE * EM
    assert STYLE.space["gutter"] >= OVER * EM


def test_it_keeps_clear_of_the_cards_words():
    placed, setting = mark(), composer().setting("card")
    top_of_capitals = CARD.y + STYLE.space["pad"] + setting.baseline - setting.cap_height
    assert placed.y + placed.figure.height <= top_of_capitals + 1e-6


def test_it_belongs_to_the_lane_and_step_of_its_card():
    placed = mark()
    assert (placed.lane, placed.step, placed.figure.role, placed.figure.name) == ("l1", "d0", "note", "Details 7")


@pytest.mark.parametrize("number", [1, 12, 123, 1234])
def test_the_number_fits(number):
    (box, glyphs) = mark(number).figure.shapes
    assert isinstance(box, Box)
    assert isinstance(glyphs, Glyphs)
    assert glyphs.line.text == str(number)
    assert glyphs.x > box.x
    assert glyphs.x + composer().width(str(number), "badge") < box.x + box.width


def test_a_longer_number_is_wider():
    assert note_width(1, composer()) == note_width(9, composer()) < note_width(100, composer())


def test_it_can_be_read():
    (box, glyphs) = mark().figure.shapes
    assert contrast(glyphs.colour, box.fill) >= TEXT


def test_it_makes_room_for_the_bubble():
    assert mark(commented=3).x + mark().figure.width < CARD.x + CARD.figure.width - 0.4 * EM


def of(text):
    """A card's figure as it is drawn."""
    drawn = CardPen(composer()).figure(card(1, text=text), 160.0, NOTHING)
    return Placed(100.0, 50.0, drawn, "l1", "d0")


@pytest.mark.parametrize(("text", "rtl"), [("Asks", False), ("שואל", True), ("Asks שואל", False), ("", False)])
def test_a_card_runs_the_way_of_its_first_words(text, rtl):
    assert runs_left(of(text).figure) is rtl


def test_it_stands_at_the_left_of_a_card_whose_icon_is_at_the_right():
    placed = note_mark(7, "Details 7", of("שואל"), composer())
    assert placed.x == pytest.approx(100.0 - OVER * EM)


def test_there_it_needs_no_room_for_the_bubble():
    alone, beside = (note_mark(7, "Details 7", of("שואל"), composer(), commented=count) for count in (0, 3))
    assert alone.x == beside.x

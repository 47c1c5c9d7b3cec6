"""The mark of cards with comments: on the screen, and in print only where it is asked for."""

import pytest

from desktop.document.cards import Comment
from desktop.drawing.artist import Artist
from desktop.drawing.cards import CardPen
from desktop.drawing.comments import comment_mark
from desktop.drawing.shapes import Box, Glyphs, Placed
from desktop.layout.colour import TEXT, contrast
from desktop.layout.numbers import NOTHING
from desktop.layout.places import Rect
from tests.goldens import agree
from tests.grids import EM, STYLE, WORDS, card, composer, lane, layouter, project

WIDTH = 11 * EM


def said(count):
    return tuple(Comment(id=f"n{number:03}", author="Ana", text="Really?") for number in range(count))


def figure(count, *, comments=True, kind="action"):
    return CardPen(composer(), comments=comments).figure(card(1, kind, comments=said(count)), WIDTH, NOTHING)


def texts(what):
    return [shape.line.text for shape in what.shapes if isinstance(shape, Glyphs)]


@pytest.mark.parametrize(("name", "kind"), [("card-commented", "action"), ("pill-commented", "touchpoint")])
def test_commented_cards(name, kind):
    agree(name, [Placed(0.0, 0.0, figure(2, kind=kind))])


def test_a_commented_card_in_print():
    agree("card-commented-print", [Placed(0.0, 0.0, figure(2, comments=False))])


def test_the_number_is_that_of_the_comments():
    assert texts(figure(3))[-1] == "3"
    assert texts(figure(150))[-1] == "99+"


def test_without_comments_there_is_no_mark():
    assert figure(0) == figure(0, comments=False)


def test_in_print_there_is_no_mark():
    assert figure(3, comments=False).shapes == figure(0).shapes


def test_the_mark_stands_out_no_farther_than_is_told():
    what = figure(12)
    boxes = [shape for shape in what.shapes if isinstance(shape, Box)]
    assert min(box.y for box in boxes) >= -what.overhang
    assert max(box.x + box.width for box in boxes) <= WIDTH + what.overhang
    assert what.overhang <= min(STYLE.space["gutter"], STYLE.space["row-pad"])


def test_the_mark_keeps_clear_of_the_text():
    (text, *_) = (shape for shape in figure(2).shapes if isinstance(shape, Glyphs))
    ascender = text.y - 0.76 * text.size
    bubble = [shape for shape in comment_mark(2, WIDTH, composer()) if isinstance(shape, Box)]
    assert max(box.y + box.height for box in bubble) <= ascender


def test_a_longer_number_has_a_wider_mark():
    widths = [max(s.width for s in comment_mark(n, WIDTH, composer()) if isinstance(s, Box)) for n in (1, 12, 120)]
    assert widths == sorted(set(widths))


def test_the_number_can_be_read():
    assert contrast(STYLE.colours["ink-2"], STYLE.colours["paper"]) >= TEXT


def test_a_mark_that_reaches_into_a_part_is_painted_there():
    whole = project(lane(card(1, comments=said(1))))
    layout = layouter().layout(whole, "m")
    row = layout.rows[0]
    rect = row.content.cards[0].rect
    above = Rect(rect.right - 4, row.y + rect.y - 3, 3, 2)
    for comments in (True, False):
        pen = Artist(composer().typesetter, STYLE, WORDS, comments=comments)
        found = [each for each in pen.visible(whole, layout, above) if each.figure.role == "card"]
        assert bool(found) is comments

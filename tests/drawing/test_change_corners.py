"""The badge of a card that changed stands at the corner where its icon is not."""

import pytest

from desktop import resources
from desktop.drawing.cards import CardPen
from desktop.drawing.changebadges import badges
from desktop.drawing.shapes import Drawing, Placed
from desktop.layout.numbers import NOTHING
from grids import STYLE, card, composer


def badge(text, **changes):
    placed = Placed(100.0, 50.0, CardPen(composer()).figure(card(1, text=text), 160.0, NOTHING))
    drawing = Drawing(400.0, 300.0, "", (placed,))
    return list(badges(drawing, changes, STYLE, resources.typesetter(), resources.words("en")))


@pytest.mark.parametrize(("text", "left"), [("Asks", False), ("שואל", True)])
def test_it_stands_at_the_other_corner(text, left):
    (found,) = badge(text, c1="new")
    assert (found.x == 100.0) is left
    assert left or found.x + found.figure.width == pytest.approx(260.0)


def test_a_card_that_stayed_has_none():
    assert badge("Asks", c2="new") == []

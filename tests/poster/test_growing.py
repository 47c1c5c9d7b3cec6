"""Pages that are as long as the map needs."""

import pytest

from desktop.plan.page import MM
from desktop.plan.paper import MOST, paper
from desktop.poster.growing import READABLE, Type, free, on_roll
from desktop.poster.press import Press
from grids import card, lane, project

WORDS = "Reads the menu and three reviews, the worst one first"


def press(what):
    return Press(what)


def long(steps=12, lanes=6):
    """A map with a card of eleven words in every cell."""
    rows = [
        lane(*(card(100 * row + at, step=at, text=WORDS) for at in range(steps)), id=f"l{row}") for row in range(lanes)
    ]
    return project(*rows, steps=(4,) * (steps // 4))


def text(poster):
    return poster.style.roles["card"].size * poster.page.scale


def column(poster):
    """A column's width in times the card text."""
    return poster.layout.columns[0].width / poster.style.text


def rolled(what, name="roll-36in", orientation="auto", **type_):
    return on_roll(press(what), "m", paper(name), Type(**type_), orientation=orientation)


@pytest.mark.parametrize(
    ("type_", "size"),
    [(Type(), READABLE), (Type(least=9.0), READABLE), (Type(least=30.0), 30.0), (Type(9.0, 30.0), 9.0)],
)
def test_type_is_exact_or_large_enough_to_read(type_, size):
    assert type_.size == size


def test_along_a_roll_columns_are_as_usual_where_their_cards_are_large_enough():
    assert column(rolled(long(lanes=3), "roll-60in")) == pytest.approx(12.0)


def test_along_a_roll_larger_type_takes_wider_columns():
    usual, larger = (rolled(long(lanes=12), orientation="landscape", exact=size) for size in (20.0, 30.0))
    assert column(larger) > column(usual)
    assert larger.page.width > usual.page.width
    assert text(larger) == pytest.approx(30.0)


def test_along_a_roll_smaller_type_takes_narrower_columns_and_less_of_it():
    usual, smaller = (rolled(long(lanes=12), orientation="landscape", exact=size) for size in (25.0, 12.0))
    assert column(smaller) < column(usual)
    assert smaller.page.width < usual.page.width


def test_columns_are_never_squeezed():
    assert column(rolled(long(lanes=1), exact=8.0, orientation="landscape")) >= 0.8 * 12.0 - 3.0


def test_type_on_a_roll_is_no_larger_than_is_wanted():
    tiny = project(lane(card(1)), steps=(1, 1))
    assert text(rolled(tiny, "roll-60in", "landscape")) <= 40 * 1524 / 841 + 1e-6


def test_a_narrow_map_hangs_down_the_roll_only_where_it_may():
    tiny = project(lane(card(1), card(2, step=1)), steps=(1, 1))
    free_, along = (rolled(tiny, orientation=way, exact=30.0) for way in ("auto", "landscape"))
    assert (free_.page.width / MM, along.page.height / MM) == pytest.approx((914.4, 914.4))
    assert text(free_) == pytest.approx(text(along))
    assert free_.page.height < along.page.width


def test_down_a_roll_the_map_is_as_wide_as_it():
    poster = rolled(long(), orientation="portrait")
    assert poster.drawing.width * poster.page.scale / MM == pytest.approx(900.4, abs=0.1)


def test_what_would_be_too_long_down_a_roll_is_set_smaller():
    poster = rolled(long(steps=4, lanes=90), "roll-24in", "portrait", exact=60.0)
    assert poster.page.height / MM <= MOST + 1e-6
    assert text(poster) < 60.0


def test_a_free_page_has_the_usual_columns_and_no_margin():
    poster = free(press(long()), "m", Type(20.0), None)
    assert column(poster) == pytest.approx(12.0)
    assert poster.page.y == 0.0
    assert 0.0 <= poster.page.height - poster.drawing.height * poster.page.scale < MM


def test_a_free_page_keeps_the_margin_that_is_asked_for():
    poster = free(press(long()), "m", Type(20.0), (10.0, 20.0, 30.0, 40.0))
    assert poster.page.y == pytest.approx(20.0 * MM)
    assert poster.page.x >= 10.0 * MM - 1e-6


def test_a_free_page_grows_wider_rather_than_too_high():
    plain, low = (free(press(long(lanes=8)), "m", Type(20.0), None, highest) for highest in (MOST, 430.0))
    assert plain.page.height / MM > 430.0 >= low.page.height / MM
    assert column(low) > column(plain)


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("name", ["roll-24in", "roll-914mm", "roll-60in"])
def test_ink_keeps_off_the_sides_of_a_roll(name, orientation):
    poster, edge = rolled(long(), name, orientation), 7.0 * MM
    page, width, height = (
        poster.page,
        poster.drawing.width * poster.page.scale,
        poster.drawing.height * poster.page.scale,
    )
    assert page.x >= edge - 1e-6
    assert page.x + width <= page.width - edge + 1e-6
    assert edge - 1e-6 <= page.y <= page.height - edge - height + 1e-6

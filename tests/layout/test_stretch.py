"""Columns made wider and rows made higher, so that seams find gutters."""

from math import inf

import pytest

from desktop import resources
from desktop.layout.layouter import Layouter
from desktop.layout.stretch import USUAL, Stretch
from desktop.typeset.lines import UNITS
from tests.journeys import STYLE, WORDS

WIDE = 2400.0


@pytest.fixture(scope="module")
def layouter():
    return Layouter(resources.typesetter(), STYLE, WORDS)


@pytest.fixture(scope="module")
def usual(layouter, sample):
    return laid(layouter, sample)


def laid(layouter, sample, **stretch):
    return layouter.layout(sample.project, sample.project.maps[0].id, WIDE, stretch=Stretch(**stretch))


def widths(layout):
    return [column.width for column in layout.columns]


def times(layout, *wide):
    return tuple(2.0 if number in wide else 1.0 for number in range(len(layout.columns)))


def test_nothing_asked_for_is_as_usual(usual, layouter, sample):
    assert usual.width == pytest.approx(WIDE)
    assert widths(laid(layouter, sample, heights=(0.0,), title=inf)) == widths(usual)
    assert Stretch() == USUAL


def test_a_column_is_twice_as_wide_within_the_same_width(usual, layouter, sample):
    wider = laid(layouter, sample, widths=times(usual, 1))
    ratio = (widths(wider)[1] / widths(usual)[1]) / (widths(wider)[0] / widths(usual)[0])
    assert ratio == pytest.approx(2.0)
    assert wider.width == pytest.approx(WIDE)


def test_columns_follow_one_another(usual, layouter, sample):
    wider = laid(layouter, sample, widths=times(usual, 0, 3))
    ends = [column.x + column.width for column in wider.columns]
    assert [column.x for column in wider.columns[1:]] == pytest.approx(ends[:-1])


def test_cards_are_as_wide_as_their_columns(usual, layouter, sample):
    wider = laid(layouter, sample, widths=times(usual, 2))
    cards = (place for row in wider.rows for place in row.content.cards if place.first == place.last == 2)
    gutter = STYLE.space["gutter"]
    assert {round(place.rect.width, 6) for place in cards} == {round(widths(wider)[2] - 2 * gutter, 6)}


def test_a_row_is_higher_and_what_follows_is_lower(usual, layouter, sample):
    higher = laid(layouter, sample, heights=(0.0, 30.0))
    moved = [after.y - before.y for before, after in zip(usual.rows, higher.rows, strict=True)]
    assert moved == pytest.approx([0.0, 0.0, *[30.0] * (len(moved) - 2)])
    assert higher.foot.y - usual.foot.y == pytest.approx(30.0)
    assert higher.height - usual.height == pytest.approx(30.0)


def test_cards_stay_at_the_top_of_a_higher_row(usual, layouter, sample):
    higher = laid(layouter, sample, heights=(50.0,))
    assert higher.rows[0].content.cards == usual.rows[0].content.cards
    assert higher.rows[0].height == pytest.approx(usual.rows[0].height + 50.0)


def test_arrows_reach_their_cards_in_higher_rows(usual, layouter, sample):
    higher = laid(layouter, sample, heights=tuple(20.0 for _ in usual.rows))
    assert len(higher.links) == len(usual.links)
    assert all(0 <= y <= higher.height for place in higher.links for _, y in place.points)


def test_a_title_breaks_where_it_is_told_to(usual, layouter, sample):
    narrow = laid(layouter, sample, title=300.0)
    titles = [text for text in narrow.heading.texts if text.role in {"title", "subtitle"}]
    assert all(text.width <= 300.0 for text in titles)
    assert titles[0].lines > usual.heading.texts[0].lines


def test_lines_of_a_narrow_title_are_narrow(layouter, sample):
    (title, *_) = laid(layouter, sample, title=300.0).heading.texts
    role = STYLE.roles["title"]
    lines = resources.typesetter().lines(title.text, role.style, int(300.0 / role.size * UNITS))
    assert len(lines) == title.lines
    assert max(line.width for line in lines) * role.size / UNITS <= 300.0


def test_rows_without_a_height_of_their_own():
    assert Stretch(heights=(5.0,)).height(0) == 5.0
    assert Stretch(heights=(5.0,)).height(1) == 0.0


def emotions(layout):
    return next(row for row in layout.rows if row.lane.kind == "emotions")


def test_a_scale_of_emotions_becomes_taller_with_its_curve(usual, layouter, sample):
    before, after = emotions(usual), emotions(laid(layouter, sample, curves=1.5))
    assert after.height == pytest.approx(1.5 * before.height, rel=0.1)
    assert after.content.unit > 1.5 * before.content.unit
    assert [place.marker for place in after.content.markers] == [place.marker for place in before.content.markers]


def heights_of_others(layout):
    return {row.lane.id: row.height for row in layout.rows if row.lane.kind != "emotions"}


def test_other_rows_are_the_same_beside_a_taller_scale(usual, layouter, sample):
    assert heights_of_others(laid(layouter, sample, curves=1.5)) == heights_of_others(usual)
    assert emotions(laid(layouter, sample)).content.unit == emotions(usual).content.unit

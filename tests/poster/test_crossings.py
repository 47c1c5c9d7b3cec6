"""What seams would go through is told from the layout, as it comes out when it is drawn."""

from bisect import bisect_left
from itertools import pairwise

import pytest

from desktop.document.kinds import DIVIDERS
from desktop.plan.page import MM
from desktop.poster.crossings import HARD_PRICE, Narrowed, row_breaks, rows_between
from desktop.poster.obstacles import obstacles
from tests.sheeting import pressed

NEAR = 1e-6


@pytest.fixture(scope="module")
def made():
    return pressed(paper="A1")[1]


@pytest.fixture(scope="module")
def layout(made):
    return made.layout


@pytest.fixture(scope="module")
def unit(made):
    return made.page.scale / MM


def narrowed(layout, share=1.0, most=1e9, words=None):
    return Narrowed(layout, share, most, words or {})


def test_columns_as_they_are(layout):
    found = narrowed(layout)
    assert found.xs == pytest.approx([column.x for column in layout.columns])
    assert found.whole == pytest.approx(layout.width)


def test_columns_by_a_share_narrower(layout):
    found = narrowed(layout, 0.5)
    assert found.widths == pytest.approx([column.width / 2 for column in layout.columns])
    assert [b - a for a, b in pairwise(found.xs)] == pytest.approx(found.widths[:-1])
    assert found.xs[0] == layout.columns[0].x
    assert layout.width - found.whole == pytest.approx(sum(found.widths))


def test_no_column_is_wider_than_a_sheet(layout):
    most = layout.columns[0].width * 0.8
    assert max(narrowed(layout, 1.0, most).widths) == pytest.approx(most)


def test_spanning_cards_have_their_price(made, layout, unit):
    prices = narrowed(layout).prices()
    cards = [each.rect for each in obstacles(made) if each.kind == "card"]
    for column, price in zip(layout.columns, prices, strict=True):
        x = made.page.x / MM + column.x * unit
        assert price % HARD_PRICE == sum(1 for rect in cards if rect.x < x < rect.right)


def test_the_first_column_has_only_labels_before_it(layout):
    assert narrowed(layout).prices()[0] == 0.0


def test_words_of_a_stage_that_go_on_over_a_column(layout):
    stage = next(place.stage for place in layout.stage_places if len(place.stage.steps) > 1)
    first = next(number for number, column in enumerate(layout.columns) if column.stage is stage)
    wide, short = layout.columns[first].width + 1, layout.columns[first].width / 2
    plain = narrowed(layout).prices()[first + 1]
    assert narrowed(layout, words={stage.id: wide}).prices()[first + 1] == plain + HARD_PRICE
    assert narrowed(layout, words={stage.id: short}).prices()[first + 1] == plain
    assert narrowed(layout, 0.4, words={stage.id: short}).prices()[first + 1] > plain


def test_labels_of_markers_that_reach_over_a_column(layout):
    labels = [place.label for row in layout.rows for place in row.content.markers if place.label]
    most = max(label.rect.width for label in labels)
    share = 0.5 * most / max(column.width for column in layout.columns)
    assert sum(narrowed(layout, share).prices()) >= sum(narrowed(layout).prices()) + HARD_PRICE


def test_seams_across_go_between_rows(layout):
    places = [each.at for each in row_breaks(layout, 0.0, 1.0, 1e9)]
    assert places == sorted(places)
    assert set(places) >= {row.y for row in layout.rows}
    assert len(places) == len(layout.rows) + 2


def test_places_on_the_poster(layout):
    plain, placed = row_breaks(layout, 0.0, 1.0, 1e9), row_breaks(layout, 12.0, 0.5, 1e9)
    assert [each.at for each in placed] == pytest.approx([12 + each.at / 2 for each in plain])


def test_between_headers_and_cards_only_if_need_be(layout):
    first = next(each for each in row_breaks(layout, 0.0, 1.0, 1e9) if each.at == layout.rows[0].y)
    assert 0 < first.price < 1


def test_a_high_row_can_be_divided(layout):
    high = max((row for row in layout.rows if row.content.cards), key=lambda row: row.height)
    inside = [each for each in row_breaks(layout, 0.0, 1.0, high.height) if high.y < each.at < high.y + high.height]
    assert inside
    for each in inside:
        y = each.at - high.y
        cut = sum(1 for place in high.content.cards if place.rect.y + NEAR < y < place.rect.bottom - NEAR)
        assert each.price % HARD_PRICE == cut


def test_an_emotion_lane_is_never_divided(layout):
    row = next(row for row in layout.rows if row.lane.kind == "emotions")
    places = [each.at for each in row_breaks(layout, 0.0, 1.0, 1.0)]
    assert bisect_left(places, row.y + row.height) - bisect_left(places, row.y + 1) == 0


def test_rows_that_stand_whole_on_a_sheet(layout):
    start, end = layout.rows[1].y, layout.rows[4].y
    assert rows_between(layout, start, end, 0.0, 1.0) == [1, 2, 3]
    assert rows_between(layout, start + 1, end, 0.0, 1.0) == [2, 3]


def test_dividers_stay_as_high_as_they_are(layout):
    dividers = [number for number, row in enumerate(layout.rows) if row.lane.kind in DIVIDERS]
    assert dividers
    assert not set(dividers) & set(rows_between(layout, 0.0, 1e9, 0.0, 1.0))

"""The restaurant laid out at several widths: nothing overlaps, nothing is cut, everything is aligned."""

from functools import cache
from itertools import pairwise

import pytest

from desktop import resources
from desktop.layout.interior import interior
from desktop.layout.numbers import Context
from desktop.layout.places import Rect
from desktop.storage.reader import read
from tests.grids import EM, STYLE, composer, layouter

WIDTHS = [None, 1500.0, 2150.0, 3200.0]
SET = composer()
SPACE = STYLE.space


@cache
def sample():
    return read(resources.root() / "samples" / "restaurant.journey").project


@cache
def lay(width):
    return layouter().layout(sample(), sample().maps[0].id, width)


@pytest.fixture(params=WIDTHS)
def layout(request):
    return lay(request.param)


def texts_above_rows(layout):
    yield from layout.heading.texts
    yield from (place.text for place in layout.stage_places)
    yield from (place.text for place in layout.step_places)


def inked(place):
    """The boxes of a paragraph's lines."""
    setting = SET.setting(place.role, place.face)
    for number, (x, _, line) in enumerate(SET.lines(place)):
        y = place.y + number * setting.role.leading
        yield Rect(x, y, line.width * setting.scale, setting.role.leading)


def test_no_two_cards_overlap(layout):
    for row in layout.rows:
        for cell in row.content.cells:
            assert all(one.rect.bottom <= other.rect.y for one, other in pairwise(cell))


def test_every_card_is_on_the_map(layout):
    shown = {place.card.id for row in layout.rows for place in row.content.cards}
    assert shown == {card.id for lane in layout.map.lanes if not lane.hidden for card in lane.cards}


def test_no_line_of_a_header_is_wider_than_its_place(layout):
    for place in texts_above_rows(layout):
        assert SET.widest(place) <= place.width + 1e-6


def test_headers_do_not_touch_each_other(layout):
    boxes = [box for place in texts_above_rows(layout) for box in inked(place) if place.role != "fact-strong"]
    slim = [Rect(box.x, box.y + 1, box.width, box.height - 2) for box in boxes]
    assert [(one, other) for n, one in enumerate(slim) for other in slim[:n] if one.meets(other)] == []


def test_labels_keep_inside_their_column_and_their_row(layout):
    for row in layout.rows:
        for place in row.content.label:
            assert place.x >= layout.labels.x
            assert place.x + SET.widest(place) <= layout.columns[0].x
            assert place.bottom <= row.height


def test_stage_rules_stand_over_their_cards(layout):
    first = min(layout.columns, key=lambda column: column.x)
    last = max(layout.columns, key=lambda column: column.x)
    assert layout.stage_places[0].rect.x == pytest.approx(first.x + SPACE["gutter"])
    assert layout.stage_places[-1].rect.right == pytest.approx(last.x + last.width - SPACE["gutter"])
    assert layout.head.right == pytest.approx(layout.stage_places[-1].rect.right) == pytest.approx(layout.foot.right)


def test_the_facts_stand_beside_the_title(layout):
    title = layout.heading.texts[0]
    captions = [place for place in layout.heading.texts if place.role == "caption"]
    assert len(captions) == 3
    assert all(place.x > title.x + SET.widest(title) or place.y >= title.bottom for place in captions)


def test_cards_are_as_high_as_their_words(layout):
    metrics = {metric.id: metric for metric in sample().metrics}
    context = Context(layout.numbers, metrics)
    for row in layout.rows:
        for place in row.content.cards:
            inside = interior(place.card, place.rect.width, context.of(place.card), SET)
            assert inside.height == pytest.approx(place.rect.height)


def test_no_card_grows_past_seven_lines_at_the_usual_width():
    leading = STYLE.roles["card"].leading
    cards = [place for row in lay(None).rows for place in row.content.cards]
    assert max(place.rect.height for place in cards) < 7 * leading + 2 * SPACE["pad"]


def test_a_wider_map_is_lower():
    heights = [lay(width).height for width in (1500.0, 2150.0, 3200.0)]
    assert heights == sorted(heights, reverse=True)


def test_the_margin_is_kept_all_round(layout):
    margin = SPACE["page-margin"]
    assert (layout.head.x, layout.head.y) == (margin, margin)
    assert layout.width - layout.head.right == pytest.approx(margin)
    assert layout.height - layout.foot.bottom == pytest.approx(margin)


def test_three_pain_points_and_their_answers_are_numbered(layout):
    kinds = {card.id: card.kind for lane in layout.map.lanes for card in lane.cards}
    numbers = sorted(number for card, number in layout.numbers.items() if kinds[card] == "pain")
    assert numbers == [1, 2, 3]
    assert {number for card, number in layout.numbers.items() if kinds[card] == "opportunity"} <= {1, 2, 3}


def test_text_is_at_least_as_large_as_the_badge():
    smallest = min(role.size for role in STYLE.roles.values())
    assert smallest >= 0.85 * EM

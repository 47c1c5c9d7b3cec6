"""Lane labels that stand once more: about evenly, between stages, and never over a card or a curve."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.cards import Marker
from desktop.document.journey import Link
from desktop.drawing.shapes import Box, Glyphs
from desktop.layout.columns import columns
from desktop.layout.places import Rect
from desktop.layout.repeats import breaks, gap, label_box, room_for
from effort import examples
from grids import STYLE, artist, card, composer, lane, layouter, project, rows_of_cards, stages

GUTTER = STYLE.space["gutter"]


def laid(what, spans=2, width=None):
    return layouter().layout(what, "m", width, spans=spans)


def pairs(*counts):
    """Stages with their steps from left to right."""
    return [(stage, step) for stage in stages(*counts) for step in stage.steps]


def boxes(layout):
    """Where the repeated labels stand on the map, with their lanes."""
    return [
        (layout.rows[copy.row], _moved(label_box(layout.rows[copy.row], copy.x), layout.rows[copy.row].y + copy.drop))
        for copy in layout.repeats
    ]


def _moved(rect, down):
    return rect._replace(y=rect.y + down)


def test_usually_labels_stand_once():
    assert laid(project(lane(card(1))), spans=0).repeats == ()


def test_on_one_span_labels_stand_at_the_right_edge_too():
    layout = laid(project(lane(card(1))), spans=1)
    (copy,) = layout.repeats
    last = layout.columns[-1]
    assert copy.x == pytest.approx(last.x + last.width - GUTTER + STYLE.space["label-gap"])
    assert copy.x + STYLE.space["label-width"] == pytest.approx(layout.width - STYLE.space["page-margin"])


def test_on_two_spans_labels_stand_between_stages_too():
    layout = laid(project(lane(card(1)), steps=(3, 3)))
    inner, right = (copy.x for copy in layout.repeats)
    before, after = layout.columns[2:4]
    assert before.x + before.width < inner < inner + STYLE.space["label-width"] <= after.x + 1e-6
    assert right > layout.columns[-1].x


def test_a_repeated_label_stands_as_high_as_the_first():
    layout = laid(project(lane(card(1)), lane(card(2), kind="pains"), steps=(3, 3)))
    assert [copy.drop for copy in layout.repeats] == [0.0] * 4
    assert [copy.row for copy in layout.repeats] == [0, 1, 0, 1]


def test_the_map_becomes_as_much_wider_as_the_labels_take():
    what = project(lane(card(1)), steps=(3, 3, 3))
    assert laid(what, 3).width == pytest.approx(laid(what, 0).width + room_for(3, STYLE))


def test_a_width_that_is_asked_for_holds_the_labels():
    what = project(lane(card(1)), steps=(3, 3))
    assert laid(what, 2, 2_000.0).width == pytest.approx(2_000.0)
    assert laid(what, 2, 2_000.0).columns[0].width < laid(what, 0, 2_000.0).columns[0].width


def test_a_stage_reaches_across_labels_within_it():
    layout = laid(project(lane(card(1)), steps=(6,)), 2)
    (stage,) = layout.stage_places
    assert stage.rect.right == pytest.approx(layout.columns[-1].x + layout.columns[-1].width - GUTTER)


def test_a_card_that_reaches_across_has_the_label_below_it():
    high = tuple(card(number, step=0) for number in range(2, 7))
    layout = laid(project(lane(card(1, last=5, rank="1"), *high), steps=(3, 3)))
    inner, right = layout.repeats
    wide = next(place for place in layout.rows[0].content.cards if place.card.id == "c1")
    assert inner.drop > 0.0 == right.drop
    assert label_box(layout.rows[0], inner.x).y + inner.drop >= wide.rect.bottom


def test_a_card_that_leaves_no_room_keeps_its_row_free():
    layout = laid(project(lane(card(1, last=5)), steps=(3, 3)))
    assert [copy.x > layout.columns[-1].x for copy in layout.repeats] == [True]


def test_dividers_are_not_named_again():
    layout = laid(project(lane(card(1)), lane(kind="visibility"), steps=(3, 3)))
    assert {layout.rows[copy.row].lane.kind for copy in layout.repeats} == {"actions"}


def test_a_label_keeps_clear_of_a_curve():
    layout = laid(project(mood(*[2.0] * 6), steps=(3, 3)))
    assert [copy.drop > 0.0 for copy in layout.repeats] == [True, False]


def mood(*values, **fields):
    """An emotion lane with a marker on each step."""
    marks = tuple(Marker(id=f"m{at}", step=f"d{at}", value=value) for at, value in enumerate(values))
    return lane(kind="emotions", subtitle="How she feels", **fields).model_copy(update={"markers": marks})


@pytest.mark.parametrize("value", [-2.0, -1.0, 0.0, 0.5, 1.0, 2.0])
def test_a_label_does_not_stand_on_the_line_of_no_feeling(value):
    layout = laid(project(mood(*[value] * 6), steps=(3, 3)))
    inner = layout.repeats[0]
    box = label_box(layout.rows[0], inner.x)
    zero = layout.rows[0].content.zero
    assert box.bottom + inner.drop <= zero or box.y + inner.drop >= zero


def _inked(layout):
    """The boxes of all cards, marks and labels of markers on the map."""
    for row in layout.rows:
        yield from (_moved(place.rect, row.y) for place in row.content.cards)
        for mark in row.content.markers:
            yield Rect(mark.x - mark.radius, row.y + mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius)
            yield from (_moved(label.rect, row.y) for label in (mark.label,) if label)


@st.composite
def wide_maps(draw):
    """Lanes with cards that span columns, and an emotion lane, on up to eight columns."""
    counts = draw(st.lists(st.integers(1, 3), min_size=2, max_size=4))
    steps = sum(counts)
    values = draw(st.lists(st.integers(-20, 20), min_size=steps, max_size=steps))
    marks = tuple(
        Marker(id=f"m{at:02}", step=f"d{at}", value=value / 10, label="So so" if value % 2 else "")
        for at, value in enumerate(values)
    )
    feeling = lane(kind="emotions").model_copy(update={"markers": marks})
    return project(lane(*draw(rows_of_cards(steps))), feeling, steps=tuple(counts)), draw(st.integers(1, 4))


@given(wide_maps())
@settings(max_examples=60)
def test_repeated_labels_are_never_over_anything(made):
    layout = laid(*made)
    things = list(_inked(layout))
    for row, box in boxes(layout):
        assert not [thing for thing in things if thing.meets(box)]
        assert row.y <= box.y
        assert box.bottom <= row.y + row.height
        assert box.right <= layout.width


@given(wide_maps())
@examples(10)
def test_columns_never_overlap(made):
    across = laid(*made).columns
    assert all(one.x + one.width <= other.x + 1e-9 for one, other in pairwise(across))


@pytest.mark.parametrize(("spans", "at"), [(0, ()), (1, ()), (2, (4,)), (4, (2, 4, 6))])
def test_labels_stand_between_stages(spans, at):
    assert breaks(pairs(2, 2, 2, 2), (), spans) == at


def test_labels_stand_within_a_stage_that_is_too_long():
    assert breaks(pairs(2, 8), (), 2) == (5,)


def test_a_place_that_cards_reach_across_is_passed_over():
    wide = lane(card(1, step=2, last=4), card(2, step=3, last=4))
    assert breaks(pairs(2, 2, 2, 2), (), 2) == (4,)
    assert breaks(pairs(4, 4), (wide,), 2) == (5,)


def test_cards_of_steps_that_are_gone_are_in_nobodys_way():
    assert breaks(pairs(2, 2), (lane(card(1, step=70, last=80)),), 2) == (2,)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=12), st.integers(0, 8))
def test_there_are_no_more_places_than_asked_for(counts, spans):
    found = breaks(pairs(*counts), (), spans)
    assert len(found) <= max(0, spans - 1)
    assert all(0 < at < sum(counts) for at in found)
    assert list(found) == sorted(set(found))


def test_gaps_move_the_columns_after_them():
    plain, wide = (columns(stages(2, 2), 10.0, None, composer(), gaps=gaps) for gaps in ({}, {2: 50.0}))
    assert [other.x - one.x for one, other in zip(plain, wide, strict=True)] == [0, 0, 50, 50]


def test_gaps_are_taken_from_a_room():
    across = columns(stages(2, 2), 0.0, 1_000.0, composer(), gaps={2: gap(STYLE)})
    assert across[-1].x + across[-1].width == pytest.approx(1_000.0)


def copies_drawn(what, spans=2):
    layout = laid(what, spans)
    drawing = artist().draw(what, layout)
    return [placed for placed in drawing.placed if placed.figure.role == "lane" and not placed.figure.id]


def test_a_repeated_label_is_drawn_with_the_same_words():
    what = project(lane(card(1), title="Actions", subtitle="What she does"), steps=(3, 3))
    for placed in copies_drawn(what):
        assert [shape.line.text for shape in placed.figure.shapes if isinstance(shape, Glyphs)] == [
            "Actions",
            "What she does",
        ]


def test_a_repeated_label_says_nothing_new_to_a_reader():
    assert {placed.figure.name for placed in copies_drawn(project(lane(card(1)), steps=(3, 3)))} == {""}


def test_an_arrow_passes_behind_a_repeated_label():
    first, second = card(1, step=0), card(2, step=5)
    link = Link(id="k", kind="leads", source="c1", target="c2")
    what = project(lane(first), lane(second, kind="pains"), steps=(3, 3), links=(link,))
    assert all(isinstance(placed.figure.shapes[0], Box) for placed in copies_drawn(what))


@pytest.mark.parametrize("spans", [1, 2, 3])
def test_arrows_leave_their_cards_within_their_width(spans):
    link = Link(id="k", kind="leads", source="c1", target="c2")
    what = project(lane(card(1, step=2)), lane(card(2, step=2), kind="pains"), steps=(3, 3, 3), links=(link,))
    layout = laid(what, spans)
    (arrow,) = layout.links
    column = layout.columns[2]
    assert all(column.x + GUTTER <= x <= column.x + column.width - GUTTER for x, _ in arrow.points)

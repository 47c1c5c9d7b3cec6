"""What labels say, how large they are and where they would like to stand."""

import pytest

from desktop import resources
from desktop.layout.places import Curve, MarkerPlace
from desktop.layout.spread import mark_radius
from desktop.layout.tags import Tags, is_computed, label_text, spread_reach
from desktop.typeset.lines import UNITS
from tests.emotion_lanes import LEFT, STYLE, columns, counted, marker

UNIT = 42.0
LEADING = STYLE.roles["marker"].leading


@pytest.fixture
def tags():
    return Tags.over(columns(6), STYLE, resources.typesetter())


def place(value=1.0, x=400.0, **fields):
    return MarkerPlace(marker(2, value, **fields), x, 100.0 - value * UNIT, 0)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, ""),
        ({"label": "annoyed"}, "annoyed"),
        ({"label": "annoyed", "computed": counted(41)}, "annoyed\u00a0· n\u00a041"),
        ({"computed": counted(41)}, "n\u00a041"),
        ({"label": "annoyed", "computed": counted(0)}, "annoyed"),
    ],
)
def test_a_label_says_how_many_people_it_comes_from(fields, text):
    assert label_text(marker(0, 1.0, **fields)) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "peak +1"),
        ({"label": "glad"}, "glad\npeak +1"),
        ({"computed": counted(41)}, "peak +1\u00a0· n\u00a041"),
        ({"label": "glad", "computed": counted(41)}, "glad\u00a0· n\u00a041\npeak +1"),
    ],
)
def test_a_point_of_the_curve_is_told_below_the_label(fields, text):
    assert label_text(marker(0, 1.0, **fields), "peak +1") == text


@pytest.mark.parametrize(("computed", "found"), [(None, False), (counted(0, 0.5), False), (counted(1), True)])
def test_a_value_is_computed_when_somebody_answered(computed, found):
    assert is_computed(marker(0, 1.0, computed=computed)) == found


@pytest.mark.parametrize(
    ("value", "spread", "reach"),
    [(0.5, 0.4, (0.4, 0.4)), (1.8, 0.5, (0.2, 0.5)), (-2.0, 1.0, (1.0, 0.0)), (0.0, 4.0, (2.0, 2.0))],
)
def test_a_spread_ends_where_the_scale_ends(value, spread, reach):
    assert spread_reach(marker(0, value, computed=counted(9, spread))) == pytest.approx(reach)


def test_a_marker_that_nobody_computed_has_no_spread():
    assert spread_reach(marker(0, 1.0)) == (0.0, 0.0)


def test_a_good_feeling_is_named_above_and_a_bad_one_below(tags):
    good, bad = tags.label(place(1.0, label="relief"), UNIT), tags.label(place(-1.0, label="relief"), UNIT)
    assert good.spots[0][1] + good.height < 100 - UNIT - STYLE.space["face"]
    assert bad.spots[0][1] > 100 + UNIT + STYLE.space["face"]


def test_the_first_spot_is_centred_on_the_marker(tags):
    wish = tags.label(place(label="relief"), UNIT)
    assert wish.spots[0][0] + wish.width / 2 == pytest.approx(400.0)


def test_no_spot_covers_the_marker_itself(tags):
    for value in (-2.0, -0.4, 0.0, 1.3):
        at = place(value, label="relief")
        wish, radius = tags.label(at, UNIT), mark_radius(0, STYLE)
        for left, top, right, bottom in (wish.area(spot) for spot in wish.spots):
            beside = right <= at.x - radius + 1e-9 or left >= at.x + radius - 1e-9
            assert beside or bottom <= at.y - radius or top >= at.y + radius


def test_a_label_keeps_above_the_star_and_beyond_a_small_spread(tags):
    plain = tags.label(place(label="relief"), UNIT).spots[0][1]
    starred = tags.label(place(label="relief", starred=True), UNIT).spots[0][1]
    spread = tags.label(place(label="relief", computed=counted(0, 0.5)), UNIT).spots[0][1]
    wide = tags.label(place(label="relief", computed=counted(0, 2.0)), UNIT).spots[0][1]
    assert plain - starred == pytest.approx(2 * STYLE.space["star"] + STYLE.space["tag-gap"] / 2)
    assert plain - spread == pytest.approx(0.5 * UNIT - mark_radius(0, STYLE))
    assert wide == plain


def test_spots_at_the_edge_are_moved_into_the_lane(tags):
    wish = tags.label(place(x=LEFT + 12, label="finally seated"), UNIT)
    assert min(x for x, _ in wish.spots) == LEFT + STYLE.space["gutter"]


def test_a_long_label_wraps(tags):
    width, height = tags.size("finally seated, finally warm and with a glass of wine", "marker")
    assert width <= tags.widest
    assert height >= 2 * LEADING


def test_a_wrapped_label_breaks_the_same_when_it_is_set_to_its_own_width(tags):
    text, role = "why do they need my card before a free booking?", STYLE.roles["marker"]
    width, height = tags.size(text, "marker")
    spans = resources.typesetter().spans(text, role.style, int((width + 1e-6) * UNITS / role.size))
    assert len(spans) * role.leading == height


def test_the_lane_makes_room_above_and_below_for_extreme_labels(tags):
    series = {"maya": 0}
    quiet = tags.headroom([marker(0, 0.0, label="well")], series)
    above, _ = tags.headroom([marker(0, 2.0, label="delighted", starred=True)], series)
    _, below = tags.headroom([marker(0, -2.0, label="forgotten")], series)
    assert quiet == (STYLE.space["emotion-head"], STYLE.space["emotion-head"])
    assert above > STYLE.space["face"] + 2 * STYLE.space["star"] + LEADING
    assert below > STYLE.space["face"] + LEADING


def test_a_curve_is_named_after_its_last_marker_when_there_is_room(tags):
    wish = tags.name(Curve("maya", 0, ((200.0, 90.0),), ()), "Maya")
    assert wish.spots[0][0] > 200.0
    assert wish.spots[0][1] + wish.height / 2 == pytest.approx(90.0)


def test_otherwise_its_name_is_flush_with_the_right_edge(tags):
    wish = tags.name(Curve("maya", 0, ((tags.right - 30.0, 90.0),), ()), "Regular guest")
    assert wish.spots[0][0] + wish.width == pytest.approx(tags.right)
    assert wish.spots[0][1] + wish.height < 90.0


def test_a_star_stands_above_its_marker(tags):
    at = place(1.0, starred=True)
    wish = tags.star(at)
    left, _, right, bottom = wish.area(wish.spots[0])
    assert (left + right) / 2 == pytest.approx(at.x)
    assert bottom < at.y - mark_radius(0, STYLE)


def test_a_lane_without_columns_has_no_width():
    empty = Tags.over((), STYLE, resources.typesetter())
    assert (empty.left, empty.right) == (0.0, 0.0)

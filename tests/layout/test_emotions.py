"""The emotion lane laid out: scale, series, curves, and labels that keep apart."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.layout.emotions import add_curves, curve_stroke, emotion_row, series_of
from desktop.layout.labels import Ground, settle
from desktop.layout.spread import mark_radius
from desktop.layout.tags import Tags
from desktop.layout.turning import point_names, turning_points
from tests.emotion_lanes import CROWD, LEFT, PERSONAS, STYLE, columns, counted, crowded, lane, marker, row

STAR = STYLE.space["star"]
WORDS = resources.words("en")


def test_an_empty_lane_shows_its_scale():
    content = row()
    assert content.markers == content.curves == ()
    assert content.unit == STYLE.space["emotion-unit"]
    assert content.height == pytest.approx(4 * content.unit + 2 * STYLE.space["emotion-head"])
    assert content.zero == pytest.approx(content.height / 2)


def test_a_lane_without_columns_is_laid_out():
    assert row(marker(0, 1.0), across=()).markers == ()


@pytest.mark.parametrize("value", [-2.0, -0.7, 0.0, 2.0])
def test_values_stand_on_the_scale(value):
    content = row(marker(0, value))
    assert content.markers[0].y == pytest.approx(content.zero - value * content.unit)


def test_a_set_height_stretches_the_scale():
    usual, high = row(marker(0, 2.0, label="delighted")), row(marker(0, 2.0, label="delighted"), height=2.0)
    assert high.height == pytest.approx(2 * usual.height)
    assert high.unit > usual.unit


def test_a_lower_height_than_the_content_needs_changes_nothing():
    assert row(marker(0, 1.0), height=0.5).height == row(marker(0, 1.0)).height


def test_series_follow_the_order_of_the_project_then_unknown_ids():
    markers = [marker(0, 1.0, persona) for persona in ("zoe", "ana", "", "maya")]
    assert series_of(markers, reversed(PERSONAS)) == {"maya": 0, "ana": 1, "": 2, "zoe": 3}


def test_personas_without_markers_take_no_series():
    assert series_of([marker(0, 1.0, "ana")], PERSONAS) == {"ana": 0}


def test_a_curve_per_persona_through_its_markers():
    content = row(marker(0, 1.0), marker(1, -1.0), marker(3, 0.5), marker(0, -2.0, "ana"))
    maya, ana = content.curves
    assert maya.points == tuple((place.x, place.y) for place in content.markers if place.series == 0)
    assert [segment[4:] for segment in maya.segments] == list(maya.points[1:])
    assert (ana.persona, ana.series, ana.segments) == ("ana", 1, ())


def test_a_curve_whose_markers_are_not_shown_is_left_out():
    assert [curve.persona for curve in row(marker(0, 1.0), marker(9, 1.0, "ana")).curves] == ["maya"]


def test_a_curve_is_named_by_its_persona_and_not_by_an_unknown_id():
    content = row(marker(0, 1.0), marker(0, -1.0, "stranger"))
    assert [curve.end_label.text if curve.end_label else "" for curve in content.curves] == ["Maya", ""]


def test_a_label_belongs_to_its_marker():
    one = marker(2, 1.8, label="delighted", computed=counted(38))
    label = row(one).markers[0].label
    assert (label.owner, label.text) == (one.id, "delighted\u00a0· n\u00a038")
    assert label.rect.x + label.rect.width / 2 == pytest.approx(LEFT + 118 * 2.5)


def labels(content):
    return [place.label.text if place.label else "" for place in content.markers]


WAVE = (marker(0, 0.5), marker(1, 1.8, label="delighted", computed=counted(38)), marker(2, -1.0), marker(3, 0.0))


def test_peak_valley_and_end_are_named_where_there_are_words():
    assert labels(row(*WAVE, words=WORDS)) == [
        "",
        "delighted\u00a0· n\u00a038\npeak\u00a0+1.8",
        "valley\u00a0−1",
        "end\u00a00",
    ]
    assert labels(row(*WAVE)) == ["", "delighted\u00a0· n\u00a038", "", ""]


def test_a_point_that_nobody_named_says_how_many_people_it_stands_for():
    computed = (*WAVE[:2], marker(2, -1.0, computed=counted(41)), WAVE[3])
    assert labels(row(*computed, words=WORDS))[2] == "valley\u00a0−1\u00a0· n\u00a041"


def test_the_curve_of_another_map_stands_behind_that_of_the_same_persona():
    ideal = [one.model_copy(update={"id": f"i{one.id}", "value": 1.5}) for one in WAVE]
    content = row(*WAVE, other=ideal)
    (other,) = content.others
    assert (other.persona, other.series, other.end_label.text) == ("maya", 0, "Maya\u00a0· ideal")
    assert [point[0] for point in other.points] == [place.x for place in content.markers]
    assert {point[1] for point in other.points} == {content.zero - 1.5 * content.unit}


def test_a_curve_that_is_the_same_on_the_other_map_is_left_out():
    assert row(*WAVE, other=WAVE).others == ()
    assert len(row(*WAVE, other=WAVE[:3]).others) == 0


def test_who_is_not_on_this_map_has_no_curve_behind():
    assert row(*WAVE, other=[marker(0, 1.0, "ana"), marker(1, 0.0, "ana")]).others == ()


def test_markers_of_the_other_map_at_steps_that_are_not_shown_are_left_out():
    ideal = [one.model_copy(update={"value": 2.0}) for one in WAVE]
    (other,) = row(*WAVE, across=columns(2), other=ideal).others
    assert len(other.points) == 2


def test_without_words_and_another_map_the_lane_is_as_before():
    assert row(*WAVE, other=()) == row(*WAVE)


def test_a_moment_of_truth_has_a_star_above_it():
    place = row(marker(2, 1.4, starred=True)).markers[0]
    assert place.star[0] == pytest.approx(place.x)
    assert place.star[1] + STAR < place.y - mark_radius(0, STYLE)


def test_cards_are_left_to_others():
    assert row(marker(0, 1.0)).cards == ()


def test_the_row_is_the_same_every_time():
    markers = [
        marker(step, value, persona.id, label="relief") for step, value in ((0, 1.0), (1, 1.1)) for persona in CROWD
    ]
    assert row(*markers) == row(*markers)
    assert row(*markers).markers == row(*reversed(markers)).markers


def test_a_dashed_curve_is_thinner():
    assert curve_stroke(1, STYLE) < curve_stroke(0, STYLE)


def boxes(content):
    """Everything that has a place of its own: marks, stars, names, labels."""
    for place in content.markers:
        radius = mark_radius(place.series, STYLE)
        yield "mark", (place.x - radius, place.y - radius, place.x + radius, place.y + radius)
        if place.star:
            x, y = place.star
            yield "tag", (x - STAR, y - STAR, x + STAR, y + STAR)
    for label in tags_of(content):
        yield "tag", (label.rect.x, label.rect.y, label.rect.right, label.rect.bottom)


def tags_of(content):
    yield from (curve.end_label for curve in (*content.curves, *content.others) if curve.end_label)
    yield from (place.label for place in content.markers if place.label)


def shifted(markers):
    """What another map feels: a little more, and nothing at all at every fourth step."""
    kept = (one for one in markers if one.step[-1] not in "37")
    return [one.model_copy(update={"value": min(2.0, round(one.value + 0.6, 1))}) for one in kept]


def overlap(a, b):
    return a[0] < b[2] - 1e-6 and b[0] < a[2] - 1e-6 and a[1] < b[3] - 1e-6 and b[1] < a[3] - 1e-6


@given(crowded(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_labels_keep_within_the_lane_where_they_meet_nothing(drawn, compared):
    steps, markers = drawn
    other = shifted(markers) if compared else ()
    content = row(*markers, across=columns(steps), personas=CROWD, words=WORDS, other=other)
    areas = list(boxes(content))
    for kind, area in areas:
        alone = not any(overlap(area, other) for _, other in areas if other is not area)
        if kind == "tag" and alone:
            assert area[1] >= 0
            assert area[3] <= content.height


@given(crowded(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_label_meets_something_only_when_none_of_its_spots_is_free(drawn, compared):
    steps, markers = drawn
    across = columns(steps)
    other = shifted(markers) if compared else ()
    content = row(*markers, across=across, personas=CROWD, words=WORDS, other=other)
    wishes, ground = rebuilt(content, across)
    spots = settle(wishes, ground)
    areas = [wish.area(spot) for wish, spot in zip(wishes, spots, strict=True)]
    assert {label.rect.y for label in tags_of(content)} <= {y for _, y in spots}
    for index, (wish, area) in enumerate(zip(wishes, areas, strict=True)):
        ground.remove(area, index)
        met = any(overlap(area, other) for other in areas if other is not area)
        if met or not ground.free(area):
            assert not any(ground.free(wish.area(spot)) for spot in wish.spots)
        ground.add(area, index)


def rebuilt(content, across):
    """The wishes and the ground of a row, made once more from what it shows."""
    names = point_names(
        turning_points(content.lane.markers, [each.step.id for each in across]), content.lane.markers, WORDS
    )
    tags = Tags.over(across, STYLE, resources.typesetter(), names)
    gap = STYLE.space["tag-gap"] / 2
    ground = Ground((tags.left, gap, tags.right, content.height - gap), 100.0)
    for place in content.markers:
        radius = mark_radius(place.series, STYLE)
        ground.add((place.x - radius, place.y - radius, place.x + radius, place.y + radius))
    add_curves(ground, content, STYLE)
    stars = [tags.star(place) for place in content.markers if place.star]
    curves = (*content.curves, *content.others)
    names = [tags.name(curve, curve.end_label.text) for curve in curves if curve.end_label]
    labels = [tags.label(place, content.unit) for place in content.markers if place.label]
    return [*stars, *names, *labels], ground


def test_in_a_lane_of_usual_fullness_nothing_overlaps():
    values = [0.6, 0.9, 0.2, -1.1, -0.6, 1.4, 0.9, -1.5, 1.8, -0.4, 0.7, 1.0, 1.5]
    others = [0.2, 0.4, 0.5, 0.3, 0.8, 1.6, 1.2, 0.1, 1.3, 0.9, 0.8, 0.4, 1.2]
    labels = {3: "annoyed", 5: "moment of truth", 7: "forgotten", 8: "delighted"}
    markers = [
        *(marker(step, value, label=labels.get(step, ""), starred=step == 5) for step, value in enumerate(values)),
        *(marker(step, value, "ana") for step, value in enumerate(others)),
    ]
    pairs = combinations(boxes(row(*markers, across=columns(13))), 2)
    assert not [(a, b) for (one, a), (other, b) in pairs if "tag" in (one, other) and overlap(a, b)]


def test_a_hundred_steps_of_three_personas_are_laid_out():
    across, type_ = columns(100), resources.typesetter()
    content = lane(
        *(
            marker(step, ((step * 7 + turn * 11) % 41 - 20) / 10, persona.id, label="" if step % 5 else "relief")
            for step in range(100)
            for turn, persona in enumerate(CROWD)
        )
    )
    made = emotion_row(content, across, CROWD, STYLE, type_)
    assert len(made.markers) == 100 * len(CROWD)
    assert sum(place.label is not None for place in made.markers) == 20 * len(CROWD)

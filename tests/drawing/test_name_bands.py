"""Names of lanes, stages and steps beside a sheet."""

import pytest

from desktop import resources
from desktop.drawing.bands import SMALLEST, Bands, Span, band_drawing
from desktop.drawing.lettering import PT, Lettering
from desktop.drawing.shapes import Box, Glyphs
from desktop.layout.places import Rect
from tests.drawing.test_sheetmarks import leaf
from tests.sheeting import bounds, figures, words

ROOM = Rect(29.0, 16.0, 176.0, 276.0)
LANES = (Span("Actions", 20.0, 60.0), Span("Pain points", 60.0, 100.0))
STAGES = (Span("Discover", 40.0, 110.0), Span("Decide", 112.0, 180.0))
STEPS = (Span("Hears about it", 40.0, 75.0), Span("Looks it up", 76.0, 110.0))


def drawn(**fields):
    sheet = leaf(room=ROOM, shown=ROOM, inner=ROOM, neighbours={})
    return figures(band_drawing(sheet, Bands(24.0, 11.0, **fields), Lettering(resources.typesetter())))


def texts(shapes):
    return {shape.line.text.strip(): bounds(shape) for shape in shapes if isinstance(shape, Glyphs)}


def test_lanes_stand_left_of_the_poster():
    found = texts(drawn(lanes=LANES)["lanes"])
    assert list(found) == ["Actions", "Pain points"]
    assert all(rect.right <= ROOM.x and rect.x >= ROOM.x - 24.0 for rect in found.values())


def test_a_lane_is_named_at_its_top():
    found = texts(drawn(lanes=LANES)["lanes"])
    assert 60.0 < found["Pain points"].y < 65.0


def test_a_long_name_of_a_lane_takes_several_lines():
    found = texts(drawn(lanes=(Span("What the kitchen does unseen", 20.0, 60.0),))["lanes"])
    assert len(found) > 1
    assert " ".join(found) == "What the kitchen does unseen"


def test_a_name_that_does_not_fit_its_lane_is_left_out():
    assert "lanes" not in drawn(lanes=(Span("What the kitchen does unseen", 20.0, 24.0),))


def test_stages_and_steps_stand_above_the_poster():
    found = texts(drawn(stages=STAGES, steps=STEPS)["stages"])
    assert set(found) == {"Discover", "Decide", "Hears about it", "Looks it up"}
    assert all(rect.bottom <= ROOM.y + 0.3 and rect.y >= ROOM.y - 11.0 for rect in found.values())


def test_names_begin_where_their_columns_begin():
    found = texts(drawn(stages=STAGES, steps=STEPS)["stages"])
    assert (found["Decide"].x, found["Looks it up"].x) == (112.0, 76.0)


def test_a_stage_has_a_thick_and_a_thin_rule_in_its_colour():
    thick, thin = [shape for shape in drawn(stages=STAGES[:1], colour="#AA0000")["stages"] if isinstance(shape, Box)]
    assert (thick.fill, thin.fill) == ("#AA0000", "#AA0000")
    assert thick.height > thin.height
    assert thick.width == thin.width == 70.0


def test_a_name_is_set_smaller_to_fit():
    (name,) = [s for s in drawn(stages=(Span("Discover", 40.0, 52.0),))["stages"] if isinstance(s, Glyphs)]
    assert SMALLEST * PT <= name.size < 9.0 * PT
    assert bounds(name).right <= 52.1


def test_a_name_that_would_be_too_small_is_left_out():
    assert words(drawn(stages=(Span("Discover", 40.0, 44.0),))["stages"]) == []


@pytest.mark.parametrize("name", ["lanes", "stages"])
def test_nothing_is_drawn_for_nothing(name):
    assert name not in drawn()

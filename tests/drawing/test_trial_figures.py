"""The test sheet as figures."""

import pytest

from desktop import resources
from desktop.drawing.lettering import PT, Lettering
from desktop.drawing.shapes import Box, Ellipse, Glyphs, Path
from desktop.drawing.trial import HAIRLINES, STEPS, Swatch, Trial, TrialPen
from desktop.layout.places import Rect
from tests.sheeting import bounds, figures, within, words

KINDS = tuple(Swatch(name, "#FFF7DF", "#A87900") for name in ("Action", "Touchpoint", "Thought", "Pain point", "Quote"))
SIZES = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "Letter": (215.9, 279.4), "A5": (148.0, 210.0)}


def pen(size=SIZES["A4"], language="en", swatches=KINDS):
    told = Trial(*size, "An evening at Osteria Lume", "The poster at its true size", swatches)
    return TrialPen(told, Lettering(resources.typesetter()), resources.words(language))


def drawn(**fields):
    return figures(pen(**fields).drawing())


@pytest.fixture(params=SIZES.values(), ids=SIZES.keys())
def size(request):
    return request.param


def test_everything_is_on_the_sheet(size):
    sheet = Rect(0.0, 0.0, *size)
    for name, shapes in drawn(size=size).items():
        assert [shape for shape in shapes if not within(bounds(shape), sheet, 0.0)] == [], name


def test_a_step_is_as_far_from_each_edge_as_its_number_says(size):
    lines = [bounds(shape) for shape in drawn(size=size)["trial-edges"] if isinstance(shape, Path)]
    lying = [rect for rect in lines if rect.width > rect.height]
    upper = sorted(rect.y + 0.15 for rect in lying if rect.y < size[1] / 2)
    lower = sorted(size[1] - rect.y - 0.15 for rect in lying if rect.y > size[1] / 2)
    assert upper == pytest.approx(STEPS)
    assert lower == pytest.approx(STEPS)


def test_the_sides_have_steps_too():
    lines = [bounds(shape) for shape in drawn()["trial-edges"] if isinstance(shape, Path)]
    standing = [rect for rect in lines if rect.height > rect.width]
    assert sorted(rect.x + 0.15 for rect in standing if rect.x < 105) == pytest.approx(STEPS)
    assert sorted(210 - rect.x - 0.15 for rect in standing if rect.x > 105) == pytest.approx(STEPS)


def test_the_square_measures_what_it_says():
    square = next(shape for shape in drawn()["trial-square"] if isinstance(shape, Box))
    assert (square.width, square.height) == (100.0, 100.0)


def test_there_are_hairlines_of_known_widths():
    widths = [round(shape.stroke_width / PT, 4) for shape in drawn()["trial-square"] if isinstance(shape, Path)]
    assert set(HAIRLINES) <= set(widths)


def test_what_to_look_at_is_numbered():
    found = drawn()["trial-checks"]
    assert sum(isinstance(shape, Ellipse) for shape in found) == 3
    assert "Measure the square: each" in " ".join(words(found))


def test_it_speaks_the_projects_language():
    assert words(drawn(language="de")["trial-head"])[0] == "Testblatt"


def test_each_kind_has_a_swatch_with_its_edge():
    found = drawn()["trial-colours"]
    assert words(found) == [swatch.name for swatch in KINDS]
    assert [shape.fill for shape in found if isinstance(shape, Box)] == ["#FFF7DF", "#A87900"] * len(KINDS)


def test_names_of_kinds_do_not_run_into_each_other():
    many = tuple(Swatch("Line of internal interaction", "#FFFFFF", "#000000") for _ in range(12))
    rects = [bounds(shape) for shape in drawn(swatches=many)["trial-colours"] if isinstance(shape, Glyphs)]
    assert all(not one.meets(other) for one in rects for other in rects if one is not other)


def test_the_window_is_below_everything_and_large():
    made = pen()
    lowest = max(bounds(shape).bottom for shape in figures(made.drawing())["trial-caption"])
    assert made.window.y >= lowest - 0.5
    assert made.window.height > 60.0


def test_a_sheet_without_room_has_no_window():
    made = pen(size=(120.0, 160.0))
    assert made.window.height == 0.0
    assert "trial-caption" not in figures(made.drawing())


def test_a_small_sheet_has_a_small_square():
    square = next(shape for shape in drawn(size=(140.0, 200.0))["trial-square"] if isinstance(shape, Box))
    assert square.width == 50.0

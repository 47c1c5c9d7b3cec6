"""The emotion lane as figures: order, roles, the fill, the spread, and lines that leave room for labels."""

import pytest

from desktop import resources
from desktop.drawing.emotions import emotion_figures
from desktop.drawing.marks import mark
from desktop.drawing.shapes import Box, Glyphs, Path
from desktop.layout.compose import Composer
from desktop.layout.curve import height_at
from tests.emotion_lanes import CROWD, LEFT, PERSONAS, STYLE, columns, counted, marker, row
from tests.goldens import agree

WAVE = (marker(0, 1.0), marker(1, -1.0), marker(2, 0.5))


def figures(*markers, steps=4, personas=PERSONAS, style=STYLE, **fields):
    across = columns(steps)
    content = row(*markers, across=across, personas=personas, style=style, **fields)
    return content, emotion_figures(content, across, 1000.0, personas, Composer(resources.typesetter(), style, str))


def of(placed, role):
    return [each for each in placed if each.figure.role == role]


def roles(placed):
    return list(dict.fromkeys(each.figure.role for each in placed))


def test_an_empty_lane_shows_its_scale():
    _, placed = figures()
    assert roles(placed) == ["scale"]
    assert [shape.line.text for shape in placed[0].figure.shapes if isinstance(shape, Glyphs)] == ["+2", "0", "−2"]


def test_figures_come_back_to_front():
    _, placed = figures(*WAVE, marker(1, 1.0, "ana", label="relief", computed=counted(9, 0.5)))
    assert roles(placed) == ["curve-fill", "curve-spread", "scale", "curve", "marker", "curve-label", "marker-label"]


def test_the_first_persona_lies_on_top():
    _, placed = figures(*WAVE, marker(0, 0.0, "ana"), marker(1, 0.0, "ana"))
    assert [each.figure.id for each in of(placed, "curve")] == ["ana", "maya"]
    assert [each.figure.id for each in of(placed, "marker")][-1] == WAVE[2].id


def test_every_marker_is_a_figure_of_its_own_at_its_place():
    content, placed = figures(*WAVE)
    found = of(placed, "marker")
    assert {each.figure.id for each in found} == {one.id for one in WAVE}
    for each, place in zip(found, content.markers, strict=True):
        middle = (each.x + each.figure.width / 2, each.y + each.figure.height / 2)
        assert middle == pytest.approx((place.x, place.y))


def test_a_marker_says_who_feels_what_and_where():
    _, placed = figures(marker(1, -1.5, label="forgotten"))
    assert of(placed, "marker")[0].figure.name == "Maya, Step 1, −1.5, forgotten"


def test_a_star_belongs_to_its_marker_and_overhangs_it():
    _, placed = figures(marker(1, 1.0, starred=True))
    figure = of(placed, "marker")[0].figure
    star = figure.shapes[-1]
    assert star.fill == STYLE.colours["star"]
    assert min(y for _, *point in star.commands[:-1] for y in point[1:]) >= -figure.overhang


def test_the_scale_stands_on_its_levels():
    content, placed = figures()
    lines = [shape for shape in of(placed, "scale")[0].figure.shapes if isinstance(shape, Path)]
    levels = [(content.zero - line.commands[0][2]) / content.unit for line in lines]
    assert levels == pytest.approx([2, 1, 0, -1, -2])
    assert [bool(line.dash) for line in lines] == [True, True, False, True, True]
    gutter = STYLE.space["gutter"]
    assert {(line.commands[0][1], line.commands[1][1]) for line in lines} == {(LEFT + gutter, LEFT + 4 * 118 - gutter)}


def test_the_figures_end_before_the_first_column():
    _, placed = figures()
    for shape in of(placed, "scale")[0].figure.shapes:
        if isinstance(shape, Glyphs):
            assert shape.x + shape.line.width * shape.size / 2048 == pytest.approx(LEFT - STYLE.space["pad"], abs=0.1)


def test_lines_leave_room_for_the_labels_on_them():
    content, placed = figures(marker(1, 1.6, label="a label that stands on the line of two"), height=1.0)
    label = content.markers[0].label.rect
    lines = [shape for shape in of(placed, "scale")[0].figure.shapes if isinstance(shape, Path)]
    for line in lines:
        (_, left, y), (_, right, _) = line.commands
        inside = label.y < y < label.bottom
        assert not (inside and left < label.right and label.x < right)
    assert len(lines) == 6


def test_the_fill_goes_from_the_curve_to_the_zero_line():
    content, placed = figures(*WAVE)
    (path,) = of(placed, "curve-fill")[0].figure.shapes
    curve = content.curves[0]
    assert path.commands[0] == ("M", curve.points[0][0], content.zero)
    assert [command[1:] for command in path.commands[2:4]] == list(curve.segments)
    assert path.commands[-2:] == (("L", curve.points[-1][0], content.zero), ("Z",))


def test_the_fill_has_both_lobes_where_the_curve_crosses_zero():
    content, placed = figures(*WAVE)
    (path,) = of(placed, "curve-fill")[0].figure.shapes
    assert {winding(path.commands, x, y) for x, y in lobes(content)} == {1, -1}


def lobes(content):
    """A point between curve and zero line under every marker."""
    for place in content.markers[:2]:
        yield place.x + 1.0, (place.y + content.zero) / 2


def winding(commands, x, y):
    """How often the outline goes round the point, the pieces taken as many straight ones."""
    corners = []
    for letter, *numbers in commands:
        if letter == "C":
            start = corners[-1]
            span = numbers[4] - start[0]
            steps = [start[0] + span * part / 50 for part in range(1, 51)]
            corners += [(step, height_at(start, tuple(numbers), step)) for step in steps]
        elif letter != "Z":
            corners.append(tuple(numbers))
    turns = 0
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (ay <= y) != (by <= y):
            side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
            turns += (side > 0) - (side < 0) if (by > ay) == (side > 0) else 0
    return turns


IDEAL = tuple(one.model_copy(update={"value": 1.5}) for one in WAVE)


def test_another_maps_curve_lies_behind_with_the_gap_between():
    _, placed = figures(*WAVE, other=IDEAL)
    assert roles(placed) == ["curve-gap", "scale", "curve-other", "curve", "marker", "curve-label"]


def test_the_gap_is_hatched_from_one_curve_to_the_other():
    content, placed = figures(*WAVE, other=IDEAL)
    outline, hatch = of(placed, "curve-gap")[0].figure.shapes
    own, other = content.curves[0], content.others[0]
    assert outline.commands[0] == ("M", *own.points[0])
    assert ("L", *other.points[-1]) in outline.commands
    assert hatch.fill == ""
    for (_, x, top), (_, also, bottom) in zip(hatch.commands[::2], hatch.commands[1::2], strict=True):
        assert own.points[0][0] <= x == also <= own.points[-1][0]
        assert top <= bottom


def test_bars_of_the_gap_end_on_the_curves():
    content, placed = figures(*WAVE, other=IDEAL)
    line = content.others[0].points[0][1]
    hatch = of(placed, "curve-gap")[0].figure.shapes[1]
    assert all(min(abs(top - line), abs(bottom - line)) < 1e-6 for top, bottom in
               zip((c[2] for c in hatch.commands[::2]), (c[2] for c in hatch.commands[1::2]), strict=True))  # fmt: skip


def test_another_maps_curve_is_dashed_with_a_ring_at_every_marker():
    _, placed = figures(*WAVE, other=IDEAL)
    (other,) = of(placed, "curve-other")
    line, *rings = other.figure.shapes
    assert (bool(line.dash), line.stroke_width, len(rings)) == (True, STYLE.space["curve-other"], 3)
    assert other.figure.name == "Maya\u00a0· ideal"


def test_a_lone_marker_of_another_map_has_a_ring_and_no_gap():
    _, placed = figures(*WAVE, other=IDEAL[:1])
    assert of(placed, "curve-gap") == []
    assert len(of(placed, "curve-other")[0].figure.shapes) == 1


def test_a_computed_face_is_filled_and_a_typed_one_is_not():
    _, placed = figures(marker(0, 1.0), marker(1, 1.0, computed=counted(9)))
    typed, computed = (each.figure.shapes for each in of(placed, "marker"))
    look, paper = STYLE.curve(0), STYLE.colours["paper"]
    assert (typed[0].fill, computed[0].fill) == (paper, look.colour)
    assert (typed[-1].stroke, computed[-1].stroke) == (look.colour, paper)


@pytest.mark.parametrize("series", range(1, 5))
def test_computed_marks_of_all_personas_are_filled(series):
    hollow, solid = (mark(series, 0.0, (0.0, 0.0), STYLE, solid=each)[0].fill for each in (False, True))
    assert (hollow, solid) == (STYLE.colours["paper"], STYLE.curve(series).colour)


@pytest.mark.parametrize("theme", ["white", "grey", "colour"])
def test_a_filled_face_can_be_read(theme):
    style = resources.style("print", theme=theme)
    for curve in style.curves:
        assert contrast(curve.colour, style.colours["paper"]) >= 3


def test_a_marker_says_its_point_and_its_people_too():
    _, placed = figures(*WAVE[:2], marker(2, 1.5, label="glad", computed=counted(9)), words=resources.words("en"))
    assert of(placed, "marker")[-1].figure.name == "Maya, Step 2, +1.5, glad · n 9 peak, end +1.5"


def test_only_the_first_curve_is_filled():
    _, placed = figures(*WAVE, marker(0, 0.0, "ana"), marker(1, 0.0, "ana"))
    assert [each.figure.id for each in of(placed, "curve-fill")] == ["maya"]


def test_a_single_marker_has_neither_curve_nor_fill():
    _, placed = figures(marker(1, 1.0))
    assert roles(placed) == ["scale", "marker", "curve-label"]


def test_a_lone_spread_is_a_bar_as_long_as_two_deviations():
    content, placed = figures(marker(0, 1.0), marker(1, 0.0, computed=counted(9, 0.5)), marker(2, 1.0))
    (bar,) = of(placed, "curve-spread")[0].figure.shapes
    assert isinstance(bar, Box)
    assert bar.height == pytest.approx(content.unit)
    assert bar.y + bar.height / 2 == pytest.approx(content.zero)


def test_neighbouring_spreads_make_a_band_around_the_curve():
    content, placed = figures(*(marker(step, step / 2, computed=counted(9, 0.4)) for step in range(3)))
    (band,) = of(placed, "curve-spread")[0].figure.shapes
    curve, reach = content.curves[0], 0.4 * content.unit
    start, above = band.commands[0][1:], band.commands[1][1:]
    assert start == pytest.approx((curve.points[0][0], curve.points[0][1] - reach))
    assert above == pytest.approx([value - reach * (turn % 2) for turn, value in enumerate(curve.segments[0])])
    assert band.fill == STYLE.curve(0).band


def test_a_band_keeps_within_the_scale():
    content, placed = figures(
        *(marker(step, value, computed=counted(9, 1.0)) for step, value in enumerate((2.0, -2.0)))
    )
    (band,) = of(placed, "curve-spread")[0].figure.shapes
    heights = [y for _, *numbers in band.commands for y in numbers[1::2]]
    assert min(heights) >= content.zero - 2 * content.unit - 1e-9
    assert max(heights) <= content.zero + 2 * content.unit + 1e-9


def test_spreads_that_may_lie_over_each_other_have_rims():
    felt = [marker(step, 1.0, who, computed=counted(9, 0.5)) for who in ("maya", "ana") for step in range(3)]
    _, placed = figures(*felt)
    filled, rims = of(placed, "curve-spread")[:2], of(placed, "curve-spread")[2:]
    assert [each.figure.id for each in rims] == [each.figure.id for each in filled] == ["ana", "maya"]
    for fill, rim in zip(filled, rims, strict=True):
        assert rim.figure.shapes[0].commands == fill.figure.shapes[0].commands
        assert (rim.figure.shapes[0].fill, rim.figure.shapes[0].stroke_width) == ("", STYLE.space["hairline"])


def test_a_spread_alone_has_no_rim():
    _, placed = figures(*(marker(step, 1.0, computed=counted(9, 0.5)) for step in range(3)))
    assert len(of(placed, "curve-spread")) == 1


def test_no_spread_is_drawn_where_none_is_known():
    _, placed = figures(*WAVE)
    assert of(placed, "curve-spread") == []


def crowd():
    """So many long labels that some must cross a curve."""
    long = "finally seated, finally warm, finally with a menu"
    return [
        marker(step, (-1) ** (step + turn) * 1.6, one.id, label=long)
        for step in range(4)
        for turn, one in enumerate(CROWD)
    ]


def test_a_label_that_must_cross_a_curve_stands_on_paper():
    _, placed = figures(*crowd(), personas=CROWD)
    grounds = of(placed, "clearing")
    labels = {(each.x, each.y, each.figure.width) for each in placed if each.figure.role.endswith("label")}
    assert grounds != []
    assert {(each.x, each.y, each.figure.width) for each in grounds} <= labels
    assert roles(placed).index("curve") < roles(placed).index("clearing") < roles(placed).index("marker")


def test_a_label_beside_the_curves_needs_no_paper():
    _, placed = figures(*WAVE, marker(3, 1.0, label="relief"))
    assert of(placed, "clearing") == []


def test_labels_are_centred_and_in_the_curves_ink():
    _, placed = figures(marker(1, 1.0, label="why do they need my card before a free booking?"))
    (label,) = of(placed, "marker-label")
    assert len(label.figure.shapes) > 1
    for line in label.figure.shapes:
        middle = line.x + line.line.width * line.size / 2048 / 2
        assert middle == pytest.approx(label.figure.width / 2, abs=0.01)
        assert line.colour == STYLE.curve(0).ink


@pytest.mark.parametrize("theme", ["print", "screen"])
def test_labels_can_be_read_on_paper_fill_and_band(theme):
    style = resources.style(theme)
    grounds = [style.colours["paper"], *(curve.fill for curve in style.curves if curve.fill)]
    for curve in style.curves:
        assert all(contrast(curve.ink, ground) >= 4.5 for ground in (*grounds, curve.band))
        assert contrast(curve.colour, style.colours["paper"]) >= 3


def contrast(one, other):
    """WCAG 2 contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_lane_is_drawn_as_agreed():
    _, placed = figures(
        marker(0, 0.6),
        marker(1, -1.1, label="annoyed", computed=counted(41, 0.5)),
        marker(2, 1.4, label="moment of truth", starred=True),
        marker(0, 0.4, "ana"),
        marker(1, 0.3, "ana"),
        marker(2, 1.6, "ana"),
        marker(0, -0.8, "paolo"),
        marker(2, -1.2, "paolo", computed=counted(8)),
        personas=CROWD,
    )
    agree("emotions", placed)

import pytest

from desktop.document.base import changed
from desktop.document.cards import Picture, Reading
from desktop.document.journey import LaneGroup
from desktop.document.project import Goal, Metric, Persona
from desktop.drawing.headers import (
    column_runs,
    divider_figure,
    group_figure,
    head_figure,
    initials,
    label_copy,
    lane_figure,
    portrait,
    ring_colour,
    row_rules,
    rule_figure,
    stage_figure,
    step_figure,
)
from desktop.drawing.shapes import Box, Ellipse, Glyphs, Image, Path, Placed
from desktop.layout.places import Rect
from desktop.typeset.lines import UNITS
from tests.emotion_lanes import marker
from tests.goldens import agree
from tests.grids import ASSET, STYLE, card, composer, lane, layouter, project, with_map

SET = composer()
SPACE = STYLE.space
MAYA = Persona(id="maya", name="Maya Lindqvist", summary="34")


def lay(*lanes, people=(), groups=(), **fields):
    whole = changed(with_map(project(*lanes), groups=groups, **fields), personas=people)
    return whole, layouter().layout(whole, "m")


def boxes(placed):
    return [shape for shape in placed.figure.shapes if isinstance(shape, Box)]


def texts(placed):
    return [shape.line.text.strip() for shape in placed.figure.shapes if isinstance(shape, Glyphs)]


@pytest.mark.parametrize(("now", "full"), [(4.1, 0.0), (4.3, 0.4), (4.6, 1.0), (5.0, 1.0)])
def test_the_bar_of_a_goal_is_as_full_as_the_goal_is_far(now, full):
    goal = Goal(id="g", statement="Raise CSAT", metric="m", baseline=4.1, target=4.6)
    metric = Metric(id="m", readings=(Reading(date="2026-10", value=now),))
    whole = changed(with_map(project(lane(card(1))), goals=("g",)), goals=(goal,), metrics=(metric,))
    *filled, outline = boxes(head_figure(whole, layouter().layout(whole, "m"), "#CF3F66", SET))
    assert (outline.fill, outline.stroke) == ("", STYLE.colours["ink-3"])
    assert sum(box.width for box in filled) == pytest.approx(full * outline.width)
    assert all((box.x, box.y, box.fill) == (outline.x, outline.y, STYLE.colours["stage"]) for box in filled)


def test_all_headers():
    whole, layout = lay(
        lane(card(1), group="g", subtitle="What she does"),
        lane(kind="visibility", title=""),
        people=(MAYA,),
        groups=(LaneGroup(id="g", title="Front"),),
        persona="maya",
        subtitle="First visit",
    )
    labels = layout.labels
    agree(
        "headers",
        [
            head_figure(whole, layout, "#CF3F66", SET),
            stage_figure(layout.stage_places[0], layout, SET),
            step_figure(layout.step_places[0], layout, SET),
            Placed(labels.x, layout.rows[0].y, lane_figure(layout.rows[0].content, labels.x, labels.width, SET)),
            group_figure(layout.groups[0], SET),
            Placed(0.0, 0.0, divider_figure(layout.rows[1].lane, 600.0, layout.rows[1].height, SET)),
        ],
    )


@pytest.mark.parametrize(
    ("name", "letters"), [("Maya", "M"), ("maya lindqvist", "ML"), ("Ana de la Cruz", "AC"), ("", ""), (" ", "")]
)
def test_initials(name, letters):
    assert initials(name) == letters


def test_the_head_shows_title_and_facts_in_reading_order():
    whole, layout = lay(people=(MAYA,), persona="maya", scenario="Books a table")
    found = texts(head_figure(whole, layout, "#000000", SET))
    assert [found.index(text) for text in ("Visit", "PERSONA", "SCENARIO")] == sorted(
        found.index(text) for text in ("Visit", "PERSONA", "SCENARIO")
    )


def test_the_head_keeps_inside_its_band():
    whole, layout = lay(people=(MAYA,), persona="maya", scenario="Books a table " * 9)
    placed = head_figure(whole, layout, "#000000", SET)
    assert (placed.x, placed.y) == (layout.head.x, layout.head.y)
    assert all(shape.y <= placed.figure.height for shape in placed.figure.shapes if isinstance(shape, Glyphs))


def test_a_portrait_that_cannot_be_shown_is_initials_under_the_same_ring():
    pictured = MAYA.model_copy(update={"picture": Picture(asset="ab" * 32)})
    image, *_ = portrait(pictured, Rect(0.0, 0.0, 60.0, 60.0), "#CF3F66", SET)
    ground, letters = image.instead("damaged")
    assert (ground.cx, ground.rx) == (30.0, 30.0)
    assert letters.line.text == initials(MAYA.name)
    assert letters.mute


def test_the_portraits_ring_has_the_colour_of_the_personas_curve():
    people = (MAYA, Persona(id="ana", name="Ana", rank="W"))
    markers = (marker(0, 1.0, "maya"), marker(1, 1.0, "maya"), marker(0, 0.5, "ana"), marker(1, 0.5, "ana"))
    feelings = changed(lane(kind="emotions"), markers=tuple(sorted(markers, key=lambda each: each.id)))
    _, layout = lay(feelings, people=people, persona="ana")
    assert ring_colour(layout, STYLE) == STYLE.curve(1).colour


def test_without_a_curve_the_ring_is_grey():
    _, layout = lay(people=(MAYA,), persona="maya")
    assert ring_colour(layout, STYLE) == STYLE.colours["portrait-edge"]


def test_initials_stand_in_the_circle():
    circle, letters = portrait(MAYA, Rect(10.0, 10.0, 60.0, 60.0), "#CF3F66", SET)
    assert (circle.cx, circle.cy, circle.stroke) == (40.0, 40.0, "#CF3F66")
    assert circle.rx + circle.stroke_width / 2 == pytest.approx(30.0)
    assert letters.line.text == "ML"
    assert letters.mute


def test_words_in_the_head_are_read_out_but_for_the_initials():
    whole, layout = lay(people=(MAYA,), persona="maya", scenario="Books a table")
    inks = [ink for ink in head_figure(whole, layout, "#000000", SET).figure.shapes if isinstance(ink, Glyphs)]
    assert [ink.line.text for ink in inks if ink.mute] == ["ML"]


def test_a_picture_is_cut_to_a_circle():
    pictured = changed(MAYA, picture=Picture(asset=ASSET, aspect=2.0))
    image, mat, ring = portrait(pictured, Rect(0.0, 0.0, 60.0, 60.0), "#CF3F66", SET)
    assert isinstance(image, Image)
    assert isinstance(ring, Ellipse)
    assert image.crop == (0.25, 0.0, 0.75, 1.0)
    assert mat.fill == STYLE.colours["paper"]
    assert [command[0] for command in mat.commands].count("Z") == 2


def test_a_tall_picture_is_cut_at_top_and_bottom():
    pictured = changed(MAYA, picture=Picture(asset=ASSET, aspect=0.5))
    image = next(iter(portrait(pictured, Rect(0.0, 0.0, 60.0, 60.0), "#000000", SET)))
    assert image.crop == (0.0, 0.25, 1.0, 0.75)


def test_a_stages_rules_are_as_wide_as_its_cards():
    _, layout = lay(lane(card(1), card(2, step=1)))
    placed = stage_figure(layout.stage_places[0], layout, SET)
    thick, thin = (shape for shape in placed.figure.shapes if isinstance(shape, Box))
    cards = layout.rows[0].content.cards
    assert placed.x == cards[0].rect.x
    assert placed.x + thick.width == pytest.approx(cards[1].rect.right)
    assert thin.width == thick.width
    assert placed.y + thin.y + thin.height == pytest.approx(layout.steps.bottom)


def test_headers_carry_ids_and_names():
    _, layout = lay()
    stage, step = stage_figure(layout.stage_places[1], layout, SET), step_figure(layout.step_places[1], layout, SET)
    assert (stage.figure.id, stage.figure.role, stage.figure.name) == ("s1", "stage", "Stage 1")
    assert (step.figure.id, step.figure.role, step.figure.name) == ("d1", "step", "Step 1")


def test_a_lanes_figure_is_its_label():
    _, layout = lay(lane(title="", subtitle="What she does", kind="pains"))
    figure = lane_figure(layout.rows[0].content, layout.labels.x, layout.labels.width, SET)
    assert (figure.id, figure.role, figure.name) == ("l-pains", "lane", "Pain points")
    assert (figure.width, figure.height) == (layout.labels.width, layout.rows[0].height)
    assert texts(Placed(0, 0, figure)) == ["Pain points", "What she does"]


def test_a_divider_is_a_dashed_line():
    figure = divider_figure(lane(kind="visibility"), 500.0, 30.0, SET)
    (line,) = figure.shapes
    assert isinstance(line, Path)
    assert line.dash
    assert line.commands == (("M", 0.0, SPACE["divider"] / 2), ("L", 500.0, SPACE["divider"] / 2))


def test_a_bracket_keeps_clear_of_the_rows_rules():
    _, layout = lay(lane(group="g"), groups=(LaneGroup(id="g", title="Front"),))
    placed = group_figure(layout.groups[0], SET)
    ys = [command[2] for command in placed.figure.shapes[0].commands]
    assert (min(ys), max(ys)) == (SPACE["row-pad"], layout.rows[0].height - SPACE["row-pad"])


@pytest.mark.parametrize(("size", "corner"), [((600.0, 1.0), (0.0, -0.5)), ((1.0, 600.0), (-0.5, 0.0))])
def test_rules_are_centred_on_their_place(size, corner):
    (box,) = rule_figure(*size, "#D5D9E2").shapes
    assert (box.x, box.y) == corner


def test_every_row_ends_in_a_rule():
    _, layout = lay(lane(), lane(kind="notes"))
    assert list(row_rules(layout)) == [row.y + row.height for row in layout.rows]


def test_a_divider_takes_the_place_of_rules():
    _, layout = lay(lane(), lane(kind="visibility"), lane(kind="notes"))
    assert list(row_rules(layout)) == [layout.rows[2].y + layout.rows[2].height]


def test_column_rules_leave_the_emotions_free():
    _, layout = lay(lane(), lane(kind="notes"), lane(kind="emotions"), lane(kind="quotes"))
    rows = layout.rows
    assert list(column_runs(layout)) == [(rows[0].y, rows[2].y), (rows[3].y, rows[3].y + rows[3].height)]


def test_column_rules_end_where_emotions_come_last():
    _, layout = lay(lane(), lane(kind="emotions"))
    assert list(column_runs(layout)) == [(layout.rows[0].y, layout.rows[1].y)]


def test_no_rows_no_rules():
    _, layout = lay()
    assert list(column_runs(layout)) == list(row_rules(layout)) == []


def test_the_copy_of_a_label_that_runs_to_the_left_is_no_wider_than_its_words():
    row = layouter().layout(with_map(project(lane(card(1), title="ערוצים", subtitle="נקודות מגע"))), "m").rows[0]
    copy = label_copy(row.content, SET)
    lines = [shape for shape in copy.shapes if isinstance(shape, Glyphs)]
    ends = [each.x + each.line.width * each.size / UNITS for each in lines]
    assert min(each.x for each in lines) == pytest.approx(0.0)
    assert ends == pytest.approx([copy.width] * 2)

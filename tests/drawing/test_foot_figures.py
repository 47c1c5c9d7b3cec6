"""The foot as figures."""

import pytest

from desktop.document.journey import Task
from desktop.drawing.foot import foot_figures
from desktop.drawing.shapes import Box, Ellipse, Glyphs, Path
from desktop.layout.foot import foot_place
from desktop.layout.places import Foot
from desktop.layout.titleblock import Plate
from tests.goldens import agree
from tests.journeys import STYLE, TASKS, card, composer, emotions, full, journey, lane, project

GREEN = STYLE.kind("opportunity").edge


def figures(journey_map, width=1600.0, **options):
    foot = foot_place(project(journey_map), journey_map, width, composer(), **options)
    return foot, foot_figures(foot, composer())


def of(placed, role):
    return [each for each in placed if each.figure.role == role]


def texts(figure):
    return [shape.line.text.strip() for shape in figure.shapes if isinstance(shape, Glyphs)]


def entry(journey_map, text):
    (found,) = (each.figure for each in of(figures(journey_map)[1], "legend") if each.figure.name == text)
    return found


def test_an_empty_foot_has_no_figures():
    assert foot_figures(Foot(900.0, 0.0), composer()) == ()


def test_every_part_is_a_figure_of_its_own():
    _, placed = figures(full())
    counts = {role: len(of(placed, role)) for role in ("rule", "heading", "task", "legend", "footer")}
    assert counts == {"rule": 1, "heading": 1, "task": 3, "legend": 7, "footer": 1}


def test_a_task_is_found_by_its_id():
    _, placed = figures(journey(tasks=TASKS))
    assert [each.figure.id for each in of(placed, "task")] == ["t1", "t2", "t3"]


def test_a_task_shows_its_number_white_on_green():
    _, placed = figures(journey(tasks=TASKS), numbers={"p1": 2})
    disc, digit, *_ = of(placed, "task")[0].figure.shapes
    assert (type(disc), disc.fill) == (Ellipse, GREEN)
    assert (digit.line.text, digit.colour) == ("2", STYLE.colours["paper"])
    assert digit.x + digit.line.width * digit.size / 2048 / 2 == pytest.approx(disc.cx)


def test_a_done_task_shows_a_tick_instead():
    _, placed = figures(journey(tasks=(Task(id="t1", text="Mend the lamp", done=True),)))
    ring, tick, *words = of(placed, "task")[0].figure.shapes
    assert (ring.fill, ring.stroke) == ("", GREEN)
    assert isinstance(tick, Path)
    assert [glyphs.line.text for glyphs in words] == ["Mend the lamp"]


def test_a_figures_ink_stays_in_its_box():
    _, placed = figures(full(), 700.0)
    for figure in (each.figure for each in placed):
        for shape in figure.shapes:
            if isinstance(shape, Glyphs):
                assert shape.x >= -0.01
                assert shape.x + shape.line.width * shape.size / 2048 <= figure.width + 0.01
                assert 0 < shape.y < figure.height


def test_a_kind_shows_edge_fill_and_icon():
    fill, edge, *icon = entry(journey(lane(card("action"))), "Action").shapes
    look = STYLE.kind("action")
    assert (fill.fill, edge.fill) == (look.fill, look.edge)
    assert edge.width == STYLE.space["edge"]
    assert [shape for shape in icon if isinstance(shape, Path)] != []


def test_a_touchpoint_is_a_pill():
    pill = entry(journey(lane(card("touchpoint"))), "Touchpoint").shapes[0]
    assert pill.stroke == STYLE.kind("touchpoint").edge
    assert min(pill.radii) == pytest.approx(pill.height / 2)


def test_a_metric_is_only_an_icon():
    shapes = entry(journey(lane(card("metric"))), "Metric").shapes
    assert not [shape for shape in shapes if isinstance(shape, Box)]


def test_a_curve_shows_its_dash_and_its_mark():
    line, mark, _ = entry(journey(emotions("maya", "ana")), "Regular guest").shapes
    assert line.dash == STYLE.curve(1).dash
    assert mark.stroke == STYLE.curve(1).colour


def test_the_dashed_edge_is_drawn_in_pieces():
    _, dashes, *_ = entry(full(), "assumed").shapes
    assert sum(command == ("Z",) for command in dashes.commands) == 2


def test_the_rule_is_a_hairline_over_the_whole_width():
    foot, placed = figures(full())
    rule = of(placed, "rule")[0]
    assert (rule.x, rule.y, rule.figure.width) == (0.0, foot.rules[0], 1600.0)


def test_the_words_are_those_that_were_laid_out():
    foot, placed = figures(full(), 500.0)
    said = " ".join(texts(of(placed, "footer")[0].figure))
    assert said == foot.line.text


def test_the_foot_is_drawn_as_agreed():
    _, placed = figures(full(), 1300.0, numbers={"p1": 1}, note="cards 23 pt")
    agree("foot", placed)


def test_every_fact_of_the_title_block_is_a_figure_that_says_it():
    _, placed = figures(full(), note=Plate("cards 23 pt", "A0", "osteria.journey"))
    facts = of(placed, "footer")
    assert [each.figure.name for each in facts][-2:] == ["SHEET: A0", "FILE: osteria.journey"]
    assert all(texts(each.figure) == each.figure.name.split(": ") for each in facts)


def test_a_hairline_stands_over_the_title_block():
    foot, placed = figures(full(), note=Plate("cards 23 pt"))
    lines = of(placed, "rule")
    assert len(lines) == len(foot.rules) == 2
    assert lines[-1].y < min(each.y for each in of(placed, "footer"))
    assert lines[-1].figure.width == foot.width

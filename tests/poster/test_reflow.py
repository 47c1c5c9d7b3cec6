"""Re-flow to sheets: whole columns and rows on each sheet, nothing cut, the same number of sheets, the same size."""

from dataclasses import replace
from itertools import pairwise

import pytest

from benchmarks.seams import outcome
from desktop.plan.page import MM
from desktop.plan.seams import hit_by
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.obstacles import obstacles
from desktop.poster.reflow import ENOUGH, SMALLEST, reflowed
from tests.sheeting import SAMPLE, planned, pressed

A4 = Tiling(orientation="portrait", seams="reflow")


def flown(tiling=A4, project=SAMPLE, **settings):
    """A press, the poster as it was, and what became of it."""
    press, made = pressed(project, **{"paper": "A0", "tiling": tiling, **settings})
    return press, made, *reflowed(press, made, tiling)


@pytest.fixture(scope="module")
def usual():
    return flown()


@pytest.fixture(scope="module")
def plain(usual):
    return planned(usual[0], usual[1])


def cards_of(made):
    return {place.card.id for row in made.layout.rows for place in row.content.cards}


def test_without_it_cards_are_cut(plain):
    assert len(plain.cut) > 5
    assert plain.spoilt


def test_no_card_no_header_no_title_is_cut(usual):
    _, _, made, plan = usual
    assert (plan.cut, plan.spoilt) == ((), ())
    assert {each.kind for each in hit_by(obstacles(made), plan.xs, plan.ys)} <= {"label", "ink"}


def test_as_many_sheets_on_the_same_poster(usual, plain):
    _, before, made, plan = usual
    assert (plan.across, plan.down, plan.sheet) == (plain.across, plain.down, plain.sheet)
    assert (made.page.width, made.page.height) == (before.page.width, before.page.height)


def test_what_a_plain_grid_would_cut_is_told_of_the_poster_as_it_was(usual, plain):
    assert usual[3].plain_cut == plain.plain_cut


def test_type_is_hardly_smaller(usual):
    _, before, made, _ = usual
    assert 0.85 < made.page.scale / before.page.scale < 1.0


def test_the_map_still_fills_its_page(usual):
    _, before, made, _ = usual
    assert made.layout.width * made.page.scale == pytest.approx(before.layout.width * before.page.scale, rel=0.01)
    assert made.layout.height * made.page.scale <= made.page.height


def test_nothing_is_lost_and_everything_stays_in_order(usual):
    _, before, made, _ = usual
    assert cards_of(made) == cards_of(before)
    assert [column.step.id for column in made.layout.columns] == [column.step.id for column in before.layout.columns]
    assert [row.lane.id for row in made.layout.rows] == [row.lane.id for row in before.layout.rows]


def test_words_stay_whole(usual):
    assert usual[2].broken == usual[1].broken == ()


def test_seams_stand_between_columns_and_between_rows(usual):
    _, _, made, plan = usual
    unit, gutter = made.page.scale / MM, made.layout.cell_space.gutter
    edges = [made.page.x / MM + column.x * unit for column in made.layout.columns]
    assert all(min(abs(x - edge) for edge in edges) <= gutter * unit + 1e-6 for x in plan.xs)
    tops = [made.page.y / MM + row.y * unit for row in made.layout.rows]
    assert all(min(abs(y - top) for top in tops) <= made.layout.cell_space.top * unit + 1e-6 for y in plan.ys)


def test_columns_of_a_sheet_keep_their_proportions(usual):
    _, before, made, plan = usual
    unit = made.page.scale / MM
    bounds = [0.0, *plan.xs, plan.tiles[-1].inner.right]
    for start, end in pairwise(bounds):
        numbers = [
            n for n, column in enumerate(made.layout.columns) if start < column.x * unit + made.page.x / MM + 1 < end
        ]
        ratios = {round(made.layout.columns[n].width / before.layout.columns[n].width, 4) for n in numbers}
        assert len(ratios) <= 1


def test_what_is_cut_nowhere_stays_as_it_was():
    journey = SAMPLE.maps[0].model_copy(update={"title": "Lume", "subtitle": ""})
    short = SAMPLE.model_copy(update={"maps": (journey,)})
    _, before, made, plan = flown(replace(A4, orientation="landscape"), short)
    assert made is before
    assert (plan.cut, plan.spoilt) == ((), ())
    assert plan.plain_cut > 0


def test_few_cards_are_enough():
    found = [outcome(seed) for seed in range(3)]
    for each in found:
        assert not each.reflow.spoilt
        assert len(each.reflow.cut) <= max(ENOUGH * each.plain, len(each.aware.cut))
        assert SMALLEST <= each.shrunk <= 1.0


def test_one_sheet_is_left_alone():
    _, before, made, plan = flown(Tiling(sheet="A0", seams="reflow", margin=(0, 0, 0, 0)))
    assert made is before
    assert [tile.name for tile in plan.tiles] == ["A1"]


def test_an_empty_map_is_left_alone():
    journey = SAMPLE.maps[0].model_copy(update={"stages": (), "lanes": (), "links": ()})
    _, before, made, _ = flown(project=SAMPLE.model_copy(update={"maps": (journey,)}))
    assert made is before


def test_a_shape_that_is_asked_for():
    tiling = replace(A4, orientation="landscape")
    press, made = pressed(paper="A1", tiling=tiling)
    _, plan = reflowed(press, made, tiling, shape=(4, 4))
    assert (plan.across, plan.down) == (4, 4)


def test_so_many_sheets():
    settings = {"sizing": "sheets", "across": 4, "down": 2}
    _, _, made, plan = flown(Tiling(sheet="A3", orientation="landscape", seams="reflow"), **settings)
    assert (plan.across, plan.down, plan.cut, plan.spoilt) == (4, 2, (), ())
    assert made.layout.width * made.page.scale <= made.page.width + 1e-6


def test_strips_of_a_roll():
    tiling = Tiling(sheet="roll-594mm", orientation="portrait", seams="reflow")
    _, _, _, plan = flown(tiling)
    assert (plan.across, plan.down, plan.cut, plan.spoilt) == (3, 1, (), ())


def test_the_same_poster_flows_the_same_way(usual):
    press, made, again, plan = usual
    other, planned_again = reflowed(press, made, A4)
    assert (other.page, planned_again) == (again.page, plan)
    assert other.drawing == again.drawing


def test_a_file_is_made_of_it():
    settings = Settings(paper="A1", tiling=Tiling(seams="reflow", assembly=False, orientation="portrait"))
    found = composed(SAMPLE, SAMPLE.maps[0].id, settings)
    (plan,) = found.plans
    assert (plan.cut, plan.spoilt) == ((), ())
    assert len(found.document.sheets) == sum(not tile.blank for tile in plan.tiles)


def test_every_stage_flows_by_itself():
    settings = Settings(scope="each-stage", paper="A3", tiling=Tiling(seams="reflow"))
    found = composed(SAMPLE, SAMPLE.maps[0].id, settings)
    assert len(found.made) == len(SAMPLE.maps[0].stages)
    assert all(not plan.spoilt for plan in found.plans)


@pytest.mark.parametrize("settings", [{"sizing": "text", "card_text": 16.0, "paper": ""}, {"paper": ""}])
def test_a_poster_of_any_size_fills_its_sheets_instead_of_smaller_type(settings):
    _, before, made, plan = flown(Tiling(sheet="A4", orientation="landscape", seams="reflow"), **settings)
    assert made.page.scale == before.page.scale
    assert before.page.width < made.page.width <= (plan.across * 277 + 10) * MM + 1e-6
    assert (plan.cut, plan.spoilt) == ((), ())


def test_it_is_no_higher_than_its_map():
    _, _, made, plan = flown(Tiling(seams="reflow"), sizing="text", card_text=16.0, paper="")
    height = (made.page.y + made.layout.height * made.page.scale) / MM
    assert height - 1e-6 <= made.page.height / MM < height + 2
    assert plan.tiles[-1].inner.bottom == pytest.approx(made.page.height / MM)


def test_a_paper_that_is_named_keeps_its_size():
    _, _, made, plan = flown(Tiling(seams="reflow"), sizing="text", card_text=16.0, paper="A0")
    assert made.page.millimetres == (1189.0, 841.0)
    assert plan.spoilt == ()


def test_a_roll_keeps_its_length():
    _, before, made, plan = flown(Tiling(seams="reflow"), sizing="roll", paper="roll-914mm")
    assert made.page.millimetres == before.page.millimetres
    assert (plan.cut, plan.spoilt) == ((), ())


def test_fewer_words_at_the_head_and_the_foot_are_cut(usual, plain):
    _, before, made, plan = usual
    labels = [
        sum(1 for each in hit_by(obstacles(poster), seams.xs, seams.ys) if each.kind == "label")
        for poster, seams in ((before, plain), (made, plan))
    ]
    assert labels[1] < labels[0] / 2

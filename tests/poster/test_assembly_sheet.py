"""The assembly map of a real poster."""

from dataclasses import replace

import pytest

from desktop.plan.page import MM
from desktop.plan.settings import Tiling
from desktop.poster.assembly import assembly_sheet
from tests.sheeting import figures, painted, planned, pressed, texts_of, words


def job(paper="A2", **tiling):
    press, made = pressed(paper=paper, tiling=Tiling(**{"sheet": "A4", **tiling}))
    return press, made, planned(press, made), press.settings.tiling


@pytest.fixture(scope="module")
def usual():
    return job()


def told(made):
    return " ".join(words(figures(assembly_sheet(*made).views[-1].drawing)["assembly-facts"]))


def steps(made):
    return " ".join(words(figures(assembly_sheet(*made).views[-1].drawing)["assembly-steps"]))


def size(sheet):
    return round(sheet.width / MM, 1), round(sheet.height / MM, 1)


def test_it_tells_the_finished_size(usual):
    assert "594 × 420 mm" in told(usual)


def test_it_tells_how_many_sheets_of_which_paper(usual):
    plan = usual[2]
    assert f"Sheets {len(plan.tiles)} {plan.across} across, {plan.down} down" in told_in_order(usual)


def told_in_order(made):
    """The facts one after the other, each with what belongs to it."""
    shapes = figures(assembly_sheet(*made).views[-1].drawing)["assembly-facts"]
    texts = [shape for shape in shapes if hasattr(shape, "line")]
    return " ".join(shape.line.text.strip() for shape in sorted(texts, key=lambda each: (round(each.x), each.y)))


def test_it_tells_the_overlap_and_where_glue_goes(usual):
    assert "Overlap 10 mm" in told_in_order(usual)
    assert "Glue on left and top" in told_in_order(usual)


@pytest.mark.parametrize(("glue", "said"), [("right-bottom", "right and bottom"), ("butt", "none: edge to edge")])
def test_other_joints_are_told(glue, said):
    assert said in told(job(glue=glue))


def test_a_single_row_is_glued_at_one_side():
    press, made, plan, tiling = job()
    row = replace(plan, tiles=plan.tiles[: plan.across], down=1)
    assert "Glue on left Cards" in told_in_order((press, made, row, tiling)).replace("  ", " ")


def test_cards_that_are_cut_are_counted_beside_a_plain_grid(usual):
    press, made, plan, tiling = usual
    cut = replace(plan, cut=("c1", "c2"), plain_cut=14)
    assert "seam 2 an even grid: 14" in told_in_order((press, made, cut, tiling))


def test_blank_sheets_are_counted_and_left_out(usual):
    press, made, plan, tiling = usual
    emptied = replace(plan, tiles=tuple(replace(tile, blank=tile.name == "B1") for tile in plan.tiles))
    found = told_in_order((press, made, emptied, tiling))
    assert f"Sheets {len(plan.tiles) - 1} 1 blank ones left out" in found


def test_it_lies_as_the_poster_does():
    assert size(assembly_sheet(*job())) == (297.0, 210.0)
    assert size(assembly_sheet(*job(orientation="portrait"))) == (297.0, 210.0)


def test_it_is_as_large_as_the_sheets():
    assert size(assembly_sheet(*job(paper="A1", sheet="A3"))) == (420.0, 297.0)


@pytest.mark.parametrize("sheet", ["roll-420mm", "105x148mm"])
def test_for_strips_and_small_sheets_it_is_an_a4(sheet):
    assert size(assembly_sheet(*job(paper="A3", sheet=sheet))) == (297.0, 210.0)


def test_a_roll_is_called_a_roll():
    assert "Paper Roll" in told_in_order(job(sheet="roll-420mm"))


def test_names_that_are_repeated_on_sheets_take_no_room_on_it():
    plain, banded = (assembly_sheet(*job(repeat=repeat)).views[1] for repeat in (False, True))
    assert banded.clip.x == pytest.approx(plain.clip.x)


def test_the_poster_in_small_fills_its_frame(usual):
    view = assembly_sheet(*usual).views[1]
    page = usual[1].page
    assert view.clip.width / view.clip.height == pytest.approx(page.width / page.height)
    assert view.scale * page.width / page.scale == pytest.approx(view.clip.width)


@pytest.mark.parametrize("glue", ["left-top", "right-bottom", "butt"])
def test_the_steps_say_how_sheets_are_joined(glue):
    found = steps(job(glue=glue))
    assert "100\u00a0%" in found
    assert ("tape" in found) == (glue == "butt")
    assert "Begin with A1" in found


def test_one_poster_of_several_says_which_it_is(usual):
    press, made, plan, tiling = usual
    sheet = assembly_sheet(press, replace(made, title="Dine"), plan, tiling)
    assert sheet.title == "Assembly map · Dine"
    assert "An evening at Osteria Lume · Dine" in words(figures(sheet.views[-1].drawing)["assembly-head"])


def test_the_words_of_cards_are_not_on_it(usual):
    (text,) = texts_of(painted(usual[0], [assembly_sheet(*usual)]))
    assert "An evening at Osteria Lume" in text
    assert "Discover" in text
    assert "Searches the" not in text

"""The sheets of a tiled poster: which, how large, in what order, with what on them."""

from dataclasses import replace

import pytest

from desktop.layout.places import Rect
from desktop.plan.page import MM
from desktop.plan.settings import Tiling
from desktop.poster.bleeds import MARKS
from desktop.poster.sheets import SheetPen, printed, tiled, whole
from tests.sheeting import figures, planned, pressed, within, words


def job(**tiling):
    press, made = pressed(paper="A2", tiling=Tiling(**{"sheet": "A4", **tiling}))
    return press, made, planned(press, made)


@pytest.fixture(scope="module")
def usual():
    return job()


@pytest.fixture(scope="module")
def sheets(usual):
    return tiled(*usual)


def leaves(press, made, plan):
    pen = SheetPen(press, made, plan, press.settings.tiling)
    return [(tile, pen.leaf(tile)) for tile in plan.tiles]


def test_the_assembly_map_comes_first(usual, sheets):
    assert [sheet.title for sheet in sheets] == ["Assembly map", *(tile.name for tile in usual[2].tiles)]


def test_sheets_are_labelled_with_their_names(usual, sheets):
    assert [sheet.label for sheet in sheets[1:]] == [tile.name for tile in usual[2].tiles]


def test_the_assembly_map_can_be_left_out():
    press, made, plan = job(assembly=False)
    assert tiled(press, made, plan)[0].label == "A1"


def test_a_page_is_as_large_as_the_sheet(sheets):
    sizes = {(round(sheet.width / MM, 4), round(sheet.height / MM, 4)) for sheet in sheets[1:]}
    assert sizes <= {(210.0, 297.0), (297.0, 210.0)}
    assert len(sizes) == 1


def test_single_sheets_are_printed_again_without_the_map():
    press, made, plan = job(only=("b1", " A2 "))
    assert [sheet.label for sheet in tiled(press, made, plan)] == ["B1", "A2"]


def test_a_sheet_that_is_printed_again_is_the_same(usual, sheets):
    press, made, plan = job(only=("B1",))
    (again,) = tiled(press, made, plan)
    first = next(sheet for sheet in sheets if sheet.label == "B1")
    assert again.views[-1].drawing == first.views[-1].drawing
    assert again.views[1][1:] == first.views[1][1:]


def test_blank_sheets_are_left_out(usual):
    press, made, plan = usual
    tiles = tuple(replace(tile, blank=tile.name == "B1") for tile in plan.tiles)
    emptied = replace(plan, tiles=tiles)
    assert "B1" not in [tile.name for tile in printed(emptied, Tiling())]
    assert "B1" not in [sheet.label for sheet in tiled(press, made, emptied)]


def test_a_blank_sheet_is_not_printed_even_when_asked_for(usual):
    plan = replace(usual[2], tiles=tuple(replace(tile, blank=True) for tile in usual[2].tiles))
    assert printed(plan, Tiling(only=("B1",))) == ()


def test_marks_lie_over_the_poster_in_a_layer(sheets):
    for sheet in sheets[1:]:
        under, poster, over = sheet.views
        assert (under.layer, poster.layer, over.layer) == ("", "", MARKS)
        assert (under.artifact, poster.artifact, over.artifact) == (True, False, True)


def test_only_its_part_of_the_poster_is_on_a_sheet(usual, sheets):
    for tile, sheet in zip(usual[2].tiles, sheets[1:], strict=True):
        clip = sheet.views[1].clip
        assert (clip.width / MM, clip.height / MM) == pytest.approx((tile.rect.width, tile.rect.height))


def test_the_poster_lies_so_that_its_part_is_in_the_clip(usual, sheets):
    _, made, plan = usual
    for tile, sheet in zip(plan.tiles, sheets[1:], strict=True):
        view = sheet.views[1]
        left = (view.clip.x - view.x + made.page.x) / MM
        assert left == pytest.approx(tile.rect.x, abs=0.001)


@pytest.mark.parametrize("glue", ["left-top", "right-bottom", "butt"])
def test_what_is_shown_can_be_printed(glue):
    press, made, plan = job(glue=glue, margin=(4.0, 5.0, 6.0, 17.0))
    for _, leaf in leaves(press, made, plan):
        assert within(leaf.shown, leaf.room, 0.001)
        assert leaf.room.bottom == leaf.height - plan.sheet.margin[3]


def test_what_is_spare_lies_where_the_sheet_is_cut():
    press, made, plan = job(glue="right-bottom")
    for _, leaf in leaves(press, made, plan):
        assert leaf.shown.right == pytest.approx(leaf.room.right)
        assert leaf.shown.bottom == pytest.approx(leaf.room.bottom)


def test_sides_are_glued_cut_or_the_posters_edge(usual):
    found = {tile.name: {name: side.joint for name, side in leaf.sides.items()} for tile, leaf in leaves(*usual)}
    assert found["A1"] == {"left": "edge", "top": "edge", "right": "trim", "bottom": "trim"}
    assert found["B2"]["left"] == found["B2"]["top"] == "glue"


def test_sheets_know_how_many_they_are(usual):
    numbers = [(leaf.number, leaf.count) for _, leaf in leaves(*usual)]
    assert numbers == [(number, len(numbers)) for number in range(1, len(numbers) + 1)]


def test_progress_is_told(usual):
    heard = []
    tiled(*usual, lambda *said: heard.append(said))
    count = len(usual[2].tiles)
    assert heard == [("sheets", number, count) for number in range(count)]


def test_who_follows_can_stop_it(usual):
    class StoppedError(Exception):
        """Enough."""

    def stop(_stage, done, _whole):
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        tiled(*usual, stop)


def test_words_without_room_look_for_blank_paper():
    press, made = pressed(paper="A4", tiling=Tiling(sheet="A4", margin=(0.0, 0.0, 0.0, 0.0)))
    ((_, leaf),) = leaves(press, made, planned(press, made))
    assert leaf.blank is not None
    inked = [each for each in made.drawing.placed if each.figure.role == "header"]
    top = (made.page.y + min(each.y for each in inked) * made.page.scale) / MM
    assert leaf.blank.bottom <= top or leaf.blank.y >= leaf.inner.bottom - leaf.blank.height - 0.01


def test_words_on_the_poster_stand_where_no_figure_does():
    press, made, plan = job(glue="butt", overlap=0.0, margin=(0.0, 0.0, 0.0, 0.0))
    scale = made.page.scale / MM
    for tile, leaf in leaves(press, made, plan):
        if leaf.blank:
            x, y = leaf.blank.x + leaf.origin[0], leaf.blank.y + leaf.origin[1]
            place = Rect(x, y, leaf.blank.width, leaf.blank.height)
            assert within(place, tile.inner, 0.001)
            for placed in made.drawing.placed:
                left, top = made.page.x / MM + placed.x * scale, made.page.y / MM + placed.y * scale
                figure = placed.figure
                assert not place.meets(Rect(left, top, figure.width * scale, figure.height * scale))


def test_a_whole_poster_is_one_sheet():
    press, made = pressed(paper="A2")
    sheet = whole(press, made)
    assert (round(sheet.width / MM, 3), round(sheet.height / MM, 3)) == (594.0, 420.0)
    assert sheet.views[1].drawing.placed is made.drawing.placed


def test_a_part_of_a_map_is_named_on_its_sheets():
    press, made, plan = job()
    sheet = tiled(press, replace(made, title="Discover"), plan)[1]
    assert sheet.title == "Discover · A1"
    assert any(said.startswith("Discover") for said in words(figures(sheet.views[-1].drawing)["label"]))

"""The finished size of every poster, and type as large as was asked for."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from desktop.drawing.shapes import Drawing
from desktop.layout.places import Layout
from desktop.paint.pdf import pdf_bytes
from desktop.plan.page import MM
from desktop.plan.paper import PAPERS, ROLLS, paper
from desktop.plan.settings import Settings, Tiling
from desktop.plan.tiles import extent
from desktop.poster.press import Press
from desktop.poster.refusals import PosterError
from desktop.poster.sizing import posters
from desktop.resources import root
from desktop.storage.reader import read
from effort import examples
from grids import card, lane, project
from printing import NO_PICTURES, objects_of

SMALL = project(lane(card(1), card(2, step=3)), lane(card(3, step=1, last=2), kind="pains"), steps=(2, 2))
EDGES = (10.0, 20.0, 30.0, 40.0)


@cache
def sample():
    return read(root() / "samples" / "restaurant.journey").project


def made(what=SMALL, **wish):
    settings = Settings(**wish)
    return posters(Press(what, settings), what, what.maps[0].id, settings)


def one(what=SMALL, **wish):
    (poster,) = made(what, **wish)
    return poster


def text(poster):
    """The cards' type in pt."""
    return poster.style.roles["card"].size * poster.page.scale


def media_box(poster, press):
    """Width and height in mm, read back from the file."""
    with objects_of(pdf_bytes(poster.drawing, press.typesetter.fonts, NO_PICTURES, poster.page)) as file:
        left, bottom, right, top = (float(side) for side in file.pages[0].MediaBox)
        return (right - left) / MM, (top - bottom) / MM


def finished(name, **wish):
    """The size of the file's page on this paper."""
    settings = Settings(paper=name, **wish)
    press = Press(SMALL, settings)
    (poster,) = posters(press, SMALL, "m", settings)
    return media_box(poster, press)


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_has_its_size_in_the_file(name):
    short, long = PAPERS[name]
    assert finished(name, orientation="landscape") == pytest.approx((long, short), abs=0.1)
    assert finished(name, orientation="portrait") == pytest.approx((short, long), abs=0.1)


@pytest.mark.parametrize("name", [*ROLLS, "roll-1000mm"])
def test_every_roll_has_its_width_in_the_file(name):
    width = paper(name).width
    assert finished(name, orientation="landscape")[1] == pytest.approx(width, abs=0.1)
    assert finished(name, orientation="portrait")[0] == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize("name", ["24x36in", "60.96x91.44cm", "609.6x914.4mm"])
def test_own_sizes_have_their_size_in_the_file(name):
    assert finished(name) == pytest.approx((609.6, 914.4), abs=0.1)


def inside(poster, edges):
    """Whether the drawing keeps off the edges of its page."""
    page, drawing = poster.page, poster.drawing
    left, top, right, bottom = (edge * MM - 1e-6 for edge in edges)
    across = left <= page.x and page.x + drawing.width * page.scale <= page.width - right
    return across and top <= page.y and page.y + drawing.height * page.scale <= page.height - bottom


@pytest.mark.parametrize("wish", [{"paper": "A3"}, {"paper": "roll-36in"}, {"paper": "", "sizing": "text"}])
def test_margins_are_kept_white(wish):
    assert inside(one(**wish, margin=EDGES), EDGES)


def test_a_roll_is_cut_where_the_map_ends():
    poster = one(sample(), sizing="roll", paper="roll-36in", orientation="landscape")
    used = (poster.drawing.width * poster.page.scale) / MM + 2 * paper("roll-36in").margin
    assert 0.0 <= poster.page.width / MM - used < 1.0


def test_a_roll_is_filled_across_when_the_map_needs_it():
    poster = one(sample(), sizing="roll", paper="roll-36in")
    room = poster.page.height - 2 * paper("roll-36in").margin * MM
    assert poster.drawing.height * poster.page.scale == pytest.approx(room, rel=0.01)


def test_a_small_map_saves_paper_by_hanging_down_the_roll():
    poster = one(sizing="text", paper="roll-36in", card_text=20.0)
    assert poster.page.width == pytest.approx(914.4 * MM)
    assert poster.page.height < poster.page.width


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_a_roll_is_as_long_as_the_type_makes_the_map(orientation):
    near, far = (one(sample(), paper="roll-60in", orientation=orientation, card_text=size) for size in (12.0, 16.0))
    side = "width" if orientation == "landscape" else "height"
    assert getattr(near.page, side) < getattr(far.page, side)


@pytest.mark.parametrize("size", [9.0, 16.0, 30.5])
@pytest.mark.parametrize(
    "wish", [{"paper": ""}, {"paper": "roll-60in"}, {"paper": "roll-914mm", "orientation": "portrait"}]
)
def test_cards_have_the_size_that_was_asked_for(size, wish):
    assert text(one(sizing="text", card_text=size, **wish)) == pytest.approx(size)


def test_type_that_no_columns_allow_is_as_large_as_they_do():
    poster = one(sample(), paper="roll-24in", card_text=60.0)
    assert 16.0 < text(poster) < 60.0
    assert inside(poster, (7.0,) * 4)


def test_a_map_that_fits_a_sheet_at_its_type_lies_on_it():
    assert one(sizing="text", paper="A0", card_text=16.0).page.millimetres == (1189.0, 841.0)


def test_a_map_that_does_not_fit_a_sheet_takes_a_page_of_its_own():
    poster = one(sample(), sizing="text", paper="A4", card_text=16.0)
    assert text(poster) == pytest.approx(16.0)
    assert poster.page.millimetres > (297.0, 210.0)


def test_without_more_being_said_cards_on_a_wall_have_sixteen_points():
    assert text(one(sizing="text", paper="")) == pytest.approx(16.0)
    assert text(one(sample(), sizing="roll", paper="roll-24in")) >= 16.0 - 1e-6


def test_cards_that_are_read_from_afar_are_larger():
    poster = one(sizing="text", paper="", read_from={"cards": 2.0})
    assert text(poster) == pytest.approx(45.3, abs=0.1)


def test_headers_that_are_read_from_afar_take_room_from_the_map():
    plain, far = one(sample(), paper="A1"), one(sample(), paper="A1", read_from={"stages": 3.0})
    assert text(far) < text(plain)
    assert far.style.roles["stage"].size * far.page.scale > plain.style.roles["stage"].size * plain.page.scale


@pytest.mark.parametrize("seams", ["plain", "reflow"])
@pytest.mark.parametrize(("across", "down"), [(1, 1), (4, 3), (7, 2)])
def test_sheets_are_filled_together(across, down, seams):
    tiling = Tiling(sheet="A4", overlap=10.0, seams=seams)
    poster = one(sample(), sizing="sheets", across=across, down=down, tiling=tiling)
    assert poster.page.millimetres == pytest.approx(extent(tiling, across, down), abs=0.01)


@pytest.mark.parametrize(("across", "down"), [(1, 1), (4, 1), (4, 3)])
def test_seams_have_room_to_keep_off_the_cards(across, down):
    tiling = Tiling(sheet="A4", overlap=10.0)
    poster = one(sample(), sizing="sheets", across=across, down=down, tiling=tiling)
    shares = (side / whole for side, whole in zip(poster.page.millimetres, extent(tiling, across, down), strict=True))
    assert tuple(shares) == pytest.approx(tuple(0.95 if count > 1 else 1.0 for count in (across, down)), abs=1e-4)


def test_more_sheets_give_larger_type():
    few, many = (one(sample(), sizing="sheets", across=n, down=n, tiling=Tiling()) for n in (2, 4))
    assert text(many) > 1.5 * text(few)


def test_a_poster_on_sheets_may_be_longer_than_a_page():
    poster = one(sample(), sizing="sheets", across=22, down=8, tiling=Tiling())
    assert poster.page.millimetres[0] > 5080


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"paper": "A9"}, "o paper is called “A9”"),
        ({"sizing": "roll", "paper": "A0"}, "“A0” is no roll"),
        ({"paper": "roll-10mm"}, "smaller than 50 mm"),
        ({"sizing": "sheets", "across": 60, "down": 1}, "longer than 5080 mm"),
        ({"scope": "chosen", "stages": ("gone",)}, "no stage or lane “gone”"),
        ({"paper": "A4", "margin": (100, 95, 95, 100)}, "Such margins leave nothing of A4"),
        ({"paper": "roll-60mm", "margin": (0, 20, 0, 21)}, "nothing of roll-60mm"),
        ({"sizing": "sheets", "across": 1, "down": 1, "margin": (100, 100, 100, 100)}, "nothing of 1 × 1 sheets"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(wish, words):
    with pytest.raises(PosterError) as caught:
        made(**wish)
    assert words in str(caught.value)


def test_margins_decide_how_a_sheet_lies():
    poster = one(paper="A4", orientation="auto", margin=(100, 0, 100, 0))
    assert poster.page.millimetres == (297, 210)


def test_a_single_step_that_is_wider_than_a_page_is_set_smaller():
    poster = one(project(lane(card(1)), steps=(1,)), sizing="text", paper="", card_text=400.0)
    assert poster.page.millimetres[0] <= 5080
    assert 40 < text(poster) < 400


def test_each_stage_has_a_poster_of_its_own():
    several = made(sample(), scope="each-stage", paper="A3")
    assert [poster.title for poster in several] == ["Discover", "Decide", "Arrive", "Dine", "Leave", "Return"]
    assert {poster.page.millimetres for poster in several} == {(420.0, 297.0)}


def test_a_stage_of_its_own_has_larger_type_than_the_whole():
    several = made(sample(), scope="each-stage", paper="A3")
    assert min(map(text, several)) > text(one(sample(), paper="A3"))


def rows(*steps):
    """Thirty lanes with a card on every step of stages with so many steps: of few steps they would stand upright."""
    lanes = [lane(*(card(100 * row + at, step=at) for at in range(sum(steps))), id=f"l{row}") for row in range(30)]
    return project(*lanes, steps=steps)


@pytest.mark.parametrize(("steps", "is_broad"), [((40, 1), True), ((1, 1), False)])
def test_a_series_lies_one_way(steps, is_broad):
    several = made(rows(*steps), scope="each-stage", paper="A2")
    assert {poster.page.width > poster.page.height for poster in several} == {is_broad}


def test_a_handout_lies_so_that_its_type_can_be_read():
    several = made(sample(), scope="each-stage", paper="A4")
    assert all(poster.page.width < poster.page.height for poster in several)
    assert min(map(text, several)) > 7.3


@pytest.mark.parametrize("wish", [{"paper": "A0"}, {"paper": "A4"}, {"paper": "A3", "scope": "each-stage"}])
def test_a_journey_lies_broad_where_nothing_is_lost_by_that(wish):
    assert all(poster.page.width > poster.page.height for poster in made(sample(), **wish))


def test_a_farther_reader_may_turn_the_page():
    near, far = (one(sample(), scope="chosen", stages=third(sample()), paper="A3", read_from=at) for at in AT)
    assert (near.page.width > near.page.height, far.page.width > far.page.height) == (True, False)


AT = ({}, {"cards": 0.58})
"""Metres: from there its type is legible upright only."""


def third(what):
    return (what.maps[0].stages[2].id,)


def test_chosen_lanes_are_laid_out_anew():
    whole, part = one(sample(), paper="A2"), one(sample(), paper="A2", scope="chosen", lanes=lanes_of(sample(), 3))
    assert text(part) > text(whole)
    assert len(part.layout.rows) == 3


def lanes_of(what, count):
    return tuple(each.id for each in what.maps[0].lanes if each.kind != "emotions")[:count]


def test_wide_posters_repeat_their_lane_labels():
    assert one(sample(), paper="A0").layout.repeats == ()
    assert one(sample(), paper="2A0", orientation="landscape").layout.repeats


def spans(layout: Layout):
    """Per card the steps that it covers."""
    steps = [column.step.id for column in layout.columns]
    return {place.card.id: steps[place.first : place.last + 1] for row in layout.rows for place in row.content.cards}


@st.composite
def scoped(draw):
    """A project with settings that print a part of its first map."""
    what = draw(strategies.projects().filter(lambda each: each.maps))
    journey = what.maps[0]
    stages, lanes = (
        draw(st.sets(st.sampled_from([one.id for one in each]))) for each in (journey.stages, journey.lanes)
    )
    scope = draw(st.sampled_from(("whole", "chosen", "each-stage")))
    return what, {"scope": scope, "stages": tuple(sorted(stages)), "lanes": tuple(sorted(lanes))}


@given(scoped())
@examples(10)
def test_parts_show_every_card_on_the_steps_that_are_left(scoped_):
    what, wish = scoped_
    whole = spans(one(what, paper="A2").layout)
    for poster in made(what, paper="A2", **wish):
        shown = {column.step.id for column in poster.layout.columns}
        for name, steps in spans(poster.layout).items():
            assert name not in whole or steps == [step for step in whole[name] if step in shown]


@given(scoped(), st.sampled_from(("A4", "roll-594mm", "B1")))
@examples(10)
def test_any_part_stands_on_its_page(scoped_, name):
    what, wish = scoped_
    for poster in made(what, paper=name, **wish):
        assert isinstance(poster.drawing, Drawing)
        assert inside(poster, (0.0,) * 4)

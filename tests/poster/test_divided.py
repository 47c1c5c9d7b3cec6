"""Walls that are longer than a page may be."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desktop.document.cards import Marker, Pain
from desktop.document.journey import Task
from desktop.layout.places import Layout
from desktop.plan.page import MM
from desktop.plan.paper import MOST
from desktop.plan.settings import Settings, Tiling
from desktop.poster.press import Press
from desktop.poster.sizing import posters
from grids import card, lane, project, rows_of_cards


@cache
def wall():
    """Three stages of seven steps: words of different length, a curve, numbered pain points, tasks."""
    said = ("Asks", "Reads the menu and three reviews, the worst one first")
    actions = lane(*(card(at, step=at, text=said[at % 5 == 0]) for at in range(21)), card(99, step=5, last=8))
    pains = lane(*(card(200 + at, "pain", at, pain=Pain(severity=5 - at // 6)) for at in (1, 9, 17)), kind="pains")
    marks = tuple(Marker(id=f"m{at:02}", step=f"d{at}", value=(-2.0, 1.0, 2.0)[at % 3]) for at in range(21))
    mood = lane(kind="emotions").model_copy(update={"markers": marks})
    tasks = (Task(id="t1", text="Ask", answers="c201"), Task(id="t2", text="Tell"))
    return project(actions, mood, pains, steps=(7, 7, 7), subtitle="All of it", tasks=tasks)


@cache
def made(**wish):
    settings = Settings(**wish)
    return posters(Press(wall(), settings), wall(), "m", settings)


@cache
def several():
    return made(paper="", sizing="text", card_text=90.0)


def on_wall(poster, y):
    """A height of the layout on the page, in mm."""
    return (poster.page.y + y * poster.page.scale) / MM


def test_a_wall_that_is_too_long_becomes_panels():
    assert [poster.title for poster in several()] == ["1 of 3", "2 of 3", "3 of 3"]
    assert all(max(poster.page.millimetres) <= MOST for poster in several())


def test_a_panel_says_which_it_is():
    heads = [[text.text for text in poster.layout.heading.texts] for poster in several()]
    assert [head[1] for head in heads] == [f"All of it · {number} of 3" for number in (1, 2, 3)]


def test_panels_are_cut_between_stages():
    assert [[place.stage.id for place in poster.layout.stage_places] for poster in several()] == [
        ["s0"],
        ["s1"],
        ["s2"],
    ]


def test_every_step_is_on_one_panel():
    steps = [column.step.id for poster in several() for column in poster.layout.columns]
    assert steps == [f"d{at}" for at in range(21)]


def test_panels_have_one_height_and_one_type():
    assert len({poster.page.height for poster in several()}) == 1
    assert len({poster.page.scale for poster in several()}) == 1


def test_rows_go_on_at_the_same_height():
    first, *others = [[on_wall(each, row.y) for row in each.layout.rows] for each in several()]
    assert all(other == pytest.approx(first, abs=0.1) for other in others)


def test_columns_are_as_wide_on_every_panel():
    widths = {round(column.width, 6) for poster in several() for column in poster.layout.columns}
    assert len(widths) == 1


def test_numbers_are_those_of_the_whole_map():
    numbers = [number for poster in several() for row in poster.layout.rows for number in _numbers(poster.layout, row)]
    assert sorted(numbers) == [1, 2, 3]


def _numbers(layout: Layout, row):
    return [layout.numbers[place.card.id] for place in row.content.cards if place.card.id in layout.numbers]


def test_what_comes_next_stands_on_the_last_panel():
    assert [len(poster.layout.footing.tasks) for poster in several()] == [0, 0, 2]


def test_a_card_across_the_cut_is_on_both():
    found = [place for poster in several() for place in poster.layout.rows[0].content.cards if place.card.id == "c99"]
    assert len(found) == 2


def test_a_long_roll_is_cut_into_panels():
    found = made(paper="roll-60in", sizing="roll", orientation="landscape", card_text=75.0)
    assert len(found) > 1
    assert {poster.page.millimetres[1] for poster in found} == {1524.0}


def test_a_wall_of_sheets_is_not_cut_into_panels():
    (poster,) = made(paper="", sizing="text", card_text=90.0, tiling=Tiling())
    assert poster.page.millimetres[0] > MOST


def test_panels_of_a_stage_have_the_stages_name_too():
    found = made(paper="", sizing="text", card_text=160.0, scope="each-stage", stages=("s0",))
    assert found[0].title.startswith("Stage 0 · 1 of ")


def test_what_has_no_columns_is_not_divided():
    empty = project(lane(), steps=())
    settings = Settings(paper="", sizing="text", card_text=400.0)
    assert len(posters(Press(empty, settings), empty, "m", settings)) == 1


@st.composite
def long_walls(draw):
    """Up to four stages of up to six steps with cards over random spans, and type that is large enough to divide it."""
    counts = draw(st.lists(st.integers(2, 6), min_size=2, max_size=4))
    cards = draw(rows_of_cards(sum(counts), most=20))
    marks = tuple(Marker(id=f"m{at:02}", step=f"d{at}", value=draw(VALUES)) for at in range(sum(counts)))
    mood = lane(kind="emotions").model_copy(update={"markers": marks})
    return project(lane(*cards), mood, steps=tuple(counts)), draw(st.sampled_from((120.0, 200.0, 260.0)))


VALUES = st.integers(-20, 20).map(lambda tenths: tenths / 10)


@given(long_walls())
@examples(max_examples=20, deadline=None)
def test_panels_hold_the_map_between_them(drawn):
    what, size = drawn
    settings = Settings(paper="", sizing="text", card_text=size)
    found = posters(Press(what, settings), what, "m", settings)
    assert all(max(poster.page.millimetres) <= MOST for poster in found)
    steps = [column.step.id for poster in found for column in poster.layout.columns]
    assert steps == [step.id for stage in what.maps[0].stages for step in stage.steps]
    cards = {place.card.id for poster in found for row in poster.layout.rows for place in row.content.cards}
    assert cards == {each.id for each in what.maps[0].lanes[0].cards}


@given(long_walls())
@examples(max_examples=20, deadline=None)
def test_rows_of_any_panels_go_on_at_the_same_height(drawn):
    what, size = drawn
    settings = Settings(paper="", sizing="text", card_text=size)
    first, *others = posters(Press(what, settings), what, "m", settings)
    tops = [on_wall(first, row.y) for row in first.layout.rows]
    for other in others:
        assert [on_wall(other, row.y) for row in other.layout.rows] == pytest.approx(tops, abs=0.5)
        assert other.page.scale == first.page.scale

"""The figures of seams are measured: a short run says all of them, and the maps are the same on every machine."""

import subprocess
import sys

import pytest

from benchmarks.exhaustive import Score, fewest, score
from benchmarks.maps import MOST_STEPS, random_map
from benchmarks.seams import small_poster
from desktop.document.checks import check, sound
from tests.seams import alike, card


@pytest.fixture(scope="module")
def printed():
    command = [sys.executable, "-m", "benchmarks.seams", "--small", "3", "--maps", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("figure", ["3 of 3", "2 random maps", "re-flow to sheets", "type with re-flow", "600 cards"])
def test_every_figure_is_said(printed, figure):
    assert figure in printed


def test_figures_are_judged(printed):
    assert printed.count("  ok") + printed.count("falls short") == 8


def test_random_maps_are_the_same_each_time():
    assert random_map(5) == random_map(5)
    assert random_map(5) != random_map(6)


@pytest.mark.parametrize("seed", range(4))
def test_random_maps_are_usual_maps(seed):
    (journey,) = random_map(seed).maps
    steps = [step for stage in journey.stages for step in stage.steps]
    assert 4 <= len(journey.stages) <= 7
    assert 8 <= len(steps) <= 15
    assert 6 <= len(journey.lanes) <= 12
    assert 50 <= sum(len(lane.cards) for lane in journey.lanes) <= 300


def test_random_maps_have_spanning_cards():
    cards = [card for seed in range(4) for lane in random_map(seed).maps[0].lanes for card in lane.cards]
    reach = [int(each.last[1:]) - int(each.first[1:]) + 1 for each in cards]
    assert 1 < max(reach) <= MOST_STEPS


@pytest.mark.parametrize("seed", range(3))
def test_random_maps_are_sound(seed):
    assert sound(check(random_map(seed), ()))


def test_small_posters_are_the_same_each_time():
    assert small_poster(3) == small_poster(3)


def test_the_exhaustive_search_knows_a_gutter():
    cards = [card("a", 0, 0, 45, 100), card("b", 55, 0, 45, 100)]
    assert fewest(cards, alike(100, 2, spare=20), alike(100, 1)) == Score(0, 0)


def test_the_exhaustive_search_knows_when_there_is_none():
    cards = [card("a", 0, 0, 60, 100), card("b", 60, 0, 40, 100)]
    assert fewest(cards, alike(100, 2), alike(100, 1)) == Score(0, 1)
    assert fewest(cards, alike(100, 2, spare=20), alike(100, 1)) == Score(0, 0)


def test_a_score_of_given_seams():
    things = [card("a", 0, 0, 60, 60), card("h", 40, 0, 60, 60, kind="header")]
    assert score(things, [50.0], []) == Score(1, 1)
    assert score(things, [50.0], [30.0]) == Score(1, 1)
    assert score(things, [40.0], []) == Score(0, 1)
    assert score(things, [], [60.0]) == Score(0, 0)

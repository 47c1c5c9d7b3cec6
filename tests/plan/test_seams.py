"""Seams in both directions cut as little as any seams could, headers last of all."""

import itertools

import pytest
from hypothesis import given, settings

from benchmarks.exhaustive import fewest, score
from benchmarks.seams import is_optimal, small_poster
from desktop.plan.axis import Axis
from desktop.plan.seams import EFFORT, SmallestSets, best_seams, hit_by
from tests.seams import alike, card, grid, limits, things


@pytest.mark.parametrize("seed", range(50))
def test_small_posters_are_cut_as_little_as_can_be(seed):
    assert is_optimal(seed)


@settings(max_examples=60)
@given(things(), limits(200), limits(120))
def test_nothing_is_better(obstacles, across, down):
    found = best_seams(obstacles, across, down)
    assert found.proven
    assert score(obstacles, found.xs, found.ys) == fewest(obstacles, across, down)


@given(things(most=12), limits(200), limits(120))
def test_sheets_are_never_too_large(obstacles, across, down):
    found = best_seams(obstacles, across, down)
    for seams, bounds in ((found.xs, across), (found.ys, down)):
        ends = [0.0, *seams, bounds.side]
        assert len(seams) == bounds.count - 1
        assert all(-1e-6 <= b - a <= bounds.middle + 1e-6 for a, b in itertools.pairwise(ends))


def test_gutters_are_free():
    cards = grid(6, 8)
    found = best_seams(cards, alike(600, 3, spare=90), alike(400, 4, spare=60))
    assert list(hit_by(cards, found.xs, found.ys)) == []


def test_seams_stand_in_the_middle_of_gutters():
    found = best_seams(grid(6, 8), alike(600, 3, spare=90), alike(400, 4, spare=60))
    assert found.xs == pytest.approx((200, 400))
    assert found.ys == pytest.approx((100, 200, 300))


def test_what_both_directions_cut_counts_once():
    """A seam down has to cut either a card that is cut across anyway, or another one."""
    tall = card("tall", 90, 40, 20, 40)
    other = card("other", 100.5, 100, 30, 10)
    found = best_seams([tall, other], alike(200, 2, spare=6), alike(120, 2))
    assert [each.id for each in hit_by([tall, other], found.xs, found.ys)] == ["tall"]


@pytest.mark.parametrize("kind", ["header", "title", "marker"])
def test_a_header_counts_more_than_all_cards(kind):
    cards = [card(f"c{number}", 104, number * 20, 40, 15) for number in range(5)]
    header = card("h", 60, 0, 43, 10, kind=kind)
    found = best_seams([header, *cards], alike(200, 2, spare=10), alike(120, 1))
    assert {each.kind for each in hit_by([header, *cards], found.xs, found.ys)} <= {"card"}


def test_labels_are_cut_before_cards():
    labels = [card(f"l{number}", 60, number * 10, 44, 8, kind="label") for number in range(8)]
    one = card("c", 104, 0, 40, 10)
    found = best_seams([one, *labels], alike(200, 2, spare=10), alike(120, 1))
    assert "c" not in {each.id for each in hit_by([one, *labels], found.xs, found.ys)}


def test_fewer_labels_are_better_than_more():
    labels = [card(f"l{at}", 60, 10 * at, 40.5, 8, kind="label") for at in range(3)]
    labels.append(card("r", 101, 50, 40, 8, kind="label"))
    found = best_seams(labels, alike(200, 2, spare=10), alike(120, 1))
    assert len(list(hit_by(labels, found.xs, found.ys))) <= 1


def test_ink_is_in_nobodys_way():
    ink = card("rule", 0, 0, 200, 120, kind="ink")
    found = best_seams([ink], alike(200, 2, spare=40), alike(120, 2, spare=40))
    assert found == ((100.0,), (60.0,), True)


def test_touching_an_edge_is_no_cut():
    assert list(hit_by([card("c", 10, 10, 20, 20)], [10.0, 30.0], [10.0, 30.0])) == []
    assert len(list(hit_by([card("c", 10, 10, 20, 20)], [], [12.0]))) == 1


def test_without_effort_it_says_that_nothing_is_proven():
    obstacles = [card(f"c{x}{y}", x * 13 % 170, y * 17 % 90, 30, 25) for x in range(12) for y in range(8)]
    across, down = alike(200, 4, spare=80), alike(120, 3, spare=60)
    hasty, thorough = best_seams(obstacles, across, down, effort=0), best_seams(obstacles, across, down)
    assert not hasty.proven
    assert score(obstacles, hasty.xs, hasty.ys) >= score(obstacles, thorough.xs, thorough.ys)


def test_smallest_sets_hold_no_other():
    axis = Axis([(40, 60), (55, 80), (90, 110), (40, 110)], alike(150, 3, spare=60))
    found = [cut.hit for _, cut in SmallestSets(axis, [1.0] * 4, effort=10_000).below(4.0)]
    assert found
    assert not any(one < other for one in found for other in found)


def test_sets_above_the_limit_are_left_out():
    axis = Axis([(0, 150)], alike(150, 2, spare=20))
    assert SmallestSets(axis, [1.0], effort=10_000).below(0.5) == []
    assert len(SmallestSets(axis, [1.0], effort=10_000).below(1.0)) == 1


def test_the_same_poster_has_the_same_seams():
    obstacles, across, down = small_poster(7)
    assert best_seams(obstacles, across, down) == best_seams(list(obstacles), across, down, effort=EFFORT + 1)


def test_what_has_not_moved_is_not_looked_through_again():
    obstacles, across, down = small_poster(8)
    ink = obstacles[0]._replace(kind="ink")
    assert best_seams(iter(obstacles), across, down) is best_seams([*obstacles, ink], across, down)


def test_what_has_moved_is():
    obstacles, across, down = small_poster(8)
    moved = [each._replace(rect=each.rect._replace(x=each.rect.x + 1.0)) for each in obstacles]
    found = best_seams(obstacles, across, down)
    assert best_seams(moved, across, down) is not found
    assert best_seams(obstacles, down, across) is not found

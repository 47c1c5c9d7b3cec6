"""Bars for goals that are on their way: what stands beside them, and where."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Reading
from desktop.document.project import Goal, Metric
from desktop.layout.gauges import ABOVE, GAP, WIDE, gauge_rect, natural_width, place_ways, way_of
from desktop.layout.heading import goal_text, head_of, place_head
from tests.grids import EM, composer, project, with_map

SET = composer()
READ = (Reading(date="2026-05", value=4.1), Reading(date="2026-10", value=4.3))
CSAT = Metric(id="m", name="CSAT", unit="of 5", readings=READ)
GOAL = Goal(id="g", statement="Raise CSAT", metric="m", baseline=4.1, target=4.6, time_frame="by May")
STATEMENTS = ("Raise CSAT", "Fewer leave before they have ordered")
ARABIC = "رضا الضيوف أعلى"


def headed(*goals, width=150 * EM):
    whole = changed(with_map(project(), goals=tuple(goal.id for goal in goals)), goals=goals, metrics=(CSAT,))
    head = head_of(whole, whole.maps[0], SET)
    return head, place_head(head, 0.0, 0.0, width, SET)[0]


def gauges(places):
    return [text for text in places.texts if text.role == "gauge"]


@pytest.mark.parametrize(
    ("goal", "share", "told"),
    [
        (GOAL, 0.4, "4.1~→~4.3~→~4.6~of~5 · 40~% · by May"),
        (changed(GOAL, statement="Raise CSAT BY MAY"), 0.4, "4.1~→~4.3~→~4.6~of~5 · 40~%"),
        (changed(GOAL, target=4.2), 1.0, "4.1~→~4.3~→~4.2~of~5 · 200~% · by May"),
        (changed(GOAL, baseline=4.4), 0.0, "4.4~→~4.3~→~4.6~of~5 · −50~% · by May"),
        (Goal(id="g", statement="Friendlier", progress=0.25, time_frame="soon"), 0.25, "25~% · soon"),
    ],
)
def test_what_stands_beside_a_bar(goal, share, told):
    way = way_of(goal, (CSAT,))
    assert way.share == pytest.approx(share)
    assert way.told.replace("\u00a0", "~").replace("of 5", "of~5") == told


def test_tenths_are_said_as_the_language_does():
    assert way_of(GOAL, (CSAT,), ",").told.startswith("4,1\u00a0→\u00a04,3\u00a0→\u00a04,6\u00a0of 5 · 40")
    bare = changed(GOAL, statement="")
    assert "4,1\u00a0→\u00a04,6" in goal_text(bare, (changed(CSAT, readings=()),), ",")


@pytest.mark.parametrize("goal", [Goal(id="g", statement="Friendlier"), changed(GOAL, target=None), Goal(id="g")])
def test_where_nobody_knows_there_is_no_bar(goal):
    assert way_of(goal, (CSAT,)) is None
    assert gauges(headed(goal)[1]) == []


def test_a_goal_without_words_of_its_own_is_called_like_its_metric():
    bare = changed(GOAL, statement="")
    assert goal_text(bare, (CSAT,)) == "CSAT"
    assert goal_text(bare, (changed(CSAT, readings=()),)) == "CSAT 4.1\u00a0→\u00a04.6\u00a0of 5 by May"


def test_each_goal_has_its_bar_below_its_words():
    words = Goal(id="a", statement="Friendlier", rank="A")
    head, places = headed(words, GOAL)
    first, second, told = places.texts[-3:]
    assert (first.text, second.text) == ("•\u00a0Friendlier", "•\u00a0Raise CSAT")
    assert told.y == pytest.approx(second.bottom + ABOVE * EM)
    assert head.facts[0].ways[0] is None
    assert places.shares == (pytest.approx(0.4),)


def test_the_figures_leave_room_for_the_bar():
    told = gauges(headed(GOAL)[1])[0]
    bar = gauge_rect(told, SET)
    x, baseline, _ = next(SET.lines(told))
    assert (bar.x, bar.width) == (told.x, WIDE * EM)
    assert x == pytest.approx(bar.right + GAP * EM)
    assert bar.y < baseline < told.bottom
    assert bar.bottom < told.bottom


def test_the_bar_of_a_goal_that_begins_at_the_right_stands_at_the_right():
    told = gauges(headed(changed(GOAL, statement=ARABIC))[1])[0]
    bar = gauge_rect(told, SET)
    x, _, line = next(SET.lines(told))
    assert bar.right == pytest.approx(told.x + told.width)
    assert x + line.width * SET.setting("gauge").scale <= bar.x


def test_figures_without_room_beside_the_bar_stand_below_it():
    way = way_of(GOAL, (CSAT,))
    words, told = place_ways([("Raise", way)], 0.0, 0.0, (WIDE + 1) * EM, SET, align="left")
    bar = gauge_rect(told, SET)
    assert words.bottom < bar.y < bar.bottom < told.y + SET.setting("gauge").role.leading / 2


def test_without_bars_no_width_is_needed():
    assert natural_width((None, None), SET) == 0.0
    assert natural_width((way_of(GOAL, (CSAT,)), None), SET) > (WIDE + GAP) * EM


@settings(max_examples=25)
@given(
    st.floats(20, 200), st.lists(st.sampled_from(["Raise CSAT", "Fewer leave before they have ordered"]), max_size=4)
)
def test_nothing_of_the_head_is_over_anything_else(width, statements):
    goals = [changed(GOAL, id=f"g{at}", rank=f"{at + 1}", statement=text) for at, text in enumerate(statements)]
    _, places = headed(*goals, width=width * EM)
    facts = [text for text in places.texts if text.role in ("fact", "gauge")]
    assert len(places.shares) == len(goals)
    for above, below in pairwise(facts):
        assert above.bottom <= below.y + 1e-6

"""The times of a running agenda."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.journey import AgendaPoint
from desktop.document.showing import (
    LEAST,
    State,
    begun,
    extended,
    left,
    outlook,
    planned,
    rested,
    resumed,
    squeezed,
    turned,
    used,
)

NINE = 1000.0
"""When the runs of these tests begin."""


def points(*minutes, breaks=()):
    """An agenda of points p0, p1 …; `breaks` are their numbers."""
    forms = ["break" if at in breaks else "" for at in range(len(minutes))]
    return [AgendaPoint(id=f"p{at}", minutes=each, form=forms[at]) for at, each in enumerate(minutes)]


def minutes(agenda, run, now):
    """How long every point takes, in minutes."""
    return [round((row.end - row.start) / 60, 2) for row in planned(agenda, run, now)]


def states(agenda, run, now):
    return [row.state for row in planned(agenda, run, now)]


def after(count):
    """So many minutes after the beginning."""
    return NINE + 60 * count


@pytest.fixture
def agenda():
    """10, 20, a break of 10, 30 and a wrap-up of 10: 80 minutes."""
    return points(10, 20, 10, 30, 10, breaks=(2,))


@pytest.fixture
def run(agenda):
    return begun(agenda, "p0", NINE)


def test_without_a_run_the_agenda_begins_now(agenda):
    rows = planned(agenda, None, 0.0)
    assert [row.start / 60 for row in rows] == [0, 10, 30, 40, 70]
    assert {row.state for row in rows} == {State.AHEAD}


def test_an_empty_agenda_has_no_rows():
    assert planned([], None, 0.0) == ()


def test_the_end_is_agreed_at_the_beginning(run):
    assert run.until == after(80)


def test_a_run_has_all_the_time_of_its_first_point(agenda, run):
    assert left(agenda, run, NINE) == 600
    assert left(agenda, run, NINE + 1) == 599


def test_on_time_everything_is_as_planned(agenda, run):
    assert minutes(agenda, run, after(5)) == [10, 20, 10, 30, 10]


def test_a_point_that_is_over_shows_what_it_took(agenda, run):
    on = turned(agenda, run, "p1", after(8))
    assert states(agenda, on, after(8)) == [State.OVER, State.NOW, State.AHEAD, State.AHEAD, State.AHEAD]
    assert minutes(agenda, on, after(8)) == [8, 20, 10, 30, 10]


def test_time_that_was_gained_makes_it_end_earlier(agenda, run):
    on = turned(agenda, run, "p1", after(8))
    assert planned(agenda, on, after(8))[-1].end == after(78)


def test_more_than_its_time_is_less_than_nothing_left(agenda, run):
    assert left(agenda, run, after(11)) == -60


def test_an_overrun_squeezes_the_rest_but_breaks_and_wrap_up(agenda, run):
    assert minutes(agenda, run, after(15)) == [15, 18, 10, 27, 10]
    assert planned(agenda, run, after(15))[-1].end == run.until


def test_no_point_loses_more_than_two_thirds(agenda, run):
    assert minutes(agenda, run, after(10 + 100 / 3)) == [43.33, 6.67, 10, 10, 10]


def test_breaks_and_wrap_up_give_only_when_the_others_have_given_all(agenda, run):
    assert minutes(agenda, run, after(10 + 100 / 3 + 5)) == [48.33, 6.67, 7.5, 10, 7.5]


def test_what_cannot_be_squeezed_moves_the_end(agenda, run):
    late = after(70)
    assert minutes(agenda, run, late)[1:] == [6.67, 3.33, 10, 3.33]
    assert planned(agenda, run, late)[-1].end == pytest.approx(late + 70 * 60 / 3)


def test_the_end_may_move_instead(agenda, run):
    moving = replace(run, keep=False)
    assert minutes(agenda, moving, after(15)) == [15, 20, 10, 30, 10]
    assert planned(agenda, moving, after(15))[-1].end == after(85)


def test_both_ways_are_told_with_what_they_lead_to(agenda, run):
    seen = outlook(agenda, run, after(15))
    assert (seen.agreed, seen.kept, seen.moved) == (after(80), pytest.approx(after(80)), after(85))
    assert (seen.shorter, seen.lost) == (2, pytest.approx(300))


def test_on_time_both_ways_are_one(agenda, run):
    seen = outlook(agenda, run, after(5))
    assert (seen.kept, seen.moved, seen.shorter, seen.lost) == (after(80), after(80), 0, 0)


def test_the_next_point_begins_with_the_time_that_the_plan_gives_it(agenda, run):
    on = turned(agenda, run, "p1", after(15))
    assert left(agenda, on, after(15)) == 18 * 60
    assert minutes(agenda, on, after(15)) == [15, 18, 10, 27, 10]


def test_what_the_current_point_had_left_goes_to_the_rest(agenda, run):
    late = turned(agenda, run, "p1", after(20))
    early = turned(agenda, late, "p2", after(21))
    assert minutes(agenda, early, after(21)) == [20, 1, 10, 30, 10]


def test_a_point_begins_with_whole_seconds(agenda, run):
    on = turned(agenda, run, "p1", after(10) + 7)
    assert left(agenda, on, after(10) + 7) == round(20 * 60 - 7 * 20 / 50)


def test_a_rest_stops_the_time_of_the_point_and_not_that_of_the_day(agenda, run):
    still = rested(run, after(4))
    assert left(agenda, still, after(9)) == 6 * 60
    assert planned(agenda, still, after(9))[0].end == after(15)
    assert left(agenda, resumed(still, after(9)), after(10)) == 5 * 60


def test_to_go_on_twice_is_to_go_on_once(run):
    still = rested(run, after(4))
    on = resumed(still, after(9))
    assert resumed(on, after(12)) is on


def test_more_time_is_taken_from_the_rest(agenda, run):
    longer = extended(run, 300)
    assert left(agenda, longer, NINE) == 900
    assert minutes(agenda, longer, NINE) == [15, 18, 10, 27, 10]


def test_there_is_no_less_time_than_none(agenda, run):
    assert left(agenda, extended(run, -900), NINE) == 0


def test_a_skipped_point_takes_no_time(agenda, run):
    on = turned(agenda, turned(agenda, run, "p1", after(10)), "p2", after(10), skip=True)
    assert states(agenda, on, after(10))[:3] == [State.OVER, State.SKIPPED, State.NOW]
    assert planned(agenda, on, after(10))[-1].end == after(60)


def test_points_that_were_passed_over_count_as_skipped(agenda, run):
    on = turned(agenda, run, "p3", after(10))
    assert states(agenda, on, after(10)) == [State.OVER, State.SKIPPED, State.SKIPPED, State.NOW, State.AHEAD]


def test_a_run_may_begin_in_the_middle(agenda):
    run = begun(agenda, "p3", NINE)
    assert run.until == after(40)
    assert states(agenda, run, NINE) == [State.SKIPPED] * 3 + [State.NOW, State.AHEAD]


def test_back_gives_the_time_that_was_left(agenda, run):
    on = turned(agenda, run, "p1", after(4))
    back = turned(agenda, on, "p0", after(5))
    assert left(agenda, back, after(5)) == 6 * 60
    assert states(agenda, back, after(5))[:2] == [State.NOW, State.AHEAD]


def test_and_the_point_after_goes_on_too(agenda, run):
    on = turned(agenda, run, "p1", after(4))
    again = turned(agenda, turned(agenda, on, "p0", after(5)), "p1", after(6))
    assert used(again, after(6)) == 60
    assert left(agenda, again, after(6)) == 19 * 60


def test_back_to_a_skipped_point_takes_it_up(agenda, run):
    on = turned(agenda, run, "p1", after(0), skip=True)
    back = turned(agenda, on, "p0", after(1))
    assert "p0" not in back.skipped


def test_minutes_that_are_edited_count_for_the_running_point(agenda, run):
    longer = [agenda[0].model_copy(update={"minutes": 12}), *agenda[1:]]
    assert left(longer, run, after(1)) == 11 * 60


def test_the_current_point_may_leave_the_agenda(agenda, run):
    on = turned(agenda, run, "p1", after(10))
    fewer = [point for point in agenda if point.id != "p1"]
    assert states(fewer, on, after(12)) == [State.OVER, State.AHEAD, State.AHEAD, State.AHEAD]
    assert left(fewer, on, after(12)) == 18 * 60


def test_a_point_that_comes_later_is_ahead(agenda, run):
    more = [*agenda[:2], AgendaPoint(id="new", minutes=5), *agenda[2:]]
    assert minutes(more, run, after(5))[2] == pytest.approx(5 * 50 / 55, abs=0.6)


def test_nothing_is_squeezed_where_there_is_room():
    assert squeezed([60, 120], [False, False], 500) == [60, 120]


lengths = st.lists(st.tuples(st.floats(0, 10_000), st.booleans()), max_size=12)


@given(lengths, st.floats(-1_000, 50_000))
def test_every_point_keeps_a_third(rows, room):
    wanted, late = [length for length, _ in rows], [own for _, own in rows]
    found = squeezed(wanted, late, room)
    assert all(LEAST * want - 1e-6 <= got <= want for want, got in zip(wanted, found, strict=True))


@given(lengths, st.floats(0, 50_000))
def test_the_room_is_kept_where_that_is_possible(rows, room):
    wanted, late = [length for length, _ in rows], [own for _, own in rows]
    most = max(room, sum(wanted) * LEAST)
    assert sum(squeezed(wanted, late, room)) <= most + 1e-3


@given(lengths, st.floats(0, 50_000))
def test_late_ones_give_only_when_all_others_are_down_to_a_third(rows, room):
    wanted, late = [length for length, _ in rows], [own for _, own in rows]
    found = squeezed(wanted, late, room)
    if any(own and got < want - 1e-6 for got, want, own in zip(found, wanted, late, strict=True)):
        others = [(got, want) for got, want, own in zip(found, wanted, late, strict=True) if not own]
        assert all(got == pytest.approx(want * LEAST, abs=1e-6) for got, want in others)

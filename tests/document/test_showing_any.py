"""Whatever happens in a run: its times hang together, and nobody's minutes are lost or made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.journey import AgendaPoint
from desktop.document.showing import (
    LEAST,
    MINUTE,
    State,
    begun,
    extended,
    left,
    outlook,
    planned,
    rested,
    resumed,
    turned,
    used,
)

NEARLY = 1e-3
BEGIN = 1_800_000_000.0

happenings = st.lists(
    st.tuples(st.sampled_from(["next", "skip", "back", "rest", "on", "more", "less"]), st.integers(0, 3000)),
    max_size=12,
)
agendas = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(["", "break", "silent"])), min_size=1, max_size=7)


def points(rows):
    return [AgendaPoint(id=f"p{at}", minutes=minutes, form=form) for at, (minutes, form) in enumerate(rows)]


def told(agenda, steps):
    """A run after these steps, each so many seconds after the one before, and the time at the end of it."""
    now, run = BEGIN, begun(agenda, agenda[0].id, BEGIN)
    ids = [point.id for point in agenda]
    for step, seconds in steps:
        now += seconds
        at = ids.index(run.point)
        if step in ("next", "skip") and at + 1 < len(ids):
            run = turned(agenda, run, ids[at + 1], now, skip=step == "skip")
        elif step == "back" and at:
            run = turned(agenda, run, ids[at - 1], now)
        elif step in ("rest", "on"):
            run = rested(run, now) if step == "rest" else resumed(run, now)
        elif step in ("more", "less"):
            run = extended(run, 300 if step == "more" else -300)
    return run, now


@given(agendas, happenings)
@settings(max_examples=25)
def test_one_point_is_now_and_every_point_has_a_row(rows, steps):
    agenda = points(rows)
    run, now = told(agenda, steps)
    plan = planned(agenda, run, now)
    assert [row.point for row in plan] == agenda
    assert [row.point.id for row in plan if row.state is State.NOW] == [run.point]


@given(agendas, happenings)
@settings(max_examples=25)
def test_what_is_to_come_follows_without_gaps(rows, steps):
    agenda = points(rows)
    run, now = told(agenda, steps)
    plan = planned(agenda, run, now)
    current = next(row for row in plan if row.state is State.NOW)
    assert current.end >= now
    end = current.end
    for row in (row for row in plan if row.state is State.AHEAD):
        assert row.start == pytest.approx(end, abs=NEARLY)
        assert row.end >= row.start
        end = row.end


@given(agendas, happenings)
@settings(max_examples=25)
def test_nobody_ahead_gets_more_than_asked_or_less_than_a_third(rows, steps):
    agenda = points(rows)
    run, now = told(agenda, steps)
    for row in planned(agenda, run, now):
        if row.state is State.AHEAD and row.point.id not in run.turns:
            wanted = row.point.minutes * MINUTE
            assert wanted * LEAST - NEARLY <= row.end - row.start <= wanted + NEARLY


@given(agendas, happenings)
@settings(max_examples=25)
def test_the_two_ways_enclose_what_happens(rows, steps):
    """The end that is kept is never later than the one that moves, and losing nothing is the same as being on time."""
    agenda = points(rows)
    run, now = told(agenda, steps)
    ways = outlook(agenda, run, now)
    assert ways.kept <= ways.moved + NEARLY
    assert ways.lost == pytest.approx(ways.moved - ways.kept, abs=NEARLY)
    assert (ways.shorter == 0) or ways.moved > ways.agreed


@given(agendas, happenings)
@settings(max_examples=25)
def test_the_time_that_all_have_had_is_what_went_by_without_rests(rows, steps):
    agenda = points(rows)
    run, now = told(agenda, steps)
    spent = sum(turn.used for name, turn in run.turns.items() if name != run.point) + used(run, now)
    assert spent <= now - BEGIN + NEARLY
    if not any(step in ("rest", "on") for step, _ in steps):
        assert spent == pytest.approx(now - BEGIN, abs=NEARLY)


@given(agendas, happenings, st.integers(0, 5000))
@settings(max_examples=25)
def test_a_rest_keeps_what_is_left_however_long_it_is(rows, steps, pause):
    agenda = points(rows)
    run, now = told(agenda, steps)
    still = rested(run, now)
    assert left(agenda, still, now + pause) == pytest.approx(left(agenda, run, now), abs=NEARLY)
    assert left(agenda, resumed(still, now + pause), now + pause) == pytest.approx(left(agenda, run, now), abs=NEARLY)


@given(agendas, happenings, st.integers(1, 600))
@settings(max_examples=25)
def test_while_it_goes_on_a_second_is_a_second(rows, steps, seconds):
    agenda = points(rows)
    run, now = told(agenda, steps)
    run = resumed(run, now)
    assert left(agenda, run, now) - left(agenda, run, now + seconds) == pytest.approx(seconds, abs=NEARLY)

"""Whatever happens in the run of an agenda, its times stay sound."""

from dataclasses import replace
from itertools import pairwise

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
    squeezed,
    turned,
    used,
)

POINTS = st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=6).map(
    lambda rows: [
        AgendaPoint(id=f"p{at}", minutes=minutes, form="break" if rest else "")
        for at, (minutes, rest) in enumerate(rows)
    ]
)
DEEDS = st.lists(
    st.tuples(st.sampled_from(("turn", "skip", "rest", "resume", "more", "less", "wait")), st.integers(0, 1200)),
    max_size=12,
)
SOUND = settings(max_examples=25, deadline=None)


def done(agenda, run, deed, now, place):
    """The run after a deed."""
    to = agenda[place % len(agenda)].id
    deeds = {
        "turn": lambda: turned(agenda, run, to, now) if to != run.point else run,
        "skip": lambda: turned(agenda, run, to, now, skip=True) if to != run.point else run,
        "rest": lambda: rested(run, now) if run.since is not None else run,
        "resume": lambda: resumed(run, now),
        "more": lambda: extended(run, 300.0),
        "less": lambda: extended(run, -300.0),
    }
    return deeds.get(deed, lambda: run)()


def lived(agenda, deeds):
    """Every state of a run in which this happened, with the time of each."""
    run, now = begun(agenda, "p0", 0.0), 0.0
    yield run, now
    for deed, seconds in deeds:
        now += seconds
        run = done(agenda, run, deed, now, seconds)
        yield run, now


@SOUND
@given(POINTS, DEEDS)
def test_every_point_has_a_row_in_its_order(agenda, deeds):
    for run, now in lived(agenda, deeds):
        assert [row.point.id for row in planned(agenda, run, now)] == [point.id for point in agenda]


@SOUND
@given(POINTS, DEEDS)
def test_no_point_ends_before_it_begins(agenda, deeds):
    for run, now in lived(agenda, deeds):
        assert all(row.start <= row.end for row in planned(agenda, run, now))


@SOUND
@given(POINTS, DEEDS)
def test_one_point_is_running(agenda, deeds):
    for run, now in lived(agenda, deeds):
        assert [row.point.id for row in planned(agenda, run, now) if row.state is State.NOW] == [run.point]


@SOUND
@given(POINTS, DEEDS)
def test_what_is_ahead_follows_without_gaps(agenda, deeds):
    for run, now in lived(agenda, deeds):
        rows = planned(agenda, run, now)
        end = next(row.end for row in rows if row.state is State.NOW)
        for row in (row for row in rows if row.state is State.AHEAD):
            assert row.start == pytest.approx(end)
            end = row.end


@SOUND
@given(POINTS, DEEDS)
def test_what_is_ahead_begins_no_sooner_than_now(agenda, deeds):
    for run, now in lived(agenda, deeds):
        rows = planned(agenda, run, now)
        assert all(row.start >= now for row in rows if row.state is State.AHEAD)
        assert all(row.end <= now for row in rows if row.state is State.OVER)


@SOUND
@given(POINTS, DEEDS)
def test_the_outlook_is_where_the_rows_end(agenda, deeds):
    for run, now in lived(agenda, deeds):
        seen = outlook(agenda, run, now)
        for keep, end in ((True, seen.kept), (False, seen.moved)):
            rows = planned(agenda, replace(run, keep=keep), now)
            ahead = [row.end for row in rows if row.state in (State.NOW, State.AHEAD)]
            assert max(ahead) == pytest.approx(end)


@SOUND
@given(POINTS, DEEDS)
def test_squeezing_never_ends_later(agenda, deeds):
    for run, now in lived(agenda, deeds):
        seen = outlook(agenda, run, now)
        assert seen.kept <= seen.moved + 1e-6
        assert seen.lost == pytest.approx(seen.moved - seen.kept, abs=1e-6)


@SOUND
@given(POINTS, DEEDS)
def test_who_is_late_by_no_more_than_can_be_squeezed_keeps_the_end(agenda, deeds):
    for run, now in lived(agenda, deeds):
        seen = outlook(agenda, run, now)
        start = now + max(left(agenda, run, now), 0.0)
        if run.until - start >= (seen.moved - start) * LEAST:
            assert seen.kept <= seen.agreed + 1e-3


@SOUND
@given(POINTS, DEEDS)
def test_a_rest_uses_no_time(agenda, deeds):
    *_, (run, now) = lived(agenda, deeds)
    still = rested(run, now)
    assert used(still, now + 900.0) == used(run, now)
    assert used(resumed(still, now + 900.0), now + 900.0) == pytest.approx(used(run, now))


@SOUND
@given(POINTS, st.integers(0, 90), st.integers(0, 90))
def test_time_passes_for_the_current_point_alone(agenda, early, late):
    run = begun(agenda, "p0", 0.0)
    before, after = early * MINUTE, (early + late) * MINUTE
    assert left(agenda, run, before) - left(agenda, run, after) == pytest.approx(late * MINUTE)


@SOUND
@given(POINTS)
def test_who_keeps_to_every_minute_ends_as_agreed(agenda):
    run, now = begun(agenda, "p0", 0.0), 0.0
    for before, point in pairwise(agenda):
        now += before.minutes * MINUTE
        assert left(agenda, run, now) == pytest.approx(0.0)
        run = turned(agenda, run, point.id, now)
    assert now + left(agenda, run, now) == pytest.approx(run.until)


@pytest.mark.parametrize(
    ("wanted", "late", "room", "found"),
    [
        ([], [], 10.0, []),
        ([30.0], [False], 30.0, [30.0]),
        ([30.0], [False], 15.0, [15.0]),
        ([30.0], [False], 0.0, [10.0]),
        ([30.0], [False], -99.0, [10.0]),
        ([30.0, 60.0], [False, False], 45.0, [15.0, 30.0]),
        ([30.0, 60.0], [False, True], 80.0, [20.0, 60.0]),
        ([30.0, 60.0], [False, True], 50.0, [10.0, 40.0]),
        ([30.0, 60.0], [True, True], 45.0, [15.0, 30.0]),
        ([0.0, 60.0], [False, False], 30.0, [0.0, 30.0]),
        ([0.0, 0.0], [False, True], 0.0, [0.0, 0.0]),
    ],
)
def test_lengths_are_squeezed_in_proportion(wanted, late, room, found):
    assert squeezed(wanted, late, room) == pytest.approx(found)

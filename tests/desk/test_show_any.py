"""Runs of show in which anything happens."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.desk.agenda import Agenda
from desktop.document.journey import AgendaPoint
from desktop.document.showing import LEAST, State
from shows import TEN, Clock, desk_with, show_on

FORMS = ("", "silent", "vote", "talk", "break")
agendas = st.lists(
    st.builds(AgendaPoint, id=st.just("p"), title=st.text("ab", max_size=3), minutes=st.integers(0, 60),
              form=st.sampled_from(FORMS), kind=st.sampled_from(("", "actions", "emotions", "thoughts"))),
    min_size=1, max_size=7,
)  # fmt: skip
LED = ("next", "skip", "back", "pause", "resume", "toggle", "tick")
VERBS = (*LED, "extend", "shrink", "wait", "keep", "move", "undo")
CHANGES = ("shift", "remove", "edit", "add", "next", "undo")
changes = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(CHANGES)))
scripts = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 40 * 60)), max_size=25)


class Stage:
    """A show that is led by words."""

    def __init__(self, points):
        self.clock = Clock()
        self.desk = desk_with(points)
        self.show = show_on(self.desk, self.clock)

    def do(self, verb, seconds):
        other = {
            "extend": lambda: self.show.extend(5),
            "shrink": lambda: self.show.extend(-5),
            "wait": lambda: self.clock.on(seconds=seconds),
            "keep": lambda: self.show.keep_end(True),
            "move": lambda: self.show.keep_end(False),
            "undo": self.desk.undo,
        }
        other.get(verb, getattr(self.show, verb, None))()


@settings(max_examples=25)
@given(agendas, scripts)
def test_the_times_of_a_run_always_make_sense(points, script):
    stage = Stage(points)
    stage.show.start()
    for verb, seconds in script:
        stage.do(verb, seconds)
        rows, now = stage.show.rows, stage.clock()
        assert len(rows) == len(points)
        assert all(TEN <= row.start <= row.end for row in rows)
        assert sum(row.state is State.NOW for row in rows) == int(stage.show.running)
        assert stage.show.end >= now or not stage.show.running
        assert stage.show.remaining * stage.show.overrun == 0


@settings(max_examples=25)
@given(agendas, scripts)
def test_points_to_come_follow_each_other_without_gaps(points, script):
    stage = Stage(points)
    stage.show.start()
    for verb, seconds in script:
        stage.do(verb, seconds)
        coming = [row for row in stage.show.rows if row.state in (State.NOW, State.AHEAD)]
        for before, after in pairwise(coming):
            assert after.start == pytest.approx(before.end, abs=1e-3)


@settings(max_examples=25)
@given(agendas, scripts)
def test_no_point_that_has_not_begun_loses_more_than_two_thirds(points, script):
    stage = Stage(points)
    stage.show.start()
    seen = {stage.show.point.id}
    for verb, seconds in script:
        stage.do(verb, seconds)
        seen |= {stage.show.point.id} if stage.show.running else set()
        for row in stage.show.rows:
            if row.state is State.AHEAD and row.point.id not in seen:
                assert row.end - row.start >= row.point.minutes * 60 * LEAST - 1e-3


@settings(max_examples=25)
@given(agendas, st.lists(st.integers(0, 40 * 60), min_size=1, max_size=7))
def test_the_agreed_end_is_kept_wherever_a_third_of_the_rest_allows_it(points, waits):
    stage = Stage(points)
    stage.show.start()
    agreed = stage.show.outlook.agreed
    for seconds in waits:
        stage.clock.on(seconds=seconds)
        if not stage.show.running:
            return
        ahead = [row for row in stage.show.rows if row.state is State.AHEAD]
        least = stage.clock() + stage.show.remaining + sum(row.point.minutes * 60 for row in ahead) * LEAST
        assert stage.show.end <= max(agreed, least) + 1
        stage.show.next()


@settings(max_examples=25)
@given(agendas, scripts)
def test_the_timer_only_goes_down_by_the_clock(points, script):
    stage = Stage(points)
    stage.show.start()
    for verb, seconds in script:
        stage.do(verb, seconds)
        if stage.show.running and not stage.show.paused:
            before = stage.show.remaining - stage.show.overrun
            stage.clock.on(seconds=7)
            assert stage.show.remaining - stage.show.overrun == pytest.approx(before - 7)


@settings(max_examples=25)
@given(agendas, changes)
def test_an_agenda_may_change_under_a_run(points, script):
    stage = Stage(points)
    agenda = Agenda(stage.desk)
    stage.show.start()
    for number, verb in script:
        known = [point.id for point in agenda.points]
        one = known[number % len(known)] if known else ""
        stage.clock.on(seconds=90)
        do = {
            "shift": lambda one=one, by=number: agenda.shift(one, by - 3),
            "remove": lambda one=one: agenda.remove(one),
            "edit": lambda one=one, minutes=number: one and agenda.edit(one, minutes=minutes),
            "add": lambda one=one: agenda.add("More", one),
            "next": stage.show.next,
            "undo": stage.desk.undo,
        }
        if known or verb in ("add", "undo"):
            do[verb]()
        assert len(stage.show.rows) == len(agenda.points)
        assert stage.show.point is None or stage.show.point in agenda.points

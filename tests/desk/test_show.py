"""A run of show on a desk, with a clock that is set by hand."""

import pytest

from desks import cell
from desktop import resources
from desktop.document.base import in_order
from desktop.document.edits.agenda import add_point, edit_point, remove_point
from desktop.document.edits.cards import Spot, edit_cards
from desktop.document.edits.maps import add_map
from desktop.document.showing import State
from desktop.storage.agendas import agendas
from shows import DAY, TEN, Clock, Ear, desk_with, show_on


@pytest.fixture
def desk():
    """The small map with three points: g1, g2 and g3."""
    return desk_with()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def show(desk, clock):
    return show_on(desk, clock)


def snapshots(desk):
    return [snapshot.title for snapshot in in_order(desk.journey.snapshots)]


def test_nothing_runs_at_first(show):
    assert (show.running, show.point, show.number, show.remaining, show.overrun) == (False, None, 0, 0, 0)
    assert show.outlook is None


def test_the_plan_is_there_before(show):
    assert [(row.start - TEN) / 60 for row in show.rows] == [0, 10, 15]
    assert show.end == TEN + 20 * 60


def test_a_map_without_an_agenda_has_nothing_to_start(clock):
    empty = desk_with(())
    bare, said = show_on(empty, clock), Ear(empty.said)
    bare.start()
    assert not bare.running
    assert said.heard == [resources.words("en")("show.no_agenda")]


def test_it_starts_with_the_first_point(show):
    show.start()
    assert (show.running, show.point.id, show.number, show.remaining) == (True, "g1", 1, 600)


def test_it_starts_at_any_point(show):
    show.start("g2")
    assert (show.point.id, show.remaining, show.end) == ("g2", 300, TEN + 600)


def test_the_timer_follows_the_clock(show, clock):
    show.start()
    clock.on(seconds=61)
    assert (show.remaining, show.overrun) == (539, 0)
    clock.on(minutes=10)
    assert (show.remaining, show.overrun) == (0, 61)


def test_the_share_that_is_used_is_told(show, clock):
    show.start()
    clock.on(minutes=5)
    assert show.share == pytest.approx(0.5)
    clock.on(minutes=15)
    assert show.share == 1


def test_a_point_without_minutes_is_used_up(show, desk):
    desk.edit("", edit_point(desk.project, "m", "g1", minutes=0))
    show.start()
    assert show.share == 1


def test_the_next_point_begins(show, clock):
    show.start()
    clock.on(minutes=9)
    show.next()
    assert (show.point.id, show.remaining) == ("g2", 300)


def test_next_starts_what_does_not_run(show):
    show.next()
    assert show.point.id == "g1"


def test_a_snapshot_is_kept_after_every_point(show, desk):
    for _ in range(4):
        show.next()
    assert snapshots(desk) == ["After 1 · Doing", "After 2 · Feelings", "After 3 · Wrap-up"]
    assert {snapshot.date for snapshot in desk.journey.snapshots} == {DAY}


def test_undo_passes_over_a_snapshot(show, desk):
    desk.edit("typed", edit_cards(desk.project, "m", ("c1",), text="Typed last"))
    show.start()
    show.next()
    assert desk.undo().label == "typed"
    assert snapshots(desk) == ["After 1 · Doing"]
    assert desk.undo() is None


def test_a_snapshot_leaves_what_can_be_done_again(show, desk):
    desk.edit("typed", edit_cards(desk.project, "m", ("c1",), text="Typed last"))
    desk.undo()
    show.start()
    show.next()
    assert desk.redo().label == "typed"
    assert snapshots(desk) == ["After 1 · Doing"]


def test_a_snapshot_that_is_impossible_is_said_and_the_next_point_begins(show, desk):
    show._today, said = lambda: "yesterday", Ear(desk.said)
    show.start()
    show.next()
    assert (show.number, snapshots(desk)) == (2, [])
    assert len(said.heard) == 1


def test_undo_does_not_disturb_what_runs(show, desk, clock):
    show.start()
    show.next()
    clock.on(minutes=1)
    desk.undo()
    assert (show.point.id, show.remaining) == ("g2", 240)


def test_after_the_last_point_it_is_over(show, desk):
    said = Ear(desk.said)
    show.start("g3")
    show.next()
    assert not show.running
    assert said.heard[-1] == "“Wrap-up” was the last point: the run of show is over"


def test_a_skipped_point_leaves_no_snapshot(show, desk):
    show.start()
    show.skip()
    assert (show.point.id, snapshots(desk)) == ("g2", [])
    assert show.rows[0].state is State.SKIPPED


def test_back_goes_on_with_what_was_left(show, clock):
    show.start()
    clock.on(minutes=4)
    show.next()
    clock.on(seconds=5)
    show.back()
    assert (show.point.id, show.remaining) == ("g1", 360)


def test_there_is_nothing_before_the_first(show):
    show.start()
    show.back()
    assert show.point.id == "g1"


def test_minutes_are_given_and_taken(show, desk):
    show.start()
    show.extend(5)
    assert show.remaining == 900
    show.extend(-10)
    assert show.remaining == 300
    assert [point.minutes for point in show.agenda] == [10, 5, 5]


def test_a_rest_stops_the_timer(show, clock):
    show.start()
    show.pause()
    clock.on(minutes=3)
    assert (show.paused, show.remaining) == (True, 600)
    show.resume()
    clock.on(minutes=1)
    assert (show.paused, show.remaining) == (False, 540)


def test_one_key_starts_rests_and_goes_on(show):
    seen = []
    for _ in range(3):
        show.toggle()
        seen.append((show.running, show.paused))
    assert seen == [(True, False), (True, True), (True, False)]


def test_it_stops_and_goes_on_at_any_point(show, desk):
    show.start("g2")
    show.stop()
    assert (show.running, snapshots(desk)) == (False, [])
    show.start("g2")
    assert show.point.id == "g2"


@pytest.mark.parametrize("verb", ["skip", "back", "pause", "resume", "stop"])
def test_verbs_of_a_run_need_one(show, verb):
    told = Ear(show.changed)
    getattr(show, verb)()
    assert (show.running, told.heard) == (False, [])


def test_the_end_is_kept_or_moves(show, clock):
    show.start()
    clock.on(minutes=13)
    assert show.keeping
    assert show.end == pytest.approx(TEN + 20 * 60)
    show.keep_end(False)
    assert show.end == TEN + 23 * 60
    assert show.outlook.shorter == 1


def test_its_lane_is_opened_and_the_slot_aimed(show, desk):
    show.start()
    assert desk.target == Spot("l-actions", "d3")


def test_nothing_is_selected_when_a_point_begins(show, desk):
    desk.select(("c1",))
    show.start()
    assert desk.selected == frozenset()


def test_the_map_comes_back_into_sight(show, desk):
    show.start()
    desk.edit("", add_map(desk.project, "Another", new_id=lambda: "other"))
    desk.show_map("other")
    assert show.map_id == "m"
    show.next()
    assert desk.map_id == "m"
    assert snapshots(desk) == ["After 1 · Doing"]


def test_a_silent_round_is_told_and_its_end(show):
    silent = Ear(show.silent)
    for _ in range(3):
        show.next()
    assert silent.heard == [True, False]


def test_a_silent_round_ends_when_the_show_stops(show):
    silent = Ear(show.silent)
    show.start("g2")
    show.stop()
    assert silent.heard == [True, False]


def test_beginning_is_told_after_the_stage_is_set(show, desk):
    seen = []
    show.begun.connect(lambda: seen.append((show.point.id, desk.target.lane)))
    show.start()
    show.next()
    assert seen == [("g1", "l-actions"), ("g2", "l-emotions")]


@pytest.mark.parametrize("verb", ["next", "skip", "back", "stop", "start"])
def test_what_is_being_written_counts_before_a_point_ends(show, verb):
    seen = []
    show.leaving.connect(lambda: seen.append(show.point.id))
    show.start("g2")
    assert seen == []
    getattr(show, verb)()
    assert seen == ["g2"]


def test_what_is_handed_in_then_is_in_the_snapshot(show, desk):
    show.leaving.connect(lambda: desk.edit("", edit_cards(desk.project, "m", ("c1",), text="Just in time")))
    show.start()
    show.next()
    assert "Just in time" in str(desk.journey.snapshots[0].content)


def test_ticks_are_told_while_it_runs(show, clock):
    ticks = Ear(show.ticked)
    show.tick()
    show.start()
    show.tick()
    assert len(ticks.heard) == 1


def test_the_end_of_the_time_is_said_once(show, desk, clock):
    show.start()
    said = Ear(desk.said)
    clock.on(minutes=9, seconds=59)
    show.tick()
    assert said.heard == []
    clock.on(seconds=1)
    show.tick()
    clock.on(seconds=1)
    show.tick()
    assert said.heard == ["The time for “Doing” is up"]


def test_it_is_said_again_after_more_time(show, desk, clock):
    show.start()
    clock.on(minutes=10)
    show.tick()
    show.extend(5)
    said = Ear(desk.said)
    clock.on(minutes=5)
    show.tick()
    assert said.heard == ["The time for “Doing” is up"]


def test_another_agenda_is_told(show, desk):
    told = Ear(show.changed)
    desk.edit("", add_point(desk.project, "m", "More", new_id=desk.new_id))
    assert len(told.heard) == 1


def test_an_edit_of_something_else_is_not(show, desk):
    show._follow()
    told = Ear(show.changed)
    desk.edit("", edit_point(desk.project, "m", "g1"))
    desk.select(("c1",))
    assert told.heard == []


def test_a_point_may_be_taken_out_while_it_runs(show, desk):
    show.start()
    desk.edit("", remove_point(desk.project, "m", "g1"))
    assert (show.running, show.point) == (True, None)
    show.next()
    assert show.point.id == "g2"
    assert snapshots(desk) == []


def test_minutes_of_the_running_point_count_at_once(show, desk):
    show.start()
    desk.edit("", edit_point(desk.project, "m", "g1", minutes=12))
    assert show.remaining == 720


def test_a_file_that_is_only_read_gets_no_snapshots(show, desk):
    desk.session.read_only = True
    refused = Ear(desk.session.refused)
    show.start()
    show.next()
    assert (show.point.id, snapshots(desk), refused.heard) == ("g2", [], [])


@pytest.fixture(scope="module")
def two_hours():
    return next(each for each in agendas(resources.root() / "agendas") if each.minutes == 120)


def test_two_hours_by_the_clock(sample, two_hours):
    """Every point opens its lane, leaves its snapshot, and has exactly its time, to the second."""
    clock, desk = Clock(), desk_with(two_hours.points, sample)
    show = show_on(desk, clock)
    show.start()
    seconds = 0
    for point in show.agenda:
        assert show.point == point
        assert not point.kind or desk.target.lane == point.lane
        for left in range(point.minutes * 60, 0, -1):
            assert (show.remaining, show.overrun) == (left, 0)
            clock.on(seconds=1)
            seconds += 1
        show.next()
    assert (seconds, clock.now - TEN, show.running) == (7200, 7200, False)
    titles = [f"After {number} · {point.title}" for number, point in enumerate(show.agenda, 1)]
    assert snapshots(desk) == titles


def test_notes_of_the_workshop_stay_where_they_were_put(show, desk):
    before = cell(desk, "l-actions", 0)
    for _ in range(4):
        show.next()
    assert cell(desk, "l-actions", 0) == before

"""What is not to go along is nowhere in a clean copy."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Comment
from desktop.document.checks import check
from desktop.document.clean import PARTS, cleaned, counts, lost
from desktop.document.edits.snapshots import take_snapshot
from desktop.document.journey import AgendaPoint, Ballot, Cluster, Link, Snapshot, Tally, Task
from desktop.document.project import Edition, Response, Survey
from desktop.document.snapshots import map_at, unreadable
from desktop.storage.assets import asset
from desktop.storage.handing import clean_bytes
from desktop.storage.reader import Opened, parse
from grids import card, lane, project, with_map

PNG = bytes.fromhex("89504e470d0a1a0a")
ALL = frozenset(PARTS)
OLD = 12345
"""Votes that nothing else in the file could be taken for."""


def full(mark=""):
    """A project with everything that may stay at home; its words begin with the name of their part and `mark`."""
    said = (Comment(id=f"k{mark}", text=f"comments{mark}", author=f"comments{mark}"),)
    whole = project(
        lane(card(1, votes=OLD, comments=said, text="Asks"), card(2, step=1, x_later=f"unknown{mark}")),
        inbox=(Cluster(id="box", title=f"inbox{mark}", cards=(card(7, text=f"inbox{mark}", comments=said[:0]),)),),
        parking=(card(8, text=f"parking{mark}"),),
        agenda=(AgendaPoint(id="p", title=f"agenda{mark}", prompt=f"agenda{mark}"),),
        ballots=(Ballot(id="b", title=f"votes{mark}", options=("c1", "c7"), tallies=(Tally(card="c1", votes=OLD),)),),
        links=(Link(id="a", kind="leads", source="c1", target="c7", label=f"inbox{mark}"),),
        tasks=(Task(id="t", text="Call", answers="c8"),),
        x_map=[f"unknown{mark}"],
    )
    rows = (Response(id="r", comment=f"responses{mark}", respondent=f"respondents{mark}"),)
    survey = Survey(id="s", title=f"responses{mark}", mapping={"a": f"responses{mark}"}, responses=rows)
    return changed(whole, surveys=(survey,), editions=(Edition(id="e", title="Wall", pin={"cards": f"pin{mark}"}),))


def with_past(whole):
    """With two snapshots, the first of the same map with other words; then with those of now alone."""
    new_id = (f"snap{number}" for number in count(1))
    past = full("-then")
    past = take_snapshot(past, "m", "snapshots-first", "", new_id=lambda: next(new_id))
    now = changed(whole, maps=(changed(whole.maps[0], snapshots=past.maps[0].snapshots),))
    return take_snapshot(now, "m", "snapshots-second", "", new_id=lambda: next(new_id))


def written(whole, keep, **assets):
    return clean_bytes(Opened(whole, assets, unknown={"x_top": "unknown-top"}), keep).decode()


def test_everything_is_counted():
    whole = with_past(full())
    assert counts(whole) == {
        "responses": 1,
        "respondents": 1,
        "inbox": 1,
        "parking": 1,
        "comments": 2,
        "votes": 2,
        "snapshots": 2,
        "agenda": 1,
        "unknown": 2,
    }


def test_a_bare_project_has_nothing_to_keep_back():
    assert set(counts(project(lane(card(1)))).values()) == {0}


def test_with_everything_kept_the_project_is_the_same():
    whole = with_past(full())
    assert cleaned(whole, ALL) is whole


def test_nothing_kept_leaves_maps_and_cards():
    bare = cleaned(with_past(full()), ())
    journey = bare.maps[0]
    assert (journey.inbox, journey.parking, journey.agenda, journey.ballots, journey.snapshots) == ((), (), (), (), ())
    assert [each.text for each in journey.lanes[0].cards] == ["Asks", "Asks"]
    assert (bare.surveys, bare.editions[0].pin, bare.editions[0].title) == ((), None, "Wall")


def test_arrows_and_tasks_let_go_of_what_stays_at_home():
    journey = cleaned(full(), ()).maps[0]
    assert journey.links == ()
    assert (journey.tasks[0].text, journey.tasks[0].answers) == ("Call", "")


def test_a_ballot_that_goes_along_forgets_cards_that_do_not():
    assert cleaned(full(), {"votes"}).maps[0].ballots[0].options == ("c1",)


def test_responses_without_names():
    rows = cleaned(full(), {"responses"}).surveys[0].responses
    assert [(row.comment, row.respondent) for row in rows] == [("responses", "")]


def test_names_do_not_go_without_responses():
    assert "respondents" not in written(full(), {"respondents"})


@settings(max_examples=40, deadline=None)
@given(st.frozensets(st.sampled_from(PARTS)))
def test_what_is_not_ticked_is_nowhere_in_the_bytes(keep):
    text = written(with_past(full("-now")), keep)
    for part in ALL - keep:
        assert f"{part}-" not in text
    assert (str(OLD) in text) == ("votes" in keep)
    assert ("pin-now" in text) == (keep == ALL)


@settings(max_examples=40, deadline=None)
@given(st.frozensets(st.sampled_from(PARTS)))
def test_what_is_ticked_is_there(keep):
    text = written(with_past(full("-now")), keep)
    for part in keep - {"snapshots", "respondents"}:
        assert f"{part}-now" in text
    assert ("snapshots-first" in text) == ("snapshots" in keep)
    assert ("respondents-now" in text) == ({"responses", "respondents"} <= keep)


@pytest.mark.parametrize("part", sorted(ALL - {"snapshots", "responses", "respondents"}))
def test_snapshots_that_go_along_hold_what_goes_along(part):
    text = written(with_past(full("-now")), {"snapshots", part})
    assert part == "unknown" or f"{part}-then" in text or str(OLD) in text
    for other in ALL - {"snapshots", part}:
        assert f"{other}-" not in text


def test_cleaned_snapshots_are_the_cleaned_maps():
    whole = with_past(full())
    journey = cleaned(whole, {"snapshots", "inbox"}).maps[0]
    assert unreadable(journey) == ()
    then = map_at(journey, "snap1")
    assert (then.parking, then.agenda, len(then.inbox)) == ((), (), 1)
    assert [each.comments for each in then.lanes[0].cards] == [(), ()]


def test_a_snapshot_that_nobody_can_read_stays_out_and_is_told():
    whole = with_map(full(), snapshots=(Snapshot(id="bad", title="snapshots-bad", content={"later": "comments-x"}),))
    assert [each.id for each in lost(whole, {"snapshots"})] == ["bad"]
    assert cleaned(whole, ALL - {"comments"}).maps[0].snapshots == ()
    assert lost(whole, ALL) == ()
    assert "comments-x" in written(whole, ALL)


def test_what_only_a_snapshot_still_holds_is_counted():
    whole = with_past(full())
    now = with_map(cleaned(whole, {"snapshots", "comments"}), lanes=(lane(card(1)),))
    assert counts(now)["comments"] == 2


def test_pictures_that_nothing_shows_are_left_out():
    shown, used = asset(PNG + b"1", "image/png", 2, 2)
    other, spare = asset(PNG + b"2", "image/png", 2, 2)
    whole = project(lane(card(1, picture={"asset": shown})), parking=(card(8, picture={"asset": other}, first=""),))
    assets = {shown: used, other: spare}
    assert set(parse(clean_bytes(Opened(whole, assets), ()), "x").assets) == {shown}
    assert set(parse(clean_bytes(Opened(whole, assets), {"parking"}), "x").assets) == {shown, other}


def test_pictures_of_a_snapshot_go_along_with_it():
    shown, used = asset(PNG, "image/png", 2, 2)
    whole = take_snapshot(project(lane(card(1, picture={"asset": shown}))), "m", "Then", "", new_id=lambda: "then")
    whole = with_map(whole, lanes=(lane(card(1)),))
    assert set(parse(clean_bytes(Opened(whole, {shown: used}), {"snapshots"}), "x").assets) == {shown}
    assert set(parse(clean_bytes(Opened(whole, {shown: used}), ()), "x").assets) == set()


def test_a_copy_can_be_opened_and_says_the_same_again():
    data = clean_bytes(Opened(with_past(full()), {}), {"snapshots", "votes"})
    again = parse(data, "x")
    assert clean_bytes(again, {"snapshots", "votes"}) == data


@given(st.frozensets(st.sampled_from(PARTS)), st.frozensets(st.sampled_from(PARTS)))
@settings(max_examples=20)
def test_cleaned_twice_only_what_both_keep_goes_along(one, other):
    """Whatever the order; and what is clean already stays as it is."""
    whole = with_past(full())
    both = cleaned(whole, one & other)
    assert counts(cleaned(cleaned(whole, one), other)) == counts(both)
    assert cleaned(both, one & other) == both


@given(st.frozensets(st.sampled_from(PARTS)))
@settings(max_examples=20)
def test_a_clean_copy_lacks_nothing_that_it_names(keep):
    before = {finding.code for finding in check(with_past(full()), ())}
    assert {finding.code for finding in check(cleaned(with_past(full()), keep), ())} <= before


@given(st.frozensets(st.sampled_from(PARTS)))
@settings(max_examples=20)
def test_whatever_stays_at_home_the_map_is_the_same(keep):
    whole, copy = with_past(full()), cleaned(with_past(full()), keep)
    before, after = whole.maps[0], copy.maps[0]
    assert [stage.id for stage in after.stages] == [stage.id for stage in before.stages]
    assert [[one.text for one in each.cards] for each in after.lanes] == [
        [one.text for one in each.cards] for each in before.lanes
    ]

"""What the current map has that the ideal one has not been told of."""

from itertools import count

import pytest

from desktop.document.edits.cards import Spot, add_card, remove_cards
from desktop.document.edits.ideal import bring_over, pass_over
from desktop.document.edits.inbox import add_notes
from desktop.document.edits.lanes import add_lane
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.markers import place_marker
from desktop.document.edits.stages import add_stage
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.method.news import news

IDS = (f"n{number}" for number in count())


def new_id():
    return next(IDS)


@pytest.fixture
def project():
    lanes = (Lane(id="acts", kind="actions"), Lane(id="feels", kind="emotions", rank="W"))
    stages = (Stage(id="visit", steps=(Step(id="dine"), Step(id="pay", rank="W"))),)
    whole = Project(id="p", maps=(JourneyMap(id="now", stages=stages, lanes=lanes),))
    whole = add_card(whole, "now", Spot("acts", "dine"), "action", new_id=lambda: "eat", text="Eats")
    return duplicate_map(whole, "now", "Better", new_id=new_id, status="ideal")


@pytest.fixture
def ideal(project):
    return next(one.id for one in project.maps if one.origin)


def new(project, ideal):
    return [thing.id for thing in news(project, find(project.maps, ideal)).things]


@pytest.fixture
def late(project):
    """Later a card, a feeling, a lane and a stage have come to the current map."""
    late = add_card(project, "now", Spot("acts", "pay"), "action", new_id=lambda: "tip", text="Tips")
    late = add_card(late, "now", Spot("acts", "dine"), "action", new_id=lambda: "wait", text="Waits")
    late = place_marker(late, "now", "feels", "pay", persona="", value=1.0, new_id=lambda: "joy")
    late = add_lane(late, "now", "pains", "", new_id=lambda: "hurts")
    ids = iter(["after", "leave"])
    return add_stage(late, "now", "After", new_id=lambda: next(ids))


def test_nothing_at_first(project, ideal):
    assert new(project, ideal) == []


def test_what_has_come_since_in_reading_order(late, ideal):
    assert new(late, ideal) == ["after", "leave", "hurts", "wait", "tip", "joy"]


def test_what_is_brought_over_is_not_new(late, ideal):
    told = news(late, find(late.maps, ideal))
    after = bring_over(late, ideal, [thing.id for thing in told.things], told.mates, new_id=new_id)
    assert new(after, ideal) == []


def test_what_is_passed_over_is_not_new(late, ideal):
    assert new(pass_over(late, ideal, ["hurts", "tip"]), ideal) == ["after", "leave", "wait", "joy"]


def test_what_was_taken_away_from_the_ideal_is_not_new(project, ideal):
    mate = news(project, find(project.maps, ideal)).mates["eat"]
    assert new(remove_cards(project, ideal, [mate]), ideal) == []


def test_what_waits_in_the_inbox_is_not_new(project, ideal):
    assert new(add_notes(project, "now", ["later"], new_id=new_id), ideal) == []


def test_a_map_of_its_own_has_no_news(project):
    assert news(project, find(project.maps, "now")) is None

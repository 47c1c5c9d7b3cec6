"""Where things are."""

import pytest

from desktop.document.cards import Card
from desktop.document.journey import JourneyMap
from desktop.document.locate import card_at, cards_at, cards_of, columns_of, marker_lane, stage_of, steps_in_order
from desktop.document.project import Project


@pytest.fixture
def visit(project: Project) -> JourneyMap:
    return project.maps[0]


def test_a_card_in_its_lane(visit: JourneyMap) -> None:
    at = card_at(visit, "a3")
    assert at is not None
    assert at.lane is not None
    assert (at.card.id, at.lane.id, at.cluster) == ("a3", "acts", None)


def test_a_card_in_the_inbox_and_one_that_is_parked(visit: JourneyMap) -> None:
    loose, parked = card_at(visit, "i1"), card_at(visit, "k1")
    assert loose is not None
    assert loose.cluster is visit.inbox[0]
    assert parked is not None
    assert (parked.lane, parked.cluster) == (None, None)


def test_what_is_not_there(visit: JourneyMap) -> None:
    assert card_at(visit, "gone") is None
    assert card_at(visit, "m1") is None
    assert stage_of(visit, "gone") is None
    assert marker_lane(visit, "gone") is None
    assert cards_at(visit, ("gone", "a1"))[0].card.id == "a1"


def test_several_cards(visit: JourneyMap) -> None:
    assert [at.card.id for at in cards_at(visit, ("k1", "p1", "i1", "a1"))] == ["a1", "p1", "i1", "k1"]


def test_every_card(visit: JourneyMap) -> None:
    assert {card.id for card in cards_of(visit)} == {
        "a1",
        "a2",
        "a3",
        "a4",
        "s1",
        "s2",
        "f1",
        "p1",
        "p2",
        "n1",
        "i1",
        "k1",
    }


def test_steps_stand_in_the_order_of_their_stages(visit: JourneyMap) -> None:
    assert [step.id for step in steps_in_order(visit)] == ["find", "enter", "order", "eat", "pay", "go"]
    assert columns_of(visit).index["pay"] == 4


def test_the_stage_of_a_step_and_the_lane_of_a_marker(visit: JourneyMap) -> None:
    stage, lane = stage_of(visit, "eat"), marker_lane(visit, "m2")
    assert stage is not None
    assert stage.id == "dine"
    assert lane is not None
    assert lane.id == "mood"


@pytest.mark.parametrize(
    ("first", "last", "columns"),
    [
        ("find", "find", [0]),
        ("enter", "pay", [1, 2, 3, 4]),
        ("pay", "enter", [4]),
        ("gone", "pay", []),
        ("find", "", []),
    ],
)
def test_the_columns_of_a_card(visit: JourneyMap, first: str, last: str, columns: list[int]) -> None:
    assert list(columns_of(visit).span(Card(id="c", kind="note", first=first, last=last))) == columns

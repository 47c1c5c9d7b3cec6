"""What a screen reader is told of the place where one is."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.spoken import of_card, of_desk, of_marker
from desktop.document.cards import Card, Comment, Marker
from desktop.document.edits.cards import Spot
from desktop.document.ids import Ids, ids_of
from desktop.document.locate import columns_of
from desktop.session import Session

WORDS = resources.words("en")


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, WORDS, Ids(random.Random(7).getrandbits, ids_of(session.project)))


def lane(desk, kind):
    return next(lane for lane in desk.journey.lanes if lane.kind == kind)


def test_a_card_says_its_kind_its_text_and_what_it_weighs(desk):
    desk.select([next(c.id for c in lane(desk, "pains").cards if "free booking" in c.text)])
    assert of_desk(desk) == (
        "Pain point: Card details before a free booking, severity 5 of 5. Pain points, Decide, Books a table"
    )


def test_a_card_without_text_says_so():
    card = Card(id="c", kind="note", comments=(Comment(id="k", text="?"), Comment(id="l", text="!")))
    assert of_card(card, WORDS) == "Note: no text yet, 2 comments"


def test_a_marker_says_whose_it_is(desk):
    marker = next(m for m in lane(desk, "emotions").markers if m.label == "annoyed")
    desk.select([marker.id])
    assert of_desk(desk) == "Maya −1.1, annoyed. Emotions, Decide, Books a table"


def test_a_moment_of_truth_is_named():
    assert of_marker(Marker(id="m", step="s", value=0.0, starred=True), "", WORDS) == "0, Moment of truth"


@pytest.mark.parametrize(("kind", "column", "said"), [("pains", 0, "Empty"), ("touchpoints", 0, "2 here")])
def test_the_slot_says_its_place_and_what_is_there(desk, kind, column, said):
    desk.aim(Spot(lane(desk, kind).id, columns_of(desk.journey).steps[column]))
    assert of_desk(desk).endswith(f"Discover, Hears about it. {said}")


def test_headers_say_what_they_are(desk):
    for thing, said in ((desk.journey.stages[0], "Stage: "), (desk.journey.stages[0].steps[0], "Step: ")):
        desk.select([thing.id])
        assert of_desk(desk) == said + thing.title
    desk.select([lane(desk, "pains").id])
    assert of_desk(desk) == "Lane: Pain points"


def test_several_things_are_counted(desk):
    desk.select([card.id for card in lane(desk, "pains").cards])
    assert of_desk(desk) == "9 things"


def test_nowhere_is_nothing(desk):
    assert of_desk(desk) == ""

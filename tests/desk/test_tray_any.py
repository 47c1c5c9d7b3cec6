"""Whatever the verbs of the tray do: cards keep their words, steps and lanes fit, all can be undone."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.tray import Tray
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.ids import Ids, ids_of
from desktop.document.kinds import KIND_OF_LANE
from desktop.document.locate import columns_of, steps_in_order
from desktop.session import Session

NUMBER = st.integers(0, 40)
DEEDS = st.one_of(
    st.tuples(st.just("note"), st.lists(st.text(max_size=8), max_size=3)),
    st.tuples(st.sampled_from(("send", "park", "gather", "group")), st.sets(NUMBER, max_size=5), NUMBER),
    st.tuples(st.sampled_from(("place_group", "move_up", "move_down", "rename", "merge")), NUMBER),
)
STORY = st.lists(DEEDS, max_size=12)


def begun(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(5).getrandbits, ids_of(session.project)))


def held(journey):
    """All cards with their lanes, None for those beside the map."""
    for lane in journey.lanes:
        yield from ((card, lane) for card in lane.cards)
    for cards in (*(group.cards for group in journey.inbox), journey.parking):
        yield from ((card, None) for card in cards)


def do(desk, tray, name, *wishes):
    journey = desk.journey
    cards = [card.id for card, _ in held(journey)]
    groups = [group.id for group in in_order(journey.inbox)]
    if name == "note":
        tray.note(wishes[0])
    elif name in ("send", "park", "gather", "group"):
        ids = {cards[at % len(cards)] for at in wishes[0]}
        lane, step = journey.lanes[wishes[1] % len(journey.lanes)], steps_in_order(journey)[wishes[1] % 13]
        more = {"send": (Spot(lane.id, step.id),), "group": ("New",)}
        getattr(tray, name)(ids, *more.get(name, ()))
    elif groups:
        one = groups[wishes[0] % len(groups)]
        verbs = {"move_up": (tray.move_group, one, -1), "move_down": (tray.move_group, one, 1)}
        verbs |= {"rename": (tray.rename, one, "Other"), "merge": (tray.merge, groups[:2])}
        verb, *said = verbs.get(name, (tray.place_group, one))
        verb(*said)


@settings(max_examples=25, deadline=None)
@given(STORY)
def test_no_words_are_lost(sample, story):
    desk = begun(sample)
    tray, before = Tray(desk), {card.id: card.text for card, _ in held(desk.journey)}
    for deed in story:
        do(desk, tray, *deed)
    now = {card.id: card.text for card, _ in held(desk.journey)}
    assert {one: now.get(one) for one in before} == before
    assert len(now) == sum(1 for _ in held(desk.journey))


@settings(max_examples=25, deadline=None)
@given(STORY)
def test_what_is_on_the_map_has_a_step_and_what_is_beside_it_has_none(sample, story):
    desk = begun(sample)
    tray = Tray(desk)
    for deed in story:
        do(desk, tray, *deed)
    steps = columns_of(desk.journey).index
    for card, lane in held(desk.journey):
        assert (card.first in steps and card.last in steps) if lane else card.first == card.last == ""
        assert lane is None or lane.kind in KIND_OF_LANE


@settings(max_examples=25, deadline=None)
@given(STORY)
def test_all_can_be_undone_and_done_again(sample, story):
    desk = begun(sample)
    tray, before = Tray(desk), desk.project
    for deed in story:
        do(desk, tray, *deed)
    after = desk.project
    while desk.session.undoable:
        desk.undo()
    assert desk.project is before
    while desk.session.redoable:
        desk.redo()
    assert desk.project is after


@settings(max_examples=25, deadline=None)
@given(STORY)
def test_no_group_but_the_loose_one_stays_empty(sample, story):
    desk = begun(sample)
    tray = Tray(desk)
    for deed in story:
        do(desk, tray, *deed)
    assert not [group for group in desk.journey.inbox if not (group.cards or group.markers)]

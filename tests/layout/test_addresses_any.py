"""Addresses of the cells of any map."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.kinds import DIVIDERS
from desktop.layout.addresses import addresses, cell, numbered_lanes

SOUND = settings(max_examples=25)
KINDS = st.sampled_from(("actions", "pains", "emotions", *sorted(DIVIDERS)))


@st.composite
def journeys(draw):
    """Maps of a few stages and lanes, some of them hidden, some mere lines."""
    counts = draw(st.lists(st.integers(0, 12), max_size=4))
    lanes = tuple(
        Lane(id=f"l{at}", kind=kind, rank=f"{at:02}V", hidden=hidden)
        for at, (kind, hidden) in enumerate(draw(st.lists(st.tuples(KINDS, st.booleans()), max_size=12)))
    )
    stages = tuple(
        Stage(
            id=f"s{at}",
            rank=f"{at:02}V",
            steps=tuple(Step(id=f"d{at}-{step}", rank=f"{step:02}V") for step in range(count)),
        )
        for at, count in enumerate(counts)
    )
    return JourneyMap(id="m", lanes=lanes, stages=stages)


def taking(journey):
    """The lanes that have cells on the wall."""
    return [lane for lane in journey.lanes if not lane.hidden and lane.kind not in DIVIDERS]


@SOUND
@given(journeys())
def test_no_address_is_given_twice(journey):
    found = addresses(journey)
    assert len(set(found.values())) == len(found)


@SOUND
@given(journeys())
def test_each_cell_of_each_lane_that_is_shown_has_one(journey):
    steps = sum(len(stage.steps) for stage in journey.stages)
    assert len(addresses(journey)) == steps * len(taking(journey))


@SOUND
@given(journeys())
def test_addresses_lead_back_in_capitals_and_small_letters(journey):
    for place, address in addresses(journey).items():
        assert cell(journey, address) == cell(journey, address.lower()) == place


@SOUND
@given(journeys())
def test_lanes_are_counted_without_gaps(journey):
    numbers = [int(number) for _, number in numbered_lanes(journey) if number]
    assert numbers == list(range(1, len(taking(journey)) + 1))


@SOUND
@given(journeys(), st.text("ABZ129", max_size=4))
def test_what_is_no_address_leads_nowhere(journey, typed):
    if typed not in addresses(journey).values():
        assert cell(journey, typed) is None

"""The legend explains what the map shows and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.cards import Computed, Evidence, Pain
from desktop.layout.legend import legend_entries, place_legend
from desktop.layout.places import Entry
from tests.journeys import PERSONAS, STYLE, WORDS, card, composer, emotions, full, journey, lane

COMPUTED = "filled = computed from answers (n)"


def texts(journey_map):
    return [entry.text for entry in legend_entries(journey_map, PERSONAS, WORDS)]


def test_an_empty_map_needs_no_legend():
    assert texts(journey()) == []


def test_kinds_stand_in_their_usual_order_once():
    notes = lane(card("note"), card("action"), card("touchpoint", id="c1"), card("touchpoint", id="c2"))
    assert texts(journey(notes)) == ["Action", "Touchpoint", "Note"]


def test_a_kind_of_a_newer_version_is_named_as_the_file_names_it():
    assert texts(journey(lane(card("haiku"), card("action")))) == ["Action", "haiku"]


def test_hidden_lanes_are_not_explained():
    assert texts(journey(lane(card("action"), hidden=True), lane(card("note"), id_="l3"))) == ["Note"]


@pytest.mark.parametrize(
    ("pain", "text"), [(None, "Pain point"), (Pain(), "Pain point"), (Pain(severity=2), "Pain point, dots = severity")]
)
def test_dots_are_explained_when_a_pain_point_shows_them(pain, text):
    assert texts(journey(lane(card("pain", pain=pain)))) == [text]


def test_what_a_card_was_before_is_not_explained():
    converted = card("thought", pain=Pain(severity=2), id="c1")
    assert texts(journey(lane(card("pain"), converted))) == ["Thought", "Pain point"]


@pytest.mark.parametrize(
    ("state", "text"),
    [("assumption", "assumed"), ("anecdote", "anecdote"), ("research", "researched"), ("measurement", "measured")],
)
def test_the_bead_of_every_state_of_evidence_is_explained(state, text):
    assert texts(journey(lane(card("action", evidence=Evidence(state=state))))) == ["Action", text]


def test_states_of_evidence_come_from_the_best_known_to_the_least():
    states = ("assumption", "measurement", "anecdote", "unheard-of", "research")
    cards = [card("action", evidence=Evidence(state=state), id=f"c{n}") for n, state in enumerate(states)]
    assert texts(journey(lane(*cards)))[1:] == ["measured", "researched", "anecdote", "assumed"]


def test_curves_are_named_by_their_personas():
    entries = legend_entries(journey(emotions("ana", "maya", "stranger")), PERSONAS, WORDS)
    assert [(entry.text, entry.series) for entry in entries] == [("Maya", 0), ("Regular guest", 1)]


def test_a_persona_in_two_lanes_is_named_once():
    second = emotions("maya").model_copy(update={"id": "l9"})
    assert texts(journey(emotions("maya"), second)) == ["Maya"]


def test_stars_and_spreads_are_explained_when_they_are_drawn():
    drawn = emotions("maya", starred=True, computed=Computed(people=9, spread=0.4))
    assert texts(journey(drawn)) == ["Maya", "Moment of truth", COMPUTED, "band = spread of the answers"]
    assert texts(journey(emotions("maya", computed=Computed(people=9)))) == ["Maya", COMPUTED]
    assert texts(journey(emotions("maya", computed=Computed()))) == ["Maya"]


def test_everything_together_is_in_order():
    assert texts(full()) == [
        "Action",
        "Touchpoint",
        "Pain point, dots = severity",
        "Metric",
        "Maya",
        "Regular guest",
        "assumed",
    ]


def places(width, *words):
    return place_legend([Entry("kind", word, "note") for word in words], 10.0, width, composer())


def test_entries_stand_side_by_side_while_there_is_room():
    first, second = places(400.0, "Action", "Note")
    assert first.text.y == second.text.y == 10.0
    assert second.sample.x == pytest.approx(first.text.x + first.text.width + STYLE.space["legend-gap"])


def test_the_words_stand_beside_the_middle_of_the_sample():
    (place,) = places(400.0, "Action")
    assert place.sample.y + place.sample.height / 2 == pytest.approx(place.text.y + place.text.height / 2)
    assert place.text.x == pytest.approx(place.sample.right + STYLE.space["pad"])


def test_a_name_wider_than_the_page_wraps():
    (place,) = places(120.0, "The guest who comes every Thursday with her parents")
    assert place.text.lines > 1
    assert place.text.x + place.text.width <= 120.0


@given(st.lists(st.sampled_from(["Action", "A persona with a long name", "x"]), max_size=12), st.floats(90, 900))
def test_entries_never_overlap_nor_leave_the_page(words, width):
    found = places(width, *words)
    for one, other in pairwise(found):
        below = other.text.y >= one.bottom - 0.2 * STYLE.text
        beside = other.sample.x >= one.text.x + one.text.width
        assert below or beside
    assert all(place.text.x + place.text.width <= width + 1e-6 for place in found)

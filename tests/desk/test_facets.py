"""What can be filtered on a map."""

import pytest
from looking import WORDS, card, lane, project, visit

from desktop.desk import facets as module
from desktop.desk.facets import Facets
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards
from desktop.document.journey import JourneyMap
from desktop.document.project import Persona


@pytest.fixture
def facets():
    return Facets(WORDS)


def offered(facets, whole, facet):
    return [(each.name, each.count) for each in facets.choices(whole, whole.maps[0]).get(facet, ())]


def test_every_value_with_the_number_of_its_cards(facets):
    assert offered(facets, project(), "owners") == [("Ann", 1), ("Bo", 1), ("Without owner", 4)]


def test_kinds_stand_in_their_usual_order(facets):
    assert offered(facets, project(), "kinds") == [("Action", 4), ("Pain point", 1), ("Note", 1)]


def test_a_card_counts_for_each_of_its_tags(facets):
    assert offered(facets, project(), "tags") == [("menu", 1), ("queue", 1), ("Without tag", 5)]


def test_personas_count_cards_and_markers_in_the_order_of_the_project(facets):
    assert offered(facets, project(), "personas") == [("Maya", 2), ("Paolo", 2)]
    people = (Persona(id="maya", name="Maya", rank="k"), Persona(id="paolo", name="Paolo", rank="A"))
    assert offered(facets, changed(project(), personas=people), "personas") == [("Paolo", 2), ("Maya", 2)]


def test_channels_and_evidence_have_words(facets):
    assert offered(facets, project(), "channels") == [("Web", 1), ("Without channel", 5)]
    assert offered(facets, project(), "evidence") == [("Research", 1), ("Not said", 5)]


def test_a_facet_of_which_no_card_says_anything_is_left_out(facets):
    plain = project(visit(lanes=(lane("acts", "A", card("a", "find")),)))
    assert list(facets.choices(plain, plain.maps[0])) == ["kinds"]


def test_an_empty_map_offers_nothing(facets):
    bare = JourneyMap(id="bare")
    assert facets.choices(project(bare), bare) == {}


def test_names_are_sorted_whatever_their_case(facets):
    owners = ("zoe", "Ann", "bo")
    cards = (card(f"c{number}", "find", owner=owner) for number, owner in enumerate(owners))
    whole = project(visit(lanes=(lane("acts", "A", *cards),)))
    assert [name for name, _ in offered(facets, whole, "owners")] == ["Ann", "bo", "zoe"]


@pytest.mark.parametrize(
    ("facet", "value", "name"),
    [
        ("personas", "maya", "Maya"),
        ("personas", "gone", "gone"),
        ("owners", "Ann", "Ann"),
        ("owners", "", "Without owner"),
        ("channels", "smoke signals", "smoke signals"),
        ("kinds", "pain", "Pain point"),
        ("evidence", "", "Not said"),
    ],
)
def test_what_a_value_is_called(facets, facet, value, name):
    assert facets.name(facet, value, project()) == name


def test_only_lanes_that_changed_are_counted_again(facets, monkeypatch):
    counted = []
    count = module._counted
    monkeypatch.setattr(module, "_counted", lambda lane: counted.append(lane.id) or count(lane))
    whole = project()
    facets.choices(whole, whole.maps[0])
    counted.clear()
    after = edit_cards(whole, "visit", ["n1"], owner="Cy")
    assert ("Cy", 1) in offered(facets, after, "owners")
    assert counted == ["notes"]


def test_lanes_that_are_gone_are_forgotten(facets):
    whole = project()
    facets.choices(whole, whole.maps[0])
    facets.choices(whole, visit(lanes=whole.maps[0].lanes[:1]))
    assert list(facets._lanes) == [whole.maps[0].lanes[0].id]

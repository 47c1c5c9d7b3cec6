"""What a lens lets through, and what of it is saved."""

import pytest
from looking import card, marker, project, visit

from desktop.desk.lens import CLEAR, FACETS, Lens, alive, feels, lens_of, passes, saved, values
from desktop.document.cards import Evidence, Tactic
from desktop.document.journey import View

RESEARCH = Evidence(state="research")


def lens(**facets):
    return Lens(**{name: frozenset(words) for name, words in facets.items()})


def test_a_clear_lens_lets_everything_through():
    assert passes(card("c", "s"), CLEAR)
    assert feels(marker("m", "s", "maya"), CLEAR)
    assert not CLEAR.filters


@pytest.mark.parametrize("facet", FACETS)
def test_every_facet_filters(facet):
    assert lens(**{facet: ["x"]}).filters
    assert not lens(lanes=["x"], stages=["y"]).filters


@pytest.mark.parametrize(
    ("facet", "fields", "wanted", "through"),
    [
        ("kinds", {"kind": "pain"}, ["pain", "note"], True),
        ("kinds", {"kind": "action"}, ["pain"], False),
        ("owners", {"owner": "Ann"}, ["Ann"], True),
        ("owners", {"owner": "ann"}, ["Ann"], False),
        ("owners", {}, ["Ann"], False),
        ("owners", {}, ["Ann", ""], True),
        ("channels", {"channel": "web"}, ["web"], True),
        ("channels", {}, ["web"], False),
        ("tags", {"tags": ("a", "b")}, ["b"], True),
        ("tags", {"tags": ("a",)}, ["b"], False),
        ("tags", {}, ["b"], False),
        ("tags", {}, [""], True),
        ("tags", {"tags": ("a",)}, [""], False),
        ("evidence", {"evidence": RESEARCH}, ["research"], True),
        ("evidence", {"evidence": RESEARCH}, ["assumption"], False),
        ("evidence", {}, [""], True),
        ("personas", {"persona": "maya"}, ["maya"], True),
        ("personas", {"persona": "paolo"}, ["maya"], False),
        ("personas", {}, ["maya"], True),
        ("segments", {"kind": "tactic", "tactic": Tactic(segment="Families")}, ["Families"], True),
        ("segments", {"kind": "tactic", "tactic": Tactic(segment="Families")}, ["Couples"], False),
        ("segments", {"kind": "action", "tactic": Tactic(segment="Families")}, ["Couples"], True),
        ("segments", {"kind": "tactic"}, ["Couples"], True),
    ],
)
def test_a_card_passes_by_what_it_says(facet, fields, wanted, through):
    assert passes(card("c", "s", **fields), lens(**{facet: wanted})) is through


def test_a_card_must_pass_every_facet():
    own = card("c", "s", owner="Ann", channel="web")
    assert passes(own, lens(owners=["Ann"], channels=["web"]))
    assert not passes(own, lens(owners=["Ann"], channels=["app"]))


@pytest.mark.parametrize(
    ("wanted", "through"),
    [
        ({"personas": ["maya"]}, True),
        ({"personas": ["paolo"]}, False),
        ({"evidence": ["research"]}, True),
        ({"evidence": [""]}, False),
        ({"kinds": ["pain"], "owners": ["Ann"], "tags": ["x"], "channels": ["web"]}, True),
    ],
)
def test_a_marker_passes_by_persona_and_evidence_alone(wanted, through):
    assert feels(marker("m", "s", "maya", evidence=RESEARCH), lens(**wanted)) is through


def test_a_marker_of_nobody_is_about_everybody():
    assert feels(marker("m", "s", ""), lens(personas=["maya"]))


def test_what_a_card_says_of_every_facet():
    said = values(card("c", "s", owner="Ann", tags=("a", "b"), persona="maya"))
    assert said["owners"] == ("Ann",)
    assert said["tags"] == ("a", "b")
    assert said["personas"] == ("maya",)
    assert said["channels"] == said["evidence"] == ("",)


def test_a_card_about_everybody_names_no_persona():
    assert values(card("c", "s"))["personas"] == ()


def test_what_is_saved_makes_the_same_lens_again():
    whole = lens(lanes=["mood", "acts"], stages=["dine"], tags=["b", "a"], owners=["", "Ann"])
    view = View(id="v", **saved(whole))
    assert view.tags == ("a", "b")
    assert lens_of(view) == whole


def test_what_is_left_out_is_saved_too():
    assert saved(Lens(leave_out=True))["leave_out"] is True
    assert lens_of(View(id="v", leave_out=True)).leave_out


def test_what_is_gone_is_no_part_of_a_lens_that_is_alive():
    old = lens(lanes=["acts", "gone"], stages=["gone"], personas=["maya", "gone"], owners=["gone"])
    new = lens(lanes=["acts"], personas=["maya"], owners=["gone"])
    assert alive(old, project(), visit()) == new
    assert alive(new, project(), visit()) == new

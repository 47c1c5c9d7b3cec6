"""Fields of cards by their path, through facets that may not be there."""

import pytest

from desktop.document.cards import Card, Evidence, Marker, Picture
from desktop.document.edits.facets import BARE, edit_facet, value_at, with_value
from desktop.document.errors import EditError
from desktop.document.locate import card_at

CARD = Card(id="c", kind="note", text="hello")
PICTURED = Card(id="c", kind="picture", picture=Picture(asset="a" * 64))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("text", "hello"),
        ("tags", ()),
        ("pain.severity", 0),
        ("evidence.state", ""),
        ("evidence.people", 0),
        ("promise.factors.edge", 0),
        ("experiment.variants", ()),
        ("measure.value", None),
        ("picture.alt", None),
        ("picture.crop.2", None),
    ],
)
def test_a_bare_card_has_a_value_everywhere(path, value):
    assert value_at(CARD, path) == value


def test_a_part_of_a_tuple_is_found_by_its_index():
    assert [value_at(PICTURED, f"picture.crop.{at}") for at in range(4)] == [0.0, 0.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("text", "other"),
        ("pain.severity", 4),
        ("evidence.state", "research"),
        ("promise.factors.edge", 5),
        ("tactic.when", "rain"),
        ("experiment.variants", ("a", "b")),
        ("measure.target", 3.5),
    ],
)
def test_what_is_put_is_found(path, value):
    assert value_at(with_value(CARD, path, value), path) == value


@pytest.mark.parametrize("path", ["pain.severity", "promise.ease", "promise.factors.revenue"])
def test_a_facet_that_says_nothing_any_more_is_taken_away(path):
    assert with_value(with_value(CARD, path, 3), path, 0) == CARD


def test_a_facet_keeps_its_other_fields():
    card = with_value(with_value(CARD, "pain.severity", 4), "pain.frequency", 2)
    assert (card.pain.severity, card.pain.frequency) == (4, 2)


def test_evidence_begins_as_an_assumption():
    assert with_value(CARD, "evidence.source", "diary").evidence == Evidence(state="assumption", source="diary")


def test_a_source_outlives_its_state():
    card = with_value(with_value(CARD, "evidence.source", "diary"), "evidence.state", "")
    assert card.evidence == Evidence(state="", source="diary")


def test_a_bare_assumption_is_not_nothing():
    card = with_value(CARD, "evidence.state", "assumption")
    assert card.evidence == Evidence()
    assert with_value(card, "evidence.state", "").evidence is None


def test_unknown_fields_of_a_facet_are_kept():
    card = Card.model_validate({"id": "c", "kind": "pain", "pain": {"severity": 3, "mood": "grim"}})
    cleared = with_value(card, "pain.severity", 0)
    assert cleared.pain is not None
    assert cleared.pain.model_extra == {"mood": "grim"}


def test_one_edge_of_a_picture_is_moved():
    assert with_value(PICTURED, "picture.crop.0", 0.25).picture.crop == (0.25, 0.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("pain.severity", 6, "severity"),
        ("evidence.date", "May", "date"),
        ("measure.value", "much", "value"),
        ("text", 5, "text"),
        ("picture.crop.0", 2.0, "crop"),
    ],
)
def test_a_value_that_does_not_fit_names_its_field(path, value, field):
    with pytest.raises(EditError, match=r"field\.refused") as refused:
        with_value(PICTURED, path, value)
    assert refused.value.arguments["field"] == field


@pytest.mark.parametrize("path", ["picture.alt", "picture.crop.1"])
def test_a_picture_cannot_begin_without_its_asset(path):
    with pytest.raises(EditError, match=r"field\.unknown"):
        with_value(CARD, path, "x")


def test_markers_have_facets_too():
    marker = Marker(id="m", step="s", value=1.0)
    assert value_at(marker, "computed.spread") == 0.0
    assert with_value(marker, "computed.people", 12).computed.people == 12


def test_the_bare_facets_are_those_of_cards_and_markers():
    names = {*Card.model_fields, *Marker.model_fields}
    assert set(BARE) <= names
    assert all(facet == type(facet)() for name, facet in BARE.items() if name != "evidence")


def card(project, name):
    return card_at(project.maps[0], name).card


def test_several_cards_get_one_value_and_keep_the_rest(project):
    once = edit_facet(project, "visit", ["a1"], "pain.frequency", 2)
    after = edit_facet(once, "visit", ["a1", "p1"], "pain.severity", 5)
    assert [card(after, name).pain.severity for name in ("a1", "p1")] == [5, 5]
    assert [card(after, name).pain.frequency for name in ("a1", "p1")] == [2, 0]


def test_lanes_without_these_cards_stay_the_same(project):
    after = edit_facet(project, "visit", ["a1"], "pain.severity", 1)
    kept = [lane.id for lane, old in zip(after.maps[0].lanes, project.maps[0].lanes, strict=True) if lane is old]
    assert "acts" not in kept
    assert "pains" in kept


def test_the_same_value_is_the_same_project(project):
    assert edit_facet(project, "visit", ["a1"], "text", "text of a1") == project


@pytest.mark.parametrize("path", ["id", "kind", "first", "last", "rank", "comments"])
def test_what_has_a_verb_of_its_own_is_refused(project, path):
    with pytest.raises(EditError, match=r"field\.own_verb"):
        edit_facet(project, "visit", ["a1"], path, "x")


@pytest.mark.parametrize(("path", "value"), [("persona", "nobody"), ("measure.metric", "none")])
def test_who_is_not_there_cannot_be_named(project, path, value):
    with pytest.raises(EditError, match="missing"):
        edit_facet(project, "visit", ["a1"], path, value)


def test_an_experiment_may_name_any_metric_in_words(project):
    after = edit_facet(project, "visit", ["a1"], "experiment.metric", "queue length")
    assert card(after, "a1").experiment.metric == "queue length"


def test_a_locked_lane_refuses(project):
    with pytest.raises(EditError, match=r"lane\.locked"):
        edit_facet(project, "visit", ["a1", "n1"], "owner", "x")


@pytest.mark.parametrize(("path", "value"), [("picture.crop.2", 0.0), ("picture.crop.1", 1.0)])
def test_something_is_left_of_a_picture(project, path, value):
    pictured = edit_facet(project, "visit", ["a1"], "picture", Picture(asset="a" * 64))
    with pytest.raises(EditError, match="nothing_left"):
        edit_facet(pictured, "visit", ["a1"], path, value)

"""Values of fields, short enough for a line, and cut so that one sees in what they differ."""

from typing import get_args, get_origin

import pytest

from desktop.document.base import Part
from desktop.document.cards import Card, Comment, Marker
from desktop.document.difference import NAMES, Name, Value, what_of
from desktop.document.journey import (
    AgendaPoint,
    Cluster,
    JourneyMap,
    Lane,
    LaneGroup,
    Link,
    Snapshot,
    Stage,
    Step,
    Task,
    View,
)
from desktop.document.keyed import keyed_fields
from desktop.document.project import Edition, Goal, Metric, Persona, Project, Response, Survey
from desktop.layout.differingvalues import LETTERS, apart, label_of, said
from desktop.resources import words

WORDS = words("en")
CARD = Name("card", "c", "Waiter", "touchpoint")
PARTS = (
    Card,
    Comment,
    Marker,
    AgendaPoint,
    Cluster,
    JourneyMap,
    Lane,
    LaneGroup,
    Link,
    Snapshot,
    Stage,
    Step,
    Task,
)
MODELS = (*PARTS, View, Edition, Goal, Metric, Persona, Project, Response, Survey)


def fields(model, prefix=""):
    """Every field that may be told of, by its path."""
    for name, info in model.model_fields.items():
        kinds = (info.annotation, *get_args(info.annotation))
        facet = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Part)), None)
        if facet is not None and name not in keyed_fields(model) and get_origin(info.annotation) is not tuple:
            yield from fields(facet, f"{prefix}{name}.")
        elif name not in keyed_fields(model) and name not in {"id", "first", "last", "step"}:
            yield prefix + name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_field_has_a_name(model, language):
    thing = Name(NAMES.get(model.__name__, model.__name__.lower()))
    unnamed = [field for field in fields(model) if label_of(field, thing, words(language)) == field]
    assert unnamed == []


@pytest.mark.parametrize("model", [model for model in MODELS if model not in (Card, Marker)])
def test_every_thing_has_a_name(model):
    code = f"thing.{what_of(model.model_construct())}"
    assert WORDS(code) != code


def test_how_lists_are_typed_is_no_part_of_their_name():
    assert label_of("goals", Name("persona"), WORDS) == "Goals"


def test_the_ends_of_an_arrow_have_names_of_their_own():
    labels = [label_of("target", Name(what), WORDS) for what in ("link", "goal")]
    assert labels == ["To", "Target"]


def test_a_field_of_a_newer_version():
    assert label_of("", CARD, WORDS) == "What only a newer version knows"


@pytest.mark.parametrize(
    ("field", "before", "after", "told"),
    [
        ("owner", "", "Kim", ("–", "Kim")),
        ("persona", "Maya", "", ("Maya", "–")),
        ("channel", "web", "email", ("Web", "Email")),
        ("channel", "", "pigeon", ("–", "pigeon")),
        ("kind", "pain", "quote", ("Pain point", "Quote")),
        ("evidence.state", None, "research", ("–", "Research")),
        ("pain.severity", 3, 5, ("3", "5")),
        ("starred", False, True, ("no", "yes")),
        ("measure.value", None, 4.1, ("–", "4.1")),
        ("measure.value", 0.0, -1.5, ("0", "−1.5")),
        ("tags", ("a", "b"), (), ("a, b", "–")),
        ("text", "one\ntwo", "one", ("one ↵ two", "one")),
        ("settings", None, {"paper": "A0"}, ("–", "one")),
        ("settings", {"paper": "A1"}, {"paper": "A0"}, ("one", "another")),
        ("settings", {"paper": "A1"}, None, ("one", "–")),
        ("picture.asset", None, "a" * 64, ("–", "one")),
        ("picture.alt", "a table", "a chair", ("a table", "a chair")),
    ],
)
def test_both_values(field, before, after, told):
    assert said(Value(field, before, after), CARD, WORDS) == told


def test_kinds_of_lanes_and_arrows_have_their_own_words():
    assert said(Value("kind", "pains", "quotes"), Name("lane"), WORDS) == ("Pain points", "Quotes")
    assert said(Value("kind", "leads", "loops"), Name("link"), WORDS) == ("Leads to", "Goes back to")


def test_the_states_of_a_map_have_words():
    assert said(Value("status", "current", "ideal"), Name("map"), WORDS) == ("current", "ideal")


def test_short_texts_are_whole():
    assert apart("one", "two") == ("one", "two")


def test_long_texts_begin_a_little_before_they_differ():
    same = "She walks from the tram in the rain and looks for the sign "
    assert apart(same + "at the corner", same + "over the door") == (
        "…looks for the sign at the corner",
        "…looks for the sign over the door",
    )


def test_texts_that_differ_at_once_begin_at_the_beginning():
    one, other = apart("A" * 90, "B" * 90)
    assert (one[0], one[-1], len(one), other[0]) == ("A", "…", LETTERS, "B")


def test_a_text_that_goes_on_is_seen_to_do_so():
    one, other = apart("x " * 40 + "end", "x " * 40 + "end and more")
    assert other.removeprefix(one) == " and more"


def test_a_long_word_is_cut_all_the_same():
    assert max(map(len, apart("y" * 300, "y" * 299 + "z"))) <= LETTERS

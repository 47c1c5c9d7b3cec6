"""What all parts have in common: changing them with validation."""

import pytest
from pydantic import ValidationError

from desktop.document.base import by_id, changed, following, in_order
from desktop.document.cards import Card, Marker, Pain
from desktop.document.journey import JourneyMap, Step

CARD = Card(id="c", kind="note", text="so", x_later=[1])


def test_a_change_makes_a_new_part_and_leaves_the_old_one() -> None:
    after = changed(CARD, text="otherwise", votes=3)
    assert (after.text, after.votes, after.kind) == ("otherwise", 3, "note")
    assert (CARD.text, CARD.votes) == ("so", 0)


def test_a_changed_part_equals_one_made_anew() -> None:
    assert changed(CARD, votes=3) == Card(id="c", kind="note", text="so", votes=3, x_later=[1])
    assert changed(CARD, votes=3).model_dump_json() == CARD.model_copy(update={"votes": 3}).model_dump_json()


def test_what_is_set_counts_as_set() -> None:
    assert changed(CARD, votes=3).model_dump(exclude_unset=True).keys() >= {"votes", "text", "x_later"}
    assert "votes" not in CARD.model_fields_set


def test_unknown_fields_come_along() -> None:
    assert changed(CARD, text="x").model_extra == {"x_later": [1]}


def test_a_part_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        changed(CARD, votes=3).text = "x"


def test_equal_values_give_the_same_part() -> None:
    assert changed(CARD, text="so", votes=0, pain=None) is CARD
    assert changed(changed(CARD, pain=Pain(severity=1)), pain=Pain(severity=1)).pain == Pain(severity=1)


@pytest.mark.parametrize(
    ("field", "value"), [("text", 7), ("votes", -1), ("votes", True), ("tags", ["a"]), ("due", "x"), ("kind", "k" * 81)]
)
def test_every_value_is_validated(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        changed(CARD, **{field: value})


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        changed(CARD, text="\udc80")


@pytest.mark.parametrize(("value", "kept"), [(0.3, 0.3), (-0.0, 0.0), (0.1 + 0.2, 0.3), (2, 2.0)])
def test_emotion_values_have_one_decimal(value: float, kept: float) -> None:
    marker = Marker(id="m", step="s", value=1.0)
    assert str(changed(marker, value=value).value) == str(kept)


@pytest.mark.parametrize("value", [0.25, 2.1, -2.1, float("nan")])
def test_emotion_values_that_are_refused(value: float) -> None:
    with pytest.raises(ValidationError):
        changed(Marker(id="m", step="s", value=1.0), value=value)


def test_collections_are_bounded() -> None:
    with pytest.raises(ValidationError):
        changed(JourneyMap(id="m"), goals=tuple(f"g{number}" for number in range(51)))


def test_order_of_the_file_and_order_people_see() -> None:
    row = (Step(id="b", rank="A"), Step(id="a", rank="k"), Step(id="c", rank="A"))
    assert [step.id for step in by_id(row)] == ["a", "b", "c"]
    assert [step.id for step in in_order(row)] == ["b", "c", "a"]


def test_what_follows_in_a_row() -> None:
    row = [Step(id="b", rank="A"), Step(id="a", rank="k")]
    assert [following(row, one) for one in ("b", "a", "gone", "")] == ["a", "", "", ""]

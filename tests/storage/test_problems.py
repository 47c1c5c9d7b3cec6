"""Places of wrong values in words."""

import pytest
from projects import ASSETS, rich
from pydantic import ValidationError

from desktop.storage.content import Content
from desktop.storage.patient import problems
from desktop.storage.problems import place, worded
from desktop.storage.writer import dump

RAW = {"project": {"maps": [{}, {"lanes": [{"id": "l1", "cards": [{"id": "c9x"}]}]}], "title": {"odd": 1}}}


@pytest.mark.parametrize(
    ("loc", "said"),
    [
        (("format",), "format"),
        (("project",), "project"),
        (("project", "title"), "title"),
        (("project", "maps", 0), "maps[1]"),
        (("project", "maps", 0, "id"), "maps[1] › id"),
        (
            ("project", "maps", 1, "lanes", 0, "cards", 0, "text"),
            "maps[2] › lanes[1] (id l1) › cards[1] (id c9x) › text",
        ),
        (("project", "maps", 1, "lanes", 9, "cards", 9, "text"), "maps[2] › lanes[10] › cards[10] › text"),
        (("assets", "ab", "width"), "assets › ab › width"),
        (("assets", "ab", "[key]"), "assets › ab"),
    ],
)
def test_a_place_is_a_path_that_counts_from_1(loc, said):
    assert place(RAW, loc) == said


@pytest.mark.parametrize("ident", ["x" * 5000, "a\nb\x1b", 12, None, ["a"]])
def test_a_hostile_id_does_no_harm(ident):
    said = place({"project": {"maps": [{"id": ident}]}}, ("project", "maps", 0, "title"))
    assert said.isprintable()
    assert len(said) < 100


def errors(text: bytes):
    with pytest.raises(ValidationError) as refused:
        Content.model_validate_json(text)
    return problems(text, refused.value)


def with_cards(count: int) -> bytes:
    cards = b",".join([b'{"id":1}'] * count)
    return dump(rich(), ASSETS).replace(b'"parking": [', b'"parking": [' + cards + b",")


def test_a_small_file_is_told_completely():
    assert len(errors(with_cards(30))) == 60


def test_a_large_file_is_told_as_far_as_its_first_wrong_entries():
    assert len(errors(with_cards(9_999).replace(b",", b", " + b" " * 900))) == 2


def test_so_many_are_worded_and_the_rest_counted():
    told, more = worded(errors(with_cards(30)), {}, 5)
    assert [problem.place for problem in told[:2]] == ["maps[1] › parking[1] › id", "maps[1] › parking[1] › kind"]
    assert [problem.reason for problem in told[:2]] == ["must be text", "is missing"]
    assert (len(told), more) == (5, 55)


def test_a_reason_without_words_of_ours_keeps_its_own():
    told, _ = worded([{"type": "odd", "loc": (), "msg": "Should be even", "input": 1}], {})
    assert str(told[0]) == "should be even"

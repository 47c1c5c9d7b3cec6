"""The bytes of a file: one thing, one line, nothing that could not be read back."""

import json

import pytest
from projects import ASSETS, KEY, card, large, rich, rich_map

from desktop.document.base import changed
from desktop.document.journey import JourneyMap, Lane, Snapshot
from desktop.document.project import Project
from desktop.storage.errors import UnwritableError
from desktop.storage.writer import dump

SMALL = Project(id="j", maps=(JourneyMap(id="m", lanes=(Lane(id="l", kind="actions", cards=(card(1), card(2))),)),))


def lines(project: Project) -> list[str]:
    return dump(project, {}).decode().splitlines()


def only_lane(*cards) -> Project:
    return Project(id="j", maps=(JourneyMap(id="m", lanes=(Lane(id="l", kind="actions", cards=cards),)),))


def difference(before: Project, after: Project) -> tuple[int, int]:
    """Lines that are only in the one and only in the other."""
    old, new = set(lines(before)), set(lines(after))
    return len(old - new), len(new - old)


def test_a_file_looks_like_this():
    assert (
        dump(SMALL, {}).decode()
        == """{
 "format": "journeywall",
 "version": [1, 0],
 "project": {"id":"j",
  "maps": [
   {"id":"m",
    "lanes": [
     {"id":"l","kind":"actions",
      "cards": [
       {"id":"c00001","kind":"action","first":"t1","last":"t1","text":"Card 1"},
       {"id":"c00002","kind":"action","first":"t1","last":"t1","text":"Card 2"}
      ]}
    ]}
  ]},
 "assets": {
 }
}
"""
    )


def test_it_is_json_with_everything_in_it():
    raw = json.loads(dump(rich(), ASSETS))
    assert list(raw) == ["format", "version", "project", "assets"]
    assert raw["project"]["maps"][0]["lanes"][0]["cards"][0]["promise"] == {
        "impact": 5,
        "ease": 2,
        "factors": {"revenue": 3},
    }
    assert raw["project"]["surveys"][0]["responses"] == [{"id": "v1", "score": 4.0, "comment": "Good"}]
    assert raw["assets"][KEY]["type"] == "image/png"


def test_every_thing_has_one_line():
    text = lines(rich())
    for ident in ("p1", "g1", "n1", "v1", "t1", "t2", "r1", "c00001", "c00005", "e1", "x1", "y1", "a1", "z1", "d1"):
        assert sum(f'"id":"{ident}"' in line for line in text) == 1, ident
    assert not any(line.count('{"id"') > 1 for line in text if "comments" not in line)


def test_it_ends_with_a_line_feed_and_has_no_other_line_ends():
    data = dump(rich(), ASSETS)
    assert data.endswith(b"}\n")
    assert b"\r" not in data
    assert "\u2028".encode() not in data


def test_defaults_are_left_out():
    text = dump(SMALL, {}).decode()
    assert "rank" not in text
    assert "null" not in text
    assert '"markers"' not in text


def test_unknown_fields_follow_the_known_ones_as_they_came():
    odd = card(1, zebra=[1, {"b": None, "a": 2.5}], apple="x")
    line = next(line for line in lines(only_lane(odd)) if "c00001" in line)
    assert line.strip().endswith('"text":"Card 1","zebra":[1,{"b":null,"a":2.5}],"apple":"x"}')


def test_unknown_fields_of_the_file_come_last():
    text = dump(SMALL, {}, 3, {"later": {"é": 1}}).decode()
    assert '"version": [1, 3],' in text
    assert text.endswith(' "later": {"é":1}\n}\n')


def test_pictures_are_sorted_and_have_a_line_each():
    asset = ASSETS[KEY]
    text = dump(SMALL, {"b" * 64: asset, "a" * 64: asset}).decode().splitlines()
    keys = [line.strip()[1:65] for line in text if '"image/png"' in line]
    assert keys == ["a" * 64, "b" * 64]


def test_the_first_card_of_a_lane_is_one_line_more():
    assert difference(only_lane(), only_lane(card(1))) == (0, 1)


@pytest.mark.parametrize("number", [0, 5, 9])
def test_one_card_more_touches_two_lines(number):
    before = only_lane(card(1), card(8))
    after = only_lane(*sorted((card(1), card(8), card(number)), key=lambda each: each.id))
    removed, added = difference(before, after)
    assert removed <= 1
    assert added <= 2


def test_a_changed_card_changes_its_line():
    assert difference(only_lane(card(1), card(2)), only_lane(card(1, text="New"), card(2))) == (1, 1)


def test_the_same_project_gives_the_same_bytes():
    assert dump(rich(), ASSETS) == dump(rich(), dict(reversed(ASSETS.items())))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("where", ["card", "deep", "map", "file"])
def test_numbers_that_are_not_finite_are_refused(number, where):
    odd = {
        "card": (only_lane(card(1, odd=number)), {}),
        "deep": (only_lane(card(1, odd=[{"a": [number]}])), {}),
        "map": (changed(SMALL, maps=(JourneyMap(id="m", odd=number),)), {}),
        "file": (SMALL, {"odd": number}),
    }
    project, unknown = odd[where]
    with pytest.raises(UnwritableError, match="not finite"):
        dump(project, {}, 0, unknown)


def test_the_refusal_names_the_thing():
    with pytest.raises(UnwritableError) as refused:
        dump(only_lane(card(1), card(7, odd=float("nan"))), {})
    assert refused.value.place == "id c00007"


@pytest.mark.parametrize("depth", [200, 300, 5000])
def test_what_is_nested_too_deeply_to_be_read_again_is_refused(depth):
    deep: object = 1
    for _ in range(depth):
        deep = [deep]
    with pytest.raises(UnwritableError, match="nested"):
        dump(only_lane(card(1, odd=deep)), {})


def test_half_a_character_is_refused():
    with pytest.raises(UnwritableError, match="half of a character"):
        dump(SMALL.model_copy(update={"title": "\ud800"}), {})


def test_snapshots_stand_on_one_line():
    journey = changed(rich_map(), snapshots=(Snapshot(id="z1", content={"cards": [{"id": "q"}] * 3}),))
    text = dump(Project(id="j", maps=(journey,)), {}).decode()
    assert '{"id":"z1","content":{"cards":[{"id":"q"},{"id":"q"},{"id":"q"}]}}' in text


def test_20_000_cards_take_a_line_each():
    lines = dump(large(20_000), {}).decode().splitlines()
    assert sum('"text":' in line for line in lines) == 20_000

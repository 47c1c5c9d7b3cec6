"""Where something stands in a JSON text."""

import json

import pytest
from hypothesis import given
from projects import ASSETS, JSONS, rich

from desktop.storage import scan
from desktop.storage.writer import dump


def trouble(text: str) -> tuple[int, str]:
    found = scan.first_trouble(text.encode())
    assert found is not None
    return found.offset, found.reason


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ('{"a":1,"a":2}', 7, "“a” stands twice"),
        ('{"b":{"a":1},"a":1,"c":[{"a":1,"a":2}]}', 31, "“a” stands twice"),
        ('{"a":1,"\\u0061":2}', 7, "“a” stands twice"),
        ('{"a":[1,NaN]}', 8, "NaN"),
        ('{"a":-Infinity}', 5, "-Infinity"),
        ('["NaN", 1e999]', 8, "1e999 is too large"),
        ('["\\"NaN", -1.5e400]', 10, "too large"),
        ("[" + "9" * 4301 + "]", 1, "4301 digits"),
        ("[" * 201, 200, "more than 200 levels"),
    ],
)
def test_the_first_trouble_has_its_place(text, offset, words):
    assert trouble(text)[0] == offset
    assert words in trouble(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        '{"a":{"a":{"a":1}}}',
        '[{"a":1},{"a":2}]',
        '["NaN","1e999","{","["]',
        "[1e308, 5e-324, 1e-999]",
        "[" * 200 + "]" * 200,
    ],
)
def test_what_is_no_trouble_is_none(text):
    assert scan.first_trouble(text.encode()) is None


@given(JSONS)
def test_no_sound_value_is_trouble(value):
    assert scan.first_trouble(json.dumps(value).encode()) is None
    assert scan.first_trouble(json.dumps(value, ensure_ascii=False, indent=2).encode()) is None


def test_a_long_name_is_shortened():
    name = "x" * 999
    assert len(trouble(f'{{"{name}":1,"{name}":2}}')[1]) < 120


@pytest.mark.parametrize(
    ("before", "words"),
    [("", "line 1, column 1"), ("é1", "line 1, column 3"), ("é1\n", "line 2, column 1"), ("\n\né", "line 3, column 2")],
)
def test_a_place_counts_characters(before, words):
    assert scan.place(before.encode() + b"rest\n", len(before.encode())) == words


def test_lines_are_found_by_id():
    data = dump(rich(), ASSETS)
    found = scan.lines(data)
    for ident in ("j1", "m1", "c00001", "c00005", "t2", "k1"):
        (line,) = found[ident]
        assert f'"id":"{ident}"'.encode() in data.split(b"\n")[line - 1]


def test_an_id_that_is_given_twice_has_both_lines():
    assert scan.lines(b'{"id":"a",\n "things":[{"id":"b"},\n{"id":"a"}]}') == {"a": [1, 3], "b": [2]}


def test_what_has_no_id_has_no_line():
    assert scan.lines(b'{"name":"a"}') == {}

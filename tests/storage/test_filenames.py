import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.filenames import LONGEST, MOST_BYTES, RESERVED, file_name, file_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An evening at Osteria Lume", "An evening at Osteria Lume"),
        ("Wall: A0/A1", "Wall- A0-A1"),
        ("  . ", "journey"),
        ("", "journey"),
        ("Grüße 日本", "Grüße 日本"),
        ("हिन्दी เมนูที่", "हिन्दी เมนูที่"),
        ("日" * 100, "日" * 73),
        ("../../etc", "-..-etc"),
        ("NUL", "NUL-"),
        ("com1.pdf", "com1.pdf-"),
    ],
)
def test_a_text_becomes_a_name(text, name):
    assert file_name(text) == name


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_that_every_system_takes(text):
    name = file_name(text)
    assert 0 < len(name) <= LONGEST + 1
    assert len(name.encode()) <= MOST_BYTES + 1
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert name[-1] not in " ."
    assert name.casefold() not in RESERVED


def test_equal_names_are_numbered():
    assert file_names(["Wall", "wall", "Wall", "A3"]) == ["Wall", "wall (2)", "Wall (3)", "A3"]


@given(st.lists(st.sampled_from(["a", "A", "a (2)", "b"]), max_size=9))
def test_no_two_names_are_the_same_anywhere(texts):
    assert len({name.casefold() for name in file_names(texts)}) == len(texts)

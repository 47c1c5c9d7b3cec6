"""A font that is not whole is not used."""

from io import BytesIO
from struct import pack, unpack_from

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.typeset.fontfile import trouble
from typefaces import typeface

FILES = sorted((resources.root() / "fonts").glob("*.ttf"))
FONT = next(path for path in FILES if "Regular" in path.name).read_bytes()


def record(tag):
    """Where the directory says what a table is."""
    count = unpack_from(">H", FONT, 4)[0]
    return next(12 + 16 * number for number in range(count) if FONT[12 + 16 * number :][:4] == tag)


def table(tag):
    """Where a table begins."""
    return unpack_from(">I", FONT, record(tag) + 8)[0]


def put(at, data):
    return FONT[:at] + data + FONT[at + len(data) :]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_fonts_of_the_program_are_sound(path):
    assert trouble(path.read_bytes()) == ""


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"words", b"ttcf" + FONT[4:], b"wOF2" + FONT[4:], bytes(1000)])
def test_what_is_no_font_is_told(data):
    assert trouble(data) == "it is no font"


@pytest.mark.parametrize("size", [12, 40, 300, 5_000, len(FONT) // 2, len(FONT) - 8])
def test_a_font_cut_short_is_told(size):
    assert trouble(FONT[:size]) == "it is cut short"


def test_a_directory_without_end_is_told():
    assert trouble(put(4, b"\xff\xff")) == "it is cut short"


@pytest.mark.parametrize("tag", [b"head", b"hhea", b"hmtx", b"maxp", b"cmap", b"loca", b"glyf"])
def test_a_font_without_one_of_its_parts_is_told(tag):
    assert trouble(put(record(tag), b"gone")) == "a part of it is missing"


@pytest.mark.parametrize("tag", [b"head", b"cmap", b"glyf", b"GPOS", b"name"])
def test_one_wrong_byte_is_told(tag):
    at = table(tag) + 4
    assert trouble(put(at, bytes([FONT[at] ^ 1]))) == "its bytes are not those that were once written"


def signed(tag, at, data):
    """Another value in a table, whose sum says that it was always so."""
    font = put(table(tag) + at, data)
    start, length = unpack_from(">II", font, record(tag) + 8)
    words = font[start : start + length] + bytes(-length % 4)
    if tag == b"head":
        words = words[:8] + bytes(4) + words[12:]
    total = sum(unpack_from(f">{len(words) // 4}I", words)) & 0xFFFFFFFF
    return font[: record(tag) + 4] + pack(">I", total) + font[record(tag) + 8 :]


@pytest.mark.parametrize(
    ("tag", "at", "data"),
    [
        (b"head", 12, b"\0\0\0\0"),
        (b"head", 18, b"\0\0"),
        (b"head", 18, b"\xff\xff"),
        (b"maxp", 4, b"\xff\xff"),
        (b"maxp", 4, b"\0\1"),
        (b"hhea", 34, b"\0\0"),
        (b"hhea", 34, b"\xff\xff"),
    ],
)
def test_parts_that_do_not_fit_together_are_told(tag, at, data):
    assert trouble(signed(tag, at, data)) == "its parts do not fit together"


def test_a_sum_that_was_made_anew_is_believed():
    assert trouble(signed(b"head", 20, FONT[table(b"head") + 20 :][:2])) == ""


@given(st.integers(0, len(FONT) - 40), st.binary(min_size=1, max_size=40))
def test_whatever_is_changed_gives_words(at, noise):
    assert isinstance(trouble(put(at, noise)), str)


@given(st.binary(max_size=400))
def test_any_bytes_give_words(noise):
    assert trouble(noise)
    assert trouble(b"\0\1\0\0" + noise)


def collected(*families):
    """A collection of fonts that share what they can."""
    made = TTCollection()
    made.fonts = [TTFont(BytesIO(typeface(family))) for family in families]
    out = BytesIO()
    made.save(out)
    return out.getvalue()


COLLECTION = collected("Lume Sans", "Lume Serif")


def test_a_collection_is_sound_when_all_its_fonts_are():
    assert trouble(COLLECTION) == ""


@pytest.mark.parametrize("size", [20, 60, 400, len(COLLECTION) - 40])
def test_a_collection_cut_short_is_told(size):
    assert trouble(COLLECTION[:size]) in {"it is cut short", "it is no font"}


def test_a_change_in_any_font_of_a_collection_is_told():
    place = COLLECTION.index(b"Lume Serif".decode().encode("utf-16-be"))
    changed = COLLECTION[:place] + b"\0X" + COLLECTION[place + 2 :]
    assert trouble(changed) == "its bytes are not those that were once written"


@pytest.mark.parametrize("count", [0, 65, 2**31])
def test_a_collection_of_none_or_of_too_many_is_no_font(count):
    assert trouble(COLLECTION[:8] + pack(">I", count) + COLLECTION[12:]) == "it is no font"


@given(st.integers(4, len(COLLECTION) - 40), st.binary(min_size=1, max_size=40))
def test_whatever_is_changed_in_a_collection_gives_words(at, noise):
    assert isinstance(trouble(COLLECTION[:at] + noise + COLLECTION[at + len(noise) :]), str)

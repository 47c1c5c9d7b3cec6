"""Bytes become UTF-8, or it is said what they are."""

import pytest

from desktop.storage.encoding import utf8
from desktop.storage.errors import DamagedError, NotAProjectError

TEXT = '{"title": "Café 😀"}'


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_these_encodings_are_understood(codec):
    assert utf8(TEXT.encode(codec)) == TEXT.encode()


def test_only_one_mark_is_taken_away():
    assert utf8(b"\xef\xbb\xbf\xef\xbb\xbf{}") == b"\xef\xbb\xbf{}"


@pytest.mark.parametrize("data", [b"", b" \n", bytes(10), b"\xef\xbb\xbf"])
def test_nothing_was_not_written_completely(data):
    with pytest.raises(DamagedError, match="not written completely"):
        utf8(data)


def test_zeros_have_a_place():
    with pytest.raises(DamagedError, match="line 2, column 3") as refused:
        utf8(b'{\n"a\0"}')
    assert refused.value.remedy


def test_utf_32_is_named():
    with pytest.raises(DamagedError, match="UTF-32"):
        utf8(TEXT.encode("utf-32"))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\n <html>", b"%PDF-1.4", b"\x1f\x8b\x08\0"])
def test_other_files_are_named(data):
    with pytest.raises(NotAProjectError, match="not a Journeywall project"):
        utf8(data)


def test_half_a_character_of_utf_16_is_refused():
    with pytest.raises(DamagedError, match="broken UTF-16"):
        utf8("{".encode("utf-16-le") + b"\x00\xd8{\0")

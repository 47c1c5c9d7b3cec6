"""In which encoding bytes are."""

import pytest

from desktop.exchange.gridding import GridError
from desktop.exchange.lettercodes import ENCODINGS, decoded

TEXT = "Größe;Café;“gut” – €\n"
MAC = "Größe;Café;Über\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_letters_are_read_whatever_they_are_in(encoding):
    assert decoded((TEXT * 20).encode(encoding)) == (TEXT * 20, encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_mark_at_the_beginning_is_no_letter(encoding):
    assert decoded(TEXT.encode(encoding))[0] == TEXT


def test_letters_of_a_mac():
    assert decoded(MAC.encode("mac-roman")) == (MAC, "mac-roman")
    assert decoded(MAC.encode("cp1252")) == (MAC, "cp1252")


def test_bytes_that_windows_has_no_letter_for_are_read_all_the_same():
    text, encoding = decoded(b"caf\xe9 \x81 gr\xfc\xdf")
    assert (text[:4], encoding) == ("café", "latin-1")


def test_what_is_said_is_believed():
    assert decoded("Łódź".encode("iso-8859-2"), "iso-8859-2")[0] == "Łódź"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_that_is_offered_is_known(encoding):
    assert decoded("ab".encode(encoding), encoding) == ("ab", encoding)


def test_an_encoding_that_nobody_knows():
    with pytest.raises(GridError) as refused:
        decoded(b"ab", "klingon")
    assert refused.value.arguments == {"encoding": "klingon"}


@pytest.mark.parametrize("data", [b"\0\1\2\3" * 50, b"a,b\n\0\0\0\0\0\0\0\0", bytes(range(1, 256)) + b"\0"])
def test_bytes_that_are_no_text(data):
    with pytest.raises(GridError, match=r"grid\.is_binary"):
        decoded(data)

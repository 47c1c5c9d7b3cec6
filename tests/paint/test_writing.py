"""Words and addresses on their way into files of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paint.writing import is_safe, printable


@pytest.mark.parametrize("letter", ["\x00", "\t", "\n", "\x1b", "\x7f", "\x85", "\ud800", "\ufdd0", "\uffff"])
def test_what_no_file_should_hold_becomes_a_blank(letter):
    assert printable(f"a{letter}b") == "a b"
    assert printable(letter, "?") == "?"


@given(text=st.text())
def test_what_is_left_can_be_written(text):
    written = printable(text)
    assert written.encode("utf-8").decode("utf-8") == written
    assert printable(written) == written
    assert len(written) == len(text)


@pytest.mark.parametrize("text", ["", "plain", "Größe – “q”", "日本", "👩‍🍳", "שלום", "a\u00a0b\u00ad"])
def test_words_stay_as_they_are(text):
    assert printable(text) == text


@pytest.mark.parametrize("address", ["http://a", "HTTPS://a.example/ä?b=c#d", "mailto:ana@example.org"])
def test_the_web_and_mail_are_safe(address):
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a.example",
        "//a.example",
        " https://a",
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "file:///etc",
        "data:,x",
        "ftp://a",
        "vbscript:x",
        "smb://a/b",
        "ms-word:ofe|u|https://a",
        "\\\\evil.example\\share",
        "https:",
        "https:///etc",
        "https:\\\\evil.example",
        "http:javascript:alert(1)",
        "https://a b",
        "mailto:",
        "mailto:?attach=/etc/passwd",
        "mailto://a@b",
        "https\u200b://a",
        "ｈttps://a",
    ],
)
def test_other_addresses_are_not(address):
    assert not is_safe(address)


@pytest.mark.parametrize("letter", ["\n", "\x00", "\x1b", "\ud800"])
def test_an_address_hides_nothing(letter):
    assert not is_safe(f"https://a.example/{letter}")

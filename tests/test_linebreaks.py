import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.linebreaks import line_breaks


def parts(text):
    """The text cut at its breaks."""
    ends = [*line_breaks(text), len(text)]
    return [text[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The ", "waiter ", "brings ", "it"],
        ["check-", "in"],
        ["and/", "or"],
        ["a\u00a0b ", "c"],
        ["(yes) ", "“no”"],
        ["4.1% ", "of"],
        ["漢", "字。\u200b", "x"],
        ["Dampf\u00ad", "schiff"],
        ["one\n", "two"],
        ["👩‍💻 ", "and ", "👍🏽👍🏽"[:2], "👍🏽"],
        ["🇩🇪", "🇫🇷"],
        ["word"],
    ],
)
def test_breaks(expected):
    assert parts("".join(expected)) == expected


def test_an_empty_text_has_no_breaks():
    assert line_breaks("") == []


def test_offsets_count_code_points():
    assert line_breaks("😀😀 a 😀 b") == [1, 3, 5, 7]


def test_thai_breaks_only_where_a_word_ends():
    text = "สวัสดีครับ"
    assert all(0 < place < len(text) for place in line_breaks(text))


@given(st.text())
def test_breaks_rise_and_lie_inside(text):
    breaks = line_breaks(text)
    assert breaks == sorted(set(breaks))
    assert all(0 < place < len(text) for place in breaks)


@given(st.text(st.sampled_from("ab 😀\u200d👍🏽\ufe0f")))
def test_a_space_is_never_first(text):
    assert all(text[place] != " " for place in line_breaks(text))


@given(st.lists(st.text(st.sampled_from("abc"), min_size=1), min_size=1))
def test_words_are_the_parts(words):
    assert [part.strip() for part in parts(" ".join(words))] == words

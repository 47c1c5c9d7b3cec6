from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import linebreaks
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


WORDS = st.from_regex("[A-Za-z0-9]{1,5}[,.;!?]?", fullmatch=True)


@given(st.lists(WORDS, min_size=1, max_size=9))
def test_words_break_where_qt_says_although_it_is_not_asked(words):
    text = " ".join(words)
    ends = list(accumulate(len(word) + 1 for word in words))
    assert line_breaks(text) == linebreaks._by_qt(text) == ends[:-1]


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


THAI = "ลูกค้าหาโต๊ะริมหน้าต่าง"
LAO = "ລູກຄ້າຊອກຫາໂຕະແລະເກົ້າອີ້"


def test_without_a_dictionary_thai_breaks_between_syllables(monkeypatch):
    monkeypatch.setattr(linebreaks, "_by_qt", lambda _: [])
    assert parts(THAI) == ["ลูกค้าหา", "โต๊ะ", "ริมหน้าต่าง"]


def test_what_a_dictionary_tells_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr(linebreaks, "_by_qt", lambda _: [6])
    assert parts(THAI) == [THAI[:6], THAI[6:]]


def test_lao_breaks_between_syllables():
    assert parts(LAO) == ["ລູກຄ້າຊອກຫາ", "ໂຕະ", "ແລະ", "ເກົ້າອີ້"]


def test_each_word_asks_for_itself(monkeypatch):
    monkeypatch.setattr(linebreaks, "_by_qt", lambda text: [text.index(" ") + 1])
    assert parts(f"{THAI} {THAI}") == ["ลูกค้าหา", "โต๊ะ", "ริมหน้าต่าง ", "ลูกค้าหา", "โต๊ะ", "ริมหน้าต่าง"]


CLOSING, OPENING = "。、，．！？：；）」』》】〉ーっょッャ々……", "（「『《【〈"
EAST = st.text(st.sampled_from(f"漢字顾客あかカ한국ab 1{CLOSING}{OPENING}"), max_size=30)


@given(EAST)
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(text):
    for place in line_breaks(text):
        assert text[place] not in CLOSING or text[place - 1] == " "
        assert text[place - 1] not in OPENING


def test_chinese_breaks_between_characters():
    assert parts("顾客在窗边") == list("顾客在窗边")


@pytest.mark.parametrize("emoji", ["👩🏽\u200d💻", "👨\u200d👩\u200d👧\u200d👦", "🇩🇪", "1\ufe0f\u20e3", "❤\ufe0f"])
def test_an_emoji_is_never_taken_apart(emoji):
    assert parts(f"a {emoji} {emoji}{emoji}")[1].strip() == emoji

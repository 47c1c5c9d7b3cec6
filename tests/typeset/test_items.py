from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset.items import font_finder, is_emoji, itemise, printable, region_of, script_of, uncovered


def pieces(text, fonts, face="regular"):
    """Text, font and script of each item."""
    return [(text[item.start : item.end], item.font.key, item.script) for item in itemise(text, fonts, face).items]


@pytest.mark.parametrize(
    ("text", "script"),
    [("Reserve a table — 12 %", "Latn"), ("Клиент ждёт, 12 %", "Cyrl"), ("Ο πελάτης, 12 %", "Grek"), ("12 %", "Latn")],
)
def test_a_text_in_one_script_is_one_item(fonts, text, script):
    assert pieces(text, fonts) == [(text, "inter-regular", script)]


def test_an_empty_text_has_no_items(fonts):
    assert itemise("", fonts, "regular").items == ()


def test_scripts_part_and_spaces_go_with_what_is_before(fonts):
    assert pieces("мир ok", fonts) == [("мир ", "inter-regular", "Cyrl"), ("ok", "inter-regular", "Latn")]


def test_signs_at_the_start_go_with_what_follows(fonts):
    assert pieces("“12” мир и ok", fonts)[0] == ("“12” мир и ", "inter-regular", "Cyrl")


def test_the_face_chooses_the_font(fonts):
    assert pieces("table", fonts, "semibold") == [("table", "inter-semibold", "Latn")]


def test_an_emoji_has_its_own_font(fonts):
    assert [(text, key) for text, key, _ in pieces("ok 👍🏽 go", fonts)] == [
        ("ok ", "inter-regular"),
        ("👍🏽", "emoji"),
        (" go", "inter-regular"),
    ]


@pytest.mark.parametrize("text", ["👩‍💻", "👍🏽", "🇩🇪", "1️⃣", "❤️", "⭐", "☕", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "😀"])
def test_emoji_sequences_are_pictures(fonts, text):
    assert is_emoji(text)
    assert font_finder(fonts, "regular")(text).key == "emoji"


@pytest.mark.parametrize("text", ["❤", "⚠", "©", "→", "1", "☺\ufe0e", "⭐\ufe0e", "A"])
def test_signs_are_text_unless_they_ask_for_a_picture(text):
    assert not is_emoji(text)


def test_a_sign_that_only_the_emoji_font_has_comes_from_there(fonts):
    assert font_finder(fonts, "regular")("⛰").key == "emoji"


def test_a_sign_asked_for_as_text_comes_from_the_text_font_when_it_has_it(fonts):
    assert font_finder(fonts, "regular")("⚠\ufe0e").key == "inter-regular"


def test_an_accent_that_composes_needs_no_glyph_of_its_own(fonts):
    assert font_finder(fonts, "bold")("e\u0301").key == "inter-bold"


def test_what_no_font_has_goes_to_the_face_itself(fonts):
    assert font_finder(fonts, "italic")("漢").key == "inter-italic"


def test_a_cluster_goes_where_its_base_is_when_no_font_has_all_of_it(fonts):
    assert font_finder(fonts, "regular")("😀\u0591").key == "emoji"


def test_directions_part(fonts):
    itemised = itemise("go אב on", fonts, "regular")
    assert [(item.start, item.end, item.level) for item in itemised.items] == [
        (0, 3, 0),
        (3, 5, 1),
        (5, 6, 0),
        (6, 8, 0),
    ]
    assert itemised.base == 0


def test_a_paragraph_that_begins_in_hebrew_runs_to_the_left(fonts):
    assert itemise("אב on", fonts, "regular").base == 1


@pytest.mark.parametrize(("text", "shaped"), [("a\tb", "a b"), ("a\x01b", "a\u2060b"), ("a\ud800b", "a\U0010ffffb")])
def test_odd_characters_are_stood_in_for(text, shaped):
    assert printable(text) == shaped


def test_plain_text_is_shaped_as_it_is():
    text = "Reserve a table"
    assert printable(text) is text


@pytest.mark.parametrize(
    ("character", "script"),
    [("a", "Latn"), ("я", "Cyrl"), ("ω", "Grek"), ("א", "Hebr"), ("漢", "Hani"), ("1", ""), (" ", "")],
)
def test_the_script_of_a_character(character, script):
    assert script_of(character) == script


def test_uncovered_characters_are_named_once_in_order(fonts):
    assert uncovered("漢字, 漢 and అ\n\t😀\u200d", fonts.chain("regular")) == "漢字అ"


def test_nothing_is_uncovered_in_the_scripts_of_the_bundle(fonts):
    assert uncovered("Łódź Ελλάδα Україна 12 € “–” 👩‍💻 e\u0301", fonts.chain("regular")) == ""
    assert uncovered("طاولة؟ שולחן ग्राहक ลูกค้า սեղան მაგიდა ☐ ∀ ♪", fonts.chain("italic")) == ""


@given(text=st.text())
def test_items_cover_a_text_without_gaps(fonts, text):
    items = itemise(printable(text), fonts, "regular").items
    ends = [0, *(item.end for item in items)]
    assert [item.start for item in items] == ends[:-1]
    assert ends[-1] == len(text)


@given(text=st.text(st.sampled_from("ab яж 12 אב👍🏽🇩🇪\u200d\ufe0f")))
def test_neighbouring_items_differ(fonts, text):
    items = itemise(text, fonts, "regular").items
    kinds = [(item.font.key, item.script, item.level) for item in items]
    assert all(kind != after for kind, after in pairwise(kinds))


def keys(fonts, text, face="regular"):
    return [(text[item.start : item.end], item.font.key) for item in itemise(text, fonts, face).items]


def test_a_blank_goes_with_the_words_of_a_script_and_brackets_with_the_others(fonts):
    assert keys(fonts, "שולחן ליד (חלון) ok") == [
        ("שולחן ליד ", "hebrew-regular"),
        ("(", "inter-regular"),
        ("חלון", "hebrew-regular"),
        (") ", "inter-regular"),
        ("ok", "inter-regular"),
    ]


def test_a_blank_after_an_emoji_is_one_of_the_text(fonts):
    assert keys(fonts, "👍🏽 ok") == [("👍🏽", "emoji"), (" ok", "inter-regular")]


@pytest.mark.parametrize(
    ("text", "region"),
    [("漢字", ""), ("漢字かな", "JP"), ("カナ", "JP"), ("漢字 한국", "KR"), ("ㄅ漢", "TC"), ("Wort", "")],
)
def test_other_letters_tell_whose_chinese_characters_they_are(text, region):
    assert region_of(text) == region


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FFF)))
def test_a_text_is_shaped_character_for_character(text):
    assert len(printable(text)) == len(text)
    assert all(one in {other, " ", "\u2060"} for one, other in zip(printable(text), text, strict=True))

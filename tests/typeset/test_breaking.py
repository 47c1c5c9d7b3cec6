"""Where lines end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.linebreaks import line_breaks
from desktop.typeset import clusters
from desktop.typeset.items import printable
from desktop.typeset.lines import UNITS, TextStyle
from desktop.typeset.paragraph import SPACES, paragraphs
from desktop.typeset.typesetter import Typesetter

WORDS = st.text(
    st.sampled_from("aeionrst VAWTy.,-–(%)12€ \n\u00a0\u00ad’fiяшωά👍🏽\u200d🇩e\u0301אב\tก漢\x01"), max_size=60
)
LATIN = st.text(st.sampled_from("aeionrst VAWTy.,-’fi\u00a0"), max_size=60)
STYLES = st.builds(
    TextStyle, st.sampled_from(["regular", "semibold", "bold", "italic"]), st.sampled_from([0, 0, -51, 123])
)
WIDTHS = st.integers(0, 16 * UNITS)


def texts(typesetter, text, width, style, indent=0):
    """The lines' own words."""
    return [text[span.start : span.end] for span in typesetter.spans(text, style, width, indent)]


@pytest.fixture
def broken(typesetter, regular):
    """Lines of a text at a width given by a sample that just fits."""

    def make(text, sample):
        return texts(typesetter, text, typesetter.width(sample, regular), regular)

    return make


@given(text=WORDS, style=STYLES, width=WIDTHS, indent=st.integers(0, 3 * UNITS))
def test_spans_partition_the_text(typesetter, text, style, width, indent):
    assert "".join(texts(typesetter, text, width, style, indent)) == text


@given(text=WORDS, style=STYLES, width=WIDTHS, indent=st.integers(0, 3 * UNITS))
def test_no_line_is_wider_than_asked_unless_it_is_one_cluster(typesetter, text, style, width, indent):
    room = max(width - indent, 0)
    for span in typesetter.spans(text, style, width, indent):
        words = text[span.start : span.end].rstrip(SPACES + "\n")
        assert span.width <= room or len(clusters.split(printable(words))) == 1
        room = width


@given(text=WORDS, style=STYLES, width=WIDTHS)
def test_a_line_is_as_wide_as_its_words_alone(typesetter, text, style, width):
    for span in typesetter.spans(text, style, width):
        words = text[span.start : span.end].strip("\n")
        if text.isascii() and "\x01" not in words:
            assert span.width == typesetter.width(words, style)


@given(text=WORDS, style=STYLES)
def test_a_wide_line_holds_a_paragraph(typesetter, text, style):
    spans = typesetter.spans(text, style, 10**6)
    assert [(span.start, span.end) for span in spans] == [(start, after) for start, _, after in paragraphs(text)]
    assert max(span.width for span in spans) == typesetter.width(text, style)


@given(text=LATIN, style=STYLES, width=WIDTHS)
def test_only_what_would_not_fit_goes_to_the_next_line(typesetter, text, style, width):
    spans = typesetter.spans(text, style, width)
    breaks = set(line_breaks(text))
    for span, after in pairwise(spans):
        if not breaks.isdisjoint(range(span.start + 1, span.end)):
            continue
        first = next((place for place in sorted(breaks) if place > after.start), len(text))
        assert typesetter.width(text[span.start : first], style) > width or first == len(text)


@given(text=st.text(max_size=40), width=WIDTHS)
def test_no_text_at_all_is_too_much(typesetter, regular, text, width):
    assert "".join(texts(typesetter, text, width, regular)) == text


def test_an_empty_text_is_one_empty_line(typesetter, regular):
    assert [(span.start, span.end, span.width) for span in typesetter.spans("", regular, UNITS)] == [(0, 0, 0)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["a\n", "b"]),
        ("a\n\nb", ["a\n", "\n", "b"]),
        ("a\n", ["a\n", ""]),
        ("\n", ["\n", ""]),
        ("a\r\nb\rc", ["a\r\n", "b\r", "c"]),
        ("a\u2028b\u2029c\u0085d\ve\ff", ["a\u2028", "b\u2029", "c\u0085", "d\v", "e\f", "f"]),
    ],
)
def test_line_feeds_make_paragraphs(typesetter, regular, text, lines):
    assert texts(typesetter, text, 10**6, regular) == lines


def test_words_go_to_the_next_line_whole(broken):
    assert broken("The waiter brings the menu", "The waiter ") == ["The waiter ", "brings the ", "menu"]


def test_the_very_width_of_a_line_is_enough_and_one_unit_less_is_not(typesetter, regular):
    width = typesetter.width("The waiter", regular)
    assert texts(typesetter, "The waiter", width, regular) == ["The waiter"]
    assert texts(typesetter, "The waiter", width - 1, regular) == ["The ", "waiter"]


def test_trailing_spaces_hang(broken):
    assert broken("table    for two", "table") == ["table    ", "for ", "two"]


def test_a_text_of_spaces_is_one_line_without_width(typesetter, regular):
    assert [(span.end, span.width) for span in typesetter.spans("     ", regular, UNITS)] == [(5, 0)]


def test_a_non_breaking_space_holds_words_together(broken):
    assert broken("at table\u00a0four", "at table four"[1:]) == ["at ", "table\u00a0four"]


def test_a_hyphen_may_end_a_line(broken):
    assert broken("check-in desk", "check-") == ["check-", "in ", "desk"]


def test_ideographs_may_begin_a_line_anywhere(broken):
    assert broken("漢字漢字", "漢字") == ["漢字", "漢字"]


def test_a_soft_hyphen_that_is_used_has_the_width_of_a_hyphen(typesetter, regular):
    width = typesetter.width("Dampf-", regular)
    first, *_ = typesetter.spans("Dampf\u00adschiff", regular, width + 200)
    assert (first.end, first.width) == (6, typesetter.width("Dampf\u2010", regular))
    tight = typesetter.spans("Dampf\u00adschiff", regular, typesetter.width("Dampf", regular))
    assert tight[0].end < 6


def test_a_soft_hyphen_that_is_not_used_is_not_there(typesetter, regular):
    assert typesetter.width("Dampf\u00adschiff", regular) == typesetter.width("Dampfschiff", regular)


@pytest.mark.parametrize("unit", ["27 minutes", "4.1 %", "5 km", "€ 12", "1 000 000"])
def test_numbers_stay_with_their_units(typesetter, regular, unit):
    text = f"about {unit}"
    width = typesetter.width(text, regular) - 1
    assert texts(typesetter, text, width, regular) == ["about ", unit]


def test_number_and_unit_part_before_the_unit_is_broken(broken):
    assert broken("27 minutes", "minutes") == ["27 ", "minutes"]


def test_an_overlong_word_is_broken_at_clusters(broken):
    assert broken("e\u0301e\u0301e\u0301e\u0301", "e\u0301e\u0301") == ["e\u0301e\u0301", "e\u0301e\u0301"]


def test_an_overlong_word_begins_on_a_line_of_its_own(broken):
    assert broken("a Donaudampfschiff", "Donaudampf") == ["a ", "Donaudampf", "schiff"]


def test_words_follow_the_rest_of_a_broken_word(broken):
    assert broken("Donaudampfschiff is it", "Donaudampf") == ["Donaudampf", "schiff is it"]


def test_an_emoji_sequence_is_never_broken(typesetter, regular):
    family = "👨‍👩‍👧‍👦"
    assert texts(typesetter, family * 3, 1, regular) == [family] * 3


def test_no_width_gives_a_cluster_a_line(typesetter, regular):
    assert texts(typesetter, "abc d", 0, regular) == ["a", "b", "c ", "d"]


def test_a_first_line_begins_beside_the_indent(typesetter, regular):
    width = typesetter.width("The waiter", regular)
    assert texts(typesetter, "The waiter brings", width, regular, UNITS) == ["The ", "waiter ", "brings"]


def test_a_first_word_too_wide_beside_the_indent_goes_below_it(typesetter, regular):
    width = typesetter.width("waiter", regular)
    assert texts(typesetter, "waiter", width, regular, UNITS) == ["", "waiter"]


def test_only_the_first_paragraph_is_indented(typesetter, regular):
    width = typesetter.width("The waiter", regular)
    assert texts(typesetter, "a\nThe waiter", width, regular, UNITS) == ["a\n", "The waiter"]


def test_words_over_tells_whether_a_word_was_broken(typesetter, regular):
    width = typesetter.width("waiter", regular)
    assert not typesetter.words_over("The waiter\nbrings 5 minutes", regular, width + UNITS)
    assert typesetter.words_over("The headwaiter", regular, width)


def test_tracking_is_between_letters_only(typesetter, regular):
    plain = typesetter.width("menu", regular)
    assert typesetter.width("menu", TextStyle("regular", 100)) == plain + 3 * 100
    assert typesetter.width("menu", TextStyle("regular", -51)) == plain - 3 * 51


def test_kerning_counts(typesetter, regular):
    apart = typesetter.width("A", regular) + typesetter.width("V", regular)
    assert typesetter.width("AV", regular) < apart


def test_an_overhanging_last_letter_has_room(typesetter):
    italic = TextStyle("italic")
    overhang = typesetter.fonts.font("inter-italic").overhang
    f = typesetter.lines("f", italic, 10**6)[0].runs[0]
    assert typesetter.width("f", italic) == f.advance + overhang(f.glyphs[0]) > f.advance


def test_the_same_text_is_broken_the_same_way_by_another_typesetter(typesetter, fresh, regular):
    text = "The waiter brings the menu 👩‍💻 and “27 minutes” later אבג"
    for width in range(0, 12 * UNITS, 777):
        assert fresh.spans(text, regular, width) == typesetter.spans(text, regular, width)


def test_what_was_broken_is_remembered(fresh, regular):
    assert fresh.spans("The waiter", regular, UNITS) is fresh.spans("The waiter", regular, UNITS)


def test_breaking_anew_asks_for_no_breaks_again(fonts, regular):
    asked = []

    def breaks(text):
        asked.append(text)
        return line_breaks(text)

    typesetter = Typesetter(fonts, breaks)
    for width in (5, 6, 7):
        typesetter.spans("The waiter brings", regular, width * UNITS)
    assert asked == ["The waiter brings"]


@pytest.mark.parametrize("word", ["x", "AV", "é", "👍🏽", "я"])
def test_a_word_of_fifty_thousand_characters_is_no_trouble(fresh, regular, word):
    text = word * (50_000 // len(word))
    spans = fresh.spans(text, regular, 12 * UNITS)
    assert len(spans) > 1_000


def test_a_long_word_of_hebrew_is_no_trouble(fresh, regular):
    lines = texts(fresh, "א" * 10_000, 12 * UNITS, regular)
    assert {len(line) for line in lines[:-1]} == {len(lines[0])}


def test_ten_thousand_words_are_no_trouble(fresh, regular):
    text = "table for two, " * 3_333
    lines = texts(fresh, text, 9 * UNITS, regular)
    assert "".join(lines) == text


def test_what_was_forgotten_breaks_as_before(fresh, regular):
    text = "Guests wait for their menus"
    before = fresh.spans(text, regular, 12_000), fresh.lines(text, regular, 12_000)
    fresh.forget()
    assert (fresh.spans(text, regular, 12_000), fresh.lines(text, regular, 12_000)) == before

"""Breaking with letters of one unit each, so that every figure can be counted by hand."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset.paragraph import SPACES, UNSAFE, WEAK, Breaker, Record, ink_end, paragraphs


class Typewriter:
    """A sample in which every character is one unit wide; it writes down what it is asked to measure."""

    def __init__(self, text, extra=0):
        self.text = text
        self.extra = extra
        self.measured = []

    def measure(self, start, end):
        self.measured.append((start, end))
        return ink_end(self.text, start, end) - start + self.extra

    def prefix(self, start, end, room):
        offset = min(max(start + room, start + 1), end)
        return offset, offset

    def record(self, unsafe=(), weak=()):
        places = [place for place in range(1, len(self.text)) if self.text[place - 1] in " -"]
        numbers = array("i")
        for place in (*places, len(self.text)):
            flags = (UNSAFE if place in unsafe else 0) | (WEAK if place in weak and place < len(self.text) else 0)
            numbers.extend((place, ink_end(self.text, 0, place), place, flags))
        return Record(0, len(self.text), len(self.text), numbers, None)


def broken(text, width, indent=0, unsafe=(), weak=()):
    sample = Typewriter(text)
    lines = Breaker(sample.record(unsafe, weak), sample, width, indent).lines()
    return [text[start:end] for start, end, _ in lines]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two ", "three"]),
        ("one two three", 6, ["one ", "two ", "three"]),
        ("one two three", 13, ["one two three"]),
        ("one   two", 3, ["one   ", "two"]),
        ("one-two", 4, ["one-", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh b", 4, ["a ", "abcd", "efgh ", "b"]),
        ("a abcdefg b", 5, ["a ", "abcde", "fg b"]),
        ("", 5, [""]),
        ("   ", 2, ["   "]),
        ("ab", 0, ["a", "b"]),
        ("ab", -7, ["a", "b"]),
    ],
)
def test_greedy_lines(text, width, lines):
    assert broken(text, width) == lines


def test_a_place_to_be_avoided_is_passed_over():
    assert broken("in 27 minutes", 9, weak={6}) == ["in ", "27 ", "minutes"]
    assert broken("in 27 minutes", 10, weak={6}) == ["in ", "27 minutes"]
    assert broken("in 27 minutes", 10) == ["in 27 ", "minutes"]


def test_the_last_place_to_be_avoided_that_fits_is_taken():
    assert broken("1 000 000 000", 7, weak={2, 6, 10}) == ["1 000 ", "000 000"]


def test_an_indent_narrows_the_first_line_only():
    assert broken("one two one two", 7, indent=3) == ["one ", "two one ", "two"]


def test_a_word_too_wide_beside_the_indent_goes_below_it():
    assert broken("seven", 5, indent=1) == ["", "seven"]


def test_a_word_too_wide_for_any_line_begins_beside_the_indent():
    assert broken("eleven", 5, indent=2) == ["ele", "ven"]


def test_an_indent_beyond_the_width_leaves_the_first_line_empty():
    assert broken("one two", 3, indent=9) == ["", "one ", "two"]


def test_safe_lines_are_not_measured():
    sample = Typewriter("one two three")
    Breaker(sample.record(), sample, 6, 0).lines()
    assert sample.measured == []


def test_unsafe_lines_are_measured_at_both_of_their_ends():
    sample = Typewriter("one two three")
    Breaker(sample.record(unsafe={4}), sample, 6, 0).lines()
    assert sample.measured == [(0, 4), (4, 8), (4, 13)]


def test_what_an_unsafe_line_measures_is_what_counts():
    sample = Typewriter("one two", extra=1)
    lines = Breaker(sample.record(unsafe={4}), sample, 4, 0).lines()
    assert lines == [(0, 4, 4), (4, 7, 4)]


def test_far_too_wide_lines_are_not_measured_even_if_unsafe():
    sample = Typewriter("a" * 9_000)
    Breaker(sample.record(), sample, 3_000, 0).lines()
    assert all(end - start <= 3_000 + 4_096 for start, end in sample.measured)


TEXTS = st.text(st.sampled_from("abc -"), max_size=40)


@given(text=TEXTS, width=st.integers(-1, 12), indent=st.integers(0, 14), unsafe=st.frozensets(st.integers(1, 39)))
def test_lines_cover_the_text_and_fit(text, width, indent, unsafe):
    lines = broken(text, width, indent, unsafe)
    assert "".join(lines) == text
    assert all(len(line.rstrip(SPACES)) <= max(width, 1) for line in lines)


@given(text=TEXTS, width=st.integers(1, 12), weak=st.frozensets(st.integers(1, 39)))
def test_places_to_be_avoided_cost_no_text(text, width, weak):
    assert "".join(broken(text, width, weak=weak)) == text


@given(text=TEXTS, width=st.integers(1, 12))
def test_whether_a_place_is_safe_changes_nothing_where_nothing_moves(text, width):
    assert broken(text, width) == broken(text, width, unsafe=range(40))


@pytest.mark.parametrize(
    ("text", "end"), [("ab  ", 2), ("ab", 2), ("  ", 0), ("a\u3000\t ", 1), ("a\u00a0", 2), ("", 0)]
)
def test_ink_ends_before_trailing_spaces(text, end):
    assert ink_end(text, 0, len(text)) == end


def test_ink_does_not_end_before_it_begins():
    assert ink_end("a   b", 2, 4) == 2


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", [(0, 0, 0)]),
        ("ab", [(0, 2, 2)]),
        ("a\nb", [(0, 1, 2), (2, 3, 3)]),
        ("a\r\n", [(0, 1, 3), (3, 3, 3)]),
        ("\n\n", [(0, 0, 1), (1, 1, 2), (2, 2, 2)]),
    ],
)
def test_paragraphs(text, spans):
    assert list(paragraphs(text)) == spans


def test_a_record_knows_its_width_and_its_places():
    record = Typewriter("one two  ").record(unsafe={4})
    assert record.width() == 7
    assert record.flags() == {4: UNSAFE, 8: 0, 9: 0}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])
def test_every_line_end_begins_a_paragraph(end):
    after = 2 + len(end)
    assert list(paragraphs(f"ab{end}cd")) == [(0, 2, after), (after, after + 2, after + 2)]

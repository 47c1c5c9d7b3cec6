"""Laws of tables and lists from other programs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.formulas import defused
from desktop.exchange.lists import is_list, lines
from desktop.exchange.tables import cells, is_column, is_table, squared, turned
from desktop.exchange.votes import written

SOUND = settings(max_examples=25)
WORD = st.text("abcdef", min_size=1, max_size=6)
CELL = st.one_of(st.just(""), WORD, WORD.map(lambda word: f"{word}\n{word}"))
GRID = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=5)
)


def clipboard(rows):
    """As Excel writes it."""
    return "".join("\t".join(f'"{cell}"' if "\n" in cell else cell for cell in row) + "\n" for row in rows)


@SOUND
@given(GRID)
def test_what_excel_writes_comes_back(rows):
    assert cells(clipboard(rows)) == rows


@SOUND
@given(GRID)
def test_the_last_line_feed_does_not_matter_where_the_last_cell_says_something(rows):
    if rows[-1][-1]:
        assert cells(clipboard(rows)[:-1]) == rows


@SOUND
@given(GRID)
def test_squared_twice_is_squared_once(rows):
    assert squared(squared(rows)) == squared(rows)


@SOUND
@given(GRID)
def test_squaring_loses_no_words(rows):
    assert [cell for row in squared(rows) for cell in row if cell] == [cell for row in rows for cell in row if cell]


@SOUND
@given(GRID)
def test_squared_is_the_same_before_and_after_turning_where_nothing_inside_is_empty(rows):
    full = [[cell or "x" for cell in row] for row in rows]
    assert squared(turned(full)) == turned(squared(full))


@SOUND
@given(st.lists(st.lists(WORD, max_size=4), max_size=5))
def test_ragged_rows_become_as_long_as_each_other(rows):
    assert len({len(row) for row in squared(rows)}) <= 1


@SOUND
@given(st.lists(st.lists(WORD, min_size=2, max_size=4), min_size=2, max_size=5))
def test_words_between_tabs_are_a_table_and_no_list(rows):
    text = clipboard(rows)
    assert is_table(text)
    assert not is_column(text)
    assert not is_list(text)


@SOUND
@given(st.lists(WORD, min_size=1, max_size=6))
def test_lines_of_words_are_neither(words):
    assert not is_table("\n".join(words))
    assert not is_column("\n".join(words))
    assert lines("\n".join(words)) == words


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "☐ ", "[x] ", "\u2043 ", "\uf0b7\t"])
@pytest.mark.parametrize("indent", ["", "  ", "\t", "\xa0"])
def test_a_list_may_be_indented(bullet, indent):
    text = "\n".join(f"{indent}{bullet}{word}" for word in ("milk", "eggs"))
    assert is_list(text)
    assert lines(text) == ["milk", "eggs"]


@pytest.mark.parametrize(
    ("marks", "bare"),
    [
        (("1.", "2.", "1.", "2."), True),
        (("4.", "5.", "6."), True),
        (("4.", "6.", "8."), False),
        (("2.", "1."), False),
        (("b.", "c."), False),
        (("h.", "i.", "j."), False),
        (("a.", "b.", "a."), True),
        (("i.", "ii.", "iii.", "iv.", "v."), True),
        (("(1)", "(2)"), True),
        (("1000.", "1001."), False),
    ],
)
def test_numbering_is_what_counts_on(marks, bare):
    text = "\n".join(f"{mark} word" for mark in marks)
    assert is_list(text) is bare
    assert lines(text) == (["word"] * len(marks) if bare else text.split("\n"))


@SOUND
@given(st.integers(1, 40), st.integers(1, 9))
def test_numbers_may_begin_anywhere(first, count):
    numbered = [f"{first + at}) word" for at in range(count)]
    assert lines("\n".join(numbered)) == (["word"] * count if count > 1 else numbered)


@SOUND
@given(st.lists(st.tuples(WORD, st.integers(0, 99), st.floats(0, 25)), max_size=5))
def test_a_table_of_votes_is_read_again_as_it_was_told(rows):
    read = cells(written(["card", "votes", "mean"], rows, separator="\t").replace("\r\n", "\n"))
    assert [row[:2] for row in read[1:]] == [[defused(word), str(votes)] for word, votes, _ in rows]
    assert all(abs(float(row[2]) - mean) <= 0.005 + 1e-9 for row, (_, _, mean) in zip(read[1:], rows, strict=True))

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset import clusters
from desktop.typeset.lines import UNITS, TextStyle

LATIN = st.text(st.sampled_from("aeno VAT.,-fi é12\n👍🏽e\u0301"), max_size=40)
STYLES = st.builds(TextStyle, st.sampled_from(["regular", "bold", "italic"]), st.sampled_from([0, 40]))


def carets(typesetter, text, style, width=10**6):
    return [line.carets for line in typesetter.lines(text, style, width, carets=True)]


def test_carets_are_made_only_when_asked_for(typesetter, regular):
    assert typesetter.lines("menu", regular, UNITS)[0].carets == ()


@given(text=LATIN, style=STYLES, width=st.integers(0, 12 * UNITS))
def test_carets_go_to_the_right_in_left_to_right_text(typesetter, text, style, width):
    for stops in carets(typesetter, text, style, width):
        places = [x for _, x in stops]
        assert places[0] == 0
        assert places == sorted(places)


@given(text=LATIN, style=STYLES, width=st.integers(0, 12 * UNITS))
def test_there_is_a_caret_before_each_cluster_and_after_the_last(typesetter, text, style, width):
    for line in typesetter.lines(text, style, width, carets=True):
        ends = [*clusters.starts(line.text), len(line.text)]
        assert [offset - line.start for offset, _ in line.carets] == ends


@given(text=st.text(st.sampled_from("ab 12 אבג.(\u0591👍🏽"), max_size=30), width=st.integers(0, 12 * UNITS))
def test_every_line_has_carets_in_text_order_whatever_its_direction(typesetter, regular, text, width):
    for line in typesetter.lines(text, regular, width, carets=True):
        offsets = [offset for offset, _ in line.carets]
        assert offsets == sorted(set(offsets))
        assert (offsets[0], offsets[-1]) == (line.start, line.start + len(line.text))


def test_carets_stand_where_glyphs_begin(typesetter, regular):
    (line,) = typesetter.lines("The waiter", regular, 10**6, carets=True)
    assert [x for _, x in line.carets] == [*line.runs[0].xs, line.width]


def test_an_empty_line_has_one_caret(typesetter, regular):
    assert carets(typesetter, "", regular) == [((0, 0),)]
    assert carets(typesetter, "a\n", regular)[1] == ((2, 0),)


def test_the_caret_walks_over_trailing_spaces(typesetter, regular):
    (stops,) = carets(typesetter, "menu  ", regular)
    space = typesetter.lines("a b", regular, 10**6)[0].runs[0].xs[2] - typesetter.width("a", regular)
    assert stops[-1][1] - stops[-2][1] == space
    assert stops[4][1] == typesetter.width("menu", regular)


def test_no_caret_stands_inside_an_emoji(typesetter, regular):
    (stops,) = carets(typesetter, "a👩‍💻b", regular)
    assert [offset for offset, _ in stops] == [0, 1, 4, 5]


def test_a_ligature_is_divided_evenly(typesetter, regular):
    """“->” becomes one arrow whose glyphs keep one cluster, or two of their own; the caret is between in both cases."""
    (stops,) = carets(typesetter, "->", regular)
    assert [offset for offset, _ in stops] == [0, 1, 2]
    assert 0 < stops[1][1] <= stops[2][1]


def test_carets_in_hebrew_go_to_the_left(typesetter, regular):
    (stops,) = carets(typesetter, "אבג", regular)
    left = [typesetter.width(text, regular) for text in ("אבג", "בג", "ג")]
    assert stops == ((0, left[0]), (1, left[1]), (2, left[2]), (3, 0))


def test_trailing_spaces_of_hebrew_hang_to_the_left(typesetter, regular):
    (stops,) = carets(typesetter, "אב ", regular)
    assert stops[2] == (2, 0)
    assert stops[3][1] < 0


def test_hebrew_within_english(typesetter, regular):
    (stops,) = carets(typesetter, "a אב c", regular)
    places = dict(stops)
    assert places[2] > places[3] > places[1]
    assert places[5] > places[2]


@pytest.mark.parametrize("text", ["ab\ncd", "ab cd"])
def test_offsets_count_in_the_whole_text(typesetter, regular, text):
    stops = carets(typesetter, text, regular, typesetter.width("cd", regular))
    assert stops[1][0] == (3, 0)
    assert stops[1][-1] == (5, typesetter.width("cd", regular))

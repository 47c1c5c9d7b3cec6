"""What is seen through a window: figures, shapes, words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.drawing.shapes import Box
from desktop.layout.places import Rect
from desktop.paint.culling import extents, inside, meeting, seen
from desktop.paint.survey import Survey
from desktop.typeset.lines import UNITS
from printing import fonts, glyphs
from sheets import at, drawn

REACH = fonts().reach
WINDOW = Rect(100.0, 50.0, 100.0, 60.0)


def text_of(shape, rect):
    """The text of what is seen, run by run."""
    parts = list(seen(shape, rect, REACH))
    return [part.line.text[run.start : run.end] for part in parts for run in part.line.runs]


def end_of(shape):
    return shape.x + shape.line.width / UNITS * shape.size


def test_a_figure_reaches_as_far_as_its_ink():
    assert extents(drawn(at(10.0, 20.0), at(0.0, 0.0, over=5.0))) == [(10, 20, 110, 70), (-5, -5, 105, 55)]


@pytest.mark.parametrize(
    ("x", "y", "met"), [(0, 0, True), (120, 60, True), (201, 60, False), (-1, 60, False), (120, 111, False)]
)
def test_figures_that_meet_the_window(x, y, met):
    assert bool(meeting(extents(drawn(at(x, y))), WINDOW)) is met


def test_a_figure_is_inside_when_all_of_it_is():
    assert inside((100, 50, 200, 110), WINDOW)
    assert not inside((99, 50, 150, 60), WINDOW)
    assert not inside((150, 60, 201, 100), WINDOW)


def test_other_shapes_are_left_to_the_window():
    box = Box(900.0, 900.0, 5.0, 5.0, "#FF0000")
    assert list(seen(box, WINDOW, REACH)) == [box]


def test_a_line_inside_stays_as_it_is():
    line = glyphs("all of it", x=110.0, y=80.0)
    (same,) = seen(line, WINDOW, REACH)
    assert same is line


@pytest.mark.parametrize("y", [40.0, 125.0])
def test_lines_above_and_below_are_not_seen(y):
    assert list(seen(glyphs("away", x=110.0, y=y), WINDOW, REACH)) == []


def test_marks_and_descenders_are_ink_too():
    assert list(seen(glyphs("Ég", x=110.0, y=51.0), WINDOW, REACH))
    assert list(seen(glyphs("Ég", x=110.0, y=119.0), WINDOW, REACH))


@pytest.mark.parametrize(("text", "above", "below"), [("Ég", 1.1, 0.4), ("ريح", 1.1, 0.63), ("किं", 1.34, 0.53)])
def test_scripts_reach_as_far_as_their_fonts_say(text, above, below):
    def is_seen(y):
        return bool(list(seen(glyphs(text, x=110.0, y=y), WINDOW, REACH)))

    top, bottom = WINDOW.y - 10.0 * below, WINDOW.bottom + 10.0 * above
    assert [is_seen(top - 0.2), is_seen(top + 0.01), is_seen(bottom - 0.01), is_seen(bottom + 0.2)] == [
        *(False, True),
        *(True, False),
    ]


def test_all_ink_of_a_bundled_font_is_within_its_reach():
    for key in fonts().entries:
        above, below = REACH(key)
        extents_ = fonts().font(key).shaper.get_font_extents("ltr")
        assert extents_.ascender <= above
        assert -extents_.descender <= below


def test_only_words_with_ink_in_the_window_are_kept():
    line = glyphs("alpha beta gamma delta", x=90.0, y=80.0)
    beta = line.line.text.index("beta")
    start = line.x + line.line.runs[0].xs[beta] / UNITS * line.size
    assert text_of(line, Rect(start + 1, 50.0, 5.0, 60.0)) == ["beta "]


def test_kept_words_stand_where_they_stood():
    line = glyphs("alpha beta gamma", x=0.0, y=80.0)
    (part,) = seen(line, Rect(30.0, 50.0, 400.0, 60.0), REACH)
    (run,), (whole,) = part.line.runs, line.line.runs
    assert (run.start, run.end) == (6, 16)
    assert run.xs == whole.xs[6:]
    assert run.x == whole.xs[6]
    assert run.x + run.advance == whole.x + whole.advance


def test_nothing_is_kept_of_a_line_that_is_elsewhere():
    assert list(seen(glyphs("alpha", x=300.0, y=80.0), WINDOW, REACH)) == []


def test_right_to_left_words_keep_their_text():
    line = glyphs("שלום עולם", x=0.0, y=80.0)
    middle = end_of(line) / 2
    left, right = text_of(line, Rect(0.0, 50.0, middle - 8, 60.0)), text_of(line, Rect(middle + 8, 50.0, 400.0, 60.0))
    assert "".join(left).strip() == "עולם"
    assert "".join(right).strip() == "שלום"


TEXT = st.lists(
    st.sampled_from(["office", "AVATAR", "Ελλάδα", "Київ", "नमस्ते", "שלום", "👩‍💻", "x"]), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None)
@given(TEXT, st.floats(0, 1))
def test_two_halves_have_every_word_and_no_other(words, share):
    """Those that the cut meets are in both."""
    line = glyphs(" ".join(words), x=0.0, y=80.0)
    cut = share * end_of(line)
    halves = [text_of(line, rect) for rect in (Rect(-1, 50, cut + 1, 60), Rect(cut, 50, 9_999, 60))]
    said = " ".join(part for half in halves for part in half).split()
    assert set(said) == set(words)
    assert len(said) <= len(words) + 2


def without_words(shape):
    """The same line as one of whose words nothing is known."""
    runs = tuple(run._replace(words=()) for run in shape.line.runs)
    return shape._replace(line=shape.line._replace(runs=runs))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["office", "AVATAR", "19:30", "x"]), min_size=1, max_size=6), st.floats(0, 1))
def test_known_words_are_cut_where_others_are(words, share):
    line = glyphs(" ".join(words), x=0.0, y=80.0)
    rect = Rect(share * end_of(line), 50, 60, 60)
    parts = list(seen(line, rect, REACH))
    assert [without_words(part) for part in parts] == list(seen(without_words(line), rect, REACH))
    for run in (run for part in parts for run in part.line.runs if run.words):
        assert "".join(word.text for word in run.words) == line.line.text[run.start : run.end]


def test_a_survey_finds_what_is_seen_and_whether_all_of_it_is():
    survey = Survey(drawn(at(110.0, 55.0, size=(50.0, 20.0)), at(0.0, 0.0), at(90.0, 60.0), at(300.0, 0.0)))
    assert list(survey.seen(WINDOW)) == [(0, True), (1, False), (2, False)]
    assert list(survey.all()) == [(0, True), (1, True), (2, True), (3, True)]


def test_a_survey_ranks_by_reading():
    survey = Survey(drawn(at(0, 0), at(0, 0, glyphs("first")), at(0, 0, glyphs("second"))))
    assert survey.ranks == {1: 0, 2: 1}

"""Cards in all scripts: a short form of `python -m benchmarks.scripts`."""

import pytest

from benchmarks.scripts import Line, compare, covered, extracted, unlike_harfbuzz
from benchmarks.tongues import WORDS, Saying, sayings, sentences
from desktop import resources

SCRIPTS = ("Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Devanagari", "Thai", "Emoji")


@pytest.fixture(scope="module")
def typesetter():
    return resources.typesetter()


def test_the_bundled_fonts_have_all_scripts_but_those_of_the_far_east(typesetter):
    assert set(covered(typesetter)) >= set(SCRIPTS)


def test_lines_are_the_same_on_canvas_in_pdf_and_in_svg(qapp, typesetter):
    found = compare(list(sayings(400, SCRIPTS)), typesetter)
    assert (found.cards, found.differing) == (400, ())
    assert found.lines > 800


@pytest.mark.stress
def test_they_are_the_same_in_the_long_run(qapp, typesetter):
    assert compare(list(sayings(10_000, covered(typesetter), seed=9)), typesetter).differing == ()


CARD = Saying("one two three", "regular", 3.0)


@pytest.mark.parametrize(
    ("lines", "alike"),
    [
        ([Line(14.0, "eno"), Line(28.0, "otw"), Line(42.0, "eehrt")], True),
        ([Line(14.0, "eno"), Line(28.0, "eehortw")], False),
        ([Line(14.0, "eno"), Line(28.1, "otw"), Line(42.0, "eehrt")], False),
        ([Line(14.0, "eno"), Line(28.0, "otv"), Line(42.0, "eehrt")], False),
    ],
)
def test_a_line_that_is_elsewhere_or_says_something_else_is_found_out(qapp, typesetter, monkeypatch, lines, alike):
    monkeypatch.setattr("benchmarks.scripts._in_svg", lambda _: [lines])
    assert compare([CARD], typesetter).differing == (() if alike else (CARD.text,))


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_of_every_script_is_found_as_written(typesetter, script):
    assert extracted(script, 25, typesetter) == 1.0


@pytest.mark.parametrize("script", SCRIPTS)
def test_glyphs_are_those_of_harfbuzz(typesetter, script):
    assert unlike_harfbuzz(script, 50, typesetter) == 0


@pytest.mark.parametrize("script", WORDS)
def test_sentences_are_the_same_on_another_day(script):
    assert list(sentences(3, script)) == list(sentences(3, script))

"""Stages typed in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.journey import Stage, Step
from desktop.document.stageline import LONGEST, MOST, StageWish, parse_stages

titles = st.text(
    st.characters(codec="utf-8", exclude_characters=":;,：；，、", categories=("L", "N", "Zs")), min_size=1
)
words = titles.map(lambda text: " ".join(text.split())[:20].strip()).filter(bool)
wishes = st.lists(st.builds(StageWish, words, st.lists(words, max_size=4).map(tuple)), min_size=1, max_size=6)


def line_of(stages):
    return "; ".join(f"{stage.title}: {', '.join(stage.steps)}" if stage.steps else stage.title for stage in stages)


def said(line):
    return [(stage.title, *stage.steps) for stage in parse_stages(line)]


@pytest.mark.parametrize(
    ("line", "stages"),
    [
        ("", []),
        ("Decide", [("Decide",)]),
        ("Decide: compares, books; Arrive: finds it", [("Decide", "compares", "books"), ("Arrive", "finds it")]),
        ("Decide: compares, books; Arrive: …", [("Decide", "compares", "books"), ("Arrive",)]),
        ("Arrive: ...; Dine: eats, …", [("Arrive",), ("Dine", "eats")]),
        ("  Decide :compares ,,  books ;; ", [("Decide", "compares", "books")]),
        ("Before; During; After", [("Before",), ("During",), ("After",)]),
        ("Before, During, After", [("Before",), ("During",), ("After",)]),
        (": waits, pays", [("", "waits", "pays")]),
        (":", []),
        ("Dine: at 12:30, at 14:00", [("Dine", "at 12:30", "at 14:00")]),
        ("Decide:\tcompares\x00the menu", [("Decide", "compares the menu")]),
        ("Wählt aus：vergleicht，bucht；Kommt an", [("Wählt aus", "vergleicht", "bucht"), ("Kommt an",)]),
        ("One\nTwo: a, b\r\nThree", [("One",), ("Two", "a", "b"), ("Three",)]),
    ],
)
def test_what_a_line_says(line, stages):
    assert said(line) == stages


def test_half_a_character_is_left_out():
    assert said("De\ud83dcide: a\udc00") == [("Decide", "a")]


def test_too_much_is_left_out():
    stages = parse_stages(";".join(f"s{n}: " + ",".join(map(str, range(100))) for n in range(100)))
    assert (len(stages), {len(stage.steps) for stage in stages}) == (MOST, {MOST})


def test_a_long_title_is_cut():
    assert [len(stage.title) for stage in parse_stages("x" * 1000)] == [LONGEST]


@given(st.text(st.characters()))
def test_it_never_raises_and_gives_only_what_a_map_takes(line):
    for stage in parse_stages(line):
        for title in (stage.title, *stage.steps):
            assert title == title.strip()
            Step(id="d", title=title)
        assert stage.title or stage.steps
        Stage(id="s", title=stage.title)


@given(wishes)
def test_a_line_made_of_stages_says_them(stages):
    line = line_of(stages)
    if ";" in line or ":" in line:
        assert list(parse_stages(line)) == stages


@given(st.text())
def test_what_was_understood_is_understood_again(line):
    stages = parse_stages(line)
    again = line_of(stages)
    if ";" in again or ":" in again:
        assert parse_stages(again) == stages

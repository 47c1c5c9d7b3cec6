"""Texts that are cut where there is little room."""

import pytest

from desktop.layout.short import LONGEST, short, shortened


@pytest.mark.parametrize(
    ("text", "left"),
    [("", ""), ("twelve cards", "twelve cards"), ("twelve cards!", "twelve card…"), ("a" * 40, "a" * 11 + "…")],
)
def test_what_has_no_room_is_left_out(text, left):
    assert shortened(text, 12) == left


def test_no_blank_stands_before_the_dots():
    assert shortened("twelve      cards", 12) == "twelve…"


def test_a_text_of_several_lines_is_one():
    assert short(" fish\n& chips ") == "fish && chips"
    assert len(short("x " * 100)) <= LONGEST

"""A line of the scribe bar as text and back."""

import pytest

from desktop.scribe.context import Context, Named
from desktop.scribe.jotted import read, written
from desktop.scribe.typed import Typed

CONTEXT = Context(places=(Named("s1", "Welcome"),), kind="action")


def typed(text):
    """As if typed key by key."""
    line = Typed()
    for letter in text:
        line = line.edited(line.text + letter, len(line.text) + 1, CONTEXT)
    return line


def test_chips_come_back_as_chips():
    line = typed("p: @wel soup is co")
    assert [chip.raw for chip in line.chips] == ["p:", "@wel"]
    assert read(written(line)) == line


def test_a_chip_that_was_made_text_stays_text():
    line = typed("p: soup").opened()
    back = read(written(line))
    assert back.refused == {"p:"}
    assert back.line(CONTEXT) == line.line(CONTEXT)


def test_an_empty_line_is_nothing():
    assert written(typed("  ")) == ""
    assert read("") == Typed()


@pytest.mark.parametrize("text", ["soup", "{", '{"text": 3}', "[]"])
def test_what_nobody_wrote_so_is_a_text(text):
    assert read(text) == Typed(text, len(text))

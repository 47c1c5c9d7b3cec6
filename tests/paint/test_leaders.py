"""Which glyph speaks for a cluster."""

import pytest

from desktop import resources
from desktop.paint.leaders import leaders, others
from desktop.paint.pdffonts import SubsetFont
from printing import typeset


def led(text):
    """The leaders of a text's only run, and the places of the other glyphs."""
    fonts = resources.typesetter().fonts
    (line,) = typeset(text)
    (run,) = line.runs
    found = leaders(run, line, fonts, SubsetFont(run.font, fonts.data(run.font), 1))
    return run, found, others(run, found)


def test_a_letter_speaks_for_itself():
    _, found, rest = led("office")
    assert "".join(leader.text for leader in found) == "office"
    assert rest == []


@pytest.mark.parametrize("text", ["ก้", "น้ำ", "x\u0323\u0302", "शि"])
def test_a_letter_speaks_for_its_marks(text):
    run, (leader,), rest = led(text)
    assert (leader.text, leader.unseen) == (text, False)
    assert leader.glyphs == len(run.glyphs) == len(rest) + 1


def test_a_hebrew_letter_and_not_its_point_speaks():
    run, (leader,), _ = led("שָׁ")
    fonts = resources.typesetter().fonts
    assert SubsetFont(run.font, fonts.data(run.font), 1).width(leader.glyph) > 0


@pytest.mark.parametrize(("text", "said"), [("مُ", "ُم"), ("דּ", "ּד"), ("دَّ", "َّد")])
def test_what_runs_to_the_left_is_said_as_it_is_seen(text, said):
    _, (leader,), _ = led(text)
    assert leader.text == said


def test_an_emoji_is_said_by_a_face_that_is_not_seen():
    _, flag, rest = led("🇩🇪")
    _, face, _ = led("😀")
    assert [leader.text for leader in flag] == ["🇩🇪"]
    assert flag[0].unseen
    assert flag[0].glyph == face[0].glyph
    assert rest == [0]

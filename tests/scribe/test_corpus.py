"""Two hundred sentences of workshops, full of what looks like signs."""

from pathlib import Path

import pytest

from desktop.desk.desk import Desk
from desktop.desk.scribing import Scribing
from desktop.resources import words
from desktop.scribe.typed import Typed
from desktop.session import Session

SENTENCES = (Path(__file__).parent / "corpus.txt").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def typed(sample):
    """What each sentence says after having been typed letter by letter."""
    desk = Desk(Session(sample), words("en"), iter(map(str, range(10**6))).__next__)
    context = Scribing(desk).context()
    return {sentence: _typed(sentence, context).line(context) for sentence in SENTENCES}


def _typed(sentence, context):
    typed = Typed()
    for letter in sentence:
        text = typed.text[: typed.cursor] + letter + typed.text[typed.cursor :]
        typed = typed.edited(text, typed.cursor + 1, context)
    return typed


def test_there_are_two_hundred_different_ones():
    assert len(set(SENTENCES)) == 200


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_out_as_it_was_typed(sentence, typed):
    assert (typed[sentence].text, typed[sentence].chips) == (sentence, ())

"""Laws of what is alike, of what is short for what, and of letters that name something."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.cards import Card
from desktop.scribe.context import Named, meant, offered
from desktop.scribe.fuzzy import folded, ranked, score
from desktop.scribe.similar import LEAST_LETTERS, alike, grams, similar

SOUND = settings(max_examples=25)
WORDS = st.lists(st.text("abcdeé", min_size=1, max_size=5), min_size=1, max_size=4).map(" ".join)
NAMES = st.lists(WORDS, max_size=5).map(lambda names: [Named(str(at), name) for at, name in enumerate(names)])


def cards(*texts):
    return [Card(id=f"c{at}", kind="pain", text=text) for at, text in enumerate(texts)]


def begun(name, lengths):
    """So many letters of each word."""
    return "".join(word[:length] for word, length in zip(folded(name).split(), lengths, strict=False))


@SOUND
@given(WORDS, WORDS)
def test_how_alike_is_a_share(one, other):
    assert 0.0 <= alike(grams(one), grams(other)) <= 1.0


@SOUND
@given(WORDS)
def test_a_text_is_like_itself_in_any_order_of_its_words(text):
    assert alike(grams(text), grams(" ".join(reversed(text.split())))) == 1.0


@SOUND
@given(WORDS)
def test_there_are_at_most_as_many_grams_as_letters(text):
    assert 0 < len(grams(text)) <= len(text.replace(" ", ""))


@SOUND
@given(st.lists(WORDS, max_size=6), WORDS, st.integers(0, 4))
def test_no_more_are_found_than_asked_for(texts, typed, most):
    assert len(similar(typed, cards(*texts), most)) <= most


@SOUND
@given(st.lists(WORDS, max_size=6), WORDS)
def test_what_is_found_falls_in_likeness(texts, typed):
    likeness = [alike(grams(typed), grams(card.text)) for card in similar(typed, cards(*texts), 9)]
    assert likeness == sorted(likeness, reverse=True)
    assert all(likeness)


@SOUND
@given(st.lists(WORDS, max_size=4), WORDS)
def test_the_same_text_is_always_found(texts, typed):
    found = similar(typed, cards(*texts, typed), 9)
    assert (f"c{len(texts)}" in [card.id for card in found]) == (len(grams(typed)) >= LEAST_LETTERS - 1)


@pytest.mark.parametrize(
    ("typed", "told", "same"),
    [
        ("the bill is wrong", "wrong bill", True),
        ("bill wrong", "the bill comes late", False),
        ("nobody answers the ph", "Nobody answers the phone on weekends", True),
        ("nobody", "Nobody answers the phone on weekends", False),
        ("soup", "soap", False),
        ("Suppe", "suppe", True),
    ],
)
def test_alike_enough(typed, told, same):
    assert bool(similar(typed, cards(told))) is same


@SOUND
@given(NAMES, st.lists(st.integers(1, 3), min_size=4, max_size=4))
def test_beginnings_of_all_words_name_something(names, lengths):
    for one in names:
        query = begun(one.name, lengths)
        if len(query) >= 2:
            assert meant(query, names) is not None


@SOUND
@given(NAMES, WORDS)
def test_what_is_meant_is_among_them_and_offered_first(names, typed):
    query = typed.split()[0]
    one = meant(query, names)
    assert one is None or offered(query, names)[0] is one


@SOUND
@given(NAMES, WORDS)
def test_nothing_is_offered_twice(names, typed):
    found = offered(typed.split()[0], names)
    assert len({one.key for one in found}) == len(found)


@SOUND
@given(WORDS)
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)
    assert folded(text.upper()) == folded(text)


@SOUND
@given(WORDS, WORDS)
def test_a_score_needs_all_the_letters_in_their_order(query, text):
    letters = iter(folded(text))
    held = all(letter in letters for letter in folded(query).replace(" ", ""))
    assert (score(query, text) > 0) == held


@SOUND
@given(WORDS, WORDS)
def test_the_whole_is_worth_more_than_the_opening_and_that_more_than_a_run_inside(query, text):
    assert score(query, query) > score(query, f"{query} {text}") > score(query, f"x{query}") > 0


@SOUND
@given(WORDS, st.lists(WORDS, max_size=6))
def test_ranked_falls_and_leaves_out_what_does_not_match(query, options):
    found = ranked(query, options, str)
    scores = [score(query, one) for one in found]
    assert scores == sorted(scores, reverse=True)
    assert len(found) == sum(score(query, one) > 0 for one in options)

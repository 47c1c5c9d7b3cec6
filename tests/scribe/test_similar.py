"""Notes that say nearly the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.cards import Card
from desktop.document.journey import Cluster, JourneyMap, Lane
from desktop.scribe.similar import Similar, alike, grams, similar

TEXTS = ("Deposit never comes back", "The waiter forgot us", "Menu card is missing prices", "No sign at the corner", "")
CARDS = tuple(Card(id=f"c{at}", kind="pain", text=text) for at, text in enumerate(TEXTS))


def journey(cards=CARDS, inbox=(), parking=()):
    clusters = (Cluster(id="g", cards=inbox),) if inbox else ()
    return JourneyMap(id="m", lanes=(Lane(id="l", kind="pains", cards=cards),), inbox=clusters, parking=parking)


def read(found, value):
    found.follow(value)
    while found.read(2):
        pass
    return found


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("deposit never comes back", "c0"),
        ("Deposit never came back!", "c0"),
        ("deposit never co", "c0"),
        ("waiter forgot us", "c1"),
        ("menu card misses prices", "c2"),
        ("no signs at corner", "c3"),
    ],
)
def test_the_same_in_other_words_is_found(typed, key):
    assert [card.id for card in similar(typed, CARDS)] == [key]
    assert [card.id for card in read(Similar(), journey()).like(typed)] == [key]


@pytest.mark.parametrize("typed", ["", "de", "the", "something else entirely", "!!! ???"])
def test_other_notes_are_not(typed):
    assert similar(typed, CARDS) == []
    assert read(Similar(), journey()).like(typed) == []


def test_the_most_alike_comes_first():
    cards = (
        Card(id="a", kind="pain", text="waiter forgot our table"),
        Card(id="b", kind="pain", text="waiter forgot us"),
    )
    assert [card.id for card in similar("the waiter forgot us", cards)] == ["b", "a"]


def test_grams_are_blind_to_case_accents_and_punctuation():
    assert grams("Café, ZÜRICH!") == grams("cafe zurich")


def test_a_text_is_wholly_like_itself():
    assert alike(grams("waits"), grams("waits")) == 1.0


def test_notes_in_the_inbox_and_parked_ones_are_found():
    found = read(Similar(), journey((), inbox=CARDS[:1], parking=CARDS[1:2]))
    assert found.like(TEXTS[0])[0].id == "c0"
    assert found.like(TEXTS[1])[0].id == "c1"


def test_what_has_not_been_read_is_not_found_yet():
    found = Similar()
    found.follow(journey())
    assert found.like(TEXTS[0]) == []
    assert found.read(1)
    assert [card.id for card in found.like(TEXTS[0])] == ["c0"]


def test_another_map_forgets_the_one_before():
    found = read(read(Similar(), journey()), None)
    assert found.like(TEXTS[0]) == []


def test_only_what_changed_is_read_again():
    found = read(Similar(), journey())
    changed = CARDS[0].model_copy(update={"text": "Lamps are too dim"})
    found.follow(journey((changed, *CARDS[1:])))
    assert not found.read(1)
    assert found.like(TEXTS[0]) == []
    assert found.like("lamps are dim")[0] is changed


def test_the_same_value_is_not_read_twice():
    value = journey()
    found = read(Similar(), value)
    found.follow(value)
    assert not found.read(0)


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 4), unique=True, max_size=5), min_size=1, max_size=5))
def test_whatever_was_there_before_the_cards_of_now_are_found(states):
    found = Similar()
    for state in states:
        cards = tuple(CARDS[at] for at in sorted(state))
        found.follow(journey(cards[:2], inbox=cards[2:4], parking=cards[4:]))
        found.read(1)
    while found.read():
        pass
    for at in range(4):
        assert [card.id for card in found.like(TEXTS[at])] == ([f"c{at}"] if at in states[-1] else [])

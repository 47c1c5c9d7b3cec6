"""What becomes of a value that two people may have changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.cards import Card, Pain
from desktop.document.journey import Ballot, JourneyMap, Lane, Tally
from desktop.document.merge.values import ABSENT, Clash, Three, merged, settled
from desktop.document.project import Brand

TEXTS = st.sampled_from(("", "a", "b", "c"))
NUMBERS = st.integers(0, 9)
KEYS = st.lists(st.sampled_from(("web", "phone", "desk", "mail")), unique=True, max_size=4).map(tuple)
CARDS = st.builds(
    Card,
    id=st.just("c"),
    kind=st.just("pain"),
    text=TEXTS,
    details=TEXTS,
    status=TEXTS,
    votes=NUMBERS,
    pain=st.builds(Pain, severity=st.integers(0, 5), frequency=st.integers(0, 5)),
)


def never(clash):
    """Nobody need be asked."""
    raise AssertionError(clash)


def mine(clash):
    return clash.ours


def other(clash):
    return clash.theirs


def card(**fields):
    return Card(id="c", kind="pain", **fields)


def newer(fields):
    """A card with what this version does not know."""
    return Card.model_validate({"id": "c", "kind": "pain", **fields})


def asked(three, **how):
    """What had to be decided, with what came out when mine was chosen."""
    clashes = []

    def settle(clash):
        clashes.append(clash)
        return clash.ours

    return clashes, merged(three, settle, **how)


def keys(base, ours, theirs, field="text_files"):
    """A row of three sides, of a field that may be put together."""
    return settled(Card, field, Three(base, ours, theirs), never)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "value"),
    [
        ("a", "a", "a", "a"),
        ("a", "b", "a", "b"),
        ("a", "a", "b", "b"),
        ("a", "b", "b", "b"),
        (ABSENT, "b", "b", "b"),
        (ABSENT, "", "b", "b"),
        (ABSENT, "b", "", "b"),
    ],
)
def test_whoever_changed_it_alone_is_followed(base, ours, theirs, value):
    assert settled(Card, "text", Three(base, ours, theirs), never) == value


@pytest.mark.parametrize("base", ["a", "", ABSENT])
def test_who_both_changed_it_must_agree(base):
    three = Three(base, "b", "c")
    assert settled(Card, "text", three, mine) == "b"
    assert settled(Card, "text", three, other) == "c"


def test_a_clash_tells_where_it_lies():
    clashes = []
    settled(Card, "text", Three("a", "b", "c"), lambda clash: clashes.append(clash) or "b", within="card.")
    assert clashes == [Clash("card.text", "b", "c")]


@pytest.mark.parametrize(
    ("model", "field", "base", "ours", "theirs", "count"),
    [
        (Card, "votes", 3, 5, 4, 6),
        (Card, "votes", 3, 3, 4, 4),
        (Card, "votes", 5, 2, 1, 0),
        (Card, "votes", 3, 4, 4, 4),
        (Card, "seen", 1, 2, 3, 4),
        (Tally, "votes", 0, 2, 3, 5),
        (Card, "votes", ABSENT, 2, 7, 7),
    ],
)
def test_what_either_counted_is_added_up(model, field, base, ours, theirs, count):
    assert settled(model, field, Three(base, ours, theirs), never) == count


def test_true_is_not_one():
    assert settled(Card, "unknown", Three(True, True, 1), never) == 1
    assert settled(Card, "unknown", Three(1, True, 1), never) is True


def test_a_row_has_what_either_added_and_not_what_either_took():
    assert keys(("a", "b", "c"), ("a", "c", "x"), ("a", "b", "y")) == ("a", "x", "y")


def test_what_both_added_is_there_once():
    assert keys((), ("x", "y"), ("y", "z")) == ("x", "y", "z")


def test_what_is_twice_in_a_row_counts_twice():
    assert keys(("a",), ("a", "a"), ("a", "b")) == ("a", "a", "b")


def test_rows_of_files_mean_something_only_as_a_whole():
    three = Three(("a.ttf",), ("b.ttf",), ("c.ttf",))
    assert settled(Brand, "text_files", three, other) == ("c.ttf",)


def test_measures_are_not_put_together():
    three = Three((0.0, 0.0, 1.0, 1.0), (0.1, 0.0, 1.0, 1.0), (0.0, 0.2, 1.0, 1.0))
    assert settled(Card, "crop", three, mine) is three.ours


def test_tallies_of_one_card_are_one():
    base = Ballot(id="b", options=("x",), tallies=(Tally(card="x", votes=2),))
    ours = base.model_copy(update={"tallies": (Tally(card="x", votes=5),)})
    theirs = base.model_copy(update={"tallies": (Tally(card="x", votes=3), Tally(card="y", votes=1))})
    found = merged(Three(base, ours, theirs), never)
    assert {tally.card: tally.votes for tally in found.tallies} == {"x": 6, "y": 1}


def test_two_fields_of_one_card_are_both_changed():
    base = card(text="a", details="d")
    found = merged(Three(base, card(text="b", details="d"), card(text="a", details="e")), never)
    assert (found.text, found.details) == ("b", "e")


def test_a_part_inside_a_part_is_put_together():
    base = card(pain=Pain(severity=1, frequency=1))
    ours, theirs = card(pain=Pain(severity=3, frequency=1)), card(pain=Pain(severity=1, frequency=4))
    assert merged(Three(base, ours, theirs), never).pain == Pain(severity=3, frequency=4)


def test_a_clash_inside_a_part_has_both_names():
    base, ours, theirs = (card(pain=Pain(severity=each)) for each in (1, 2, 3))
    clashes, found = asked(Three(base, ours, theirs))
    assert clashes == [Clash("pain.severity", 2, 3)]
    assert found.pain.severity == 2


def test_fields_to_be_left_stay_as_mine():
    clashes, found = asked(Three(card(text="a"), card(text="b"), card(text="c", details="d")), leave=("text",))
    assert not clashes
    assert (found.text, found.details) == ("b", "d")


def test_what_has_ids_of_its_own_is_left():
    base = JourneyMap(id="m", title="A")
    theirs = JourneyMap(id="m", title="B", lanes=(Lane(id="l", kind="pains"),))
    found = merged(Three(base, base.model_copy(), theirs), never)
    assert (found.title, found.lanes) == ("B", ())


def test_what_only_a_newer_version_knows_comes_along():
    base = card(text="a")
    theirs = newer({"text": "a", "mood": "blue"})
    assert merged(Three(base, card(text="b"), theirs), never).model_extra == {"mood": "blue"}


def test_what_only_a_newer_version_knows_can_go():
    base = newer({"mood": "blue", "tone": "low"})
    ours = newer({"mood": "blue", "tone": "low", "text": "b"})
    found = merged(Three(base, ours, newer({"tone": "low"})), never)
    assert (found.model_extra, found.text) == ({"tone": "low"}, "b")
    assert ours.model_extra == {"mood": "blue", "tone": "low"}


def test_nobody_s_part_is_changed_in_place():
    base, ours, theirs = card(text="a"), card(text="a", details="x"), card(text="b")
    before = [one.model_dump_json() for one in (base, ours, theirs)]
    merged(Three(base, ours, theirs), never)
    assert [one.model_dump_json() for one in (base, ours, theirs)] == before


@settings(max_examples=25)
@given(CARDS, CARDS)
def test_who_changed_nothing_has_no_say(base, changed):
    assert merged(Three(base, base.model_copy(), changed), never) == changed
    assert merged(Three(base, changed, base), never) is changed


@settings(max_examples=25)
@given(CARDS, CARDS)
def test_two_who_did_the_same_agree(base, changed):
    assert merged(Three(base, changed, changed.model_copy()), never) is changed


@settings(max_examples=25)
@given(CARDS, CARDS, CARDS)
def test_it_is_the_same_whoever_begins(base, ours, theirs):
    """Where mine is chosen on one side, the other's is on the other."""
    assert merged(Three(base, ours, theirs), mine) == merged(Three(base, theirs, ours), other)


@settings(max_examples=25)
@given(CARDS, CARDS, CARDS)
def test_only_what_both_changed_differently_is_asked(base, ours, theirs):
    clashes, _ = asked(Three(base, ours, theirs))
    for clash in clashes:
        values = [base, ours, theirs]
        for name in clash.field.split("."):
            values = [getattr(one, name) for one in values]
        assert len(set(values)) == 3
        assert values[1:] == [clash.ours, clash.theirs]


@settings(max_examples=25)
@given(KEYS, KEYS, KEYS)
def test_rows_hold_what_nobody_took_away_and_what_anybody_added(base, ours, theirs):
    found = keys(base, ours, theirs)
    kept = set(base) & set(ours) & set(theirs)
    assert set(found) == kept | (set(ours) - set(base)) | (set(theirs) - set(base))
    assert len(found) == len(set(found))


@settings(max_examples=25)
@given(KEYS, KEYS, KEYS)
def test_rows_put_together_tell_nobody_s_side(base, ours, theirs):
    assert keys(base, ours, theirs) == keys(base, theirs, ours)


@settings(max_examples=25)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_counts_are_never_less_than_nothing(base, ours, theirs):
    found = settled(Card, "votes", Three(base, ours, theirs), never)
    assert found >= 0
    if len({base, ours, theirs}) == 3:
        assert found == max(0, base + (ours - base) + (theirs - base))

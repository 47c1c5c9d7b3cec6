"""A line, key by key."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.scribe.context import Context, Named
from desktop.scribe.grammar import What
from desktop.scribe.typed import Typed

CONTEXT = Context(
    places=(Named("d1", "Waits"), Named("d2", "Books a table")),
    kind="action",
    cell=lambda address: ("l", "d1") if address.upper() == "A1" else None,
)


def type_on(typed, keys):
    for key in keys:
        text = typed.text[: typed.cursor] + key + typed.text[typed.cursor :]
        typed = typed.edited(text, typed.cursor + 1, CONTEXT)
    return typed


def raws(typed):
    return [chip.raw for chip in typed.chips]


def test_a_blank_makes_the_chip():
    before = type_on(Typed(), "p:")
    assert (before.text, raws(before)) == ("p:", [])
    after = type_on(before, " ")
    assert (after.text, after.cursor, raws(after)) == ("", 0, ["p:"])


def test_a_chip_in_the_middle_leaves_the_rest_and_the_cursor_in_place():
    typed = type_on(type_on(Typed(), "slow soup").edited("slow soup", 5, CONTEXT), "@book ")
    assert (typed.text, typed.cursor, raws(typed)) == ("slow soup", 5, ["@book"])


def test_the_end_of_the_line_understands_the_rest():
    line = type_on(Typed(), "p: soup @wai").line(CONTEXT)
    assert (line.text, line.said(What.PLACE), line.said(What.KIND)) == ("soup", "d1", "pain")


def test_backspace_right_after_the_blank_opens_the_chip_there():
    typed = type_on(Typed(), "slow @book ").opened()
    assert (typed.text, typed.cursor, raws(typed)) == ("slow @book", 10, [])


def test_what_was_opened_stays_text():
    typed = type_on(type_on(Typed(), "slow @book ").opened(), " it")
    assert (typed.line(CONTEXT).text, raws(typed)) == ("slow @book it", [])


def test_later_a_chip_opens_at_the_beginning():
    typed = type_on(Typed(), "p: @book soup").opened()
    assert (typed.text, typed.cursor, raws(typed)) == ("@book soup", 5, ["p:"])


def test_any_chip_can_be_opened():
    typed = type_on(Typed(), "p: @book soup").opened(0)
    assert (typed.text, raws(typed)) == ("p: soup", ["@book"])


def test_without_chips_there_is_nothing_to_open():
    typed = type_on(Typed(), "soup")
    assert typed.opened() is typed


def test_a_word_that_was_refused_and_is_gone_counts_again():
    typed = type_on(Typed(), "@book ").opened()
    typed = type_on(typed.edited("", 0, CONTEXT), "@book ")
    assert raws(typed) == ["@book"]


def test_chips_of_a_sort_can_be_left_out():
    typed = type_on(Typed(), "p: @book soup")
    assert raws(typed.without((What.PLACE,))) == ["p:"]
    assert typed.without((What.STAR,)) is typed


def test_offers_follow_the_sign_at_the_cursor():
    assert [chip.value for chip in type_on(Typed(), "soup @bo").offers(CONTEXT)] == ["d2"]
    assert type_on(Typed(), "soup bo").offers(CONTEXT) == []


def test_an_offer_takes_the_place_of_the_word():
    typed = type_on(Typed(), "soup @ook")
    taken = typed.taken(typed.offers(CONTEXT)[0], CONTEXT)
    assert (taken.text, taken.cursor, [chip.value for chip in taken.chips]) == ("soup ", 5, ["d2"])


def test_an_empty_line_is_blank_and_without_chips():
    assert Typed(" ").empty
    assert not type_on(Typed(), "p: ").empty


def test_the_kind_is_that_of_the_chips():
    assert type_on(Typed(), "p: x").kind(CONTEXT) == "pain"
    assert Typed("x").kind(CONTEXT) == "action"


@given(st.lists(st.sampled_from(["soup", "@book", "p:", "a@b.c", "10:30", "#1", "!", "@a1", "x"]), max_size=6))
def test_opening_every_chip_gives_back_all_words(words):
    typed = type_on(Typed(), " ".join(words) + " ")
    while typed.chips:
        typed = typed.opened()
    assert sorted(typed.text.split()) == sorted(words)
    assert typed.line(CONTEXT).text == typed.text.strip()

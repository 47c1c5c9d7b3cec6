"""Whole lines, typed key by key in any order of their signs: they say the same however they were typed."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.scribe.context import Context, Named
from desktop.scribe.grammar import What, parse
from desktop.scribe.typed import Typed

CONTEXT = Context(
    places=(Named("d1", "Waits"), Named("d2", "Books a table"), Named("d3", "Pays")),
    lanes=(Named("lp", "Pain points", "pains"), Named("la", "Actions", "actions")),
    channels=(Named("web", "Web", "web"), Named("phone", "Phone", "phone")),
    personas=(Named("pm", "Maya"), Named("pp", "Paolo")),
    kind="action",
    lane_kinds={"lp": "pain", "la": "action"},
    cell=lambda address: {"C4": ("lp", "d2")}.get(address.upper()),
)
SIGNS = {
    "p:": (What.KIND, "pain"),
    "@book": (What.PLACE, "d2"),
    "#web": (What.CHANNEL, "web"),
    "~maya": (What.PERSONA, "pm"),
    "!4": (What.SEVERITY, "4"),
}
DOUBLED = {"@@book": "@book", "##web": "#web", "~~maya": "~maya", ">>pain": ">pain", "p::": "p:"}
WORDS = st.sampled_from(["slow", "no", "answer", "on", "the", "phone", "10:30", "a@b.c", "(again)", "50 %"])


def keyed(keys, typed=None):
    """The line after these keys."""
    typed = typed or Typed()
    for key in keys:
        text = typed.text[: typed.cursor] + key + typed.text[typed.cursor :]
        typed = typed.edited(text, typed.cursor + 1, CONTEXT)
    return typed


def meaning(line):
    return line.text, {(chip.what, chip.value) for chip in line.chips}


@pytest.mark.parametrize("order", list(permutations(["p:", "@book", "!4"])), ids=" ".join)
def test_signs_before_the_text_may_come_in_any_order(order):
    line = keyed(f"{' '.join(order)} slow answer").line(CONTEXT)
    assert meaning(line) == ("slow answer", {SIGNS[sign] for sign in order})


@pytest.mark.parametrize("order", list(permutations(["#web", "~maya", "@book"])), ids=" ".join)
def test_signs_behind_the_text_may_come_in_any_order(order):
    line = keyed(f"slow answer {' '.join(order)}").line(CONTEXT)
    assert meaning(line) == ("slow answer", {SIGNS[sign] for sign in order})


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=6), st.permutations(["@book", "#web", "~maya"]), st.integers(0, 6))
def test_what_is_typed_key_by_key_says_what_the_whole_line_says(words, signs, at):
    raw = " ".join([*words[:at], *signs, *words[at:]])
    assert meaning(keyed(raw).line(CONTEXT)) == meaning(parse(raw, CONTEXT))


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_words_without_signs_are_never_eaten(words):
    text = " ".join(words)
    assert keyed(text).line(CONTEXT) == parse(text, CONTEXT)
    assert meaning(keyed(text).line(CONTEXT)) == (text, set())


@pytest.mark.parametrize("sign", ["@book", "#web", "~maya", "p:"])
def test_a_chip_that_is_opened_and_closed_again_is_the_same(sign):
    before = keyed(f"{sign} ")
    opened = before.opened()
    assert (opened.text.strip(), opened.chips) == (sign, ())
    assert meaning(parse(f"{opened.text} soup", CONTEXT)) == ("soup", {SIGNS[sign]})


@pytest.mark.parametrize("sign", ["@book", "#web", "~maya"])
def test_a_chip_that_is_opened_stays_text_until_it_is_changed(sign):
    opened = keyed(f"{sign} ").opened()
    assert meaning(keyed(" soup", opened).line(CONTEXT)) == (f"{sign} soup", set())


@pytest.mark.parametrize(("typed", "text"), list(DOUBLED.items()))
def test_a_doubled_sign_types_it(typed, text):
    assert meaning(keyed(f"{typed} soup").line(CONTEXT)) == (f"{text} soup", set())


@pytest.mark.parametrize("sign", ["@nowhere", "#fax", "~zoe", ">attic", "!9", "zz:"])
def test_a_sign_with_a_name_that_nobody_has_stays_text(sign):
    assert meaning(keyed(f"{sign} soup").line(CONTEXT)) == (f"{sign} soup", set())


@pytest.mark.parametrize(("first", "second", "value"), [("@book", "@wai", "d1"), ("@wai", "@pay", "d3")])
def test_a_later_chip_outdoes_an_earlier_one(first, second, value):
    assert keyed(f"{first} {second} soup").line(CONTEXT).said(What.PLACE) == value


def test_a_chip_between_words_leaves_one_blank():
    assert keyed("slow #web answer").line(CONTEXT).text == "slow answer"


@pytest.mark.parametrize("whats", [(What.PLACE,), (What.CHANNEL,), (What.PLACE, What.CHANNEL)])
def test_chips_can_be_taken_away_by_what_they_say(whats):
    left = keyed("@book #web soup").without(whats)
    assert {chip.what for chip in left.chips} == {What.PLACE, What.CHANNEL} - set(whats)
    assert left.text == "soup"


@pytest.mark.parametrize(
    ("typed", "names"),
    [("@", {"Waits", "Books a table", "Pays"}), ("@pa", {"Pays"}), ("#", {"Web", "Phone"}), ("~pao", {"Paolo"})],
)
def test_what_the_sign_at_the_cursor_may_become_is_offered(typed, names):
    assert {chip.name for chip in keyed(typed).offers(CONTEXT)} >= names


def test_what_is_taken_from_the_offers_is_a_chip():
    typed = keyed("soup @pa")
    taken = typed.taken(typed.offers(CONTEXT)[0], CONTEXT)
    assert [chip.value for chip in taken.chips] == ["d3"]
    assert taken.text.strip() == "soup"


def test_a_severity_waits_for_its_kind():
    assert meaning(keyed("!4 soup").line(CONTEXT)) == ("!4 soup", set())
    assert meaning(keyed("!4 soup >pain").line(CONTEXT))[0] == "soup"


def test_an_address_names_lane_and_step():
    line = keyed("@C4 !2 slow").line(CONTEXT)
    assert (line.text, line.said(What.CELL), line.said(What.SEVERITY)) == ("slow", "lp d2", "2")


def test_an_empty_line_says_nothing():
    assert meaning(Typed().line(CONTEXT)) == ("", set())
    assert Typed().empty
    assert not keyed("p: ").empty

"""What lines say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.document.kinds import CARD_KINDS, OTHER_KINDS
from desktop.scribe.context import Context, Named
from desktop.scribe.grammar import What, kind_of, offers, parse

STEPS = ("Hears about it", "Looks it up", "Compares", "Books a table", "Finds the place", "Is welcomed", "Goes home")
CONTEXT = Context(
    places=(Named("d0", "Discover"), *(Named(f"d{at}", name) for at, name in enumerate(STEPS)), Named("d6", "Leave")),
    lanes=(Named("la", "Actions", "actions"), Named("lp", "Pain points", "pains"), Named("le", "Emotions", "emotions")),
    channels=(Named("web", "Web", "web"), Named("phone", "Telefon", "phone"), Named("store", "In store", "store")),
    personas=(Named("pm", "Maya"), Named("pp", "Paolo")),
    kind="action",
    lane_kinds={"la": "action", "lp": "pain", "le": "emotion"},
    cell=lambda address: {"C4": ("lp", "d2"), "A3": ("le", "d0")}.get(address.upper()),
)
PAIN = Context(**{**{name: getattr(CONTEXT, name) for name in CONTEXT.__slots__}, "kind": "pain"})
FELT = Context(**{**{name: getattr(CONTEXT, name) for name in CONTEXT.__slots__}, "kind": "emotion"})
PAPER = Context(**{**{name: getattr(CONTEXT, name) for name in CONTEXT.__slots__}, "paper": True})


def said(raw, context=CONTEXT, **more):
    line = parse(raw, context, **more)
    return line.text, [(chip.what.value, chip.value) for chip in line.chips]


@pytest.mark.parametrize("kind", [kind for kind in (*CARD_KINDS, *OTHER_KINDS) if kind.letter], ids=lambda one: one.key)
def test_every_letter_of_the_table_makes_its_kind(kind):
    assert said(f"{kind.letter}: soup") == ("soup", [("kind", kind.key)])


@pytest.mark.parametrize(
    ("raw", "chip"),
    [
        ("@book", ("place", "d3")),
        ("@bt", ("place", "d3")),
        ("@table", ("place", "d3")),
        ("@BOOKS", ("place", "d3")),
        ("@boota", ("place", "d3")),
        ("@leave", ("place", "d6")),
        ("@disc", ("place", "d0")),
        ("@c4", ("cell", "lp d2")),
        (">pain", ("lane", "lp")),
        (">emotions", ("lane", "le")),
        ("#web", ("channel", "web")),
        ("#phone", ("channel", "phone")),
        ("#tele", ("channel", "phone")),
        ("~maya", ("persona", "pm")),
    ],
)
def test_names_are_understood_wherever_they_stand(raw, chip):
    for line, text in ((f"{raw} soup", "soup"), (f"soup {raw}", "soup"), (f"cold {raw} soup", "cold soup")):
        assert said(line) == (text, [chip])


def test_a_whole_note_in_one_line():
    assert said("p: @wel !4 deposit never comes back #web ~maya *") == (
        "deposit never comes back",
        [("kind", "pain"), ("place", "d5"), ("severity", "4"), ("channel", "web"), ("persona", "pm"), ("star", "*")],
    )


def test_chips_know_where_they_stood():
    assert [(chip.raw, chip.at) for chip in parse("p: slow @book", CONTEXT).chips] == [("p:", 0), ("@book", 8)]


@pytest.mark.parametrize("grade", "12345")
def test_severity_counts_for_pain_points_only(grade):
    assert said(f"!{grade} slow", PAIN) == ("slow", [("severity", grade)])
    assert said(f"!{grade} slow") == (f"!{grade} slow", [])


def test_severity_may_stand_before_the_kind():
    assert said("!4 p: slow") == ("slow", [("severity", "4"), ("kind", "pain")])


@pytest.mark.parametrize(
    ("typed", "value"), [("+1", "+1"), ("-2", "-2"), ("−1.5", "-1.5"), ("+0,5", "+0.5"), ("+2", "+2")]
)
def test_feelings_count_in_the_emotion_lane_only(typed, value):
    assert said(f"{typed} annoyed", FELT) == ("annoyed", [("feeling", value)])
    assert said(f"{typed} annoyed") == (f"{typed} annoyed", [])


def test_the_lane_that_is_named_decides_what_counts():
    assert said("-1 annoyed >emotions") == ("annoyed", [("feeling", "-1"), ("lane", "le")])
    assert said("@C4 !2 slow") == ("slow", [("cell", "lp d2"), ("severity", "2")])
    assert said("@A3 +2") == ("", [("cell", "le d0"), ("feeling", "+2")])


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("/ soup", ("soup", [("inbox", "/")])),
        ("soup /", ("soup", [("inbox", "/")])),
        ("p: / soup", ("soup", [("kind", "pain"), ("inbox", "/")])),
        ("soup / salad", ("soup / salad", [])),
        ("soup *", ("soup", [("star", "*")])),
        ("p: * soup", ("soup", [("kind", "pain"), ("star", "*")])),
        ("* soup", ("* soup", [])),
        ("*", ("*", [])),
        ("5 * 3 tables", ("5 * 3 tables", [])),
    ],
)
def test_star_and_slash_count_at_the_ends(raw, found):
    assert said(raw) == found


@pytest.mark.parametrize(
    "raw",
    [
        "Opens at 10:30 p.m.",
        "write to a@b.c",
        "#1 on the list",
        "!important",
        "10/2 or 10 / 2",
        "+1 for this",
        "~5 min",
        "> 5 minutes",
        "->compare",
        "meet @ noon",
        "@nobody",
        "@1",
        "@h",
        "Q: is it far? A: no",
        "two ways: a: stay, b: leave",
        "x:y and c:\\temp",
        "p:slow",
        "P: slow",
        "k: nothing",
        "https://example.org/@book#web",
        "C4 is the code",
        "(@book)",
        "see @book, please",
        "it is @book.",
        "#web/phone",
        "!6 and !0",
        "*urgent*",
        "-- and ++ and ** and // and ##",
        "@@nobody ##1 !!important ~~",
        "a  b   c",
    ],
)
def test_plain_words_are_never_eaten(raw):
    assert said(raw) == (raw, [])


@pytest.mark.parametrize(
    ("raw", "context", "text"),
    [
        ("@@book it", CONTEXT, "@book it"),
        ("p:: it", CONTEXT, "p: it"),
        ("##web is big", CONTEXT, "#web is big"),
        (">>pain", CONTEXT, ">pain"),
        ("~~maya", CONTEXT, "~maya"),
        ("!!4 it", PAIN, "!4 it"),
        ("++1 it", FELT, "+1 it"),
        ("it **", CONTEXT, "it *"),
        ("it //", CONTEXT, "it /"),
        ("@@c4", CONTEXT, "@c4"),
    ],
)
def test_a_doubled_sign_types_it(raw, context, text):
    assert said(raw, context) == (text, [])


def test_on_paper_a_line_begins_with_an_address():
    assert said("C4 slow", PAPER) == ("slow", [("cell", "lp d2")])
    assert said("c4", PAPER) == ("", [("cell", "lp d2")])
    assert said("slow C4", PAPER) == ("slow C4", [])
    assert said("Z9 slow", PAPER) == ("Z9 slow", [])


def test_refused_words_stay_text():
    assert said("p: @book it", refused={"@book"}) == ("@book it", [("kind", "pain")])
    assert said("p: it", refused={"p:"}) == ("p: it", [])


def test_a_line_that_goes_on_is_understood_up_to_its_last_blank():
    assert said("p: @boo", ended=False) == ("@boo", [("kind", "pain")])
    assert said("p: @boo ", ended=False) == ("", [("kind", "pain"), ("place", "d3")])
    assert said("soup / ", ended=False) == ("soup / ", [])


def test_structure_takes_a_place_and_nothing_else():
    assert said("d: @book Waits #web ~maya /") == ("Waits #web ~maya /", [("kind", "step"), ("place", "d3")])


def test_feelings_have_no_channel_and_no_inbox():
    assert said("+1 glad #web /", FELT) == ("glad #web /", [("feeling", "+1")])


def test_later_chips_outdo_earlier_ones():
    line = parse("@book @comp soup", CONTEXT)
    assert line.said(What.PLACE) == "d2"
    assert line.said(What.LANE) == ""


def test_the_kind_follows_the_lane_unless_it_is_said():
    chips = parse(">pain soup", CONTEXT).chips
    assert kind_of(chips, CONTEXT) == "pain"
    assert kind_of(parse("n: >pain soup", CONTEXT).chips, CONTEXT) == "note"
    assert kind_of((), CONTEXT) == "action"


def test_chips_from_before_come_first():
    before = parse("p: ", CONTEXT).chips
    assert said("!3 slow", chips=before) == ("slow", [("kind", "pain"), ("severity", "3")])


def test_offers_are_for_the_word_at_the_cursor():
    word, chips = offers("wait @bo now", 8, CONTEXT)
    assert (word.raw, chips[0].name) == ("@bo", "Books a table")
    assert offers("wait @bo now", 4, CONTEXT)[1] == []
    assert offers("wait @@bo", 9, CONTEXT)[1] == []


def test_a_bare_sign_offers_everything():
    assert [chip.name for chip in offers("#", 1, CONTEXT)[1]] == ["Web", "Telefon", "In store"]


PLAIN = st.text(alphabet="abcdeorst ABC.,;?()'\"äß0123456789\t").filter(lambda text: text.strip())


@given(PLAIN)
def test_text_without_signs_comes_out_as_typed(text):
    assert said(text) == (text.strip(), [])


@given(st.text(alphabet="ab 1:@#!>~*/+-p", max_size=30))
@example("p: a")
@example("@@a")
def test_without_a_chip_or_a_doubled_sign_nothing_is_lost(text):
    line = parse(text, Context(kind="note"))
    if not line.chips and not any(word.endswith("::") or word[:1] == word[1:2] for word in text.split()):
        assert line.text == text.strip()


@given(st.lists(st.sampled_from(["p:", "@book", "!4", "soup", ">emo", "+1", "#web", "x", "/", "*", "C4"]), max_size=8))
def test_a_line_typed_word_by_word_says_the_same(words):
    chips, rest = (), ""
    for word in words:
        line = parse(f"{rest}{word} ", CONTEXT, chips, ended=False)
        chips, rest = line.chips, line.text
    typed, whole = parse(rest, CONTEXT, chips), parse(" ".join(words), CONTEXT)
    assert {(chip.what, chip.raw) for chip in whole.chips} <= {(chip.what, chip.raw) for chip in typed.chips}

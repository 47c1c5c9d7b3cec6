"""*Next* filled from any backlog: nothing is doubled, nobody's line is lost, nothing that is done comes up again."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from desktop.document.base import in_order
from desktop.document.cards import Pain, Promise
from desktop.document.journey import Link, Task
from desktop.method.backlog import CLOSED, NEXT, PROGRESS, backlog, fill_next
from desktop.method.numbering import MOST_LETTERS
from tests.grids import card, lane, project

GRADES = st.integers(0, 5)
WORDS = st.sampled_from(("", "Bread", "Bread ", "Tell the time", "Tell\nthe time", "x" * 499 + " y", "日本"))
OWNERS = st.sampled_from(("", "Kitchen"))
DUES = st.sampled_from(("", "2026", "2026-12", "2026-12-01"))
IDEAS = st.lists(st.tuples(GRADES, GRADES, WORDS, st.sampled_from(PROGRESS), OWNERS, DUES), max_size=6)
LINES = st.lists(st.tuples(WORDS, st.booleans(), st.sampled_from(("", "c90", "c91"))), max_size=4)
ANSWERS = st.sets(st.tuples(st.integers(0, 5), st.sampled_from((90, 91))), max_size=5)
CHOSEN = st.sets(st.integers(0, 5), max_size=4)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def idea(number, told):
    impact, ease, text, status, owner, due = told
    promise = Promise(impact=impact, ease=ease)
    return card(number, "opportunity", promise=promise, text=text, status=status, owner=owner, due=due)


@st.composite
def wholes(draw):
    """A project with opportunities, two pain points, answers between them and lines of Next."""
    cards = [idea(number, told) for number, told in enumerate(draw(IDEAS))]
    bad = [card(number, "pain", pain=Pain(severity=number - 86), text="Waits") for number in (90, 91)]
    pairs = [(one, other) for one, other in sorted(draw(ANSWERS)) if one < len(cards)]
    links = tuple(Link(id=f"k{a}-{b}", kind="answers", source=f"c{a}", target=f"c{b}") for a, b in pairs)
    tasks = tuple(
        Task(id=f"t{number}", rank=f"{number + 1}", text=text[:500], done=done, answers=answers)
        for number, (text, done, answers) in enumerate(draw(LINES))
    )
    return project(lane(*cards, kind="opportunities"), lane(*bad, kind="pains"), links=links, tasks=tasks)


def ids(numbers):
    return {f"c{number}" for number in numbers}


def filled(whole, chosen=(), turn=0):
    new = iter(range(100 * turn, 100 * turn + 100))
    return fill_next(whole, "m", chosen, new_id=lambda: f"n{next(new)}")


def lines(whole):
    return in_order(whole.maps[0].tasks)


def wanted(whole, chosen=()):
    entries = backlog(whole, whole.maps[0])
    return [one for one in entries if one.card.id in chosen] or [one for one in entries if one.open][:NEXT]


@given(wholes(), CHOSEN)
@FEW
def test_no_line_is_lost(whole, chosen):
    before, after = (sorted(one.id for one in lines(each)) for each in (whole, filled(whole, ids(chosen))))
    assert set(before) <= set(after)


@given(wholes(), CHOSEN)
@FEW
def test_no_line_says_something_else_afterwards(whole, chosen):
    after = {one.id: one for one in lines(filled(whole, ids(chosen)))}
    for one in lines(whole):
        assert (after[one.id].text, after[one.id].answers) == (one.text, one.answers)


@given(wholes(), CHOSEN)
@FEW
def test_the_same_again_changes_nothing_where_each_has_its_own_words(whole, chosen):
    said = [" ".join(one.card.text.split()) for one in backlog(whole, whole.maps[0])]
    assume(len(set(said)) == len(said))
    once = filled(whole, ids(chosen))
    assert filled(once, ids(chosen), turn=1) == once


@given(wholes(), CHOSEN)
@FEW
def test_at_most_one_line_comes_for_each_that_is_wanted(whole, chosen):
    after = filled(whole, ids(chosen))
    assert len(lines(after)) - len(lines(whole)) <= len(wanted(whole, ids(chosen)))


@given(wholes())
@FEW
def test_unless_chosen_nothing_that_is_closed_comes_to_next(whole):
    texts = {" ".join(one.card.text.split())[:MOST_LETTERS] for one in wanted(whole)}
    new = {one.id for one in lines(filled(whole))} - {one.id for one in lines(whole)}
    assert all(one.text in texts for one in lines(filled(whole)) if one.id in new)
    assert all(one.card.status not in CLOSED for one in wanted(whole))


@given(wholes(), CHOSEN)
@FEW
def test_new_lines_are_one_line_each_and_short_enough(whole, chosen):
    there = {one.id for one in lines(whole)}
    new = [one.text for one in lines(filled(whole, ids(chosen))) if one.id not in there]
    assert all("\n" not in text and len(text) <= MOST_LETTERS for text in new)


@given(wholes(), CHOSEN)
@FEW
def test_new_lines_stand_below_those_that_were_there(whole, chosen):
    before = [one.id for one in lines(whole)]
    assert [one.id for one in lines(filled(whole, ids(chosen)))][: len(before)] == before


@given(wholes(), CHOSEN)
@FEW
def test_only_next_is_touched(whole, chosen):
    after = filled(whole, ids(chosen)).maps[0]
    before = whole.maps[0]
    assert (after.lanes, after.links, after.stages) == (before.lanes, before.links, before.stages)


@given(wholes())
@FEW
def test_each_that_is_wanted_has_a_line_of_its_own_with_who_does_it(whole):
    owners = [one.owner for one in lines(filled(whole))]
    assert owners.count("Kitchen") >= sum(one.card.owner == "Kitchen" for one in wanted(whole))


def made(*cards, **fields):
    return project(lane(*cards, kind="opportunities"), **fields)


def told(text="Bread", status="", owner="", due=""):
    return 3, 3, text, status, owner, due


def test_what_is_done_already_comes_ticked_off():
    [line] = lines(filled(made(idea(1, told(status="done"))), ids({1})))
    assert line.done


def test_what_was_dropped_comes_when_chosen_but_is_not_done():
    [line] = lines(filled(made(idea(1, told(status="dropped"))), ids({1})))
    assert not line.done


def test_two_that_say_the_same_have_a_line_each():
    whole = made(idea(1, told(owner="Ana")), idea(2, told(owner="Ben")))
    assert sorted(line.owner for line in lines(filled(whole))) == ["Ana", "Ben"]


def test_words_longer_than_a_line_are_known_again():
    whole = made(idea(1, told("word " * 200)))
    once = filled(whole)
    assert len(lines(once)) == len(lines(filled(once, turn=1))) == 1


def test_an_owner_that_only_the_line_names_stays():
    there = Task(id="t", text="Bread", owner="Ana", due="2026")
    [line] = lines(filled(made(idea(1, told()), tasks=(there,))))
    assert (line.owner, line.due) == ("Ana", "2026")


def test_a_line_that_was_ticked_off_by_hand_is_open_again_while_its_opportunity_is():
    there = Task(id="t", text="Bread", done=True)
    [line] = lines(filled(made(idea(1, told()), tasks=(there,))))
    assert not line.done


def test_an_unknown_choice_is_as_none():
    whole = made(idea(1, told()))
    assert filled(whole, {"nobody"}) == filled(whole)

"""One number for one thing, wherever it is told of."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import by_id, in_order
from desktop.document.cards import Pain, Promise
from desktop.document.journey import Link, Task
from desktop.exchange.backlog import text_of
from desktop.method.backlog import backlog, fill_next
from desktop.method.numbering import in_one_line, line_of, next_numbers, opportunity_numbers, task_numbers, with_tasks
from desktop.method.ranking import numbers, opportunities
from tests.grids import WORDS, card, lane, layouter, project

GRADES = st.tuples(st.integers(0, 5), st.integers(0, 5))
IDEAS = st.lists(GRADES, max_size=6)
ANSWERS = st.sets(st.tuples(st.integers(0, 5), st.integers(90, 94)), max_size=8)
SAID = st.lists(st.tuples(st.integers(0, 8), st.sampled_from(("", "c90", "c91", "c94"))), max_size=5)
FEW = settings(max_examples=25, deadline=None)


def idea(number, impact=3, ease=3, **fields):
    return card(
        number, "opportunity", promise=Promise(impact=impact, ease=ease), **{"text": f"Idea {number}", **fields}
    )


def pain(number, severity=5, **fields):
    return card(number, "pain", pain=Pain(severity=severity), text=f"Pain {number}", **fields)


def task(number, text, answers="", **fields):
    return Task(id=f"t{number}", rank=f"{number + 1}", text=text, answers=answers, **fields)


def answer(one, other):
    return Link(id=f"k{one}-{other}", kind="answers", source=f"c{one}", target=f"c{other}")


def whole_of(ideas, pains=(), links=(), tasks=()):
    return project(
        lane(*ideas, kind="opportunities"), lane(*pains, kind="pains"), links=tuple(links), tasks=by_id(tasks)
    )


@st.composite
def wholes(draw):
    """Opportunities, five pain points, answers between them, lines of Next about the one, the other and neither."""
    ideas = [idea(number, *grades) for number, grades in enumerate(draw(IDEAS))]
    pains = [pain(number, number - 89) for number in range(90, 95)]
    links = tuple(answer(*pair) for pair in sorted(draw(ANSWERS)) if pair[0] < len(ideas))
    said = dict(draw(SAID))
    return whole_of(ideas, pains, links, tuple(task(n, f"Idea  {n}", said[n]) for n in said))


def of_next(whole):
    """The numbers on the foot of the map as it is drawn, by the words beside them."""
    places = layouter().layout(whole, "m").footing.tasks
    return {in_one_line(place.task.text): place.number for place in places}


def of_map(whole):
    """The numbers that are drawn on opportunities, by their words."""
    drawn = layouter().layout(whole, "m").numbers
    cards = (one for each in whole.maps[0].lanes for one in each.cards if one.kind == "opportunity")
    return {one.text: drawn[one.id] for one in cards if one.id in drawn}


def of_table(whole):
    """The numbers in the file of the backlog, by the words beside them."""
    journey = whole.maps[0]
    lines = csv.DictReader(io.StringIO(text_of(backlog(whole, journey), journey, WORDS)))
    return {line["Opportunity"]: int(line["Number"]) for line in lines if line["Number"]}


def of_tasks(whole):
    journey = whole.maps[0]
    tasks = in_order(journey.tasks)
    known = with_tasks(numbers(journey), journey.lanes, tasks)
    return dict(zip((one.id for one in tasks), task_numbers(tasks, known), strict=True))


def agree(whole):
    """What is told of in two places bears the same number in both."""
    listed = of_table(whole)
    for other in (of_next(whole), of_map(whole)):
        assert {text: other[text] for text in other if text in listed} == {
            text: listed[text] for text in other if text in listed
        }
    assert of_map(whole).keys() <= listed.keys()


@FEW
@given(wholes())
def test_map_next_and_backlog_say_one_number(whole):
    agree(whole)


@FEW
@given(wholes())
def test_they_do_when_next_is_filled_from_the_backlog(whole):
    new = iter(range(99))
    filled = fill_next(whole, "m", (), new_id=lambda: f"n{next(new)}")
    agree(filled)
    assert of_map(filled) == of_map(whole)


@FEW
@given(wholes())
def test_no_number_means_two_things(whole):
    journey = whole.maps[0]
    worst = set(numbers(journey).values())
    entries = [one for one in backlog(whole, journey) if one.number and one.number not in worst]
    assert len({one.number for one in entries}) == len(entries)
    said = {line_of(one.card): one.number for one in entries}
    others = [n for text, n in of_next(whole).items() if text not in said and n not in worst]
    assert len(set(others)) == len(others)
    assert not set(others) & set(said.values())


@FEW
@given(wholes())
def test_what_answers_one_of_the_worst_bears_its_number(whole):
    known = numbers(whole.maps[0])
    for entry in backlog(whole, whole.maps[0]):
        assert entry.urgent == (entry.card.id in known)
        assert not entry.urgent or entry.number == known[entry.card.id]


def test_the_others_run_on_with_the_best_first():
    whole = whole_of([idea(1, 2, 2), idea(2, 5, 5), idea(3)], [pain(90)], [answer(1, 90)])
    found = opportunity_numbers(whole.maps[0], opportunities(whole, whole.maps[0]))
    assert found == {"c1": 1, "c2": 2, "c3": 3}


def test_what_nobody_has_judged_has_no_number():
    whole = whole_of([idea(1, 0, 0)])
    assert opportunity_numbers(whole.maps[0], opportunities(whole, whole.maps[0])) == {}


def test_lines_of_next_bear_one_number_each_by_their_tasks():
    whole = project(lane(idea(1), pain(90)), tasks=(task(0, "Idea 1"), task(1, "Other"), task(2, "Late", "c90")))
    found = next_numbers(whole.maps[0])
    assert found.keys() == {"t0", "t1", "t2"}
    assert found["t2"] == 1
    assert len(set(found.values())) == 3


def test_where_nothing_is_next_there_are_no_numbers():
    assert next_numbers(project(lane(pain(90))).maps[0]) == {}


def test_what_nobody_has_judged_bears_the_number_of_its_line():
    whole = whole_of([idea(1, 0, 0)], tasks=(task(1, "Call"), task(2, "Idea 1")))
    assert [one.number for one in backlog(whole, whole.maps[0])] == [2]


def test_the_line_of_an_opportunity_bears_its_number_whatever_it_answers():
    links = answer(1, 90), answer(1, 91)
    whole = whole_of([idea(1)], [pain(90, 4), pain(91, 5)], links, (task(1, "Idea 1", "c92"),))
    assert of_tasks(whole) == {"t1": 1}


def test_lines_about_nothing_leave_the_numbers_of_the_backlog_alone():
    whole = whole_of([idea(1), idea(2, 5, 5)], tasks=(task(1, "Call"),))
    assert of_tasks(whole) == {"t1": 1}
    assert [one.number for one in backlog(whole, whole.maps[0])] == [2, 3]


def test_two_cards_with_the_same_words_are_told_apart_by_what_they_answer():
    twins = idea(1, text="Bread"), idea(2, text="Bread")
    links = answer(1, 90), answer(2, 91)
    tasks = task(1, "Bread", "c91"), task(2, "Bread", "c90"), task(3, "Bread")
    assert of_tasks(whole_of(twins, [pain(90), pain(91, 4)], links, tasks)) == {"t1": 2, "t2": 1, "t3": 1}


def test_what_is_said_twice_bears_one_number():
    assert of_tasks(whole_of([], tasks=(task(1, "Call"), task(2, "Ask"), task(3, "Call")))) == {
        "t1": 1,
        "t2": 2,
        "t3": 1,
    }


def test_empty_lines_are_lines_of_their_own():
    assert of_tasks(whole_of([idea(1, text="")], tasks=(task(1, ""), task(2, " ")))) == {"t1": 1, "t2": 2}

"""*Next* in columns, numbered like the pain points it answers."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.journey import Task
from desktop.layout.places import Rect
from desktop.layout.tasks import column_count, place_tasks, task_line
from desktop.method.numbering import task_numbers
from tests.journeys import STYLE, TASKS, WORDS, composer, journey

COLUMN, GAP = STYLE.space["task-column"], STYLE.space["task-gap"]


def places(width, *tasks, numbers=None, **fields):
    return place_tasks(journey(tasks=tasks, **fields), numbers or {}, Rect(140.0, 5.0, width, 0.0), composer())


def test_tasks_are_numbered_in_order():
    assert task_numbers(TASKS, {}) == (1, 2, 3)


def test_a_task_bears_the_number_of_the_pain_point_it_answers():
    assert task_numbers(TASKS, {"p1": 3}) == (3, 1, 2)


def test_other_tasks_leave_the_numbers_of_pain_points_alone():
    assert task_numbers(TASKS, {"p1": 1, "p2": 2, "p3": 3}) == (1, 4, 5)


def test_two_tasks_may_answer_one_pain_point():
    twice = (TASKS[0], TASKS[0].model_copy(update={"id": "t9"}))
    assert task_numbers(twice, {"p1": 2}) == (2, 2)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, ""),
        ({"owner": "Kitchen"}, "Kitchen"),
        ({"due": "2026-12-01"}, "by 1 December"),
        ({"owner": "Kitchen", "due": "2027-02"}, "Kitchen\u00a0· by February 2027"),
        ({"owner": "Kitchen", "due": "2026-12-01", "due_text": "from Monday"}, "Kitchen\u00a0· from Monday"),
    ],
)
def test_the_second_line_says_who_and_until_when(fields, line):
    assert task_line(Task(id="t1", **fields), WORDS, "2026-11-22") == line


@pytest.mark.parametrize(
    ("columns", "tasks", "count"),
    [(0.8, 3, 1), (1.4, 3, 2), (2.0, 3, 2), (3.0, 3, 3), (3.0, 1, 1), (4.0, 9, 4), (9.0, 9, 4), (0.1, 2, 1)],
)
def test_as_many_columns_as_have_room(columns, tasks, count):
    assert column_count(columns * (COLUMN + GAP), tasks, composer()) == count


def test_no_tasks_no_places():
    assert places(600.0) == ()


def test_tasks_stand_in_the_maps_order_from_left_to_right():
    found = places(1200.0, *reversed(TASKS))
    assert [place.task.id for place in found] == ["t1", "t2", "t3"]
    assert [place.circle.x for place in found] == sorted(place.circle.x for place in found)
    assert len({place.texts[0].y for place in found}) == 1


def test_columns_are_equally_wide_and_fill_the_width():
    found = places(1200.0, *TASKS)
    assert len({round(place.texts[0].width, 6) for place in found}) == 1
    assert found[-1].texts[0].x + found[-1].texts[0].width == pytest.approx(140.0 + 1200.0)


def test_the_circle_stands_beside_the_first_line():
    place = places(1200.0, TASKS[1])[0]
    middle = place.texts[0].y + STYLE.roles["task"].leading / 2
    assert place.circle.y + place.circle.height / 2 == pytest.approx(middle)
    assert place.texts[0].x == pytest.approx(place.circle.right + STYLE.space["pad"])


def test_the_second_line_hangs_below_the_text():
    text, second = places(1200.0, TASKS[0])[0].texts
    assert (second.x, second.y) == (text.x, text.bottom)


def test_a_done_task_is_set_in_grey():
    done = Task(id="t1", text="Mend the lamp", done=True)
    assert places(600.0, done)[0].texts[0].colour == STYLE.colours["ink-3"]


@given(
    st.lists(st.sampled_from(["Mend the lamp", "Say the waiting time when taking the order " * 3]), max_size=9),
    st.floats(60, 1500),
)
def test_tasks_never_overlap(texts, width):
    tasks = [Task(id=f"t{number}", text=text, owner="Kitchen") for number, text in enumerate(texts)]
    boxes = [box(place) for place in places(width, *tasks)]
    assert not [(a, b) for a, b in combinations(boxes, 2) if a.meets(b)]


def box(place):
    text = place.texts[0]
    top = min(place.circle.y, text.y)
    return Rect(place.circle.x, top, text.x + text.width - place.circle.x, place.bottom - top)


def test_a_task_that_runs_to_the_left_stands_beside_its_number():
    (place,) = places(900.0, Task(id="t", rank="G", text="להציג את זמן ההמתנה", owner="מטבח"))
    left = min(x for text in place.texts for x, _, _ in composer().lines(text))
    assert left == pytest.approx(place.circle.right + STYLE.space["pad"])

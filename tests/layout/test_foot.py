"""The foot of a map: Next, legend and last line, one below the other or side by side, never on each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.foot import foot_line, foot_place
from desktop.layout.places import Foot, Rect
from desktop.layout.titleblock import version_text
from tests.journeys import FACTS, STYLE, TASKS, WORDS, composer, emotions, full, journey, project


def foot(journey_map, width=1600.0, **options):
    return foot_place(project(journey_map), journey_map, width, composer(), **options)


def boxes(placed):
    """Every text and sample."""
    texts = [place for place in (placed.heading, placed.line) if place]
    texts += [text for task in placed.tasks for text in task.texts] + [entry.text for entry in placed.legend]
    shapes = [task.circle for task in placed.tasks] + [entry.sample for entry in placed.legend]
    return [*(Rect(text.x, text.y, text.width, text.height - 0.01) for text in texts), *shapes]


def test_a_map_that_says_nothing_has_only_its_status():
    placed = foot(journey())
    assert (placed.tasks, placed.legend, placed.rules) == ((), (), ())
    assert placed.line.text == "Current journey"


def test_a_map_without_status_has_no_foot():
    assert foot(journey(status="")) == Foot(1600.0, 0.0)


def test_the_last_line_says_which_map_this_is():
    dotted = foot_line(journey(**FACTS), WORDS, "cards 23 pt").replace("\u00a0", " ").split(" · ")
    assert dotted == [
        "Current journey",
        "v3",
        "22 November 2026",
        "owner: front of house",
        "next review 1 March 2027",
        "cards 23 pt",
    ]


@pytest.mark.parametrize(("status", "words"), [("ideal", "Ideal journey"), ("to be seen", "to be seen")])
def test_a_status_of_ones_own_stands_as_it_is(status, words):
    assert foot_line(journey(status=status), WORDS) == words


@pytest.mark.parametrize(("version", "text"), [("3", "v3"), ("2.1", "v2.1"), ("draft", "draft"), ("", "")])
def test_a_version_that_is_a_number_is_marked(version, text):
    assert version_text(version, WORDS) == text


def test_next_stands_beside_the_tasks_on_their_baseline():
    placed, setter = foot(journey(tasks=TASKS)), composer()
    heading = placed.heading.y + setter.setting("lane").baseline
    task = placed.tasks[0].texts[0].y + setter.setting("task").baseline
    assert placed.heading.text == "Next"
    assert heading == pytest.approx(task)


def test_tasks_begin_where_the_cards_begin():
    placed = foot(journey(tasks=TASKS), label_width=200.0)
    assert placed.tasks[0].circle.x == pytest.approx(200.0 + STYLE.space["gutter"])


def test_numbers_come_from_outside():
    assert [place.number for place in foot(journey(tasks=TASKS), numbers={"p1": 2}).tasks] == [2, 1, 3]


def test_a_rule_separates_next_from_the_legend():
    placed = foot(full())
    (rule,) = placed.rules
    assert max(place.bottom for place in placed.tasks) < rule < min(entry.sample.y for entry in placed.legend)


def test_a_wide_foot_has_legend_and_last_line_on_one_line():
    placed = foot(full())
    assert len({entry.text.y for entry in placed.legend}) == 1
    assert placed.line.y == placed.legend[0].text.y
    assert placed.line.x + placed.line.width == pytest.approx(placed.width)


def test_a_narrow_foot_has_them_below_each_other():
    placed = foot(full(), 420.0)
    assert placed.line.y > max(entry.bottom for entry in placed.legend)
    assert placed.line.x == 0.0
    assert placed.line.lines > 1


def test_a_last_line_without_a_legend_is_flush_right():
    placed = foot(journey(**FACTS))
    assert placed.line.x + placed.line.width == pytest.approx(1600.0)


def test_a_legend_without_a_last_line_ends_the_foot():
    placed = foot(journey(emotions("maya"), status=""))
    assert placed.height == max(entry.bottom for entry in placed.legend)


@given(st.floats(260, 3000), st.booleans(), st.sampled_from(["", "cards 23 pt, comfortable to 1 m"]))
def test_nothing_overlaps_and_nothing_leaves_the_foot(width, long_labels, note):
    placed = foot(full(), width, note=note, label_width=230.0 if long_labels else None)
    found = boxes(placed)
    assert not [(a, b) for a, b in combinations(found, 2) if a.meets(b)]
    assert all(box.right <= width + 1e-6 for box in found)
    assert max(box.bottom for box in found) <= placed.height + 1e-6

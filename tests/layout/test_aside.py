"""Words at the head and the foot stand between the seams, as far as there is room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.layout.aside import foot_aside, head_aside, shifts, title_room
from desktop.layout.heading import Head
from desktop.layout.layouter import Layouter
from desktop.layout.places import Foot, HeadPlace
from desktop.layout.stretch import Stretch
from desktop.layout.titleblock import Plate
from tests.journeys import STYLE, WORDS, composer

PAD = STYLE.space["gutter"]
WIDE = 2000.0
SEAMS = (400.0, 800.0, 1200.0, 1600.0)

lines = st.lists(st.tuples(st.floats(0, 60), st.floats(5, 120)), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def layouts(sample):
    """As usual, and with seams."""
    layouter = Layouter(resources.typesetter(), STYLE, WORDS)
    plate = Plate("cards 23 pt", "A0 on A4", "restaurant.journey")
    map_id = sample.project.maps[0].id
    return [layouter.layout(sample.project, map_id, WIDE, plate, stretch=Stretch(seams=seams)) for seams in ((), SEAMS)]


def spans_of(pairs):
    """Spans from the gap before each and its width."""
    found, x = [], 0.0
    for gap, width in pairs:
        found.append((x + gap, x + gap + width))
        x = found[-1][1]
    return found


def crossed(spans, seams):
    return [seam for seam in seams for left, right in spans if left < seam < right]


def words(layout):
    """Left and right end of all that is written at the foot."""
    foot, set_in = layout.footing, composer()
    texts = [
        *(text for place in foot.tasks for text in place.texts),
        *(place.text for place in foot.legend),
        *foot.block,
    ]
    return [(layout.foot.x + text.x, layout.foot.x + text.x + set_in.widest(text)) for text in texts]


def test_what_no_seam_touches_stays():
    assert shifts([(10, 50), (60, 90)], [120.0], 5, 1000) == [0, 0]


def test_what_a_seam_touches_stands_right_of_it():
    assert shifts([(10, 50)], [30.0], 5, 1000) == [25]


def test_a_seam_that_comes_too_near_counts():
    assert shifts([(10, 50)], [52.0], 5, 1000) == [47]
    assert shifts([(10, 50)], [55.0], 5, 1000) == [0]


def test_what_follows_makes_room():
    assert shifts([(10, 50), (60, 90)], [30.0], 5, 1000) == [25, 25]


def test_what_is_pushed_onto_a_seam_goes_on():
    assert shifts([(10, 50), (60, 90)], [30.0, 110.0], 5, 1000) == [25, 55]


def test_without_room_at_the_end_all_stay():
    assert shifts([(10, 50), (60, 90)], [30.0], 5, 110) == [0, 0]


def test_without_room_for_all_the_first_step_aside():
    assert shifts([(10, 50), (100, 140)], [30.0, 120.0], 5, 150) == [25, 0]


def test_what_is_wider_than_a_sheet_stays():
    assert shifts([(10, 200)], [50.0, 120.0, 190.0], 5, 1000) == [185.0]
    assert shifts([(10, 85)], [50.0, 100.0], 20, 90) == [0]


@given(lines, st.floats(0, 10))
def test_nothing_is_cut_when_there_is_room(pairs, pad):
    spans, seams = spans_of(pairs), [float(at) for at in range(150, 3000, 150)]
    moved = [(a + by, b + by) for (a, b), by in zip(spans, shifts(spans, seams, pad, 1e9), strict=True)]
    assert crossed(moved, seams) == []


@given(lines, st.lists(st.floats(0, 900), max_size=4).map(sorted))
def test_things_stay_in_order_and_apart(pairs, seams):
    spans = spans_of(pairs)
    found = shifts(spans, seams, 2.0, 1e9)
    moved = [(a + by, b + by) for (a, b), by in zip(spans, found, strict=True)]
    assert all(by >= 0 for by in found)
    assert all(left[1] <= right[0] for left, right in pairwise(moved))


def test_the_foot_is_not_cut(layouts):
    usual, aside = layouts
    assert crossed(words(usual), SEAMS)
    assert crossed(words(aside), SEAMS) == []


def test_the_foot_ends_within_the_map(layouts):
    _, aside = layouts
    assert max(right for _, right in words(aside)) <= aside.foot.right + 1e-6


def test_samples_move_with_their_words(layouts):
    usual, aside = (layout.footing for layout in layouts)
    for before, after in zip(usual.legend, aside.legend, strict=True):
        assert after.text.x - after.sample.x == pytest.approx(before.text.x - before.sample.x)
        assert after.text.y - after.sample.y == pytest.approx(before.text.y - before.sample.y)


def test_tasks_move_with_their_numbers(layouts):
    usual, aside = (layout.footing for layout in layouts)
    for before, after in zip(usual.tasks, aside.tasks, strict=True):
        moved = {round(text.x - was.x, 6) for text, was in zip(after.texts, before.texts, strict=True)}
        assert moved == {round(after.circle.x - before.circle.x, 6)}


def test_captions_of_the_title_block_stay_above_their_words(layouts):
    block = layouts[1].footing.block
    assert all(caption.x == text.x for caption, text in zip(block[::2], block[1::2], strict=True))


def test_fewer_facts_are_cut(layouts):
    usual, aside = layouts
    goal = usual.heading.texts[-1]
    seams = [goal.x + goal.width - PAD]
    moved = head_aside(usual.heading, 0.0, seams, composer())
    cut = [crossed([(text.x, text.x + text.width) for text in head.texts], seams) for head in (usual.heading, moved)]
    assert len(cut[0]) > len(cut[1]) == 0
    assert usual.head == aside.head


def test_the_portrait_moves_with_its_persona(layouts):
    usual, aside = (layout.heading for layout in layouts)
    name = next(number for number, text in enumerate(usual.texts) if text.role == "fact-strong")
    moved = aside.texts[name].x - usual.texts[name].x
    assert aside.portrait.x - usual.portrait.x == pytest.approx(moved)


def test_facts_stay_right_of_the_title(layouts):
    heading, set_in = layouts[1].heading, composer()
    title = max(text.x + set_in.widest(text) for text in heading.texts if text.role in {"title", "subtitle"})
    assert heading.portrait.x > title


def test_nothing_to_move():
    assert foot_aside(Foot(100.0, 0.0), [50.0], composer()) == Foot(100.0, 0.0)
    assert head_aside(HeadPlace(), 0.0, [50.0], composer()) == HeadPlace()


def test_words_of_a_title_are_not_broken():
    set_in = composer()
    long = set_in.width("Kundenreise", "title")
    assert long < title_room(Head("Die Kundenreise", "", ()), 10.0, set_in) < long + 1
    assert title_room(Head("Die Kundenreise", "", ()), 900.0, set_in) == 900.0
    assert title_room(Head("", "", ()), 10.0, set_in) == 10.0

from itertools import pairwise

import pytest

from desktop import resources
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Box, Ellipse, Glyphs
from desktop.drawing.workwall import DOTS, SLOT, wall
from desktop.layout.addresses import addresses
from desktop.typeset.lines import UNITS

LANES = ("actions", "emotions", "visibility", "pains")


def journey(steps=3, kinds=LANES, **fields):
    rows = tuple(Step(id=f"s{n}", title=f"Step {n}", rank=f"A{n:02}V") for n in range(steps))
    lanes = tuple(Lane(id=f"l{n}", kind=kind, rank=f"A{n:02}V") for n, kind in enumerate(kinds))
    return JourneyMap(id="m", title="Dinner", stages=(Stage(id="g", title="Dine", steps=rows),), lanes=lanes, **fields)


def drawn(journey_map, language="en"):
    return wall(
        journey_map,
        "Project",
        resources.style("print"),
        Lettering(resources.typesetter()),
        resources.words(language),
    )


def figures(drawing, role):
    return [placed for placed in drawing.placed if placed.figure.role == role]


def said(placed):
    return [shape.line.text for shape in placed.figure.shapes if isinstance(shape, Glyphs)]


def test_every_cell_has_an_address_and_lines_have_none():
    found = addresses(journey())
    assert found["l0", "s0"] == "A1"
    assert found["l3", "s2"] == "C3"
    assert not any(lane == "l2" for lane, _ in found)


def test_a_hidden_lane_takes_no_number():
    lanes = (Lane(id="a", kind="actions", rank="A", hidden=True), Lane(id="b", kind="notes", rank="B"))
    assert addresses(journey(1).model_copy(update={"lanes": lanes})) == {("b", "s0"): "A1"}


def test_a_slot_is_as_large_as_a_note():
    slot = next(each for each in figures(drawn(journey()), "card") if each.figure.id == "A1")
    (box,) = [shape for shape in slot.figure.shapes if isinstance(shape, Box)]
    assert (box.width, box.height) == (SLOT, SLOT)


def test_slots_do_not_touch():
    slots = [each for each in figures(drawn(journey(12)), "card") if each.figure.id.endswith("1")]
    gaps = [right.x - left.x - SLOT for left, right in pairwise(slots)]
    assert min(gaps) >= 3.0


def test_the_address_stands_above_the_note():
    slot = next(each for each in figures(drawn(journey()), "card") if each.figure.id == "B1")
    address = next(shape for shape in slot.figure.shapes if isinstance(shape, Glyphs))
    box = next(shape for shape in slot.figure.shapes if isinstance(shape, Box))
    assert address.line.text == "B1"
    assert address.y < box.y


def test_feelings_are_ticked_from_two_to_minus_two():
    strip = next(each for each in figures(drawn(journey()), "card") if each.figure.id == "A2")
    assert said(strip) == ["A2", "+2", "+1", "0", "−1", "−2"]
    heights = [shape.cy for shape in strip.figure.shapes if isinstance(shape, Ellipse)]
    assert heights == sorted(heights)
    assert len(heights) == 5


def test_pain_points_have_room_for_dots():
    pain = next(each for each in figures(drawn(journey()), "card") if each.figure.id == "A3")
    boxes = [shape for shape in pain.figure.shapes if isinstance(shape, Box)]
    assert boxes[1].y > boxes[0].y + SLOT
    assert boxes[1].height < DOTS


def test_a_lane_asks_its_question():
    labels = {each.figure.id: " ".join(" ".join(said(each)).split()) for each in figures(drawn(journey()), "lane")}
    assert "What does the customer do here?" in labels["l0"]
    assert "prompt" not in " ".join(labels.values())


def test_a_lane_of_an_unknown_kind_asks_nothing():
    (label,) = figures(drawn(journey(1, ("homemade",))), "lane")
    assert said(label) == ["1", "homemade"]


def test_it_is_said_in_the_language_of_the_words():
    assert any("Arbeitswand" in line for each in figures(drawn(journey(), "de"), "header") for line in said(each))


def test_a_map_without_a_title_has_the_project_s():
    untitled = journey().model_copy(update={"title": ""})
    assert said(figures(drawn(untitled), "header")[0])[0] == "Project"


@pytest.mark.parametrize("steps", [1, 4, 30])
def test_everything_stands_on_the_drawing(steps):
    drawing = drawn(journey(steps))
    for placed in drawing.placed:
        assert placed.x >= 0
        assert placed.x + placed.figure.width <= drawing.width
        assert placed.y + placed.figure.height <= drawing.height


@pytest.mark.parametrize(
    "bare", [JourneyMap(id="m"), journey(1, ()), JourneyMap(id="m", lanes=(Lane(id="l", kind="notes"),))]
)
def test_a_bare_map_is_a_bare_wall(bare):
    assert not figures(drawn(bare), "card")


def test_stages_are_bookmarks():
    (mark,) = drawn(journey()).bookmarks
    assert mark.title == "Dine"
    assert mark.height > SLOT


def test_twelve_steps_and_eight_lanes_fit_an_a0():
    kinds = ("actions", "touchpoints", "thoughts", "emotions", "quotes", "backstage", "metrics", "notes")
    drawing = drawn(journey(12, kinds))
    assert drawing.width <= 1189
    assert drawing.height <= 841


@pytest.mark.parametrize(("steps", "lines"), [(1, 2), (6, 1)])
def test_the_last_words_stay_on_a_narrow_wall(steps, lines):
    drawing = drawn(journey(steps=steps))
    (foot,) = figures(drawing, "footer")
    right = max(shape.x + shape.line.width * shape.size / UNITS for shape in foot.figure.shapes)
    assert len(said(foot)) == lines
    assert foot.x + right <= drawing.width
    assert foot.y + max(shape.y for shape in foot.figure.shapes) <= drawing.height - 12.0


def test_a_lane_of_many_words_has_a_higher_row():
    plain, wordy = journey(kinds=("actions", "pains")), journey(kinds=("actions", "pains"))
    lane = wordy.lanes[0].model_copy(update={"title": "What the guests of the house do " * 6, "subtitle": "said " * 30})
    wordy = wordy.model_copy(update={"lanes": (lane, wordy.lanes[1])})
    first, second = figures(drawn(wordy), "lane")
    lowest = max(shape.y for shape in first.figure.shapes if isinstance(shape, Glyphs))
    assert first.y + lowest < second.y
    assert drawn(wordy).height > drawn(plain).height

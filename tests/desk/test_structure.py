"""The verbs of stages and steps."""

import pytest
from looking import desk_on

from desktop.desk.structure import Structure
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.keyed import find
from desktop.document.locate import steps_in_order


@pytest.fixture
def desk():
    return desk_on()


class Pen:
    """Keeps the drafts that it is given; writes the last one."""

    def __init__(self, desk):
        self.desk = desk
        self.drafts = []

    def write(self, text):
        draft = self.drafts[-1]
        self.desk.edit(draft.label, draft.with_text(text), (draft.thing,))
        return draft


@pytest.fixture
def pen(desk):
    return Pen(desk)


@pytest.fixture
def structure(desk, pen):
    return Structure(desk, pen.drafts.append)


@pytest.fixture
def said(desk):
    heard = []
    desk.said.connect(heard.append)
    return heard


def stages(desk):
    return [stage.title for stage in in_order(desk.journey.stages)]


def steps(desk):
    return [step.title or step.id for step in steps_in_order(desk.journey)]


@pytest.mark.parametrize(
    ("selected", "verb", "order"),
    [
        (("dine",), "add_stage_before", ["Come", "New", "Dine", "Go"]),
        (("dine",), "add_stage_after", ["Come", "Dine", "New", "Go"]),
        (("come", "dine"), "add_stage_after", ["Come", "Dine", "New", "Go"]),
        (("order",), "add_stage_before", ["Come", "New", "Dine", "Go"]),
        ((), "add_stage_before", ["New", "Come", "Dine", "Go"]),
        ((), "add_stage_after", ["Come", "Dine", "Go", "New"]),
    ],
)
def test_a_stage_is_added_beside_what_is_meant(desk, structure, pen, selected, verb, order):
    desk.select(selected)
    getattr(structure, verb)()
    pen.write("New")
    assert stages(desk) == order


@pytest.mark.parametrize(
    ("selected", "verb", "order"),
    [
        (("eat",), "add_step_before", ["find", "enter", "order", "New", "eat", "pay"]),
        (("eat",), "add_step_after", ["find", "enter", "order", "eat", "New", "pay"]),
        (("dine",), "add_step_before", ["find", "enter", "New", "order", "eat", "pay"]),
        (("p1",), "add_step_after", ["find", "enter", "order", "eat", "New", "pay"]),
        ((), "add_step_before", ["New", "find", "enter", "order", "eat", "pay"]),
        ((), "add_step_after", ["find", "enter", "order", "eat", "pay", "New"]),
    ],
)
def test_a_step_is_added_beside_what_is_meant(desk, structure, pen, selected, verb, order):
    desk.select(selected)
    getattr(structure, verb)()
    pen.write("New")
    assert steps(desk) == order


def test_the_slot_says_where_when_nothing_is_selected(desk, structure, pen):
    desk.aim(Spot("acts", "enter"))
    structure.add_step_after()
    pen.write("New")
    assert steps(desk)[:3] == ["find", "enter", "New"]


def test_what_is_new_is_one_undo_step_and_selected(desk, structure, pen):
    structure.add_stage_after()
    draft = pen.write("New")
    assert desk.selected == {draft.thing}
    desk.undo()
    assert desk.session.undoable is None
    assert stages(desk) == ["Come", "Dine", "Go"]


def test_nothing_changes_before_it_is_written(desk, structure, pen):
    structure.add_stage_after()
    assert desk.session.undoable is None
    assert pen.drafts[0].fresh


def test_a_stage_is_split_at_a_step(desk, structure, pen):
    desk.select(("eat",))
    structure.split_stage()
    pen.write("Eat")
    assert stages(desk) == ["Come", "Dine", "Eat", "Go"]
    assert steps(desk) == ["find", "enter", "order", "eat", "pay"]


def test_a_stage_is_not_split_before_its_first_step(desk, structure, pen, said):
    desk.select(("order",))
    structure.split_stage()
    assert pen.drafts == []
    assert said == ["A stage cannot be split before its first step."]


def test_a_step_is_split(desk, structure, pen):
    desk.select(("a1",))
    structure.split_step()
    pen.write("Ask")
    assert steps(desk)[:3] == ["find", "Ask", "enter"]


def test_a_split_shows_the_same_thing_for_every_key(desk, structure, pen):
    desk.select(("find",))
    structure.split_step()
    draft = pen.drafts[0]
    first, second = (find(draft.with_text(text).maps[0].stages, "come").steps for text in ("a", "ab"))
    assert {step.id for step in first} == {step.id for step in second}


def test_nothing_is_split_where_nobody_points(structure, pen):
    structure.split_step()
    structure.split_stage()
    assert pen.drafts == []


@pytest.mark.parametrize(
    ("selected", "left"),
    [(("come",), ["Come", "Go"]), (("come", "dine", "go"), ["Come"]), (("go", "dine"), ["Come", "Dine"])],
)
def test_stages_are_merged(desk, structure, selected, left):
    desk.select(selected)
    structure.merge_stages()
    assert stages(desk) == left
    assert steps(desk) == ["find", "enter", "order", "eat", "pay"]


@pytest.mark.parametrize(("selected", "left"), [(("find",), 4), (("find", "enter", "order"), 3), (("a4",), 4)])
def test_steps_are_merged(desk, structure, selected, left):
    desk.select(selected)
    structure.merge_steps()
    assert len(steps(desk)) == left
    desk.undo()
    assert desk.session.undoable is None


def test_the_merged_one_is_selected(desk, structure):
    desk.select(("come",))
    structure.merge_stages()
    assert desk.selected == {"come"}


def test_the_last_stage_has_none_to_merge_with(desk, structure, said):
    desk.select(("go",))
    structure.merge_stages()
    assert said == ["Only stages beside each other can be merged."]
    assert stages(desk) == ["Come", "Dine", "Go"]


def test_stages_apart_are_not_merged(desk, structure, said):
    desk.select(("come", "go"))
    structure.merge_stages()
    assert len(said) == 1
    assert desk.session.undoable is None


@pytest.mark.parametrize("thing", ["dine", "eat", "notes"])
def test_titles_are_written(desk, structure, pen, thing):
    desk.select((thing,))
    structure.rename()
    pen.write("Other")
    held = (*desk.journey.stages, *steps_in_order(desk.journey), *desk.journey.lanes)
    assert next(one.title for one in held if one.id == thing) == "Other"


def test_a_title_is_opened_as_it_is(desk, structure, pen):
    desk.select(("dine",))
    structure.rename()
    assert (pen.drafts[0].text, pen.drafts[0].fresh) == ("Dine", False)


def test_a_card_has_no_title(desk, structure, pen):
    desk.select(("a1",))
    structure.rename()
    assert pen.drafts == []

"""Text of other programs becomes cards in the cells that are meant."""

import pytest

from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import hide_lane, lock_lane
from desktop.document.edits.paste_table import (
    Goals,
    NewLane,
    NewStep,
    is_feeling,
    open_lanes,
    paste_cells,
    paste_column,
    texts_of,
)
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap
from desktop.document.locate import columns_of, stage_of, steps_in_order
from desktop.document.project import Project


@pytest.fixture
def project(sample):
    return sample.project


def journey(project):
    return project.maps[0]


def lane(project, kind):
    return next(lane for lane in journey(project).lanes if lane.kind == kind)


def steps(project, *numbers):
    return tuple(columns_of(journey(project)).steps[number] for number in numbers)


def column(project, texts, kind, step, new_id):
    spot = Spot(lane(project, kind).id, steps(project, step)[0])
    return paste_column(project, journey(project).id, texts, spot, new_id=new_id)


def cells(project, rows, lanes, columns, new_id, **how):
    return paste_cells(project, journey(project).id, rows, Goals(tuple(lanes), tuple(columns)), new_id=new_id, **how)


def texts(project, kind, step):
    at = steps(project, step)[0]
    return [card.text for card in in_order(lane(project, kind).cards) if card.first == at]


def test_lines_become_a_stack(project, new_id):
    after = column(project, ["one", "two"], "pains", 0, new_id)
    assert texts(after, "pains", 0) == ["one", "two"]
    assert {card.kind for card in lane(after, "pains").cards} == {"pain"}


def test_nothing_changes_nothing(project, new_id):
    assert column(project, [], "pains", 0, new_id) is project


def test_cells_go_to_their_goals(project, new_id):
    lanes = lane(project, "pains").id, lane(project, "actions").id
    after = cells(project, [["a", "b"], ["c", ""]], lanes, steps(project, 3, 5), new_id)
    assert [texts(after, "pains", at)[-1] for at in (3, 5)] == ["a", "b"]
    assert texts(after, "actions", 3)[-1] == "c"
    assert texts(after, "actions", 5) == texts(project, "actions", 5)


def test_several_rows_and_columns_may_share_a_cell(project, new_id):
    home, (step,) = lane(project, "pains").id, steps(project, 0)
    after = cells(project, [["a", "b"], ["c", "d"]], [home, home], [step, step], new_id)
    assert texts(after, "pains", 0) == ["a", "b", "c", "d"]


def test_what_goes_nowhere_is_left_out(project, new_id):
    home, (step,) = lane(project, "pains").id, steps(project, 0)
    after = cells(project, [["a", "b"], ["c", "d"]], [home, ""], [step, ""], new_id)
    assert texts(after, "pains", 0) == ["a"]
    assert cells(project, [["a"]], [""], [step], new_id) is project


def test_lines_of_a_cell_are_cards_of_their_own_or_not(project, new_id):
    home, at = [lane(project, "pains").id], steps(project, 0)
    assert texts(cells(project, [["a\nb"]], home, at, new_id), "pains", 0) == ["a", "b"]
    assert texts(cells(project, [["a\nb"]], home, at, new_id, split=False), "pains", 0) == ["a\nb"]
    assert texts_of(" a \n\n b", split=True) == ["a", "b"]


def test_a_new_lane_stands_under_the_one_before(project, new_id):
    goals = [lane(project, "actions").id, NewLane("Doubts", "thoughts")]
    after = cells(project, [["a"], ["b"]], goals, steps(project, 2), new_id)
    rows = in_order(journey(after).lanes)
    made = next(each for each in rows if each.title == "Doubts")
    assert rows.index(made) == [each.kind for each in rows].index("actions") + 1
    assert [(card.kind, card.text) for card in made.cards] == [("thought", "b")]


def test_a_new_lane_alone_stands_at_the_foot(project, new_id):
    after = cells(project, [["b"]], [NewLane("Doubts")], steps(project, 2), new_id)
    assert in_order(journey(after).lanes)[-1].title == "Doubts"


def test_a_new_step_stands_behind_the_one_before(project, new_id):
    (known,) = steps(project, 2)
    after = cells(project, [["a", "b"]], [lane(project, "pains").id], [known, NewStep("Asks around")], new_id)
    row = steps_in_order(journey(after))
    at = [step.title for step in row].index("Asks around")
    assert row[at - 1].id == known
    assert stage_of(journey(after), row[at].id).id == stage_of(journey(after), known).id
    assert texts(after, "pains", at) == ["b"]


def test_a_map_without_steps_gets_stages(new_id):
    bare = Project(id="p", maps=(JourneyMap(id="m"),))
    goals = Goals((NewLane("Pains", "pains"),), (NewStep("Before"), NewStep("After")))
    after = paste_cells(bare, "m", [["a", "b"]], goals, new_id=new_id)
    assert [stage.title for stage in in_order(journey(after).stages)] == ["Before"]
    assert [card.text for card in in_order(journey(after).lanes[0].cards)] == ["a", "b"]


def test_values_become_markers(project, new_id):
    (step,) = steps(project, 0)
    after = column(project, ["−1,5 lost"], "emotions", 0, new_id)
    persona = journey(project).persona
    (marker,) = (m for m in lane(after, "emotions").markers if m.step == step and m.persona == persona)
    assert (marker.value, marker.label) == (-1.5, "lost")


def test_a_row_of_values_is_a_curve(project, new_id):
    after = cells(project, [["+1", "-2 lost\nand cold"]], [lane(project, "emotions").id], steps(project, 0, 1), new_id)
    mine = [m for m in lane(after, "emotions").markers if m.persona == journey(project).persona]
    assert {m.step: m.value for m in mine}.items() >= dict(zip(steps(project, 0), [1.0], strict=True)).items()


@pytest.mark.parametrize("text", ["happy", "3", "2.7"])
def test_other_words_are_no_emotion(project, new_id, text):
    assert not is_feeling(text)
    with pytest.raises(EditError, match=r"lane\.no_cards"):
        column(project, [text], "emotions", 0, new_id)
    with pytest.raises(EditError, match=r"lane\.no_cards"):
        cells(project, [[text]], [lane(project, "emotions").id], steps(project, 0), new_id)


def test_hidden_and_locked_lanes_and_dividers_are_not_open(project):
    map_id = journey(project).id
    shut = hide_lane(project, map_id, lane(project, "touchpoints").id, True)
    shut = lock_lane(shut, map_id, lane(project, "thoughts").id, True)
    kinds = {each.kind for each in open_lanes(journey(shut).lanes)}
    assert "actions" in kinds
    assert kinds.isdisjoint({"touchpoints", "thoughts", "visibility"})


def test_a_locked_lane_refuses(project, new_id):
    shut = lock_lane(project, journey(project).id, lane(project, "pains").id, True)
    with pytest.raises(EditError, match=r"lane\.locked"):
        column(shut, ["a"], "pains", 0, new_id)
    with pytest.raises(EditError, match=r"lane\.locked"):
        cells(shut, [["a"]], [lane(shut, "pains").id], steps(shut, 0), new_id)


def test_goals_must_be_there(project, new_id):
    with pytest.raises(EditError, match="missing"):
        cells(project, [["a"]], ["gone"], steps(project, 0), new_id)
    with pytest.raises(EditError, match="missing"):
        cells(project, [["a"]], [lane(project, "pains").id], ["gone"], new_id)

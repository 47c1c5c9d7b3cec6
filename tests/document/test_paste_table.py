"""Text of other programs becomes cards in the cells that are meant."""

import pytest

from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import hide_lane, lock_lane
from desktop.document.edits.paste_table import paste_rows
from desktop.document.errors import EditError
from desktop.document.locate import columns_of


@pytest.fixture
def project(sample):
    return sample.project


def journey(project):
    return project.maps[0]


def lane(project, kind):
    return next(lane for lane in journey(project).lanes if lane.kind == kind)


def pasted(project, rows, kind, step, new_id):
    spot = Spot(lane(project, kind).id, columns_of(journey(project)).steps[step])
    return paste_rows(project, journey(project).id, rows, spot, new_id=new_id)


def texts(project, kind, step):
    at = columns_of(journey(project)).steps[step]
    return [card.text for card in in_order(lane(project, kind).cards) if card.first == at]


def test_lines_become_a_stack(project, new_id):
    after = pasted(project, [["one"], ["two"]], "pains", 0, new_id)
    assert texts(after, "pains", 0) == ["one", "two"]
    assert {card.kind for card in lane(after, "pains").cards} == {"pain"}


def test_a_table_goes_over_lanes_and_steps(project, new_id):
    after = pasted(project, [["a", "b"], ["c", ""]], "actions", 3, new_id)
    assert texts(after, "actions", 3)[-1] == "a"
    assert texts(after, "actions", 4)[-1] == "b"
    assert texts(after, "touchpoints", 3)[-1] == "c"
    assert texts(after, "touchpoints", 4) == texts(project, "touchpoints", 4)


def test_names_say_where_things_go(project, new_id):
    rows = [["", "Compares", "Orders"], ["Pain points", "slow", "late"], ["Thoughts", "hm", ""]]
    after = pasted(project, rows, "actions", 0, new_id)
    assert texts(after, "pains", 2)[-1] == "slow"
    assert "hm" in texts(after, "thoughts", 2)
    orders = [s.title for stage in in_order(journey(project).stages) for s in in_order(stage.steps)].index("Orders")
    assert texts(after, "pains", orders)[-1] == "late"


def test_what_reaches_beyond_stays_in_the_last_step(project, new_id):
    last = len(columns_of(journey(project)).steps) - 1
    after = pasted(project, [["a", "b", "c"]], "pains", last, new_id)
    assert texts(after, "pains", last)[-3:] == ["a", "b", "c"]


def test_lines_of_a_cell_are_cards_of_their_own(project, new_id):
    after = pasted(project, [["a\nb", "c"]], "pains", 0, new_id)
    assert texts(after, "pains", 0) == ["a", "b"]


def test_values_become_markers(project, new_id):
    step = columns_of(journey(project)).steps[0]
    after = pasted(project, [["−1,5 lost", "+2"]], "emotions", 0, new_id)
    persona = journey(project).persona
    (marker,) = (m for m in lane(after, "emotions").markers if m.step == step and m.persona == persona)
    assert (marker.value, marker.label) == (-1.5, "lost")


@pytest.mark.parametrize("text", ["happy", "3", "2.7"])
def test_other_words_are_no_emotion(project, new_id, text):
    with pytest.raises(EditError) as refused:
        pasted(project, [[text]], "emotions", 0, new_id)
    assert refused.value.code == "lane.no_cards"


def test_hidden_and_locked_lanes_are_passed_over(project, new_id):
    map_id = journey(project).id
    shut = hide_lane(project, map_id, lane(project, "touchpoints").id, True)
    shut = lock_lane(shut, map_id, lane(project, "thoughts").id, True)
    after = pasted(shut, [["a", "x"], ["1", "1"]], "actions", 0, new_id)
    assert lane(after, "touchpoints") is lane(shut, "touchpoints")
    assert lane(after, "thoughts") is lane(shut, "thoughts")
    assert lane(after, "emotions") != lane(shut, "emotions")


def test_a_locked_lane_at_the_target_refuses(project, new_id):
    shut = lock_lane(project, journey(project).id, lane(project, "pains").id, True)
    with pytest.raises(EditError):
        pasted(shut, [["a", "b"]], "pains", 0, new_id)

"""Lanes join and leave groups; those of a group always stand together."""

from itertools import groupby

import pytest

from desktop.document.base import in_order
from desktop.document.edits.groups import join_group
from desktop.document.edits.lanes import group_lanes
from desktop.document.errors import EditError


def order(project):
    return [lane.id for lane in in_order(project.maps[0].lanes)]


def groups(project):
    """The titles over the lanes, from the top."""
    named = {group.id: group.title for group in project.maps[0].groups}
    return [named.get(lane.group, "") for lane in in_order(project.maps[0].lanes)]


def join(project, new_id, title, *ids):
    after = join_group(project, "visit", ids, title, new_id=new_id)
    runs = [title for title, _ in groupby(groups(after)) if title]
    assert len(runs) == len(set(runs)), "a group stands in two places"
    assert {group.id for group in after.maps[0].groups} == {lane.group for lane in after.maps[0].lanes} - {""}
    return after


@pytest.fixture
def front(project):
    """What the group of the first two lanes is called."""
    return project.maps[0].groups[0].title


def test_a_lane_gets_a_group_of_its_own(project, new_id, front):
    after = join(project, new_id, "Improve", "pains")
    assert groups(after) == [front, front, "", "Improve", ""]
    assert order(after) == order(project)


def test_a_lane_keeps_its_rank_where_it_need_not_move(project, new_id):
    after = join(project, new_id, "Improve", "pains")
    ranks = [{lane.id: lane.rank for lane in one.maps[0].lanes} for one in (project, after)]
    assert ranks[0] == ranks[1]


def test_several_lanes_come_together(project, new_id, front):
    after = join(project, new_id, "Improve", "line", "shut")
    assert order(after) == ["acts", "mood", "line", "shut", "pains"]
    assert groups(after) == [front, front, "Improve", "Improve", ""]


def test_a_lane_joins_a_group_that_is_there(project, new_id, front):
    after = join(project, new_id, front, "pains")
    assert order(after) == ["acts", "mood", "pains", "line", "shut"]
    assert groups(after) == [front, front, front, "", ""]
    assert [group.id for group in after.maps[0].groups] == [group.id for group in project.maps[0].groups]


def test_a_lane_that_adjoins_its_new_group_stays_where_it_is(project, new_id, front):
    after = join(project, new_id, front, "line")
    assert order(after) == order(project)
    assert groups(after) == [front, front, front, "", ""]


def test_joining_the_group_it_is_in_changes_nothing(project, new_id, front):
    assert join(project, new_id, front, "acts") == project


def test_a_lane_leaves_its_group_at_the_edge(project, new_id, front):
    after = join(project, new_id, "", "mood")
    assert order(after) == order(project)
    assert groups(after) == [front, "", "", "", ""]


def test_a_lane_from_the_midst_goes_behind_its_group(project, new_id, front):
    grouped = group_lanes(project, "visit", ["acts", "mood", "line"], "All", new_id=new_id)
    after = join(grouped, new_id, "", "mood")
    assert order(after) == ["acts", "line", "mood", "pains", "shut"]
    assert groups(after) == ["All", "All", "", "", ""]


def test_a_group_without_lanes_goes(project, new_id):
    after = join(project, new_id, "", "acts", "mood")
    assert after.maps[0].groups == ()
    assert order(after) == order(project)


def test_a_lane_changes_from_group_to_group(project, new_id, front):
    both = join(project, new_id, "Improve", "pains", "shut")
    after = join(both, new_id, "Improve", "acts")
    assert groups(after) == [front, "", "Improve", "Improve", "Improve"]


def test_leaving_no_group_changes_nothing(project, new_id):
    assert join(project, new_id, "", "pains") == project


def test_a_lane_that_is_not_there_is_missing(project, new_id):
    with pytest.raises(EditError, match="missing"):
        join_group(project, "visit", ["gone"], "X", new_id=new_id)


def test_a_title_that_is_too_long_is_refused(project, new_id):
    with pytest.raises(EditError, match=r"field\.refused"):
        join_group(project, "visit", ["pains"], "x" * 501, new_id=new_id)

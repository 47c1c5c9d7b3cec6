"""The agenda of a map's workshop."""

from typing import Any

import pytest
from sight import visit

from desktop.document.base import IdSource, in_order
from desktop.document.checks import check
from desktop.document.edits import agenda, lanes
from desktop.document.errors import EditError
from desktop.document.journey import AgendaPoint
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def titles(project: Project) -> str:
    """Of the points, in order."""
    return " ".join(point.title for point in in_order(visit(project).agenda))


def only(project: Project) -> AgendaPoint:
    (point,) = visit(project).agenda
    return point


@pytest.fixture
def three(project: Project, new_id: IdSource) -> Project:
    """Points new1, new2 and new3, called A, B and C."""
    for title in "ABC":
        project = agenda.add_point(project, "visit", title, new_id=new_id, minutes=10)
    return project


def template(*kinds: str) -> list[AgendaPoint]:
    return [AgendaPoint(id=f"p{at}", title=kind.title(), kind=kind, minutes=5) for at, kind in enumerate(kinds)]


def bound(project: Project) -> list[str]:
    """The lanes of the points, in order."""
    return [point.lane for point in in_order(visit(project).agenda)]


def test_points_are_added_at_the_end(three: Project) -> None:
    assert titles(three) == "A B C"


def test_a_point_is_added_before_another(three: Project, new_id: IdSource) -> None:
    assert titles(agenda.add_point(three, "visit", "D", new_id=new_id, before="new2")) == "A D B C"


def test_a_point_says_all_that_it_can(project: Project, new_id: IdSource) -> None:
    said = {"minutes": 15, "prompt": "Why?", "example": "So", "form": "silent", "stages": ("dine",), "lane": "pains"}
    point = only(agenda.add_point(project, "visit", "Hurts", new_id=new_id, **said))
    assert {name: getattr(point, name) for name in said} == said


def test_a_point_has_the_kind_of_its_lane(project: Project, new_id: IdSource) -> None:
    assert only(agenda.add_point(project, "visit", "Hurts", new_id=new_id, lane="pains")).kind == "pains"


def test_another_lane_brings_its_kind(project: Project, new_id: IdSource) -> None:
    made = agenda.add_point(project, "visit", "Hurts", new_id=new_id, lane="pains")
    assert only(agenda.edit_point(made, "visit", "new1", lane="mood")).kind == "emotions"


def test_no_lane_keeps_the_kind(project: Project, new_id: IdSource) -> None:
    made = agenda.add_point(project, "visit", "Hurts", new_id=new_id, lane="pains")
    point = only(agenda.edit_point(made, "visit", "new1", lane=""))
    assert (point.lane, point.kind) == ("", "pains")


@pytest.mark.parametrize("fields", [{"lane": "gone"}, {"stages": ("gone",)}])
def test_a_lane_and_stages_must_be_there(project: Project, new_id: IdSource, fields: dict[str, Any]) -> None:
    with refused("missing"):
        agenda.add_point(project, "visit", "A", new_id=new_id, **fields)


@pytest.mark.parametrize("fields", [{"id": "x"}, {"rank": "k"}])
def test_id_and_place_have_verbs_of_their_own(three: Project, fields: dict[str, Any]) -> None:
    with refused("field.own_verb"):
        agenda.edit_point(three, "visit", "new1", **fields)


def test_minutes_are_not_negative(three: Project) -> None:
    with refused("field.refused"):
        agenda.edit_point(three, "visit", "new1", minutes=-1)


def test_nothing_new_is_no_edit(three: Project) -> None:
    assert agenda.edit_point(three, "visit", "new1", minutes=10) is three


@pytest.mark.parametrize(("before", "order"), [("new1", "C A B"), ("new2", "A C B"), ("", "A B C")])
def test_a_point_is_moved(three: Project, before: str, order: str) -> None:
    assert titles(agenda.move_point(three, "visit", "new3", before)) == order


def test_a_point_is_removed(three: Project) -> None:
    assert titles(agenda.remove_point(three, "visit", "new2")) == "A C"


@pytest.mark.parametrize("verb", [agenda.edit_point, agenda.move_point, agenda.remove_point])
def test_only_points_that_are_there_can_be_changed(project: Project, verb: Any) -> None:
    with refused("missing"):
        verb(project, "visit", "gone")


def test_a_template_takes_the_place_of_all_points(three: Project, new_id: IdSource) -> None:
    assert titles(agenda.replace_agenda(three, "visit", template("actions", "pains"), new_id=new_id)) == "Actions Pains"


def test_its_points_get_ids_of_their_own(project: Project, new_id: IdSource) -> None:
    once = agenda.replace_agenda(project, "visit", template("actions", "pains"), new_id=new_id)
    assert {point.id for point in visit(once).agenda} == {"new1", "new2"}


def test_its_points_are_bound_to_the_lanes_of_their_kinds(project: Project, new_id: IdSource) -> None:
    made = agenda.replace_agenda(project, "visit", template("pains", "emotions", "actions"), new_id=new_id)
    assert bound(made) == ["pains", "mood", "acts"]


def test_a_kind_without_a_lane_is_kept_for_later(project: Project, new_id: IdSource) -> None:
    point = only(agenda.replace_agenda(project, "visit", template("quotes"), new_id=new_id))
    assert (point.lane, point.kind) == ("", "quotes")


def test_of_several_lanes_the_nearest_to_the_point_before_is_taken(project: Project, new_id: IdSource) -> None:
    more = lanes.add_lane(project, "visit", "actions", "Ours", new_id=lambda: "ours")
    assert bound(agenda.replace_agenda(more, "visit", template("actions"), new_id=new_id)) == ["acts"]
    assert bound(agenda.replace_agenda(more, "visit", template("notes", "actions"), new_id=new_id)) == ["shut", "ours"]


def test_a_lane_in_the_picture_comes_before_a_hidden_one(project: Project, new_id: IdSource) -> None:
    more = lanes.add_lane(project, "visit", "actions", "Ours", new_id=lambda: "ours")
    hidden = lanes.hide_lane(more, "visit", "acts", True)
    assert bound(agenda.replace_agenda(hidden, "visit", template("actions"), new_id=new_id)) == ["ours"]


def test_a_point_finds_another_lane_when_its_own_is_removed(project: Project, new_id: IdSource) -> None:
    more = lanes.add_lane(project, "visit", "pains", "More", new_id=lambda: "more")
    planned = agenda.add_point(more, "visit", "Hurts", new_id=new_id, lane="pains")
    after = lanes.remove_lane(planned, "visit", "pains", new_id=new_id)
    found = agenda.lane_for(visit(after), only(after))
    assert found is not None
    assert found.id == "more"


def test_a_point_about_nothing_has_no_lane(project: Project) -> None:
    assert agenda.lane_for(visit(project), AgendaPoint(id="p")) is None


def test_what_is_made_is_sound(three: Project, new_id: IdSource) -> None:
    made = agenda.replace_agenda(three, "visit", template("actions", "quotes", ""), new_id=new_id)
    assert check(made, ()) == check(three, ())

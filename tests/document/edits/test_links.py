"""Links between cards."""

from typing import Any

import pytest
from sight import links, visit

from desktop.document.base import IdSource
from desktop.document.edits.links import add_link, edit_link, remove_links, turn_link
from desktop.document.errors import EditError
from desktop.document.project import Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def test_add(project: Project, new_id: IdSource) -> None:
    after = add_link(project, "visit", "leads", "a1", "a2", new_id=new_id, label="then")
    link = visit(after).links[-1]
    assert (link.id, link.kind, link.source, link.target, link.label) == ("new1", "leads", "a1", "a2", "then")


def test_cards_in_the_inbox_can_be_linked(project: Project, new_id: IdSource) -> None:
    assert links(add_link(project, "visit", "answers", "i1", "k1", new_id=new_id)) == {"l1", "new1"}


def test_the_same_link_again_changes_nothing(project: Project, new_id: IdSource) -> None:
    assert add_link(project, "visit", "answers", "a1", "p1", new_id=new_id) is project


def test_the_other_direction_is_another_link(project: Project, new_id: IdSource) -> None:
    assert len(links(add_link(project, "visit", "answers", "p1", "a1", new_id=new_id))) == 2


def test_a_card_is_not_linked_to_itself(project: Project, new_id: IdSource) -> None:
    with refused("link.to_itself"):
        add_link(project, "visit", "answers", "a1", "a1", new_id=new_id)


@pytest.mark.parametrize(("source", "target"), [("gone", "a1"), ("a1", "gone"), ("m1", "a1")])
def test_both_ends_must_be_cards(project: Project, new_id: IdSource, source: str, target: str) -> None:
    with refused("missing"):
        add_link(project, "visit", "answers", source, target, new_id=new_id)


def test_edit(project: Project) -> None:
    link = visit(edit_link(project, "visit", "l1", kind="loops", label="again")).links[0]
    assert (link.kind, link.label) == ("loops", "again")
    assert edit_link(project, "visit", "l1", kind="answers") is project


@pytest.mark.parametrize("field", ["source", "target", "id"])
def test_the_ends_stay(project: Project, field: str) -> None:
    with refused("field.own_verb"):
        edit_link(project, "visit", "l1", **{field: "a2"})


def test_remove(project: Project) -> None:
    after = remove_links(project, "visit", ["l1"])
    assert links(after) == set()
    assert visit(after).lanes is visit(project).lanes
    assert remove_links(project, "visit", []) is project


def test_links_that_are_gone(project: Project) -> None:
    with refused("missing"):
        edit_link(project, "visit", "gone", label="")
    with refused("missing"):
        remove_links(project, "visit", ["l1", "gone"])


def test_turn(project: Project) -> None:
    before = visit(project).links[0]
    link = visit(turn_link(project, "visit", "l1")).links[0]
    assert (link.id, link.source, link.target) == ("l1", before.target, before.source)
    assert turn_link(turn_link(project, "visit", "l1"), "visit", "l1") == project


def test_a_turned_link_that_is_there_already_goes(project: Project, new_id: IdSource) -> None:
    both = add_link(project, "visit", "answers", "p1", "a1", new_id=new_id)
    assert links(turn_link(both, "visit", "l1")) == {"new1"}

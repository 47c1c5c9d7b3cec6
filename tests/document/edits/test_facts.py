"""What stands around a map: facts and tasks."""

from typing import Any

import pytest
from sight import visit

from desktop.document.base import IdSource, in_order
from desktop.document.edits.facts import add_task, edit_map, edit_project, edit_task, move_task, remove_task
from desktop.document.errors import EditError
from desktop.document.project import Brand, Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def tasks(project: Project) -> str:
    return " ".join(task.id for task in in_order(visit(project).tasks))


def test_the_project(project: Project) -> None:
    after = edit_project(project, title="Chez nous", language="fr", brand=Brand(accent="#112233"))
    assert (after.title, after.language, after.brand.accent) == ("Chez nous", "fr", "#112233")
    assert after.maps is project.maps
    assert edit_project(project, language="en") is project


@pytest.mark.parametrize("field", ["maps", "personas", "goals", "metrics", "id"])
def test_what_a_project_holds_has_verbs_of_its_own(project: Project, field: str) -> None:
    with refused("field.own_verb"):
        edit_project(project, **{field: ()})


def test_the_map(project: Project) -> None:
    after = edit_map(
        project, "visit", title="Lunch", status="ideal", scenario="Noon", expectations="Fast", persona="ben"
    )
    now = visit(after)
    assert (now.title, now.status, now.scenario, now.expectations, now.persona) == (
        "Lunch",
        "ideal",
        "Noon",
        "Fast",
        "ben",
    )
    assert now.lanes is visit(project).lanes


def test_goals_of_a_map(project: Project) -> None:
    assert visit(edit_map(project, "visit", goals=())).goals == ()
    assert edit_map(project, "visit", goals=("happy",)) is project


@pytest.mark.parametrize("fields", [{"persona": "zoe"}, {"goals": ("happy", "rich")}])
def test_a_map_cannot_name_what_is_not_there(project: Project, fields: dict[str, Any]) -> None:
    with refused("missing"):
        edit_map(project, "visit", **fields)


@pytest.mark.parametrize("field", ["lanes", "stages", "tasks", "links", "inbox", "rank"])
def test_what_a_map_holds_has_verbs_of_its_own(project: Project, field: str) -> None:
    with refused("field.own_verb"):
        edit_map(project, "visit", **{field: ()})


@pytest.mark.parametrize(
    ("field", "value"), [("date", "soon"), ("review", "2025-1-1"), ("title", None), ("title", "x" * 501)]
)
def test_values_that_are_refused(project: Project, field: str, value: Any) -> None:
    with pytest.raises(EditError) as error:
        edit_map(project, "visit", **{field: value})
    assert error.value.arguments["field"] == field


# tasks


def test_add_a_task(project: Project, new_id: IdSource) -> None:
    after = add_task(project, "visit", "Call", new_id=new_id, before="t2", owner="Kim", answers="p2", due="2025-06")
    assert tasks(after) == "t1 new1 t2"
    task = next(task for task in visit(after).tasks if task.id == "new1")
    assert (task.text, task.owner, task.answers, task.due) == ("Call", "Kim", "p2", "2025-06")


def test_edit_a_task(project: Project) -> None:
    assert visit(edit_task(project, "visit", "t1", done=True)).tasks[0].done
    assert edit_task(project, "visit", "t1", done=False) is project


def test_reorder_and_remove_tasks(project: Project) -> None:
    assert tasks(move_task(project, "visit", "t1")) == "t2 t1"
    assert tasks(move_task(project, "visit", "t2", before="t1")) == "t2 t1"
    assert move_task(project, "visit", "t2") is project
    assert tasks(remove_task(project, "visit", "t1")) == "t2"


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: add_task(p, "visit", "", new_id=lambda: "x", answers="gone"),
        lambda p: add_task(p, "visit", "", new_id=lambda: "x", before="gone"),
        lambda p: edit_task(p, "visit", "gone", done=True),
        lambda p: edit_task(p, "visit", "t1", answers="gone"),
        lambda p: move_task(p, "visit", "gone"),
        lambda p: remove_task(p, "visit", "gone"),
    ],
)
def test_what_is_gone(project: Project, edit: Any) -> None:
    with pytest.raises(EditError) as error:
        edit(project)
    assert (error.value.code, error.value.arguments) == ("missing", {"id": "gone"})

"""Personas, goals, metrics."""

from collections.abc import Callable
from typing import Any

import pytest
from sight import card, lane, markers, visit

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Measure, Reading
from desktop.document.edits import people
from desktop.document.edits.lanes import remove_lane
from desktop.document.errors import EditError
from desktop.document.project import Project

KINDS = ("persona", "goal", "metric")


def verb(name: str, kind: str) -> Callable[..., Project]:
    found: Callable[..., Project] = getattr(people, f"{name}_{kind}")
    return found


def row(project: Project, kind: str) -> list[str]:
    return [thing.id for thing in in_order(getattr(project, f"{kind}s"))]


@pytest.mark.parametrize("kind", KINDS)
def test_add_and_reorder(project: Project, new_id: IdSource, kind: str) -> None:
    old = row(project, kind)
    after = verb("add", kind)(project, "Fresh", new_id=new_id)
    assert row(after, kind) == [*old, "new1"]
    assert row(verb("move", kind)(after, "new1", before=old[0]), kind) == ["new1", *old]
    assert row(verb("add", kind)(project, "", new_id=new_id, before=old[0]), kind) == ["new2", *old]


@pytest.mark.parametrize("kind", KINDS)
def test_dropped_where_it_stands_changes_nothing(project: Project, kind: str) -> None:
    last = row(project, kind)[-1]
    assert verb("move", kind)(project, last) is project


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_gone(project: Project, kind: str) -> None:
    for name in ("edit", "move", "remove"):
        with pytest.raises(EditError, match="missing"):
            verb(name, kind)(project, "gone")


@pytest.mark.parametrize("kind", KINDS)
def test_fields_that_are_not_there(project: Project, kind: str) -> None:
    with pytest.raises(EditError, match=r"field\.unknown"):
        verb("edit", kind)(project, row(project, kind)[0], colour="red")
    with pytest.raises(EditError, match=r"field\.own_verb"):
        verb("edit", kind)(project, row(project, kind)[0], rank="Z")


def test_edit_a_persona(project: Project) -> None:
    after = people.edit_persona(project, "ana", role="guest", needs=("rest", "food"))
    assert after.personas[0].needs == ("rest", "food")
    assert after.maps is project.maps
    assert people.edit_persona(project, "ana", name="Ana") is project


def test_lists_are_bounded(project: Project) -> None:
    with pytest.raises(EditError) as error:
        people.edit_persona(project, "ana", needs=("x",) * 101)
    assert error.value.arguments == {"field": "needs", "reason": "too_long"}


def test_a_new_persona_with_facts(project: Project, new_id: IdSource) -> None:
    after = people.add_persona(project, "Cy", new_id=new_id, segment="business", before="ana")
    assert row(after, "persona") == ["new1", "ana", "ben"]
    assert next(one for one in after.personas if one.id == "new1").segment == "business"


def test_without_a_persona_her_markers_go(project: Project) -> None:
    after = people.remove_persona(project, "ana")
    assert set(markers(after)) == {"m4"}
    assert visit(after).persona == ""
    assert lane(after, "acts") is lane(project, "acts")


def test_without_a_persona_cards_no_longer_name_him(project: Project) -> None:
    after = people.remove_persona(project, "ben")
    assert card(after, "p1").persona == ""
    assert visit(after).persona == "ana"
    assert set(markers(after)) == {"m1", "m2", "m3"}


def test_markers_in_the_inbox_go_too(project: Project, new_id: IdSource) -> None:
    after = people.remove_persona(remove_lane(project, "visit", "mood", new_id=new_id), "ana")
    kept = [marker.id for group in visit(after).inbox for marker in group.markers]
    assert kept == ["m4"]


def test_edit_a_goal(project: Project) -> None:
    after = people.edit_goal(project, "happy", target=90.0, progress=0.25)
    assert (after.goals[0].target, after.goals[0].progress) == (90.0, 0.25)


def test_a_goal_cannot_name_a_metric_that_is_not_there(project: Project, new_id: IdSource) -> None:
    for edit in (
        lambda: people.edit_goal(project, "happy", metric="nps"),
        lambda: people.add_goal(project, "", new_id=new_id, metric="nps"),
    ):
        with pytest.raises(EditError, match="missing"):
            edit()


def test_without_a_goal_maps_no_longer_name_it(project: Project) -> None:
    after = people.remove_goal(project, "happy")
    assert after.goals == ()
    assert visit(after).goals == ()
    assert visit(after).lanes is visit(project).lanes


def test_edit_a_metric(project: Project) -> None:
    readings = (Reading(date="2025-01", value=4.0), Reading(date="2025-02", value=4.2))
    assert people.edit_metric(project, "csat", unit="/5", readings=readings).metrics[0].readings == readings


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e16])
def test_figures_are_finite(project: Project, value: Any) -> None:
    with pytest.raises(EditError, match="baseline"):
        people.edit_metric(project, "csat", baseline=value)


def test_without_a_metric_the_figures_stay(project: Project) -> None:
    after = people.remove_metric(project, "csat")
    assert after.metrics == ()
    assert after.goals[0].metric == ""
    assert card(after, "f1").measure == Measure(value=4.1)
    assert lane(after, "acts") is lane(project, "acts")

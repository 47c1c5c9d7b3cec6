"""Maps of a project: add, rename, reorder, duplicate, remove."""

from typing import Any

import pytest

from desktop.document.base import IdSource, by_id, changed, in_order
from desktop.document.cards import Origin
from desktop.document.checks import check
from desktop.document.edits.maps import add_map, duplicate_map, move_map, remove_map, rename_map
from desktop.document.errors import EditError
from desktop.document.ids import ids_of
from desktop.document.journey import AgendaPoint, JourneyMap, Snapshot
from desktop.document.keyed import find
from desktop.document.locate import cards_of, steps_in_order
from desktop.document.project import Edition, Project


def refused(code: str) -> Any:
    return pytest.raises(EditError, match=rf"^{code}\b")


def maps(project: Project) -> str:
    return " ".join(map_.id for map_ in in_order(project.maps))


def the(project: Project, name: str) -> JourneyMap:
    found = find(project.maps, name)
    assert found is not None
    return found


@pytest.fixture
def copied(project: Project, new_id: IdSource) -> JourneyMap:
    """A duplicate of the visit as a to-be map."""
    after = duplicate_map(project, "visit", "Better", new_id=new_id, status="ideal")
    return next(map_ for map_ in after.maps if map_.id != "visit")


def test_a_new_map_has_a_place_for_a_card(project: Project, new_id: IdSource) -> None:
    after = add_map(project, "Delivery", new_id=new_id, status="hypothesis")
    new = in_order(after.maps)[-1]
    assert (new.title, new.status, len(steps_in_order(new))) == ("Delivery", "hypothesis", 1)
    assert not check(changed(after, maps=(new,)), ())


def test_order_of_maps(project: Project, new_id: IdSource) -> None:
    two = add_map(project, "", new_id=new_id, before="visit")
    other = maps(two).split()[0]
    assert maps(two) == f"{other} visit"
    assert maps(move_map(two, other)) == f"visit {other}"
    assert move_map(two, "visit") is two


def test_rename(project: Project) -> None:
    assert the(rename_map(project, "visit", "Supper"), "visit").title == "Supper"
    assert rename_map(project, "visit", "Dinner") is project


def test_a_duplicate_holds_the_same(project: Project, copied: JourneyMap) -> None:
    original = the(project, "visit")
    assert (copied.title, copied.status, copied.origin) == ("Better", "ideal", "visit")
    assert sorted(card.text for card in cards_of(copied)) == sorted(card.text for card in cards_of(original))
    assert [step.title for step in steps_in_order(copied)] == [step.title for step in steps_in_order(original)]


def test_a_duplicate_shares_no_id(project: Project, copied: JourneyMap) -> None:
    assert not set(ids_of(copied)) & set(ids_of(project))
    assert len(set(ids_of(copied))) == len(ids_of(copied))


def test_a_duplicate_names_its_own_parts(project: Project, copied: JourneyMap) -> None:
    assert not check(changed(project, maps=by_id((*project.maps, copied))), ())
    own = set(ids_of(copied))
    assert {copied.links[0].source, copied.links[0].target} <= own
    assert {lane.group for lane in copied.lanes if lane.group} == {copied.groups[0].id}


def test_a_duplicate_tells_where_things_come_from(copied: JourneyMap) -> None:
    cards = {card.text: card.origin for card in cards_of(copied)}
    assert cards["text of a1"] == Origin(map="visit", thing="a1")
    assert {step.origin.thing for step in steps_in_order(copied) if step.origin} >= {"find", "go"}
    markers = [marker for lane in copied.lanes for marker in lane.markers]
    assert {marker.origin.thing for marker in markers if marker.origin} == {"m1", "m2", "m3", "m4"}


def test_a_duplicate_keeps_the_agenda_and_leaves_the_past(project: Project, new_id: IdSource) -> None:
    planned = changed(
        the(project, "visit"), agenda=(AgendaPoint(id="g", lane="pains"),), snapshots=(Snapshot(id="s", content={}),)
    )
    after = duplicate_map(changed(project, maps=(planned,)), "visit", "", new_id=new_id)
    copy = next(map_ for map_ in after.maps if map_.id != "visit")
    assert find(copy.lanes, copy.agenda[0].lane) is not None
    assert copy.snapshots == ()
    assert copy.status == "current"


def test_a_duplicate_keeps_fields_of_a_later_version(new_id: IdSource) -> None:
    project = Project(id="p", maps=(JourneyMap(id="m", x_later=[1, 2]),))
    copy = in_order(duplicate_map(project, "m", "", new_id=new_id).maps)[-1]
    assert copy.model_extra == {"x_later": [1, 2]}


def test_remove(project: Project, new_id: IdSource) -> None:
    two = duplicate_map(project, "visit", "", new_id=new_id)
    named = changed(two, editions=(Edition(id="e", map="visit"),))
    after = remove_map(named, "visit")
    assert [map_.origin for map_ in after.maps] == [""]
    assert after.editions[0].map == ""


def test_the_last_map_stays(project: Project) -> None:
    with refused("map.last"):
        remove_map(project, "visit")


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: add_map(p, "", new_id=iter("xyz").__next__, before="gone"),
        lambda p: rename_map(p, "gone", ""),
        lambda p: move_map(p, "gone"),
        lambda p: duplicate_map(p, "gone", "", new_id=lambda: "x"),
        lambda p: remove_map(p, "gone"),
    ],
)
def test_maps_that_are_gone(project: Project, edit: Any) -> None:
    with refused("missing"):
        edit(project)


def test_a_field_that_maps_do_not_have(project: Project, new_id: IdSource) -> None:
    with refused("field.unknown"):
        add_map(project, "", new_id=new_id, colour="red")

import pytest

from desktop.document.base import in_order
from desktop.document.edits.editions import (
    add_edition,
    assign_edition,
    move_edition,
    pin_edition,
    remove_edition,
    rename_edition,
    set_edition,
)
from desktop.document.edits.maps import remove_map
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap
from desktop.document.project import Project

EMPTY = Project(id="p", maps=(JourneyMap(id="m1"), JourneyMap(id="m2", rank="W")))


@pytest.fixture
def one(new_id):
    return add_edition(EMPTY, "Wall", new_id=new_id, map_id="m1", settings={"paper": "A0"})


@pytest.fixture
def two(one, new_id):
    return add_edition(one, "Handout", new_id=new_id)


def titles(project):
    return [edition.title for edition in in_order(project.editions)]


def the_id(project, title):
    return next(edition.id for edition in project.editions if edition.title == title)


def test_editions_come_in_the_order_they_were_made(two):
    assert titles(two) == ["Wall", "Handout"]


def test_an_edition_says_what_it_prints(one):
    (edition,) = one.editions
    assert (edition.map, edition.settings) == ("m1", {"paper": "A0"})


def test_an_edition_of_no_map_prints_whichever_is_shown(two):
    assert next(edition.map for edition in two.editions if edition.title == "Handout") == ""


def test_settings_are_replaced(one):
    changed = set_edition(one, one.editions[0].id, {"paper": "A3"})
    assert changed.editions[0].settings == {"paper": "A3"}


def test_equal_settings_change_nothing(one):
    assert set_edition(one, one.editions[0].id, {"paper": "A0"}) is one


def test_settings_are_finite(one):
    with pytest.raises(EditError, match=r"field\.refused"):
        set_edition(one, one.editions[0].id, {"bleed": float("nan")})


def test_an_edition_remembers_where_things_stood(one):
    edition = one.editions[0].id
    pinned = pin_edition(one, edition, {"date": "2026-11-22"})
    assert pinned.editions[0].pin == {"date": "2026-11-22"}
    assert pin_edition(pinned, edition, None).editions[0].pin is None


def test_a_title_is_changed(one):
    assert titles(rename_edition(one, one.editions[0].id, "Big wall")) == ["Big wall"]


def test_an_edition_is_given_another_map_or_none(one):
    edition = one.editions[0].id
    assert assign_edition(one, edition, "m2").editions[0].map == "m2"
    assert assign_edition(one, edition, "").editions[0].map == ""


def test_editions_change_places(two):
    moved = move_edition(two, the_id(two, "Handout"), the_id(two, "Wall"))
    assert titles(moved) == ["Handout", "Wall"]
    assert titles(move_edition(moved, the_id(two, "Handout"))) == ["Wall", "Handout"]


def test_an_edition_is_removed(two):
    assert titles(remove_edition(two, the_id(two, "Wall"))) == ["Handout"]


def test_an_edition_of_a_removed_map_stays(one):
    assert remove_map(one, "m1").editions[0].map == ""


def test_unknown_maps_are_refused(one, new_id):
    with pytest.raises(EditError, match="missing"):
        add_edition(one, "Lost", new_id=new_id, map_id="m9")
    with pytest.raises(EditError, match="missing"):
        assign_edition(one, one.editions[0].id, "m9")


@pytest.mark.parametrize(
    "verb",
    [
        lambda project: set_edition(project, "e9", {}),
        lambda project: rename_edition(project, "e9", "x"),
        lambda project: assign_edition(project, "e9", ""),
        lambda project: move_edition(project, "e9"),
        lambda project: remove_edition(project, "e9"),
    ],
)
def test_unknown_editions_are_refused(one, verb):
    with pytest.raises(EditError, match="missing"):
        verb(one)

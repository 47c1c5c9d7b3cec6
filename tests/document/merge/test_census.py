"""A project taken apart and put together again."""

from desktop.document.merge.census import Entry, census, rebuilt
from desktop.document.project import Project


def test_everything_is_counted_with_what_holds_it(project: Project) -> None:
    found = census(project)
    assert found["visit"][1:] == ("maps", "project")
    assert found["a1"][1:] == ("cards", "acts")
    assert found["i1"][1:] == ("cards", "box")
    assert found["project"].holder == ""


def test_put_together_it_is_the_same_object(project: Project) -> None:
    assert rebuilt(census(project), project.id) is project


def test_what_is_left_out_is_gone_with_all_it_held(project: Project) -> None:
    left = {name: entry for name, entry in census(project).items() if name != "acts"}
    assert "acts" not in {lane.id for lane in rebuilt(left, project.id).maps[0].lanes}


def test_things_stand_where_the_list_says(project: Project) -> None:
    entries = census(project)
    entries["a1"] = Entry(entries["a1"].thing, "parking", "visit")
    journey = rebuilt(entries, project.id).maps[0]
    assert [card.id for card in journey.parking] == ["a1", "k1"]
    assert "a1" not in {card.id for lane in journey.lanes for card in lane.cards}

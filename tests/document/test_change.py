"""Differences: small, writable, and enough to rebuild what was."""

import json

import pytest
from hypothesis import given

from desktop.document.base import changed
from desktop.document.cards import Card, Comment
from desktop.document.change import Change, apply, diff
from desktop.document.edits.cards import Spot, edit_cards, move_cards, remove_cards
from desktop.document.edits.lanes import remove_lane
from desktop.document.errors import ChangeError
from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project
from effort import examples
from strategies import projects


@examples(10)
@given(projects(), projects())
def test_whatever_differs_can_be_written_and_read_and_makes_the_other_project(one: Project, other: Project) -> None:
    change = diff(one, other)
    again = Change.model_validate_json(change.model_dump_json())
    assert again == change
    made = apply(again, one)
    assert made == other
    assert made.model_dump_json() == other.model_dump_json()


@examples(10)
@given(projects())
def test_an_equal_project_has_no_difference(project: Project) -> None:
    same = Project.model_validate_json(project.model_dump_json())
    assert not diff(project, same)
    assert apply(diff(project, same), project) is project


def test_no_change_is_false_and_gives_the_same_object(project: Project) -> None:
    change = diff(project, project)
    assert not change
    assert apply(change, project) is project


def test_an_edited_card_is_one_put(project: Project) -> None:
    after = edit_cards(project, "visit", ["a3"], text="wait less")
    change = diff(project, after)
    assert list(change.puts) == ["maps/visit/lanes/acts/cards/a3"]
    assert change.puts["maps/visit/lanes/acts/cards/a3"]["text"] == "wait less"
    assert change.deletes == ()


def test_fields_at_their_defaults_are_not_written(project: Project) -> None:
    change = diff(project, edit_cards(project, "visit", ["a1"], owner="Kim"))
    assert change.puts["maps/visit/lanes/acts/cards/a1"].keys() == {"id", "kind", "first", "last", "text", "owner"}


def test_a_card_moved_to_another_lane_is_a_put_and_a_delete(project: Project) -> None:
    change = diff(project, move_cards(project, "visit", ["a1"], Spot("pains", "find")))
    assert list(change.puts) == ["maps/visit/lanes/pains/cards/a1"]
    assert change.deletes == ("maps/visit/lanes/acts/cards/a1",)


def test_a_removed_lane_is_one_delete(project: Project) -> None:
    change = diff(project, remove_lane(project, "visit", "acts", new_id=None))
    assert "maps/visit/lanes/acts" in change.deletes
    assert not any(path.startswith("maps/visit/lanes/acts/") for path in change.deletes)


def test_a_new_lane_is_put_with_all_its_cards(project: Project) -> None:
    without = remove_lane(project, "visit", "acts", new_id=None)
    change = diff(without, project)
    cards = [path for path in change.puts if path.startswith("maps/visit/lanes/acts/cards/")]
    assert len(cards) == 6
    assert apply(change, without) == project


def test_the_project_itself_has_the_empty_path(project: Project) -> None:
    change = diff(project, changed(project, title="Dinner out"))
    assert change.puts[""]["title"] == "Dinner out"
    assert change.puts.keys() == {""}


def test_what_is_not_reached_stays_the_same_object(project: Project) -> None:
    change = diff(project, edit_cards(project, "visit", ["a3"], text="wait less"))
    after = apply(change, project)
    old, new = project.maps[0], after.maps[0]
    assert new.stages is old.stages
    assert new.lanes[1] is old.lanes[1]
    assert new.lanes[0].cards[0] is old.lanes[0].cards[0]
    assert after.personas is project.personas


def test_an_unknown_field_that_changes_is_a_difference() -> None:
    one, other = Project(id="p", x_new=[1]), Project(id="p", x_new=[1.0, 2])
    assert apply(diff(one, other), one) == other


def test_true_is_not_one_in_an_unknown_field() -> None:
    one, other = Project(id="p", x_new=1), Project(id="p", x_new=True)
    assert apply(diff(one, other), one).model_dump_json() == other.model_dump_json()


def test_a_field_that_goes_back_to_its_default(project: Project) -> None:
    bare = changed(project.maps[0], title="")
    after = changed(project, maps=(bare,))
    assert apply(diff(project, after), project) == after


def test_comments_have_paths_of_their_own() -> None:
    said, unsaid = (Card(id="c", kind="note", comments=said) for said in ((Comment(id="k", text="so"),), ()))
    one, other = (_with_cards((card,)) for card in (said, unsaid))
    assert diff(one, other).deletes == ("maps/m/lanes/l/cards/c/comments/k",)


def _with_cards(cards: tuple[Card, ...]) -> Project:
    return Project(id="p", maps=(JourneyMap(id="m", lanes=(Lane(id="l", kind="notes", cards=cards),)),))


@pytest.mark.parametrize("names", ["ba", "aa", "bab", ""])
@pytest.mark.parametrize("others", ["ba", "cc", "ab", ""])
def test_collections_out_of_order_are_written_whole(names: str, others: str) -> None:
    one, other = (_with_cards(tuple(Card(id=name, kind="note") for name in row)) for row in (names, others))
    assert apply(diff(one, other), one) == other


def test_a_new_map_whose_cards_are_out_of_order() -> None:
    one, other = Project(id="p"), _with_cards((Card(id="b", kind="note"), Card(id="a", kind="note")))
    assert apply(diff(one, other), one) == other


@pytest.mark.parametrize(
    "path",
    [
        "maps/none/lanes/acts",
        "maps",
        "wrong/visit",
        "maps/visit/wrong/x",
        "maps/visit/lanes/acts/cards/none/comments/k",
    ],
)
def test_a_put_that_leads_nowhere_is_refused(project: Project, path: str) -> None:
    with pytest.raises(ChangeError) as refused:
        apply(Change(puts={path: {"id": "other"}}), project)
    assert refused.value.code == "change.path"


def test_a_delete_of_what_is_not_there_is_refused(project: Project) -> None:
    with pytest.raises(ChangeError, match="maps/visit/lanes/none"):
        apply(Change(deletes=("maps/visit/lanes/none",)), project)


def test_fields_that_are_not_valid_are_refused(project: Project) -> None:
    with pytest.raises(ChangeError) as refused:
        apply(Change(puts={"maps/visit/lanes/acts": {"id": "acts", "kind": 7}}), project)
    assert refused.value.code == "change.fields"


def test_deleting_twice_is_refused(project: Project) -> None:
    change = diff(project, remove_cards(project, "visit", ["a1"]))
    with pytest.raises(ChangeError):
        apply(change, apply(change, project))


def test_a_change_is_one_line_of_json(project: Project) -> None:
    line = diff(project, edit_cards(project, "visit", ["a1"], details="two\nlines")).model_dump_json()
    assert "\n" not in line
    assert json.loads(line)["deletes"] == []

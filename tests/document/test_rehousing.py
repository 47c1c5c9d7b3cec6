"""Repairs that move things: what loses its place is kept, and what nobody sees comes to where it is seen."""

from collections.abc import Callable
from typing import Any

import pytest

from desktop.document.base import by_id, in_order
from desktop.document.cards import Card, Marker
from desktop.document.checks import Finding, check
from desktop.document.journey import Cluster, JourneyMap, Lane
from desktop.document.means import Means
from desktop.document.project import Project
from desktop.document.repair import repair, repair_all

NewId = Callable[[], str]


def with_lane(project: Project, name: str, **fields: Any) -> Project:
    """With other fields of a lane; a new one where there is none of this name."""
    map_ = project.maps[0]
    lanes = {lane.id: lane for lane in map_.lanes}
    lanes[name] = lanes.get(name, Lane(id=name, kind="notes")).model_copy(update=fields)
    return project.model_copy(update={"maps": (map_.model_copy(update={"lanes": by_id(lanes.values())}),)})


def lane(project: Project, name: str) -> Lane:
    return next(one for one in project.maps[0].lanes if one.id == name)


def row(project: Project) -> list[str]:
    return [one.id for one in in_order(project.maps[0].lanes)]


def card(name: str, first: str, last: str = "", kind: str = "note") -> Card:
    return Card(id=name, kind=kind, first=first, last=last or first, text=name)


def mark(name: str, step: str, persona: str = "ana") -> Marker:
    return Marker(id=name, step=step, value=0.5, persona=persona)


def first_of(project: Project, code: str) -> Finding:
    return next(finding for finding in check(project, ()) if finding.code == code)


def inbox(project: Project) -> dict[str, Cluster]:
    return {cluster.title: cluster for cluster in project.maps[0].inbox}


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [("eat", "gone", ("eat", "eat")), ("gone", "pay", ("pay", "pay"))],
)
def test_a_card_shrinks_to_the_step_that_is_left(
    project: Project, new_id: NewId, first: str, last: str, span: tuple[str, str]
) -> None:
    odd = with_lane(project, "shut", cards=(card("n1", first, last),))
    after = repair(odd, first_of(odd, "step.missing"), new_id)
    (kept,) = lane(after, "shut").cards
    assert (kept.first, kept.last) == span
    assert after.maps[0].inbox is odd.maps[0].inbox


def test_a_card_without_any_step_goes_to_the_inbox(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "shut", title="Closed", cards=(card("n1", "gone", "lost"),))
    after = repair(odd, first_of(odd, "step.missing"), new_id)
    assert lane(after, "shut").cards == ()
    (kept,) = inbox(after)["from Closed"].cards
    assert (kept.id, kept.text, kept.first, kept.last) == ("n1", "n1", "", "")


def test_a_marker_without_its_step_goes_to_the_inbox(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "mood", markers=(*lane(project, "mood").markers, mark("m9", "gone")))
    after = repair(odd, first_of(odd, "step.missing"), new_id)
    assert after.maps[0].lanes == project.maps[0].lanes
    assert inbox(after)["from emotions"].markers == (mark("m9", "gone"),)


def test_what_comes_from_one_lane_is_one_group(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "shut", title="Closed", cards=(card("n1", "gone"), card("n2", "gone"), card("n3", "eat")))
    after, gone = repair_all(odd, (), new_id)
    assert len(gone) == 2
    assert [one.id for one in inbox(after)["from Closed"].cards] == ["n1", "n2"]
    assert [one.id for one in lane(after, "shut").cards] == ["n3"]


def test_one_after_the_other_comes_to_the_same_group(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "shut", title="Closed", cards=(card("n1", "gone"), card("n2", "gone")))
    once = repair(odd, first_of(odd, "step.missing"), new_id)
    twice = repair(once, first_of(once, "step.missing"), new_id)
    assert len(once.maps[0].inbox) == len(twice.maps[0].inbox) == 2
    assert [one.id for one in in_order(inbox(twice)["from Closed"].cards)] == ["n1", "n2"]


def test_groups_are_called_in_the_language_of_the_project(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "shut", title="Zu", cards=(card("n1", "gone"),))
    after = repair(odd, first_of(odd, "step.missing"), new_id, Means(new_id, "aus {title}"))
    assert "aus Zu" in inbox(after)


def test_a_title_as_long_as_can_be(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "shut", title="x" * 500, cards=(card("n1", "gone"),))
    after = repair(odd, first_of(odd, "step.missing"), new_id)
    assert "from " + "x" * 300 in inbox(after)


def test_arrows_follow_a_card_into_the_inbox(project: Project, new_id: NewId) -> None:
    acts = lane(project, "acts")
    lost = tuple(
        one.model_copy(update={"first": "gone", "last": "gone"}) if one.id == "a1" else one for one in acts.cards
    )
    after, _ = repair_all(with_lane(project, "acts", cards=lost), (), new_id)
    assert after.maps[0].links == project.maps[0].links
    assert check(after, ()) == ()


def test_cards_that_nobody_sees_go_to_the_lane_of_their_kind(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "line", cards=(card("x1", "eat", "pay", "action"), card("x2", "go", kind="pain")))
    after = repair(odd, first_of(odd, "lane.cards_unseen"), new_id)
    assert check(after, ()) == ()
    assert lane(after, "line").cards == ()
    assert card("x1", "eat", "pay", "action") in lane(after, "acts").cards
    assert card("x2", "go", kind="pain") in lane(after, "pains").cards


def test_where_there_is_no_lane_for_them_there_will_be_one(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "mood", cards=(card("x1", "eat", kind="quote"), card("x2", "pay", kind="quote")))
    after = repair(odd, first_of(odd, "lane.cards_unseen"), new_id)
    assert row(after) == ["acts", "mood", "new1", "line", "pains", "shut"]
    made = lane(after, "new1")
    assert (made.kind, made.group, [one.id for one in made.cards]) == ("quotes", "front", ["x1", "x2"])
    assert lane(after, "mood").markers == lane(project, "mood").markers


@pytest.mark.parametrize("kind", ["homemade", "emotion", ""])
def test_cards_of_no_usual_kind_go_to_the_notes(project: Project, new_id: NewId, kind: str) -> None:
    open_notes = with_lane(project, "shut", locked=False)
    odd = with_lane(open_notes, "line", cards=(card("x1", "eat", kind=kind),))
    after = repair(odd, first_of(odd, "lane.cards_unseen"), new_id)
    assert [one.id for one in lane(after, "shut").cards] == ["n1", "x1"]


def test_a_locked_lane_gets_nothing_new(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "line", cards=(card("x1", "eat"),))
    after = repair(odd, first_of(odd, "lane.cards_unseen"), new_id)
    assert lane(after, "shut") is lane(odd, "shut")
    assert row(after) == ["acts", "mood", "line", "new1", "pains", "shut"]


def test_markers_that_nobody_sees_go_to_a_lane_with_room(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "acts", markers=(mark("x1", "pay"), mark("x2", "go", "ben")))
    after = repair(odd, first_of(odd, "lane.markers_unseen"), new_id)
    assert check(after, ()) == ()
    assert [one.id for one in lane(after, "mood").markers] == ["m1", "m2", "m3", "m4", "x1", "x2"]


def test_markers_that_would_stand_on_others_get_a_lane_of_their_own(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "acts", markers=(mark("x1", "eat"), mark("x2", "go")))
    after = repair(odd, first_of(odd, "lane.markers_unseen"), new_id)
    assert row(after) == ["acts", "new1", "mood", "line", "pains", "shut"]
    assert [one.id for one in lane(after, "new1").markers] == ["x1", "x2"]
    assert lane(after, "mood") is lane(odd, "mood")


def test_a_second_marker_of_a_persona_goes_to_the_inbox(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "mood", markers=(*lane(project, "mood").markers, mark("m9", "find")))
    after = repair(odd, first_of(odd, "marker.twice"), new_id)
    assert lane(after, "mood") == lane(project, "mood")
    assert inbox(after)["from emotions"].markers == (mark("m9", "find"),)


def test_two_lanes_at_once(project: Project, new_id: NewId) -> None:
    odd = with_lane(with_lane(project, "line", cards=(card("x1", "eat"),)), "mood", cards=(card("x2", "pay"),))
    after, gone = repair_all(odd, (), new_id)
    assert len(gone) == 2
    assert [one.id for one in lane(after, "new1").cards] == ["x1", "x2"]


def test_markers_move_and_their_twins_are_found_there(project: Project, new_id: NewId) -> None:
    odd = with_lane(project, "acts", markers=(mark("x1", "pay"), mark("x2", "pay")))
    after, gone = repair_all(odd, (), new_id)
    assert check(after, ()) == ()
    assert {finding.code for finding in gone} == {"lane.markers_unseen", "marker.twice"}
    assert sum(len(cluster.markers) for cluster in after.maps[0].inbox) == 1


def test_without_any_stage_all_cards_go_to_the_inbox(new_id: NewId) -> None:
    lanes = (Lane(id="l", kind="notes", cards=(card("c1", "s1"), card("c2", "s2"))),)
    after, _ = repair_all(Project(id="p", maps=(JourneyMap(id="m", lanes=lanes),)), (), new_id)
    assert len(after.maps[0].stages) == 1
    assert [one.id for one in after.maps[0].inbox[0].cards] == ["c1", "c2"]


def test_thousands_of_findings_are_one_walk(new_id: NewId) -> None:
    cards = tuple(card(f"c{number:05}", "gone") for number in range(3_000))
    project = Project(id="p", maps=(JourneyMap(id="m", lanes=(Lane(id="l", kind="notes", cards=cards),)),))
    after, gone = repair_all(project, (), new_id)
    assert len(gone) == 3_001
    assert len(after.maps[0].inbox[0].cards) == 3_000

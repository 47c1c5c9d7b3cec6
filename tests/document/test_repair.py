"""One repair for each kind of finding: what it does, and what it leaves alone."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.document import checks
from desktop.document.base import Part, by_id, changed, in_order
from desktop.document.cards import Card, Comment, Marker, Measure, Picture
from desktop.document.checks import Finding, check
from desktop.document.errors import EditError
from desktop.document.ids import ids_of
from desktop.document.journey import AgendaPoint, Cluster, JourneyMap, Lane, Link, Stage, View
from desktop.document.means import Means
from desktop.document.project import Brand, Edition, Goal, Persona, Project
from desktop.document.repair import REPAIRS, repair, repair_all, repairable

NewId = Callable[[], str]
KEY, HEIR = "a" * 64, "b" * 64
PICTURE = Picture(asset=KEY, alt="the door")


def in_map(project: Project, **fields: Any) -> Project:
    return project.model_copy(update={"maps": (project.maps[0].model_copy(update=fields),)})


def with_lane(project: Project, name: str, **fields: Any) -> Project:
    lanes = project.maps[0].lanes
    return in_map(project, lanes=tuple(one.model_copy(update=fields) if one.id == name else one for one in lanes))


def with_note(project: Project, **fields: Any) -> Project:
    """The only card of the lane “shut” with these fields."""
    facts = {"id": "n1", "kind": "note", "first": "eat", "last": "eat", "text": "so"} | fields
    return with_lane(project, "shut", cards=(Card(**facts),))


def lane(project: Project, name: str) -> Lane:
    return next(one for one in project.maps[0].lanes if one.id == name)


def note(project: Project) -> Card:
    (card,) = lane(project, "shut").cards
    return card


def only(project: Project, damaged: tuple[str, ...] = ()) -> Finding:
    (finding,) = check(project, damaged, damaged)
    return finding


def repaired(project: Project, new_id: NewId, **means: Any) -> Project:
    """After the repair of the only finding, with nothing left to be found."""
    damaged = tuple(means.get("heirs", ()))
    after = repair(project, only(project, damaged), new_id, Means(new_id, **means))
    assert check(after, (HEIR,)) == ()
    return after


def codes() -> set[str]:
    """What stands in the checks in the form of a code."""
    tree = ast.parse(Path(checks.__file__).read_text("utf-8"))
    words = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {word for word in words if re.fullmatch(r"[a-z]+\.[a-z_]+", word)}


def test_every_code_of_the_checks_is_in_the_table() -> None:
    assert codes() == set(REPAIRS)


def test_what_is_only_a_note_is_left_alone(project: Project, new_id: NewId) -> None:
    odd = with_note(project, kind="homemade")
    assert not repairable(only(odd))
    assert repair(odd, only(odd), new_id) is odd


def test_a_code_of_a_later_version_is_left_alone(project: Project, new_id: NewId) -> None:
    finding = Finding("card.upside_down", "error", "maps/visit")
    assert not repairable(finding)
    assert repair(project, finding, new_id) is project


@pytest.mark.parametrize("code", [code for code, make in REPAIRS.items() if make])
@pytest.mark.parametrize("path", ["maps/gone/lanes/gone/cards/gone", "maps/visit/lanes/acts/cards/gone"])
def test_a_finding_about_what_is_gone_changes_nothing(project: Project, new_id: NewId, code: str, path: str) -> None:
    finding = Finding(code, "error", path, (), "cards" if code == "order.broken" else "gone")
    after = repair(project, finding, new_id)
    assert after == project or (code, len(after.personas)) == ("persona.missing", 3)


def test_what_a_repair_does_not_reach_stays_the_same_object(project: Project, new_id: NewId) -> None:
    odd = with_note(project, text="")
    after = repaired(odd, new_id)
    assert lane(after, "acts") is lane(odd, "acts")
    assert after.maps[0].stages is odd.maps[0].stages


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"group": "gone"}, "group"),
        ({"agenda": (AgendaPoint(id="g", lane="gone"),)}, "lane"),
        ({"views": (View(id="v", lanes=("acts", "gone")),)}, "lanes"),
        ({"views": (View(id="v", stages=("gone", "dine")),)}, "stages"),
        ({"views": (View(id="v", personas=("gone", "ana")),)}, "personas"),
        ({"goals": ("gone", "happy")}, "goals"),
        ({"origin": "gone"}, "origin"),
    ],
)
def test_names_of_nothing_are_taken_away(project: Project, new_id: NewId, fields: dict[str, Any], name: str) -> None:
    odd = with_lane(project, "acts", **fields) if name == "group" else in_map(project, **fields)
    after = repaired(odd, new_id)
    assert "gone" not in after.model_dump_json()
    assert len(ids_of(after)) == len(ids_of(odd))


def test_other_names_in_the_same_list_stay(project: Project, new_id: NewId) -> None:
    after = repaired(in_map(project, views=(View(id="v", lanes=("acts", "gone", "mood")),)), new_id)
    assert after.maps[0].views[0].lanes == ("acts", "mood")


def test_a_task_keeps_its_text(project: Project, new_id: NewId) -> None:
    tasks = (project.maps[0].tasks[0].model_copy(update={"answers": "gone"}), project.maps[0].tasks[1])
    after = repaired(in_map(project, tasks=tasks), new_id)
    assert (after.maps[0].tasks[0].text, after.maps[0].tasks[0].answers) == ("Shorten the wait", "")


def test_a_figure_keeps_its_value(project: Project, new_id: NewId) -> None:
    after = repaired(with_note(project, measure=Measure(metric="nps", name="NPS", value=7.0)), new_id)
    assert note(after).measure == Measure(name="NPS", value=7.0)


def test_a_goal_and_an_edition_outside_of_maps(project: Project, new_id: NewId) -> None:
    goal, edition = Goal(id="rich", metric="gone"), Edition(id="e", title="A0", map="gone")
    odd = changed(project, goals=(*project.goals, goal), editions=(edition,))
    after, gone = repair_all(odd, (), new_id)
    assert (after.goals[1].metric, after.editions[0].map, after.editions[0].title) == ("", "", "A0")
    assert [finding.code for finding in gone] == ["metric.missing", "map.missing"]


def test_a_missing_persona_comes_back_without_her_name(project: Project, new_id: NewId) -> None:
    markers = (*lane(project, "mood").markers, Marker(id="m9", step="pay", value=0.0, persona="zoe"))
    odd = with_note(with_lane(project, "mood", markers=markers), persona="zoe")
    after = repair(odd, check(odd, ())[0], new_id, Means(new_id, persona="Missing persona"))
    assert check(after, ()) == ()
    assert [(one.id, one.name) for one in in_order(after.personas)][-1] == ("zoe", "Missing persona")
    assert note(after).persona == "zoe"


@pytest.mark.parametrize("name", ["zoe müller", "n1", "visit"])
def test_a_name_that_no_persona_can_have_is_changed_everywhere(project: Project, new_id: NewId, name: str) -> None:
    markers = (*lane(project, "mood").markers, Marker(id="m9", step="pay", value=0.0, persona=name))
    odd = with_note(with_lane(project, "mood", markers=markers), persona=name)
    after, _ = repair_all(odd, (), new_id)
    assert check(after, ()) == ()
    assert note(after).persona == lane(after, "mood").markers[-1].persona == "new1"


def test_a_view_names_the_persona_that_came_back(project: Project, new_id: NewId) -> None:
    odd = in_map(with_note(project, persona="zoe"), views=(View(id="v", personas=("zoe",)),))
    after, _ = repair_all(odd, (), new_id)
    assert after.maps[0].views[0].personas == ("zoe",)
    assert len(after.personas) == 3


def test_there_is_no_room_for_another_persona(project: Project, new_id: NewId) -> None:
    crowd = by_id((*project.personas, *(Persona(id=f"q{number}") for number in range(498))))
    odd = with_note(changed(project, personas=crowd), persona="zoe", text="")
    with pytest.raises(EditError):
        repair(odd, check(odd, ())[-1], new_id)
    after, gone = repair_all(odd, (), new_id)
    assert [finding.code for finding in gone] == ["card.no_text"]
    assert [finding.code for finding in check(after, ())] == ["persona.missing"]


def test_an_arrow_to_nothing_goes_and_its_card_stays(project: Project, new_id: NewId) -> None:
    links = (*project.maps[0].links, Link(id="l9", kind="leads", source="a1", target="gone"))
    after = repaired(in_map(project, links=links), new_id)
    assert after.maps[0].links == project.maps[0].links
    assert lane(after, "acts") is lane(project, "acts")


def test_an_arrow_from_nothing_to_nothing_is_two_findings(project: Project, new_id: NewId) -> None:
    odd = in_map(project, links=(Link(id="l9", kind="leads", source="gone", target="lost"),))
    first, second = check(odd, ())
    after = repair(odd, first, new_id)
    assert after.maps[0].links == ()
    assert repair(after, second, new_id) is after


def test_a_missing_picture_leaves_its_words(project: Project, new_id: NewId) -> None:
    after = repaired(with_note(project, picture=PICTURE), new_id)
    assert (note(after).picture, note(after).text, note(after).details) == (None, "so", "the door")


@pytest.mark.parametrize(
    ("fields", "text", "details"),
    [
        ({"text": ""}, "the door", ""),
        ({"text": " "}, "the door", ""),
        ({"details": "it is red"}, "so", "it is red\nthe door"),
        ({"details": "see the door"}, "so", "see the door"),
    ],
)
def test_where_the_words_go(project: Project, new_id: NewId, fields: dict[str, str], text: str, details: str) -> None:
    card = note(repaired(with_note(project, picture=PICTURE, **fields), new_id))
    assert (card.text, card.details) == (text, details)


def test_a_card_that_was_only_a_picture_gets_a_sign(project: Project, new_id: NewId) -> None:
    after, gone = repair_all(with_note(project, text="", picture=Picture(asset=KEY)), (), new_id)
    assert (note(after).text, note(after).picture) == ("?", None)
    assert [finding.code for finding in gone] == ["picture.missing"]


def test_pictures_of_personas_and_the_logo(project: Project, new_id: NewId) -> None:
    ana, ben = project.personas
    odd = changed(project, brand=Brand(name="Lume", logo=PICTURE), personas=(changed(ana, picture=PICTURE), ben))
    after, _ = repair_all(odd, (), new_id)
    assert (after.brand, after.personas) == (Brand(name="Lume"), project.personas)


def test_a_damaged_picture_that_can_be_seen_is_kept(project: Project, new_id: NewId) -> None:
    odd = with_note(project, picture=changed(PICTURE, fit="fill"))
    after = repaired(odd, new_id, heirs={KEY: HEIR})
    assert note(after).picture == Picture(asset=HEIR, alt="the door", fit="fill")


def test_a_damaged_picture_that_cannot_be_seen_is_as_good_as_missing(project: Project, new_id: NewId) -> None:
    odd = with_note(project, picture=PICTURE)
    after = repair(odd, only(odd, (KEY,)), new_id)
    assert note(after).picture is None


def test_a_damaged_logo_is_kept(project: Project, new_id: NewId) -> None:
    after = repaired(changed(project, brand=Brand(logo=PICTURE)), new_id, heirs={KEY: HEIR})
    assert after.brand.logo == changed(PICTURE, asset=HEIR)


def test_a_damaged_picture_that_nothing_shows_is_a_note(project: Project, new_id: NewId) -> None:
    (finding,) = check(project, (KEY,), (KEY,))
    assert (finding.code, finding.severity, finding.detail) == ("picture.spare_damaged", "note", KEY)
    assert repair_all(project, (KEY,), new_id, damaged=(KEY,)) == (project, ())


def test_a_map_without_stages_gets_a_column(new_id: NewId) -> None:
    after = repaired(Project(id="p", maps=(JourneyMap(id="m"),)), new_id)
    (stage,) = after.maps[0].stages
    assert len(stage.steps) == 1


def test_a_stage_without_steps_gets_one(project: Project, new_id: NewId) -> None:
    after = repaired(in_map(project, stages=(*project.maps[0].stages, Stage(id="void", title="Void"))), new_id)
    assert [len(stage.steps) for stage in after.maps[0].stages] == [2, 3, 1, 1]
    assert after.maps[0].stages[-1].title == "Void"


def test_a_card_that_ends_before_it_begins(project: Project, new_id: NewId) -> None:
    after = repaired(with_note(project, first="pay", last="order"), new_id)
    assert (note(after).first, note(after).last) == ("order", "pay")


def test_a_card_without_text_gets_a_sign(project: Project, new_id: NewId) -> None:
    odd = with_note(project, text="", comments=(Comment(id="c", text="why?"),))
    assert repaired(odd, new_id, unknown="…").maps[0].lanes[-1].cards[0].text == "…"


def test_lists_out_of_order_are_sorted(project: Project, new_id: NewId) -> None:
    backwards = with_lane(project, "acts", cards=lane(project, "acts").cards[::-1])
    assert repaired(backwards, new_id) == project
    assert repaired(project.model_copy(update={"personas": project.personas[::-1]}), new_id) == project


def test_an_id_given_twice_is_given_once(project: Project, new_id: NewId) -> None:
    odd = in_map(project, parking=(Card(id="a3", kind="note", text="so"),))
    after = repaired(odd, new_id)
    assert [card.id for card in after.maps[0].parking] == ["new1"]


def test_everything_wrong_with_an_unsorted_project_with_twins(project: Project, new_id: NewId) -> None:
    odd = with_note(project, first="gone", text="", persona="zoe")
    cards = (*lane(odd, "acts").cards[::-1], note(odd))
    after, gone = repair_all(with_lane(odd, "acts", cards=cards), (), new_id)
    assert check(after, ()) == ()
    assert {"order.broken", "id.twice", "step.missing", "persona.missing"} <= {finding.code for finding in gone}


def test_what_could_not_be_repaired_is_not_among_what_was(project: Project, new_id: NewId) -> None:
    odd = in_map(with_note(project, kind="homemade", text=""), status="dreamt")
    after, gone = repair_all(odd, (), new_id)
    assert [finding.code for finding in gone] == ["card.no_text"]
    assert [finding.code for finding in check(after, ())] == ["status.unknown", "card.kind_unknown"]


def test_several_findings_of_one_code_in_several_maps(project: Project, new_id: NewId) -> None:
    other = JourneyMap(id="z", stages=(Stage(id="zs"),), parking=(Card(id="zc", kind="note"),))
    odd = with_note(project, text="")
    odd = changed(odd, maps=(*odd.maps, other))
    after, gone = repair_all(odd, (), new_id)
    assert check(after, ()) == ()
    assert sorted(finding.code for finding in gone) == ["card.no_text", "card.no_text", "stage.empty"]


def test_loose_cards_are_repaired_too(project: Project, new_id: NewId) -> None:
    loose = Card(id="x", kind="note", text="", picture=PICTURE)
    odd = in_map(project, inbox=(Cluster(id="box", cards=(loose,)),), parking=(loose.model_copy(update={"id": "y"}),))
    after, _ = repair_all(odd, (), new_id)
    cards: list[Part] = [*after.maps[0].inbox[0].cards, *after.maps[0].parking]
    assert [(getattr(card, "text", ""), getattr(card, "picture", 0)) for card in cards] == [("the door", None)] * 2

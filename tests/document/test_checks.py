"""Findings: one for each thing that can be wrong, with its place."""

from typing import Any

import pytest
from large import large

from desktop.document.base import changed
from desktop.document.cards import Card, Marker, Measure, Picture
from desktop.document.checks import Finding, check, sound
from desktop.document.journey import AgendaPoint, Cluster, JourneyMap, Link, Stage, Task
from desktop.document.project import Brand, Edition, Goal, Persona, Project

PICTURE = Picture(asset="a" * 64)


def only(project: Project, assets: set[str] | None = None) -> Finding:
    findings = check(project, assets or set())
    assert len(findings) == 1, findings
    return findings[0]


def in_map(project: Project, **fields: Any) -> Project:
    return project.model_copy(update={"maps": (project.maps[0].model_copy(update=fields),)})


def with_lane(project: Project, name: str, **fields: Any) -> Project:
    lanes = project.maps[0].lanes
    return in_map(project, lanes=tuple(one.model_copy(update=fields) if one.id == name else one for one in lanes))


def with_card(project: Project, **fields: Any) -> Project:
    """The only card of the lane “shut” with these fields."""
    return with_lane(
        project,
        "shut",
        cards=(Card(**({"id": "n1", "kind": "note", "first": "eat", "last": "eat", "text": "so"} | fields)),),
    )


def test_a_sound_project(project: Project) -> None:
    assert check(project, ()) == ()
    assert sound(())


def test_an_empty_project_is_sound() -> None:
    assert check(Project(id="p"), ()) == ()


def test_a_finding_tells_its_place(project: Project) -> None:
    finding = only(with_card(project, first="gone"))
    assert finding == Finding("step.missing", "error", "maps/visit/lanes/shut/cards/n1", ("Dinner", "", "so"), "gone")


@pytest.mark.parametrize(
    ("fields", "code", "severity", "detail"),
    [
        ({"last": "gone"}, "step.missing", "error", "gone"),
        ({"first": "gone", "last": "gone"}, "step.missing", "error", "gone"),
        ({"first": "", "last": ""}, "step.missing", "error", ""),
        ({"first": "pay", "last": "order"}, "card.reversed", "error", ""),
        ({"text": ""}, "card.no_text", "warning", ""),
        ({"text": " \n"}, "card.no_text", "warning", ""),
        ({"persona": "zoe"}, "persona.missing", "warning", "zoe"),
        ({"measure": Measure(metric="nps")}, "metric.missing", "warning", "nps"),
        ({"picture": PICTURE}, "picture.missing", "warning", "a" * 64),
        ({"kind": "homemade"}, "card.kind_unknown", "note", "homemade"),
    ],
)
def test_cards(project: Project, fields: dict[str, Any], code: str, severity: str, detail: str) -> None:
    finding = only(with_card(project, **fields))
    assert (finding.code, finding.severity, finding.detail) == (code, severity, detail)
    assert finding.path == "maps/visit/lanes/shut/cards/n1"


def test_a_picture_that_is_there(project: Project) -> None:
    assert check(with_card(project, picture=PICTURE, text=""), {"a" * 64}) == ()


def test_a_figure_needs_no_text(project: Project) -> None:
    assert check(with_card(project, measure=Measure(value=1.0), text=""), ()) == ()


def test_notes_alone_are_sound(project: Project) -> None:
    assert sound(check(with_card(project, kind="homemade"), ()))
    assert not sound(check(with_card(project, text=""), ()))


@pytest.mark.parametrize("shelf", ["inbox", "parking"])
def test_loose_cards(project: Project, shelf: str) -> None:
    card = Card(id="c", kind="note", text="so", persona="zoe")
    fields = {"parking": (card,)} if shelf == "parking" else {"inbox": (Cluster(id="box", cards=(card,)),)}
    finding = only(in_map(project, **fields))
    assert finding.code == "persona.missing"
    assert finding.path.startswith(f"maps/visit/{shelf}/")


def test_markers_kept_in_the_inbox(project: Project) -> None:
    marker = Marker(id="x", step="removed", value=0.0, persona="zoe")
    finding = only(in_map(project, inbox=(Cluster(id="box", markers=(marker,)),)))
    assert (finding.code, finding.path) == ("persona.missing", "maps/visit/inbox/box/markers/x")


@pytest.mark.parametrize(
    ("fields", "code", "severity"),
    [
        ({"kind": "feelings", "markers": ()}, "lane.kind_unknown", "note"),
        ({"kind": "actions"}, "lane.markers_unseen", "warning"),
        ({"group": "gone"}, "group.missing", "warning"),
    ],
)
def test_lanes(project: Project, fields: dict[str, Any], code: str, severity: str) -> None:
    finding = only(with_lane(project, "mood", **fields))
    assert (finding.code, finding.severity, finding.path) == (code, severity, "maps/visit/lanes/mood")


@pytest.mark.parametrize("kind", ["emotions", "visibility"])
def test_a_lane_that_does_not_show_its_cards(project: Project, kind: str) -> None:
    finding = only(with_lane(project, "pains", kind=kind))
    assert (finding.code, finding.detail) == ("lane.cards_unseen", "3")


@pytest.mark.parametrize(
    ("step", "persona", "code"),
    [("gone", "ana", "step.missing"), ("find", "ana", "marker.twice"), ("pay", "zoe", "persona.missing")],
)
def test_markers(project: Project, step: str, persona: str, code: str) -> None:
    markers = (*project.maps[0].lanes[2].markers, Marker(id="m9", step=step, value=0.0, persona=persona))
    finding = only(with_lane(project, "mood", markers=markers))
    assert (finding.code, finding.path) == (code, "maps/visit/lanes/mood/markers/m9")


@pytest.mark.parametrize(
    ("fields", "code", "severity", "path"),
    [
        ({"status": "dreamt"}, "status.unknown", "note", "maps/visit"),
        ({"persona": "zoe"}, "persona.missing", "warning", "maps/visit"),
        ({"goals": ("rich",)}, "goal.missing", "warning", "maps/visit"),
        ({"origin": "gone"}, "map.missing", "warning", "maps/visit"),
        ({"tasks": (Task(id="t", answers="gone"),)}, "card.missing", "warning", "maps/visit/tasks/t"),
        (
            {"links": (Link(id="l", kind="", source="gone", target="a1"),)},
            "link.end_missing",
            "warning",
            "maps/visit/links/l",
        ),
        (
            {"links": (Link(id="l", kind="", source="a1", target="m1"),)},
            "link.end_missing",
            "warning",
            "maps/visit/links/l",
        ),
        ({"agenda": (AgendaPoint(id="g", lane="gone"),)}, "lane.missing", "warning", "maps/visit/agenda/g"),
    ],
)
def test_maps(project: Project, fields: dict[str, Any], code: str, severity: str, path: str) -> None:
    finding = only(in_map(project, **fields))
    assert (finding.code, finding.severity, finding.path) == (code, severity, path)


def test_a_stage_without_steps(project: Project) -> None:
    finding = only(in_map(project, stages=(*project.maps[0].stages, Stage(id="void", title="Void"))))
    assert (finding.code, finding.severity, finding.names) == ("stage.empty", "error", ("Dinner", "Void"))


def test_a_map_without_stages() -> None:
    assert only(Project(id="p", maps=(JourneyMap(id="m"),))).code == "map.no_stages"


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ({"brand": Brand(logo=PICTURE)}, "picture.missing", ""),
        ({"brand": Brand(text_font="Lume Sans")}, "font.missing", ""),
        ({"brand": Brand(title_font="Lume Sans", title_files=("ab" * 32,))}, "font.missing", ""),
        ({"personas": (Persona(id="ana", picture=PICTURE), Persona(id="ben"))}, "picture.missing", "personas/ana"),
        ({"goals": (Goal(id="happy", metric="nps"),)}, "metric.missing", "goals/happy"),
        ({"editions": (Edition(id="e", map="gone"),)}, "map.missing", "editions/e"),
    ],
)
def test_the_project(project: Project, fields: dict[str, Any], code: str, path: str) -> None:
    finding = only(changed(project, **fields))
    assert (finding.code, finding.path) == (code, path)


def test_an_id_given_twice_is_found_at_the_second_thing(project: Project) -> None:
    finding = only(in_map(project, parking=(Card(id="a3", kind="note", text="so"),)))
    assert (finding.code, finding.severity, finding.path) == ("id.twice", "error", "maps/visit/parking/a3")


def test_an_id_given_twice_in_one_lane(project: Project) -> None:
    cards = project.maps[0].lanes[0].cards
    codes = {finding.code for finding in check(with_lane(project, "acts", cards=(cards[0], *cards)), ())}
    assert "id.twice" in codes


def test_a_lane_that_is_not_sorted(project: Project) -> None:
    finding = only(with_lane(project, "acts", cards=project.maps[0].lanes[0].cards[::-1]))
    assert (finding.code, finding.path, finding.detail) == ("order.broken", "maps/visit/lanes/acts", "cards")


def test_long_names_are_cut(project: Project) -> None:
    assert only(with_card(project, text="x" * 200, kind="homemade")).names[-1] == "x" * 60


def test_twenty_thousand_cards_are_sound() -> None:
    assert check(large(), ()) == ()


def test_a_damaged_font_is_told_by_its_name_and_as_nothing_else(project: Project) -> None:
    key = "ab" * 32
    branded = changed(project, brand=Brand(text_font="Lume Sans", text_files=(key,)))
    (finding,) = check(branded, {key}, {key})
    assert (finding.code, finding.severity, finding.detail) == ("font.damaged", "warning", "Lume Sans")


def test_fonts_that_are_there_are_sound(project: Project) -> None:
    key = "ab" * 32
    branded = changed(project, brand=Brand(text_font="Lume Sans", text_files=(key,), title_files=(key,)))
    assert check(branded, {key}) == ()

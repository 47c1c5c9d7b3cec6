"""Older files open for ever: each version has a sample, each step is run, and messages reach people."""

import json
from pathlib import Path

import pytest

from desktop.document.edits.facts import edit_project
from desktop.document.edits.views import add_view, remove_view
from desktop.document.project import Brand, Project
from desktop.session import Session
from desktop.storage import header
from desktop.storage.encoding import RESTORE
from desktop.storage.errors import InvalidError, NotAProjectError, TooNewError
from desktop.storage.migrations import CURRENT, STEPS, migrate
from desktop.storage.reader import Opened, parse, read
from desktop.storage.writer import dump

SAMPLES = Path(__file__).parent.parent / "samples"


def versions() -> set[tuple[int, int]]:
    """Every version that was ever released."""
    minors = {(CURRENT[0], minor) for minor in range(CURRENT[1] + 1)}
    return {*minors, *STEPS, *(target for target, _ in STEPS.values())}


def sample(version: tuple[int, int]) -> Path:
    return SAMPLES / f"project-{version[0]}.{version[1]}.journey"


@pytest.mark.parametrize("version", sorted(versions()))
def test_there_is_a_sample_of_every_version(version):
    assert json.loads(sample(version).read_bytes())["version"] == list(version)


@pytest.mark.parametrize("version", sorted(versions()))
def test_the_sample_of_every_version_opens(version):
    opened = read(sample(version))
    assert opened.project.maps
    assert not opened.damaged
    assert bool(opened.messages) == (version in STEPS)


def saved(opened: Opened, project: Project | None = None) -> bytes:
    return dump(project or opened.project, opened.assets, opened.minor, opened.unknown)


@pytest.mark.parametrize("version", sorted(one for one in versions() if one[0] == CURRENT[0]))
def test_the_samples_of_the_current_major_are_saved_as_they_are(version):
    assert saved(read(sample(version))) == sample(version).read_bytes()


def test_a_file_of_1_0_becomes_one_of_1_1_with_its_first_view_and_not_before():
    opened = read(sample((1, 0)))
    named = edit_project(opened.project, title="Another name")
    assert b'"version": [1, 0]' in saved(opened, named)
    assert b'"version": [1, 1]' in saved(opened, add_view(named, "m1", "Kitchen", new_id=lambda: "w1"))


def test_undoing_the_first_view_gives_the_bytes_of_1_0_again():
    session = Session.open(sample((1, 0)))
    session.edit("View", add_view(session.project, "m1", "Kitchen", new_id=lambda: "w1"))
    session.undo()
    assert dump(session.project, session.assets) == sample((1, 0)).read_bytes()


def test_a_file_that_came_with_1_1_stays_one_without_its_views():
    opened = read(sample((1, 1)))
    bare = opened.project
    for view in opened.project.maps[0].views:
        bare = remove_view(bare, "m1", view.id)
    assert b'"version": [1, 1]' in saved(opened, bare)
    assert b'"views"' not in saved(opened, bare)


def test_views_in_a_file_that_says_1_0_are_read():
    text = sample((1, 1)).read_bytes().replace(b"[1, 1]", b"[1, 0]", 1)
    assert saved(parse(text)) == sample((1, 1)).read_bytes()


def in_1_2(opened: Opened, **brand: object) -> Project:
    """The project of a file with other fields of the brand, and pinned."""
    return edit_project(opened.project, brand=opened.project.brand.model_copy(update=brand))


def test_fonts_make_a_file_of_1_2_and_a_colour_does_not():
    opened = read(sample((1, 0)))
    assert b'"version": [1, 0]' in saved(opened, in_1_2(opened, accent="#112233", text_font="Lume Sans"))
    assert b'"version": [1, 2]' in saved(opened, in_1_2(opened, text_files=("ab" * 32,)))
    assert b'"version": [1, 2]' in saved(opened, in_1_2(opened, title_files=("ab" * 32,)))


def test_a_pin_makes_a_file_of_1_2():
    opened = read(sample((1, 1)))
    pinned = tuple(edition.model_copy(update={"pin": {"sheets": ["A1"]}}) for edition in opened.project.editions)
    assert b'"version": [1, 2]' in saved(opened, opened.project.model_copy(update={"editions": pinned}))


def test_fonts_stand_apart_from_the_pictures_where_older_programs_leave_them_alone():
    raw = json.loads(sample((1, 2)).read_bytes())
    opened = read(sample((1, 2)))
    assert set(opened.project.brand.text_files) == set(raw["fonts"])
    assert opened.assets.keys() == raw["assets"].keys() | raw["fonts"].keys()
    assert all(picture["type"].startswith("image/") for picture in raw["assets"].values())


def test_a_font_that_no_brand_names_still_needs_1_2():
    opened = read(sample((1, 2)))
    text = dump(edit_project(opened.project, brand=Brand()), opened.assets, 0)
    assert b'"version": [1, 2]' in text
    assert parse(text).assets == opened.assets


def test_other_bytes_in_a_font_are_found():
    opened = read(sample((1, 2)))
    (key,) = opened.project.brand.text_files
    text = sample((1, 2)).read_bytes().replace(b'"data":"AAEAAAAK', b'"data":"AAEAAAAL')
    assert parse(text).damaged == (key,)


@pytest.mark.parametrize("field", [{"form": "vote"}, {"kind": "pains"}, {"example": "Waits"}, {"stages": ("s1",)}])
def test_an_agenda_that_says_more_makes_a_file_of_1_3(field):
    opened = read(sample((1, 1)))
    journey = opened.project.maps[0]
    agenda = tuple(point.model_copy(update=field) for point in journey.agenda)
    more = opened.project.model_copy(update={"maps": (journey.model_copy(update={"agenda": agenda}),)})
    assert b'"version": [1, 3]' in saved(opened, more)
    assert b'"version": [1, 1]' in saved(opened, opened.project)


def test_ballots_make_a_file_of_1_3():
    opened = read(sample((1, 1)))
    (journey,) = opened.project.maps
    voted = journey.model_copy(update={"ballots": read(sample((1, 3))).project.maps[0].ballots})
    assert b'"version": [1, 3]' in saved(opened, opened.project.model_copy(update={"maps": (voted,)}))


def test_every_step_leads_up_to_the_current_version():
    for version, (target, _step) in STEPS.items():
        assert version < target <= CURRENT


def test_every_step_is_run_by_the_samples():
    run = set()
    for version in versions():
        watched = {
            start: (target, lambda raw, step=step, start=start: run.add(start) or step(raw))
            for start, (target, step) in STEPS.items()
        }
        migrate(json.loads(sample(version).read_bytes()), version, watched)
    assert run == set(STEPS)


def renamed(raw: dict) -> list[str]:
    raw["project"]["title"] = raw["project"].pop("name")
    return ["The name became the title."]


def counted(raw: dict) -> list[str]:
    raw["project"]["count"] = len(raw["project"]["title"])
    return []


INJECTED = {(0, 8): ((0, 9), renamed), (0, 9): ((1, 0), counted)}
OLD = {"format": "journeywall", "version": [0, 8], "project": {"name": "Dinner"}}


def brought_up(raw: object, version: tuple[int, int] = (0, 8)) -> tuple[dict, list[str]]:
    text, messages = header.brought_up(json.dumps(raw).encode(), version, INJECTED)
    return json.loads(text), messages


def test_an_old_file_goes_through_every_step():
    raw, messages = brought_up(OLD)
    assert raw == {"format": "journeywall", "version": [1, 0], "project": {"title": "Dinner", "count": 6}}
    assert messages == ["The name became the title."]


def test_a_file_in_between_goes_through_the_rest():
    raw, messages = brought_up(OLD | {"version": [0, 9], "project": {"title": "Tea"}}, (0, 9))
    assert raw["project"] == {"title": "Tea", "count": 3}
    assert messages == []


def test_a_current_file_goes_through_none():
    raw = {"version": [1, 0]}
    assert migrate(raw, (1, 0), INJECTED) == []
    assert raw == {"version": [1, 0]}


def test_a_version_that_nobody_knows_is_refused():
    with pytest.raises(NotAProjectError, match=r"nothing is known of format 0\.7"):
        brought_up(OLD, (0, 7))


@pytest.mark.parametrize("project", [None, 5, "text", [], {}, {"title": 3}])
def test_nonsense_in_an_old_file_is_refused_in_words(project):
    with pytest.raises(InvalidError, match=r"cannot be brought up from format 0\.8") as refused:
        brought_up(OLD | {"project": project})
    assert refused.value.remedy == RESTORE


def test_a_newer_minor_is_no_reason_to_refuse():
    assert header.version({"format": "journeywall", "version": [1, 9]}) == (1, 9)


def test_a_newer_major_is_refused_by_name():
    with pytest.raises(TooNewError, match=r"has format 2\.3, and this program reads up to 1\.x"):
        header.version({"format": "journeywall", "version": [2, 3]})

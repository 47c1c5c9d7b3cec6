"""A project from a template is a project of its own."""

import json
import random

import pytest
from projects import rich

from desktop import resources
from desktop.document.checks import check
from desktop.document.ids import Ids, ids_of
from desktop.document.renew import renewed
from desktop.storage.errors import ReadError
from desktop.storage.templates import from_template, templates, titled
from desktop.storage.writer import dump

FOLDER = resources.root() / "templates"
NAMES = [template.name for template in templates(FOLDER)]


def ids(seed: int = 1) -> Ids:
    return Ids(random.Random(seed).getrandbits)


def test_there_is_a_blank_one_and_one_for_services():
    assert NAMES[0] == "blank"
    assert "blueprint" in NAMES


def test_all_have_words_for_people():
    for template in templates(FOLDER):
        assert template.title
        assert template.description.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_a_project_from_a_template_is_sound_and_all_new(name):
    one, two = from_template(FOLDER, name, "", ids(1)), from_template(FOLDER, name, "", ids(2))
    assert check(one.project, one.assets) == ()
    assert not set(ids_of(one.project)) & set(ids_of(two.project))


@pytest.mark.parametrize("name", NAMES)
def test_the_title_is_that_of_the_project_and_of_its_map(name):
    project = from_template(FOLDER, name, "Dinner", ids()).project
    assert project.title == project.maps[0].title == "Dinner"


def test_a_template_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(ReadError, match=r"There is no template “\.\./x”; choose one of blank, "):
        from_template(FOLDER, "../x", "", ids())


def test_a_template_that_the_index_does_not_know_is_listed_last(tmp_path):
    (tmp_path / "index.json").write_text('{"b": {"title": "Bee", "description": "Buzz."}, "gone": {}}', "utf-8")
    for name in "abc":
        (tmp_path / f"{name}.journey").write_bytes(dump(rich(), {}))
    assert [template.name for template in templates(tmp_path)] == ["b", "a", "c"]
    assert templates(tmp_path)[0].title == "Bee"
    assert templates(tmp_path)[1].description == ""


def test_new_ids_keep_every_reference():
    before, after = rich(), renewed(rich(), ids())
    assert len(list(ids_of(after))) == len(set(ids_of(after))) == len(list(ids_of(before)))
    assert not set(ids_of(before)) & set(ids_of(after))
    journey = after.maps[0]
    assert journey.persona == after.personas[0].id
    assert journey.goals == (after.goals[0].id,)
    assert after.editions[0].map == journey.id
    assert {journey.links[0].source, journey.links[0].target} < set(ids_of(journey))


def test_new_ids_find_nothing_that_was_not_there_before():
    pictures = {before.code for before in check(rich(), ())}
    assert {finding.code for finding in check(renewed(rich(), ids()), ())} == pictures


def test_texts_that_look_like_ids_stay():
    before = rich().model_copy(update={"title": "m1"})
    after = renewed(before, ids())
    assert after.title == "m1"
    assert after.brand == before.brand


def test_no_title_changes_nothing():
    assert titled(rich(), "") is not None
    assert titled(rich(), "").title == "Osteria"


def test_many_maps_keep_their_titles():
    two = rich().model_copy(update={"maps": rich().maps * 2})
    assert [each.title for each in titled(two, "New").maps] == [rich().maps[0].title] * 2


def texts(language, name):
    """Every title, subtitle and name in a project from a template."""
    project = from_template(FOLDER, name, "", ids(), language).project
    journey = project.maps[0]
    things = (project, journey, *project.personas, *journey.stages, *journey.lanes)
    steps = [step for stage in journey.stages for step in stage.steps]
    found = (getattr(thing, field, "") for thing in (*things, *steps) for field in ("title", "subtitle", "name"))
    return sorted(filter(None, found))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_template_is_known_in_german(name):
    known = json.loads((FOLDER / "de.json").read_text("utf-8"))
    assert [text for text in texts("en", name) if text not in known] == []
    assert texts("de", name) == sorted(known[text] for text in texts("en", name))


@pytest.mark.parametrize("template", templates(FOLDER))
def test_every_template_is_described_in_german(template):
    german = next(each for each in templates(FOLDER, "de") if each.name == template.name)
    assert (german.title, german.description) != (template.title, template.description)


def test_no_german_word_is_for_a_text_that_no_template_has():
    known = set(json.loads((FOLDER / "de.json").read_text("utf-8")))
    index = {text for each in templates(FOLDER) for text in (each.title, each.description)}
    assert known - index - {text for name in NAMES for text in texts("en", name)} == set()


def test_the_project_speaks_the_language():
    assert from_template(FOLDER, "blank", "", ids(), "de").project.language == "de"


@pytest.mark.parametrize("language", ["xx", "../de", ""])
def test_without_words_a_template_stays_english(language):
    assert texts(language, "blank") == texts("en", "blank")

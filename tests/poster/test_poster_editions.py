"""Editions are found, named, and know what they print."""

import pytest

from desktop.document.project import Edition, Project
from desktop.plan.settings import Settings
from desktop.poster.editions import map_of, named, pdf_names, settings_of
from desktop.poster.refusals import PosterError
from tests.sheeting import SAMPLE

WALL = Edition(id="e1", title="Wall", map=SAMPLE.maps[0].id, settings={"paper": "A1"}, pin={"posters": []})
OTHER = Edition(id="e2", title="wall", rank="W")
PROJECT = SAMPLE.model_copy(update={"editions": (WALL, OTHER)})


def test_an_edition_prints_the_map_that_it_names():
    assert map_of(PROJECT, WALL, "usual") == SAMPLE.maps[0].id


@pytest.mark.parametrize("gone", ["", "m-gone"])
def test_without_its_map_it_prints_the_usual_one(gone):
    assert map_of(PROJECT, WALL.model_copy(update={"map": gone}), "usual") == "usual"


def test_its_pin_comes_with_its_settings():
    found = settings_of(WALL)
    assert found == Settings(paper="A1")
    assert found.pin == {"posters": []}


def test_a_setting_that_cannot_be_is_said_with_the_name_of_the_edition():
    with pytest.raises(PosterError, match="In the edition “Wall”"):
        settings_of(WALL.model_copy(update={"settings": {"bleed": 99}}))


@pytest.mark.parametrize(("wanted", "found"), [("e2", [OTHER]), ("WALL", [WALL, OTHER]), ("A3", [])])
def test_editions_are_found_by_id_or_title(wanted, found):
    assert named(PROJECT, wanted) == found


def test_no_two_files_have_the_same_name():
    names = list(pdf_names(PROJECT).values())
    assert names == [f"{SAMPLE.title} - Wall.pdf", f"{SAMPLE.title} - wall (2).pdf"]


def test_an_edition_without_a_title_is_named_by_its_id():
    bare = Project(id="p", editions=(Edition(id="e7"),))
    assert pdf_names(bare) == {"e7": "Journey - e7.pdf"}

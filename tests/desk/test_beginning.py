"""What comes of a wish."""

import random

import pytest

from desktop import resources
from desktop.desk.beginning import Wish, project_of
from desktop.document.base import in_order
from desktop.document.checks import check, sound
from desktop.document.ids import Ids
from desktop.storage.errors import ReadError
from desktop.storage.templates import templates


def made(language="en", **wish):
    return project_of(Wish(**wish), language, Ids(random.Random(1).getrandbits))


def stages(opened):
    return [stage.title for stage in in_order(opened.project.maps[0].stages)]


def test_without_a_word_it_is_the_blank_template():
    opened = made()
    assert (opened.project.title, stages(opened)) == ("Untitled", ["Stage 1"])


def test_all_that_is_told_is_in_it():
    opened = made(template="loyalty", title=" Dinner ", persona=" Maya, 34 ", stages="Decide; Arrive")
    assert (opened.project.title, opened.project.personas[0].name) == ("Dinner", "Maya")
    assert stages(opened) == ["Decide", "Arrive"]


def test_a_line_that_says_nothing_keeps_the_templates_stages():
    assert stages(made(template="before-during-after", stages=" ; : ")) == ["Before", "During", "After"]


def test_a_template_speaks_the_language():
    opened = made("de", template="before-during-after")
    assert (stages(opened), opened.project.language) == (["Vorher", "Währenddessen", "Danach"], "de")


@pytest.mark.parametrize("template", [each.name for each in templates(resources.root() / "templates")])
def test_every_template_can_be_begun_with(template):
    opened = made(template=template, title="T", persona="P", stages="A: b, c; D")
    assert sound(check(opened.project, opened.assets))


def test_there_must_be_such_a_template():
    with pytest.raises(ReadError):
        made(template="no such")

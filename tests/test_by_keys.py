"""The restaurant sample from the blank template without a mouse: the scripts in tests/keys, by real key events."""

import random
from collections import Counter

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from benchmarks.keyscript import LostError, Typist, script
from benchmarks.likeness import likeness
from desktop import resources
from desktop.document.base import changed, in_order
from desktop.document.edits.stages import remove_stage
from desktop.document.ids import Ids
from desktop.document.project import Persona
from desktop.session import Session
from desktop.storage.templates import from_template


@pytest.fixture
def blank(open_window):
    """A window on the blank template."""
    new_id = Ids(random.Random(1).getrandbits, ())
    return open_window(Session(from_template(resources.root() / "templates", "blank", "", new_id)))


def one_stage(project):
    """The first stage with all that stands in it, for the two people whose feelings there are."""
    for stage in in_order(project.maps[0].stages)[1:]:
        project = remove_stage(project, project.maps[0].id, stage.id, new_id=None)
    journey = changed(project.maps[0], goals=(), tasks=(), inbox=(), parking=(), agenda=())
    people = tuple(Persona(id=one.id, name=one.name, rank=one.rank) for one in project.personas)
    return changed(project, maps=(journey,), personas=people, goals=(), metrics=())


def built(window, name):
    Typist(window).play(script(name))
    window.hand_in()
    return likeness(window.session.project)


def test_a_stage_of_the_sample_is_built_by_keys_alone(blank, sample):
    assert built(blank, "one-stage") == likeness(one_stage(sample.project))


@pytest.mark.stress
def test_the_sample_is_built_by_keys_alone(blank, sample):
    assert built(blank, "restaurant") == likeness(sample.project)


def test_every_key_counts(blank):
    typist = Typist(blank)
    typist.play("# Nothing of this line is pressed.\n{F3}Soup{Enter}{Escape}{Down 3}")
    assert typist.pressed == len("Soup") + 6


def test_the_short_form_needs_nothing_that_the_whole_does_not():
    verbs = [Counter(part.split("}")[0].split()[0] for part in script(name).split("{")[1:]) for name in BOTH]
    assert verbs[0].keys() <= verbs[1].keys()


BOTH = ("one-stage", "restaurant")


def test_what_is_typed_goes_to_the_dialog_in_front(qtbot):
    window, field = QWidget(), QLineEdit()
    dialog = QDialog(window)
    inside = QLineEdit(dialog)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    dialog.open()
    window.activateWindow()  # the desktop has not told yet that the dialog came
    Typist(window).type("to whom?")
    assert (field.text(), inside.text()) == ("", "to whom?")
    dialog.close()


def test_a_field_that_is_not_reached_is_named(qtbot):
    alone = QWidget()
    qtbot.addWidget(alone)
    with pytest.raises(LostError, match=r"Owner.*in “\{to Owner\}Ada”"):
        Typist(alone).play("{to Owner}Ada")


def test_likeness_sees_no_ids_and_no_ranks_but_every_word(sample):
    renamed = changed(sample.project, id="other")
    assert likeness(renamed) == likeness(sample.project)
    assert likeness(changed(renamed, title="Osteria")) != likeness(sample.project)


def test_likeness_sees_order(sample):
    stages = in_order(sample.project.maps[0].stages)
    ranks = zip(stages, reversed([stage.rank for stage in stages]), strict=True)
    turned = tuple(sorted((changed(stage, rank=rank) for stage, rank in ranks), key=lambda stage: stage.id))
    journey = changed(sample.project.maps[0], stages=turned)
    assert likeness(changed(sample.project, maps=(journey,))) != likeness(sample.project)

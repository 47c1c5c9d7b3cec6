"""The first two stages of the restaurant, built from the start page by real events: by mouse, and by keyboard."""

import random

import pytest
from PySide6.QtGui import QGuiApplication

from building import normal, part_of, picture_files, plan_of, with_storyboard
from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.checks import check
from desktop.document.ids import Ids, ids_of
from desktop.preferences import Folders
from desktop.program import Program
from desktop.session import Session
from desktop.storage.reader import Opened
from desktop.storage.writer import dump
from persons import Keyboard, Mouse, settle

EVERY_CARD = [False, pytest.param(True, marks=pytest.mark.stress)]
"""In the long form all of the two stages is built, in the short one a card of each kind in every lane."""


@pytest.fixture
def expected(sample, every_card):
    """The sample's part, made with verbs."""
    ids = Ids(random.Random(1).getrandbits, ids_of(sample.project))
    session = Session(Opened(part_of(sample, ids, every_card=every_card), {}))
    with_storyboard(Desk(session, resources.words("en"), ids))
    return session.project


@pytest.fixture
def program(qapp, tmp_path):
    program = Program(Folders.below(tmp_path))
    program.open_start()
    yield program
    for window in list(program.windows):
        window.dismiss()
    QGuiApplication.clipboard().setText("")


@pytest.mark.parametrize("every_card", EVERY_CARD)
@pytest.mark.parametrize("way", [Mouse, Keyboard])
def test_the_first_two_stages(program, expected, tmp_path, qtbot, way):
    plan = plan_of(expected)
    way.begin(program, plan)
    (window,) = program.windows
    window.resize(1600, 1000)
    with qtbot.waitActive(window):
        window.activateWindow()
    person = way(window)
    original = dump(window.session.project, {})
    build(person, plan, picture_files(tmp_path))
    for built, meant in zip(normal(window.session.project), normal(expected), strict=True):
        assert built == meant
    assert not check(window.session.project, window.session.assets)
    final = dump(window.session.project, window.session.assets)
    person.undo_all()
    assert dump(window.session.project, {}) == original
    person.redo_all()
    assert dump(window.session.project, window.session.assets) == final


def build(person, plan, pictures):
    """Everything that the plan says, in the order in which somebody would do it."""
    for name in plan.personas[1:]:
        person.add_person(name)
    lanes(person, plan)
    for said in plan.cards:
        if said["kind"] != "picture":
            card(person, dict(said))
    story = [said for said in plan.cards if said["kind"] == "picture"]
    person.add_pictures(story[0]["lane"], story[0]["column"], pictures)
    for said in plan.cards:
        if said["steps"] > 1:
            person.span(said["text"], said["steps"])
    for said in sorted(plan.markers, key=lambda marker: marker["persona"] == plan.personas[0]):
        marker(person, plan, dict(said))
    for kind, source, target in plan.links:
        person.connect(kind, source, target)
    settle()


def lanes(person, plan):
    """The template's lanes get other words, the missing ones are put between them."""
    titles = [lane["title"] for lane in plan.lanes]
    there = {lane.title for lane in person.desk.journey.lanes}
    for at in reversed(range(len(titles))):
        if titles[at] not in there:
            person.add_lane(titles[at + 1] if at + 1 < len(titles) else "", titles[at])
            person.fill("kind", plan.lanes[at]["kind"])
        else:
            person.select_lane(titles[at])
        if plan.lanes[at]["subtitle"] != person.lane(titles[at]).subtitle:
            person.fill("subtitle", plan.lanes[at]["subtitle"])
        person.back()


def card(person, said):
    person.add_card(said.pop("kind"), said.pop("lane"), said.pop("column"), said.pop("text"))
    said.pop("steps")
    person.facts(said)


def marker(person, plan, said):
    """A marker is the map's persona's first; it is given to somebody else in the inspector."""
    persona = said.pop("persona")
    person.feel(said.pop("column"), said.pop("value"))
    if persona != plan.personas[0]:
        person.fill("persona", persona)
    label = said.pop("label", "")
    person.facts({**({"label": label} if label else {}), **said})

"""Personas from one project to another."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.people import PeopleVerbs
from desktop.desk.pictures import Pictures
from desktop.document.base import in_order
from desktop.document.edits.people import add_persona
from desktop.document.edits.segments import edit_segment
from desktop.document.ids import Ids, ids_of
from desktop.document.project import Project
from desktop.document.segments import listed
from desktop.session import Session
from desktop.storage.reader import Opened
from desktop.storage.writer import dump
from pictures import ready

PORTRAIT = ready()


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def verbs(desk):
    return PeopleVerbs(desk)


@pytest.fixture
def elsewhere():
    """The verbs of another project, without anybody in it."""
    session = Session(Opened(Project(id="other"), {}))
    return PeopleVerbs(Desk(session, resources.words("en"), Ids(random.Random(8).getrandbits, {"other"})))


@pytest.fixture
def told(elsewhere):
    sentences = []
    elsewhere.desk.said.connect(sentences.append)
    return sentences


def test_a_persona_comes_with_everything_about_her(verbs, elsewhere, told):
    maya = verbs.people[0]
    (came,) = elsewhere.bring(verbs.packed(maya))
    there = elsewhere.persona(came)
    assert there.model_dump(exclude={"id", "rank"}) == maya.model_dump(exclude={"id", "rank"})
    assert told == ["One persona came in."]


def test_her_picture_comes_with_her(desk, verbs, elsewhere):
    Pictures(desk).portray(verbs.people[0].id, PORTRAIT)
    elsewhere.bring(verbs.packed(verbs.people[0]))
    assert elsewhere.desk.session.assets[PORTRAIT[0]].data == PORTRAIT[1].data


def test_her_segment_comes_with_her_once_in_one_step(desk, verbs, elsewhere):
    maya = verbs.people[0]
    named = next(segment.id for segment in listed(desk.project) if segment.name == maya.segment)
    desk.attempt("", lambda project: edit_segment(project, named, mark="●", note="Twice a year", tables=("rare",)))
    elsewhere.bring(verbs.packed(maya))
    elsewhere.bring(verbs.packed(maya.model_copy(update={"role": "Retired"})))
    (segment,) = elsewhere.desk.project.segments
    assert (segment.name, segment.mark, segment.note, segment.tables) == (maya.segment, "●", "Twice a year", ())
    elsewhere.desk.undo()
    elsewhere.desk.undo()
    assert (elsewhere.people, elsewhere.desk.project.segments) == ((), ())


def test_who_is_here_already_does_not_come_again(verbs, elsewhere, told):
    data = verbs.packed(verbs.people[0])
    elsewhere.bring(data)
    before = elsewhere.desk.project
    assert elsewhere.bring(data) == ()
    assert elsewhere.desk.project is before
    assert told[-1] == "They are here already."


def test_who_was_changed_meanwhile_comes_as_another(verbs, elsewhere):
    elsewhere.bring(verbs.packed(verbs.people[0]))
    elsewhere.bring(verbs.packed(verbs.people[0].model_copy(update={"role": "Retired"})))
    assert [persona.role for persona in elsewhere.people][-1] == "Retired"
    assert len(elsewhere.people) == 2


def test_all_of_a_project_come_in_their_order_as_one_step(desk, elsewhere, told):
    came = elsewhere.bring(dump(desk.project, {}))
    assert [elsewhere.persona(one).name for one in came] == ["Maya", "Paolo"]
    elsewhere.desk.session.undo()
    assert elsewhere.people == ()
    assert told == ["2 personas came in."]


@pytest.mark.parametrize("data", [b"", b"{}", b"not a project"])
def test_what_cannot_be_read_is_said(elsewhere, told, data):
    assert elsewhere.bring(data) == ()
    assert len(told) == 1


def test_a_project_without_personas(elsewhere, told):
    assert elsewhere.bring(dump(Project(id="empty"), {})) == ()
    assert told == ["There is no persona in it."]


def test_a_persona_in_words(desk, verbs):
    person = add_persona(desk.project, "Ida", new_id=lambda: "ida", summary="61", role="Guest", needs=("Rest", "Light"))
    ida = next(one for one in in_order(person.personas) if one.id == "ida")
    assert verbs.told(ida) == "Ida, 61\nRole: Guest\nNeeds, one a line:\n- Rest\n- Light"


def test_another_part_of_the_picture(desk, verbs):
    maya = verbs.people[0].id
    Pictures(desk).portray(maya, PORTRAIT)
    assert verbs.frame(maya, (0.1, 0.2, 0.6, 0.7))
    assert verbs.persona(maya).picture.crop == (0.1, 0.2, 0.6, 0.7)
    assert desk.session.undoable.label == "Another part of the picture"


def test_without_a_picture_there_is_no_part(desk, verbs):
    Pictures(desk).portray(verbs.people[0].id, None)
    assert not verbs.frame(verbs.people[0].id, (0.0, 0.0, 0.5, 0.5))
    assert not verbs.frame("nobody", (0.0, 0.0, 0.5, 0.5))

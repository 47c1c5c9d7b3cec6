"""Large tables of responses beside a project: saved with it, taken along, checked by their hash, never lost."""

import os
import time
from contextlib import suppress

import pytest

from desktop.document.answers import digest_of, file_of, packed
from desktop.document.base import changed
from desktop.document.clean import PARTS
from desktop.document.project import Figure, Project, Response, Survey
from desktop.session import Session
from desktop.storage.backups import Backups
from desktop.storage.errors import DamagedError, ReadError, StorageError, WriteError
from desktop.storage.handing import clean_saving
from desktop.storage.keeping import Keeping
from desktop.storage.reader import Opened, read
from desktop.storage.recoveries import recover, recoveries
from desktop.storage.responses import LASTING, Tables, files_folder
from desktop.storage.writer import dump
from faults import FAULTS, every_fault

SAID = (Response(id="r1", touchpoint="Waiter", score=4.0), Response(id="r2", comment="fine", respondent="Ann"))
TABLE, OTHER = packed(SAID), packed(SAID[:1])
DIGEST, ELSE = digest_of(TABLE), digest_of(OTHER)
FIGURES = (Figure(touchpoint="Waiter", asked=2),)


def survey(digest=DIGEST, name="s"):
    return Survey(id=name, title="Guests", digest=digest, file=file_of(digest), people=2, figures=FIGURES)


def project(*digests):
    return Project(id="p", surveys=tuple(survey(digest, f"s{at}") for at, digest in enumerate(digests)))


@pytest.fixture
def keeping(tmp_path):
    own = tmp_path / "own"
    return Keeping(own / "journals", Backups(own / "backups"), own / "locks")


@pytest.fixture
def file(tmp_path):
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "dinner.journey"


@pytest.fixture
def session(keeping, file):
    """A project with a table, saved."""
    made = Session(Opened(project(), {}), None, keeping)
    made.tables.keep({DIGEST: TABLE})
    made.edit("import", project(DIGEST))
    made.save_as(file)
    yield made
    made.close(keep=False)


def lying(path):
    """The names in the folder beside a file."""
    return names(files_folder(path)) if files_folder(path).exists() else []


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_the_folder_has_the_name_of_the_file(file):
    assert files_folder(file).name == "dinner.files"


def test_a_table_is_saved_beside_the_file(session, file):
    assert lying(file) == [file_of(DIGEST)]
    assert (files_folder(file) / file_of(DIGEST)).read_bytes() == TABLE
    assert session.tables.responses(survey()) == SAID


def test_the_file_itself_stays_small(session, file):
    assert b"Ann" not in file.read_bytes()
    assert read(file).project.surveys[0].figures == FIGURES


def test_a_table_is_there_before_it_is_saved(keeping):
    session = Session(Opened(project(), {}), None, keeping)
    session.tables.keep({DIGEST: TABLE})
    assert session.tables.responses(survey()) == SAID
    session.close(keep=False)


def test_opened_again_it_is_found(session, file):
    assert Tables((file,)).responses(survey()) == SAID
    assert Tables((file,)).faults(project(DIGEST)) == ()


def test_a_table_is_taken_along_to_another_place(session, file, tmp_path):
    session.save_as(tmp_path / "moved.journey")
    assert lying(tmp_path / "moved.journey") == lying(file) == [file_of(DIGEST)]


def test_a_copy_has_it_too(session, tmp_path):
    session.save_copy(tmp_path / "copy.journey")
    assert lying(tmp_path / "copy.journey") == [file_of(DIGEST)]


def test_what_is_no_longer_named_goes_back_to_the_shelf(session, file):
    session.tables.keep({ELSE: OTHER})
    session.edit("more", project(ELSE))
    session.save()
    assert lying(file) == [file_of(ELSE)]
    assert session.tables.responses(survey()) == SAID


def test_undo_and_save_brings_it_back(session, file):
    session.edit("without", project())
    session.save()
    assert not files_folder(file).exists()
    session.undo()
    session.save()
    assert lying(file) == [file_of(DIGEST)]


def test_what_else_lies_there_stays(session, file):
    other = files_folder(file) / "notes.txt"
    other.write_text("mine")
    session.edit("without", project())
    session.save()
    assert other.read_text() == "mine"


def test_a_table_lasts_on_the_shelf_for_a_while(session, keeping, file):
    shelf = keeping.responses
    (shelf / file_of(ELSE)).write_bytes(OTHER)
    (shelf / "notes.txt").write_text("mine")
    session.edit("title", changed(project(DIGEST), title="A"))
    session.save()
    assert (shelf / file_of(ELSE)).exists()
    long_ago = time.time() - LASTING - 60
    for one in shelf.iterdir():
        os.utime(one, (long_ago, long_ago))
    session.edit("title", changed(project(DIGEST), title="B"))
    session.save()
    assert names(shelf) == ["notes.txt", file_of(DIGEST)]


def test_a_table_that_is_gone_is_said_and_the_figures_stay(session, file, keeping):
    (files_folder(file) / file_of(DIGEST)).unlink()
    (keeping.responses / file_of(DIGEST)).unlink()
    (fault,) = session.tables.faults(session.project)
    assert (fault.code, fault.path, fault.names, fault.detail) == (
        "responses.missing",
        "surveys/s0",
        ("Guests",),
        file_of(DIGEST),
    )
    with pytest.raises(ReadError, match=file_of(DIGEST)):
        session.tables.responses(survey())
    assert read(file).project.surveys[0].figures == FIGURES


def test_an_altered_table_is_said(file):
    files_folder(file).mkdir()
    (files_folder(file) / file_of(DIGEST)).write_bytes(TABLE.replace(b"4.0", b"5.0"))
    assert [one.code for one in Tables((file,)).faults(project(DIGEST))] == ["responses.altered"]
    with pytest.raises(DamagedError, match="not those that were brought in"):
        Tables((file,)).responses(survey())


def test_an_altered_table_does_not_stand_in_the_way_of_the_true_one(session, file):
    (files_folder(file) / file_of(DIGEST)).write_bytes(b"altered")
    assert session.tables.responses(survey()) == SAID
    session.edit("title", changed(session.project, title="A"))
    session.save()
    assert (files_folder(file) / file_of(DIGEST)).read_bytes() == TABLE


def test_the_name_in_a_file_leads_nowhere(file, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(TABLE)
    hostile = changed(survey(), file="../../secret")
    with pytest.raises(ReadError, match=file_of(DIGEST)):
        Tables((file,)).responses(hostile)


def test_a_table_that_is_none(file):
    wrong = b"not a table\n"
    Tables((file,)).keep({digest_of(wrong): wrong})
    with pytest.raises(DamagedError):
        Tables((file,)).responses(survey(digest_of(wrong)))


def test_a_project_that_lost_its_table_is_saved_all_the_same(keeping, file):
    session = Session(Opened(project(DIGEST), {}), None, keeping)
    session.save_as(file)
    assert read(file).project.surveys == session.project.surveys
    session.close(keep=False)


def test_without_a_place_nothing_is_kept():
    with pytest.raises(WriteError, match="save the project first"):
        Tables(()).keep({DIGEST: TABLE})


def test_what_a_guest_brings_has_its_table_here(session, tmp_path, keeping):
    theirs = tmp_path / "theirs.journey"
    theirs.write_bytes(dump(project(ELSE), {}))
    Tables((theirs,)).keep({ELSE: OTHER})
    session.take_in(read(theirs))
    assert (keeping.responses / file_of(ELSE)).read_bytes() == OTHER


def test_a_clean_copy_takes_along_only_what_it_names(session, file, tmp_path, keeping):
    opened = read(file)
    whole, bare = tmp_path / "whole.journey", tmp_path / "bare.journey"
    clean_saving(opened, set(PARTS), whole, keeping).run(lasting=False)
    assert lying(whole) == [file_of(DIGEST)]
    for kept in (set(PARTS) - {"responses"}, set(PARTS) - {"respondents"}):
        clean_saving(opened, kept, bare, keeping).run(lasting=False)
        assert lying(bare) == []


def test_work_that_is_recovered_has_its_table(keeping, file):
    session = Session(Opened(project(), {}), None, keeping)
    session.tables.keep({DIGEST: TABLE})
    session.edit("import", project(DIGEST))
    session.close(keep=True)
    (left,) = recoveries(keeping.journals)
    again = Session.recovered(recover(left), keeping)
    again.save_as(file)
    assert lying(file) == [file_of(DIGEST)]
    again.close(keep=False)


@pytest.mark.parametrize(("code", "for_ever"), FAULTS)
def test_whatever_fails_the_table_of_the_file_is_there(session, file, code, for_ever):
    session.tables.keep({ELSE: OTHER})
    session.edit("more", project(ELSE))
    for disk in every_fault(file.parent, code, for_ever=for_ever):
        with disk, suppress(StorageError):
            session.save()
        there = read(file).project
        assert session.tables.faults(there) == ()
        assert session.tables.responses(there.surveys[0]) in (SAID, SAID[:1])

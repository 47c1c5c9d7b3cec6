"""Large tables beside a project as the program meets them: findings, merges, versions of the format."""

import pytest

from desks import desk_on, small_map
from desktop import cli
from desktop.desk.mending import Mending
from desktop.document.answers import digest_of, file_of, packed
from desktop.document.base import changed
from desktop.document.journey import View
from desktop.document.project import Figure, Join, Project, Response, Survey
from desktop.storage.reader import parse, read
from desktop.storage.responses import Tables, files_folder
from desktop.storage.versions import MINOR, least_minor
from desktop.storage.writer import dump

TABLE = packed([Response(id="r1", touchpoint="Waiter", score=4.0)])
DIGEST = digest_of(TABLE)
GUESTS = Survey(id="guests", title="Guests", digest=DIGEST, file=file_of(DIGEST), people=1)
PLAIN = Survey(id="plain", title="Plain", responses=(Response(id="r9", comment="fine"),))


def project(*surveys):
    return Project(id="p", surveys=surveys)


@pytest.mark.parametrize(
    "survey",
    [
        GUESTS,
        PLAIN.model_copy(update={"question": "Happy?"}),
        PLAIN.model_copy(update={"follows": "older"}),
        PLAIN.model_copy(update={"joins": (Join(name="Waiter", thing="c"),)}),
        PLAIN.model_copy(update={"figures": (Figure(asked=2),)}),
    ],
)
def test_what_older_programs_do_not_know_asks_for_this_version(survey):
    assert least_minor(project(survey)) == MINOR


def test_a_survey_that_older_programs_know_asks_for_none():
    assert least_minor(project(PLAIN)) == 0


def test_a_survey_outlives_the_file():
    told = GUESTS.model_copy(update={"joins": (Join(name="Waiter", thing="c"),), "question": "Happy?", "date": "2026"})
    assert parse(dump(project(told, PLAIN), {})).project.surveys == (told, PLAIN)


def test_each_response_has_its_line():
    lines = dump(project(PLAIN), {}).decode().splitlines()
    assert [line.strip() for line in lines if "fine" in line] == ['{"id":"r9","comment":"fine"}']


@pytest.fixture
def halves(tmp_path, monkeypatch):
    """What two people made of one project: one brought in a large table."""
    monkeypatch.chdir(tmp_path)
    for name, surveys in (("base", ()), ("ours", (PLAIN,)), ("theirs", (GUESTS,))):
        (tmp_path / f"{name}.journey").write_bytes(dump(project(*surveys), {}))
    Tables((tmp_path / "theirs.journey",)).keep({DIGEST: TABLE})
    return tmp_path


def test_merged_files_take_the_table_along(halves):
    words = ["merge", "base.journey", "ours.journey", "theirs.journey", "-o", "both.journey"]
    assert cli.main(words, lambda _paths: 2) == 0
    both = halves / "both.journey"
    assert {survey.id for survey in read(both).project.surveys} == {"guests", "plain"}
    assert (files_folder(both) / file_of(DIGEST)).read_bytes() == TABLE


def test_a_table_that_is_there_is_no_finding(halves, capsys):
    assert cli.main(["check", "theirs.journey"], lambda _paths: 2) == 0
    assert capsys.readouterr().out == ""


def test_an_altered_table_is_said_in_one_line(halves, capsys):
    (files_folder(halves / "theirs.journey") / file_of(DIGEST)).write_bytes(b"altered")
    assert cli.main(["check", "theirs.journey"], lambda _paths: 2) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert file_of(DIGEST) in line
    assert "is not as it was; its figures stay" in line


def test_the_desk_finds_a_table_that_is_gone():
    desk = desk_on(changed(small_map(), surveys=(GUESTS,)))
    (found,) = [one for one in Mending(desk).found() if one.code.startswith("responses")]
    assert (found.code, found.severity, found.names) == ("responses.missing", "warning", ("Guests",))
    assert not Mending(desk).repair(found)


def test_a_view_of_segments_asks_for_this_version():
    view = View(id="v", segments=("Families",))
    assert least_minor(changed(small_map(), maps=(changed(small_map().maps[0], views=(view,)),))) == MINOR


def test_the_day_of_a_print_needs_the_version_that_brought_it():
    whole = small_map()
    assert least_minor(changed(whole, maps=(changed(whole.maps[0], printed="2026-11-22"),))) == MINOR

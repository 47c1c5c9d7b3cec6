"""`export --pin`: only when asked is anything written into the project, and then nothing but where things stand."""

import os

import pytest

from desktop import cli, resources
from desktop.document.edits.editions import add_edition
from desktop.plan.settings import Settings
from desktop.poster.pins import read_pin
from desktop.preferences import folders
from desktop.storage.backups import Backups
from desktop.storage.locks import take
from desktop.storage.reader import read
from desktop.storage.writer import dump

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs `export` of the file; the status and what was complained of."""
    monkeypatch.chdir(tmp_path)

    def command(*words):
        status = cli.main(["export", *map(str, words)], lambda _: pytest.fail("opened windows"))
        return status, capsys.readouterr().err

    return command


@pytest.fixture
def file(tmp_path):
    """A project with an edition that keeps places, and one that does not."""
    opened = read(SAMPLE)
    project = opened.project
    for ident, title, keep in (("e1", "Wall", True), ("e2", "Board", False)):
        settings = Settings(paper="A2", keep=keep).to_json()
        project = add_edition(project, title, new_id=lambda ident=ident: ident, settings=settings)
    path = tmp_path / "dinner.journey"
    path.write_bytes(dump(project, opened.assets))
    return path


def pins(file):
    return {each.title: each.pin for each in read(file).project.editions}


def test_without_it_the_project_stays_as_it_is(run, file):
    before = file.read_bytes()
    assert run(file, "a.pdf", "--edition", "Wall") == (0, "")
    assert file.read_bytes() == before


def test_the_edition_remembers_where_everything_stands(run, file):
    assert run(file, "a.pdf", "--edition", "Wall", "--pin") == (0, "")
    assert read_pin(pins(file)["Wall"]).posters[0].things
    assert pins(file)["Board"] is None


def test_nothing_but_the_pin_is_other_and_the_file_as_it_was_is_kept(run, file):
    before, data = read(file), file.read_bytes()
    run(file, "a.pdf", "--edition", "Wall", "--pin")
    after = read(file)
    assert after.project.maps == before.project.maps
    assert after.assets.keys() == before.assets.keys()
    kept = Backups(folders().backups)
    assert [kept.content(each) for each in kept.versions(file)][-1] == data


def test_printed_again_it_is_the_same(run, file):
    run(file, "a.pdf", "--edition", "Wall", "--pin")
    before = file.read_bytes()
    assert run(file, "b.pdf", "--edition", "Wall", "--pin") == (0, "")
    assert file.read_bytes() == before


def test_all_editions_at_once(run, file, tmp_path):
    assert run(file, "--all-editions", tmp_path, "--pin") == (0, "")
    assert [title for title, pin in pins(file).items() if pin] == ["Wall"]


def test_an_edition_that_keeps_no_places_has_nothing_to_remember(run, file):
    before = file.read_bytes()
    status, complained = run(file, "a.pdf", "--edition", "Board", "--pin")
    assert (status, "“Board” does not keep places" in complained) == (0, True)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["a.pdf"], "--pin is of editions"),
        (["a.pdf", "--edition", "Wall", "--paper", "A1"], "leave out the options that change it"),
    ],
)
def test_it_is_of_editions_as_they_say(run, file, tmp_path, words, why):
    before = file.read_bytes()
    status, complained = run(file, *words, "--pin")
    assert (status, why in complained) == (2, True)
    assert file.read_bytes() == before
    assert not (tmp_path / "a.pdf").exists()


def test_while_somebody_works_on_the_file_nothing_is_written(run, file, tmp_path):
    lock = take(file, tmp_path / "locks")
    before = file.read_bytes()
    try:
        status, complained = run(file, "a.pdf", "--edition", "Wall", "--pin")
    finally:
        lock.release()
    assert (status, "works on it" in complained) == (2, True)
    assert file.read_bytes() == before
    assert not (tmp_path / "a.pdf").exists()


def test_a_file_of_a_newer_version_is_left_alone(run, file):
    opened = read(file)
    file.write_bytes(dump(opened.project, opened.assets, 99))
    status, complained = run(file, "a.pdf", "--edition", "Wall", "--pin")
    assert (status, "comes from a newer Journeywall" in complained) == (2, True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written")
def test_a_folder_that_cannot_be_written_is_said(run, file, tmp_path, tmp_path_factory):
    tmp_path.chmod(0o500)
    try:
        status, complained = run(file, "--all-editions", tmp_path_factory.mktemp("prints"), "--pin")
    finally:
        tmp_path.chmod(0o700)
    assert (status, "dinner.journey" in complained) == (2, True)

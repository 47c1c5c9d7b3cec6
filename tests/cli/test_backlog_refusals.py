"""The command `backlog` where it cannot do what it is told: one sentence, the status 2, and no half-written file."""

import csv

import pytest

from desktop import cli, resources
from desktop.document.base import changed
from desktop.document.cards import Promise
from desktop.session import Session
from desktop.storage.reader import read
from tests.grids import card, lane, project

SAMPLE = resources.root() / "samples" / "restaurant.journey"


def run(*words):
    return cli.main(["backlog", *map(str, words)], lambda _paths: pytest.fail("opened windows"))


@pytest.fixture
def refused(capsys, tmp_path):
    """Runs the command, which says one sentence and leaves no file."""

    def refused(*words, status=2):
        before = sorted(tmp_path.rglob("*"))
        assert run(*words) == status
        out, said = capsys.readouterr()
        assert out == ""
        assert sorted(tmp_path.rglob("*")) == before
        return said

    return refused


@pytest.fixture
def saved(tmp_path):
    """Writes a project and returns its path."""

    def saved(whole):
        path = tmp_path / "made.journey"
        session = Session(read(SAMPLE))
        session.edit("x", whole)
        session.save_as(path)
        session.close(keep=False)
        return path

    return saved


@pytest.mark.parametrize("name", ["b", "b.txt", "b.csv.gz", ".csv.", "b.xls", "csv"])
def test_only_two_suffixes_will_do(refused, tmp_path, name):
    assert "must end in .csv or .xlsx" in refused(SAMPLE, tmp_path / name)


def test_a_folder_that_is_not_there_is_refused(refused, tmp_path):
    assert refused(SAMPLE, tmp_path / "none" / "b.csv").count("\n") == 1


def test_a_folder_is_no_file(refused, tmp_path):
    (tmp_path / "b.csv").mkdir()
    assert refused(SAMPLE, tmp_path / "b.csv").count("\n") == 1


def test_what_is_no_project_is_refused(refused, tmp_path):
    (tmp_path / "a.journey").write_text("nothing", "utf-8")
    assert "a.journey" in refused(tmp_path / "a.journey", tmp_path / "b.csv")


def test_an_empty_file_is_refused(refused, tmp_path):
    (tmp_path / "a.journey").touch()
    assert "a.journey" in refused(tmp_path / "a.journey", tmp_path / "b.xlsx")


@pytest.mark.parametrize("words", [(), (SAMPLE,), (SAMPLE, "a.csv", "b.csv"), (SAMPLE, "a.csv", "--what")])
def test_without_its_two_files_it_says_what_is_wrong(capsys, words):
    assert run(*words) == 2
    assert capsys.readouterr().err


def test_the_suffix_is_looked_at_before_the_project(refused, tmp_path):
    assert "must end in" in refused(tmp_path / "none.journey", tmp_path / "b.doc")


def test_a_file_that_is_there_is_replaced(tmp_path):
    out = tmp_path / "b.csv"
    out.write_text("old", "utf-8")
    assert run(SAMPLE, out) == 0
    assert "old" not in out.read_text("utf-8-sig").splitlines()[0]


def test_nothing_else_is_left_beside_it(tmp_path):
    assert run(SAMPLE, tmp_path / "b.xlsx") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_the_project_is_only_read(tmp_path):
    before = SAMPLE.read_bytes()
    run(SAMPLE, tmp_path / "b.csv")
    assert SAMPLE.read_bytes() == before


def test_twice_the_same_gives_the_same(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        run(SAMPLE, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_map_is_found_by_its_id_too(tmp_path):
    wanted = read(SAMPLE).project.maps[0].id
    assert run(SAMPLE, tmp_path / "b.csv", "--map", wanted) == 0


def rows(path):
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def test_a_map_without_opportunities_gives_heads_alone(saved, tmp_path):
    path = saved(project(lane()))
    assert run(path, tmp_path / "b.csv") == 0
    assert len(rows(tmp_path / "b.csv")) == 1


def test_a_german_project_gives_german_heads(saved, tmp_path):
    idea = card(1, "opportunity", promise=Promise(impact=4, ease=4))
    path = saved(changed(project(lane(idea, kind="opportunities")), language="de"))
    assert run(path, tmp_path / "b.csv") == 0
    assert rows(tmp_path / "b.csv")[0][:2] == ["Nummer", "Chance"]


def test_two_maps_of_one_name_are_told_apart_by_id(saved, refused, tmp_path):
    whole = project(lane())
    twice = changed(whole, maps=(whole.maps[0], changed(whole.maps[0], id="n", rank="z", lanes=())))
    path = saved(twice)
    assert "name one by its id" in refused(path, tmp_path / "b.csv", "--map", "Visit")


def test_a_project_without_maps_is_refused(saved, refused, tmp_path):
    path = saved(changed(project(lane()), maps=()))
    assert "has no map" in refused(path, tmp_path / "b.csv")

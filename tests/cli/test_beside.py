"""The pages beside a print on the command line: the test sheet and the ticket."""

import json
from pathlib import Path

import pytest

from desktop import cli, resources
from printing import text_of

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs `export` on the sample in an empty folder; the status, what was printed and what was complained of."""
    monkeypatch.chdir(tmp_path)

    def command(*words):
        status = cli.main(["export", str(SAMPLE), *words], lambda _: pytest.fail("opened windows"))
        return status, *capsys.readouterr()

    return command


def test_a_test_sheet(run):
    assert run("a.pdf", "--test-sheet", "--tile", "A4")[0] == 0
    assert "Test sheet" in text_of(Path("a.pdf").read_bytes())


def test_a_ticket_of_the_print_that_the_options_make(run):
    assert run("a.pdf", "--ticket", "--paper", "700x1000mm")[0] == 0
    said = text_of(Path("a.pdf").read_bytes())
    assert "700" in said
    assert "1,000" in said or "1000" in said


def test_what_was_written_can_be_told(run):
    _, said, _ = run("a.pdf", "--ticket", "--json")
    assert json.loads(said) == {"file": "a.pdf", "page": "ticket"}


def test_only_one_of_them_at_a_time(run):
    status, _, complained = run("a.pdf", "--ticket", "--test-sheet")
    assert status != 0
    assert "not allowed with argument --ticket" in complained


@pytest.mark.parametrize("option", ["--ticket", "--test-sheet"])
def test_it_is_a_page_to_print(run, option):
    status, _, complained = run("a.png", option)
    assert status != 0
    assert f"{option} is a page to print: “a.png” must end in .pdf." in complained
    assert not Path("a.png").exists()


def test_all_editions_have_none(run, tmp_path):
    status, _, complained = run("--ticket", "--all-editions", str(tmp_path))
    assert status != 0
    assert "is of one print" in complained


def test_what_cannot_be_printed_is_said_and_nothing_is_written(run):
    status, _, complained = run("a.pdf", "--ticket", "--paper", "A99")
    assert status != 0
    assert "A99" in complained
    assert not Path("a.pdf").exists()

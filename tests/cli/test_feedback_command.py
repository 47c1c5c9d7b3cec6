"""The command that brings tables of feedback into a project file."""

import json
import shutil
from pathlib import Path

import pytest

from desktop import cli, resources
from desktop.document.answers import INSIDE
from desktop.document.checks import check
from desktop.document.locate import cards_of
from desktop.preferences import folders
from desktop.storage.backups import Backups
from desktop.storage.locks import take
from desktop.storage.reader import read

SAMPLES = resources.root() / "samples"
ROWS = "Touchpoint,Score,Date\nWaiter,4,2026-03-05\nWaiter,9,2026-03-06\nParking,2,2026-03-07\n"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs the command in a folder with the sample; status, output and complaints."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "restaurant.journey",
        "restaurant-feedback.csv",
        "restaurant-feedback-more.csv",
        "restaurant-test.csv",
    ):
        shutil.copy(SAMPLES / name, tmp_path)
    (tmp_path / "rows.csv").write_text(ROWS)

    def command(table, *words):
        arguments = ["feedback", "restaurant.journey", str(table), *map(str, words)]
        status = cli.main(arguments, lambda _paths: pytest.fail("opened windows"))
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def project():
    return read(Path("restaurant.journey")).project


def told(run, table, *words):
    return json.loads(run(table, "--json", *words)[1])


def joined(survey):
    return {one.name: one.thing for one in survey.joins}


def test_the_sample_comes_in(run):
    status, out, err = run("restaurant-feedback.csv")
    assert (status, err) == (1, "")
    assert out.splitlines()[0] == "500 rows added, 0 known already"
    assert "“Cloakroom” (15 rows) means nothing yet" in out
    assert sum(len(survey.responses) for survey in project().surveys) == 500
    assert check(project(), read(Path("restaurant.journey")).assets) == ()


def test_a_second_time_nothing_changes(run, tmp_path):
    run("restaurant-feedback.csv")
    before = (tmp_path / "restaurant.journey").read_bytes()
    assert told(run, "restaurant-feedback.csv")["known"] == 500
    assert (tmp_path / "restaurant.journey").read_bytes() == before


def test_of_a_longer_table_exactly_the_new_rows_are_added(run):
    run("restaurant-feedback.csv")
    found = told(run, "restaurant-feedback-more.csv")
    assert (found["added"], found["known"]) == (50, 500)


def test_all_is_well_when_every_name_means_something(run):
    joins = ("--join", "Booking Form=Booking form", "--join", "Cloakroom=")
    assert run("restaurant-feedback.csv", *joins) == (0, "500 rows added, 0 known already\n", "")
    names = joined(project().surveys[0])
    texts = {card.id: card.text for card in cards_of(project().maps[0])}
    assert (texts[names["Booking Form"]], names["Cloakroom"]) == ("Booking form", "")


def test_refused_rows_and_open_names_are_told(run):
    status, out, _ = run("rows.csv", "--scale", "1-5")
    assert status == 1
    assert out.splitlines() == [
        "2 rows added, 0 known already",
        "Line 3: 9 is not on the scale.",
        "“Parking” (1 row) means nothing yet",
    ]


def test_it_is_told_for_programs(run):
    found = told(run, "rows.csv")
    assert (found["survey"], found["scale"], found["added"]) == ("rows", "1-10", 3)
    assert found["columns"] == {"touchpoint": "Touchpoint", "score": "Score", "date": "Date"}
    assert [one["name"] for one in found["open"]] == ["Parking"]


def test_open_names_are_told_with_what_they_may_mean_and_where(run, tmp_path):
    (tmp_path / "rows.csv").write_text("Touchpoint,Score\nBook form,4\n")
    assert "perhaps the touchpoint “Booking form” (Decide › Books a table)" in run("rows.csv")[1]
    (one,) = told(run, "rows.csv")["open"]
    assert one["like"][0] == one["suggested"][0]["text"] == "Booking form"
    assert (one["suggested"][0]["kind"], one["suggested"][0]["map"]) == ("touchpoint", project().maps[0].id)


def test_a_join_takes_a_step_and_a_stage_by_their_names(run):
    status, _, _ = run("rows.csv", "--join", "Parking=Dine", "--join", "Waiter=Orders")
    things = joined(project().surveys[0])
    stage = next(one for one in project().maps[0].stages if one.title == "Dine")
    assert things["Parking"] == stage.id
    assert things["Waiter"] in {step.id for step in stage.steps}
    assert status == 0


def test_nothing_is_written_where_that_is_wished(run, tmp_path):
    before = (tmp_path / "restaurant.journey").read_bytes()
    assert told(run, "rows.csv", "--dry-run")["added"] == 3
    assert (tmp_path / "restaurant.journey").read_bytes() == before


ASKED = "Touchpoint,Question,Score\nWaiter,Fine?,4\nWaiter,Fast?,9\nWaiter,Fine?,3\n"


def test_each_question_has_its_own_scale(run, tmp_path):
    (tmp_path / "rows.csv").write_text(ASKED)
    assert told(run, "rows.csv", "--dry-run")["questions"] == {"Fine?": "1-5", "Fast?": "1-10"}
    lines = run("rows.csv", "--scale", "fine=1-7")[1].splitlines()
    assert lines[1:3] == ["“Fine?” was answered on the scale 1-7", "“Fast?” was answered on the scale 1-10"]
    assert {(one.question, one.scale) for one in project().surveys} == {("Fine?", "1-7"), ("Fast?", "1-10")}


def test_one_scale_counts_for_every_question(run, tmp_path):
    (tmp_path / "rows.csv").write_text(ASKED)
    assert told(run, "rows.csv", "--scale", "0-10")["questions"] == {"Fine?": "0-10", "Fast?": "0-10"}


def test_the_file_as_it_was_is_kept(run, tmp_path):
    before = (tmp_path / "restaurant.journey").read_bytes()
    run("rows.csv")
    kept = Backups(folders().backups)
    assert before in [kept.content(one) for one in kept.versions(tmp_path / "restaurant.journey")]


def test_columns_are_named_by_heads_and_by_numbers(run, tmp_path):
    (tmp_path / "odd.csv").write_text("a,b,c\nWaiter,Menu card,3\n")
    found = told(run, "odd.csv", "--map-columns", "touchpoint=b, score=3", "--survey", "Odd")
    assert (found["columns"], found["survey"]) == ({"touchpoint": "b", "score": "c"}, "Odd")
    assert [one.touchpoint for one in project().surveys[0].responses] == ["Menu card"]


def test_many_answers_lie_beside_the_project(run, tmp_path):
    lines = (f"Waiter,{number % 5 + 1},2026-03-05,g{number}" for number in range(INSIDE + 1))
    (tmp_path / "many.csv").write_text("Touchpoint,Score,Date,Guest\n" + "\n".join(lines))
    assert run("many.csv")[0] == 0
    survey = project().surveys[0]
    assert (tmp_path / "restaurant.files" / survey.file).is_file()
    assert told(run, "many.csv")["known"] == INSIDE + 1


def test_a_table_that_was_lost_is_said(run, tmp_path, capsys):
    test_many_answers_lie_beside_the_project(run, tmp_path)
    shutil.rmtree(tmp_path / "restaurant.files")
    shutil.rmtree(folders().journals.with_name("responses"))
    assert cli.main(["check", "restaurant.journey"], lambda _paths: 0) == 1
    assert "its figures stay" in capsys.readouterr().out
    status, _, err = run("many.csv")
    assert (status, "nobody can tell which rows are new" in err) == (2, True)


def test_a_test_goes_to_its_experiment(run):
    card = next(card for card in cards_of(project().maps[0]) if card.kind == "experiment")
    status, out, _ = run("restaurant-test.csv", "--card", card.text)
    assert (status, out) == (0, "with card: 503 of 812\nwithout card: 622 of 798\n")
    after = next(one for one in cards_of(project().maps[0]) if one.id == card.id)
    assert [one.variant for one in after.experiment.outcomes] == ["with card", "without card"]
    assert after.experiment.result.startswith("“without card” does better than “with card”: 77.9 % instead of 61.9 %.")
    assert told(run, "restaurant-test.csv", "--card", card.id)["outcomes"][0]["visitors"] == 812


@pytest.mark.parametrize(
    ("table", "words", "sentence"),
    [
        ("rows.csv", ["--map-columns", "score=Stars"], "The table has no column “Stars”; it has “Touchpoint”"),
        ("rows.csv", ["--map-columns", "taste=Score"], "There is no role “taste”"),
        ("rows.csv", ["--scale", "1-6"], "There is no scale “1-6”; there are 1-5"),
        ("rows.csv", ["--scale", "Fine?=1-5"], "The table has no question “Fine?”; it has one at most"),
        ("rows.csv", ["--map", "Nowhere"], "has no map “Nowhere”"),
        ("rows.csv", ["--join", "Parking=Garage"], "There is no “Garage” on the map"),
        ("restaurant.journey", [], "This is JSON, not a table"),
        ("missing.csv", [], "it cannot be read"),
        ("restaurant-test.csv", [], "2 experiments; name one with --card"),
        ("restaurant-test.csv", ["--card", "Nothing"], "no experiment “Nothing”"),
        ("words.csv", [], "no column holds scores or comments; say which with --map-columns"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(run, tmp_path, table, words, sentence):
    (tmp_path / "words.csv").write_text("a,b\nx,y\nu,v\n")
    before = (tmp_path / "restaurant.journey").read_bytes()
    status, out, err = run(table, *words)
    assert (status, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert (tmp_path / "restaurant.journey").read_bytes() == before


def test_while_somebody_works_on_the_file_nothing_is_written(run, tmp_path):
    lock = take(tmp_path / "restaurant.journey", tmp_path / "locks")
    try:
        assert run("rows.csv")[0] == 2
    finally:
        lock.release()
    assert project().surveys == ()

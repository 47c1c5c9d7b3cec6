"""The commands `report` and `check --hints`, as people and programs call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli, resources
from desktop.document.base import changed
from desktop.document.cards import Reading
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_map
from desktop.document.project import Join, Metric, Response, Survey
from desktop.storage.reader import read
from desktop.storage.writer import dump

ROOT = Path(__file__).parent.parent.parent
SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def run(capsys):
    def command(*words):
        status = cli.main([str(word) for word in words], lambda _paths: pytest.fail("opened windows"))
        return (status, *capsys.readouterr())

    return command


@pytest.fixture
def written(tmp_path):
    """Writes what an edit makes of the sample."""

    def write(edit):
        opened = read(SAMPLE)
        path = tmp_path / "dinner.journey"
        path.write_bytes(dump(edit(opened.project), opened.assets))
        return path

    return write


def first(run, path=SAMPLE):
    return json.loads(run("report", path, "--json")[1])["maps"][0]


def test_it_says_what_is_known(run):
    status, out, err = run("report", SAMPLE)
    assert (status, err) == (0, "")
    assert "  Known: 41 % of 104 statements rest on research or measurement\n" in out
    assert "    stages: Discover 31 %, Decide 47 %, Arrive 41 %" in out


def test_it_names_the_worst_pain_points(run):
    lines = [line for line in run("report", SAMPLE)[1].splitlines() if line.startswith("  Pain point")]
    assert len(lines) == 5
    assert lines[0] == "  Pain point 1: Card details before a free booking (severity 5 × frequency 5, measurement)"


def test_metrics_have_their_latest_reading(run):
    assert "  CSAT: 4.3 of 5 (2026-10), target 4.6 of 5\n" in run("report", SAMPLE)[1]


def test_a_metric_without_readings_says_so(run, written):
    metrics = (Metric(id="a", name="Calls"), Metric(id="b", readings=(Reading(value=3.0),)))
    out = run("report", written(lambda whole: changed(whole, metrics=metrics)))[1]
    assert out.startswith("Metrics\n  Calls: no reading\n  b: 3 (no date)\n")


def test_programs_get_the_same_figures(run):
    found = first(run)
    assert found["coverage"]["whole"]["statements"] == 104
    assert sum(share["statements"] for share in found["coverage"]["lanes"]) == 104
    assert [one["place"] for one in found["pains"]] == [1, 2, 3, 4, 5]
    assert found["next_review"] == "2027-03-01"


def test_what_to_find_out_comes_with_its_reason(run):
    assert (
        "Find out next: Maya: moment of truth +1.4 – Moment of truth that nobody has looked into\n"
        in run("report", SAMPLE)[1]
    )


def test_feedback_is_told_by_touchpoint(run, written):
    journey = read(SAMPLE).project.maps[0]
    card = next(card for lane in journey.lanes for card in lane.cards if card.kind == "touchpoint")
    rows = tuple(Response(id=f"r{score}", touchpoint="Desk", score=float(score)) for score in (4, 5))
    survey = Survey(id="v", scale="1-5", joins=(Join(name="Desk", thing=card.id),), responses=rows)
    path = written(lambda whole: changed(whole, surveys=(survey,)))
    assert f"  Feedback: {card.text}: n 2, mean 4.50, CSAT 100 %\n" in run("report", path)[1]
    (told,) = first(run, path)["feedback"]
    assert (told["id"], told["n"], told["csat"]) == (card.id, 2, 1.0)


def test_who_is_late_is_named(run, written):
    def edit(whole):
        card = next(card for lane in whole.maps[0].lanes for card in lane.cards if card.kind == "opportunity")
        late = edit_cards(whole, whole.maps[0].id, (card.id,), due="2020-03-01", owner="")
        return edit_map(late, whole.maps[0].id, review="2020-04-01")

    out = run("report", written(edit))[1]
    assert "  Overdue since 2020-03-01: " in out
    assert out.endswith("(nobody)\n  Next review: 2020-04-01, due\n")


def test_a_project_without_maps_has_its_metrics(run, written):
    status, out, _ = run("report", written(lambda whole: changed(whole, maps=(), editions=())))
    assert (status, out.count("\n")) == (0, 5)


def test_one_map_can_be_asked_for(run):
    assert run("report", SAMPLE, "--map", "An evening at Osteria Lume")[0] == 0
    status, out, err = run("report", SAMPLE, "--map", "Nowhere")
    assert (status, out) == (2, "")
    assert "has no map “Nowhere”" in err


def test_a_file_that_is_not_there_is_refused(run, tmp_path):
    status, out, err = run("report", tmp_path / "none.journey")
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_the_real_process_reports():
    command = [sys.executable, "-m", "desktop", "report", str(SAMPLE), "--json"]
    done = subprocess.run(command, check=True, cwd=ROOT, env=os.environ, capture_output=True)
    assert json.loads(done.stdout)["project"] == "Osteria Lume"


def test_hints_are_said_when_they_are_asked_for(run):
    status, out, err = run("check", SAMPLE, "--hints")
    assert (status, err) == (0, "")
    assert out.startswith("hint: map “An evening at Osteria Lume”: 9 opportunities have no metric. How will you see")
    assert out.rstrip().endswith("and 6 more)")


def test_programs_get_hints_with_lines(run):
    said = json.loads(run("check", SAMPLE, "--hints", "--json")[1])
    (hint,) = said["hints"]
    lines = SAMPLE.read_text("utf-8").splitlines()
    assert hint["code"] == "unmeasured"
    assert all(thing in lines[line - 1] for thing, line in zip(hint["things"], hint["lines"], strict=True))


def test_without_the_wish_there_are_none(run):
    assert run("check", SAMPLE) == (0, "", "")
    assert "hints" not in json.loads(run("check", SAMPLE, "--json")[1])


def test_dismissed_hints_are_not_said(run, written):
    path = written(lambda whole: edit_map(whole, whole.maps[0].id, hushed=("unmeasured",)))
    assert run("check", path, "--hints") == (0, "", "")


def test_a_map_that_was_only_begun_gets_no_hints(run, tmp_path):
    path = tmp_path / "new.journey"
    assert run("new", path)[0] == 0
    assert run("check", path, "--hints")[1] == ""


def test_a_hint_about_the_map_has_no_lines(run, written):
    out = run("check", written(lambda whole: edit_map(whole, whole.maps[0].id, scenario="")), "--hints")[1]
    assert "It decides what belongs on the map.\n" in out

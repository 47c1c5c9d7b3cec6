"""The commands, run in this process; test_process runs the real one."""

import json
import random
from pathlib import Path

import pytest

from desktop import cli, resources
from desktop.document.base import by_id
from desktop.document.cards import Card, Comment, Picture
from desktop.document.edits.cards import Spot, add_card
from desktop.document.ids import Ids
from desktop.document.journey import JourneyMap
from desktop.document.project import Brand, Project
from desktop.document.renew import renewed
from desktop.storage.assets import asset
from desktop.storage.reader import read
from desktop.storage.schema import schema_text
from desktop.storage.writer import dump

SAMPLE = resources.root() / "samples" / "restaurant.journey"


class Outcome:
    """What a command printed and how it ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def command(*words: object, windows=lambda _paths: pytest.fail("opened windows")) -> Outcome:
        try:
            status = cli.main([str(word) for word in words], windows)
        except SystemExit as stopped:  # --help and --version
            status = stopped.code
        return Outcome(status, *capsys.readouterr())

    return command


def failed(outcome: Outcome, *words: str) -> None:
    """It ended with one sentence on standard error."""
    assert outcome.status == 2
    assert outcome.err.startswith("journeywall: ")
    assert outcome.err.endswith(".\n")
    assert outcome.err.count("\n") == 1
    for word in words:
        assert word in outcome.err


@pytest.mark.parametrize("names", [[], ["a.journey"], ["a.journey", "b.journey"], ["./new"]])
def test_files_alone_open_windows(run, names):
    opened = []
    assert run(*names, windows=lambda paths: opened.append(paths) or 7).status == 7
    assert opened == [[Path(name) for name in names]]


def test_version_names_program_and_format(run):
    outcome = run("--version")
    assert outcome.status == 0
    assert outcome.out.startswith("journeywall ")
    assert outcome.out.endswith(", file format 1.3\n")


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_lists_the_commands(run, words):
    outcome = run(*words)
    assert outcome.status == 0
    for command in (*cli.COMMANDS, "journeywall [FILE …]"):
        assert command in outcome.out


@pytest.mark.parametrize("command", list(cli.COMMANDS))
def test_every_command_has_help(run, command):
    assert run(command, "--help").out.startswith(f"usage: journeywall {command}")


@pytest.mark.parametrize(
    "words", [["--nonsense"], ["new"], ["check"], ["export", "a"], ["check", "a", "--nonsense"], ["templates", "a"]]
)
def test_wrong_arguments_are_one_sentence(run, words):
    failed(run(*words), "see journeywall --help")


@pytest.mark.parametrize("option", ["--nope", "-x", "--title=a", "--\nnope"])
def test_an_unknown_option_is_named(run, option):
    failed(run(option, "a.journey"), f"There is no option “{option}”".replace("\n", " "))


@pytest.mark.parametrize(
    "words",
    [
        ["new", "no\nwhere/a"],
        ["check", "a\nb"],
        ["export", "a\nb", "a.pdf"],
        ["export", "a", "b\n"],
        ["new", "a", "\n"],
    ],
)
def test_names_of_two_lines_are_told_in_one(run, words):
    failed(run(*words))


def test_templates_have_a_line_each(run):
    lines = run("templates").out.splitlines()
    assert lines[0].startswith("blank ")
    assert all(line.endswith(".") for line in lines)


def test_new_makes_a_sound_project(run):
    assert run("new", "a.journey", "--template", "blueprint", "--title", "Tea").status == 0
    assert read(Path("a.journey")).project.title == "Tea"
    assert run("check", "a.journey").status == 0


def test_new_makes_another_project_each_time(run):
    run("new", "a.journey")
    run("new", "b.journey")
    assert read(Path("a.journey")).project.id != read(Path("b.journey")).project.id


def test_new_never_overwrites(run):
    Path("a.journey").write_bytes(b"mine")
    failed(run("new", "a.journey"), "“a.journey” exists already")
    assert Path("a.journey").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a", "--template", "none"], "There is no template “none”; choose one of blank"),
        (["a", "--title", "x" * 501], "at most 500 characters"),
        (["a", "--title", "a\udcff"], "The title is not text"),
        (["none/a"], "“none/a”: it cannot be written"),
        (["x" * 300], "it cannot be written"),
    ],
)
def test_new_says_what_it_cannot_do(run, words, said):
    failed(run("new", *words), said)
    assert list(Path().iterdir()) == []


def test_schema_prints_the_schema(run):
    assert run("schema").out == schema_text()


def test_a_sound_file_checks_silently(run):
    outcome = run("check", SAMPLE)
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


@pytest.fixture
def odd(run) -> Path:
    """A file whose map names a persona that is not there, and with a lane of an unknown kind."""
    run("new", "odd.journey", "--title", "Odd")
    text = Path("odd.journey").read_text("utf-8").replace('"status":"hypothesis","persona":"', '"persona":"x')
    Path("odd.journey").write_text(text.replace('"kind":"actions"', '"kind":"holograms"'), "utf-8")
    return Path("odd.journey")


def test_findings_have_their_places(run, odd):
    outcome = run("check", odd)
    assert outcome.status == 1
    warning, note = outcome.out.splitlines()
    assert warning.startswith("warning: line 9, map “Odd” (id ")
    assert "names a persona that is not there (x" in warning
    assert note.startswith("note: line ")
    assert "map “Odd” › lane “Actions” (id " in note


def test_findings_are_told_to_programs(run, odd):
    outcome = run("check", odd, "--json")
    said = json.loads(outcome.out)
    assert outcome.status == 1
    assert (said["file"], said["sound"], said["newer"]) == ("odd.journey", False, False)
    first = said["findings"][0]
    assert (first["severity"], first["code"], first["line"]) == ("warning", "persona.missing", 9)
    assert first["path"].startswith("maps/")


def test_the_line_is_that_of_the_thing(run, odd):
    first, second = json.loads(run("check", odd, "--json").out)["findings"]
    lines = odd.read_text("utf-8").splitlines()
    for finding in (first, second):
        assert finding["path"].rpartition("/")[2] in lines[finding["line"] - 1]


def test_notes_alone_are_sound(run, odd):
    odd.write_text(odd.read_text("utf-8").replace('"persona":"x', '"persona":"'), "utf-8")
    outcome = run("check", odd)
    assert outcome.status == 0
    assert outcome.out.startswith("note: ")


def with_damaged_picture(file: Path, *, shown: bool) -> None:
    """A file that holds a picture of four wrong bytes."""
    key = "0" * 64
    damaged = asset(b"abc", "image/png", 1, 1)[1]
    brand = Brand(logo=Picture(asset=key)) if shown else Brand()
    file.write_bytes(dump(Project(id="p", brand=brand), {key: damaged}))


def test_a_damaged_picture_is_a_finding(run):
    with_damaged_picture(Path("a.journey"), shown=True)
    outcome = run("check", "a.journey")
    assert (outcome.status, outcome.out) == (
        1,
        "warning: project: shows a picture that is damaged (000000000000)\n",
    )


def test_a_damaged_picture_that_nothing_shows_is_a_note(run):
    with_damaged_picture(Path("a.journey"), shown=False)
    outcome = run("check", "a.journey")
    assert outcome.status == 0
    assert outcome.out == "note: project: holds a damaged picture that nothing shows (000000000000)\n"


def with_twin(file: Path) -> tuple[int, int]:
    """A file in which the second card has the id of the first; the lines of both."""
    cards = tuple(Card(id=one, kind="note", text=one) for one in ("c1", "c2"))
    data = dump(Project(id="p", maps=(JourneyMap(id="m", parking=cards),)), {}).replace(b'"c2","kind"', b'"c1","kind"')
    file.write_bytes(data)
    first, second = (number for number, line in enumerate(data.splitlines(), 1) if b'"id":"c1"' in line)
    return first, second


def test_an_id_given_twice_is_told_with_both_lines(run):
    first, second = with_twin(Path("a.journey"))
    outcome = run("check", "a.journey")
    assert outcome.status == 1
    assert f"error: line {second}, map m › parking “c2” (id c1): the id “c1” is given to two things" in outcome.out
    assert outcome.out.splitlines()[0].endswith(f", first on line {first}")


def test_an_id_given_twice_is_told_to_programs(run):
    _, second = with_twin(Path("a.journey"))
    found = json.loads(run("check", "a.journey", "--json").out)["findings"][0]
    assert (found["code"], found["severity"], found["line"]) == ("id.twice", "error", second)


def test_an_unreadable_file_is_status_2(run):
    failed(run("check", "none.journey"), "“none.journey”: it cannot be read")
    Path("a.journey").write_bytes(SAMPLE.read_bytes()[:5000])
    failed(run("check", "a.journey"), "“a.journey”, line ", "ends too early")


def test_every_problem_of_an_unreadable_file_is_listed(run):
    text = SAMPLE.read_text("utf-8").replace('"rank":"G"', '"rank":1')
    Path("a.journey").write_text(text, "utf-8")
    outcome = run("check", "a.journey")
    failed(outcome, "“a.journey”, personas[1] (id ", "rank: must be text")
    assert len(outcome.out.splitlines()) == min(20, text.count('"rank":1'))


def test_an_unreadable_file_is_told_to_programs(run):
    Path("a.journey").write_bytes(b"")
    outcome = run("check", "a.journey", "--json")
    failed(outcome, "empty")
    said = json.loads(outcome.out)
    assert not said["sound"]
    assert said["error"]["reason"].startswith("the file is empty")


@pytest.mark.parametrize("out", ["a.gif", "a", "a.journey", ".pdf"])
def test_export_knows_three_formats(run, out):
    failed(run("export", SAMPLE, out), "must end in .pdf, .svg or .png")


def test_export_says_what_is_wrong_with_the_project(run):
    Path("a.journey").write_bytes(b"{}")
    Path("a.pdf").write_bytes(b"earlier")
    failed(run("export", "a.journey", "a.pdf"), "“a.journey”, format: this is not a Journeywall project")
    assert Path("a.pdf").read_bytes() == b"earlier"


def test_export_never_replaces_the_project(run):
    Path("a.pdf").write_bytes(SAMPLE.read_bytes())
    failed(run("export", "a.pdf", "a.pdf"), "is the project itself")
    assert Path("a.pdf").read_bytes() == SAMPLE.read_bytes()


def test_export_names_the_map_that_is_not_there(run):
    failed(run("export", SAMPLE, "a.pdf", "--map", "Nowhere"), "has no map “Nowhere”")


def test_an_interruption_is_no_traceback(run):
    def interrupted(_paths):
        raise KeyboardInterrupt

    assert run("a.journey", windows=interrupted).status == 130


@pytest.fixture
def small(run) -> Path:
    """A project that is quickly printed."""
    run("new", "small.journey", "--title", "Small")
    return Path("small.journey")


@pytest.mark.parametrize(("name", "start"), [("a.pdf", b"%PDF-"), ("a.PNG", b"\x89PNG"), ("a.svg", b"<?xml")])
def test_export_writes_the_format_of_the_suffix(run, small, name, start):
    outcome = run("export", small, name, "--paper", "A4")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    assert Path(name).read_bytes().startswith(start)


def test_export_tells_programs_what_came_out(run, small):
    outcome = run("export", small, "a.pdf", "--paper", "300x200mm", "--orientation", "portrait", "--json")
    said = json.loads(outcome.out)
    assert said["page_mm"] == pytest.approx([200, 300], abs=0.1)
    assert said["text_pt"]["card"] > 0
    assert outcome.out.startswith("{\n")


@pytest.mark.parametrize("name", ["Small", "SMALL", "id"])
def test_a_map_is_named_by_title_or_id(run, small, name):
    wanted = read(small).project.maps[0].id if name == "id" else name
    assert run("export", small, "a.pdf", "--map", wanted, "--paper", "A4").status == 0


def test_a_title_of_two_maps_names_none(run, small):
    project = read(small).project
    second = renewed(project, Ids(random.Random(1).getrandbits)).maps
    small.write_bytes(dump(project.model_copy(update={"maps": by_id(project.maps + second)}), {}))
    failed(run("export", small, "a.pdf", "--map", "small"), "has 2 maps “small”; name one by its id")


def test_a_project_without_maps_cannot_be_printed(run, small):
    small.write_bytes(dump(read(small).project.model_copy(update={"maps": ()}), {}))
    failed(run("export", small, "a.pdf"), "“small.journey” has no map.")


@pytest.mark.parametrize("paper", ["A9", "0x0mm", "1x1mm", "99999x10mm", "A", ""])
def test_a_paper_that_is_none_is_refused_and_nothing_harmed(run, small, paper):
    Path("a.pdf").write_bytes(b"earlier")
    outcome = run("export", small, "a.pdf", "--paper", paper)
    failed(outcome, f"“{paper}”")
    assert "small.journey" not in outcome.err
    assert Path("a.pdf").read_bytes() == b"earlier"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--paper", "100000x100000mm"], "is longer than 5080 mm"),
        (["--paper", "914x1370"], "has no unit; write it as “914x1370mm”"),
        (["--paper", "A\n4"], "No paper is called"),
        (["--map", "a\nb"], "has no map “a b”"),
    ],
)
def test_export_says_what_is_wrong_with_its_options(run, small, words, said):
    failed(run("export", small, "a.pdf", *words), said)
    assert not Path("a.pdf").exists()


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_poster_with_flaws_is_made_and_they_are_told(run, more):
    run("new", "small.journey", "--title", "日本")
    outcome = run("export", "small.journey", "a.pdf", "--paper", "80x80mm", *more)
    assert outcome.status == 0
    assert "journeywall: warning: No font has “日” (U+65E5 CJK UNIFIED IDEOGRAPH-65E5)\n" in outcome.err
    assert " pt is very small for print\n" in outcome.err
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")
    assert bool(outcome.out) == bool(more)


@pytest.mark.parametrize("count", [1, 2])
def test_findings_in_what_is_printed_are_counted(run, small, count):
    project = read(small).project
    journeys = [*project.maps, *renewed(project, Ids(random.Random(1).getrandbits)).maps][:count]
    maps = [journey.model_copy(update={"persona": "nobody"}) for journey in journeys]
    small.write_bytes(dump(project.model_copy(update={"maps": by_id(maps)}), {}))
    outcome = run("export", small, "a.svg")
    found = "1 finding" if count == 1 else "2 findings"
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == f"journeywall: warning: “{small}” has {found}; see `journeywall check {small}`\n"


def test_notes_are_no_reason_to_warn(run, odd):
    odd.write_text(odd.read_text("utf-8").replace('"persona":"x', '"persona":"'), "utf-8")
    assert run("export", odd, "a.svg").err == ""


def test_the_sample_is_printed_silently(run):
    outcome = run("export", SAMPLE, "a.pdf")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


def test_an_output_that_cannot_be_written_is_told(run, small):
    failed(run("export", small, "none/a.pdf", "--paper", "A4"), "“none/a.pdf”: it cannot be written")


def test_export_shows_comments_on_request(run, small, tmp_path):
    plain, marked = tmp_path / "plain.svg", tmp_path / "marked.svg"
    opened = read(small)
    (journey,) = opened.project.maps
    spot = Spot(next(lane.id for lane in journey.lanes if lane.kind == "actions"), journey.stages[0].steps[0].id)
    said = (Comment(id="n1", text="Really?"),)
    commented = add_card(opened.project, journey.id, spot, "action", new_id=lambda: "c1", text="So", comments=said)
    small.write_bytes(dump(commented, opened.assets))
    assert run("export", small, plain).status == 0
    assert run("export", small, marked, "--comments").status == 0
    assert b">1<" not in plain.read_bytes()
    assert b">1<" in marked.read_bytes()


def test_export_draws_an_svg_as_outlines_on_request(run, small, tmp_path):
    text, outlines = tmp_path / "text.svg", tmp_path / "outlines.svg"
    assert run("export", small, text).status == 0
    assert run("export", small, outlines, "--outlines").status == 0
    assert b"<text" in text.read_bytes()
    assert b"<text" not in outlines.read_bytes()

"""Every option of `export`, by what comes out."""

import json
from pathlib import Path

import pikepdf
import pytest

from desktop import cli, resources
from desktop.cli.wishes import wished
from desktop.document.edits.agenda import replace_agenda
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.editions import add_edition, pin_edition, set_edition
from desktop.document.journey import AgendaPoint
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.storage.reader import read
from desktop.storage.writer import dump

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs `export` in an empty folder; the status, what was printed and what was complained of."""
    monkeypatch.chdir(tmp_path)

    def command(*words):
        status = cli.main(["export", *map(str, words)], lambda _: pytest.fail("opened windows"))
        return status, *capsys.readouterr()

    return command


@pytest.fixture
def told(run):
    """What --json tells of the sample with these options."""

    def command(*words, out="a.pdf"):
        status, said, _ = run(SAMPLE, out, *words, "--json")
        assert status == 0
        return json.loads(said)

    return command


def size(path="a.pdf", page=0):
    """Of a sheet, in mm."""
    with pikepdf.open(path) as file:
        left, bottom, right, top = (float(side) / MM for side in file.pages[page].MediaBox)
    return pytest.approx((right - left, top - bottom), abs=0.1)


def settings(*words):
    """What options come to, without printing."""
    arguments = cli.commands._parser().parse_args(["export", "a.journey", "a.pdf", *words])
    return wished(arguments, Settings(paper=""), paged=True)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], Settings()),
        (["--paper", "ARCH-E1"], Settings(paper="ARCH-E1")),
        (["--paper", "roll-36in"], Settings(paper="roll-36in", sizing="roll")),
        (["--card-text", "16"], Settings(sizing="text", card_text=16.0, paper="")),
        (["--card-text", "16", "--paper", "roll-914mm"], Settings(sizing="text", card_text=16.0, paper="roll-914mm")),
        (["--read-from", "2"], Settings(read_from={"cards": 2.0, "stages": 2.0, "title": 2.0})),
        (["--read-from", "cards=1.5,title=3"], Settings(read_from={"cards": 1.5, "title": 3.0})),
        (["--theme", "grey", "--bleed", "3"], Settings(theme="grey", bleed=3.0)),
        (["--crop-marks", "--image-dpi", "200"], Settings(crop_marks=True, image_dpi=200)),
        (["--margin", "5"], Settings(margin=(5.0, 5.0, 5.0, 5.0))),
        (["--margin", "5,5,5,17"], Settings(margin=(5.0, 5.0, 5.0, 17.0))),
        (["--tile", "A3"], Settings(tiling=Tiling("A3"))),
        (["--tile", "Letter", "--margin", "4"], Settings(tiling=Tiling("Letter", margin=(4.0, 4.0, 4.0, 4.0)))),
        (["--tile", "A4", "--overlap", "0", "--glue", "butt"], Settings(tiling=Tiling(overlap=0.0, glue="butt"))),
        (["--tile", "A4", "--sheets", "B2, b3"], Settings(tiling=Tiling(only=("B2", "b3")))),
        (["--tile", "A4", "--repeat-headers"], Settings(tiling=Tiling(repeat=True))),
        (["--tile", "A4", "--seams", "plain"], Settings(tiling=Tiling(seams="plain"))),
        (["--reflow-to-sheets"], Settings(tiling=Tiling(seams="reflow"))),
        (["--no-assembly", "--tile", "A4"], Settings(tiling=Tiling(assembly=False))),
        (["--spread", "5×4"], Settings(sizing="sheets", across=5, down=4, tiling=Tiling())),
        (["--content", "working"], Settings(content="working")),
        (["--content", "backlog"], Settings(content="backlog", paper="A4")),
        (["--content", "matrix"], Settings(content="matrix", paper="A3")),
        (["--content", "matrix", "--paper", "Letter"], Settings(content="matrix", paper="Letter")),
        (
            ["--scope", "each-stage", "--appendix", "--comments"],
            Settings(scope="each-stage", appendix=True, comments=True),
        ),
    ],
)
def test_options_come_to_settings(words, wanted):
    assert settings(*words) == wanted


def test_a_list_of_an_edition_of_the_map_comes_on_its_own_paper():
    arguments = cli.commands._parser().parse_args(["export", "a.journey", "a.pdf", "--content", "agenda"])
    assert wished(arguments, Settings(paper="A0"), paged=True).paper == "A4"
    assert wished(arguments, Settings(content="backlog", paper="Letter"), paged=True).paper == "Letter"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--bleed", "11"], "--bleed cannot be “11.0”; it can be 0 to 10."),
        (["--overlap", "60", "--tile", "A4"], "--overlap cannot be “60.0”; it can be 0 to 50."),
        (["--card-text", "2"], "--card-text cannot be “2.0”; it can be 4 to 400."),
        (["--read-from", "far"], "“far” is not metres, such as 2 or cards=1,stages=2,title=3"),
        (["--read-from", "floor=1"], "--read-from cannot be “floor”; it can be cards, stages, title."),
        (["--margin", "1,2"], "“1,2” is not millimetres"),
        (["--spread", "many"], "“many” is not sheets across and down, such as 5x4"),
        (["--spread", "0x0"], "sheets"),
        (["--image-dpi", "50"], "--image-dpi cannot be “50”; it can be 100 to 300."),
        (["--tile", "Z9"], "“Z9”"),
        (["--tile", "A4", "--sheets", "Z99"], "There is no sheet “Z99”; they are called A1 to"),
        (["--stages", "Nowhere"], "There is no stage “Nowhere” on this map."),
        (["--lanes", "Nowhere"], "There is no lane “Nowhere” on this map."),
        (["--edition", "Wall"], "has no edition “Wall”; it has none."),
        (["--sheets", "B2", "--overlap", "45", "--tile", "60x60mm"], "nothing is left of a sheet of 60x60mm"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(run, words, said):
    status, _, complained = run(SAMPLE, "a.pdf", *words)
    assert status == 2
    assert said in complained
    assert complained.count("\n") == 1
    assert not Path("a.pdf").exists()


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [("B1", (1000, 707)), ("ANSI-E", (1117.6, 863.6)), ("Letter", (279.4, 215.9)), ("700x1000mm", (1000, 700))],
)
def test_papers_are_named_as_on_paper(told, paper, wanted):
    assert told("--paper", paper)["page_mm"] == pytest.approx(wanted, abs=0.1)
    assert size() == wanted


def test_a_roll_is_as_long_as_the_map_needs(told):
    width, height = told("--paper", "roll-914mm")["page_mm"]
    assert height == pytest.approx(914)
    assert 900 < width < 2500


def test_cards_are_as_large_as_asked(told):
    assert told("--card-text", "16", "--paper", "roll-914mm")["text_pt"]["card"] == pytest.approx(16, abs=0.2)


def test_type_is_graded_from_where_it_is_read(told):
    roles = {role["role"]: role for role in told("--read-from", "cards=0.6,stages=1,title=2")["posters"][0]["roles"]}
    assert roles["card"]["distance_m"] == 0.6
    assert roles["card"]["grade"] == "comfortable"
    assert roles["title"]["distance_m"] == 2


def test_a_poster_is_spread_over_sheets(told):
    tiles = told("--paper", "A1", "--tile", "A4")["posters"][0]["tiles"]
    assert tiles["across"] * tiles["down"] == len(tiles["printed"]) + tiles["blank"]
    assert len(tiles["cards_cut"]) < tiles["cards_cut_by_a_plain_grid"]
    assert sorted(size().expected) == pytest.approx([210, 297], abs=0.1)


def test_one_sheet_is_printed_again(told):
    assert told("--paper", "A1", "--tile", "A4", "--sheets", "B2")["sheets"] == 1
    with pikepdf.open("a.pdf") as file:
        assert len(file.pages) == 1


def test_stages_and_lanes_are_chosen_by_name(told):
    chosen = told("--stages", "dine,Arrive", "--lanes", "Actions")
    assert chosen["text_pt"]["card"] > told()["text_pt"]["card"]


def test_a_poster_for_each_stage(told):
    posters = told("--scope", "each-stage", "--paper", "A4")["posters"]
    assert [poster["title"] for poster in posters] == ["Discover", "Decide", "Arrive", "Dine", "Leave", "Return"]


def test_one_picture_cannot_hold_several_sheets(run):
    status, _, complained = run(SAMPLE, "a.svg", "--scope", "each-stage", "--paper", "A4")
    assert status == 2
    assert "holds one sheet; use .pdf for several" in complained


@pytest.fixture
def editions(tmp_path):
    """A project with two editions, whose names no file can have as they are."""
    opened = read(SAMPLE)
    ids = iter(("e1", "e2"))
    project = add_edition(opened.project, "Wall: A2", new_id=lambda: next(ids), settings={"paper": "A2"})
    project = add_edition(project, "Office", new_id=lambda: next(ids), settings={"paper": "A2", "tiling": {}})
    path = tmp_path / "editions.journey"
    path.write_bytes(dump(project, opened.assets))
    return path


def test_an_edition_is_printed_as_it_says(run, editions):
    assert run(editions, "a.pdf", "--edition", "wall: a2")[0] == 0
    assert size() == (594, 420)


def test_options_change_an_edition(run, editions):
    assert run(editions, "a.pdf", "--edition", "Wall: A2", "--paper", "A4")[0] == 0
    assert size() == (297, 210)


def test_an_edition_that_is_not_there_is_said_with_those_that_are(run, editions):
    assert "it has “Wall: A2”, “Office”." in run(editions, "a.pdf", "--edition", "Poster")[2]


def test_all_editions_are_printed_into_a_folder(run, editions):
    Path("out").mkdir()
    status, said, _ = run(editions, "--all-editions", "out", "--json")
    assert status == 0
    assert [each["edition"] for each in json.loads(said)] == ["Wall: A2", "Office"]
    names = sorted(path.name for path in Path("out").iterdir())
    assert names == ["Osteria Lume - Office.pdf", "Osteria Lume - Wall- A2.pdf"]


@pytest.mark.parametrize("words", [["--all-editions", "nowhere"], ["--all-editions", "."]])
def test_a_folder_that_is_none_and_a_project_without_editions_are_said(run, editions, words):
    file = editions if words[1] == "nowhere" else SAMPLE
    status, _, complained = run(file, *words)
    assert status == 2
    assert ("is not a folder" if words[1] == "nowhere" else "has no editions") in complained


@pytest.mark.parametrize("words", [[], ["a.pdf", "--all-editions", "."]])
def test_a_file_or_a_folder_is_named(run, words):
    assert "Name a file to write, or a folder" in run(SAMPLE, *words)[2]


def test_an_edition_with_a_bad_setting_is_named(run, editions):
    opened = read(editions)
    bad = set_edition(opened.project, "e2", {"bleed": "much"})
    editions.write_bytes(dump(bad, opened.assets))
    status, _, complained = run(editions, "a.pdf", "--edition", "Office")
    assert status == 2
    assert "In the edition “Office” the setting “bleed” cannot be “much”" in complained


@pytest.fixture
def printed(tmp_path):
    """A project with an edition that keeps places and was printed, since when a card has changed."""
    opened = read(SAMPLE)
    journey = opened.project.maps[0]
    settings = Settings(paper="A2", tiling=Tiling(), keep=True)
    project = add_edition(opened.project, "Wall", new_id=lambda: "e1", settings=settings.to_json())
    project = pin_edition(project, "e1", composed(project, journey.id, settings).pin)
    lane = next(lane for lane in journey.lanes if lane.kind == "backstage")
    project = edit_cards(project, journey.id, [lane.cards[0].id], text=f"{lane.cards[0].text} soon")
    path = tmp_path / "printed.journey"
    path.write_bytes(dump(project, opened.assets))
    return path


def test_only_what_changed_is_printed_again(run, printed):
    status, said, _ = run(printed, "a.pdf", "--edition", "Wall", "--changed-only", "--json")
    told = json.loads(said)
    assert status == 0
    assert told["sheets"] == len(told["changes"][0]["sheets"]) < len(told["posters"][0]["tiles"]["printed"])
    assert list(told["changes"][0]["of"].values()) == ["changed"]
    assert "pin" not in told


def test_patches_are_printed(run, printed):
    assert run(printed, "a.pdf", "--edition", "Wall", "--content", "stickers")[0] == 0
    assert sorted(size().expected) == pytest.approx([210, 297], abs=0.1)


def test_what_never_was_printed_cannot_have_changed(run):
    assert "does not keep places" in run(SAMPLE, "a.pdf", "--changed-only")[2]


def test_an_edition_prints_from_its_pin(run, editions):
    opened = read(editions)
    pinned = pin_edition(opened.project, "e1", {"date": "2026-11-22"})
    editions.write_bytes(dump(pinned, opened.assets))
    assert run(editions, "a.pdf", "--edition", "Wall: A2")[0] == 0


def test_the_agenda_is_printed_or_it_is_said_that_there_is_none(run):
    opened = read(SAMPLE)
    journey = opened.project.maps[0]
    points = (AgendaPoint(id="p", title="Welcome", minutes=20, form="talk"),)
    planned = replace_agenda(opened.project, journey.id, points, new_id=lambda: "g1")
    for name, project in (("planned", planned), ("bare", replace_agenda(planned, journey.id, (), new_id=lambda: ""))):
        Path(f"{name}.journey").write_bytes(dump(project, opened.assets))
    assert run("planned.journey", "a.pdf", "--content", "agenda", "--paper", "Letter")[0] == 0
    assert size() == (215.9, 279.4)
    status, _, complaint = run("bare.journey", "b.pdf", "--content", "agenda")
    assert status != 0
    assert "no agenda that could be printed" in complaint

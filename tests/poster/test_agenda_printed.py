"""The run of show as a print."""

import pypdfium2 as pdfium
import pytest

from desktop.document.base import changed, in_order
from desktop.document.edits.agenda import edit_point, replace_agenda
from desktop.document.journey import AgendaPoint
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.agendalist import length, needed
from desktop.poster.composing import composed
from desktop.poster.export import export
from desktop.poster.refusals import PosterError
from desktop.resources import words

POINTS = (
    AgendaPoint(id="p", title="Welcome", minutes=20, form="talk"),
    AgendaPoint(id="p", title="Doing", minutes=45, kind="actions", prompt="What do they do?", example="Reads the menu"),
    AgendaPoint(id="p", title="Rest", minutes=10, form="break"),
    AgendaPoint(id="p", title="Choosing", minutes=5, kind="pains", form="vote"),
)


@pytest.fixture(scope="module")
def planned(sample):
    """The sample with four points: g1 … g4."""
    journey = sample.project.maps[0]
    return replace_agenda(sample.project, journey.id, POINTS, new_id=iter(("g1", "g2", "g3", "g4")).__next__)


def printed(project, **wish):
    return composed(project, project.maps[0].id, Settings(**{"content": "agenda", "paper": "A4", **wish})).made


def named(made, role):
    return [each.figure.name for each in made.drawing.placed if each.figure.role == role]


def test_every_point_says_when_it_begins_how_long_it_is_and_where(planned):
    (page,) = printed(planned)
    assert named(page, "details") == [
        "0:00, Welcome, 20 min, Talk",
        "0:20, Doing, 45 min, Fill the lane, Actions",
        "1:05, Rest, 10 min, Break",
        "1:15, Choosing, 5 min, Vote, Pain points",
    ]


def test_the_head_says_map_and_date_and_all_that_it_takes(planned):
    journey = planned.maps[0]
    (page,) = printed(planned)
    assert named(page, "legend")[:2] == [f"{journey.title} · 22 November 2026", "1 h 20 min · 4 points"]
    (undated,) = printed(changed(planned, maps=(changed(journey, date=""),)))
    assert named(undated, "legend")[0] == journey.title


def test_stages_are_named_in_the_order_of_the_map(planned):
    journey = planned.maps[0]
    first, second, *_ = in_order(journey.stages)
    both = edit_point(planned, journey.id, "g2", stages=(second.id, first.id))
    (page,) = printed(both)
    assert named(page, "details")[1].endswith(f"Actions, {first.title}, {second.title}")


def test_a_lane_that_the_map_has_not_is_named_by_its_kind(planned):
    journey = planned.maps[0]
    without = changed(journey, lanes=tuple(lane for lane in journey.lanes if lane.kind != "actions"), links=())
    (page,) = printed(changed(planned, maps=(without,)))
    assert "Actions" in named(page, "details")[1]


@pytest.mark.parametrize(
    ("form", "kind", "things"),
    [
        ("talk", "", ["map"]),
        ("", "", ["map"]),
        ("", "actions", ["map", "wall", "notes"]),
        ("silent", "", ["map", "wall", "notes"]),
        ("vote", "pains", ["map", "dots"]),
        ("break", "", ["map", "drinks"]),
        ("dance", "", ["map"]),
    ],
)
def test_what_to_bring_follows_from_what_is_done(form, kind, things):
    assert needed([AgendaPoint(id="p", form=form, kind=kind)]) == things


@pytest.mark.parametrize(("minutes", "said"), [(0, "0 min"), (45, "45 min"), (120, "2 h"), (125, "2 h 5 min")])
def test_lengths_are_said_in_hours_and_minutes(minutes, said):
    assert length(minutes, words("en")) == said


def test_without_an_agenda_there_is_nothing_to_print(sample):
    bare = changed(sample.project, maps=(changed(sample.project.maps[0], agenda=()),))
    with pytest.raises(PosterError, match="no agenda that could be printed"):
        printed(bare)


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", (210, 297)), ("Letter", (215.9, 279.4)), ("roll-914mm", (210, 297))]
)
def test_it_goes_on_the_paper_of_the_office(planned, paper, size):
    (page,) = printed(planned, paper=paper, tiling=Tiling())
    assert (page.page.width, page.page.height) == pytest.approx((size[0] * MM, size[1] * MM), rel=1e-3)


def test_it_is_in_the_language_of_the_project(planned):
    (page,) = printed(changed(planned, language="de"))
    assert named(page, "heading") == ["Agenda"]
    assert "Abstimmen" in named(page, "details")[3]


def test_the_pdf_says_it(planned):
    data, _ = export(planned, {}, planned.maps[0].id, "pdf", Settings(content="agenda", paper="A4"))
    with pdfium.PdfDocument(data) as document:
        said = document[0].get_textpage().get_text_bounded()
    assert all(each in said for each in ("Doing", "What do they do?", "For example: Reads the menu", "1:05", "1 h 20"))

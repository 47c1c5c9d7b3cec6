"""The ticket and the test sheet: one page each, of the print that the same settings make."""

import pytest

from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.companions import COMPANIONS, companion
from desktop.poster.refusals import PosterError
from journeys import full, project
from printing import objects_of, text_of

WALL = Settings(paper="A1", theme="grey", tiling=Tiling("A3"))


def made(which, settings=WALL, **fields):
    return companion(which, project(full()), {}, "m1", settings, **fields)


def sizes(data):
    """Of the pages, in whole mm."""
    with objects_of(data) as file:
        return [tuple(round(float(side) / MM) for side in page.MediaBox[2:]) for page in file.pages]


@pytest.mark.parametrize(("which", "size"), [("ticket", (210, 297)), ("test-sheet", (297, 420))])
def test_it_is_one_page(which, size):
    assert sizes(made(which)) == [size]


def test_the_ticket_tells_of_the_print():
    said = text_of(made("ticket"))
    assert "594" in said
    assert "shades of grey" in said


def test_it_is_no_poster():
    with objects_of(made("ticket")) as file:
        assert "/Keywords" not in file.docinfo


def test_one_hears_how_far_it_is():
    heard = []
    made("test-sheet", progress=lambda *told: heard.append(told[0]))
    assert heard[0] == "layout"


@pytest.mark.parametrize("which", COMPANIONS)
def test_what_cannot_be_printed_has_none(which):
    with pytest.raises(PosterError):
        made(which, Settings(paper="A99"))

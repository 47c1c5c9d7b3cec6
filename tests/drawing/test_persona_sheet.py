"""A persona on a page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.document.cards import Picture
from desktop.document.project import Persona
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.personasheet import Look, Sayings, persona_sheet
from desktop.drawing.shapes import Ellipse, Glyphs, Image
from tests.grids import ASSET

A4 = 210.0, 297.0
FIELDS = ("goals", "needs", "frustrations", "motivations", "behaviour", "channels", "demographics")
SAYINGS = Sayings({name: name for name in FIELDS}, "Osteria", "Page {page} of {pages}")
LOOK = Look("#D03E63", "#FFFFFF", "#EEF0F5")
LONG = "Reads every review from the worst to the best before she calls anybody. "


@pytest.fixture(scope="module")
def sheet():
    setter = Lettering(resources.typesetter())
    return lambda size=A4, **facts: persona_sheet(Persona(id="p", **facts), size, LOOK, SAYINGS, setter)


def words(page):
    return [
        shape.line.text.strip() for each in page.placed for shape in each.figure.shapes if isinstance(shape, Glyphs)
    ]


def of(page, shape):
    return [each for placed in page.placed for each in placed.figure.shapes if isinstance(each, shape)]


def bottoms(page):
    return [each.y + each.figure.height for each in page.placed if each.figure.role != "footer"]


def captions(page):
    return [each for each in words(page) if each.lower() in FIELDS]


def test_everything_about_her_is_on_one_page(sheet):
    lists = {name: (f"one of {name}",) for name in FIELDS[:6]}
    (page,) = sheet(name="Maya", summary="34", role="Nurse", segment="Guests", quote="One evening", **lists)
    told = words(page)
    assert told[:5] == ["M", "Maya", "34", "Nurse · Guests", "One evening"]
    assert [f"one of {name}" in told for name in FIELDS[:6]] == [True] * 6
    assert page.title == "Maya"


def test_what_is_not_known_has_no_caption(sheet):
    (page,) = sheet(name="Maya", needs=("Rest",), channels=("web",))
    assert captions(page) == ["NEEDS", "CHANNELS"]


def test_two_lists_stand_beside_each_other(sheet):
    (page,) = sheet(name="Maya", needs=("Rest",), channels=("web",))
    one, other = (each for each in page.placed if each.figure.role == "details")
    assert one.y == other.y
    assert one.x < other.x


def test_every_item_has_one_dot(sheet):
    (page,) = sheet(name="Maya", goals=(LONG * 3, "Short"))
    assert len([dot for dot in of(page, Ellipse) if dot.rx < 1]) == 2


def test_a_picture_is_cut_to_a_circle_in_its_middle(sheet):
    (page,) = sheet(name="Maya", picture=Picture(asset=ASSET, aspect=2.0, alt="A nurse"))
    (image,) = of(page, Image)
    assert image.crop == (0.25, 0.0, 0.75, 1.0)
    assert image.alt == "A nurse"


def test_where_the_picture_is_missing_are_her_initials(sheet):
    (page,) = sheet(name="Ida Berg", picture=Picture(asset=ASSET))
    (image,) = of(page, Image)
    assert [shape.line.text for shape in image.instead("missing") if isinstance(shape, Glyphs)] == ["IB"]


def test_nobody_yet(sheet):
    (page,) = sheet()
    assert words(page) == ["–", "Osteria"]


def test_what_is_too_long_goes_on_on_another_page(sheet):
    pages = sheet(name="Maya", goals=(LONG,) * 40, needs=("Rest",))
    assert len(pages) > 1
    assert sum(" ".join(words(page)).count("Reads every") for page in pages) == 40
    assert words(pages[-1])[-1] == f"Page {len(pages)} of {len(pages)}"


def test_a_caption_never_ends_a_page(sheet):
    for count in range(20, 34):
        first = sheet(name="Maya", goals=("Rest",) * count, frustrations=("Noise",), behaviour=("Calls",))[0]
        assert not [each for each in first.placed if each.figure.name.lower() in FIELDS]


@settings(max_examples=25)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 30), st.integers(1, 40))
def test_nothing_lies_over_the_foot_and_nothing_is_left_out(sheet, goals, needs, quote, demographics):
    facts = {"goals": ("Goal",) * goals, "needs": ("Need",) * needs}
    pages = sheet(name="Maya", quote=LONG * quote, demographics=LONG * demographics, **facts)
    told = " ".join(word for page in pages for word in words(page))
    assert (told.count("Goal"), told.count("Need")) == (goals, needs)
    assert told.count("anybody.") == quote + demographics
    assert max(bottom for page in pages for bottom in bottoms(page)) <= A4[1] - MARGIN - FOOT + 1e-6

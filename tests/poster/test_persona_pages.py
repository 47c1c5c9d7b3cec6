"""Persona sheets, printed."""

import pytest

from desktop.document.base import changed
from desktop.document.cards import Marker
from desktop.document.project import Persona
from desktop.drawing.shapes import Ellipse
from desktop.plan.settings import Settings
from desktop.poster.composing import composed
from desktop.poster.refusals import PosterError
from grids import lane, project

ANA, BEN, CLEO = (
    Persona(id=name[0].lower(), name=name, rank=rank) for name, rank in zip(("Ana", "Ben", "Cleo"), "GNV", strict=True)
)


def made(*people, persona="", markers=(), **wish):
    whole = changed(project(changed(lane(kind="emotions"), markers=markers)), personas=people)
    whole = changed(whole, maps=(changed(whole.maps[0], persona=persona),))
    return composed(whole, "m", Settings(content="persona", **{"paper": "A4", **wish})).made


def titles(pages):
    return [page.drawing.title for page in pages]


def ring(page):
    portrait = next(each for each in page.drawing.placed if each.figure.role == "portrait")
    return next(shape.stroke for shape in portrait.figure.shapes if isinstance(shape, Ellipse) and shape.stroke)


def test_a_page_for_each_in_their_order():
    assert titles(made(ANA, BEN, CLEO)) == ["Ana", "Ben", "Cleo"]


def test_whose_map_it_is_comes_first_then_those_with_a_curve():
    step = project(lane()).maps[0].stages[0].steps[0].id
    felt = (Marker(id="f", step=step, value=1.0, persona="b"),)
    assert titles(made(ANA, BEN, CLEO, persona="c", markers=felt)) == ["Cleo", "Ben", "Ana"]


def test_the_ring_has_the_colour_of_the_curve():
    step = project(lane()).maps[0].stages[0].steps[0].id
    first, second = made(ANA, BEN, markers=(Marker(id="f", step=step, value=1.0, persona="b"),))
    assert first.drawing.title == "Ben"
    assert ring(first) == first.style.curve(0).colour
    assert ring(second) == second.style.colours["portrait-edge"]


def test_channels_are_called_as_on_the_map():
    (page,) = made(changed(ANA, channels=("web", "pigeon")))
    told = next(each.figure.name for each in page.drawing.placed if "pigeon" in each.figure.name)
    assert "web" not in told.split()


@pytest.mark.parametrize(("paper", "wide"), [("A4", 210.0), ("A3", 297.0)])
def test_larger_paper_shows_it_larger(paper, wide):
    (page,) = made(ANA, paper=paper)
    assert page.drawing.width == pytest.approx(210.0)
    assert page.page.width * 25.4 / 72 == pytest.approx(wide)


def test_without_personas_there_is_nothing_to_print():
    with pytest.raises(PosterError, match="There is no persona"):
        made()

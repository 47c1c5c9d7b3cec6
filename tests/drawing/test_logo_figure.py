"""The client's logo in the head's figure."""

import pytest

from desktop.document.base import changed
from desktop.document.cards import Picture
from desktop.document.project import Brand
from desktop.drawing.artist import Artist
from desktop.drawing.shapes import Image
from tests.grids import ASSET, STYLE, card, composer, lane, layouter, project

CROP = (0.1, 0.0, 0.9, 1.0)
LOGO = Picture(asset=ASSET, aspect=3.0, crop=CROP)


def head(**brand):
    whole = changed(project(lane(card(1))), brand=Brand(**brand))
    setter = composer()
    artist = Artist(setter.typesetter, STYLE, setter.words)
    drawing = artist.draw(whole, layouter().layout(whole, "m"))
    return next(placed for placed in drawing.placed if placed.figure.role == "header")


def images(placed):
    return [shape for shape in placed.figure.shapes if isinstance(shape, Image)]


def test_it_is_shown_in_its_own_shape_inside_the_head():
    placed = head(logo=LOGO)
    (logo,) = images(placed)
    assert (logo.asset, logo.crop) == (ASSET, CROP)
    assert logo.width / logo.height == pytest.approx(3.0 * 0.8)
    assert logo.x + logo.width <= placed.figure.width + 0.01
    assert logo.y + logo.height <= placed.figure.height + 0.01


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "Lume", "logo": changed(LOGO, alt="Lume, a lamp")}, "Lume, a lamp"),
        ({"name": "Lume", "logo": LOGO}, "Lume"),
        ({"logo": LOGO}, "Logo"),
    ],
)
def test_it_is_told_to_those_who_do_not_see_it(fields, said):
    (logo,) = images(head(**fields))
    assert logo.alt == said


def test_without_one_the_head_has_words_alone():
    assert images(head(name="Lume")) == []

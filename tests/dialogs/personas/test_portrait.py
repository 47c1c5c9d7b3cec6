"""The round picture of a persona."""

import pytest
from PySide6.QtGui import QImage

from desktop.dialogs.personas.portrait import SIZE, Portrait
from desktop.document.cards import Picture
from desktop.document.project import Persona
from grids import ASSET

RED, BLUE = "#d03e63", "#2f7dd1"


@pytest.fixture
def portrait(qtbot):
    portrait = Portrait()
    qtbot.addWidget(portrait)
    portrait.resize(portrait.sizeHint())
    return portrait


def halves():
    """A picture that is red at the left and blue at the right."""
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(RED)
    for x in range(40, 80):
        for y in range(40):
            image.setPixelColor(x, y, BLUE)
    return image


def persona(crop=None, **facts):
    picture = Picture(asset=ASSET, aspect=2.0, crop=crop, alt="In the tram") if crop else None
    return Persona(id="p", name="Ida Berg", picture=picture, **facts)


def colour(portrait, x, y):
    image = portrait.grab().toImage()
    scale = image.width() / SIZE
    return image.pixelColor(round(x * scale), round(y * scale)).name()


def test_the_middle_of_the_picture_is_shown(portrait):
    portrait.show_persona(persona((0.0, 0.0, 1.0, 1.0)), halves())
    assert colour(portrait, SIZE * 0.3, SIZE / 2) == RED
    assert colour(portrait, SIZE * 0.7, SIZE / 2) == BLUE


@pytest.mark.parametrize(("crop", "shown"), [((0.0, 0.0, 0.5, 1.0), RED), ((0.5, 0.0, 1.0, 1.0), BLUE)])
def test_the_part_that_was_chosen_is_shown(portrait, crop, shown):
    portrait.show_persona(persona(crop), halves())
    assert {colour(portrait, SIZE * share, SIZE / 2) for share in (0.2, 0.5, 0.8)} == {shown}


def test_nothing_is_painted_outside_of_the_circle(portrait):
    portrait.show_persona(persona((0.0, 0.0, 1.0, 1.0)), halves())
    corners = {colour(portrait, x, y) for x in (3, SIZE - 4) for y in (3, SIZE - 4)}
    assert not corners & {RED, BLUE}


def test_initials_without_a_picture(portrait):
    portrait.show_persona(persona(), QImage())
    assert portrait.initials == "IB"
    ink = {colour(portrait, x, SIZE / 2) for x in range(20, SIZE - 20)}
    assert len(ink) > 1


def test_initials_where_the_picture_is_missing(portrait):
    portrait.show_persona(persona((0.0, 0.0, 1.0, 1.0)), QImage())
    assert colour(portrait, SIZE / 2, 12) not in (RED, BLUE)


def test_it_is_read_out_as_what_it_shows(portrait):
    portrait.show_persona(persona((0.0, 0.0, 1.0, 1.0)), halves())
    assert portrait.accessibleName() == "In the tram"
    portrait.show_persona(persona(), QImage())
    assert portrait.accessibleName() == "Ida Berg"


def test_nobody_has_a_name_yet(portrait):
    portrait.show_persona(Persona(id="p"), QImage())
    assert portrait.initials == ""
    assert not portrait.grab().isNull()

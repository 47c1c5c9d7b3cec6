"""Finished size, bleed and slug: exact, really printed, never scaled."""

from dataclasses import replace

import pytest

from desktop.layout.places import Rect
from desktop.paint.pdf import document_bytes
from desktop.plan.page import MM, Document
from desktop.plan.paper import MOST
from desktop.poster.bleeds import MARKS, SLUG, bled, boxes
from printing import picture_of
from tests.sheeting import figures, pressed


@pytest.fixture(scope="module")
def plain():
    return pressed(paper="A3")


@pytest.fixture(scope="module")
def shop():
    return pressed(paper="A3", bleed=3.0, crop_marks=True)


def millimetres(rect):
    return tuple(round(each / MM, 3) for each in rect)


def test_without_bleed_the_sheet_is_the_poster():
    assert boxes(841.0, 594.0, 0.0, marked=False).trim == Rect(0.0, 0.0, 841.0, 594.0)


@pytest.mark.parametrize("bleed", [0.0, 1.0, 3.0, 10.0])
@pytest.mark.parametrize("marked", [False, True])
def test_the_finished_size_is_the_posters(bleed, marked):
    found = boxes(841.0, 594.0, bleed, marked=marked)
    assert (found.trim.width, found.trim.height) == (841.0, 594.0)
    assert (found.bleed.width, found.bleed.height) == (841.0 + 2 * bleed, 594.0 + 2 * bleed)
    around = bleed + (SLUG if marked else 0.0)
    assert (found.width, found.height) == (841.0 + 2 * around, 594.0 + 2 * around)


def test_no_sheet_is_longer_than_a_pdf_may_be():
    found = boxes(5075.0, 594.0, 10.0, marked=True)
    assert found.width == MOST
    assert found.trim.width == 5075.0
    assert found.bleed.x >= 0.0


def test_the_poster_is_not_scaled(plain, shop):
    press, made = shop
    view = bled(press, made).views[1]
    assert view.scale == made.page.scale
    assert (view.x - made.page.x, view.y - made.page.y) == pytest.approx((12.0 * MM, 12.0 * MM))
    assert plain[1].page.scale == made.page.scale


def test_the_sheet_tells_its_boxes(shop):
    press, made = shop
    sheet = bled(press, made)
    assert (round(sheet.width / MM, 3), round(sheet.height / MM, 3)) == (444.0, 321.0)
    assert millimetres(sheet.trim) == (12.0, 12.0, 420.0, 297.0)
    assert millimetres(sheet.bleed) == (9.0, 9.0, 426.0, 303.0)


def test_marks_have_a_layer_of_their_own(shop):
    press, made = shop
    views = bled(press, made).views
    assert [view.layer for view in views] == ["", "", MARKS]
    assert set(figures(views[-1].drawing)) == {"crop", "centre", "slug"}
    assert views[-1].artifact


def test_without_marks_there_is_no_layer(plain):
    press, made = plain
    assert [view.layer for view in bled(press, made).views] == ["", ""]


def pixel(picture, x, y, scale):
    return picture.getpixel((round(x * MM * scale), round(y * MM * scale)))


def test_the_ground_is_really_printed_in_the_bleed(shop):
    press, made = shop
    coloured = replace(made, drawing=replace(made.drawing, background="#FDE6B0"))
    data = document_bytes(Document((bled(press, coloured),)), press.typesetter.fonts, {}.get)
    picture = picture_of(data, 0.5)
    assert pixel(picture, 10.0, 160.0, 0.5) == (0xFD, 0xE6, 0xB0)
    assert pixel(picture, 434.0, 160.0, 0.5) == (0xFD, 0xE6, 0xB0)
    assert pixel(picture, 7.0, 100.0, 0.5) == (255, 255, 255)

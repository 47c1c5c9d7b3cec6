"""Parts of a page as pixels."""

import pytest

from desktop.drawing.shapes import Box
from desktop.paint import raster as rasters
from desktop.paint.raster import page_sizes, raster
from printing import SHEET, pdf


def colour(picture, x, y):
    """Red, green and blue of a pixel."""
    start = y * picture.stride + 4 * x
    blue, green, red = picture.pixels[start : start + 3]
    return red, green, blue


@pytest.fixture(scope="module")
def page():
    """A red box from (10, 10) to (60, 40) in units, whose unit is 2 pt, 10 and 20 pt from the corner."""
    return pdf(Box(0.0, 0.0, 50.0, 30.0, fill="#FF0000"))


def test_a_whole_page(page):
    picture = raster(page, 0, 1.0)
    assert (picture.width, picture.height, picture.scale) == (round(SHEET.width), round(SHEET.height), 1.0)
    assert picture.stride * picture.height == len(picture.pixels)
    assert colour(picture, 40, 50) == (255, 0, 0)
    assert colour(picture, 400, 200) == (255, 255, 255)


def test_a_part_of_a_page_is_as_that_part_of_the_whole(page):
    whole, part = raster(page, 0, 2.0), raster(page, 0, 2.0, (10.0, 20.0, 200.0, 100.0))
    assert (part.width, part.height) == (400, 200)
    for x, y in ((0, 0), (30, 40), (120, 80), (399, 199)):
        assert colour(part, x, y) == colour(whole, x + 20, y + 40)


def test_a_picture_that_is_too_large_becomes_smaller(page, monkeypatch):
    monkeypatch.setattr(rasters, "MOST_PIXELS", 45_000)
    picture = raster(page, 0, 4.0)
    assert picture.width * picture.height <= 46_000
    assert picture.scale == pytest.approx(0.5, rel=0.01)


def test_the_sizes_of_all_pages(page):
    assert page_sizes(page) == [(SHEET.width, SHEET.height)]

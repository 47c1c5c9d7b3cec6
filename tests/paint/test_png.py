"""A PNG is the PDF's first page in pixels, with its resolution, and no larger than memory allows."""

from io import BytesIO

import pytest
from PIL import Image as Pillow

from desktop.drawing.shapes import Box
from desktop.paint import png
from desktop.paint.png import TooManyPixelsError, png_bytes
from desktop.plan.page import MM, Page
from printing import pdf

SHEET = Page(100 * MM, 50 * MM, 0.0, 0.0, 1.0)


def page(*shapes, sheet=SHEET):
    return pdf(*shapes, page=sheet)


def opened(data):
    picture = Pillow.open(BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("dpi", [36, 72, 96, 150, 254])
def test_a_millimetre_has_as_many_pixels_as_the_resolution_says(dpi):
    picture = opened(png_bytes(page(), dpi))
    assert picture.size == pytest.approx((100 * dpi / 25.4, 50 * dpi / 25.4), abs=1.0)


def test_the_file_knows_its_resolution():
    assert opened(png_bytes(page(), 150)).info["dpi"] == pytest.approx((150, 150), abs=0.02)


def test_the_picture_has_no_transparency():
    picture = opened(png_bytes(page(), 72))
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    assert picture.getpixel((1, 1)) == (255, 255, 255)


def test_ink_stands_where_it_was_drawn():
    picture = opened(png_bytes(page(Box(45.0, 15.0, 100.0, 50.0, "#C83232")), 72))
    assert picture.getpixel((100, 40)) == (200, 50, 50)
    assert picture.getpixel((45, 40)) == (255, 255, 255)


def test_the_same_page_is_the_same_bytes():
    assert png_bytes(page(), 96) == png_bytes(page(), 96)


def test_more_pixels_than_memory_allows_are_refused():
    with pytest.raises(TooManyPixelsError) as caught:
        png_bytes(page(sheet=Page(2384.0, 3370.0)), 600)
    assert caught.value.dpi == 439
    assert "at most 439 dpi" in str(caught.value)


def test_the_resolution_that_is_offered_does(monkeypatch):
    monkeypatch.setattr(png, "MOST_PIXELS", 90_000)
    with pytest.raises(TooManyPixelsError) as caught:
        png_bytes(page(), 300)
    width, height = opened(png_bytes(page(), caught.value.dpi)).size
    assert 80_000 < width * height <= 91_000

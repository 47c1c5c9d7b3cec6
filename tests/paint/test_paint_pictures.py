"""What the head of a picture says."""

from io import BytesIO

import pytest
from PIL import Image as Pillow

from desktop.paint import pictures
from desktop.paint.pictures import Facts, facts


def saved(form, size=(6, 4), **options):
    out = BytesIO()
    Pillow.new("RGB", size).save(out, form, **options)
    return out.getvalue()


def turned(orientation):
    exif = Pillow.Exif()
    exif[pictures.ORIENTATION] = orientation
    return saved("JPEG", exif=exif)


@pytest.mark.parametrize("form", pictures.FORMATS)
def test_format_and_size_are_told(form):
    assert facts(saved(form)) == Facts(form, 6, 4, 1)


@pytest.mark.parametrize("orientation", range(1, 5))
def test_a_flipped_picture_keeps_its_sides(orientation):
    assert facts(turned(orientation)) == Facts("JPEG", 6, 4, orientation)


@pytest.mark.parametrize("orientation", range(5, 9))
def test_a_turned_picture_changes_them(orientation):
    assert facts(turned(orientation)) == Facts("JPEG", 4, 6, orientation)


@pytest.mark.parametrize("orientation", [0, 9, 300])
def test_an_orientation_that_does_not_exist_is_upright(orientation):
    assert facts(turned(orientation)) == Facts("JPEG", 6, 4, 1)


@pytest.mark.parametrize("data", [None, b"", b"text", b"<svg xmlns='x'/>", b"%PDF-1.7", b"II*\x00\x08\x00\x00\x00"])
def test_other_files_are_no_pictures(data):
    assert facts(data) is None


def test_a_tiff_is_none_of_ours():
    assert facts(saved("TIFF")) is None


def test_a_bomb_is_refused_by_its_head(monkeypatch):
    monkeypatch.setattr(pictures, "PIXELS", 23)
    assert facts(saved("PNG")) is None


def test_a_bomb_of_a_billion_pixels_is_refused():
    assert facts(saved("PNG")[:16] + (50_000).to_bytes(4, "big") * 2 + saved("PNG")[24:]) is None


def test_every_turn_keeps_the_unit_square():
    for a, b, c, d, e, f in pictures.TURNED.values():
        corners = {(a * x + c * y + e, b * x + d * y + f) for x in (0, 1) for y in (0, 1)}
        assert corners == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_no_two_turns_are_the_same():
    assert len(set(pictures.TURNED.values())) == 7

"""What the head of a picture says, and what is refused because of it."""

import sys
from io import BytesIO

import pytest
from PIL import Image as Pillow

from bombs import bombs, encoded
from desktop.storage.picturehead import FORMATS, ORIENTATION, Head, PictureError, fault, head, opened

BOMBS = bombs()


def saved(form, size=(6, 4), **options):
    out = BytesIO()
    Pillow.new("RGB", size).save(out, form, **options)
    return out.getvalue()


def turned(orientation, form="JPEG"):
    exif = Pillow.Exif()
    exif[ORIENTATION] = orientation
    return saved(form, exif=exif)


@pytest.mark.parametrize("form", FORMATS)
def test_format_and_size_are_told(form):
    assert head(saved(form)) == Head(form, 6, 4)


@pytest.mark.parametrize("orientation", range(1, 5))
def test_a_flipped_picture_keeps_its_sides(orientation):
    assert head(turned(orientation)) == Head("JPEG", 6, 4, orientation)


@pytest.mark.parametrize("orientation", range(5, 9))
def test_a_turned_picture_changes_them(orientation):
    assert head(turned(orientation)) == Head("JPEG", 4, 6, orientation)


@pytest.mark.parametrize("orientation", [0, 9, 300])
def test_an_orientation_that_does_not_exist_is_upright(orientation):
    assert head(turned(orientation)) == Head("JPEG", 6, 4)


def test_only_photos_are_turned():
    assert head(turned(6, "PNG")) == Head("PNG", 6, 4)


@pytest.mark.parametrize("name", BOMBS)
def test_a_head_never_says_more_is_wrong_than_there_is(name):
    data, code = BOMBS[name]
    assert fault(data) in ("", code)


@pytest.mark.parametrize("name", [name for name, (_, code) in BOMBS.items() if code in ("pixels", "bytes", "format")])
def test_what_is_too_much_is_refused_by_its_head(name):
    data, code = BOMBS[name]
    with pytest.raises(PictureError) as refused:
        head(data)
    assert refused.value.code == code


@pytest.mark.parametrize("name", BOMBS)
def test_all_of_it_is_looked_at_where_that_is_asked_for(name):
    data, code = BOMBS[name]
    assert fault(data, whole=True) == code


def test_what_is_missing_is_said():
    assert fault(None) == "missing"


def test_a_fault_is_a_sentence():
    with pytest.raises(PictureError) as refused:
        head(b"words")
    assert str(refused.value) == "This is no picture that can be used; use PNG, JPEG, WebP or GIF."


def test_postscript_is_not_run(monkeypatch):
    programs = []
    sys.addaudithook(lambda event, arguments: programs.append(arguments) if event == "subprocess.Popen" else None)
    assert fault(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n") == "format"
    assert programs == []


def test_a_fault_while_somebody_looks_at_it_is_damage():
    with pytest.raises(PictureError, match="damaged"), opened(encoded("PNG")[:-40]) as picture:
        picture.load()

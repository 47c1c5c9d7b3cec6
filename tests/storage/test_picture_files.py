"""Pictures from outside: what is taken, how it is stored, and what is refused in one sentence."""

import os
import random
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bombs import bombs, real_png
from desktop.storage.assets import is_sound
from desktop.storage.errors import StorageError
from desktop.storage.picturehead import MOST_BYTES, Head, PictureError, head
from desktop.storage.pictures import LONGEST, manageable, picture, read_picture

BOMBS = bombs()


def photo(width=300, height=200, mode="RGB"):
    """Soft shapes of many colours."""
    noise = random.Random(width).randbytes(12 * 8 * len(mode))
    return Image.frombytes(mode, (12, 8), noise).resize((width, height), Image.Resampling.BICUBIC)


def encoded(image, form, **options):
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def decoded(asset):
    return Image.open(BytesIO(asset.content()))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_photos_are_stored_as_jpeg(form):
    key, asset = picture(encoded(photo(), form))
    assert asset.type == "image/jpeg"
    assert (asset.width, asset.height) == decoded(asset).size == (300, 200)
    assert is_sound(key, asset)


@pytest.mark.parametrize("form", ["PNG", "GIF"])
def test_drawings_stay_exact(form):
    drawing = Image.new("RGB", (40, 30), "#26356A")
    _, asset = picture(encoded(drawing, form))
    assert asset.type == "image/png"
    assert decoded(asset).convert("RGB").getpixel((5, 5)) == (0x26, 0x35, 0x6A)


def test_what_can_be_seen_through_stays_so():
    _, asset = picture(encoded(photo(mode="RGBA"), "PNG"))
    assert asset.type == "image/png"
    assert decoded(asset).mode == "RGBA"


def test_large_pictures_are_made_as_large_as_print_needs():
    _, asset = picture(encoded(Image.new("RGB", (6_000, 1_500), "red"), "PNG"))
    assert (asset.width, asset.height) == (LONGEST, LONGEST // 4)


def test_a_camera_held_upright_gives_an_upright_picture():
    exif = Image.Exif()
    exif[0x0112] = 6
    _, asset = picture(encoded(photo(), "JPEG", exif=exif))
    assert (asset.width, asset.height) == (200, 300)


def test_where_a_photo_was_taken_is_not_kept():
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera Maker"
    _, asset = picture(encoded(photo(), "JPEG", exif=exif))
    assert b"Secret" not in asset.content()


def test_the_same_picture_is_the_same_asset():
    data = encoded(photo(), "JPEG")
    assert picture(data)[0] == picture(data)[0]


@pytest.mark.parametrize("data", [b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.4"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(PictureError, match="no picture"):
        picture(data)


def test_a_damaged_picture_is_refused():
    data = encoded(photo(), "PNG")
    with pytest.raises(PictureError, match="damaged"):
        picture(data[: len(data) // 2])


def test_a_bomb_is_refused_before_it_is_decoded():
    bomb = encoded(Image.new("1", (11_000, 11_000)), "PNG")
    assert len(bomb) < 100_000
    with pytest.raises(PictureError, match="pixels"):
        picture(bomb)


@pytest.mark.parametrize("name", BOMBS)
def test_every_bomb_is_a_picture_or_a_sentence(name):
    data, code = BOMBS[name]
    if not code:
        assert max(decoded(picture(data)[1]).size) <= LONGEST
        return
    with pytest.raises(PictureError) as refused:
        picture(data)
    assert refused.value.code == code


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_what_is_made_much_smaller_looks_the_same(mode):
    """Halves of a large picture, bright and dark, in every mode."""
    large = Image.new("L", (LONGEST * 3 + 50, 400))
    large.paste(255, (0, 0, LONGEST, 400))
    small = decoded(picture(encoded(large.convert(mode), "PNG"))[1]).convert("L")
    assert small.size == (LONGEST, round(400 * LONGEST / large.width))
    assert (small.getpixel((20, 20)), small.getpixel((LONGEST - 20, 20))) == (255, 0)


def test_a_picture_with_a_few_clear_pixels_stays_so_when_it_is_made_smaller():
    clear = Image.new("RGBA", (LONGEST * 2, 300), (255, 0, 0, 255))
    clear.paste((0, 0, 0, 0), (0, 0, LONGEST, 300))
    small = decoded(picture(encoded(clear, "PNG"))[1])
    assert [small.getpixel((x, 40))[3] for x in (20, LONGEST - 20)] == [0, 255]


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_painters_need_to_know_two_formats_only(form):
    assert head(manageable(encoded(photo(), form))).format in ("JPEG", "PNG")


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_small_pictures_are_painted_as_they_are(form):
    data = encoded(photo(), form)
    assert manageable(data) is data


def test_large_pictures_are_painted_smaller():
    assert head(manageable(real_png(6_000, 3_000))) == Head("PNG", LONGEST, LONGEST // 2)


@pytest.mark.parametrize("data", [None, b"", b"words"])
def test_what_is_none_is_not_manageable(data):
    with pytest.raises(PictureError):
        manageable(data)


def test_errors_name_the_file(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("no picture")
    with pytest.raises(StorageError) as refused:
        read_picture(path)
    assert "notes.txt" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_folders_pipes_and_missing_files_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("", "pipe", "gone.png"):
        with pytest.raises(StorageError, match="choose another picture"):
            read_picture(tmp_path / name)


def test_a_file_of_more_than_25_mb_is_not_read(tmp_path):
    path = tmp_path / "photo.png"
    path.touch()
    os.truncate(path, MOST_BYTES + 1)
    with pytest.raises(PictureError, match="larger than 25 MB"):
        read_picture(path)


def test_a_file_is_read(tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(encoded(Image.new("RGB", (20, 10)), "PNG"))
    assert read_picture(path)[1].width == 20


@given(st.binary(max_size=300), st.integers(0, 400))
def test_any_bytes_give_a_picture_or_a_sentence(noise, at):
    good = encoded(Image.new("RGB", (20, 10), "blue"), "PNG")
    with suppress(PictureError):
        assert picture(good[:at] + noise + good[at:])[1].width >= 1

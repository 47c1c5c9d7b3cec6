"""Pictures are known by what they hold."""

import hashlib

import pytest
from projects import ASSET, KEY, PIXEL
from pydantic import ValidationError

from desktop.storage.assets import Asset, FontAsset, asset, bytes_of, font_asset, is_sound, key_of


def test_the_key_is_the_sha_256_of_the_bytes():
    assert hashlib.sha256(PIXEL).hexdigest() == KEY == key_of(PIXEL)


def test_the_bytes_come_back():
    assert ASSET.content() == PIXEL
    assert is_sound(KEY, ASSET)


@pytest.mark.parametrize("data", ["", "AAAA", "not base64", "AAA", "AA==AA"])
def test_other_bytes_are_not_sound(data):
    assert not is_sound(KEY, ASSET.model_copy(update={"data": data}))


@pytest.mark.parametrize("kind", ["image/jpeg", "image/webp", "image/gif"])
def test_these_types_are_pictures(kind):
    assert asset(PIXEL, kind, 1, 1)[1].type == kind


@pytest.mark.parametrize("kind", ["image/svg+xml", "text/html", "image/png; x", ""])
def test_other_types_are_not(kind):
    with pytest.raises(ValidationError):
        asset(PIXEL, kind, 1, 1)


@pytest.mark.parametrize(("width", "height"), [(0, 1), (1, -1), (100_001, 1)])
def test_sizes_are_bounded(width, height):
    with pytest.raises(ValidationError):
        Asset(type="image/png", width=width, height=height, data="")


def test_a_missing_picture_has_no_bytes_and_a_damaged_one_none_left():
    held = {KEY: asset(PIXEL, "image/png", 1, 1)[1], "damaged": Asset(type="image/png", width=1, height=1, data="?")}
    content = bytes_of(held)
    assert [content(key) for key in (KEY, "damaged", "gone")] == [PIXEL, b"", None]
    held["later"] = held[KEY]
    assert content("later") == b""  # not the bytes that its key stands for
    held[key_of(b"later")] = asset(b"later", "image/png", 1, 1)[1]
    assert content(key_of(b"later")) == b"later"


@pytest.mark.parametrize(("start", "kind"), [(b"\0\1\0\0", "font/ttf"), (b"true", "font/ttf"), (b"OTTO", "font/otf")])
def test_a_font_says_which_kind_it_is(start, kind):
    key, font = font_asset(start + b"rest")
    assert (key, font.type, font.content()) == (key_of(start + b"rest"), kind, start + b"rest")
    assert is_sound(key, font)


@pytest.mark.parametrize("kind", ["image/png", "font/woff2", "font/collection", "application/x-font", ""])
def test_other_types_are_no_fonts(kind):
    with pytest.raises(ValidationError):
        FontAsset(type=kind, data="")

"""Pictures decoded for the screen."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageReader

from bombs import moving, real_png
from desktop.canvas import pictures
from desktop.canvas.pictures import LONGEST, MOST_DECODED, Pictures, decode, limit_decoding, source_rect
from desktop.storage.picturehead import PictureError


def encoded(width=40, height=20, form="PNG"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#CF3F66"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(data.data())


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_is_decoded(form):
    image = decode(encoded(form=form))
    assert (image.width(), image.height()) == (40, 20)


def test_a_large_picture_is_decoded_smaller():
    image = decode(encoded(LONGEST * 2, 100))
    assert (image.width(), image.height()) == (LONGEST, 50)


@pytest.mark.parametrize(
    "data", [None, b"", b"nonsense", b"\x89PNG\r\n\x1a\n", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(PictureError):
        decode(data)


def test_qt_is_limited_too():
    before = QImageReader.allocationLimit()
    try:
        limit_decoding()
        assert QImageReader.allocationLimit() == MOST_DECODED == 64
        large = decode(encoded(4_100, 4_100))
        assert (large.width(), large.height()) == (LONGEST, LONGEST)
    finally:
        QImageReader.setAllocationLimit(before)


def test_only_the_first_of_moving_pictures_is_shown():
    for form in ("GIF", "WEBP", "PNG"):
        shown = decode(moving(form)).pixelColor(5, 5)
        assert (shown.red() > 200, shown.green() < 60) == (True, True)


def test_the_reason_is_told():
    shown = Pictures({"a": b"nonsense", "b": real_png(8_000, 8_000)}.get)
    assert [(shown.image(key).isNull(), shown.fault(key)) for key in "abc"] == [
        (True, "format"),
        (True, "pixels"),
        (True, "missing"),
    ]


def test_a_picture_is_decoded_once():
    asked = []
    shown = Pictures(lambda asset: asked.append(asset) or encoded())
    assert shown.image("a") is shown.image("a")
    assert asked == ["a"]


def test_a_missing_picture_may_come_yet():
    there = {}
    shown = Pictures(there.get)
    assert shown.image("a").isNull()
    there["a"] = encoded()
    assert not shown.image("a").isNull()


def test_a_damaged_picture_is_decoded_once():
    asked = []
    shown = Pictures(lambda asset: asked.append(asset) or b"nonsense")
    assert shown.image("a").isNull()
    assert shown.image("a").isNull()
    assert asked == ["a"]


def test_the_least_recently_seen_are_forgotten(monkeypatch):
    monkeypatch.setattr(pictures, "MEMORY", 3 * 40 * 20 * 4)
    asked = []
    shown = Pictures(lambda asset: asked.append(asset) or encoded())
    for asset in "abcad":
        shown.image(asset)
    shown.image("a")
    shown.image("b")
    assert asked == ["a", "b", "c", "d", "b"]


def test_a_crop_is_a_share_of_the_picture():
    assert source_rect(decode(encoded()), (0.25, 0.5, 0.75, 1.0)) == QRectF(10, 10, 20, 10)

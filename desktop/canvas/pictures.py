"""Pictures for the screen: decoded when first seen, no larger than a screen needs, forgotten when long unseen."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.drawing.shapes import AssetBytes

FORMATS = (b"png", b"jpeg", b"webp", b"gif", b"bmp")
LONGEST = 2048
"""Longest side in px of a decoded picture."""

MEMORY = 64 * 2**20
"""How many bytes of decoded pictures are kept."""


class Pictures:
    """The decoded pictures of one project. Damaged ones are remembered as null images; missing ones may come yet."""

    def __init__(self, asset_bytes: AssetBytes) -> None:
        self._bytes = asset_bytes
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._size = 0

    def image(self, asset: str) -> QImage:
        """The picture, or a null image."""
        if asset in self._images:
            self._images.move_to_end(asset)
            return self._images[asset]
        data = self._bytes(asset)
        if data is None:
            return QImage()
        image = decode(data)
        self._images[asset] = image
        self._size += image.sizeInBytes()
        while self._size > MEMORY and len(self._images) > 1:
            self._size -= self._images.popitem(last=False)[1].sizeInBytes()
        return image


def decode(data: bytes) -> QImage:
    """A picture from a file's bytes, turned as its camera says; null when damaged or not one of FORMATS."""
    if not data:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if bytes(reader.format().data()) not in FORMATS:
        return QImage()
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def source_rect(image: QImage, crop: tuple[float, float, float, float]) -> QRectF:
    """The part of a picture that a crop shows, in its pixels."""
    left, top, right, bottom = crop
    width, height = image.width(), image.height()
    return QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)

"""Pictures for the screen: decoded when first seen, no larger than a screen needs, forgotten when long unseen."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.drawing.shapes import AssetBytes
from desktop.storage.picturehead import DAMAGED, MISSING, PictureError, head
from desktop.storage.pictures import manageable

LONGEST = 2048
"""Longest side in px of a decoded picture."""

MEMORY = 64 * 2**20
"""How many bytes of decoded pictures are kept."""

MOST_DECODED = 64
"""Megabytes that Qt may take for one picture, wherever it comes from."""


def limit_decoding() -> None:
    """From now on Qt decodes nothing that is larger, in this program."""
    QImageReader.setAllocationLimit(MOST_DECODED)


class Pictures:
    """The decoded pictures of one project. Faulty ones are remembered as null images; missing ones may come yet."""

    def __init__(self, asset_bytes: AssetBytes) -> None:
        self._bytes = asset_bytes
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._faults: dict[str, str] = {}
        self._size = 0

    def image(self, asset: str) -> QImage:
        """The picture, or a null image."""
        if asset in self._images:
            self._images.move_to_end(asset)
            return self._images[asset]
        data = self._bytes(asset)
        if data is None:
            return QImage()
        try:
            image = decode(data)
        except PictureError as error:
            image, self._faults[asset] = QImage(), error.code
        self._images[asset] = image
        self._size += image.sizeInBytes()
        while self._size > MEMORY and len(self._images) > 1:
            self._size -= self._images.popitem(last=False)[1].sizeInBytes()
        return image

    def fault(self, asset: str) -> str:
        """Why its image is null: the code of a PictureError."""
        return self._faults.get(asset, MISSING)


def decode(data: bytes | None) -> QImage:
    """A picture from a file's bytes, turned as its camera says; of moving ones the first frame. Raises PictureError."""
    data = manageable(data)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(head(data).format.lower().encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PictureError(DAMAGED)
    return image


def source_rect(image: QImage, crop: tuple[float, float, float, float]) -> QRectF:
    """The part of a picture that a crop shows, in its pixels."""
    left, top, right, bottom = crop
    width, height = image.width(), image.height()
    return QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)

"""Pixels as objects of a PDF: JPEG as it is, all else packed as PNG packs it."""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image as Pillow
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

QUALITY = 88
"""Of JPEG, where edges of letters in screenshots still look clean."""

SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}

GREY, COLOURS, INDEXED = 0, 2, 3
"""The kinds of PNG that PDF reads as they are: those that nothing is seen through."""

CHANNELS = {GREY: 1, COLOURS: 3, INDEXED: 1}


class Pixels(NamedTuple):
    """A picture as an object of its own, and the mask through which it is seen, if it has one."""

    picture: PDFStream
    mask: PDFStream | None = None


def jpeg(data: bytes, width: int, height: int, mode: str) -> Pixels:
    """A JPEG file as it is; mode: L or RGB."""
    return Pixels(_stream(data, "DCTDecode", (width, height), PDFName(SPACES[mode])))


def photograph(picture: Pillow.Image) -> Pixels:
    """A picture without sharp edges, in the mode L or RGB."""
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return jpeg(out.getvalue(), *picture.size, picture.mode)


def drawn(picture: Pillow.Image) -> Pixels:
    """Every pixel as it is, in the mode L, RGB, LA or RGBA."""
    if picture.mode not in {"LA", "RGBA"}:
        return Pixels(_packed(picture))
    *colours, alpha = picture.split()
    bare = Pillow.merge("RGB", colours) if len(colours) == 3 else colours[0]
    return Pixels(_packed(bare), _packed(alpha))


def packed_png(data: bytes) -> Pixels | None:
    """A PNG file's pixels as they lie in it; None for a kind that PDF cannot read."""
    chunks = list(_chunks(data))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if kind not in CHANNELS or depth > 8 or interlaced or any(name == b"tRNS" for name, _ in chunks):
        return None
    palette = next((content for name, content in chunks if name == b"PLTE"), b"")
    space = _indexed(palette) if kind == INDEXED else PDFName("DeviceGray" if kind == GREY else "DeviceRGB")
    content = b"".join(content for name, content in chunks if name == b"IDAT")
    stream = _stream(content, "FlateDecode", (width, height), space, depth)
    told = {"Predictor": 15, "Colors": CHANNELS[kind], "BitsPerComponent": depth, "Columns": width}
    stream.dictionary["DecodeParms"] = PDFDictionary(told)
    return Pixels(stream)


def _packed(picture: Pillow.Image) -> PDFStream:
    """A picture without a mask, in the mode L or RGB."""
    out = BytesIO()
    picture.save(out, "PNG")
    found = packed_png(out.getvalue())
    if found is None:
        raise ValueError(f"a picture of the mode {picture.mode} cannot be packed")
    return found.picture


def _indexed(palette: bytes) -> PDFArray:
    colours = f"<{palette.hex().upper()}>"
    return PDFArray([PDFName("Indexed"), PDFName("DeviceRGB"), len(palette) // 3 - 1, colours])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG file that has been decoded without a fault."""
    at = 8
    while at + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _stream(content: bytes, packing: str, size: tuple[int, int], space: Any, depth: int = 8) -> PDFStream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "BitsPerComponent": depth,
        "ColorSpace": space,
        "Filter": PDFName(packing),
    }
    return PDFStream(PDFDictionary(entries), content)

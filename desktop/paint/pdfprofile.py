"""The colour space of a file: sRGB as IEC 61966-2-1 defines it, written as a small ICC profile (version 4.2)."""

import hashlib
import struct
from functools import cache

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from desktop.paint.pdffile import PdfFile

NAME = "sRGB IEC61966-2.1"

WHITE = (0.9642, 1.0, 0.8249)
"""D50, to which all profiles are adapted."""

PRIMARIES = {
    b"rXYZ": (0.436065674, 0.222488403, 0.013916016),
    b"gXYZ": (0.385147095, 0.716873169, 0.097076416),
    b"bXYZ": (0.143066406, 0.060607910, 0.714096069),
}
"""Those of sRGB seen under D50."""

ADAPTED = (
    *(1.047882080, 0.022918701, -0.050216675),
    *(0.029586792, 0.990478516, -0.017059326),
    *(-0.009231567, 0.015075684, 0.751678467),
)
"""Bradford's matrix from D65, sRGB's own white, to D50."""

CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""(a x + b) to the power g from d up, and c x below: g, a, b, c, d."""


def output_intent(file: PdfFile) -> PDFDictionary:
    """What printers are told that our colours mean."""
    entries = {"N": 3, "Alternate": PDFName("DeviceRGB")}
    stream = PDFStream(PDFDictionary(entries), profile(), [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(NAME),
            "RegistryName": PDFString("http://www.color.org"),
            "Info": PDFString(NAME),
            "DestOutputProfile": file.refer(stream, "profile"),
        }
    )


@cache
def profile() -> bytes:
    """The profile's bytes."""
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(*ADAPTED),
        **{name: b"XYZ \0\0\0\0" + _fixed(*xyz) for name, xyz in PRIMARIES.items()},
    }
    curve = b"para\0\0\0\0\0\3\0\0" + _fixed(*CURVE)
    at = 128 + 4 + 12 * (len(tags) + 3)
    places, body = [], b""
    for name, content in tags.items():
        places.append(struct.pack(">4sII", name, at + len(body), len(content)))
        body += content + bytes(-len(content) % 4)
    places += [struct.pack(">4sII", name, at + len(body), len(curve)) for name in (b"rTRC", b"gTRC", b"bTRC")]
    whole = struct.pack(">I", len(places)) + b"".join(places) + body + curve
    return _head(128 + len(whole), bytes(16), whole) + whole


def _head(length: int, mark: bytes, whole: bytes) -> bytes:
    """The profile's first 128 bytes; its mark is the MD5 of itself with some fields, and the mark, left zero."""
    made = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4s8sI12s4s16s28x",
        *(length, b"", 0x04200000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp", b"", 0, b"", b""),
        *(b"", 0, _fixed(*WHITE), b"", mark),
    )
    if any(mark):
        return made
    return _head(length, hashlib.md5(made + whole, usedforsecurity=False).digest(), whole)


def _fixed(*values: float) -> bytes:
    """Numbers in 65,536ths."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(text: str) -> bytes:
    said = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(said), 28) + said

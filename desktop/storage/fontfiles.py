"""Fonts from outside become assets: sound, not too large, and such that their makers let documents carry them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from types import MappingProxyType

import uharfbuzz as hb

from desktop.storage.assets import FontAsset, font_asset
from desktop.storage.errors import ReadError, StorageError, TooLargeError
from desktop.storage.files import MEGABYTE, load
from desktop.typeset.entries import FontFile, described
from desktop.typeset.fontfile import KINDS, trouble

SUFFIXES = (".ttf", ".otf")
MOST_BYTES = 20 * MEGABYTE
"""Of one font file; one with all Chinese characters has 10 to 18 MB."""

MOST_TOGETHER = 36 * MEGABYTE
"""Of all fonts of a brand, so that its project is still opened without a question."""

MISSING, DAMAGED, FORMAT, BYTES, TOGETHER = "missing", "damaged", "format", "bytes", "together"
RESTRICTED, WHOLE, BITMAPS, FAMILIES = "restricted", "whole", "bitmaps", "families"

_SAID = MappingProxyType({
    MISSING: ("the font is missing", "choose it again"),
    DAMAGED: ("the font is damaged", "get the file once more from where it came from"),
    FORMAT: ("this is no font that can be used", "use TrueType or OpenType, a file that ends in .ttf or .otf"),
    BYTES: (f"the font is larger than {MOST_BYTES // MEGABYTE} MB", "choose one with fewer characters"),
    TOGETHER: (f"the fonts have more than {MOST_TOGETHER // MEGABYTE} MB together", "choose fewer of them"),
    FAMILIES: ("these fonts are of several families, “{}”", "choose the files of one"),
    RESTRICTED: ("its maker does not allow the font “{}” to be embedded in documents", "choose another font"),
    WHOLE: ("its maker allows the font “{}” to be embedded only whole, not in part", "choose another font"),
    BITMAPS: ("its maker allows only the bitmaps of the font “{}” to be embedded", "choose another font"),
})  # fmt: skip

_PERMISSION = Struct(">8xH")
_USAGE, _RESTRICTED, _PRINT, _NO_SUBSET, _ONLY_BITMAPS = 0x000E, 0x0002, 0x0004, 0x0100, 0x0200
"""Bits of fsType in the OS/2 table (OpenType 1.9). Where old files set several of usage, the mildest holds."""


class FontError(StorageError):
    """A font that cannot be used; nothing has changed. code: as in this module, such as `RESTRICTED`."""

    def __init__(self, code: str, path: Path | None = None, family: str = "") -> None:
        reason, remedy = _SAID[code]
        super().__init__(reason.format(family), path=path, remedy=remedy)
        self.code = code


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font file that may be used: its key and asset, the name of its family, and the weights and slopes in it.

    looks: as (weight, italic), 400 being regular. printing_only: its maker lets documents with it be looked at and
    printed, but not be worked on by others.
    """

    key: str
    asset: FontAsset
    family: str
    looks: tuple[tuple[int, bool], ...]
    printing_only: bool = False


def read_font(path: Path) -> Typeface:
    """A font file. Raises StorageError."""
    try:
        data = load(path, MOST_BYTES)
    except TooLargeError as error:
        raise FontError(BYTES, path) from error
    except ReadError as error:
        error.remedy = "choose another font"
        raise
    return typeface(data, path)


def typeface(data: bytes, path: Path | None = None) -> Typeface:
    """The font in these bytes; `path` is only named in errors. Raises FontError."""
    if len(data) > MOST_BYTES:
        raise FontError(BYTES, path)
    if data[:4] not in KINDS:
        raise FontError(FORMAT, path)
    if trouble(data):
        raise FontError(DAMAGED, path)
    name = path.stem if path else ""
    looks = described(FontFile(name, data), "")
    family = _clean(looks[0].family) or name
    permission = _permission(data)
    if refused := _refused(permission):
        raise FontError(refused, path, family)
    key, asset = font_asset(data)
    printing_only = permission & _USAGE & ~_RESTRICTED == _PRINT
    return Typeface(key, asset, family, tuple((look.weight, look.italic) for look in looks), printing_only)


def check_together(contents: Iterable[bytes]) -> None:
    """Raises FontError where all fonts of a brand together are too large."""
    if sum(map(len, contents)) > MOST_TOGETHER:
        raise FontError(TOGETHER)


def _permission(data: bytes) -> int:
    """fsType; a font without an OS/2 table says nothing against anything."""
    table = hb.Face(hb.Blob(data)).reference_table("OS/2").data or b""
    permission: int = _PERMISSION.unpack_from(table)[0] if len(table) >= _PERMISSION.size else 0
    return permission


def _refused(permission: int) -> str:
    if permission & _USAGE == _RESTRICTED:
        return RESTRICTED
    if permission & _ONLY_BITMAPS:
        return BITMAPS
    return WHOLE if permission & _NO_SUBSET else ""


def _clean(name: str) -> str:
    """A name as one line of words."""
    return " ".join("".join(char if char.isprintable() else " " for char in name).split())[:200]

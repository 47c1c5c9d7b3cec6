"""What is known of a font before its letters are looked at: those of the catalogue, and those that somebody brings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Any

import uharfbuzz as hb

FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
WEIGHTS = (400.0, 600.0, 700.0)
"""Where a font whose weight can be chosen is cut: regular, semibold, bold."""

_WEIGHT_AND_SELECTION = Struct(">4xH56xH")
_ITALIC = 1
_REGION = re.compile(r"\b(JP|KR|SC|TC|HK)\b")

Axes = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class FontEntry:
    """One font of the catalogue; `family` is its public name, `private` the name inside the file.

    `index`: which font of a collection; `axes`: where a variable font is cut, as ("wght", 600.0). `apart`: Latin
    alphabets, the blank among each, in which no glyph depends on what is beyond a blank; `inside`: signs of which that
    is true where they have no blank beside them.
    """

    key: str
    file: str
    family: str
    private: str
    weight: int = 400
    italic: bool = False
    emoji: bool = False
    index: int = 0
    axes: Axes = ()
    apart: tuple[str, ...] = ()
    inside: str = ""

    @property
    def region(self) -> str:
        """Whose way of writing Chinese characters it has: "JP", "KR", "SC", "TC" or "HK", "" for no telling."""
        found = _REGION.search(self.private)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font as somebody hands it over: the name of its file and what is in it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class BrandFonts:
    """A client's fonts: the cuts of the typeface for text, and of the one for titles; an empty one is ours."""

    text: tuple[FontFile, ...] = ()
    title: tuple[FontFile, ...] = ()


def catalogued(catalogue: Mapping[str, Any]) -> list[FontEntry]:
    """The fonts of a catalogue in its order."""
    return [
        FontEntry(
            family=family["name"],
            private=family["private"],
            emoji=family.get("emoji", False),
            apart=tuple(family.get("apart", ())),
            inside=family.get("inside", ""),
            **{**font, "axes": tuple(font.get("axes", {}).items())},
        )
        for family in catalogue["families"]
        for font in family["fonts"]
    ]


def described(file: FontFile, key: str) -> tuple[FontEntry, ...]:
    """The fonts in a file that is sound, with keys that begin like this; a variable one counts once for each weight."""
    blob = hb.Blob(file.data)
    faces = [hb.Face(blob, index) for index in range(hb.Face(blob).count)]
    found = [entry for face in faces for entry in _cuts(face, file.name)]
    return tuple(FontEntry(f"{key}-{number}", *rest) for number, rest in enumerate(found, 1))


def _cuts(face: hb.Face, file: str) -> Iterator[Sequence[Any]]:
    """All parts of an entry but the key."""
    family = face.get_name(TYPOGRAPHIC_FAMILY) or face.get_name(FAMILY) or file
    weight, italic = _look(face)
    axis = next((axis for axis in face.axis_infos if axis.tag == "wght"), None)
    if axis is None:
        yield file, family, family, weight, italic, False, face.index, ()
        return
    for wanted in dict.fromkeys(min(max(each, axis.min_value), axis.max_value) for each in WEIGHTS):
        yield file, family, family, round(wanted), italic, False, face.index, (("wght", wanted),)


def _look(face: hb.Face) -> tuple[int, bool]:
    """Weight and slope as the file itself says."""
    table = face.reference_table("OS/2").data
    if not table or len(table) < _WEIGHT_AND_SELECTION.size:
        return 400, False
    weight, selection = _WEIGHT_AND_SELECTION.unpack_from(table)
    return weight, bool(selection & _ITALIC)

"""Subset fonts inside a PDF: Type 0, Identity-H, one code per glyph, text and room, so that copied text is exact."""

import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from desktop.paint.cff import Drawn, font_program
from desktop.typeset.fonts import outline_pen

DROPPED_TABLES = "GSUB GPOS GDEF STAT DSIG name OS/2 cmap post COLR CPAL SVG CBDT CBLC MATH BASE vhea vmtx VORG meta"

POSTSCRIPT = 6
"""The number of the PostScript name in a font file's table of names (OpenType 1.9)."""

NOT_IN_NAMES = re.compile(r"[^!-~]|[][(){}<>/%#+]")
LONGEST_NAME = 63

SPECIAL = frozenset(b"()\\\r\n")
"""Bytes that would have to be escaped inside ( ); no code holds them."""


class SubsetFont:
    """Gives out codes while the page is written, and ends as a font that holds only the glyphs in use."""

    def __init__(self, key: str, data: bytes, number: int) -> None:
        self.key = key
        self.name = f"F{number}"
        self._face = hb.Face(data)
        self._font = hb.Font(self._face)
        self.coloured = "COLR" in self._face.table_tags
        """Whether it has colour glyphs."""

        self._codes: dict[tuple[int, str, int | None], int] = {}
        self._free = (code for code in range(1, 0x10000) if code & 0xFF not in SPECIAL and code >> 8 not in SPECIAL)
        self._widths: dict[int, int] = {}

    def code(self, glyph: int, text: str, room: int | None = None) -> int:
        """The code of a glyph that stands for `text` ("" for no text of its own); 0 is never given.

        `room`: how far it moves the pen, in 1/1000 em, where that is not the glyph's own advance.
        """
        code = self._codes.get((glyph, text, room))
        if code is None:
            code = self._codes[glyph, text, room] = next(self._free)
        return code

    def letter(self, glyph: int, text: str, room: int | None = None) -> str:
        """The same code as the two characters that stand for it inside ( )."""
        code = self.code(glyph, text, room)
        return chr(code >> 8) + chr(code & 0xFF)

    def width(self, glyph: int) -> int:
        """The advance in whole 1/1000 em: readers cut fractions off, so the text writer makes up for the rest."""
        width = self._widths.get(glyph)
        if width is None:
            width = round(self._font.get_glyph_h_advance(glyph) * self._scale)
            self._widths[glyph] = width
        return width

    @cached_property
    def space(self) -> int:
        """The glyph of a blank."""
        return self.glyph(" ")

    def glyph(self, character: str) -> int:
        """The glyph of a character on its own, 0 where there is none."""
        return self._font.get_nominal_glyph(ord(character)) or 0

    def register(self, document: Any) -> None:
        """Adds the font's objects to a document, to be called once all codes are given out."""
        file, places = self._file(document)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType0" if self._postscript else "CIDFontType2"),
                "BaseFont": PDFName(self._base_name),
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(self._descriptor(file), f"{self.name}.descriptor"),
                "DW": 1000,
                "W": PDFArray([0, PDFArray(self._rooms())]),
                **places,
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(self._base_name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant, f"{self.name}.descendant")]),
                "ToUnicode": self._stream(document, "unicode", self._to_unicode()),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, self.name)

    @property
    def _scale(self) -> float:
        return float(1000 / self._face.upem)

    @cached_property
    def _postscript(self) -> bool:
        return not {"CFF ", "CFF2"}.isdisjoint(self._face.table_tags)

    @cached_property
    def _glyphs(self) -> list[int]:
        """The glyph of each code from 0 up, .notdef (0) for codes not in use."""
        glyphs = [0] * (max(self._codes.values(), default=0) + 1)
        for (glyph, _, _), code in self._codes.items():
            glyphs[code] = glyph
        return glyphs

    def _rooms(self) -> list[int]:
        """How far each code from 0 up moves the pen."""
        rooms = [self.width(0)] * len(self._glyphs)
        for (glyph, _, room), code in self._codes.items():
            rooms[code] = self.width(glyph) if room is None else room
        return rooms

    @cached_property
    def _base_name(self) -> str:
        """The font's own name behind six letters that tell one subset from another (ISO 32000-1, 9.6.4)."""
        digest = hashlib.sha256(repr((self.key, list(self._codes))).encode()).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6]) + f"+{self._own_name}"

    @property
    def _own_name(self) -> str:
        """The PostScript name in the font file, of letters that every reader takes; our key where there is none."""
        for name in (self._face.get_name(POSTSCRIPT) or "", self.key):
            plain = NOT_IN_NAMES.sub("", name)
            if plain:
                return plain[:LONGEST_NAME]
        return self.name

    def _file(self, document: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the descriptor says of the font file, and what the font says of the places of its glyphs."""
        if self._postscript:
            program = font_program(self._base_name, list(self._drawn()))
            kind = PDFName("CIDFontType0C")
            return {"FontFile3": self._stream(document, "file", program, Subtype=kind)}, {}
        subset, places = self._subset()
        file = self._stream(document, "file", subset, Length1=len(subset))
        return {"FontFile2": file}, {"CIDToGIDMap": self._stream(document, "glyphs", places)}

    def _drawn(self) -> Iterator[Drawn]:
        """The glyph of each code in use, and before them that of code 0."""
        rooms, scale = self._rooms(), self._scale
        for code in (0, *sorted(self._codes.values())):
            commands: list[tuple[str | float, ...]] = []
            self._font.draw_glyph(self._glyphs[code], outline_pen(), commands)
            outline = [(kind, *(float(place) * scale for place in places)) for kind, *places in commands]
            yield Drawn(code, rooms[code], outline)

    def _subset(self) -> tuple[bytes, bytes]:
        """The font file with the glyphs in use, and the map from code to glyph, two bytes each from code 0."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(self._glyphs)
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in DROPPED_TABLES.split())
        plan = hb.SubsetPlan(self._face, wanted)
        subset = bytes(plan.execute().blob.data)
        new = plan.old_to_new_glyph_mapping
        return subset, b"".join(new[glyph].to_bytes(2, "big") for glyph in self._glyphs)

    def _descriptor(self, file: dict[str, Any]) -> PDFDictionary:
        extents = self._font.get_font_extents("ltr")
        cap_height = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(self._base_name),
                "Flags": 4,
                "FontBBox": PDFArray([-1000, round(extents.descender * self._scale), 3000, 1200]),
                "ItalicAngle": 0,
                "Ascent": round(extents.ascender * self._scale),
                "Descent": round(extents.descender * self._scale),
                "CapHeight": round(cap_height * self._scale),
                "StemV": 80,
                **file,
            }
        )

    def _stream(self, document: Any, part: str, content: bytes, **entries: object) -> Any:
        stream = PDFStream(PDFDictionary(dict(entries)), content, [PDFZCompress])
        return document.Reference(stream, f"{self.name}.{part}")

    def _to_unicode(self) -> bytes:
        pairs = [(code, text) for (_, text, _), code in self._codes.items() if text]
        return "\n".join(["/CIDInit /ProcSet findresource begin 12 dict begin begincmap", *_cmap_lines(pairs)]).encode()


def _cmap_lines(pairs: list[tuple[int, str]]) -> Iterator[str]:
    yield "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def"
    yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    for start in range(0, len(pairs), 100):  # the format's limit for one block
        block = pairs[start : start + 100]
        yield f"{len(block)} beginbfchar"
        yield from (f"<{code:04X}> <{utf16(text)}>" for code, text in block)
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"


def utf16(text: str) -> str:
    """Hexadecimal digits of big-endian UTF-16; lone surrogates become U+FFFD."""
    return text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace").encode("utf-16-be").hex().upper()

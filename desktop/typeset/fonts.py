"""The fonts: a catalogue of families in order of fallback, each font read when it is first needed."""

import re
import struct
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, partial
from math import ceil
from typing import Any

import uharfbuzz as hb

from desktop.typeset.entries import BrandFonts, FontEntry, FontFile, catalogued, described
from desktop.typeset.fontcuts import alone
from desktop.typeset.lines import UNITS, FontMetrics

Loader = Callable[[str], bytes]
"""Gives the content of a font file named in the catalogue."""

Command = tuple[str | float, ...]
Outline = tuple[Command, ...]

FOREGROUND = 0xFFFF
DISPLAY = "display"
"""The face of titles and stages: bold, unless a brand has a typeface for it."""

BRANDED = ("text", "title")
_BOX = 38
"""Where in the table head the lowest place of all glyphs stands, and two fields further the highest."""

_ASCENT, _DESCENT = hb.OTMetricsTag.HORIZONTAL_ASCENDER, hb.OTMetricsTag.HORIZONTAL_DESCENDER
_CAPITAL, _SMALL = hb.OTMetricsTag.CAP_HEIGHT, hb.OTMetricsTag.X_HEIGHT


class Font:
    """A font at a scale of UNITS per em, read and opened when first used."""

    def __init__(self, entry: FontEntry, load: Loader) -> None:
        self.key = entry.key
        self.emoji = entry.emoji
        self._entry = entry
        self._read = partial(load, entry.file)
        self._apart = [_words_of(letters, entry.inside) for letters in entry.apart]
        self.outline = cache(self._outline)
        self.layers = cache(self._layers)
        self.overhang = cache(self._overhang)

    @cached_property
    def data(self) -> bytes:
        """One font of one look, whatever the file holds besides."""
        source = self._read()
        return alone(source, self._entry.index, self._entry.axes)

    @cached_property
    def face(self) -> hb.Face:
        return hb.Face(hb.Blob(self.data))

    @property
    def opened(self) -> bool:
        """Whether anything was set in it."""
        return "shaper" in self.__dict__

    @cached_property
    def shaper(self) -> hb.Font:
        shaper: hb.Font = hb.Font(self.face)
        shaper.scale = (UNITS, UNITS)
        return shaper

    @cached_property
    def covers(self) -> frozenset[str]:
        """The characters that the font has glyphs for; a large file is not cut to find out."""
        return frozenset(map(chr, hb.Face(hb.Blob(self._read()), self._entry.index).unicodes))

    def has_words_apart(self, text: str) -> bool:
        """Whether the words of a text, all of it Latin, have the same glyphs wherever they stand."""
        return any(words.fullmatch(text) for words in self._apart)

    @cached_property
    def metrics(self) -> FontMetrics:
        measure = self.shaper.get_metric_position_with_fallback
        return FontMetrics(measure(_ASCENT), measure(_DESCENT), measure(_CAPITAL), measure(_SMALL))

    @cached_property
    def reach(self) -> tuple[int, int]:
        """How far above and below the baseline ink may be, in units: by the box around all glyphs (OpenType 1.9, head)
        and by the metrics of a line, whichever is further."""
        lowest, highest = struct.unpack_from(">h2xh", self.face.reference_table("head").data, _BOX)
        per_em = UNITS / self.face.upem
        return max(self.metrics.ascent, ceil(highest * per_em)), max(-self.metrics.descent, ceil(-lowest * per_em))

    @cached_property
    def _palette(self) -> tuple[str, ...]:
        """The colours of the first palette, by the CPAL table (OpenType 1.9): header, then blue, green, red, alpha."""
        table = self.face.reference_table("CPAL").data
        if not table:
            return ()
        entries, _, _, start, first = struct.unpack_from(">HHHIH", table, 2)
        colours = struct.iter_unpack("4B", table[start + 4 * first : start + 4 * (first + entries)])
        return tuple(f"#{red:02X}{green:02X}{blue:02X}" for blue, green, red, _ in colours)

    def _overhang(self, glyph: int) -> int:
        """By how much the glyph's ink reaches beyond its advance on the right, in units; 0 for marks."""
        extents = self.shaper.get_glyph_extents(glyph)
        reach: int = extents.x_bearing + extents.width if extents else 0
        advance: int = self.shaper.get_glyph_h_advance(glyph)
        return max(0, reach - advance) if advance else 0

    def _layers(self, glyph: int) -> tuple[tuple[int, str], ...]:
        layers = self.face.get_glyph_color_layers(glyph)
        return tuple((layer.glyph, self._colour(layer.color_index)) for layer in layers)

    def _colour(self, index: int) -> str:
        return "" if index == FOREGROUND else self._palette[index]

    def _outline(self, glyph: int) -> Outline:
        commands: list[Command] = []
        self.shaper.draw_glyph(glyph, outline_pen(), commands)
        return tuple(commands)


def _words_of(letters: str, inside: str) -> re.Pattern[str]:
    """Texts of these letters, and of signs that stand inside words."""
    signs = f"|(?<=[^ ])[{re.escape(inside)}](?=[^ ])" if inside else ""
    return re.compile(f"(?:[{re.escape(letters)}]++{signs})*+")


@cache
def outline_pen() -> hb.DrawFuncs:
    """Draws into a list of commands; HarfBuzz turns quadratic curves into cubic ones when nobody takes them."""
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, out: out.append(("M", x, y)))
    pen.set_line_to_func(lambda x, y, out: out.append(("L", x, y)))
    pen.set_cubic_to_func(lambda x1, y1, x2, y2, x, y, out: out.append(("C", x1, y1, x2, y2, x, y)))
    pen.set_close_path_func(lambda out: out.append(("Z",)))
    return pen


class FontSet:
    """All fonts by their keys ("inter-regular", "emoji"); an unknown key or face is a KeyError.

    `more` are asked after all of the catalogue. A brand's text family comes before the catalogue's first, and before
    that, in the face "display", its family for titles. `region`: whose Chinese characters are taken where a text does
    not tell.
    """

    def __init__(
        self,
        catalogue: Mapping[str, Any],
        load: Loader,
        more: Sequence[FontEntry] = (),
        brand: BrandFonts | None = None,
        region: str = "",
    ) -> None:
        named = brand or BrandFonts()
        self._own = {f"{part}-{i}": each.data for part in BRANDED for i, each in enumerate(getattr(named, part))}
        self._text, self._title = (_described(part, getattr(named, part)) for part in BRANDED)
        self._common = [*catalogued(catalogue), *more]
        self.entries = {entry.key: entry for entry in (*self._text, *self._title, *self._common)}
        self.faces = {face: (look["weight"], look.get("italic", False)) for face, look in catalogue["faces"].items()}
        self.region = region
        self.regional = any(entry.region for entry in self.entries.values())
        self._load = cache(load)
        self.font = cache(self._font)
        self.chain = cache(self._chain)
        self.emoji_chain = cache(self._emoji_chain)

    def data(self, font: str) -> bytes:
        return self.font(font).data

    def units_per_em(self, font: str) -> int:
        """The units of the font file itself; outlines and glyph runs are always in 1/2048 em."""
        units: int = self.font(font).face.upem
        return units

    def family(self, font: str) -> str:
        """The name by which others know the typeface, to write into an SVG: "Inter"."""
        return self.entries[font].family

    def private_family(self, font: str) -> str:
        """The name inside the file, which no font installed on a computer has: "JW Inter"."""
        return self.entries[font].private

    def css(self, font: str) -> tuple[int, bool]:
        """Weight (400 is regular) and whether it is italic."""
        return self.entries[font].weight, self.entries[font].italic

    def layers(self, font: str, glyph: int) -> tuple[tuple[int, str], ...]:
        """Colour layers of an emoji, bottom first, as (glyph, "#RRGGBB"), "" being the text's colour; else empty."""
        return self.font(font).layers(glyph)

    def outline(self, font: str, glyph: int) -> Outline:
        """("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y) ("Z",) in 1/2048 em, y up; remembered."""
        return self.font(font).outline(glyph)

    def reach(self, font: str) -> tuple[int, int]:
        """How far above and below the baseline the font's ink may be, in units."""
        return self.font(font).reach

    def metrics(self, face: str) -> FontMetrics:
        return self.chain(face)[0].metrics

    def _font(self, key: str) -> Font:
        return Font(self.entries[key], self._content)

    def _content(self, file: str) -> bytes:
        return self._own.get(file) or self._load(file)

    def _chain(self, face: str, region: str = "") -> tuple[Font, ...]:
        """The fonts asked in turn for a character, the face's own first; of regional ones those of this region."""
        return tuple(self.font(entry.key) for entry in self._nearest(face, region or self.region))

    def _emoji_chain(self, face: str, region: str = "") -> tuple[Font, ...]:
        """The same fonts, those for emoji first."""
        nearest = self._nearest(face, region or self.region)
        return tuple(self.font(entry.key) for entry in sorted(nearest, key=lambda entry: not entry.emoji))

    def _nearest(self, face: str, region: str) -> list[FontEntry]:
        """Of each family, in order, the font nearest to a face: slope before weight, the lighter of two equals."""
        weight, italic = self.faces[face]
        families: dict[str, list[FontEntry]] = {}
        for entry in (*(self._title if face == DISPLAY else ()), *self._text, *self._common):
            families.setdefault(entry.private, []).append(entry)
        nearest = [
            min(fonts, key=lambda font: (font.italic != italic, abs(font.weight - weight), font.weight))
            for fonts in families.values()
        ]
        return sorted(nearest, key=lambda entry: bool(entry.region) and entry.region != region)


def _described(part: str, files: Sequence[FontFile]) -> list[FontEntry]:
    """A brand's fonts, by keys and names of files of their own."""
    named = (FontFile(f"{part}-{i}", each.data) for i, each in enumerate(files))
    return [entry for file in named for entry in described(file, f"brand-{file.name}")]

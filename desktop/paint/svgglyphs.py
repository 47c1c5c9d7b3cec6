"""Outlines of glyphs inside an SVG: each glyph once, however often it is used."""

from collections.abc import Iterator

from desktop.layout.colour import grey as shade
from desktop.paint.fonts import Fonts
from desktop.paint.svgshapes import path_data


class GlyphStore:
    """Hands out elements that show glyphs, and at the end the glyphs themselves.

    All lengths are in units of the typesetter, y upwards. A glyph takes the colour of what surrounds its use,
    except for the layers of a colour glyph that have their own; `grey`: without its hue.
    """

    def __init__(self, fonts: Fonts, *, grey: bool = False) -> None:
        self._fonts = fonts
        self._colour = shade if grey else str
        self._names: dict[tuple[str, int], str] = {}
        self._stored: list[str] = []

    def is_coloured(self, font: str, glyph: int) -> bool:
        return bool(self._fonts.layers(font, glyph))

    def use(self, font: str, glyph: int, x: int, y: int) -> str:
        """The glyph at this place; nothing for a blank one."""
        name = self._names.get((font, glyph))
        if name is None:
            name = self._names[font, glyph] = self._store(font, glyph)
        up = f' y="{y}"' if y else ""
        return f'<use xlink:href="#{name}" x="{x}"{up}/>' if name else ""

    def definitions(self) -> list[str]:
        return self._stored

    def _store(self, font: str, glyph: int) -> str:
        """The name of the glyph, "" when it has no ink. No figure is called like it, for those have hyphens."""
        inks = "".join(self._inks(font, glyph))
        if not inks:
            return ""
        name = f"g{len(self._stored) + 1}"
        self._stored.append(f'<g id="{name}">{inks}</g>')
        return name

    def _inks(self, font: str, glyph: int) -> Iterator[str]:
        for layer, colour in self._fonts.layers(font, glyph) or ((glyph, ""),):
            outline = path_data(self._fonts.outline(font, layer))
            fill = f' fill="{self._colour(colour)}"' if colour else ""
            if outline:
                yield f'<path d="{outline}"{fill}/>'

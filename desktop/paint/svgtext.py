"""Typeset lines as SVG: letters with the place of every cluster, or outlines of glyphs."""

from collections.abc import Iterator, Sequence
from html import escape

from desktop.drawing.shapes import Glyphs
from desktop.paint.clusters import Cluster, clusters
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number, numbers
from desktop.paint.svgshapes import path_data
from desktop.paint.writing import printable
from desktop.typeset.lines import UNITS, GlyphRun


class LetterWriter:
    """Writes text as text, so that it can be searched and edited; emoji as paths."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts

    def definitions(self) -> Sequence[str]:
        """Nothing is shared."""
        return ()

    def line(self, glyphs: Glyphs) -> str:
        """A text element for each font, then the colour glyphs."""
        return "".join(self._runs(glyphs))

    def _runs(self, glyphs: Glyphs) -> Iterator[str]:
        for run in glyphs.line.runs:
            found = [(cluster, self._coloured(run, cluster)) for cluster in clusters(run, glyphs.line)]
            letters = [cluster for cluster, coloured in found if not coloured]
            if letters:
                yield self._text(run, letters, glyphs)
            for cluster, coloured in found:
                if coloured:
                    yield _pictured(self._fonts, run, cluster, glyphs)

    def _coloured(self, run: GlyphRun, cluster: Cluster) -> bool:
        return any(self._fonts.layers(run.font, glyph) for glyph in run.glyphs[cluster.first : cluster.last])

    def _text(self, run: GlyphRun, letters: Sequence[Cluster], glyphs: Glyphs) -> str:
        weight, italic = self._fonts.css(run.font)
        family = self._fonts.family(run.font)
        look = "" if family == "Inter" else f' font-family="{escape(family)}"'
        look += f' font-weight="{weight}"' if weight != 400 else ""
        look += ' font-style="italic"' if italic else ""
        size = f'font-size="{number(glyphs.size, 3)}" fill="{glyphs.colour}"'
        return f'<text y="{number(glyphs.y)}" {size}{look}>{"".join(_spans(run, letters, glyphs))}</text>'


class OutlineWriter:
    """Writes glyphs as outlines, each drawn once; what they say stands beside them for those who cannot see."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._drawn: dict[tuple[str, int], str] = {}

    def definitions(self) -> Sequence[str]:
        """The outlines in use, in units of the typesetter, y upwards."""
        return [
            f'<path id="{name}" d="{path_data(self._fonts.outline(font, glyph))}"/>'
            for (font, glyph), name in self._drawn.items()
        ]

    def line(self, glyphs: Glyphs) -> str:
        unit = number(glyphs.size / UNITS, 6)
        place = f'transform="matrix({unit} 0 0 -{unit} {numbers(glyphs.x, glyphs.y)})"'
        said = escape(printable(glyphs.line.text))
        return f'<g aria-label="{said}" role="img" fill="{glyphs.colour}" {place}>{"".join(self._uses(glyphs))}</g>'

    def _uses(self, glyphs: Glyphs) -> Iterator[str]:
        for run in glyphs.line.runs:
            for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True):
                layers = self._fonts.layers(run.font, glyph) or ((glyph, ""),)
                up = f' y="{y}"' if y else ""
                for layer, colour in layers:
                    ink = f' fill="{colour}"' if colour else ""
                    yield f'<use href="#{self._name(run.font, layer)}" x="{x}"{up}{ink}/>'

    def _name(self, font: str, glyph: int) -> str:
        return self._drawn.setdefault((font, glyph), f"{font}-{glyph}")


def _spans(run: GlyphRun, letters: Sequence[Cluster], glyphs: Glyphs) -> Iterator[str]:
    """Letters of one character share a span with a list of places; longer clusters have one each."""
    unit = glyphs.size / UNITS
    places: list[str] = []
    text = ""
    for cluster in sorted(letters, key=lambda cluster: run.clusters[cluster.first]):
        x, said = number(glyphs.x + run.xs[cluster.first] * unit), printable(cluster.text, "\ufffd")
        if len(said) == 1 and said <= "\uffff":
            places.append(x)
            text += said
            continue
        yield _span(places, text)
        yield _span([x], said)
        places, text = [], ""
    yield _span(places, text)


def _span(places: Sequence[str], text: str) -> str:
    return f'<tspan x="{" ".join(places)}">{escape(text, quote=False)}</tspan>' if text else ""


def _pictured(fonts: Fonts, run: GlyphRun, cluster: Cluster, glyphs: Glyphs) -> str:
    """A cluster of colour glyphs as paths under its name."""
    unit = number(glyphs.size / UNITS, 6)
    parts = []
    for index in range(cluster.first, cluster.last):
        for glyph, colour in fonts.layers(run.font, run.glyphs[index]):
            outline = path_data(fonts.outline(run.font, glyph), 1.0, run.xs[index], run.ys[index])
            parts.append(f'<path d="{outline}" fill="{colour or glyphs.colour}"/>')
    place = f'transform="matrix({unit} 0 0 -{unit} {numbers(glyphs.x, glyphs.y)})"'
    return f'<g role="img" aria-label="{escape(printable(cluster.text))}" {place}>{"".join(parts)}</g>'

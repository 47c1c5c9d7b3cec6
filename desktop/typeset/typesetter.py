"""CONTRACT ONLY, being implemented."""

from desktop.typeset.lines import BreakFinder, FontMetrics, LineSpan, TextLine, TextStyle


class Typesetter:
    """Breaks and shapes text; remembers what it has made."""

    def __init__(self, fonts: "FontSet", breaks: BreakFinder) -> None: ...

    def metrics(self, style: TextStyle) -> FontMetrics: ...

    def width(self, text: str, style: TextStyle) -> int:
        """The inked width of the widest paragraph of `text` on one line each, in units."""

    def spans(self, text: str, style: TextStyle, width: int, indent: int = 0) -> tuple[LineSpan, ...]:
        """Where `text` breaks when lines are at most `width` units wide and the first begins `indent` units in.

        Cheap and remembered for every card. At least one line, also for an empty text.
        """

    def lines(self, text: str, style: TextStyle, width: int, indent: int = 0) -> tuple[TextLine, ...]:
        """The same lines ready to draw; remembered only for as many as a screen shows (least recently used go).

        The first line's positions start at 0, not at `indent`.
        """

    def words_over(self, text: str, style: TextStyle, width: int) -> bool:
        """Whether a word had to be broken."""


class FontSet:
    """CONTRACT: the bundled fonts. font keys are what GlyphRun.font names, e.g. "inter-regular", "emoji"."""

    def data(self, font: str) -> bytes: ...
    def units_per_em(self, font: str) -> int: ...
    def family(self, font: str) -> str:
        """The name to write into SVG, e.g. "Inter"; and weight/italic by `css(font) -> (weight, italic)`."""
    def css(self, font: str) -> tuple[int, bool]: ...
    def layers(self, font: str, glyph: int) -> tuple[tuple[int, str], ...]:
        """Colour layers of an emoji glyph, bottom first, as (glyph, "#RRGGBB"); empty when it has none."""
    def outline(self, font: str, glyph: int) -> tuple[tuple[str | float, ...], ...]:
        """("M",x,y) ("L",x,y) ("C",x1,y1,x2,y2,x,y) ("Z",) in 1/2048 em, y up; remembered."""

"""Paragraphs in a role's type: how many lines they take, how wide they are, where their baselines stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.layout.places import TextPlace
from desktop.layout.style import Style, TextRole, Words
from desktop.typeset.lines import UNITS, TextLine, TextStyle
from desktop.typeset.typesetter import Typesetter

SOLID_ENDS = "-‐–—/"
"""A line that ends in one of these inside a word was broken where a reader expects it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A role in one face: its type, layout units per font unit, and the baseline below the top of a line."""

    role: TextRole
    style: TextStyle
    scale: float
    baseline: float
    cap_height: float


class Composer:
    """Sets paragraphs for one theme and one language."""

    def __init__(self, typesetter: Typesetter, style: Style, words: Words) -> None:
        self.typesetter = typesetter
        self.style = style
        self.words = words
        self._settings: dict[tuple[str, str], Setting] = {}
        self._letters: dict[tuple[str, str], Letters] = {}

    def setting(self, role: str, face: str = "") -> Setting:
        """The role's own face, or another one in its size and leading."""
        found = self._settings.get((role, face))
        if found is None:
            found = self._settings[role, face] = self._setting(self.style.roles[role], face)
        return found

    def _setting(self, role: TextRole, face: str) -> Setting:
        style = TextStyle(face, role.style.tracking) if face else role.style
        metrics = self.typesetter.metrics(style)
        scale = role.size / UNITS
        slack = role.leading - (metrics.ascent - metrics.descent) * scale
        return Setting(role, style, scale, slack / 2 + metrics.ascent * scale, metrics.cap_height * scale)

    def place(
        self,
        text: str,
        role: str,
        x: float,
        y: float,
        width: float,
        *,
        indent: float = 0.0,
        face: str = "",
        colour: str = "",
        align: str = "",
    ) -> TextPlace:
        """The paragraph with its top at `y`, or one line lower when its first word does not fit beside the indent."""
        setting = self.setting(role, face)
        if setting.role.capitals:
            text = text.upper()
        units = _units(width, setting)
        inset = -_units(-indent, setting) if indent else 0
        spans = self.typesetter.spans(text, setting.style, units, inset)
        if inset and self._breaks_first_word(text, spans[0].end, setting, units):
            spans = self.typesetter.spans(text, setting.style, units)
            y, indent = y + setting.role.leading, 0.0
        height = len(spans) * setting.role.leading
        return TextPlace(text, role, x, y, width, len(spans), height, indent, face, colour, align)

    def _breaks_first_word(self, text: str, end: int, setting: Setting, units: int) -> bool:
        if end >= len(text) or text[end - 1].isspace() or text[end - 1] in SOLID_ENDS:
            return False
        words = text.split(maxsplit=1)
        return bool(words) and end < len(words[0]) and self.typesetter.width(words[0], setting.style) <= units

    def width(self, text: str, role: str, face: str = "") -> float:
        """The inked width of the text on one line (its widest paragraph)."""
        setting = self.setting(role, face)
        text = text.upper() if setting.role.capitals else text
        return self.typesetter.width(text, setting.style) * setting.scale

    def ends(self, text: str, role: str, width: float) -> list[int]:
        """Where the lines of a text end, as offsets in it; the end of the text is not among them."""
        setting = self.setting(role)
        return [span.end for span in self.typesetter.spans(text, setting.style, _units(width, setting))[:-1]]

    def letters(self, role: str, face: str = "") -> "Letters":
        """The width of each character on its own; remembered."""
        return self._letters.setdefault((role, face), Letters(self, role, face))

    def widest(self, place: TextPlace) -> float:
        """The inked width of the widest line, the indent included."""
        return max(self._line_widths(place))

    def last_width(self, place: TextPlace) -> float:
        """How far the last line reaches from the side at which the first begins, the indent included where it is the
        first line too; all across where it begins at the other side."""
        first, last = self.typesetter.begin_right(place.text)
        if first != last and not place.align:
            return place.width
        return list(self._line_widths(place))[-1]

    def side(self, text: str) -> str:
        """Where its first paragraph begins: "left" or "right"."""
        return "right" if self.typesetter.begin_right(text)[0] else "left"

    def hugged(self, places: Sequence[TextPlace]) -> tuple[TextPlace, ...]:
        """Paragraphs below each other at one left end, with the same lines; where one begins at the right they are all
        only as wide as the widest line, so that their right end is near their left one."""
        if all(self.side(place.text) == "left" for place in places):
            return tuple(places)
        width = max(self.widest(place) for place in places)
        return tuple(place._replace(width=min(place.width, width)) for place in places)

    def _line_widths(self, place: TextPlace) -> Iterator[float]:
        setting = self.setting(place.role, place.face)
        spans = self.typesetter.spans(place.text, setting.style, _units(place.width, setting), _inset(place, setting))
        for number, span in enumerate(spans):
            yield span.width * setting.scale + (place.indent if number == 0 else 0.0)

    def lines(self, place: TextPlace) -> Iterator[tuple[float, float, TextLine]]:
        """Left end and baseline of each line with its glyphs."""
        setting = self.setting(place.role, place.face)
        lines = self.typesetter.lines(place.text, setting.style, _units(place.width, setting), _inset(place, setting))
        y = place.y + setting.baseline
        for number, line in enumerate(lines):
            indent = 0.0 if number else place.indent
            right = place.align == "right" if place.align else line.rtl
            x = place.x + (place.width - indent - line.width * setting.scale if right else indent)
            yield x, y + number * setting.role.leading, line


class Letters(dict[str, float]):
    """Characters with their widths in a role, measured when they are first asked for."""

    def __init__(self, composer: Composer, role: str, face: str) -> None:
        super().__init__()
        self._composer, self._role, self._face = composer, role, face

    def __missing__(self, character: str) -> float:
        width = self[character] = self._composer.width(character, self._role, self._face)
        return width


def moved(place: TextPlace, y: float) -> TextPlace:
    """The same paragraph with its top at `y`."""
    return place if place.y == y else place._replace(y=y)


def _units(length: float, setting: Setting) -> int:
    """Whole font units; a hair is added so that a width that was measured is wide enough for what was measured."""
    return int((length + 1e-6) // setting.scale)


def _inset(place: TextPlace, setting: Setting) -> int:
    return -_units(-place.indent, setting) if place.indent else 0

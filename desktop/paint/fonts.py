"""What the painters need to know of the bundled fonts."""

from typing import Protocol

Outline = tuple[tuple[str | float, ...], ...]


class Fonts(Protocol):
    """The font set as painters see it: by the key that a glyph run names."""

    def data(self, font: str) -> bytes: ...

    def family(self, font: str) -> str: ...

    def css(self, font: str) -> tuple[int, bool]: ...

    def reach(self, font: str) -> tuple[int, int]: ...

    def layers(self, font: str, glyph: int) -> tuple[tuple[int, str], ...]: ...

    def outline(self, font: str, glyph: int) -> Outline: ...

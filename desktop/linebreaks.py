"""Where a line of text may break by the Unicode rules (UAX 14), as Qt finds it; Thai and Lao by their dictionaries."""

from PySide6.QtCore import QTextBoundaryFinder


def line_breaks(text: str) -> list[int]:
    """The offsets, in code points, before which a line may begin; neither 0 nor the end is among them."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    breaks: list[int] = []
    step = finder.toNextBoundary
    while (place := step()) > 0:
        breaks.append(place)
    if not text.isascii() and any(character > "\uffff" for character in text):
        breaks = _code_points(text, breaks)
    return breaks[:-1] if breaks and breaks[-1] == len(text) else breaks


def _code_points(text: str, places: list[int]) -> list[int]:
    """Offsets in UTF-16 as offsets in code points; a character above U+FFFF counts twice in UTF-16."""
    offsets: list[int] = []
    for offset, character in enumerate(text):
        offsets.append(offset)
        if character > "\uffff":
            offsets.append(offset)
    offsets.append(len(text))
    return [offsets[place] for place in places]

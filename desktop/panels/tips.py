"""Texts of people in tooltips, which Qt would take for a page of the web where they look like one, files and all."""

from html import escape

from PySide6.QtGui import Qt

from desktop.layout.short import shortened

LONGEST = 1_000
"""Letters; a tooltip with more is larger than a screen."""


def tip(text: str) -> str:
    """The text for a tooltip that shows it letter by letter, where it is very long only its beginning."""
    text = shortened(text, LONGEST)
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"

"""The bundled typefaces as Qt's own text widgets use them, in the same type as the map."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop.typeset.fonts import FontEntry, FontSet
from desktop.typeset.lines import TextStyle

SMALL = 24
"""Below so many px the spacing makes up for Qt's taking whole px only; above it the face's own tracking tells more."""


@lru_cache(maxsize=64)
def face(fonts: FontSet, style: TextStyle, pixels: float) -> QFont:
    """A style at a size in px. Letters stand in whole px, the lines they make are as wide as the size asks for."""
    entry = _entry(fonts, style)
    font = QFont([entry.private, *(other.private for other in fonts.entries.values() if other.emoji)])
    size = max(1, round(pixels))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(entry.weight))
    font.setItalic(entry.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if pixels < SMALL:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * pixels / size)
    elif style.tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tracking * pixels / 2048)
    return font


def _entry(fonts: FontSet, style: TextStyle) -> FontEntry:
    """The font of a style, known to Qt from now on if it was not."""
    entry = fonts.entries[fonts.chain(style.face)[0].key]
    for each in fonts.entries.values():
        if (each.key == entry.key or each.emoji) and not _knows(each):
            QFontDatabase.addApplicationFontFromData(fonts.data(each.key))
    return entry


def _knows(entry: FontEntry) -> bool:
    family = entry.private
    looks = (
        (QFontDatabase.weight(family, each), QFontDatabase.italic(family, each))
        for each in QFontDatabase.styles(family)
    )
    return (entry.weight, entry.italic) in looks

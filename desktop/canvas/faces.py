"""The bundled typefaces as Qt's own text widgets use them, in the same type as the map."""

from functools import lru_cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from desktop.typeset.entries import FontEntry
from desktop.typeset.fonts import FontSet
from desktop.typeset.lines import TextStyle

SMALL = 24
"""Below so many px the spacing makes up for Qt's taking whole px only; above it the face's own tracking tells more."""


@lru_cache(maxsize=64)
def face(fonts: FontSet, style: TextStyle, pixels: float) -> QFont:
    """A style at a size in px. Letters stand in whole px, the lines they make are as wide as the size asks for."""
    entry, *others = _entries(fonts, style)
    font = QFont(list(dict.fromkeys((entry.private, *(other.private for other in others)))))
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


def hush() -> None:
    """Qt asks font after font for a script, and tells on the error output of each that does not have it, which is no
    fault: from now on only its warnings about fonts are told. Who wants to hear more sets QT_LOGGING_RULES."""
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")


def _entries(fonts: FontSet, style: TextStyle) -> list[FontEntry]:
    """The font of a style and those asked after it, known to Qt from now on if they were not; of the large ones for
    Chinese characters those that the map uses."""
    chain = fonts.chain(style.face)
    entries = [fonts.entries[font.key] for font in chain if not fonts.entries[font.key].region or font.opened]
    for each in entries:
        if not _knows(each):
            QFontDatabase.addApplicationFontFromData(fonts.data(each.key))
    return entries


def _knows(entry: FontEntry) -> bool:
    family = entry.private
    looks = (
        (QFontDatabase.weight(family, each), QFontDatabase.italic(family, each))
        for each in QFontDatabase.styles(family)
    )
    return (entry.weight, entry.italic) in looks

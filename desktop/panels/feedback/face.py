"""How the rows of the feedback panel are painted."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.layout.style import Words
from desktop.method.figures import Summary
from desktop.method.scales import SCALES
from desktop.panels.feedback.entries import ENTRY, Entry, Index, Sort
from desktop.panels.feedback.spoken import count, key_figure, mean, scale
from desktop.panels.rowground import paint_ground
from desktop.panels.theme import colour

INSET, ABOVE, GAP = 16, 8, 3
HEADING, TITLE, LINE, ASKED, SMALL = 34, 19, 20, 18, 12
"""Px: height of a heading, of a name, of a line of figures and of the question above it; size of small type."""

SCALE, MEAN, KEY, COUNT, BARS = 0, 44, 113, 188, 238
"""Px from the left of the columns of figures: scale, mean, CSAT or NPS, n, distribution."""

SHAPE = 44
"""Px of a distribution's width, at least."""

MOST_BARS = 11
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Face(QStyledItemDelegate):
    """Rows are as high as they need at the width of the list."""

    def __init__(self, view: QWidget, words: Words) -> None:
        super().__init__(view)
        self._view = view
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY)
        width = self._view.width()
        if entry.sort is Sort.HEADING:
            return QSize(width, HEADING)
        if entry.told is not None:
            asked = ASKED if alike(entry.told.summaries) else 0
            return QSize(width, 2 * ABOVE + TITLE + (LINE + asked) * len(entry.told.summaries))
        room = width - 2 * INSET
        height = wrapped(entry.text, _text_font(option.font, entry), room)
        height += GAP + TITLE - 3 if entry.aside or entry.marked else 0
        return QSize(width, 2 * ABOVE + height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        box = option.rect.adjusted(INSET, ABOVE, -INSET, -ABOVE)
        if entry.sort is Sort.HEADING:
            painter.setFont(_font(option.font, strong=True))
            painter.setPen(colour("ink"))
            painter.drawText(option.rect.adjusted(INSET, 8, -INSET, 0), LEFT, entry.text)
        elif entry.told is not None:
            self._paint_told(painter, box, entry)
        else:
            _paint_words(painter, box, entry)
        painter.restore()

    def _paint_told(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        """The name, where it stands, and a line of figures for each question."""
        font = painter.font()
        painter.setFont(_font(font, strong=True))
        painter.setPen(colour("ink"))
        top = QRect(box.x(), box.y(), box.width(), TITLE)
        name = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, LEFT, name)
        used = painter.fontMetrics().horizontalAdvance(name) + 12
        painter.setFont(_font(font, small=True))
        painter.setPen(colour("ink_3"))
        room = top.adjusted(used, 0, 0, 0)
        if room.width() > SHAPE:
            painter.drawText(room, RIGHT, elided(painter, entry.aside, room.width()))
        summaries = entry.told.summaries if entry.told else ()
        asked, y = ASKED if alike(summaries) else 0, top.bottom() + 1
        for one in summaries:
            if asked:
                painter.setPen(colour("ink_3"))
                question = elided(painter, " ".join(one.question.split()), box.width())
                painter.drawText(QRect(box.x(), y + 2, box.width(), asked), LEFT, question)
            self._paint_figures(painter, QRect(box.x(), y + asked, box.width(), LINE), one)
            y += LINE + asked

    def _paint_figures(self, painter: QPainter, line: QRect, one: Summary) -> None:
        words = self._words
        painter.setPen(colour("ink_3"))
        painter.drawText(line.adjusted(SCALE, 0, 0, 0), LEFT, scale(one.scale, words))
        painter.setPen(colour("ink"))
        painter.drawText(line.adjusted(MEAN, 0, 0, 0), LEFT, mean(one, words))
        painter.drawText(line.adjusted(KEY, 0, 0, 0), LEFT, key_figure(one, words))
        painter.setPen(colour("ink_2"))
        painter.drawText(QRect(line.x() + COUNT, line.y(), BARS - COUNT - 4, LINE), LEFT, count(one, words))
        if line.width() - BARS >= SHAPE:
            _paint_shape(painter, QRectF(line.adjusted(BARS, 3, 0, -3)), one)


def alike(summaries: Sequence[Summary]) -> bool:
    """Whether two questions have one scale, so that it does not tell them apart."""
    return len({one.scale for one in summaries}) < len(summaries)


def bars(one: Summary) -> tuple[int, ...]:
    """How many people gave each answer, from the worst to the best; in equal parts of a scale with very many."""
    known = SCALES.get(one.scale)
    if known is None or not one.n:
        return ()
    answers = len(known.answers())
    most = answers if 2 < answers <= MOST_BARS or known.step else MOST_BARS - 1
    span = known.high - known.low
    found = [0] * most
    for score, people in one.scores:
        share = (score - known.low) / span
        found[min(round(share * (most - 1)), most - 1)] += people
    return tuple(found)


def _paint_shape(painter: QPainter, box: QRectF, one: Summary) -> None:
    """Bars for each answer, the one most given as high as the box."""
    found = bars(one)
    if not found:
        return
    wide = box.width() / len(found)
    for at, people in enumerate(found):
        high = max(1.0, box.height() * people / max(found))
        painter.fillRect(
            QRectF(box.x() + at * wide, box.bottom() - high, max(wide - 1.5, 1.0), high),
            colour("accent" if people else "line"),
        )


def _paint_words(painter: QPainter, box: QRect, entry: Entry) -> None:
    """A comment or a sentence, and small below it who said so."""
    font = painter.font()
    painter.setFont(_text_font(font, entry))
    painter.setPen(colour("ink"))
    painter.drawText(box, WRAPPED, entry.text)
    below = box.adjusted(0, wrapped(entry.text, painter.font(), box.width()) + GAP, 0, 0)
    painter.setFont(_font(font, small=True))
    painter.setPen(colour("ink_3"))
    painter.drawText(below, LEFT, elided(painter, entry.aside, below.width()))
    painter.setPen(colour("new"))
    painter.drawText(below, RIGHT, entry.marked)


def elided(painter: QPainter, text: str, width: int) -> str:
    """As much of a text as there is room for."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def wrapped(text: str, font: QFont, width: int) -> int:
    """Px that a text is high over as many lines as it needs."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 100_000), WRAPPED, text).height()


def _text_font(font: QFont, entry: Entry) -> QFont:
    return _font(font, strong=entry.sort is Sort.TEST and not entry.aside)


def _font(font: QFont, *, strong: bool = False, small: bool = False) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if small:
        made.setPixelSize(SMALL)
    return made

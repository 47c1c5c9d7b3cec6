"""Votes on the map: the letter of each card while votes are taken, how many it has, and how hot that makes it.

Lies over the scene and is never printed. Heat is told by size and number first; its colours darken with it, so that
they read in grey too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.canvas.sticky import bands
from desktop.canvas.tools import window_rect
from desktop.canvas.viewer import Viewer
from desktop.desk.votes import Entry, Votes
from desktop.layout.places import Rect

COOL, HOT = QColor("#A86A00"), QColor("#8E1215")
"""Of the least heat and of the most; white reads on both (WCAG 2.2, 4.5 : 1 and more)."""

INK, PAPER = QColor("#1B1F2A"), QColor("#FFFFFF")
EM = 14.0
"""The card text in units of the map."""

CODE, LEAST_CODE = 1.5, 18.0
"""The height of a letter's key in em; px below which it never is, so that the map can be voted on when it is small."""

BADGE, GROWN, LEAST_BADGE = 1.6, 1.2, 17.0
"""The height of a number's badge in em, how much more the hottest has, and px below which it never is."""

WASH = 0.06, 0.16
"""How strongly a card is tinted: the least, and how much more the hottest."""

FRAME = 1.5, 3.5
"""Px of the line round it, in the same way."""

RING = 1.5
RISE, BESIDE = 0.66, 3.0
"""Share of keys and badges that stands out above the card, clear of its words; px beside it, so that those of
neighbours never meet."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one card carries: `code` while votes are taken, `number` and the share of the greatest one; "" for none."""

    card: str
    code: str
    number: str
    share: float
    tied: bool = False


class HeatMarks:
    """Paints what a ballot says over any viewer; nothing while no ballot is worked on."""

    def __init__(self, votes: Votes) -> None:
        self._votes = votes
        self._entries: tuple[Entry, ...] = ()
        self._marks: tuple[Mark, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """One for each card of the ballot that carries anything; of hidden counts none."""
        entries = self._votes.entries
        if entries is not self._entries:
            self._entries, self._marks = entries, tuple(_marks(self._votes, entries))
        return self._marks

    def paint(self, painter: QPainter, viewer: Viewer) -> None:
        """In px of the viewer's window; nothing is painted over headers and labels that are kept in sight."""
        if not self.marks or not viewer.has_scene:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(bands(viewer.scene, viewer.view).beside(viewer.viewport().rect()))
        placed = list(self._placed(viewer))
        for mark, box in placed:
            if mark.number:
                _warm(painter, box, mark.share, viewer.zoom)
        for mark, box in placed:
            if mark.number:
                _badge(painter, box, mark, viewer.zoom)
            if mark.code:
                _key(painter, box, mark.code, viewer.zoom)
        painter.restore()

    def _placed(self, viewer: Viewer) -> Iterator[tuple[Mark, QRectF]]:
        """The marks in sight with their cards' boxes in px; the coolest first, so that the hottest lie above."""
        for mark in sorted(self.marks, key=lambda mark: mark.share):
            found = viewer.scene.hits.find(mark.card)
            if found is not None:
                row, place = found
                box = Rect(place.rect.x, row.y + place.rect.y, place.rect.width, place.rect.height)
                if box.meets(viewer.view.seen):
                    yield mark, window_rect(viewer.view, box)


def score_text(entry: Entry, *, grading: bool) -> str:
    """What a card has, short: votes, or severity times frequency to a tenth; "" for none."""
    score = entry.standing.score
    if not score:
        return ""
    return f"{score:.1f}".removesuffix(".0") if grading else str(entry.standing.votes)


def _marks(votes: Votes, entries: tuple[Entry, ...]) -> Iterator[Mark]:
    most = max((entry.standing.score for entry in entries), default=0.0)
    for entry in entries:
        number = "" if votes.hidden else score_text(entry, grading=votes.grading)
        code = entry.code if votes.taking else ""
        share = entry.standing.score / most if number and most else 0.0
        if number or code:
            yield Mark(entry.card.id, code, number, share, entry.standing.tied and not (votes.taking or votes.hidden))


def heat(share: float) -> QColor:
    """From COOL to HOT."""
    ends = ((COOL.red(), HOT.red()), (COOL.green(), HOT.green()), (COOL.blue(), HOT.blue()))
    return QColor(*(round((1 - share) * cool + share * hot) for cool, hot in ends))


def _warm(painter: QPainter, box: QRectF, share: float, zoom: float) -> None:
    """The tint of a card and the line round it, outside its edge."""
    tint, width = heat(share), (FRAME[0] + FRAME[1] * share) * min(1.0, max(0.5, zoom))
    out = width / 2
    painter.setPen(QPen(tint, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-out, -out, out, out), 4 * zoom + out, 4 * zoom + out)
    tint.setAlphaF(WASH[0] + WASH[1] * share)
    painter.fillRect(box, tint)


def _badge(painter: QPainter, box: QRectF, mark: Mark, zoom: float) -> None:
    """The number at the right top corner, the larger the hotter; of cards that tie with a line round it."""
    height = max(LEAST_BADGE, EM * (BADGE + GROWN * sqrt(mark.share)) * zoom)
    font = _font(painter, height * 0.62)
    width = max(height, QFontMetricsF(font).horizontalAdvance(mark.number) + height * 0.6)
    pill = QRectF(box.right() + BESIDE - width, box.top() - height * RISE, width, height)
    if mark.tied:
        painter.setPen(QPen(heat(mark.share), RING))
        painter.setBrush(PAPER)
        wide = pill.adjusted(-2 * RING, -2 * RING, 2 * RING, 2 * RING)
        painter.drawRoundedRect(wide, wide.height() / 2, wide.height() / 2)
    painter.setPen(QPen(PAPER, RING))
    painter.setBrush(heat(mark.share))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    _letters(painter, pill, mark.number, font)


def _key(painter: QPainter, box: QRectF, code: str, zoom: float) -> None:
    """What is typed for the card, as a key at its left top corner."""
    height = max(LEAST_CODE, EM * CODE * zoom)
    font = _font(painter, height * 0.62)
    width = max(height, QFontMetricsF(font).horizontalAdvance(code.upper()) + height * 0.5)
    cap = QRectF(box.left() - BESIDE, box.top() - height * RISE, width, height)
    painter.setPen(QPen(PAPER, RING))
    painter.setBrush(INK)
    painter.drawRoundedRect(cap, height * 0.25, height * 0.25)
    _letters(painter, cap, code.upper(), font)


def _letters(painter: QPainter, box: QRectF, text: str, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(PAPER)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _font(painter: QPainter, size: float) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(size)))
    font.setWeight(QFont.Weight.Bold)
    return font

"""The kept versions of a file day by day, each with a small picture, its time, why it was kept and how large it is."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.layout.style import Words
from desktop.panels.start.tiles import RING, ROUND, Index, paint_picture
from desktop.panels.theme import colour
from desktop.storage.backups import Version

VERSION, PICTURE, FACTS, SPOILT = (Qt.ItemDataRole.UserRole + number for number in range(4))
"""What a row tells beside its time: a Version (None for the caption of a day), a QImage or None, a line of words, and
whether the version cannot be read."""

THUMB = QSize(96, 60)
PAD = 8
CAPTION = 34
WIDTH = 328
PALE = 0.3
"""Opacity of the paper on which nothing can be shown."""


class VersionList(QListWidget):
    """The latest first; arrow keys and clicks choose, captions are passed over."""

    def __init__(self, versions: Sequence[Version], words: Words, locale: QLocale, today: QDate) -> None:
        super().__init__()
        self.setObjectName("versionlist")
        self.setAccessibleName(words("versions.list"))
        self.setItemDelegate(VersionRow(self))
        self.setMouseTracking(True)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for day, kept in groupby(versions, key=_day):
            self._add_caption(day_name(day, today, words, locale))
            for version in kept:
                self._add(version, words, locale)

    @property
    def chosen(self) -> Version | None:
        """The version in the current row."""
        entry = self.currentItem()
        version = entry.data(VERSION) if entry else None
        return version if isinstance(version, Version) else None

    def choose_first(self) -> None:
        """Selects the latest."""
        self.setCurrentRow(1 if self.count() else -1)

    def unseen(self) -> QListWidgetItem | None:
        """The first row in sight of which there is no picture yet."""
        shown = self.viewport().rect()
        unseen = (entry for entry in self._rows() if entry.data(PICTURE) is None and not entry.data(SPOILT))
        return next((entry for entry in unseen if self.visualItemRect(entry).intersects(shown)), None)

    def mark_spoilt(self, entry: QListWidgetItem, told: str) -> None:
        """Says of a row that its version cannot be read."""
        entry.setData(SPOILT, True)
        _tell(entry, told)

    def _rows(self) -> Iterator[QListWidgetItem]:
        """Without the captions."""
        entries = (self.item(row) for row in range(self.count()))
        return (entry for entry in entries if entry.data(VERSION) is not None)

    def _add_caption(self, text: str) -> None:
        caption = QListWidgetItem(text, self)
        caption.setFlags(Qt.ItemFlag.NoItemFlags)
        caption.setSizeHint(QSize(0, CAPTION))

    def _add(self, version: Version, words: Words, locale: QLocale) -> None:
        entry = QListWidgetItem(clock_of(version, locale), self)
        entry.setData(VERSION, version)
        _tell(entry, facts_of(version, words, locale))
        entry.setSizeHint(QSize(0, THUMB.height() + 2 * PAD))


class VersionRow(QStyledItemDelegate):
    """A picture and two lines; a day's name is one line in small letters."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(VERSION) is None:
            self._paint_caption(painter, option, index)
        else:
            self._paint_ground(painter, option)
            self._paint_version(painter, option, index)
        painter.restore()

    def _paint_caption(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setFont(_sized(option.font, 12, bold=True))
        painter.setPen(colour("ink_3"))
        painter.drawText(option.rect.adjusted(PAD, 8, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, index.data())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and option.widget is not None and option.widget.hasFocus()
            painter.setPen(QPen(colour("accent"), RING) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), ROUND + 2, ROUND + 2)

    def _paint_version(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        picture, spoilt = index.data(PICTURE), bool(index.data(SPOILT))
        box = QRect(option.rect.topLeft(), THUMB).translated(PAD, PAD)
        painter.setOpacity(PALE if spoilt else 1.0)
        paint_picture(painter, box, picture if isinstance(picture, QImage) else None)
        painter.setOpacity(1.0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        lines = option.rect.adjusted(THUMB.width() + 2 * PAD + 4, PAD + 9, -PAD, -PAD - 9)
        half = QRect(lines.topLeft(), QSize(lines.width(), lines.height() // 2))
        _line(painter, half, index.data(), _sized(option.font, 13, bold=True), "chosen_ink" if chosen else "ink")
        below = half.translated(0, half.height())
        _line(painter, below, index.data(FACTS), _sized(option.font, 12), "danger" if spoilt else "ink_3")


def day_name(day: date, today: QDate, words: Words, locale: QLocale) -> str:
    """“Today”, “Yesterday”, or the date with its weekday."""
    that = QDate(day.year, day.month, day.day)
    days = that.daysTo(today)
    if days in (0, 1):
        return words("versions.today" if days == 0 else "versions.yesterday")
    return locale.toString(that, QLocale.FormatType.LongFormat)


def clock_of(version: Version, locale: QLocale) -> str:
    """The time of day where this computer is, such as “14:02”."""
    local = version.time.astimezone()
    return locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def facts_of(version: Version, words: Words, locale: QLocale) -> str:
    """Why it was kept and how large it is, such as “Saved · 212 kB”."""
    size = locale.formattedDataSize(version.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return f"{words(f'versions.{version.reason.value}')} · {size}"


def _tell(entry: QListWidgetItem, facts: str) -> None:
    entry.setData(FACTS, facts)
    entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text()}, {facts}")


def _day(version: Version) -> date:
    return version.time.astimezone().date()


def _line(painter: QPainter, row: QRect, text: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(colour(ink))
    said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, row.width())
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made

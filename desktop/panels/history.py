"""What was said in this window, the latest first: to be read again, gone back to, and taken up."""

from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.offer import Choice
from desktop.desk.record import Record, Said
from desktop.panels.banner import Banners
from desktop.panels.docks import RIGHT, Docks
from desktop.panels.facts import Facts
from desktop.panels.flow import Flow
from desktop.panels.theme import colour

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SAID = Qt.ItemDataRole.UserRole
INSET, ABOVE, GAP, SMALL = 16, 8, 2, 11
"""Px beside a row's words, above and below them, between its two parts; the size of the smaller one."""

WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class History:
    """The part of a window that keeps its messages: a record, and a panel on it."""

    def __init__(self, desk: Desk, canvas: Canvas, docks: Docks) -> None:
        self._desk = desk
        self._docks = docks
        self.record = Record(desk)
        self.panel = HistoryPanel(self.record, desk, canvas)
        docks.add("history", self.panel, RIGHT, self.panel.take_focus, shown=False)
        desk.session.saved.connect(self._note_saved)

    def leave(self) -> None:
        """Stops following the session, which may go on in another window."""
        self._desk.session.saved.disconnect(self._note_saved)

    def attend(self, banners: Banners, facts: Facts) -> None:
        """Keeps what these say as well, and what they have said already; a click on the status bar opens the panel."""
        self._facts = facts
        for banner in banners.shown.values():
            self.record.note(banner.text.text())
        banners.told.connect(self.record.note)
        facts.asked.connect(self.show)
        facts.saved.warned.connect(self._note_trouble)

    def call(self) -> None:
        """Shows the panel and gives it the keyboard; hides it where it has that already."""
        self._docks.call("history", self.panel.canvas)

    def show(self) -> None:
        """Shows the panel; who is writing goes on writing."""
        self._docks.docks["history"].show()
        self._docks.docks["history"].raise_()

    def _note_saved(self, path: Path) -> None:
        self.record.note(self._desk.words("history.saved").format(name=path.name))

    def _note_trouble(self) -> None:
        kept = self._facts.saved
        self.record.note(kept.text() if kept.in_trouble else self._desk.words("history.kept_again"))


class HistoryPanel(QWidget):
    """The list, and below it what can be done about the chosen message. Enter goes to what it is about."""

    def __init__(self, record: Record, desk: Desk, canvas: Canvas) -> None:
        super().__init__()
        self.canvas = canvas
        self._record = record
        self._desk = desk
        self._choices: dict[QPushButton, Choice] = {}
        self.setObjectName("historypanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = Rows(record)
        self.list = MessageList(desk.words("history.name"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(MessageDelegate(self.list))
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.buttons = QWidget()
        self._flow = Flow(6, self.buttons)
        self._flow.setContentsMargins(INSET, 0, INSET, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.setFocusProxy(self.list)
        record.changed.connect(self._follow)
        desk.shown.connect(self._offer)
        self._follow()

    def take_focus(self) -> None:
        """The latest message is the chosen one."""
        self.list.setFocus()
        self.list.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the map."""
        if event.key() == Qt.Key.Key_Escape:
            self.canvas.setFocus()
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> Said | None:
        """The message that is chosen."""
        index = self.list.currentIndex()
        return index.data(SAID) if index.isValid() else None

    @property
    def offered(self) -> list[QPushButton]:
        """What can still be done about the chosen message."""
        return list(self._choices)

    def _follow(self) -> None:
        held = self.chosen
        self.rows.renew()
        if held is not None:
            self.list.setCurrentIndex(self.rows.of(held))
        self._offer()

    def _go(self, index: QModelIndex) -> None:
        things = self._record.go_to(index.data(SAID))
        if things:
            self.canvas.point_out(things)
        self.canvas.setFocus()

    def _offer(self) -> None:
        """Buttons for what was offered, as long as it means the project as it is."""
        for button in self._choices:
            button.hide()
            button.deleteLater()
        said = self.chosen
        stands = said is not None and said.offer is not None and self._record.stands(said)
        self._choices = {}
        for choice in said.offer.choices if stands and said and said.offer else ():
            button = QPushButton(choice.words)
            button.clicked.connect(self._take)
            self._choices[button] = choice
            self._flow.addWidget(button)
        self.buttons.setVisible(bool(self._choices))

    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._choices[button].do()
            self.canvas.setFocus()


class Rows(QAbstractListModel):
    """The messages of a record as they were when it was last renewed."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._said: tuple[Said, ...] = ()

    def renew(self) -> None:
        """What there is now."""
        self.beginResetModel()
        self._said = self._record.said
        self.endResetModel()

    def of(self, said: Said) -> QModelIndex:
        """Where a message stands; nowhere when it is too old to be kept."""
        return self.index(self._said.index(said)) if said in self._said else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._said)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        said = self._said[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{said.sentence}, {heading(said)}"
        if role == SAID:
            return said
        return said.sentence if role == Qt.ItemDataRole.DisplayRole else None


class MessageList(QListView):
    """As wide as the panel, each message as high as its words need."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("messages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what the message is about, on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class MessageDelegate(QStyledItemDelegate):
    """The time and the map above, small; the sentence below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        room = QRect(0, 0, max(width - 2 * INSET, 1), 10_000)
        words = option.fontMetrics.boundingRect(room, WRAPPED, str(index.data()))
        small = QFontMetrics(_small(option.font)).height()
        return QSize(width, 2 * ABOVE + small + GAP + words.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        said = index.data(SAID)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen"))
            painter.drawRoundedRect(option.rect.adjusted(6, 1, -6, -1), 6, 6)
        box = option.rect.adjusted(INSET, ABOVE, -INSET, -ABOVE)
        painter.setFont(_small(option.font))
        painter.setPen(colour("ink_3"))
        head = painter.fontMetrics().elidedText(heading(said), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, head)
        below = box.adjusted(0, painter.fontMetrics().height() + GAP, 0, 0)
        painter.setFont(option.font)
        painter.setPen(colour("ink"))
        painter.drawText(below, WRAPPED, said.sentence)
        painter.restore()


def heading(said: Said) -> str:
    """When and on which map it was said."""
    when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(said.at)).time(), "HH:mm:ss")
    return " · ".join(filter(None, (when, said.map_title)))


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(SMALL)
    return small

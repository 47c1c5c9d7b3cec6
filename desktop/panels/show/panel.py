"""The panel of the run of show: what runs now, the agenda with its times, and what a point asks."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from desktop.desk.agenda import Agenda
from desktop.desk.show import Show
from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.show.agendalist import FIVE, AgendaList
from desktop.panels.show.board import Board
from desktop.panels.show.offered import Offered, Templates
from desktop.panels.show.pace import Pace
from desktop.panels.show.pointform import PointForm
from desktop.panels.show.times import hour, length

BOARD = 236
"""Px of height of the board."""


class ShowPanel(QWidget):
    """left(): back to the map."""

    left = Signal()

    def __init__(
        self, show: Show, agenda: Agenda, templates: Templates, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._agenda = agenda
        self._templates = templates
        self._words = words
        self._stale = True
        self.setObjectName("show")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_parts()
        self._arrange()
        show.changed.connect(self.follow)
        show.begun.connect(self._show_current)
        show.ticked.connect(self._tick)

    def take_focus(self) -> None:
        """The keyboard goes to the list, or to the first template where there is none."""
        self.follow()
        if self._agenda.points:
            if not self.list.currentIndex().isValid():
                self.list.go_to(0)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            first = next(iter(self.offered.buttons.values()), self.offered.own_button)
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Hands in what is being written."""
        self.list.commit()
        self.form.commit()

    def rehearse(self) -> None:
        """Writes what is being entered; the fields stay as they are."""
        for field in self.form.fields.values():
            field.rehearse()

    def follow(self) -> None:
        """Shows the show as it is now, if anybody can see it."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        there = bool(self._agenda.points)
        self._pages.setCurrentIndex(int(there))
        if not there:
            self.offered.renew()
            return
        self.list.refresh()
        self.board.setVisible(self._show.point is not None)
        self._show_form()
        self.form.show_point(self.list.current)
        self.pace.follow()
        self._show_buttons()
        self._show_total()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.follow()

    def event(self, event: QEvent) -> bool:
        """Escape leaves, wherever the focus is in here."""
        if event.type() == QEvent.Type.KeyPress and getattr(event, "key", int)() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().event(event)

    def _make_parts(self) -> None:
        words, show = self._words, self._show
        self.board = Board(show, words)
        self.board.setFixedHeight(BOARD)
        self.pace = Pace(show, words)
        self.list = AgendaList(show, self._agenda, words)
        self.list.left.connect(self.left)
        self.list.chosen.connect(self._choose)
        self.form = PointForm(self._agenda, words)
        self.offered = Offered(self._templates, words)
        self.offered.taken.connect(self._take)
        self.offered.own.connect(self.list.add)
        self.main_button = QPushButton()
        self.main_button.setObjectName("strong")
        self.main_button.clicked.connect(show.next)
        self.buttons = {name: QToolButton() for name in ("pause", "more", "skip", "rest")}
        for (name, button), verb in zip(self.buttons.items(), (show.toggle, self._extend, show.skip), strict=False):
            button.setToolTip(words(f"show.tip.{name}"))
            button.setAccessibleName(words(f"show.do.{name}"))
            button.clicked.connect(verb)
        self.buttons["more"].setText(words("show.do.more"))
        self.buttons["skip"].setIcon(icon("skip"))
        self.back, self.stop = QAction(words("show.do.back"), self), QAction(words("show.do.stop"), self)
        self.back.triggered.connect(show.back)
        self.stop.triggered.connect(show.stop)
        self.total = QLabel()
        self.total.setObjectName("total")
        self.total.setTextFormat(Qt.TextFormat.PlainText)
        self.add_button, self.choose_button = QToolButton(), QToolButton()

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.board, self._row_of_buttons(), self.pace):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.form)
        column.addWidget(self._foot())
        self.board.hide()  # the hidden page would ask for the height of both, which never stand there together
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.offered)
        self._pages.addWidget(page)

    def _row_of_buttons(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(2)
        row.addWidget(self.main_button)
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        rest = self.buttons["rest"]
        rest.setIcon(icon("more"))
        rest.setAccessibleName(self._words("show.tip.rest"))
        rest.setToolTip(self._words("show.tip.rest"))
        rest.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(rest)
        menu.addActions([self.back, self.stop])
        rest.setMenu(menu)
        return whole

    def _foot(self) -> QWidget:
        words = self._words
        whole = QWidget()
        whole.setObjectName("foot")
        for button, name, code in ((self.add_button, "plus", "add"), (self.choose_button, "template", "choose")):
            button.setIcon(icon(name))
            button.setToolTip(words(f"show.tip.{code}"))
            button.setAccessibleName(words(f"show.tip.{code}"))
        self.add_button.clicked.connect(self.list.add)
        self.choose_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.choose_button)
        menu.aboutToShow.connect(self._fill_menu)
        menu.triggered.connect(self._take_from_menu)
        self.choose_button.setMenu(menu)
        row = QHBoxLayout(whole)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.total, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.choose_button)
        return whole

    def _tick(self) -> None:
        if self.isVisible():
            self.list.refresh()
            self.pace.follow()
            self._show_total()

    def _show_current(self) -> None:
        if self.isVisible():
            self.list.show_current()

    def _show_buttons(self) -> None:
        show, words = self._show, self._words
        last = show.running and show.number == len(show.agenda)
        self.main_button.setText(
            words("show.do.finish" if last else "show.do.next" if show.running else "show.do.start")
        )
        self.buttons["pause"].setIcon(icon("play" if show.paused else "pause"))
        self.buttons["pause"].setAccessibleName(words("show.do.resume" if show.paused else "show.do.pause"))
        self.back.setEnabled(show.number > 1)
        for button in self.buttons.values():
            button.setVisible(show.running)

    def _show_total(self) -> None:
        """“2 h · ends 12:30”."""
        words = self._words
        end = words("show.ends" if self._show.running else "show.would_end").format(time=hour(self._show.end))
        self.total.setText(f"{length(self._agenda.minutes, words)} · {end}")

    def _choose(self, point: str) -> None:
        self.form.show_point(point)
        self._show_form()

    def _show_form(self) -> None:
        """While nothing runs. Whoever was writing there goes on in the list, not on the nearest button."""
        there = bool(self.list.current) and not self._show.running
        focused = self.focusWidget()
        if not there and focused is not None and self.form.isAncestorOf(focused) and focused.hasFocus():
            self.list.setFocus()
        self.form.setVisible(there)

    def _extend(self) -> None:
        self._show.extend(FIVE)

    def _fill_menu(self) -> None:
        menu = self.choose_button.menu()
        menu.clear()
        for template in self._templates():
            action = QAction(template.title, menu)
            action.setData(template.name)
            menu.addAction(action)

    def _take_from_menu(self, action: QAction) -> None:
        self._take(str(action.data()))

    def _take(self, name: str) -> None:
        """A template in place of the agenda; undo brings that back."""
        for template in self._templates():
            if template.name == name:
                self._show.stop()
                self._agenda.choose(template.title, template.points)
                self.take_focus()

"""The window that improves a journey: tabs for opportunities, pain points, tactics and experiments."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.desk.backlog import LINKED, Backlog
from desktop.exchange.ledger import text_of
from desktop.exchange.plans import LEDGERS
from desktop.layout.short import shortened
from desktop.panels.backlog.page import PAGES, MatrixPage, Page
from desktop.panels.onscreen import open_at
from desktop.panels.plaintext import plain

SIZE = (1380, 780)
MARGINS = 20, 16, 20, 16
LETTERS = 48
"""Of a card's words in a menu."""


class Board(QDialog):
    """Beside the map, which stays usable. wanted(card): it is to be seen on the map. saving(suffix): what is shown is
    wanted as a file. printing(): it is wanted on paper."""

    wanted = Signal(str)
    saving = Signal(str)
    printing = Signal()

    def __init__(self, backlog: Backlog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backlog = backlog
        self._desk = backlog.desk
        self._words = backlog.desk.words
        self._stale = True
        self.setObjectName("backlog")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.opportunities = MatrixPage(backlog, "opportunity")
        self.pages = {page.kind: page for page in (self.opportunities, *(make(backlog, kind) for kind, make in PAGES))}
        for kind, page in self.pages.items():
            self.tabs.addTab(page, self._words(f"backlog.tab.{kind}"))
        self._make_foot()
        self._arrange()
        self._connect()
        open_at(self, *SIZE)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return list(self.pages.values())[self.tabs.currentIndex()]

    def call(self, kind: str) -> None:
        """Shows the page of a kind, and gives it the keyboard."""
        self.tabs.setCurrentWidget(self.pages[kind])
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.take_focus()

    def follow(self) -> None:
        """Shows the backlog as it is now; while nobody sees it, not before it is seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._follow_title()
        self.page.follow()
        self._follow_selection()
        self.told.setText(self.page.told)
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.opportunities.matrix.give_up()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return is for the tables; Copy takes the whole backlog."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The table that is shown into the clipboard, as cells of a spreadsheet; the backlog of pain points."""
        journey = self.backlog.journey
        if journey is not None:
            made = LEDGERS.get(self.page.kind, LEDGERS["opportunity"])
            text = text_of(made(self.backlog.project, journey, self._words), "\t")
            QGuiApplication.clipboard().setText(text)
            self.say(self._words("votes.copied"))

    def take(self, actions: Iterable[QAction]) -> None:
        """Lets shortcuts of the menu work here, too, and tells of them at the buttons."""
        buttons = {"link_opportunity": self.link, "fill_next": self.next, "backlog_csv": self.csv}
        buttons |= {"backlog_xlsx": self.xlsx, "print_backlog": self.print}
        for action in actions:
            self.addAction(action)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button = buttons[action.objectName()]
            button.setToolTip(f"{button.toolTip() or button.text().rstrip('…')} ({keys})")

    def open_links(self) -> None:
        """Opens the menu of what the selected opportunity can be linked with."""
        self.link.menu().popup(self.link.mapToGlobal(self.link.rect().bottomLeft()))

    def say(self, sentence: str) -> None:
        """Tells something at the foot."""
        if self.isVisible():
            self.told.setText(sentence)

    def fill_next(self) -> None:
        """Puts the selected opportunities, or the first that are open, at the foot of the map."""
        page = self.opportunities
        chosen = page.table.cards if self.page is page else []
        self.backlog.fill_next(chosen if len(chosen) > 1 else ())

    def _follow_title(self) -> None:
        journey = self.backlog.journey
        self.setWindowTitle(self._words("backlog.title").format(map=journey.title if journey else ""))

    def _follow_selection(self) -> None:
        """The card that is selected on the map is so here."""
        chosen = [card for card in self._desk.selected if self.page.table.lines.row_of(card) >= 0]
        if len(chosen) == 1 and chosen[0] not in self.page.table.cards:
            self.page.select(chosen[0])
        self._enable()

    def _picked(self) -> None:
        if self.isVisible():
            self._follow_selection()

    def _choose(self, cards: list[str]) -> None:
        """What is selected in a table is so on the map and in the matrix."""
        if self.page is self.opportunities:
            self.opportunities.matrix.select(cards[0] if cards else "")
        if cards:
            self._desk.select(cards)
        self._enable()

    def _choose_one(self, card: str) -> None:
        """What is chosen in the matrix is so in the table and on the map."""
        self.page.table.select([card] if card else [])
        if card:
            self._desk.select((card,))
        self._enable()

    def _enable(self) -> None:
        own, fixed = self.page is self.opportunities, self._desk.session.read_only
        one = len(self.page.table.cards) == 1
        self.link.setEnabled(own and one and not fixed)
        self.next.setEnabled(bool(self.backlog.entries) and not fixed)
        some = bool(self.backlog.entries or self.page.table.lines.lines)
        for button in (self.csv, self.xlsx, self.print):
            button.setEnabled(some)

    def _turn_page(self) -> None:
        if self.isVisible():
            self.follow()
            self.page.take_focus()

    def _offer_links(self) -> None:
        """What the selected opportunity can be linked with; ticked is what it is linked with."""
        menu, cards = self.link.menu(), self.page.table.cards
        menu.clear()
        for kind in LINKED if len(cards) == 1 else ():
            found = self.backlog.linkable(kind)
            if found:
                menu.addSection(self._words(f"backlog.tab.{kind}"))
            for card in found:
                name = shortened(self.backlog.name(card.id), LETTERS).replace("&", "&&")
                action = menu.addAction(name)
                action.setCheckable(True)
                action.setChecked(bool(self.backlog.linked(cards[0], card.id)))
                action.setData((cards[0], card.id))
        if menu.isEmpty():
            menu.addAction(self._words("backlog.no_links")).setEnabled(False)

    def _take_link(self, action: QAction) -> None:
        if action.isCheckable():
            self.backlog.toggle_link(*action.data())

    def _make_foot(self) -> None:
        words = self._words
        self.told = plain("", "told", wrapped=True)
        self.link, self.next = QPushButton(words("backlog.link")), QPushButton(words("backlog.next"))
        self.next.setToolTip(words("backlog.next_tip"))
        self.csv, self.xlsx = QPushButton(words("backlog.csv")), QPushButton(words("backlog.xlsx"))
        self.csv.setToolTip(words("backlog.csv_tip"))
        self.xlsx.setToolTip(words("backlog.xlsx_tip"))
        self.print = QPushButton(words("backlog.print"))
        self.print.setToolTip(words("backlog.print_tip"))
        self.link.setMenu(QMenu(self))
        for button in (self.link, self.next, self.csv, self.xlsx, self.print):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        for page in self.pages.values():
            page.table.wanted.connect(self.wanted)
            page.table.chosen.connect(self._choose)
        matrix = self.opportunities.matrix
        matrix.wanted.connect(self.wanted)
        matrix.chosen.connect(self._choose_one)
        self.link.menu().aboutToShow.connect(self._offer_links)
        self.link.menu().triggered.connect(self._take_link)
        self.next.clicked.connect(self.fill_next)
        self.csv.clicked.connect(self._save_csv)
        self.xlsx.clicked.connect(self._save_xlsx)
        self.print.clicked.connect(self.printing)
        self.tabs.currentChanged.connect(self._turn_page)
        self.backlog.changed.connect(self.follow)
        self._desk.picked.connect(self._picked)
        self._desk.shown.connect(self._follow_title)
        self._desk.said.connect(self.say)
        for keys, verb in (
            (QKeySequence.StandardKey.Undo, self._desk.undo),
            (QKeySequence.StandardKey.Redo, self._desk.redo),
        ):
            QShortcut(keys, self).activated.connect(verb)

    def _save_csv(self) -> None:
        self.saving.emit(".csv")

    def _save_xlsx(self) -> None:
        self.saving.emit(".xlsx")

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        for button in (self.link, self.next, self.csv, self.xlsx, self.print):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(12)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)

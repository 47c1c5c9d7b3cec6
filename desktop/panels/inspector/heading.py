"""What is selected, and where it stands; for cards a menu of the kinds they may become."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.document.kinds import CARD_KINDS
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.panels.inspector.field import Caption


class Heading(QWidget):
    """A title, which is a menu where the kind can be changed, and a quiet line below."""

    chosen = Signal(str)
    """The kind that was chosen in the menu."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.title = QLabel()
        self.title.setObjectName("heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.kinds = QPushButton()
        self.kinds.setObjectName("heading")
        self.kinds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.kinds.setAccessibleName(words("inspector.kind"))
        self.menu = self._make_menu()
        self.kinds.setMenu(self.menu)
        self.place = Caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.title, self.kinds, self.place):
            column.addWidget(widget)

    def show_kind(self, title: str, place: str) -> None:
        """Something whose kind can be changed."""
        self._show(title, place, convertible=True)

    def show_title(self, title: str, place: str) -> None:
        """Something that is what it is."""
        self._show(title, place, convertible=False)

    def _show(self, title: str, place: str, convertible: bool) -> None:
        self.kinds.setVisible(convertible)
        self.title.setVisible(not convertible)
        self.title.setText(title)
        self.kinds.setText(title.replace("&", "&&"))
        self.place.setVisible(bool(place))
        self.place.setText(place)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in CARD_KINDS:
            name = name_of("kind", kind.key, self._words)
            action = QAction(f"{name}\tF4 {kind.letter.upper()}" if kind.letter else name, menu)
            action.setData(kind.key)
            menu.addAction(action)
        menu.triggered.connect(self._choose)
        return menu

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))

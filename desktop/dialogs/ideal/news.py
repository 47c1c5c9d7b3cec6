"""What is new in the map from which another one was derived: brought over to that one, or passed over."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.ideal import Ideal
from desktop.dialogs.ideal.newslist import NewsList
from desktop.layout.names import counted
from desktop.panels.plaintext import plain

SIZE = (820, 520)


class NewsDialog(QDialog):
    """For one map; stays open while there is anything left to decide."""

    def __init__(self, ideal: Ideal, map_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("news")
        self._ideal, self._map_id = ideal, map_id
        self._words = ideal.desk.words
        self.setWindowTitle(self._words("news.dialog"))
        self.told, self.note = plain("", "section"), plain("", "note")
        self.note.setText(self._words("news.note"))
        self.note.setWordWrap(True)
        self.list = NewsList(self._words)
        self.all = QCheckBox(self._words("news.all"))
        self.bring, self.pass_over = (self._button(name) for name in ("bring", "pass"))
        self.bring.setObjectName("strong")
        self.close_button = QPushButton(self._words("answer.close"))
        self.close_button.setAutoDefault(False)
        self._arrange()
        self.list.ticked.connect(self._count)
        self.all.clicked.connect(self.list.tick_all)
        for button, verb in ((self.bring, self._bring), (self.pass_over, self._pass), (self.close_button, self.reject)):
            button.clicked.connect(verb)
        self.resize(*SIZE)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.bring.isEnabled():
            self._bring()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """What is left; closes where nothing is."""
        told = self._ideal.news(self._map_id)
        if told is None or not told.things:
            self.accept()
            return
        count = counted(self._words, "news.one", "news.several", len(told.things))
        source = told.source.title or self._words("project.untitled")
        self.told.setText(self._words("news.told").format(count=count, title=source))
        self.list.show_news(told)

    def _count(self) -> None:
        """What is ticked decides what can be done."""
        chosen = len(self.list.chosen)
        open_to_edits = not self._ideal.desk.session.read_only
        for button, name in ((self.bring, "bring"), (self.pass_over, "pass")):
            button.setText(self._words(f"news.{name}").format(count=chosen))
            button.setEnabled(bool(chosen) and open_to_edits)
        every = chosen == self.list.topLevelItemCount()
        self.all.setChecked(every)

    def _bring(self) -> None:
        if self._ideal.bring_over(self._map_id, set(self.list.chosen)):
            self.refresh()

    def _pass(self) -> None:
        if self._ideal.pass_over(self._map_id, set(self.list.chosen)):
            self.refresh()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._words(f"news.{name}").format(count=0))
        button.setToolTip(self._words(f"news.{name}_tip"))
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.all)
        foot.addStretch(1)
        for button in (self.close_button, self.pass_over, self.bring):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

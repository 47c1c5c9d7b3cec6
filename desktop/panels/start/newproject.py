"""A new project: a template, and in three lines whatever is known already. Nothing of it has to be filled in."""

import secrets

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.beginning import Wish, project_of
from desktop.document.ids import Ids
from desktop.layout.style import Words
from desktop.panels.start.preview import Preview
from desktop.panels.start.tiles import CAPTION, GAP, PICTURE, TEMPLATE, TemplateTile
from desktop.panels.thumbnail import Easel
from desktop.resources import root
from desktop.storage.templates import Template, templates

NAME = Qt.ItemDataRole.UserRole + 20
LONGEST = 300
"""Letters of a title or a persona; a line of stages may have more."""

LONGEST_LINE = 4_000
PAUSE = 40
"""Ms without a key press after which the preview follows."""


class TemplateList(QListWidget):
    """The templates as pictures in one row; arrow keys choose."""

    def __init__(self, offered: tuple[Template, ...], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templates")
        self.setAccessibleName(words("start.templates"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TemplateTile(self))
        self.setFixedHeight(TEMPLATE.height() + CAPTION + 2 * GAP + 4)
        for template in offered:
            entry = QListWidgetItem(template.title)
            entry.setData(NAME, template.name)
            entry.setData(Qt.ItemDataRole.AccessibleDescriptionRole, template.description)
            self.addItem(entry)
        self.setCurrentRow(0)

    @property
    def chosen(self) -> str:
        """The template's name."""
        entry = self.currentItem()
        return str(entry.data(NAME)) if entry else ""

    def choose(self, name: str) -> None:
        """Selects a template by its name."""
        for row in range(self.count()):
            if self.item(row).data(NAME) == name:
                self.setCurrentRow(row)

    def show_picture(self, row: int, picture: QImage | None) -> None:
        """Puts a picture into a row."""
        self.item(row).setData(PICTURE, picture)


class NewProject(QFrame):
    """The form and what comes of it; Enter anywhere in it begins the project."""

    begun = Signal(object)

    def __init__(self, words: Words, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new")
        self._words = words
        self._language = language
        self._easel = Easel(language)
        self._offered = templates(root() / "templates", language)
        self.templates = TemplateList(self._offered, words)
        self.title, self.persona, self.stages = (self._field(name) for name in ("title", "persona", "stages"))
        self.title.setMaxLength(LONGEST)
        self.persona.setMaxLength(LONGEST)
        self.stages.setMaxLength(LONGEST_LINE)
        self.preview = Preview(self._easel, words)
        self.button = QPushButton(words("start.create"))
        self.button.setObjectName("strong")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._arrange()
        self._listen()
        self.refresh()
        self._painted = 0
        QTimer.singleShot(0, self, self._paint_next)

    @property
    def wish(self) -> Wish:
        """What was chosen and typed so far."""
        return Wish(self.templates.chosen, self.title.text(), self.persona.text(), self.stages.text())

    def fill(self, wish: Wish) -> None:
        """Shows what was chosen and typed once."""
        self.templates.choose(wish.template)
        for field, text in ((self.title, wish.title), (self.persona, wish.persona), (self.stages, wish.stages)):
            field.setText(text)

    def refresh(self) -> None:
        """Draws what would come of it."""
        opened = project_of(self.wish, self._language, Ids(secrets.randbits))
        self.preview.show_map(self._easel.scene(opened))

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self._words(f"start.{name}_example"))
        field.setAccessibleName(self._words(f"start.{name}"))
        return field

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (("title", self.title), ("persona", self.persona), ("stages", self.stages)):
            form.addRow(_label(self._words(f"start.{name}"), field), field)
        heading = QLabel(self._words("start.new"))
        heading.setObjectName("heading")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 32)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(self.templates)
        column.addLayout(form)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)

    def _listen(self) -> None:
        for field in (self.title, self.persona, self.stages):
            field.textChanged.connect(self._pause.start)
            field.returnPressed.connect(self._begin)
        self.templates.currentRowChanged.connect(self._pause.start)
        self.templates.itemActivated.connect(self._begin)
        self.button.clicked.connect(self._begin)
        self._pause.timeout.connect(self.refresh)

    def _begin(self) -> None:
        self._pause.stop()
        self.begun.emit(self.wish)

    def _paint_next(self) -> None:
        """One template after the other, so that the page is there at once."""
        if self._painted < len(self._offered):
            row, self._painted = self._painted, self._painted + 1
            opened = project_of(Wish(self._offered[row].name), self._language, Ids(secrets.randbits))
            self.templates.show_picture(row, self._easel.picture(opened))
            QTimer.singleShot(0, self, self._paint_next)


def _label(text: str, field: QLineEdit) -> QLabel:
    """A label that stands on the middle of its field."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label

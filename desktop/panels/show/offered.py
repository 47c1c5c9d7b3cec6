"""What stands where there is no agenda yet: the templates, each with one click."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.panels.show.times import length
from desktop.storage.agendas import AgendaTemplate

Templates = Callable[[], tuple[AgendaTemplate, ...]]


class Offered(QWidget):
    """taken(name): a template was chosen. own(): somebody wants to begin with a point of their own."""

    taken = Signal(str)
    own = Signal()

    def __init__(self, templates: Templates, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = templates
        self._words = words
        self.setObjectName("offered")
        self.buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(plain(words("show.empty"), "heading", wrapped=True))
        self._column.addWidget(plain(words("show.empty_more"), "quiet", wrapped=True))
        self._column.addSpacing(8)
        self.own_button = QPushButton(words("show.own"))
        self.own_button.setObjectName("own")
        self.own_button.clicked.connect(self.own)
        self._column.addWidget(self.own_button)
        self._column.addStretch(1)

    def renew(self) -> None:
        """Offers what there is, in the language of the project."""
        offered = {template.name: template for template in self._templates()}
        for name, template in offered.items():
            if name not in self.buttons:
                button = self.buttons[name] = QPushButton()
                button.setObjectName("template")
                button.setProperty("template", name)
                button.clicked.connect(self._take)
                self._column.insertWidget(self._column.indexOf(self.own_button), button)
                _write_on(button)
                button.show()  # so that it can take the keyboard at once
            self._show(self.buttons[name], template)

    def _show(self, button: QPushButton, template: AgendaTemplate) -> None:
        span = length(template.minutes, self._words)
        said = self._words("show.template").format(count=len(template.points), length=span)
        for name, text in (("title", template.title), ("about", template.description), ("said", said)):
            label = button.findChild(QLabel, name)
            if label is not None:
                label.setText(text)
        button.setAccessibleName(template.title)
        button.setAccessibleDescription(template.description)

    def _take(self) -> None:
        self.taken.emit(str(self.sender().property("template")))


def _write_on(button: QPushButton) -> None:
    """Title, description and size, one below the other; clicks go through them."""
    column = QVBoxLayout(button)
    column.setContentsMargins(12, 9, 12, 9)
    column.setSpacing(2)
    for name in ("title", "about", "said"):
        label = plain("", name, wrapped=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(label)
    policy = button.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(policy.Policy.Minimum)
    button.setSizePolicy(policy)

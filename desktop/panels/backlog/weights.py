"""How much each of the four factors counts: folded away until somebody uses it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.desk.backlog import Backlog
from desktop.document.project import Weights
from desktop.method.ranking import FACTORS
from desktop.session import Signal

MOST, STEP = 10.0, 0.5


class Weight(QDoubleSpinBox):
    """What is typed counts when it is handed in; the wheel scrolls what it stands in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0.0, MOST)
        self.setSingleStep(STEP)
        self.setDecimals(1)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class WeightsPart(QWidget):
    """turned(): it is opened or folded away, and the factors are to be seen in the table or not."""

    def __init__(self, backlog: Backlog) -> None:
        super().__init__()
        words = backlog.desk.words
        self.turned: Signal[[]] = Signal()
        self._backlog = backlog
        self._by_hand = False
        self._shown: dict[str, float] = {}
        self.head = QToolButton()
        self.head.setObjectName("fold")
        self.head.setText(words("backlog.weights"))
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setCheckable(True)
        self.body = QWidget()
        self.fields = {name: Weight(words(f"backlog.column.{name}")) for name in FACTORS}
        self.alike = QPushButton(words("backlog.reset"))
        self._arrange()
        self.head.toggled.connect(self._turn)
        self.head.clicked.connect(self._note_hand)
        self.alike.clicked.connect(backlog.weigh_alike)
        for field in self.fields.values():
            field.valueChanged.connect(self._hand_in)
        self._turn(False)

    @property
    def open(self) -> bool:
        """Whether it is unfolded."""
        return self.head.isChecked()

    def follow(self) -> None:
        """Shows the weights as they are; unfolds when they matter, unless somebody has folded it away."""
        weights = self._backlog.desk.project.weights
        for name, field in self.fields.items():
            told = field.blockSignals(True)
            field.setValue(getattr(weights, name))
            field.blockSignals(told)
            self._shown[name] = field.value()
            field.setReadOnly(self._backlog.desk.session.read_only)
        self.alike.setEnabled(weights != Weights() and not self._backlog.desk.session.read_only)
        if not self._by_hand:
            self.head.setChecked(weights != Weights())

    def _hand_in(self) -> None:
        """Only what somebody has turned: a field shows less of a weight than a file may say."""
        for name, field in self.fields.items():
            if field.value() != self._shown[name]:
                self._shown[name] = field.value()
                self._backlog.weigh(name, field.value())

    def _turn(self, shown: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.body.setVisible(shown)
        self.turned.emit()

    def _note_hand(self) -> None:
        self._by_hand = True

    def _arrange(self) -> None:
        grid = QGridLayout(self.body)
        grid.setContentsMargins(18, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        told = QLabel(self._backlog.desk.words("backlog.weights_told"))
        told.setObjectName("note")
        told.setWordWrap(True)
        grid.addWidget(told, 0, 0, 1, 4)
        for at, (name, field) in enumerate(self.fields.items()):
            row, column = 1 + at // 2, at % 2 * 2
            grid.addWidget(QLabel(self._backlog.desk.words(f"backlog.column.{name}")), row, column)
            grid.addWidget(field, row, column + 1)
        grid.addWidget(self.alike, 3, 3, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(4)
        column_.addWidget(self.head)
        column_.addWidget(self.body)

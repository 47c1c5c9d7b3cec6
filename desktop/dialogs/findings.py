"""What is wrong with the project: every finding with its place, what its repair does, and that nothing is lost."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk.mending import SEVERITIES, Mending
from desktop.dialogs.buttons import press_focused
from desktop.dialogs.diagnosis import TWIN, Diagnosis
from desktop.dialogs.findinglist import MOST, FindingList, Group, Row, paint_mark
from desktop.document.checks import Finding
from desktop.document.repair import repairable
from desktop.layout.names import counted
from desktop.panels.plaintext import plain

SIZE = (680, 600)
MARK = 48
PAUSE = 120
"""Ms without an edit after which the project is looked at again."""


class Safety(Protocol):
    """What becomes of the file."""

    @property
    def promise(self) -> str:
        """That it stays as it is, in a sentence or two."""

    @property
    def copying(self) -> bool:
        """Whether there are repairs that still have to be saved under another name."""

    def save(self) -> object:
        """Asks for that name."""


class FindingsDialog(QDialog):
    """Stands beside the map and follows the project. pointed(ids): what is to be brought into sight."""

    pointed = Signal(object)

    def __init__(self, mending: Mending, safety: Safety, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("findings")
        self._mending = mending
        self._safety = safety
        self._words = mending.desk.words
        self._mended = False
        self._looking = QTimer(self, singleShot=True, interval=PAUSE)
        self._looking.timeout.connect(self.look)
        self.setWindowTitle(self._words("findings.title"))
        self._make_parts()
        self._make_buttons()
        self._arrange()
        self.look()

    def look(self) -> None:
        """Shows what there is to be found now."""
        found = self._mending.found()
        groups = self._groups(found)
        self.list.show_groups(groups, self._words("findings.more"))
        self.pages.setCurrentIndex(0 if groups else 1)
        self._tell(found, any_left=bool(groups))
        self._show_able()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mending.desk.shown.connect(self._look_soon)
        self._mending.desk.session.saved.connect(self._look_soon)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses what has the focus; in the list it goes to the finding."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._mending.desk.shown.disconnect(self._look_soon)
        self._mending.desk.session.saved.disconnect(self._look_soon)
        self._looking.stop()
        super().hideEvent(event)

    def _look_soon(self, *_: object) -> None:
        self._looking.start()

    def _make_parts(self) -> None:
        self.heading = plain("", "heading", wrapped=True)
        self.promise = plain("", "told", wrapped=True)
        self.remedy = plain("", "told", wrapped=True)
        self.list = FindingList(self._words("findings.title"))
        self.list.currentItemChanged.connect(self._show_able)
        self.list.itemActivated.connect(self._go_to)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(_Well())

    def _make_buttons(self) -> None:
        self.go_to = self._button("findings.go_to", self._go_to)
        self.repair = self._button("findings.repair", self._repair)
        self.repair_all = self._button("findings.repair_all", self._repair_all)
        self.save = self._button("findings.save", self._save)
        self.close_button = self._button("answer.close", self.reject)
        for button in (self.repair_all, self.save):
            button.setObjectName("strong")

    def _button(self, code: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._words(code))
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.promise)
        column.addSpacing(4)
        column.addWidget(self.pages, 1)
        column.addWidget(self._strip())
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.go_to, self.repair):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.repair_all, self.save, self.close_button):
            row.addWidget(button)
        column.addLayout(row)
        self.resize(*SIZE)

    def _strip(self) -> QWidget:
        """Below the list: what the repair of the chosen finding does."""
        self.strip = QFrame()
        self.strip.setObjectName("remedy")
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        self.what = plain("", "section", wrapped=True)
        self.what.setText(self._words("findings.what"))
        self.what.setWordWrap(False)
        row.addWidget(self.what, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remedy, 1)
        return self.strip

    def _groups(self, found: Iterable[Finding]) -> list[Group]:
        """The headings and rows, the worst first; what was put right while reading comes last."""
        diagnosis = Diagnosis(self._mending.desk.project, self._words)
        about: list[tuple[Finding, str]] = [(finding, finding.severity) for finding in found]
        about += [(twin, "done") for twin in self._mending.twins]
        those = {severity: [one for one, its in about if its == severity] for severity in (*SEVERITIES, "done")}
        return [self._group(diagnosis, severity, findings) for severity, findings in those.items() if findings]

    def _group(self, diagnosis: Diagnosis, severity: str, findings: list[Finding]) -> Group:
        """Only what is shown is put into words."""
        rows = (Row(one, severity, diagnosis.sentence(one), diagnosis.place(one)) for one in findings[:MOST])
        heading = f"{self._words(f'findings.{severity}')} · {len(findings)}"
        return Group(heading, tuple(rows), max(0, len(findings) - MOST))

    def _tell(self, found: tuple[Finding, ...], *, any_left: bool) -> None:
        self.heading.setText(self._heading(found))
        self.promise.setText(self._safety.promise)
        self.promise.setVisible(bool(self._safety.promise) and (any_left or self._mended))
        self.strip.setVisible(any_left)
        able = sum(map(repairable, found))
        self.repair_all.setText(self._words("findings.repair_all").format(count=able))
        self.repair_all.setVisible(able > 1)
        self.save.setVisible(not able and self._safety.copying)

    def _heading(self, found: tuple[Finding, ...]) -> str:
        """How many findings there are; notes are none to be troubled by."""
        count = sum(finding.severity != "note" for finding in found)
        if count:
            return counted(self._words, "findings.one", "findings.some", count)
        return self._words("findings.mended" if self._mended else "findings.only_notes" if found else "findings.none")

    def _show_able(self) -> None:
        """What can be done about the chosen finding."""
        finding = self.list.chosen
        open_to_edits = not self._mending.desk.session.read_only
        done = finding is not None and finding.code == TWIN
        self.go_to.setEnabled(finding is not None and finding.path.startswith("maps/"))
        self.go_to.setVisible(finding is not None)
        self.repair.setVisible(finding is not None)
        self.repair.setEnabled(finding is not None and not done and repairable(finding) and open_to_edits)
        self.repair_all.setEnabled(open_to_edits)
        if finding is not None:
            self.what.setVisible(repairable(finding) and not done)
            self.remedy.setText(Diagnosis(self._mending.desk.project, self._words).remedy(finding))

    def _go_to(self) -> None:
        finding = self.list.chosen
        if finding is not None:
            self.pointed.emit(self._mending.go_to(finding))

    def _repair(self) -> None:
        finding = self.list.chosen
        if finding is not None:
            self._mended |= self._mending.repair(finding)
            self.look()

    def _repair_all(self) -> None:
        self._mended |= bool(self._mending.repair_all())
        self.look()

    def _save(self) -> None:
        self._safety.save()
        self.look()


class _Well(QWidget):
    """A large tick, where there is nothing to be listed."""

    def sizeHint(self) -> QSize:
        return QSize(MARK, MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(QPoint((self.width() - MARK) // 2, (self.height() - MARK) // 2))
        paint_mark(painter, "done", MARK)
        painter.end()

"""Writing on the map: from a key press to the window that shows it, beside a bare text widget in the same run."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from benchmarks.stage import SETTLING, Stage
from benchmarks.targets import TYPE, TYPE_TAIL, Reading, timed
from desktop.canvas.canvas import Canvas
from desktop.canvas.writing import Writer
from desktop.desk.drafts import draft_of

TEXT = "What she says while she waits is what we write, and some of it is long. "
WARM = 12
"""Letters that do not count."""

TAIL = 20
"""One in so many key presses may take longer than the tail."""


def measure(size: str, stage: Stage, times: int) -> Iterator[Reading]:
    """The median and the tail of typing into a card in the middle of the map, its neighbours making room."""
    stage.actual_size()
    floor = median(_bare(times))
    spent = _written(stage, 2 * times)
    yield Reading(TYPE, size, median(spent), "ms", floor)
    yield Reading(TYPE_TAIL, size, quantiles(spent, n=TAIL)[-1], "ms", floor)


def _bare(times: int) -> list[float]:
    """The floor: the same letters into Qt's own widget, as large as a card."""
    field = QPlainTextEdit()
    field.resize(160, 120)
    field.show()
    QTest.qWait(SETTLING)
    spent = _typed(field, field.viewport(), times)
    field.close()
    field.deleteLater()
    return spent


def _written(stage: Stage, times: int) -> list[float]:
    canvas, desk = stage.canvas, stage.window.desk
    card = next(canvas.scene.hits.inside(canvas.view.seen))
    draft = draft_of(desk, card)
    if draft is None or not canvas.write(draft):
        raise RuntimeError("the card cannot be written on")
    stage.settle()
    spent = _typed(_editor(canvas), canvas.viewport(), times)
    _editor(canvas).leave()
    desk.undo()
    return spent


def _editor(canvas: Canvas) -> Writer:
    if canvas.writer is None:
        raise RuntimeError("the editor has been closed")
    return canvas.writer


def _typed(field: QWidget, shows: QWidget, times: int) -> list[float]:
    """Milliseconds of each letter, until `shows` has painted itself."""
    painted = _Painted(shows)
    spent = [timed(partial(_press, field, letter, painted)) for letter in islice(cycle(TEXT), WARM + times)]
    shows.removeEventFilter(painted)
    return spent[WARM:]


def _press(field: QWidget, letter: str, painted: "_Painted") -> None:
    painted.done = False
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(field, event)
    while not painted.done:
        QCoreApplication.processEvents()


class _Painted(QObject):
    """Notes when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.done = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.done = self.done or event.type() == QEvent.Type.Paint
        return False

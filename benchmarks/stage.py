"""The real window without a screen, its canvas at exactly the size that the figures are meant for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app import tear_down
from desktop.preferences import Folders
from desktop.program import Program
from desktop.window import Window

WIDTH, HEIGHT = 1600, 1000
SETTLING = 250
"""Ms after which no timer of the canvas is running any more."""


class Stage:
    """An open window, moved on by the benchmark alone."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.canvas = window.canvas
        self.session = window.session
        self._grow()

    def _grow(self) -> None:
        """Makes the canvas WIDTH × HEIGHT px, whatever stands around it; without scroll bars, which come and go."""
        self.canvas.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.canvas.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.window.resize(WIDTH, HEIGHT)
        self.settle()
        lacking = self.canvas.viewport().size()
        self.window.resize(2 * WIDTH - lacking.width(), 2 * HEIGHT - lacking.height())
        self.settle()
        reached = self.canvas.viewport().size().toTuple()
        if reached != (WIDTH, HEIGHT):
            raise RuntimeError(f"the canvas is {reached} and not {WIDTH} × {HEIGHT} px")

    def settle(self) -> None:
        """Lets events arrive and timers run out."""
        QTest.qWait(SETTLING)

    def actual_size(self) -> None:
        """100 %, in the middle of the map."""
        self.canvas.zoom_actual()
        right, down = self.canvas.view.reach
        self.canvas.scroll_to(right // 2, down // 2)
        self.settle()

    def fit(self) -> None:
        """The whole map, as it looks at rest."""
        self.canvas.fit()
        self.settle()

    def paint(self) -> None:
        """One frame, at once."""
        self.canvas.viewport().repaint()

    def frame(self, action: Callable[..., object], *arguments: object) -> None:
        """Does something and paints what it changed."""
        action(*arguments)
        self.paint()

    def escape(self) -> None:
        """Ends the gesture in progress."""
        QTest.keyClick(self.canvas, Qt.Key.Key_Escape)


@contextmanager
def opened(path: Path) -> Iterator[Stage]:
    """A window on a project file; no edit that was made in it asks to be saved at the end."""
    with TemporaryDirectory() as folder:
        program = Program(Folders.below(Path(folder)))
        program.open_path(path)
        stage = Stage(program.windows[0])
        yield stage
        program.end()
        tear_down()

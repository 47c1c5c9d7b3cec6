"""Random gestures, keys and repaints on a map: `python -m benchmarks.soak [COUNT] [--seed SEED]`.

Whatever goes wrong ends it: an exception, a warning of Qt, a project that is not sound or cannot be read again, an undo
that does not lead back to the first bytes. At the end it tells what the process grew by in the last two thirds.
"""

import argparse
import ctypes
import gc
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from desktop import resources
from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.lens import CLEAR, Lens
from desktop.desk.selecting import Select
from desktop.document.checks import check, sound
from desktop.document.ids import Ids, ids_of
from desktop.layout.places import Rect
from desktop.panels.easel import canvas_on
from desktop.session import Session
from desktop.storage.reader import parse, read
from desktop.storage.writer import dump

ROUND = 60
"""After so many actions everything is undone, so that the map does not grow for ever and the history is empty."""

MOST_CARDS = 500
"""A map that has grown to more ends its round early."""

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
HELD = (NONE, NONE, NONE, SHIFT, CTRL, SHIFT | CTRL)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
LETTERS = "tahqepocxbmnsdl"
WORDS = ("waits", "“Is it far?”", "Pay – now", "日本", "عربي", "x" * 40)
ZOOMS = (0.3, 0.6, 1.0, 1.0, 1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Size:
    """Objects of Qt that Python knows, and resident MB; 0 MB where the system does not tell."""

    wrappers: int
    megabytes: float

    @classmethod
    def now(cls) -> "Size":
        """With everything let go of that nobody holds, and the allocator's reserve given back where it can be."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
        if trim is not None:
            trim(0)
        known = sum(isinstance(thing, Shiboken.Object) for thing in gc.get_objects())
        pages = Path("/proc/self/statm")
        resident = int(pages.read_text("ascii").split()[1]) if pages.exists() else 0
        return cls(known, resident * os.sysconf("SC_PAGE_SIZE") / 1024**2 if resident else 0.0)


class UnsoundError(Exception):
    """What the actions left is not what it should be."""


class Soak:
    """Works a canvas at random; the same seed does the same."""

    def __init__(self, canvas: Canvas, seed: int) -> None:
        self.done: Counter[str] = Counter()
        self.edits = 0
        self._canvas = canvas
        self._desk = canvas.desk
        self._select = Select(canvas.desk)
        self._chance = random.Random(seed)
        self._begun = self._bytes()
        self._rest()

    def run(self, count: int) -> tuple[Size, Size]:
        """So many actions; the size after the first third and at the end, both at an empty history."""
        self.work(count // 3)
        first = self._size()
        self.work(count - count // 3)
        return first, self._size()

    def work(self, count: int) -> None:
        """So many actions, settled now and then, but not after the last."""
        actions = self._actions()
        for number in range(1, count + 1):
            action = self._chance.choice(actions)
            self.done[action.__name__.strip("_")] += 1
            action()
            if number % ROUND == 0 or self._is_crowded():
                self.settle()

    def _size(self) -> Size:
        """At an empty history, and without what the typesetter remembers of texts that were typed and undone: it keeps
        a certain number of them."""
        self.settle()
        resources.typesetter().forget()
        return Size.now()

    def settle(self) -> None:
        """Checks what there is and undoes all of it."""
        self._canvas.stop_writing()
        self._canvas.drop_tool()
        session = self._desk.session
        if not sound(check(session.project, session.assets)):
            raise UnsoundError("the project has findings that are errors")
        if parse(self._bytes()).project != session.project:
            raise UnsoundError("what is written is not read again as it was")
        while self._desk.undo():
            self.edits += 1
        if self._bytes() != self._begun:
            raise UnsoundError("undoing everything does not lead back to the first bytes")
        self._rest()

    def _rest(self) -> None:
        """As a map is looked at first."""
        self._desk.look(CLEAR)
        self._desk.select(())
        self._desk.aim(None)
        self._canvas.zoom_actual()
        self._canvas.scroll_to(0, 0)
        self._canvas.setFocus()
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a running event loop does

    def _bytes(self) -> bytes:
        session = self._desk.session
        return dump(session.project, session.assets)

    def _is_crowded(self) -> bool:
        journey = self._desk.journey
        return journey is not None and sum(len(lane.cards) for lane in journey.lanes) > MOST_CARDS

    def _actions(self) -> list[Callable[[], None]]:
        """Each as often as it is likely."""
        return [
            *[self._drag] * 8,
            *[self._click] * 3,
            *[self._press_key] * 4,
            *[self._write] * 2,
            self._double_click,
            self._turn_wheel,
            self._undo_or_redo,
            self._repaint,
            self._scroll,
            self._select_some,
            self._look,
        ]

    def _drag(self) -> None:
        """From somewhere to somewhere, and any of the ways in which a gesture ends."""
        keys, viewport = self._chance.choice(HELD), self._canvas.viewport()
        button = self._chance.choice((*[Qt.MouseButton.LeftButton] * 9, Qt.MouseButton.MiddleButton))
        QTest.mousePress(viewport, button, keys, self._somewhere())
        at = QPoint()
        for _ in range(self._chance.randint(1, 3)):
            at = self._somewhere()
            QTest.mouseMove(viewport, at)
        ending = self._chance.randrange(12)
        if ending == 0:
            QTest.keyClick(self._canvas, Qt.Key.Key_Escape)
        elif ending == 1:
            at = QPoint(-400, self._chance.randint(-400, 400))
        elif ending == 2:
            self._canvas.clearFocus()
        elif ending == 3:
            viewport.repaint()
        QTest.mouseRelease(viewport, button, keys, at)

    def _click(self) -> None:
        QTest.mouseClick(
            self._canvas.viewport(), Qt.MouseButton.LeftButton, self._chance.choice(HELD), self._somewhere()
        )

    def _double_click(self) -> None:
        at = self._somewhere()
        for press in (QTest.mouseClick, QTest.mouseDClick):
            press(self._canvas.viewport(), Qt.MouseButton.LeftButton, NONE, at)

    def _press_key(self) -> None:
        key = self._chance.choice(
            (*ARROWS, *ARROWS, Qt.Key.Key_Tab, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete)
        )
        target = self._canvas.writer or self._canvas
        QTest.keyClick(target, key, self._chance.choice(HELD) if key in ARROWS else NONE)
        if self._chance.random() < 0.1:
            QTest.keyClick(self._canvas, Qt.Key.Key_F4)
            self._type(self._chance.choice(LETTERS))

    def _write(self) -> None:
        """Types, as if in the hurry of a workshop; now and then the text is given up."""
        for letter in self._chance.choice(WORDS):
            self._type(letter)
        writer = self._canvas.writer
        if writer is not None:
            key = self._chance.choice((Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab))
            QTest.keyClick(writer, key, CTRL if key == Qt.Key.Key_Return else NONE)

    def _type(self, letter: str) -> None:
        target = self._canvas.writer or self._canvas
        QTest.sendKeyEvent(QTest.KeyAction.Click, target, Qt.Key(ord(letter.upper())), letter, NONE)

    def _turn_wheel(self) -> None:
        self._canvas.zoom_to(self._chance.choice(ZOOMS))

    def _scroll(self) -> None:
        right, down = self._canvas.view.reach
        self._canvas.scroll_to(self._chance.randint(0, right), self._chance.randint(0, down))

    def _undo_or_redo(self) -> None:
        self._chance.choice((self._desk.undo, self._desk.redo))()

    def _repaint(self) -> None:
        self._canvas.viewport().repaint()

    def _select_some(self) -> None:
        select = self._select
        commands = (
            select.in_lane,
            select.in_step,
            select.in_stage,
            select.next,
            select.previous,
            select.none,
            select.all,
        )
        self._chance.choice(commands)()

    def _look(self) -> None:
        """Through another lens: a stage folded, a lane hidden, or everything seen again."""
        journey = self._desk.journey
        if journey is not None:
            stage, lane = self._chance.choice(journey.stages).id, self._chance.choice(journey.lanes).id
            lenses = (CLEAR, CLEAR, Lens(stages=frozenset((stage,))), Lens(lanes=frozenset((lane,))))
            self._desk.look(self._chance.choice(lenses))

    def _somewhere(self) -> QPoint:
        """Often on a thing of the map or on its edge, else anywhere in the window."""
        size = self._canvas.viewport().size()
        anywhere = QPoint(self._chance.randrange(size.width()), self._chance.randrange(size.height()))
        rect = self._chance.choice(self._boxes()) if self._chance.random() < 0.7 else None
        if rect is None:
            return anywhere
        across, down = (self._chance.choice((0.02, 0.5, 0.5, 0.99)) for _ in range(2))
        point = self._canvas.view.to_window(rect.x + rect.width * across, rect.y + rect.height * down)
        at = QPoint(*map(round, point))
        return at if self._canvas.viewport().rect().contains(at) else anywhere

    def _boxes(self) -> list[Rect | None]:
        """Of a few cards and of everything else."""
        scene = self._canvas.scene
        layout, hits = scene.layout, scene.hits
        cards = [card for row in layout.rows for card in hits.inside(Rect(0, row.y, layout.width, row.height))]
        felt = [place.marker.id for row in layout.rows for place in row.content.markers]
        heads = [row.lane.id for row in layout.rows] + [place.stage.id for place in layout.stage_places]
        heads += [column.step.id for column in layout.columns]
        few = self._chance.sample(cards, min(len(cards), 20)) + felt[:20] + heads
        return [hits.rect(one) for one in few] or [None]


def _refuse(kind: QtMsgType, _context: object, message: str) -> None:
    """Ends the run at a warning of Qt's, but for what the offscreen platform says of every window."""
    if kind != QtMsgType.QtDebugMsg and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)
        os._exit(1)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=30_000, help="how many actions")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    qInstallMessageHandler(_refuse)
    session = Session(read(resources.root() / "samples" / "restaurant.journey"))
    ids = Ids(random.Random(arguments.seed).getrandbits, ids_of(session.project))
    canvas = canvas_on(Desk(session, resources.words("en"), ids))
    canvas.resize(1200, 800)
    canvas.show()
    soak = Soak(canvas, arguments.seed)
    before, after = soak.run(arguments.count)
    print(
        f"{arguments.count:,} actions, {soak.edits:,} edits: " + ", ".join(f"{n} {c:,}" for n, c in soak.done.items())
    )
    print(f"Python's objects of Qt {before.wrappers:,} → {after.wrappers:,}")
    print(f"resident {before.megabytes:.1f} → {after.megabytes:.1f} MB ({after.megabytes - before.megabytes:+.1f} MB)")
    canvas.close()
    application.processEvents()


if __name__ == "__main__":
    main()

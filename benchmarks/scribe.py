"""The scribe bar by real key events: `python -m benchmarks.scribe [--notes N]`.

Keys per note; sixty scripted notes in kinds and places at 600 and 5,000 cards: whether all stand where they should, and
what each costs the processor in the window's thread, from Enter until the map is painted, and all its letters with it;
two hundred sentences full of what looks like signs, each a card with exactly that text.
"""

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import workloads
from benchmarks.stage import Stage, opened
from desktop.app import set_up
from desktop.document.journey import JourneyMap
from desktop.document.kinds import CARD_KINDS, LANE_OF_KIND
from desktop.document.locate import card_at, cards_of
from desktop.layout.addresses import addresses
from desktop.window import Window

CORPUS = Path(__file__).parents[1] / "tests" / "scribe" / "corpus.txt"
MOST = {"M": 16.0, "L": 50.0}
"""Ms of the processor per note, by the size of the map."""

NONE = Qt.KeyboardModifier.NoModifier
KINDS = ("action", "touchpoint", "thought", "quote", "pain", "opportunity", "backstage", "note")
THINGS = ("door", "menu", "waiter", "bread", "bill", "coat", "lamp", "sign", "tram", "table", "phone", "nuts")
DOINGS = ("is late", "was forgotten", "comes twice", "costs too much", "looks new", "cannot be found", "smells good")


@dataclass(frozen=True, slots=True)
class Scripted:
    """What is typed, and the card that is expected of it."""

    raw: str
    text: str
    kind: str
    step: str
    severity: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor time in ms: for the letters, and from Enter until the map is painted."""

    letters: float
    entered: float


def script(journey: JourneyMap, count: int) -> list[Scripted]:
    """Notes for all the kinds that the map has lanes for, over all its columns by their addresses."""
    letters = {kind.key: kind.letter for kind in CARD_KINDS}
    lanes = {lane.kind for lane in journey.lanes}
    kinds = [kind for kind in KINDS if LANE_OF_KIND[kind] in lanes]
    return [_scripted(journey, kinds[at % len(kinds)], letters, at) for at in range(count)]


def misplaced(journey: JourneyMap, notes: Sequence[Scripted]) -> list[Scripted]:
    """Those notes that are not on the map exactly once, in their kind, lane, step and severity."""
    found: dict[str, list[str]] = {}
    for card in cards_of(journey):
        found.setdefault(card.text, []).append(card.id)
    return [note for note in notes if not _stands(journey, note, found.get(note.text, []))]


def write(window: Window, notes: Sequence[Scripted]) -> Iterator[Cost]:
    """Types the notes into the bar of a window, and tells what each costs."""
    bar = window.workshop.scribe
    if not bar.field.hasFocus():
        bar.toggle()
    for note in notes:
        start = time.process_time()
        press(bar.field, note.raw)
        QCoreApplication.processEvents()
        typed = time.process_time()
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        QCoreApplication.processEvents()
        window.canvas.viewport().repaint()
        yield Cost((typed - start) * 1000, (time.process_time() - typed) * 1000)


def press(field: QWidget, text: str) -> None:
    """Types a text; letters that stand on no key of Qt's own test keyboard come as the system would send them."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))


def sentences() -> list[str]:
    """The corpus."""
    return CORPUS.read_text("utf-8").splitlines()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scribe", description="What the scribe bar costs.")
    parser.add_argument("--notes", type=int, default=60, help="how many notes are typed at each size")
    count = parser.parse_args().notes
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if QApplication.instance() is None:
        set_up()
    print("keys for a note of n letters at the slot: n + 1 (Enter)")
    print(f"with kind, step and severity: n + {len('p: ' + '@we ' + '!4 ') + 1}")
    with TemporaryDirectory() as folder:
        for size in MOST:
            _measure(size, Path(folder) / f"{size}.journey", count)


def _measure(size: str, path: Path, count: int) -> None:
    workloads.write(workloads.SIZES[size], path)
    with opened(path) as stage:
        stage.fit()
        warm, *notes = script(_journey(stage), count + 1)
        list(write(stage.window, (warm,)))
        costs = list(write(stage.window, notes))
        wrong = misplaced(_journey(stage), notes)
        lines = [Scripted(line, line, "", "") for line in sentences()] if size == "M" else []
        list(write(stage.window, lines))
        texts = {card.text for card in cards_of(_journey(stage))}
    cards = workloads.SIZES[size].cards
    entered, letters = mean(cost.entered for cost in costs), mean(cost.letters for cost in costs)
    print(f"{cards} cards: {len(notes) - len(wrong)} of {len(notes)} notes in place")
    print(f"  Enter to painted {entered:.1f} ms (at most {MOST[size]:g}); its letters {letters:.1f} ms")
    if lines:
        print(f"  {sum(line.text in texts for line in lines)} of {len(lines)} sentences are cards as they were typed")


def _journey(stage: Stage) -> JourneyMap:
    journey = stage.window.desk.journey
    if journey is None:
        raise RuntimeError("the project has no map")
    return journey


def _scripted(journey: JourneyMap, kind: str, letters: dict[str, str], at: int) -> Scripted:
    """A note at an address; it goes to the nearest lane of its kind at that step."""
    cells = list(addresses(journey).items())
    (_, step), address = cells[(at * 7) % len(cells)]
    text = f"{THINGS[at % len(THINGS)]} {DOINGS[at % len(DOINGS)]}, said {at}"
    severity = 1 + at % 5 if kind == "pain" else 0
    graded = f"!{severity} " if severity else ""
    return Scripted(f"{letters[kind]}: @{address} {graded}{text}", text, kind, step, severity)


def _stands(journey: JourneyMap, note: Scripted, ids: Sequence[str]) -> bool:
    at = card_at(journey, ids[0]) if len(ids) == 1 else None
    if at is None or at.lane is None:
        return False
    grade = at.card.pain.severity if at.card.pain else 0
    lane = LANE_OF_KIND[note.kind]
    in_lane = at.lane.kind == lane or note.kind == "note"
    return in_lane and (at.card.kind, at.card.first, grade) == (note.kind, note.step, note.severity)


if __name__ == "__main__":
    main()

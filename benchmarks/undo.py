"""What an undo step keeps in memory."""

import gc
import tracemalloc
from pathlib import Path

from benchmarks.targets import UNDO, Reading
from desktop.document.edits.cards import edit_cards
from desktop.document.history import History
from desktop.document.project import Project
from desktop.storage.reader import read

EDITS = 50


def measure(size: str, path: Path) -> Reading:
    """KB that the history grows by with each edit of the text of one card, lane after lane."""
    project = read(path).project
    history = History(project)
    cards = _cards(project)
    _edit(history, cards[:1])  # what is made once is not counted
    gc.collect()
    tracemalloc.start()
    _edit(history, cards[1:])
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Reading(UNDO, size, kept / (len(cards) - 1) / 1024, "KB")


def _cards(project: Project) -> list[str]:
    """One card more than edits, taken from all lanes in turn."""
    lanes = [lane.cards for lane in project.maps[0].lanes if lane.cards]
    return [lanes[at % len(lanes)][at // len(lanes)].id for at in range(EDITS + 1)]


def _edit(history: History, cards: list[str]) -> None:
    for card in cards:
        project = history.current
        history.push("Edit card", edit_cards(project, project.maps[0].id, (card,), text=f"Another text, of {card}"))

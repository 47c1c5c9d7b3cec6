"""What an undo step costs at 20,000 cards in 50 lanes."""

import tracemalloc
from collections.abc import Callable

import pytest
from large import large

from desktop.document.edits.cards import Spot, add_card, edit_cards, move_cards
from desktop.document.project import Project

STEPS = 20
EDITS: dict[str, Callable[[Project, int], Project]] = {
    "text": lambda project, turn: edit_cards(project, "m", ["c07123"], text=f"text {turn}"),
    "place": lambda project, turn: move_cards(project, "m", ["c07123"], Spot("l07", f"s{turn:03}")),
    "lane": lambda project, turn: move_cards(project, "m", ["c07123"], Spot("l31", f"s{turn:03}")),
    "new": lambda project, turn: add_card(project, "m", Spot("l07", "s050"), "note", new_id=lambda: "n", text="so"),
}


LIMITS = {"text": 8, "place": 8, "new": 8, "lane": 11}
"""KiB; of 400 cards, the row of a lane alone takes 3.2, and a move to another lane makes two."""


@pytest.mark.parametrize("name", EDITS)
def test_what_an_undo_step_takes(name: str) -> None:
    project, edit = large(), EDITS[name]
    kept = [edit(project, STEPS + 1)]
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept += [edit(project, turn) for turn in range(STEPS)]
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert len(kept) == STEPS + 1
    assert grown / STEPS <= LIMITS[name] * 1024

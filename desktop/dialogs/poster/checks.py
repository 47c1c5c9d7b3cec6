"""What may be wrong with a print, looked for beside the window once it is shown."""

from dataclasses import dataclass

from desktop.dialogs.poster.proof import Proof
from desktop.poster.composing import Progress
from desktop.poster.preflight import Problem, problems
from desktop.poster.room import budget


@dataclass(frozen=True, slots=True)
class Checks:
    """By the number of the poster what may be wrong with it, the worst first; and how many words a card may have."""

    found: tuple[tuple[int, Problem], ...]
    budget: int


def checks(proof: Proof, progress: Progress) -> Checks:
    """Looks through all posters. Raises Cancelled."""
    order, whole = proof.order, proof.whole
    found: list[tuple[int, Problem]] = []
    for number, panel in enumerate(proof.panels):
        progress("check", number, len(proof.panels))
        listed = problems(order.project, order.assets, whole.press, panel.made, panel.tiles, settings=order.settings)
        found += ((number, each) for each in listed)
    progress("check", len(proof.panels), len(proof.panels))
    worst = {"error": 0, "warning": 1}
    found.sort(key=lambda each: worst.get(each[1].severity, 2))
    return Checks(tuple(found), budget(whole.press, whole.made[0]))

"""What may be wrong with a print, looked for beside the window once it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.dialogs.poster.proof import Proof
from desktop.layout.places import Rect
from desktop.plan.roles import CARDS
from desktop.poster.composing import Progress
from desktop.poster.costs import Costly, costly
from desktop.poster.offers import Offer, offers
from desktop.poster.preflight import Problem, places_mm, problems
from desktop.poster.reading import failing
from desktop.poster.room import budget


@dataclass(frozen=True, slots=True)
class Checks:
    """By the number of the poster what may be wrong with it, the worst first; how many words a card may have; and, by
    the number of the poster too, the ids and places of all that cannot be read from where it should be."""

    found: tuple[tuple[int, Problem], ...]
    budget: int
    weak: tuple[tuple[int, str, Rect], ...] = ()


def checks(proof: Proof, progress: Progress) -> Checks:
    """Looks through all posters. Raises CancelledError."""
    order, whole = proof.order, proof.whole
    found: list[tuple[int, Problem]] = []
    for number, panel in enumerate(proof.panels):
        progress("check", number, len(proof.panels))
        listed = problems(order.project, order.assets, whole.press, panel.made, panel.tiles, settings=order.settings)
        found += ((number, each) for each in listed)
    progress("check", len(proof.panels), len(proof.panels))
    worst = {"error": 0, "warning": 1}
    found.sort(key=lambda each: worst.get(each[1].severity, 2))
    room = budget(whole.press, whole.made[0]) if proof.grades else 0
    return Checks(tuple(found), room, tuple(_weak(proof)))


def _weak(proof: Proof) -> Iterator[tuple[int, str, Rect]]:
    """Cards and markers that are too small, where somebody said from how far they are read."""
    settings = proof.order.settings
    if CARDS not in settings.read_from:
        return
    for number, panel in enumerate(proof.panels):
        places = places_mm(panel.made.layout, panel.made.page) if panel.made.layout else {}
        ids = failing(panel.made, proof.whole.press, settings)
        yield from ((number, each, places[each]) for each in ids if each in places)


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be printed instead so that all can be read; the cards that cost all others something, with their
    places on the first poster, in mm."""

    offers: tuple[Offer, ...]
    costly: tuple[tuple[Costly, Rect | None], ...]


def advice(proof: Proof, progress: Progress) -> Advice:
    """Lays the first poster out in other ways, which takes a while. Raises CancelledError."""
    order, press, made = proof.order, proof.whole.press, proof.panels[0].made
    if made.layout is None or order.settings.content not in ("map", "working"):
        return Advice((), ())
    given = press, order.project, order.map_id, order.settings, made
    progress("check", 0, 2)
    offered = offers(*given) if order.settings.read_from else ()
    progress("check", 1, 2)
    places = places_mm(made.layout, made.page)
    return Advice(offered, tuple((each, places.get(each.card)) for each in costly(*given)))

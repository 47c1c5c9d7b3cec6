"""The way of the dashed slot through the map by keys: every card can be selected, every free place reached.

In a cell one comes past its cards from top to bottom and then to the free place at its foot; where a card stands it is
selected and the slot is behind it. In an emotion lane one comes past the marker of the map's persona, or the place for
it, and then past those of others. Above the lanes are the headers of steps and stages, left of them the lanes' labels.
"""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.desk.desk import Desk
from desktop.desk.direction import Direction
from desktop.desk.ground import Ground, Place
from desktop.document.edits.cards import Spot

Step = Callable[[Ground, Place], Place]


@dataclass(frozen=True, slots=True)
class _Left:
    """How a move left the desk: as long as nobody else selects or aims, one still stands in this place."""

    place: Place
    thing: str
    target: Spot | None
    selected: frozenset[str]


class Walk:
    """Moves the desk's target along, and the selection with it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._left: _Left | None = None

    def go(self, direction: Direction, *, extend: bool = False) -> None:
        """One place further; the first cell when one stands nowhere. With `extend` what was selected stays so, until
        one comes back over it."""
        if self._desk.target is None and not self._desk.selected:
            self.corner(first=True)
        else:
            self._move(lambda ground, place: ground.beside(place, direction), extend=extend)

    def home(self) -> None:
        """The first step."""
        self._move(lambda ground, place: ground.aligned(place, ground.first))

    def end(self) -> None:
        """The last step."""
        self._move(lambda ground, place: ground.aligned(place, ground.last))

    def page(self, down: int) -> None:
        """The next lane below (1) or above (−1)."""
        self._move(lambda ground, place: ground.paged(place, down))

    def corner(self, *, first: bool) -> None:
        """The first cell of the map or the last."""
        self._move(lambda ground, _place: ground.corner(first=first))

    def onward(self, by: int) -> None:
        """The free place at the foot of the lane's next cell, of the one before with −1; no card is selected."""
        self._move(lambda ground, place: ground.onward(place, by))

    def _move(self, step: Step, *, extend: bool = False) -> None:
        ground = self._ground()
        if ground is None:
            return
        here = self._here(ground)
        self._stand(ground, here, step(ground, here or ground.first_place()), extend=extend)

    def _ground(self) -> Ground | None:
        journey = self._desk.journey
        return Ground(journey, self._desk.lens) if journey and journey.stages else None

    def _here(self, ground: Ground) -> Place | None:
        """Where one stands: on a single thing that is selected, else where the target is."""
        desk, left = self._desk, self._left
        if (
            left
            and (left.target, left.selected) == (desk.target, desk.selected)
            and ground.is_at(left.place, left.thing)
        ):
            return left.place
        if len(desk.selected) == 1:
            on = ground.at_thing(next(iter(desk.selected)), desk.target)
            if on is not None:
                return on
        return ground.at_spot(desk.target, desk.selected) if desk.target else None

    def _stand(self, ground: Ground, before: Place | None, place: Place, *, extend: bool) -> None:
        desk, thing, spot = self._desk, ground.thing(place), ground.spot(place)
        selected = frozenset((thing,)) if thing else frozenset()
        if extend:
            old = ground.thing(before) if before else ""
            back = thing in desk.selected and old != thing
            selected = desk.selected - {old} if back else desk.selected | selected
        desk.select(selected)
        desk.aim(spot)
        self._left = _Left(place, thing, desk.target, desk.selected)

"""What a line in the palette of commands finds: things to do and places to go to, best first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction

from desktop.desk.landmarks import Landmark, Landmarks
from desktop.scribe.lookup import Block, best, find

MOST = 200
"""So many rows are shown at most."""

KEPT = 20
"""So many of the latest are remembered."""

LATEST = 500.0
"""What the latest one is preferred by; ever less for the ones before."""

DOING = 5.0
"""What something to do is preferred by to a place of the same name."""

DO, GO = ">", "@"
"""Before a query: only what can be done; only places."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An entry of a menu: its words, the menu it is in, its keys as people read them. `parent` opens the menu in that
    menu that holds it, if one does."""

    text: str
    path: str
    keys: str
    action: QAction
    parent: QAction | None = None

    @property
    def possible(self) -> bool:
        return self.action.isEnabled() and (self.parent is None or self.parent.isEnabled())


Row = Deed | Landmark
Deeds = Callable[[], Iterable[Deed]]


class Search:
    """Finds among the deeds of a window, asked for once, and the landmarks of its desk."""

    def __init__(self, landmarks: Landmarks, deeds: Deeds) -> None:
        self._landmarks = landmarks
        self._deeds = deeds
        self._block: Block[Deed] | None = None
        self._places: list[Block[Landmark]] = []
        self._latest: list[tuple[str, str]] = []

    def renew(self) -> None:
        """Looks what there is to find by now."""
        self._places = self._landmarks.blocks()
        if self._block is None:
            self._block = Block((deed.text, deed) for deed in self._deeds())

    def note(self, row: Row) -> None:
        """It is the latest from now on."""
        name = _name(row)
        self._latest = [name, *(one for one in self._latest if one != name)][:KEPT]

    def find(self, query: str) -> Sequence[Row]:
        """The best rows for a query; of nothing first the latest, then the menus from the top."""
        sign, asked = asked_of(query)
        found: list[tuple[float, Row]] = list(self._doing(asked)) if sign != GO else []
        if sign == GO or (asked and sign != DO):
            found += [*find(asked, self._places)]
        elif not asked and sign != DO:
            found += [(0.0, row) for row in self._latest_places()]
        return best(self._preferred(found, asked), MOST)

    def _doing(self, asked: str) -> Iterator[tuple[float, Row]]:
        block = [self._block] if self._block else []
        return ((value + DOING, deed) for value, deed in find(asked, block) if deed.possible)

    def _latest_places(self) -> list[Landmark]:
        known = set(self._latest)
        return [name.thing for block in self._places for name in block.names if _name(name.thing) in known]

    def _preferred(self, found: Iterable[tuple[float, Row]], asked: str) -> Iterator[tuple[float, Row]]:
        """The latest before others; but what stands on another map never before its like on the map shown."""
        latest = {name: LATEST * (1 - at / KEPT) for at, name in enumerate(self._latest)}
        if not latest:
            return iter(found)
        near = ((value, row, not asked or self._near(row)) for value, row in found)
        return ((value + latest.get(_name(row), 0.0) * preferred, row) for value, row, preferred in near)

    def _near(self, row: Row) -> bool:
        """Whether it is something to do, or stands on the map shown."""
        return isinstance(row, Deed) or self._landmarks.is_shown(row.map_id)


def asked_of(query: str) -> tuple[str, str]:
    """The sign before a query, "" for none, and what is asked."""
    sign = query.lstrip()[:1]
    return (sign, query.lstrip()[1:].strip()) if sign in (DO, GO) else ("", query.strip())


def _name(row: Row) -> tuple[str, str]:
    return (row.path, row.text) if isinstance(row, Deed) else (row.map_id, row.id)

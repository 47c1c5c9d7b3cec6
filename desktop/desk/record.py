"""What was said in a window, for whoever missed it in the status bar."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from time import time

from desktop.desk.desk import Desk
from desktop.desk.offer import Offer
from desktop.document.project import Project
from desktop.session import Signal

MOST = 500
"""So many are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A sentence, when it was said (seconds since 1970), on which map, and what was selected then.

    `offer`: what could be done about it, for as long as the project is `project`.
    """

    sentence: str
    at: float
    map_id: str = ""
    map_title: str = ""
    things: frozenset[str] = frozenset()
    offer: Offer | None = None
    project: Project | None = None


class Record:
    """Follows a desk; other news are told to it by `note`. changed(): something was said, or an offer is void."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = time) -> None:
        self.changed: Signal[[]] = Signal()
        self._desk = desk
        self._clock = clock
        self._said: list[Said] = []
        desk.said.connect(self.note)
        desk.offered.connect(self._offer)

    @property
    def said(self) -> tuple[Said, ...]:
        """The latest first."""
        return tuple(reversed(self._said))

    def note(self, sentence: str) -> None:
        """Keeps a sentence, said of the map shown."""
        self._keep(sentence)

    def stands(self, said: Said) -> bool:
        """Whether what was offered can still be done: it meant the project as it was."""
        return said.offer is not None and said.project is self._desk.project

    def go_to(self, said: Said) -> Collection[str]:
        """Shows the map that a sentence was about and selects what was selected; what of it is still there."""
        desk = self._desk
        if said.map_id and any(each.id == said.map_id for each in desk.project.maps):
            desk.show_map(said.map_id)
            desk.select(said.things)
        return desk.selected & said.things

    def _offer(self, offer: Offer) -> None:
        self._keep(offer.sentence, offer)

    def _keep(self, sentence: str, offer: Offer | None = None) -> None:
        """The same sentence said again at once moves to now."""
        desk, journey = self._desk, self._desk.journey
        if not sentence:
            return
        if self._said and self._said[-1].sentence == sentence and offer is None:
            self._said.pop()
        title = journey.title if journey else ""
        project = desk.project if offer else None
        self._said.append(Said(sentence, self._clock(), desk.map_id, title, desk.selected, offer, project))
        del self._said[:-MOST]
        self.changed.emit()

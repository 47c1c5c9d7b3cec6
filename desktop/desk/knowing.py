"""What is known of the map shown, what to find out next, and a look at nothing but what is known."""

from dataclasses import replace

from desktop.desk.desk import Desk
from desktop.document.edits.facts import edit_map
from desktop.document.journey import JourneyMap
from desktop.method.coverage import KNOWN, Coverage, Ledger
from desktop.method.unknowns import Unknown, unknowns

SHOWN = "coverage"
"""What a map `shows` with bars in its headings."""


class Knowing:
    """The verbs, and the figures, which are counted again only where something has changed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._ledger = Ledger()

    @property
    def coverage(self) -> Coverage | None:
        """None when there is no map."""
        journey = self.desk.journey
        return self._ledger.coverage(journey) if journey else None

    @property
    def unknowns(self) -> list[Unknown]:
        """The most urgent first."""
        journey, counted = self.desk.journey, self.coverage
        return unknowns(self.desk.project, journey, counted) if journey else []

    @property
    def only_known(self) -> bool:
        """Whether what is no more than an opinion is dimmed or left out."""
        return self.desk.lens.evidence == frozenset(KNOWN)

    def show_only_known(self, only: bool) -> None:
        """Filters by evidence, or no longer."""
        self.desk.look(replace(self.desk.lens, evidence=frozenset(KNOWN if only else ())))

    def toggle_only_known(self) -> None:
        """The other way round, and says which."""
        self.show_only_known(not self.only_known)
        self.desk.said.emit(self.desk.words("knowing.only" if self.only_known else "knowing.all"))

    @property
    def drawn(self) -> bool:
        """Whether the headings of lanes and stages show how much is known, on the screen and in print."""
        journey = self.desk.journey
        return journey is not None and SHOWN in journey.shows

    def draw(self, on: bool) -> None:
        """With bars in the headings or without."""
        desk, journey = self.desk, self.desk.journey
        if journey is not None and on != self.drawn:
            shows = with_word(journey, on)
            label = desk.words("edit.coverage_on" if on else "edit.coverage_off")
            desk.attempt(label, lambda project: edit_map(project, desk.map_id, shows=shows))


def with_word(journey: JourneyMap, on: bool) -> tuple[str, ...]:
    """What the map shows, with the bars or without; the others stay as they are."""
    others = tuple(each for each in journey.shows if each != SHOWN)
    return (*others, SHOWN) if on else others

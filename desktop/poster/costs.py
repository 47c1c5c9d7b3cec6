"""What one over-long card costs all others, measured by laying the map out without what is too much of it."""

from dataclasses import dataclass
from heapq import nlargest

from desktop.desk.budget import rest_to_details
from desktop.document.project import Project
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press
from desktop.poster.refusals import PosterError
from desktop.poster.room import Long, budget, long_cards
from desktop.poster.sizing import posters

MOST = 6
"""Cards looked at, those first that make their lanes highest: each is laid out once."""

LEAST_PT, LEAST_MM = 0.25, 10.0
"""What is worth saying: type for all cards, or length of a page that is as long as the map needs."""


@dataclass(frozen=True, slots=True)
class Costly:
    """A card of `words` words without whose excess all cards were `points` pt larger, or the page `millimetres`
    smaller in one direction; `keep` is how many words may stay."""

    card: str
    points: float
    millimetres: float
    words: int
    keep: int


def costly(press: Press, project: Project, map_id: str, settings: Settings, made: Made) -> tuple[Costly, ...]:
    """The cards that cost something, the dearest first. `made` is one of the posters that the settings give."""
    longest = nlargest(MOST, long_cards(made, press, budget(press, made)), key=lambda long: long.excess)
    trial = _Trial(press, made, settings)
    found = [trial.cost(long, rest_to_details(project, map_id, long.card.id, long.budget)) for long in longest]
    worth = (each for each in found if each.points >= LEAST_PT or each.millimetres >= LEAST_MM)
    return tuple(sorted(worth, key=lambda each: (-each.points, -each.millimetres, each.card)))


@dataclass(frozen=True)
class _Trial:
    """A poster beside which others are held."""

    press: Press
    made: Made
    settings: Settings

    def cost(self, long: Long, shortened: Project) -> Costly:
        """What is won when the card is shortened."""
        other = self._like(shortened)
        points = self._card_size(other) - self._card_size(self.made)
        sides = zip(self.made.page.millimetres, other.page.millimetres, strict=True)
        saved = max(0.0, *(before - after for before, after in sides))
        return Costly(long.card.id, round(points, 2), round(saved, 1), long.words, long.budget)

    def _like(self, project: Project) -> Made:
        """The poster of the same part, made of another state of the project; itself where there is none."""
        layout = self.made.layout
        try:
            found = posters(self.press.of(project), project, layout.map.id if layout else "", self.settings)
        except PosterError:
            return self.made
        return next((each for each in found if each.title == self.made.title), self.made)

    def _card_size(self, made: Made) -> float:
        return (made.style or self.press.style).roles["card"].size * made.page.scale

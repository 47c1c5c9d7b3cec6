"""Results of tests of variants: brought to the card of the experiment, and said in plain sentences."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.homes import Search, Way, home
from desktop.document.base import in_order
from desktop.document.cards import Card, Outcome
from desktop.document.edits.cards import Spot, add_card
from desktop.document.edits.outcomes import set_outcomes
from desktop.document.edits.parts import the_map
from desktop.document.errors import EditError
from desktop.document.keyed import find
from desktop.document.locate import card_at, cards_of, columns_of
from desktop.document.project import Project
from desktop.layout.style import Words
from desktop.method.tests import Verdict, verdicts
from desktop.scribe.similar import grams

KIND = "experiment"


class TestResults:
    """`today` gives the date as ISO 8601."""

    __test__ = False

    def __init__(self, desk: Desk, today: Callable[[], str]) -> None:
        self.desk = desk
        self._today = today

    @property
    def experiments(self) -> list[Card]:
        """The experiments on the map shown: the selected first, then those without a result."""
        desk, journey = self.desk, self.desk.journey
        found = [card for card in cards_of(journey) if card.kind == KIND] if journey else []
        return sorted(found, key=lambda card: (card.id not in desk.selected, bool(outcomes_of(card))))

    def likely(self, outcomes: Sequence[Outcome], title: str) -> list[Card]:
        """The experiments that a test may be of: the selected first, then those that are called most like it."""
        said = grams(" ".join((title, *(outcome.variant for outcome in outcomes))))
        chosen = self.desk.selected
        return sorted(
            self.experiments,
            key=lambda card: (card.id not in chosen, -len(said & _named(card)), bool(outcomes_of(card))),
        )

    @property
    def told(self) -> list[tuple[Card, list[str]]]:
        """Every experiment on the map shown with a result, and what it says."""
        found = ((card, outcomes_of(card)) for card in self.experiments)
        return [(card, sentences(outcomes, self.desk.words)) for card, outcomes in found if outcomes]

    def take_in(self, outcomes: Sequence[Outcome], card: str, title: str) -> bool:
        """The outcomes stand on the card of an experiment, by its id; "" makes one with this title. One undo step."""
        desk = self.desk
        new = card or desk.new_id()
        verb = partial(self._with_card, card=card, new=new, title=title)
        label, today = desk.words("edit.test_results"), self._today()

        def told(project: Project) -> Project:
            return with_results(verb(project), desk.map_id, new, outcomes, today)

        if not desk.attempt(label, told, (new,)):
            desk.said.emit(desk.words("testing.same"))
            return False
        desk.said.emit(" ".join(sentences(outcomes, desk.words)))
        return True

    def _with_card(self, project: Project, card: str, new: str, title: str) -> Project:
        """The project itself where the experiment is on the map."""
        journey = find(project.maps, self.desk.map_id)
        if card or journey is None:
            return project
        order = {lane.id: at for at, lane in enumerate(in_order(journey.lanes))}
        target = self.desk.target
        steps = columns_of(journey).steps
        if not steps:
            raise EditError("map.no_steps")
        found = home(journey, Search(KIND, "", set(order), self.desk.new_id()), lambda lane: order[lane.id])
        if found.way is Way.LOCKED:
            raise EditError("lane.locked")
        spot = Spot(found.lane.id, target.step if target else steps[0])
        return add_card(found.made(project, journey.id), journey.id, spot, KIND, new_id=lambda: new, text=title)


def _named(card: Card) -> frozenset[str]:
    """The runs of letters in what an experiment and its variants are called."""
    return grams(" ".join((card.text, *(card.experiment.variants if card.experiment else ()))))


def outcomes_of(card: Card) -> tuple[Outcome, ...]:
    """What came of an experiment, of each variant."""
    return card.experiment.outcomes if card.experiment else ()


def with_results(project: Project, map_id: str, card: str, outcomes: Sequence[Outcome], date: str) -> Project:
    """The outcomes on the card of an experiment, and what they say as its result, in the language of the project. What
    somebody has written there stays; what was written so from earlier outcomes, in any language, goes."""
    found = card_at(the_map(project, map_id), card)
    before = outcomes_of(found.card) if found else ()
    former = {_in_short(before, resources.words(language)) for language in resources.languages()}
    said = _in_short(outcomes, resources.words(project.language))
    return set_outcomes(project, map_id, card, outcomes, date, said=said, former=former)


def _in_short(outcomes: Sequence[Outcome], words: Words) -> str:
    """What a test says, as it is kept."""
    return " ".join(sentences(outcomes, words))


def sentences(outcomes: Sequence[Outcome], words: Words) -> list[str]:
    """What a test says, a sentence for each variant beside the first; none for fewer than two."""
    return list(_sentences(outcomes, words)) if len(outcomes) > 1 else []


def _sentences(outcomes: Sequence[Outcome], words: Words) -> Iterator[str]:
    for verdict in verdicts(outcomes):
        yield words(verdict.sentence_code).format(**_spoken(verdict, words))


def _spoken(verdict: Verdict, words: Words) -> dict[str, str]:
    """The figures as one writes them in the language."""
    return {name: value if isinstance(value, str) else figure(value, words) for name, value in verdict.numbers.items()}


def figure(value: float, words: Words, places: int = 1) -> str:
    """A number with so many decimal places at most, the language's point between, and a true minus."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places and value % 1 else f"{value:,.0f}"
    point = words("number.point")
    text = text.replace(",", "\u202f") if "." not in text else text.replace(".", point)
    return text.replace("-", "−")

"""Arrows between cards: made between the two that are selected, turned round, told otherwise, taken away."""

from collections.abc import Mapping, Sequence
from functools import partial

from desktop.desk.desk import Desk
from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.edits.links import add_link, edit_link, remove_links, turn_link
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Link
from desktop.document.keyed import among, find
from desktop.document.locate import Columns, columns_of
from desktop.document.project import Project
from desktop.document.things import things
from desktop.layout.names import counted

FLOWS = ("leads", "loops")
"""The kinds that say which card comes first; they change into each other when a link is turned round."""

BETWEEN = {
    ("opportunity", "pain"): "answers",
    ("experiment", "opportunity"): "tests",
    ("experiment", "tactic"): "tests",
}
"""The kind of link from the one kind of card to the other."""


def kind_between(source: Card, target: Card, columns: Columns) -> str:
    """What a link drawn from card to card says: answers, tests, loops (back to an earlier step) or leads."""
    kinds = source.kind, target.kind
    told = BETWEEN.get(kinds) or BETWEEN.get(kinds[::-1])
    return told or flow_between(source, target, columns)


def flow_between(source: Card, target: Card, columns: Columns) -> str:
    """“loops” to a card that begins at an earlier step, else “leads”."""
    index = columns.index
    return "loops" if index.get(target.first, 0) < index.get(source.first, 0) else "leads"


def ends_of(source: Card, target: Card) -> tuple[Card, Card]:
    """Source and target as they are told: the opportunity answers the pain point, whichever was named first."""
    return (target, source) if (target.kind, source.kind) in BETWEEN else (source, target)


class Linking:
    """The verbs of links; each is one undo step."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def connect(self) -> None:
        """Links the two selected cards in reading order and selects the arrow."""
        journey = self._desk.journey
        if journey is not None:
            pair = _reading_order(journey, self._desk.chosen.cards)
            if len(pair) == 2:
                self.link(pair[0].id, pair[1].id)
            else:
                self._desk.said.emit(self._desk.sentence(EditError("link.two_cards")))

    def link(self, source: str, target: str) -> None:
        """Links two cards of the map by their ids and selects the arrow; what it says follows from what they are and
        where they stand."""
        new = self._desk.new_id()

        def verb(project: Project) -> Project:
            journey = find(project.maps, self._desk.map_id)
            cards = {card.id: card for card in things(journey, (source, target)).cards} if journey else {}
            if journey is None or source not in cards or target not in cards:
                raise EditError("link.two_cards")
            first, second = ends_of(cards[source], cards[target])
            kind = kind_between(first, second, columns_of(journey))
            return add_link(project, journey.id, kind, first.id, second.id, new_id=lambda: new)

        self._desk.attempt(self._desk.words("edit.connect"), verb, (new,))

    def disconnect(self) -> None:
        """Takes away the selected arrows, or else those between the selected cards; all of a single card."""
        links = self._concerned()
        if links:
            label = self._label("edit.disconnect", len(links))
            ids = [link.id for link in links]
            self._desk.attempt(label, lambda project: remove_links(project, self._desk.map_id, ids))

    def reverse(self) -> None:
        """Turns the concerned arrows round; a way forward becomes a way back. Two that would change places stay."""
        journey = self._desk.journey
        if journey is not None and (links := self._concerned()):
            there = {(link.kind, link.source, link.target) for link in links}
            turned = {link.id: _turned(journey, link) for link in links}
            kinds = {one: way[0] for one, way in turned.items() if way not in there}
            self._desk.attempt_each(self._label("edit.reverse", len(links)), partial(_turn, kinds), kinds)

    def kind(self, kind: str) -> None:
        """Makes the concerned arrows say something else."""
        ids = [link.id for link in self._concerned()]

        def verb(project: Project, map_id: str, link: str) -> Project:
            return edit_link(project, map_id, link, kind=kind)

        self._desk.attempt_each(self._label("edit.link_kind", len(ids)), verb, ids)

    def _concerned(self) -> tuple[Link, ...]:
        selected, journey = self._desk.chosen, self._desk.journey
        if selected.links or journey is None:
            return selected.links
        ids = {card.id for card in selected.cards}
        met = any if len(ids) == 1 else all
        return tuple(link for link in journey.links if met(end in ids for end in (link.source, link.target)))

    def _label(self, code: str, count: int) -> str:
        return counted(self._desk.words, code, f"{code}_many", count)


def _reading_order(journey: JourneyMap, cards: Sequence[Card]) -> list[Card]:
    """From left to right, and at one step from the top lane down."""
    columns = columns_of(journey).index
    ids = {card.id for card in cards}
    rows = {card.id: at for at, lane in enumerate(in_order(journey.lanes)) for card in among(lane.cards, ids)}
    return sorted(cards, key=lambda card: (columns.get(card.first, 0), rows[card.id], card.rank, card.id))


def _turned(journey: JourneyMap, link: Link) -> tuple[str, str, str]:
    """Kind, source and target of a link that leads the other way."""
    ends = {card.id: card for card in things(journey, (link.source, link.target)).cards}
    flows = link.kind in FLOWS and len(ends) == 2
    kind = flow_between(ends[link.target], ends[link.source], columns_of(journey)) if flows else link.kind
    return kind, link.target, link.source


def _turn(kinds: Mapping[str, str], project: Project, map_id: str, link: str) -> Project:
    """One link turned round, with the kind that it has then."""
    return turn_link(edit_link(project, map_id, link, kind=kinds[link]), map_id, link)

"""Ballots: open, cast, tally, grade, show, hold again on a tie, take over to the cards, remove."""

from collections.abc import Sequence
from typing import Any

from desktop.document.base import IdSource
from desktop.document.cards import Card, Pain
from desktop.document.counting import (
    PAIN,
    Standing,
    first_round,
    runoffs,
    standings,
    tallies_by_card,
    to_vote_again,
    votes_each,
)
from desktop.document.edits.cards import edit_cards, free_cards, the_cards
from desktop.document.edits.parts import added, edited, facts, made, the, the_map, with_map
from desktop.document.errors import EditError
from desktop.document.journey import Ballot, JourneyMap, Tally
from desktop.document.keyed import drop, put
from desktop.document.project import Project


def open_ballot(
    project: Project, map_id: str, options: Sequence[str], *, new_id: IdSource, each: int | None = None, **fields: Any
) -> Project:
    """A vote on these cards, in this order, behind the others; `each` person has a quarter as many votes by default."""
    map_ = the_map(project, map_id)
    cards = tuple(dict.fromkeys(options))
    if not cards:
        raise EditError("ballot.no_options")
    the_cards(map_, cards)
    votes = votes_each(len(cards)) if each is None else each
    ballot = facts(made(Ballot, id=new_id(), options=cards, each=votes), fields)
    return with_map(project, edited(map_, ballots=added(map_.ballots, ballot)))


def edit_ballot(project: Project, map_id: str, ballot_id: str, **fields: Any) -> Project:
    """Title, date, people, votes per person, whether it is secret; tallies and the showing have verbs of their own."""
    for name in fields.keys() & {"tallies", "options", "shown", "again"}:
        raise EditError("field.own_verb", field=name)
    map_ = the_map(project, map_id)
    return _with(project, map_, facts(the(map_.ballots, ballot_id), fields))


def cast(project: Project, map_id: str, ballot_id: str, card: str, by: int = 1) -> Project:
    """So many votes more for a card, or fewer, but never less than none."""
    tally = tallies_by_card(_ballot(project, map_id, ballot_id)).get(card)
    votes = tally.votes if tally else 0
    return set_tally(project, map_id, ballot_id, card, max(0, votes + by))


def set_tally(project: Project, map_id: str, ballot_id: str, card: str, votes: int) -> Project:
    """How many votes a card has."""
    return _tallied(project, map_id, ballot_id, card, votes=votes)


def grade(
    project: Project,
    map_id: str,
    ballot_id: str,
    card: str,
    person: int,
    *,
    severity: int | None = None,
    frequency: int | None = None,
) -> Project:
    """What a person, counted from 0, thinks of a card, each 1 to 5 or 0 for nothing; None leaves what was said."""
    ballot = _ballot(project, map_id, ballot_id)
    tally = tallies_by_card(ballot).get(card)
    grades = list(tally.grades) if tally else []
    grades += [Pain()] * (person + 1 - len(grades))
    said = grades[person]
    if severity is not None:
        said = edited(said, severity=severity)
    if frequency is not None:
        said = edited(said, frequency=frequency)
    grades[person] = said
    return _tallied(project, map_id, ballot_id, card, grades=tuple(grades))


def show_ballot(project: Project, map_id: str, ballot_id: str, shown: bool = True) -> Project:
    """Lets everybody see the result, or hides it again."""
    map_ = the_map(project, map_id)
    return _with(project, map_, edited(the(map_.ballots, ballot_id), shown=shown))


def vote_again(project: Project, map_id: str, ballot_id: str, *, new_id: IdSource, date: str = "") -> Project:
    """A ballot that decides the highest tie of this one; EditError where there is none among the first places."""
    map_ = the_map(project, map_id)
    ballot = the(map_.ballots, ballot_id)
    tied = to_vote_again(result(map_, ballot))
    if not tied:
        raise EditError("ballot.no_tie")
    same = {name: getattr(ballot, name) for name in ("title", "form", "people", "secret")}
    return open_ballot(project, map_id, tied, new_id=new_id, date=date, again=ballot_id, **same)


def result(map_: JourneyMap, ballot: Ballot) -> tuple[Standing, ...]:
    """The order of a ballot's cards, ties decided as far as they were voted on again."""
    return standings(ballot, runoffs(map_.ballots, ballot))


def take_over(project: Project, map_id: str, ballot_id: str) -> Project:
    """Writes what was voted to the cards: the votes, or severity and frequency as rounded means of those who judged.

    Of a vote that was held again the votes of its first round, since those of the later ones are not comparable.
    """
    map_ = the_map(project, map_id)
    ballot = first_round(map_.ballots, the(map_.ballots, ballot_id))
    free_cards(map_, ballot.options)
    for standing in result(map_, ballot):
        project = _taken(project, map_id, ballot, standing)
    return project


def remove_ballot(project: Project, map_id: str, ballot_id: str) -> Project:
    """Without a ballot; those that decide its ties stand by themselves."""
    map_ = the_map(project, map_id)
    the(map_.ballots, ballot_id)
    alone = (edited(each, again="") for each in map_.ballots if each.again == ballot_id)
    return with_map(project, edited(map_, ballots=drop(put(map_.ballots, *alone), {ballot_id})))


def _taken(project: Project, map_id: str, ballot: Ballot, standing: Standing) -> Project:
    if ballot.form != PAIN:
        return edit_cards(project, map_id, (standing.card,), votes=standing.votes)
    if not standing.severity and not standing.frequency:
        return project  # nobody judged it: what stood there stays
    (at,) = the_cards(the_map(project, map_id), (standing.card,))
    return edit_cards(project, map_id, (standing.card,), pain=_judged(at.card, standing))


def _judged(card: Card, standing: Standing) -> Pain:
    """What people said of a card; where they said nothing, what it had."""
    old = card.pain or Pain()
    severity, frequency = _rounded(standing.severity), _rounded(standing.frequency)
    return edited(old, severity=severity or old.severity, frequency=frequency or old.frequency)


def _rounded(mean: float) -> int:
    """Halves upwards, as people round."""
    return int(mean + 0.5)


def _ballot(project: Project, map_id: str, ballot_id: str) -> Ballot:
    return the(the_map(project, map_id).ballots, ballot_id)


def _tallied(project: Project, map_id: str, ballot_id: str, card: str, **fields: Any) -> Project:
    """With these fields in the tally of a card; one that says nothing is none."""
    map_ = the_map(project, map_id)
    ballot = the(map_.ballots, ballot_id)
    if card not in ballot.options:
        raise EditError("missing", id=card)
    old = next((tally for tally in ballot.tallies if tally.card == card), None) or made(Tally, card=card)
    new = edited(old, **fields)
    rest = {tally.card: tally for tally in ballot.tallies}
    rest[card] = new
    kept = (tally for tally in rest.values() if tally.votes or any(pain != Pain() for pain in tally.grades))
    return _with(project, map_, edited(ballot, tallies=tuple(kept)))


def _with(project: Project, map_: JourneyMap, ballot: Ballot) -> Project:
    return with_map(project, edited(map_, ballots=put(map_.ballots, ballot)))

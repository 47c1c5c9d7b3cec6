"""What a ballot says: how many votes are in, in which order its cards come, which tie, how far people differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from statistics import fmean

from desktop.document.base import in_order
from desktop.document.cards import Pain
from desktop.document.journey import Ballot, Tally

DOTS, PAIN = "dots", "pain"
"""The forms of a ballot; one that only a newer version knows is counted as dots."""

SEVERITY, FREQUENCY, VOTES = "severity", "frequency", "votes"
"""What is said of a card."""

SHARE = 4
"""One vote for so many options, rounded up."""

RUNOFF = 4
"""A vote is held again where a place above this one is shared."""

Score = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card came out: places count from 1, and cards that tie share theirs.

    `votes` are those of the ballot itself; means are of the people who graded, 0.0 where nobody did, and ranges are
    (least, most). `score` is what it is ordered by: votes, or the mean severity times the mean frequency.
    """

    card: str
    place: int
    score: float
    tied: bool = False
    votes: int = 0
    severity: float = 0.0
    frequency: float = 0.0
    severities: tuple[int, int] = (0, 0)
    frequencies: tuple[int, int] = (0, 0)
    graded: int = 0


@dataclass(frozen=True, slots=True)
class Cast:
    """What was said last: of which card, by which person, counted from 0, and which figure it was."""

    card: str
    person: int = 0
    what: str = VOTES


def votes_each(options: int) -> int:
    """Votes per person: a quarter of the options, rounded up."""
    return -(-options // SHARE)


def tallies_by_card(ballot: Ballot) -> dict[str, Tally]:
    """The tallies of the cards that can be voted for."""
    options = set(ballot.options)
    return {tally.card: tally for tally in ballot.tallies if tally.card in options}


def votes_in(ballot: Ballot) -> int:
    """How many votes have been cast, or how many grades given: those with both figures."""
    tallies = tallies_by_card(ballot).values()
    if ballot.form == PAIN:
        return sum(_given(pain) for tally in tallies for pain in tally.grades)
    return sum(tally.votes for tally in tallies)


def votes_due(ballot: Ballot) -> int:
    """How many there are to be when everybody has used all; 0 where nobody said how many people vote."""
    return ballot.people * (len(ballot.options) if ballot.form == PAIN else ballot.each)


def too_many(ballot: Ballot) -> int:
    """How many more votes were cast than there are."""
    due = votes_due(ballot)
    return max(0, votes_in(ballot) - due) if due else 0


def hidden(ballot: Ballot) -> bool:
    """Whether nobody is to see yet who has how many."""
    return ballot.secret and not ballot.shown


def grade_of(ballot: Ballot, card: str, person: int) -> Pain:
    """What a person, counted from 0, thinks of a card; zeros where nobody said."""
    tally = tallies_by_card(ballot).get(card)
    grades = tally.grades if tally else ()
    return grades[person] if person < len(grades) else Pain()


def last_cast(before: Ballot, after: Ballot) -> Cast | None:
    """What one vote has changed in a ballot; None where no figure differs."""
    old, new = tallies_by_card(before), tallies_by_card(after)
    card = next((one for one in after.options if old.get(one) != new.get(one)), None)
    if card is None:
        return None
    grades = [tally.grades if tally else () for tally in (old.get(card), new.get(card))]
    for person, (was, now) in enumerate(zip_longest(*grades, fillvalue=Pain())):
        if was != now:
            return Cast(card, person, SEVERITY if was.frequency == now.frequency else FREQUENCY)
    return Cast(card)


def runoffs(ballots: Iterable[Ballot], ballot: Ballot) -> tuple[Ballot, ...]:
    """The ballots that decide its ties, those that decide theirs included, in the order in which they were held."""
    found = {ballot.id}
    chain: list[Ballot] = []
    rest = [each for each in in_order(ballots) if each.id != ballot.id]
    while following := [each for each in rest if each.again in found and each.id not in found]:
        chain += following
        found |= {each.id for each in following}
    return tuple(chain)


def first_round(ballots: Iterable[Ballot], ballot: Ballot) -> Ballot:
    """The ballot whose tie this one, or the one whose tie it decides, is about; itself where it is about none."""
    known = {each.id: each for each in ballots}
    passed = set()
    while ballot.again in known and ballot.id not in passed:
        passed.add(ballot.id)
        ballot = known[ballot.again]
    return ballot


def standings(ballot: Ballot, later: Sequence[Ballot] = ()) -> tuple[Standing, ...]:
    """Every option from the first place to the last; those that tie stand in the order of the options.

    `later` are ballots that decide ties, in the order in which they were held; hidden ones decide nothing.
    """
    rounds = [_scores(each) for each in (ballot, *later) if each is ballot or not hidden(each)]
    scores = {card: tuple(scores.get(card, 0.0) for scores in rounds) for card in dict.fromkeys(ballot.options)}
    row = sorted(scores, key=lambda card: _falling(scores[card]))
    tallies = tallies_by_card(ballot)
    found: list[Standing] = []
    for _, group in groupby(row, key=scores.__getitem__):
        cards = list(group)
        tied = len(cards) > 1 and any(scores[cards[0]])
        place = len(found) + 1
        found += [_standing(card, place, scores[card][0], tied, tallies.get(card)) for card in cards]
    return tuple(found)


def tied_at(row: Sequence[Standing], cut: int) -> tuple[str, ...]:
    """The cards that share the place at which the first `cut` would be parted from the rest; none when they part."""
    if not 0 < cut < len(row) or row[cut - 1].place != row[cut].place or not row[cut].tied:
        return ()
    return tuple(each.card for each in row if each.place == row[cut].place)


def to_vote_again(row: Sequence[Standing]) -> tuple[str, ...]:
    """The cards of the highest place that several share, where it is above the RUNOFFth; they are all voted on
    again, also where they are more than that, since no one of them can be left out."""
    cuts = (tied_at(row, cut) for cut in range(1, RUNOFF))
    return next(filter(None, cuts), ())


def _falling(score: Score) -> Score:
    return tuple(-each for each in score)


def _scores(ballot: Ballot) -> dict[str, float]:
    if ballot.form == PAIN:
        return {card: _weight(tally.grades) for card, tally in tallies_by_card(ballot).items()}
    return {card: float(tally.votes) for card, tally in tallies_by_card(ballot).items()}


def _weight(grades: Sequence[Pain]) -> float:
    """Mean severity times mean frequency, to a hundredth: what people read as the same is the same."""
    severities, frequencies = _figures(grades)
    return round(_mean(severities) * _mean(frequencies), 2)


def _figures(grades: Sequence[Pain]) -> tuple[list[int], list[int]]:
    """Severities and frequencies of those who judged."""
    return [pain.severity for pain in grades if pain.severity], [pain.frequency for pain in grades if pain.frequency]


def _mean(figures: Sequence[int]) -> float:
    return fmean(figures) if figures else 0.0


def _range(figures: Sequence[int]) -> tuple[int, int]:
    return (min(figures), max(figures)) if figures else (0, 0)


def _given(pain: Pain) -> bool:
    return pain.severity > 0 and pain.frequency > 0


def _standing(card: str, place: int, score: float, tied: bool, tally: Tally | None) -> Standing:
    if tally is None:
        return Standing(card, place, score, tied)
    severities, frequencies = _figures(tally.grades)
    return Standing(
        card=card,
        place=place,
        score=score,
        tied=tied,
        votes=tally.votes,
        severity=_mean(severities),
        frequency=_mean(frequencies),
        severities=_range(severities),
        frequencies=_range(frequencies),
        graded=sum(map(_given, tally.grades)),
    )

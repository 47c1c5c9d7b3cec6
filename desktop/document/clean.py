"""A project for other eyes: without what a team keeps to itself, in its snapshots as on its maps."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from desktop.document.base import P, Part
from desktop.document.cards import Card
from desktop.document.edits.parts import alter_cards, edited
from desktop.document.edits.references import forget_cards
from desktop.document.journey import JourneyMap, Snapshot
from desktop.document.keyed import keyed_fields, put, swap
from desktop.document.locate import cards_of
from desktop.document.project import Project, Survey
from desktop.document.snapshots import KEYS, Past, by_turns, unreadable

PARTS = (
    *("responses", "respondents", "inbox", "parking", "comments", "votes", "snapshots", "agenda"),
    "unknown",  # what a later version of the program wrote
)
"""What goes along only where it is wanted. Respondents, the names in responses, go nowhere without those."""


def counts(project: Project) -> dict[str, int]:
    """How many there are of each of PARTS, those counted that only a snapshot still holds. Snapshots that cannot be
    read count as such; nobody can say what is in them."""
    found: dict[str, set[Any]] = defaultdict(set)
    for survey in project.surveys:
        outside = {(survey.id, number) for number in range(survey.people)}
        found["responses"] |= {response.id for response in survey.responses} | outside or {survey.id}
        found["respondents"] |= {response.respondent for response in survey.responses} - {""}
        found["respondents"] |= {survey.digest} - {""}  # nobody has looked who is named in there
    for map_ in project.maps:
        found["snapshots"] |= {snapshot.id for snapshot in map_.snapshots}
        for state in _states(map_):
            _count(state, found)
    found["unknown"] = set(_unknown_in(project))
    return {part: len(found[part]) for part in PARTS}


def cleaned(project: Project, keep: Collection[str]) -> Project:
    """Only those of PARTS that are to be kept. What of an edition was printed before is forgotten unless all is kept:
    it tells of everything that was on the paper."""
    if set(PARTS) <= set(keep):
        return project
    bare = project if "unknown" in keep else _bare(project)
    return edited(
        bare,
        surveys=_surveys(bare, keep),
        maps=swap(bare.maps, (_with_past(map_, keep) for map_ in bare.maps)),
        editions=swap(bare.editions, (edited(edition, pin=None) for edition in bare.editions)),
    )


def lost(project: Project, keep: Collection[str]) -> tuple[Snapshot, ...]:
    """The snapshots that are to be kept but cannot be read, so that nobody knows what else would go along in them."""
    if "snapshots" not in keep or set(PARTS) <= set(keep):
        return ()
    return tuple(snapshot for map_ in project.maps for snapshot in unreadable(map_))


def _states(map_: JourneyMap) -> Iterator[JourneyMap]:
    """The map as it is, and as it was in each snapshot that can be read."""
    past = Past(map_)
    yield map_
    for snapshot in map_.snapshots:
        if past.readable(snapshot.id):
            yield past.at(snapshot.id)


def _count(map_: JourneyMap, found: dict[str, set[Any]]) -> None:
    for cluster in map_.inbox:
        found["inbox"] |= {card.id for card in cluster.cards} | {marker.id for marker in cluster.markers} or {
            cluster.id
        }
    found["parking"] |= {card.id for card in map_.parking}
    found["agenda"] |= {point.id for point in map_.agenda}
    found["votes"] |= {ballot.id for ballot in map_.ballots}
    for card in cards_of(map_):
        if card.votes:
            found["votes"].add(card.id)
        if card.comments:
            found["comments"] |= {comment.id for comment in card.comments}


def _surveys(project: Project, keep: Collection[str]) -> tuple[Survey, ...]:
    if "responses" not in keep:
        return ()
    return project.surveys if "respondents" in keep else swap(project.surveys, map(_nameless, project.surveys))


def _nameless(survey: Survey) -> Survey:
    """Of responses that are kept beside the project only the figures are sure to name nobody."""
    responses = put(survey.responses, *(edited(one, respondent="") for one in survey.responses))
    return edited(survey, responses=responses, file="", digest="")


def _with_past(map_: JourneyMap, keep: Collection[str]) -> JourneyMap:
    """The map and, where they are kept, its snapshots; each of those is written anew from what it may show."""
    now = _now(edited(map_, snapshots=()), keep)
    if "snapshots" not in keep:
        return now
    past = Past(map_)
    states = {one.id: _now(_known(past.at(one.id), keep), keep) for one in map_.snapshots if past.readable(one.id)}
    kept = (_rewritten(one, content, keep) for one, content in by_turns(map_.snapshots, states))
    return edited(now, snapshots=swap((), kept))


def _rewritten(snapshot: Snapshot, content: dict[str, Any], keep: Collection[str]) -> Snapshot:
    before = snapshot.content if isinstance(snapshot.content, dict) and "unknown" in keep else {}
    return edited(snapshot, content={**content, **{name: before[name] for name in before.keys() - KEYS}})


def _known(part: P, keep: Collection[str]) -> P:
    return part if "unknown" in keep else _bare(part)


def _now(map_: JourneyMap, keep: Collection[str]) -> JourneyMap:
    """One state of a map."""
    away = {card.id for cluster in map_.inbox for card in cluster.cards} if "inbox" not in keep else set()
    away |= {card.id for card in map_.parking} if "parking" not in keep else set()
    fields = (("inbox", "inbox"), ("parking", "parking"), ("agenda", "agenda"), ("votes", "ballots"))
    empty: dict[str, Any] = {field: () for name, field in fields if name not in keep}
    map_ = forget_cards(edited(map_, **empty), away)

    def alter(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        return put(cards, *(_quiet(card, keep) for card in cards))

    return alter_cards(map_, alter)


def _quiet(card: Card, keep: Collection[str]) -> Card:
    if card.comments and "comments" not in keep:
        card = edited(card, comments=())
    return edited(card, votes=0) if card.votes and "votes" not in keep else card


def _unknown_in(part: Part, path: str = "") -> Iterator[str]:
    """The places of everything with fields that this version does not know."""
    for place, held in _inside(part):
        yield from _unknown_in(held, f"{path}/{place}")
    if part.__pydantic_extra__:
        yield path


def _bare(part: P) -> P:
    """Without fields that this version does not know, at any depth."""
    updates: dict[str, Any] = {}
    for name in type(part).model_fields:
        old = getattr(part, name)
        new = _bare_value(old)
        if new is not old:
            updates[name] = new
    if not updates and not part.__pydantic_extra__:
        return part
    copy = part.model_copy(update=updates)  # what was valid stays so
    object.__setattr__(copy, "__pydantic_extra__", {})
    return copy


def _bare_value(value: Any) -> Any:
    if isinstance(value, Part):
        return _bare(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        new = tuple(map(_bare, value))
        return value if all(one is other for one, other in zip(new, value, strict=True)) else new
    return value


def _inside(part: Part) -> Iterator[tuple[str, Part]]:
    """The parts in a part: those in its collections by their ids, facets by their fields."""
    held = keyed_fields(type(part))
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            yield name, value
        elif name in held:
            yield from ((f"{name}/{thing.id}", thing) for thing in value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            yield from ((f"{name}/{at}", thing) for at, thing in enumerate(value))

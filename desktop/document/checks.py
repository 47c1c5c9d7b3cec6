"""What is wrong with a project that could be read: every finding with its place. Nothing is changed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Literal, NamedTuple

from desktop.document.base import Identified, Part
from desktop.document.cards import Card, Picture
from desktop.document.ids import ids_of
from desktop.document.journey import AgendaPoint, JourneyMap, Lane, View
from desktop.document.keyed import find, is_tidy, keyed_fields
from desktop.document.kinds import CARD_KINDS, DIVIDERS, LANE_KINDS, STATUSES
from desktop.document.locate import Columns, cards_of, columns_of
from desktop.document.project import Brand, Project
from desktop.document.snapshots import unreadable

Severity = Literal["error", "warning", "note"]

_CARD_KINDS = frozenset(kind.key for kind in CARD_KINDS)
_NAMES = ("title", "name", "statement", "text", "label")
_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` says what, `detail` which id or word is meant.

    `path` is the place by collection and id, “maps/m1/lanes/l3/cards/c9”; `names` are the titles of the
    things on that path, outermost first, for a view to word. `other` is a second place that it is about, such as that
    of the thing which has the same id.
    """

    code: str
    severity: Severity
    path: str
    names: tuple[str, ...] = ()
    detail: str = ""
    other: str = ""
    other_names: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where a check is; worded only when there is a finding."""

    parent: "Place | None" = None
    collection: str = ""
    thing: Any = None

    def below(self, collection: str, thing: Identified) -> "Place":
        """That of a thing in one of its collections."""
        return Place(self, collection, thing)

    def finding(self, code: str, severity: Severity, detail: str = "") -> Finding:
        """What is wrong here."""
        path, names = [], []
        place = self
        while place.parent is not None:
            path.append(f"{place.collection}/{place.thing.id}")
            names.append(_name(place.thing))
            place = place.parent
        return Finding(code, severity, "/".join(reversed(path)), tuple(reversed(names)), detail)

    def twin_of(self, first: Finding) -> Finding:
        """That the thing here has the id of the one which was found first."""
        found = self.finding(first.code, first.severity, first.detail)
        return replace(found, other=first.path, other_names=first.names)


@dataclass(frozen=True)
class _Known:
    """What the parts of a map may name."""

    personas: frozenset[str]
    metrics: frozenset[str]
    goals: frozenset[str]
    assets: Collection[str]
    damaged: Collection[str] = ()
    columns: Columns = field(default_factory=lambda: Columns(()))

    @classmethod
    def of(cls, project: Project, assets: Collection[str], damaged: Collection[str]) -> "_Known":
        """What every map may name."""
        return cls(_ids(project.personas), _ids(project.metrics), _ids(project.goals), assets, damaged)


def check(project: Project, assets: Collection[str], damaged: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every finding, in the order of the file.

    `assets` are the SHA-256 of the pictures and fonts that are there, `damaged` of those whose bytes are other ones.
    """
    found = tuple(_findings(project, _Known.of(project, assets, damaged)))
    shown = {finding.detail for finding in found if finding.code == "picture.damaged"}
    shown |= {*project.brand.text_files, *project.brand.title_files}
    spare = (Finding("picture.spare_damaged", "note", "", (), key) for key in damaged if key not in shown)
    return (*found, *spare)


def sound(findings: Iterable[Finding]) -> bool:
    """Whether there is nothing but notes."""
    return all(finding.severity == "note" for finding in findings)


def way_to(project: Project, path: str) -> tuple[tuple[str, Part], ...]:
    """The collections and things that a finding's path names, outermost first, as far as they are there."""
    way: list[tuple[str, Part]] = []
    part: Part = project
    names = path.split("/")
    for collection, one in zip(names[::2], names[1::2], strict=False):
        thing = find(getattr(part, collection, ()), one)
        if thing is None:
            break
        way.append((collection, thing))
        part = thing
    return tuple(way)


def _findings(project: Project, known: _Known) -> Iterator[Finding]:
    root = Place()
    yield from _twice(project)
    yield from _order(project)
    yield from _picture(project.brand.logo, known, root)
    yield from _fonts(project.brand, known, root)
    for persona in project.personas:
        yield from _picture(persona.picture, known, root.below("personas", persona))
    for goal in project.goals:
        yield from _missing("metric.missing", goal.metric, known.metrics, root.below("goals", goal))
    yield from _surveys(project, root)
    maps = _ids(project.maps)
    for edition in project.editions:
        yield from _missing("map.missing", edition.map, maps, root.below("editions", edition))
    for map_ in project.maps:
        place = root.below("maps", map_)
        yield from _missing("map.missing", map_.origin, maps, place)
        yield from _map(map_, known, place)


def _surveys(project: Project, root: Place) -> Iterator[Finding]:
    """Surveys that follow one which is not there, and their names that mean what is on none of the maps."""
    surveys = _ids(project.surveys)
    things = _things(project) if any(survey.joins for survey in project.surveys) else frozenset()
    for survey in project.surveys:
        place = root.below("surveys", survey)
        yield from _missing("survey.missing", survey.follows, surveys, place)
        for name in dict.fromkeys(join.thing for join in survey.joins):
            yield from _missing("join.missing", name, things, place)


def _things(project: Project) -> frozenset[str]:
    """What feedback may be about: stages, steps and cards."""
    stages = [stage for map_ in project.maps for stage in map_.stages]
    parts = chain[Identified](stages, (step for stage in stages for step in stage.steps))
    return _ids(chain[Identified](parts, (card for map_ in project.maps for card in cards_of(map_))))


def _map(map_: JourneyMap, known: _Known, place: Place) -> Iterator[Finding]:
    if map_.status not in STATUSES:
        yield place.finding("status.unknown", "note", map_.status)
    if not map_.stages:
        yield place.finding("map.no_stages", "warning")
    yield from _missing("persona.missing", map_.persona, known.personas, place)
    for goal in map_.goals:
        yield from _missing("goal.missing", goal, known.goals, place)
    for stage in map_.stages:
        if not stage.steps:
            yield place.below("stages", stage).finding("stage.empty", "error")
    known = replace(known, columns=columns_of(map_))
    groups = _ids(map_.groups)
    for lane in map_.lanes:
        yield from _lane(lane, groups, known, place.below("lanes", lane))
    yield from _names_of_cards(map_, place)
    yield from _loose_cards(map_, known, place)
    for point in map_.agenda:
        yield from _point(point, map_, place.below("agenda", point))
    for view in map_.views:
        yield from _view(view, map_, known, place.below("views", view))
    for snapshot in unreadable(map_):
        yield place.below("snapshots", snapshot).finding("snapshot.unreadable", "warning", snapshot.id)


def _point(point: AgendaPoint, map_: JourneyMap, place: Place) -> Iterator[Finding]:
    yield from _missing("lane.missing", point.lane, _ids(map_.lanes), place)
    for stage in point.stages:
        yield from _missing("stage.missing", stage, _ids(map_.stages), place)


def _view(view: View, map_: JourneyMap, known: _Known, place: Place) -> Iterator[Finding]:
    for code, named, there in (
        ("lane.missing", view.lanes, _ids(map_.lanes)),
        ("stage.missing", view.stages, _ids(map_.stages)),
        ("persona.missing", view.personas, known.personas),
    ):
        for name in named:
            yield from _missing(code, name, there, place)


def _lane(lane: Lane, groups: Collection[str], known: _Known, place: Place) -> Iterator[Finding]:
    if lane.kind not in LANE_KINDS:
        yield place.finding("lane.kind_unknown", "note", lane.kind)
    if lane.cards and (lane.kind == "emotions" or lane.kind in DIVIDERS):
        yield place.finding("lane.cards_unseen", "warning", str(len(lane.cards)))
    if lane.markers and lane.kind != "emotions":
        yield place.finding("lane.markers_unseen", "warning", str(len(lane.markers)))
    yield from _missing("group.missing", lane.group, groups, place)
    yield from _placed_cards(lane.cards, known, place)
    yield from _markers(lane, known, place)


def _placed_cards(cards: tuple[Card, ...], known: _Known, place: Place) -> Iterator[Finding]:
    index = known.columns.index
    for card in cards:
        first, last = index.get(card.first, -1), index.get(card.last, -1)
        if 0 <= first <= last and _plain(card):
            continue
        at = place.below("cards", card)
        gone = [step for step in dict.fromkeys((card.first, card.last)) if step not in index]
        for step in gone:
            yield at.finding("step.missing", "error", step)
        if not gone and last < first:
            yield at.finding("card.reversed", "error")
        yield from _card(card, known, at)


def _plain(card: Card) -> bool:
    """Whether a card names nothing and has a text and a usual kind, as nearly all have."""
    bare = card.persona == "" and card.picture is None and card.measure is None
    return bare and card.text != "" and not card.text.isspace() and card.kind in _CARD_KINDS


def _card(card: Card, known: _Known, place: Place) -> Iterator[Finding]:
    if card.kind not in _CARD_KINDS:
        yield place.finding("card.kind_unknown", "note", card.kind)
    if not card.text.strip() and card.picture is None and card.measure is None:
        yield place.finding("card.no_text", "warning")
    yield from _missing("persona.missing", card.persona, known.personas, place)
    yield from _picture(card.picture, known, place)
    if card.measure is not None:
        yield from _missing("metric.missing", card.measure.metric, known.metrics, place)


def _markers(lane: Lane, known: _Known, place: Place) -> Iterator[Finding]:
    taken: set[tuple[str, str]] = set()
    for marker in lane.markers:
        at = place.below("markers", marker)
        if marker.step not in known.columns.index:
            yield at.finding("step.missing", "error", marker.step)
        if (marker.step, marker.persona) in taken:
            yield at.finding("marker.twice", "warning", marker.persona)
        taken.add((marker.step, marker.persona))
        yield from _missing("persona.missing", marker.persona, known.personas, at)


def _loose_cards(map_: JourneyMap, known: _Known, place: Place) -> Iterator[Finding]:
    for cluster in map_.inbox:
        group = place.below("inbox", cluster)
        for card in cluster.cards:
            yield from _card(card, known, group.below("cards", card))
        for marker in cluster.markers:
            yield from _missing("persona.missing", marker.persona, known.personas, group.below("markers", marker))
    for card in map_.parking:
        yield from _card(card, known, place.below("parking", card))


def _names_of_cards(map_: JourneyMap, place: Place) -> Iterator[Finding]:
    """Links, tasks and ballots, which name cards."""
    if not map_.links and not map_.tasks and not map_.ballots:
        return
    cards = {card.id for card in cards_of(map_)}
    for link in map_.links:
        for end in (link.source, link.target):
            yield from _missing("link.end_missing", end, cards, place.below("links", link))
    for task in map_.tasks:
        yield from _missing("card.missing", task.answers, cards, place.below("tasks", task))
    ballots = _ids(map_.ballots)
    for ballot in map_.ballots:
        at = place.below("ballots", ballot)
        yield from _missing("ballot.missing", ballot.again, ballots, at)
        for card in dict.fromkeys((*ballot.options, *(tally.card for tally in ballot.tallies))):
            yield from _missing("option.missing", card, cards, at)


def _missing(code: str, name: str, there: Collection[str], place: Place) -> Iterator[Finding]:
    if name and name not in there:
        yield place.finding(code, "warning", name)


def _picture(picture: Picture | None, known: _Known, place: Place) -> Iterator[Finding]:
    if picture is None:
        return
    if picture.asset in known.damaged:
        yield place.finding("picture.damaged", "warning", picture.asset)
    elif picture.asset not in known.assets:
        yield place.finding("picture.missing", "warning", picture.asset)


def _fonts(brand: Brand, known: _Known, place: Place) -> Iterator[Finding]:
    """A typeface of which a file is not there or not as it was; by the name of its family."""
    for family, files in ((brand.text_font, brand.text_files), (brand.title_font, brand.title_files)):
        if any(key in known.damaged for key in files):
            yield place.finding("font.damaged", "warning", family)
        if any(key not in known.assets for key in files) or (family and not files):
            yield place.finding("font.missing", "warning", family)


def _twice(project: Project) -> Iterator[Finding]:
    """Ids that several things have, at every thing but the first."""
    ids = ids_of(project)
    if len(set(ids)) == len(ids):
        return
    again = {one for one, count in Counter(ids).items() if count > 1}
    seen: dict[str, Finding] = {}
    for thing_id, place in _walk(project, Place()):
        if thing_id in seen:
            yield place.twin_of(seen[thing_id])
        elif thing_id in again:
            seen[thing_id] = place.finding("id.twice", "error", thing_id)


def _walk(part: Part, place: Place) -> Iterator[tuple[str, Place]]:
    if isinstance(part, Identified):
        yield part.id, place
    for collection in keyed_fields(type(part)):
        for thing in getattr(part, collection):
            yield from _walk(thing, place.below(collection, thing))


def _order(project: Project) -> Iterator[Finding]:
    """Collections that are not sorted by id, in which bisection would miss things."""
    if is_tidy(project):
        return
    yield from _untidy(project, Place())


def _untidy(part: Part, place: Place) -> Iterator[Finding]:
    for collection in keyed_fields(type(part)):
        things = getattr(part, collection)
        ids = [thing.id for thing in things]
        if ids != sorted(ids):
            yield place.finding("order.broken", "error", collection)
        for thing in things:
            yield from _untidy(thing, place.below(collection, thing))


def _ids(things: Iterable[Identified]) -> frozenset[str]:
    return frozenset(thing.id for thing in things)


def _name(thing: Part) -> str:
    fields = type(thing).model_fields
    texts = (getattr(thing, name) for name in _NAMES if name in fields)
    return next((text[:_NAME_LENGTH] for text in texts if text), "")

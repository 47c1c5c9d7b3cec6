"""Where things land on the map, and the project that dragged cards make there."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from desktop.canvas.hits import Hits
from desktop.canvas.scene import Scene
from desktop.desk.homes import Home, Search, Way, belongs, home
from desktop.desk.telling import noun
from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot, convert_cards, copy_cards, move_cards
from desktop.document.keyed import find
from desktop.document.kinds import KIND_OF_LANE
from desktop.document.project import Project
from desktop.layout.names import lane_name
from desktop.layout.places import Layout, Row
from desktop.layout.slots import column_at, slot_at
from desktop.layout.style import Words

REACH = 80
"""How far above the first and below the last lane a drop still counts, in layout units."""

BEYOND = 160
"""How far right of the last step a drop still counts, in layout units: up to where the map scrolls to its end."""

CODES = {Way.LED: "drag.led", Way.HIDDEN: "drag.hidden", Way.NEW: "drag.new_lane", Way.LOCKED: "drag.locked"}
"""What is said of a landing that is not simply under the pointer."""


@dataclass(frozen=True, slots=True)
class Landing:
    """A home and the spot in it. `row` is the lane's place in the picture, None for one that is not shown."""

    home: Home
    spot: Spot
    row: Row | None = None

    @property
    def free(self) -> bool:
        """Whether anything may land here."""
        return self.home.way is not Way.LOCKED

    @property
    def key(self) -> tuple[Way, Spot]:
        """The same as long as things land at the same place."""
        return self.home.way, self.spot


@dataclass(frozen=True, slots=True)
class Load:
    """What is carried: a kind of card. `own` is the lane that it comes from, where it may stand whatever its kind;
    with `any_lane` it becomes what the lane under it takes. `new_lane` is the id for a lane that must be made."""

    kind: str
    new_lane: str
    own: str = ""
    any_lane: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """Cards in the hand: `held` is under the pointer, `copies` gives each the id of its copy, none when they move.
    With `convert` those that come to the held card's new lane take on its kind."""

    cards: Collection[str]
    held: str
    copies: Mapping[str, str] = field(default_factory=dict)
    convert: bool = False


def landing_at(scene: Scene, load: Load, x: float, y: float) -> Landing | None:
    """Where a load lands when dropped at (x, y) of the map; None beside the cells.

    That is the lane under the pointer if it belongs there, else as `home` says, at the step under the pointer.
    """
    layout, journey = scene.layout, find(scene.project.maps, scene.map_id)
    x = _kept_in(layout, x)
    column, row = column_at(layout, x), _row_near(layout, y)
    if journey is None or column is None or (row is None and layout.rows):
        return None
    rows = {each.lane.id: each for each in layout.rows}
    near = row.lane if row else None
    kind = KIND_OF_LANE.get(near.kind, load.kind) if near and load.any_lane else load.kind
    search = Search(kind, near.id if near else "", rows.keys(), load.new_lane, load.own)
    found = home(journey, search, lambda lane: _gap(rows[lane.id], y))
    place = rows.get(found.lane.id)
    if place is None or found.way is Way.LOCKED:
        return Landing(found, Spot(found.lane.id, column.step.id), place)
    inside = min(max(y, place.y), place.y + place.height - 0.01)
    slot = slot_at(layout, x, inside)
    return Landing(found, slot, place) if slot is not None else None


def caption(landing: Landing, layout: Layout, words: Words, becomes: str = "") -> str:
    """What to say of a landing: the lane meant when it is not the one pointed at, or the kind that a card takes.

    Of a folded stage it is said in any case, for nothing is seen of what lands there.
    """
    column = next((column for column in layout.columns if column.step.id == landing.spot.step), None)
    folded = column is not None and column.folds
    code = CODES.get(landing.home.way, CODES[Way.LED] if folded and not becomes else "")
    if not code:
        return words("drag.becomes").format(kind=noun(words, becomes)) if becomes else ""
    title = "" if column is None else column.stage.title if folded else column.step.title
    return words(code).format(lane=lane_name(landing.home.lane, words), step=title).removesuffix(" · ")


def dropped(project: Project, hits: Hits, drop: Drop, landing: Landing) -> Project:
    """The project with the held card landed and the others moved or copied along with it.

    Cards of the held card's cell go with it; others keep their distance in steps as far as the map reaches. Those of
    its lane come along to another lane if they belong there, the others stay in theirs. The project itself when
    nothing changes. EditError when a lane refuses.
    """
    found = hits.find(drop.held)
    if found is None:
        return project
    map_id, lane = hits.layout.map.id, landing.home.lane
    steps = [column.step.id for column in hits.layout.columns]
    shift = steps.index(landing.spot.step) - found[1].first
    project, came = landing.home.made(project, map_id), list[str]()
    for origin, cards in _groups(hits, drop, landing).items():
        step = steps[min(max(origin.first + shift, 0), len(steps) - 1)]
        here = origin.lane == found[0].lane.id and origin.first == found[1].first
        spot = landing.spot if here and origin.goal == lane.id else Spot(origin.goal, step)
        if drop.copies or spot is landing.spot or (origin.lane, steps[origin.first]) != (spot.lane, spot.step):
            project = _placed(project, map_id, cards, spot, drop.copies)
        came += [drop.copies.get(card.id, card.id) for card in cards if origin.goal == lane.id]
    kind = KIND_OF_LANE.get(lane.kind) if drop.convert else None
    return convert_cards(project, map_id, came, kind) if kind else project


@dataclass(frozen=True, slots=True)
class _Origin:
    """The cell that cards come from, by lane and column, and the lane that they go to."""

    lane: str
    first: int
    goal: str


def _groups(hits: Hits, drop: Drop, landing: Landing) -> dict[_Origin, list[Card]]:
    """The cards in the hand by where they come from and go to, in each from the top."""
    home_row, lane = hits.find(drop.held), landing.home.lane
    held_lane = home_row[0].lane.id if home_row else ""
    groups: dict[_Origin, list[Card]] = {}
    for card_id in sorted(drop.cards):
        found = hits.find(card_id)
        if found is not None:
            row, place = found
            along = row.lane.id == held_lane and (
                card_id == drop.held or drop.convert or belongs(place.card.kind, lane)
            )
            origin = _Origin(row.lane.id, place.first, lane.id if along else row.lane.id)
            groups.setdefault(origin, []).append(place.card)
    return {origin: in_order(cards) for origin, cards in groups.items()}


def _placed(project: Project, map_id: str, cards: Iterable[Card], spot: Spot, copies: Mapping[str, str]) -> Project:
    ids = [card.id for card in cards]
    if not copies:
        return move_cards(project, map_id, ids, spot)
    return copy_cards(project, map_id, ids, spot, new_id=iter([copies[one] for one in ids]).__next__)


def _row_near(layout: Layout, y: float) -> Row | None:
    """The row at this height, or the nearest one within reach."""
    row = min(layout.rows, key=lambda other: _gap(other, y), default=None)
    return row if row is not None and _gap(row, y) <= REACH else None


def _kept_in(layout: Layout, x: float) -> float:
    """An x in the last column for one that is a little beyond it."""
    end = layout.columns[-1].x + layout.columns[-1].width if layout.columns else x
    return end - 0.01 if end <= x <= end + BEYOND else x


def _gap(row: Row, y: float) -> float:
    return max(row.y - y, y - (row.y + row.height), 0.0)

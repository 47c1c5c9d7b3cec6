"""What stands in a cell of the map, which lanes are seen, and where a card belongs."""

from collections.abc import Iterable, Sequence

from desktop.desk.homes import belongs
from desktop.desk.lens import Lens
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import Spot
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import Columns, columns_of, stage_of


def shown_lanes(journey: JourneyMap, lens: Lens) -> list[Lane]:
    """The lanes from top to bottom, dividers included, without those that are hidden or in a folded group."""
    folded = {group.id for group in journey.groups if group.folded}
    shown = (lane for lane in journey.lanes if not lane.hidden and lane.id not in lens.lanes)
    return in_order(lane for lane in shown if lane.group not in folded)


def holds_cards(lane: Lane) -> bool:
    """Whether cards may stand in the lane, locked or not."""
    return lane.kind != "emotions" and lane.kind not in DIVIDERS


def cards_in(lane: Lane, columns: Columns, column: int) -> list[Card]:
    """The cards that cover the column, from top to bottom."""
    return in_order(card for card in lane.cards if column in columns.span(card))


def markers_in(lane: Lane, step: str, persona: str) -> list[Marker]:
    """The markers of a step, the persona's first."""
    return sorted(
        (marker for marker in lane.markers if marker.step == step), key=lambda one: (one.persona != persona, one.id)
    )


def nearest(lanes: Sequence[Lane], home: str, cards: Iterable[Card], down: int) -> Lane | None:
    """The next lane below (down 1) or above (−1) that takes all the cards."""
    places = [lane.id for lane in lanes]
    if home not in places:
        return None
    start = places.index(home)
    others = lanes[start + 1 :] if down > 0 else lanes[:start][::-1]
    kinds = {card.kind for card in cards}
    free = (lane for lane in others if holds_cards(lane) and not lane.locked)
    return next((lane for lane in free if all(belongs(kind, lane) for kind in kinds)), None)


def standing(journey: JourneyMap, spot: Spot) -> Spot | None:
    """The spot as far as it is still on the map: without neighbours that are gone; None when lane or step are."""
    lane = find(journey.lanes, spot.lane)
    if lane is None or spot.step not in columns_of(journey).index:
        return None
    after, before = (one if one and find(lane.cards, one) else "" for one in (spot.after, spot.before))
    return spot if (after, before) == (spot.after, spot.before) else Spot(spot.lane, spot.step, after, before)


def is_bare(journey: JourneyMap, step: str) -> bool:
    """Whether a step is all that its stage has, without a title, and nothing stands in its column."""
    stage = stage_of(journey, step)
    if stage is None or len(stage.steps) > 1 or stage.steps[0].title:
        return False
    columns = columns_of(journey)
    felt = any(marker.step == step for lane in journey.lanes for marker in lane.markers)
    return not felt and not any(cards_in(lane, columns, columns.index[step]) for lane in journey.lanes)

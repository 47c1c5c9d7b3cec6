"""What is read out of the map: things and places in words, in the order in which somebody listening needs them."""

from desktop.desk.cells import cards_in, markers_in
from desktop.desk.desk import Desk
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.locate import card_at, columns_of, marker_lane, stage_of
from desktop.document.things import Things
from desktop.layout.names import lane_name, name_of
from desktop.layout.signs import signed
from desktop.layout.style import Words


def of_card(card: Card, words: Words) -> str:
    """“Pain point: Card details before a free booking, severity 5 of 5, 2 comments”."""
    parts = [f"{name_of('kind', card.kind, words)}: {card.text or words('spoken.empty')}"]
    if card.channel:
        parts.append(name_of("channel", card.channel, words))
    if card.pain and card.pain.severity:
        parts.append(words("spoken.severity").format(grade=card.pain.severity))
    if card.comments:
        parts.append(words("spoken.comments").format(count=len(card.comments)))
    return ", ".join(parts)


def of_marker(marker: Marker, persona: str, words: Words) -> str:
    """“Maya −1.1, annoyed, moment of truth”."""
    value = signed(marker.value)
    star = words("legend.star") if marker.starred else ""
    return ", ".join(filter(None, (f"{persona} {value}".strip(), marker.label, star)))


def of_step(stage: Stage, step: Step, words: Words) -> str:
    """“Decide, Books a table”."""
    return ", ".join(filter(None, (stage.title, step.title))) or words("kind.step")


def of_desk(desk: Desk) -> str:
    """Where one is and what stands there: the selected thing, or the dashed slot; "" where there is neither."""
    journey = desk.journey
    if journey is None:
        return ""
    if len(desk.selected) > 1:
        return desk.words("count.things").format(count=len(desk.selected))
    return _chosen(desk, journey, desk.chosen) or _slot(desk, journey)


def _chosen(desk: Desk, journey: JourneyMap, chosen: Things) -> str:
    words = desk.words
    for card in chosen.cards:
        at = card_at(journey, card.id)
        return f"{of_card(card, words)}. {_place(journey, at.lane if at else None, card.first, words)}"
    for marker in chosen.markers:
        lane = marker_lane(journey, marker.id)
        return f"{of_marker(marker, persona_name(desk, marker), words)}. {_place(journey, lane, marker.step, words)}"
    for stage in chosen.stages:
        return f"{words('kind.stage')}: {stage.title}"
    for step in chosen.steps:
        return f"{words('kind.step')}: {step.title}"
    for lane in chosen.lanes:
        return f"{words('kind.lane')}: {lane_name(lane, words)}"
    return ""


def _slot(desk: Desk, journey: JourneyMap) -> str:
    """The place where the next thing lands, and how many stand in that cell."""
    target, words = desk.target, desk.words
    lane = find(journey.lanes, target.lane) if target else None
    if target is None or lane is None:
        return ""
    columns = columns_of(journey)
    held = len(cards_in(lane, columns, columns.index[target.step])) + len(markers_in(lane, target.step, ""))
    count = words("spoken.held").format(count=held) if held else words("spoken.free")
    return f"{_place(journey, lane, target.step, words)}. {count}"


def _place(journey: JourneyMap, lane: Lane | None, step_id: str, words: Words) -> str:
    stage = stage_of(journey, step_id)
    step = find(stage.steps, step_id) if stage else None
    where = of_step(stage, step, words) if stage and step else ""
    return ", ".join(filter(None, (lane_name(lane, words) if lane else "", where)))


def persona_name(desk: Desk, marker: Marker) -> str:
    """The name of the persona whose feeling it is."""
    persona = find(desk.project.personas, marker.persona)
    return persona.name if persona else ""

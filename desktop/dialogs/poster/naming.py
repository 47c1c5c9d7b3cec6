"""What the things on a map say, for lists of them."""

from desktop.document.journey import JourneyMap
from desktop.document.locate import cards_of
from desktop.layout.names import lane_name
from desktop.layout.style import Words


def named(journey: JourneyMap, thing: str, words: Words) -> str:
    """The text of a card, the title of the map, a stage, step or lane, the label of a marker; "" for anything else."""
    if thing == journey.id:
        return journey.title
    for card in cards_of(journey):
        if card.id == thing:
            return card.text
    titles = {stage.id: stage.title for stage in journey.stages}
    titles |= {step.id: step.title for stage in journey.stages for step in stage.steps}
    if thing in titles:
        return titles[thing]
    for lane in journey.lanes:
        if lane.id == thing:
            return lane_name(lane, words)
        found = next((marker.label for marker in lane.markers if marker.id == thing), "")
        if found:
            return found
    return ""

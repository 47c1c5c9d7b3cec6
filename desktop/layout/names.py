"""What kinds, statuses and lanes are called, and how many things there are, in the project's language."""

from desktop.document.journey import JourneyMap, Lane
from desktop.document.kinds import STATUSES
from desktop.layout.style import Words


def name_of(group: str, key: str, words: Words) -> str:
    """“Pain point” for ("kind", "pain"); what only a newer version has a word for is named as in the file."""
    code = f"{group}.{key}"
    word = words(code)
    return key if word == code else word


def lane_name(lane: Lane, words: Words) -> str:
    """The lane's title, or what its kind is called."""
    return lane.title or name_of("lane", lane.kind, words)


def map_name(journey: JourneyMap, words: Words) -> str:
    """The map's title and its status, by which maps of one journey are told apart: “First visit · ideal”."""
    status = words(f"tab.{journey.status}") if journey.status in STATUSES else journey.status
    return " · ".join(filter(None, (" ".join(journey.title.split()) or words("project.untitled"), status)))


def counted(words: Words, one: str, several: str, count: int) -> str:
    """“1 card”, “3 cards”: in the form of words that the count asks for."""
    return words(one if count == 1 else several).format(count=count)

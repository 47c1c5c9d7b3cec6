"""Values to be journaled, and what a journal gives back."""

from pathlib import Path

from projects import ASSETS, rich

from desktop.document.base import changed
from desktop.document.project import Project
from desktop.storage.journal import Origin
from desktop.storage.recoveries import Recovered, Recovery, recover, recoveries
from desktop.storage.writer import dump

START = rich()
FILE = Origin(Path("/somewhere/Visit.journey"), "0" * 64)


def whole(project: Project) -> bytes:
    """The project file for a value."""
    return dump(project, ASSETS)


def titles(count: int, start: Project = START) -> list[Project]:
    """The value to start with and so many others, each the one before with another title."""
    values = [start]
    for number in range(1, count + 1):
        values.append(changed(values[-1], title=f"Title {number}"))
    return values


def said(project: Project, text: str) -> Project:
    """With another text on the first card."""
    journey = project.maps[0]
    lane = journey.lanes[0]
    card = changed(lane.cards[0], text=text)
    lanes = (changed(lane, cards=(card, *lane.cards[1:])), *journey.lanes[1:])
    return changed(project, maps=(changed(journey, lanes=lanes),))


def only(journals: Path) -> Recovery:
    """The one recovery that is offered."""
    (recovery,) = recoveries(journals)
    return recovery


def last(recovered: Recovered) -> Project:
    """The value that somebody goes on with."""
    return recovered.steps[-1].after if recovered.steps else recovered.opened.project


def back(journals: Path) -> Project:
    """What the one recovery leads to; all of it could be read."""
    recovered = recover(only(journals))
    assert recovered.trouble == ""
    return last(recovered)

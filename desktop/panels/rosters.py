"""One more persona, goal, task or metric by a command, from wherever one is."""

from collections.abc import Callable

from desktop.desk.desk import Desk
from desktop.panels.docks import Docks
from desktop.panels.people import People
from desktop.panels.roster import Roster

PANEL = "inspector"


class Rosters:
    """Shows the map's own fields in the inspector, with the cursor in what is new."""

    def __init__(self, desk: Desk, docks: Docks) -> None:
        self._desk = desk
        self._docks = docks

    def persona(self) -> None:
        self._add(lambda people: people.personas)

    def goal(self) -> None:
        self._add(lambda people: people.goals)

    def task(self) -> None:
        self._add(lambda people: people.tasks)

    def metric(self) -> None:
        self._add(lambda people: people.metrics)

    def _add(self, which: Callable[[People], Roster]) -> None:
        self._desk.select(())
        self._docks.enter(PANEL)
        people = self._docks.docks[PANEL].findChild(People)
        if people is not None:
            which(people).add()

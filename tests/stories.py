"""Random edits, one after the other, the same for the same seed: two processes can tell the same story."""

from random import Random

from desktop.document.edits import maps
from desktop.document.errors import EditError
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import Lane
from desktop.document.project import Goal, Metric, Persona, Project
from verbs import VERBS, Draw

LARGE = 400
"""From this many things on the story goes on with what makes it smaller."""


def beginning(ids: Ids) -> Project:
    """A project with people, a metric, a goal, and a map with four lanes."""
    bare = Project(
        id="project",
        personas=(Persona(id="ana", name="Ana"), Persona(id="ben", name="Ben")),
        goals=(Goal(id="goal", metric="csat"),),
        metrics=(Metric(id="csat", name="CSAT"),),
    )
    project = maps.add_map(bare, "Dinner", new_id=ids)
    kinds = ("actions", "emotions", "pains", "visibility")
    rows = tuple(Lane(id=f"lane{number}", kind=kind, rank=str(number + 1)) for number, kind in enumerate(kinds))
    return project.model_copy(update={"maps": (project.maps[0].model_copy(update={"lanes": rows}),)})


class Story:
    """project: as it is now; number: of edits that led to it; label: of the last of them."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.ids = Ids(self.random.getrandbits)
        self.project: Project = beginning(self.ids)
        self.number = 0
        self.label = ""

    def go_on(self) -> None:
        """One more edit that changes something."""
        before = self.project
        while self.project is before:
            verb = self.random.choice(list(VERBS))
            if len(ids_of(before)) > LARGE and not verb.startswith("remove_"):
                continue
            self._try(verb)
        self.number += 1

    def _try(self, verb: str) -> None:
        try:
            self.project = VERBS[verb](self.project, Draw(self.random, self.project, self.ids))
            self.label = verb
        except EditError:
            pass

"""Findings in the words of the field: what is wrong with which thing, where it is, and what its repair does."""

from desktop.dialogs.differences import LETTERS, named, placed
from desktop.document.checks import Finding, way_to
from desktop.document.difference import Name, Side, Where
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.document.repair import repairable
from desktop.layout.short import shortened
from desktop.layout.style import Words

TWIN = "id.twice"
"""Put right when the file was read."""


class Diagnosis:
    """Words the findings in one value of a project."""

    def __init__(self, project: Project, words: Words) -> None:
        self._project = project
        self._words = words
        self._side = Side(project)

    def sentence(self, finding: Finding) -> str:
        """“Pain point “No sign at the door” stands at a step that is not there”."""
        thing = named(self._name(finding.path), self._words)
        if finding.code == TWIN:
            other = named(self._name(finding.other), self._words)
            return self._words("findings.twin").format(thing=thing, other=other)
        sentence = f"{thing} {self._words(f'finding.{finding.code}').format(detail=finding.detail)}"
        return sentence[:1].upper() + sentence[1:]  # kinds of later versions are named as in the file

    def place(self, finding: Finding) -> str:
        """“First visit · Touchpoints · Orders”: the map, what holds the thing in it, the steps it stands at."""
        trail = way_to(self._project, finding.path)
        journey = [thing for _, thing in trail[:-1] if isinstance(thing, JourneyMap)]
        titles = [shortened(" ".join(thing.title.split()), LETTERS) for thing in journey]
        where = self._side.where(trail) if len(trail) > 1 else Where()
        return " · ".join(filter(None, (*titles, placed(where, self._words))))

    def remedy(self, finding: Finding) -> str:
        """What the repair does; why there is none."""
        if finding.code == TWIN:
            return self._words("repair.twin")
        code = f"repair.{finding.code}"
        return self._words(code) if repairable(finding) else self._words(f"repair.none.{finding.code}")

    def _name(self, path: str) -> Name:
        trail = way_to(self._project, path)
        return self._side.name(trail[-1][1]) if trail else Name("project")

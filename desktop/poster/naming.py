"""What a list says that it is of."""

from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.layout.dates import worded
from desktop.layout.style import Words


def dated(project: Project, journey: JourneyMap, words: Words) -> str:
    """“An evening at Osteria Lume · 22 November 2026”: a map's title, else the project's, and its date."""
    date = worded(journey.date, words) if journey.date else ""
    return " · ".join(filter(None, (journey.title or project.title, date)))

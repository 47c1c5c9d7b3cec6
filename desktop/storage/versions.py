"""The format's name and version, and the least version that can say what a project says."""

from desktop.document.journey import AgendaPoint, JourneyMap
from desktop.document.project import Project, Survey

FORMAT = "journeywall"
MAJOR, MINOR = 1, 3

WITH_VIEWS, WITH_FONTS, WITH_BALLOTS = 1, 2, 3
"""The minor versions that brought a map's views, fonts and pins, ballots and more in an agenda."""


def least_minor(project: Project) -> int:
    """The first minor version with every field that the project uses, so that older programs need not ask for a copy.

    A field that a later version brings gets its line here.
    """
    if any(_votes_or_leads(journey) or journey.shows or journey.hushed for journey in project.maps):
        return WITH_BALLOTS
    if project.segments or any(view.segments for journey in project.maps for view in journey.views):
        return WITH_BALLOTS
    if any(edition.printed for edition in project.editions) or any(map(_is_joined, project.surveys)):
        return WITH_BALLOTS
    brand = project.brand
    if brand.text_files or brand.title_files or any(edition.pin is not None for edition in project.editions):
        return WITH_FONTS
    return WITH_VIEWS if any(journey.views for journey in project.maps) else 0


def _votes_or_leads(journey: JourneyMap) -> bool:
    return bool(journey.ballots or journey.printed) or any(_says_more(point) for point in journey.agenda)


def _is_joined(survey: Survey) -> bool:
    """Whether a survey says more than which responses came from a table."""
    return bool(survey.question or survey.follows or survey.joins or survey.digest or survey.figures)


def _says_more(point: AgendaPoint) -> bool:
    return bool(point.kind or point.form or point.example or point.stages)

"""The format's name and version, and the least version that can say what a project says."""

from desktop.document.project import Project

FORMAT = "journeywall"
MAJOR, MINOR = 1, 1


def least_minor(project: Project) -> int:
    """The first minor version with every field that the project uses, so that older programs need not ask for a copy.

    A field that a later version brings gets its line here.
    """
    return 1 if any(journey.views for journey in project.maps) else 0

"""How large a map is printed: it is laid out at that size, never merely scaled."""

from desktop.document.project import Project
from desktop.plan.paper import PaperError, paper, turned
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press
from desktop.poster.refusals import refused_paper


def posters(press: Press, project: Project, map_id: str, settings: Settings) -> tuple[Made, ...]:
    """The map, or its parts, at the size that the settings ask for. Raises PosterError."""
    if not settings.paper:
        return (press.natural(map_id),)
    try:
        sheets = turned(paper(settings.paper), settings.orientation)
    except PaperError as error:
        raise refused_paper(error) from error
    return (press.fitted(map_id, sheets),)

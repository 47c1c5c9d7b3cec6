"""From settings to the sheets of a file: posters at their size, each whole or spread over sheets."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.collector import resting_collector
from desktop.document.project import Project
from desktop.plan.page import Document, document_of, sheet_of
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press
from desktop.poster.sizing import posters
from desktop.typeset.entries import BrandFonts

Progress = Callable[[str, int, int], None]
"""Told what is being done (layout, draw, sheets, write), how much of it is done, and of how much; may raise Cancelled.
"""


def silent(_stage: str, _done: int, _whole: int) -> None:
    """A progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The sheets of a file, and the posters that they show."""

    document: Document
    made: tuple[Made, ...]
    press: Press


def composed(
    project: Project, map_id: str, settings: Settings, progress: Progress = silent, fonts: BrandFonts | None = None
) -> Composed:
    """All sheets of an edition, in the fonts of the project's brand, if there are any.

    Raises PosterError in one sentence, and whatever `progress` raises.
    """
    with resting_collector():
        press = Press(project, settings, fonts=fonts)
        progress("layout", 0, 1)
        made = posters(press, project, map_id, settings)
        sheets = [sheet_of(each.drawing, each.page) for each in made]
        return Composed(document_of(made[0].drawing, sheets), made, press)

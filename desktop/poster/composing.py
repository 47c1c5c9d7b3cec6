"""From settings to the sheets of a file: posters at their size, each whole or spread over sheets."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.collector import resting_collector
from desktop.document.project import Project
from desktop.plan import tiles
from desktop.plan.page import MM, Document, Sheet, document_of
from desktop.plan.paper import PaperError
from desktop.plan.settings import Settings, Tiling
from desktop.plan.tiles import TilePlan, TilingError
from desktop.poster.appendix import marked, numbered, pages
from desktop.poster.obstacles import obstacles
from desktop.poster.press import Made, Press
from desktop.poster.reading import grades, keywords
from desktop.poster.reflow import reflowed
from desktop.poster.refusals import PosterError, refused_paper, refused_tiling
from desktop.poster.scopes import parts
from desktop.poster.sheets import tiled, whole
from desktop.poster.sizing import posters

Progress = Callable[[str, int, int], None]
"""Told what is being done (layout, sheets, write), how much of it is done, and of how much; may raise Cancelled."""


def silent(_stage: str, _done: int, _whole: int) -> None:
    """A progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The sheets of a file, the posters that they show, and for each poster its sheets, None where it is one."""

    document: Document
    made: tuple[Made, ...]
    plans: tuple[TilePlan | None, ...]
    press: Press


def composed(project: Project, map_id: str, settings: Settings, progress: Progress = silent) -> Composed:
    """All sheets of an edition. Raises PosterError in one sentence, and whatever `progress` raises."""
    with resting_collector():
        press = Press(project, settings)
        progress("layout", 0, 1)
        pairs = _spread(press, project, map_id, settings)
        numbers = numbered(each for each, _ in pairs) if settings.appendix else {}
        made, plans = tuple(marked(each, press, numbers) for each, _ in pairs), tuple(plan for _, plan in pairs)
        if settings.tiling and settings.tiling.only:
            _check_names(settings.tiling, plans)
        sheets = [
            sheet for poster, plan in zip(made, plans, strict=True) for sheet in _sheets(press, poster, plan, progress)
        ]
        if numbers and not (settings.tiling and settings.tiling.only):
            sheets += pages(press, made, numbers, settings)
        told = keywords(grades(made[0], press, settings))
        return Composed(document_of(made[0].drawing, sheets, told), made, plans, press)


def _spread(press: Press, project: Project, map_id: str, settings: Settings) -> list[tuple[Made, TilePlan | None]]:
    """The posters, and the sheets that each is spread over."""
    made = posters(press, project, map_id, settings)
    if settings.tiling is None:
        return [(each, None) for each in made]
    owns = [press.of(part.project) for part in parts(project, map_id, settings)]
    return [_planned(own, each, settings, settings.tiling) for own, each in zip(owns, made, strict=True)]


def _planned(press: Press, made: Made, settings: Settings, tiling: Tiling) -> tuple[Made, TilePlan]:
    """The sheets that a poster is spread over; for whole columns and rows on each it is laid out once more."""
    shape = (settings.across, settings.down) if settings.sizing == "sheets" else None
    width, height = made.page.width / MM, made.page.height / MM
    try:
        if tiling.seams == "reflow":
            return reflowed(press, made, tiling, shape)
        return made, tiles.plan(width, height, obstacles(made), tiling, tiles.sheet_size(tiling), shape=shape)
    except TilingError as error:
        raise refused_tiling(error) from error
    except PaperError as error:
        raise refused_paper(error) from error


def _check_names(tiling: Tiling, plans: tuple[TilePlan | None, ...]) -> None:
    """Raises PosterError for a sheet that is asked for again and is not there."""
    known = {tile.name for plan in plans if plan for tile in plan.tiles}
    for name in tiling.only:
        if name.strip().upper() not in known:
            first, *_, last = sorted(known, key=lambda each: (len(each), each))
            raise PosterError(f"there is no sheet “{name}”; they are called {first} to {last}")


def _sheets(press: Press, made: Made, plan: TilePlan | None, progress: Progress) -> tuple[Sheet, ...]:
    return (whole(press, made),) if plan is None else tiled(press, made, plan, progress)

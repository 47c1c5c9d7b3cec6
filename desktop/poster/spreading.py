"""The posters of an edition, and the sheets that each is spread over."""

from dataclasses import replace

from desktop.document.project import Project
from desktop.plan import tiles
from desktop.plan.page import MM
from desktop.plan.paper import PaperError
from desktop.plan.settings import Settings, Tiling
from desktop.plan.tiles import TilePlan, TilingError
from desktop.poster.keeping import was_of
from desktop.poster.obstacles import obstacles
from desktop.poster.press import Made, Press
from desktop.poster.reflow import reflowed
from desktop.poster.refusals import PosterError, refused_paper, refused_tiling
from desktop.poster.scopes import parts
from desktop.poster.sizing import posters

Spread = tuple[Made, TilePlan | None]
"""A poster and its sheets, None where it is one."""


def spread(press: Press, project: Project, map_id: str, settings: Settings) -> list[Spread]:
    """All posters. Raises PosterError."""
    made = posters(press, project, map_id, settings)
    if settings.tiling is None:
        return [(each, None) for each in made]
    owns = [press.of(part.project, part.numbers) for part in parts(project, map_id, settings)]
    found: list[Spread] = [
        _planned(own, each, map_id, settings, settings.tiling) for own, each in zip(owns, made, strict=True)
    ]
    if settings.tiling.only:
        _check_names(settings.tiling, [plan for _, plan in found if plan])
    return found


def _planned(press: Press, made: Made, map_id: str, settings: Settings, tiling: Tiling) -> tuple[Made, TilePlan]:
    """The sheets that a poster is spread over; for whole columns and rows on each it is laid out once more."""
    shape = (max(1, settings.across), max(1, settings.down)) if settings.sizing == "sheets" else None
    width, height = made.page.width / MM, made.page.height / MM
    was = was_of(settings, map_id, made.key)
    seams = was.seams if was else None
    try:
        if tiling.seams == "reflow" and made.layout is not None:
            found, plan = reflowed(press, made, tiling, shape)
            return replace(found, shrunk=found.page.scale / made.page.scale), plan
        sheet = tiles.sheet_size(tiling)
        return made, tiles.plan(width, height, obstacles(made), tiling, sheet, shape=shape, seams=seams)
    except TilingError as error:
        raise refused_tiling(error) from error
    except PaperError as error:
        raise refused_paper(error) from error


def _check_names(tiling: Tiling, plans: list[TilePlan]) -> None:
    """Raises PosterError for a sheet that is asked for again and is not there."""
    known = {tile.name for plan in plans for tile in plan.tiles}
    for name in tiling.only:
        if name.strip().upper() not in known:
            first, *others = sorted(known, key=lambda each: (len(each), each))
            raise PosterError("no_sheet", name=name, first=first, last=(others or [first])[-1])

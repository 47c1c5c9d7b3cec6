"""How large a map is printed: it is laid out at that size, never merely scaled."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from desktop.document.project import Project
from desktop.plan.area import area, has_room, margins
from desktop.plan.fit import preferred
from desktop.plan.page import MM
from desktop.plan.paper import MOST, Paper, PaperError, paper, turned
from desktop.plan.settings import Margin, Settings, Tiling
from desktop.plan.tiles import extent
from desktop.poster.growing import Type, free, on_roll
from desktop.poster.keeping import again
from desktop.poster.panels import divided
from desktop.poster.press import PANEL, Made, Press
from desktop.poster.reading import least_card_text, settled
from desktop.poster.refusals import PosterError, refused_paper
from desktop.poster.scopes import Part, parts
from desktop.poster.titles import shortened
from desktop.poster.working import WRITTEN_ON, written_on

LEEWAY = 0.05
"""Of the sheets' length: on a poster that filled them all, no seam could be anywhere else."""

NOTHING: Margin = (0.0, 0.0, 0.0, 0.0)


def posters(press: Press, project: Project, map_id: str, settings: Settings) -> tuple[Made, ...]:
    """The map, or its parts, at the size that the settings ask for. Raises PosterError."""
    try:
        several = parts(project, map_id, settings)
        found = _all(press, several, map_id, settings)
        return found if _lies_one_way(found) or len(several) < 2 else _one_way(press, several, map_id, settings)
    except PaperError as error:
        raise refused_paper(error) from error


def _lies_one_way(found: Sequence[Made]) -> bool:
    return len({made.page.width < made.page.height for made in found}) < 2


def _one_way(press: Press, several: Sequence[Part], map_id: str, settings: Settings) -> tuple[Made, ...]:
    """A series that hangs in one row: all broad, or all upright if the smallest type gains much by that, or can be read
    only then."""
    broad, upright = (
        _all(press, several, map_id, replace(settings, orientation=way)) for way in ("landscape", "portrait")
    )
    least = preferred(min(made.page.scale for made in broad), press.legible)
    return upright if min(made.page.scale for made in upright) >= least else broad


def _all(press: Press, several: Sequence[Part], map_id: str, settings: Settings) -> tuple[Made, ...]:
    return tuple(made for part in several for made in _sized(press, part, map_id, settings))


def _sized(press: Press, part: Part, map_id: str, settings: Settings) -> tuple[Made, ...]:
    """One poster, or panels where it would be longer than a page may be and is not cut into sheets."""
    own = press.of(part.project, part.numbers)
    if settings.content in WRITTEN_ON:
        return written_on(own, part.project, map_id, settings)
    as_before = again(own, part.project, map_id, part.key, settings)
    made = as_before or _readable(own, map_id, settings)
    several: tuple[Made, ...] = (made,)
    if settings.tiling is None and _is_too_wide(made):
        several = _panels(own.in_style(made.style or own.style), part.project, map_id, made, _edges(settings))
    panels = [""] if len(several) < 2 else [f"{PANEL}{number}" for number, _ in enumerate(several, 1)]
    return tuple(
        replace(each, title=" · ".join(filter(None, (part.title, each.title))), key=part.key + panel)
        for each, panel in zip(several, panels, strict=True)
    )


def _readable(press: Press, map_id: str, settings: Settings) -> Made:
    """With titles and headers as large as they must be, and a long title no larger than that."""

    def make(own: Press) -> Made:
        return _made(own, map_id, settings)

    return shortened(press, settings, settled(press, settings, make), make)


def _is_too_wide(made: Made) -> bool:
    return made.page.width > MOST * MM + 1e-6


def _panels(press: Press, project: Project, map_id: str, made: Made, edges: Margin) -> tuple[Made, ...]:
    """Side by side as wide as they may be; smaller type on one page where a single step is wider than that."""
    found = divided(press, project, map_id, made, edges)
    if not any(_is_too_wide(each) for each in found):
        return found
    return (press.fitted(map_id, (Paper(MOST, made.page.height / MM, fixed=True),), edges),)


def _made(press: Press, map_id: str, settings: Settings) -> Made:
    type_ = Type(settings.card_text, least_card_text(press, settings))
    if settings.sizing == "sheets":
        return _on_sheets(press, map_id, settings)
    if not settings.paper:
        return (
            free(press, map_id, type_, settings.margin, _highest(settings))
            if _asks(settings)
            else press.natural(map_id)
        )
    sheet = paper(settings.paper)
    if sheet.is_roll:
        _with_room((sheet,), settings, "margins", name=settings.paper)
        return on_roll(press, map_id, sheet, type_, orientation=settings.orientation, margin=settings.margin)
    if settings.sizing == "roll":
        raise PosterError("no_roll", name=settings.paper)
    sheets = _with_room(turned(sheet, settings.orientation), settings, "margins", name=settings.paper)
    if settings.sizing == "text":
        return _in_type(press, map_id, sheets, type_, settings)
    return press.fitted(map_id, sheets, settings.margin)


def _asks(settings: Settings) -> bool:
    """Whether a map without a paper is to have another size than its own."""
    return settings.sizing == "text" or "cards" in settings.read_from


def _highest(settings: Settings) -> float:
    """A poster that is cut into sheets may be of any height."""
    return MOST if settings.tiling is None else inf


def _edges(settings: Settings) -> Margin:
    roll = paper(settings.paper) if settings.paper and settings.sizing != "sheets" else None
    return margins(roll, settings.margin) if roll and roll.is_roll else settings.margin or NOTHING


def _on_sheets(press: Press, map_id: str, settings: Settings) -> Made:
    """As large as so many sheets together show, but for what seams need to keep off the cards."""
    across, down = max(1, settings.across), max(1, settings.down)
    width, height = extent(settings.tiling or Tiling(), across, down)
    if settings.tiling is not None and settings.tiling.seams == "aware":
        width, height = (side * (1 - LEEWAY * (count > 1)) for side, count in ((width, across), (height, down)))
    if settings.tiling is None and max(width, height) > MOST:
        raise PaperError("large", f"{across} × {down}")
    whole = Paper(width, height, fixed=True)
    sheets = _with_room((whole,), settings, "margins_sheets", across=across, down=down)
    return press.fitted(map_id, sheets, settings.margin or NOTHING)


def _with_room(sheets: tuple[Paper, ...], settings: Settings, code: str, **arguments: str | float) -> tuple[Paper, ...]:
    """Those of which the margins leave something. Raises a PosterError of this code when there are none."""
    found = tuple(each for each in sheets if has_room(each, settings.margin))
    if not found:
        raise PosterError(code, **arguments)
    return found


def _in_type(press: Press, map_id: str, sheets: tuple[Paper, ...], type_: Type, settings: Settings) -> Made:
    """Cards of this size on the sheet if the map fits there, else on a page as large as it needs."""
    scale = type_.size / press.style.roles["card"].size
    for ground in (area(sheet, settings.margin) for sheet in sheets):
        width, height = ground.room
        layout = press.layout(map_id, width / scale, press.note(scale), spans=press.spans(ground.width, scale))
        if layout.width * scale <= width + 1e-6 and layout.height * scale <= height:
            return press.made(layout, ground, scale)
    return free(press, map_id, type_, settings.margin, _highest(settings))

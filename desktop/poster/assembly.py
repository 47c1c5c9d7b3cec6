"""The assembly map of a tiled poster: the first sheet, that says how the others become one."""

from dataclasses import replace

from desktop.drawing.assembly import Assembly, AssemblyPen, Cell, Fact
from desktop.drawing.lettering import Lettering
from desktop.drawing.shopmarks import length
from desktop.drawing.thumbnail import thumbnail
from desktop.layout.places import Rect
from desktop.layout.style import Words
from desktop.plan.bands import unbanded
from desktop.plan.page import MM, Sheet, View
from desktop.plan.settings import Tiling
from desktop.plan.tiles import SheetSize, TilePlan
from desktop.poster.press import Made, Press

LEAST, MOST = 180.0, 500.0
"""mm: the map is printed on a sheet like the others, unless that is smaller or, as a strip of a roll is, larger."""

A4 = SheetSize(210.0, 297.0)

TRIMMED = {
    "left-top": ("right", "bottom"),
    "right-bottom": ("left", "top"),
    "butt": ("left", "top", "right", "bottom"),
}
"""By where the glue goes: the sides that are cut off."""


def assembly_sheet(press: Press, made: Made, plan: TilePlan, tiling: Tiling) -> Sheet:
    """The poster in small with the sheets' names, how many there are, how large it becomes, and four steps."""
    told = _told(press, made, plan, tiling)
    pen = AssemblyPen(told, Lettering(press.typesetter), press.words)
    rect, page = pen.poster, made.page
    scale = rect.width * MM / page.width
    small = View(
        thumbnail(made.drawing, page.scale * scale),
        rect.x * MM + page.x * scale,
        rect.y * MM + page.y * scale,
        page.scale * scale,
        clip=Rect(rect.x * MM, rect.y * MM, rect.width * MM, rect.height * MM),
        artifact=True,
    )
    under = View(pen.under(), 0.0, 0.0, MM, artifact=True)
    over = View(pen.over(), 0.0, 0.0, MM, artifact=True)
    views = (under, small, over, View(pen.words(), 0.0, 0.0, MM))
    title = _joined(press.words("assembly.title"), made.title)
    return Sheet(told.width * MM, told.height * MM, views, label=title, title=title)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _told(press: Press, made: Made, plan: TilePlan, tiling: Tiling) -> Assembly:
    words, size = press.words, _paper(made, plan, tiling)
    left, top, right, bottom = size.margin
    trimmed, glued = _sides(plan, tiling)
    return Assembly(
        width=size.width,
        height=size.height,
        room=Rect(left, top, size.width - left - right, size.height - top - bottom),
        poster=(made.page.width / MM, made.page.height / MM),
        cells=tuple(Cell(tile.name, tile.inner, tile.blank) for tile in plan.tiles),
        across=plan.across,
        down=plan.down,
        title=_joined(made.drawing.title, made.title),
        facts=_facts(made, plan, tiling, glued, words),
        steps=_steps(plan, tiling, words),
        trimmed=trimmed,
        glue=tiling.glue,
    )


def _paper(made: Made, plan: TilePlan, tiling: Tiling) -> SheetSize:
    """A sheet like the others, without their bands, or an A4; it lies as the poster does."""
    sheet = plan.sheet
    if tiling.repeat:
        sheet = replace(sheet, margin=unbanded(sheet.margin))
    if is_roll(tiling) or min(sheet.width, sheet.height) < LEAST or max(sheet.width, sheet.height) > MOST:
        sheet = A4
    lies_so = (sheet.width > sheet.height) == (made.page.width > made.page.height)
    return sheet if lies_so else sheet.turned


def is_roll(tiling: Tiling) -> bool:
    """Whether its sheets are strips of a roll."""
    return tiling.sheet.strip().lower().startswith("roll")


def _sides(plan: TilePlan, tiling: Tiling) -> tuple[frozenset[str], tuple[str, ...]]:
    """The sides that are cut off, and those that get glue, where there are neighbours at all."""
    there = ({"left", "right"} if plan.across > 1 else set()) | ({"top", "bottom"} if plan.down > 1 else set())
    glued = () if tiling.glue == "butt" else tuple(name for name in tiling.glue.split("-") if name in there)
    return frozenset(TRIMMED[tiling.glue]) & there, glued


def _facts(made: Made, plan: TilePlan, tiling: Tiling, glued: tuple[str, ...], words: Words) -> tuple[Fact, ...]:
    blank = sum(tile.blank for tile in plan.tiles)
    grid = words("assembly.grid").format(across=plan.across, down=plan.down)
    left_out = words("assembly.blank").format(count=blank) if blank else ""
    sides = f" {words('assembly.and')} ".join(words(f"assembly.{name}") for name in glued)
    paper = words("assembly.roll") if is_roll(tiling) else tiling.sheet
    width, height = (length(round(side / MM, 1)) for side in (made.page.width, made.page.height))
    cut = words("assembly.plain").format(count=plan.plain_cut) if plan.plain_cut > len(plan.cut) else ""
    return (
        Fact(words("assembly.sheets"), str(len(plan.tiles) - blank), left_out or grid),
        Fact(words("assembly.paper"), paper, f"{length(plan.sheet.width)} × {length(plan.sheet.height)} mm"),
        Fact(words("assembly.size"), f"{width} × {height} mm"),
        Fact(words("assembly.overlap"), f"{length(tiling.overlap)} mm"),
        Fact(words("assembly.glue"), sides or words("assembly.butt")),
        Fact(words("assembly.cards"), str(len(plan.cut)), cut),
    )


def _steps(plan: TilePlan, tiling: Tiling, words: Words) -> tuple[str, ...]:
    rows = "rows" if plan.across > 1 and plan.down > 1 else "row" if plan.across > 1 else "column"
    first = next((tile.name for tile in plan.tiles if not tile.blank), "A1")
    return (
        words("assembly.print"),
        words("assembly.cut"),
        words(f"assembly.join.{tiling.glue}"),
        words(f"assembly.order.{rows}").format(name=first),
    )

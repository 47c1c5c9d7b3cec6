"""A picture of some of a map: what is selected, whole stages and lanes, or all of it; for mails and slides."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from math import sqrt

from desktop.document.project import Project
from desktop.drawing.shapes import Drawing, Placed
from desktop.layout.places import Layout, Rect
from desktop.plan.page import Page
from desktop.poster.export import Options, painted
from desktop.poster.press import SCREEN, Made, Press
from desktop.storage.assets import Asset, bytes_of
from desktop.storage.brandfonts import wardrobe

MARGIN = 12.0
"""Layout units of paper around what is shown."""

DPI = 192
"""Two pixels a layout unit: sharp on the screens that slides are shown on."""

MOST_PIXELS = 16_000_000
"""More would not be taken over: programs are wary of pictures that need over 64 MB, and so is this one."""

INK = ("card", "marker", "link", "link-words")
"""The roles of the figures that stand by themselves."""


def excerpt(project: Project, assets: Mapping[str, Asset], map_id: str, ids: Collection[str], form: str) -> bytes:
    """The things with these ids as "png" or "svg", at one layout unit to 1/96 inch; the whole map without ids.

    Chosen cards and markers are shown alone, in their places to each other; of stages, steps and lanes all that stands
    in them, with headers and labels. What is very large has fewer pixels to the unit.
    """
    press = Press(project, fonts=wardrobe(project.brand, assets).fonts)
    drawing = press.part(map_id, lambda layout, whole: _cut(layout, whole, frozenset(ids)))
    page = Page(drawing.width * SCREEN, drawing.height * SCREEN, scale=SCREEN)
    return painted(press, Made(drawing, page, 1.0), bytes_of(assets), form, options=Options(dpi=_dpi(drawing)))


def _dpi(drawing: Drawing) -> float:
    return min(DPI, 96 * sqrt(MOST_PIXELS / (drawing.width * drawing.height)))


def _cut(layout: Layout, whole: Drawing, ids: frozenset[str]) -> Drawing:
    area = _area(layout, ids)
    if area is not None:
        chosen = [placed for placed in whole.placed if _box(placed).meets(area)]
        return _moved(whole, chosen, area)
    ids |= {link.id for link in layout.map.links if {link.source, link.target} <= ids}
    chosen = [placed for placed in whole.placed if placed.figure.id in ids and placed.figure.role in INK]
    if not chosen:
        return whole
    return _moved(whole, chosen, _around([_box(placed) for placed in chosen]))


def _area(layout: Layout, ids: frozenset[str]) -> Rect | None:
    """The chosen columns with their headers, or the chosen rows with their labels; None without any."""
    columns = [column for column in layout.columns if {column.step.id, column.stage.id} & ids]
    if columns:
        top, right = layout.stages.y, columns[-1].x + columns[-1].width
        return Rect(columns[0].x, top, right - columns[0].x, layout.labels.bottom - top)
    rows = [row for row in layout.rows if row.lane.id in ids]
    if rows:
        end = rows[-1].y + rows[-1].height
        return Rect(layout.labels.x, rows[0].y, layout.stages.right - layout.labels.x, end - rows[0].y)
    return None


def _around(boxes: Iterable[Rect]) -> Rect:
    all_boxes = list(boxes)
    left, top = min(box.x for box in all_boxes), min(box.y for box in all_boxes)
    right, bottom = max(box.right for box in all_boxes), max(box.bottom for box in all_boxes)
    return Rect(left, top, right - left, bottom - top)


def _moved(whole: Drawing, chosen: Iterable[Placed], area: Rect) -> Drawing:
    """The figures on a page of their own, the area's corner at the margin."""
    left, top = area.x - MARGIN, area.y - MARGIN
    return replace(
        whole,
        width=area.width + 2 * MARGIN,
        height=area.height + 2 * MARGIN,
        placed=tuple(placed._replace(x=placed.x - left, y=placed.y - top) for placed in chosen),
        bookmarks=(),
    )


def _box(placed: Placed) -> Rect:
    """A figure's box; what has no height or width of its own still counts."""
    figure = placed.figure
    return Rect(placed.x, placed.y, max(figure.width, 0.1), max(figure.height, 0.1))

"""The print as it will be, made beside the window: the real sheets, what is on them, and pictures of any part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.document.project import Project
from desktop.layout.places import Rect
from desktop.paint.pdf import document_bytes
from desktop.paint.raster import Raster, raster
from desktop.plan.page import MM, Document, Sheet, sheet_of
from desktop.plan.settings import Settings
from desktop.plan.tiles import TilePlan
from desktop.poster.composing import Composed, Progress, composed
from desktop.poster.press import Made
from desktop.poster.reading import RoleGrade, grades
from desktop.poster.workshop import Workshop
from desktop.storage.assets import Assets, bytes_of
from desktop.storage.brandfonts import wardrobe
from desktop.typeset.entries import BrandFonts

PREVIEW_DPI = 100
"""Pictures on the map are no finer than this on the screen."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: a map of a project, and how."""

    project: Project
    assets: Assets
    map_id: str
    settings: Settings

    @property
    def fonts(self) -> BrandFonts | None:
        """Of the project's brand, as far as they can be had."""
        return wardrobe(self.project.brand, self.assets).fonts


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the posters. size: finished, in mm. sheet: of the paper in the picture, in mm, on which the poster begins
    at `origin`. tiles: the sheets that it is spread over, None for one."""

    title: str
    size: tuple[float, float]
    sheet: tuple[float, float]
    origin: tuple[float, float]
    tiles: TilePlan | None
    made: Made


@dataclass(frozen=True, slots=True)
class Proof:
    """What comes out for an order. data: a PDF of the posters, a page each, whatever sheets they are spread over."""

    order: Order
    whole: Composed
    panels: tuple[Panel, ...]
    data: bytes
    grades: tuple[RoleGrade, ...]

    @property
    def sheets(self) -> Sequence[Sheet]:
        """Of the file."""
        return self.whole.document.sheets


def proof(order: Order, progress: Progress, workshop: Workshop | None = None) -> Proof:
    """Lays out, spreads over sheets, and paints for the screen, sooner in a workshop that has done so before. Raises
    PosterError, CancelledError."""
    whole = composed(order.project, order.map_id, order.settings, progress, fonts=order.fonts, workshop=workshop)
    panels = tuple(_panel(whole, number) for number in range(len(whole.made)))
    shown = replace(whole.document, sheets=tuple(_shown(whole, number) for number in range(len(whole.made))))
    data = _painted(whole, shown, order, progress)
    return Proof(order, whole, panels, data, grades(whole.made[0], whole.press, order.settings))


def sheet_picture(found: Proof, number: int, scale: float, progress: Progress) -> Raster:
    """One sheet of the file, with its marks."""
    alone = replace(found.whole.document, sheets=(found.sheets[number],))
    return raster(_painted(found.whole, alone, found.order, progress), 0, scale)


def part_picture(found: Proof, number: int, scale: float, part: tuple[float, float, float, float] | None) -> Raster:
    """A poster, or what lies within left, top, width and height (pt) of it."""
    return raster(found.data, number, scale, part)


def _painted(whole: Composed, document: Document, order: Order, progress: Progress) -> bytes:
    fonts, pictures = whole.press.typesetter.fonts, bytes_of(order.assets)
    return document_bytes(
        document,
        fonts,
        pictures,
        image_dpi=PREVIEW_DPI,
        tagged=False,
        told=lambda done, of: progress("write", done, of),
    )


def _panel(whole: Composed, number: int) -> Panel:
    made, sheet = whole.made[number], _shown(whole, number)
    trim = sheet.trim or Rect(0.0, 0.0, sheet.width, sheet.height)
    return Panel(
        made.title,
        (trim.width / MM, trim.height / MM),
        (sheet.width / MM, sheet.height / MM),
        (trim.x / MM, trim.y / MM),
        whole.plans[number],
        made,
    )


def _shown(whole: Composed, number: int) -> Sheet:
    """The poster in one piece: as it is printed, or before it is spread over sheets."""
    made = whole.made[number]
    settings = whole.press.settings
    if whole.plans[number] is not None or settings.changed_only or settings.content == "stickers":
        return sheet_of(made.drawing, made.page)
    return whole.document.sheets[number]

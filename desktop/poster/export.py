"""A map as the bytes of a PDF, SVG or PNG file, and what came out. The caller writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from desktop.collector import resting_collector
from desktop.document.project import Project
from desktop.drawing.shapes import AssetBytes
from desktop.paint.pdf import document_bytes, pdf_bytes
from desktop.paint.png import TooManyPixelsError, png_bytes
from desktop.paint.svg import svg_bytes
from desktop.plan.page import Document, document_of, sheet_of
from desktop.plan.settings import Settings
from desktop.poster.composing import Composed, Progress, composed, silent
from desktop.poster.press import Made, Press
from desktop.poster.refusals import PosterError
from desktop.poster.report import Report, report
from desktop.storage.assets import Asset, bytes_of
from desktop.storage.brandfonts import wardrobe

PAPER_DPI, SCREEN_DPI = 150.0, 192.0
"""Of a PNG on paper, and of one that has the map's own size."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a picture is like. Without `dpi` a PNG has 150 dots an inch on paper and 192 without, or as many as memory
    allows; `outlines` draws the text of an SVG, for programs without its fonts."""

    dpi: float | None = None
    outlines: bool = False


def export(
    project: Project,
    assets: Mapping[str, Asset],
    map_id: str,
    form: str,
    settings: Settings | None = None,
    *,
    options: Options | None = None,
    progress: Progress = silent,
    file: str = "",
) -> tuple[bytes, Report]:
    """The map as a file of the form pdf, svg or png; `file` names the project's. Raises PosterError in one sentence.

    Without settings a PDF is an A0, and SVG and PNG have the map's own size.
    """
    options = options or Options()
    if options.dpi is not None and not options.dpi >= 1:
        raise PosterError("dpi", dpi=options.dpi)
    pictures = bytes_of(assets)
    wanted = settings or Settings(paper="A0" if form == "pdf" else "")
    whole = composed(project, map_id, wanted, progress, fonts=wardrobe(project.brand, assets).fonts, file=file)
    with resting_collector():
        return _bytes(whole, pictures, form, options, progress), report(whole, project, assets)


def painted(
    press: Press, made: Made, pictures: AssetBytes, form: str, *, options: Options, usual: float = PAPER_DPI
) -> bytes:
    """A drawing on its page as a file; a PNG has `usual` dots an inch when nothing else is asked for.

    Raises PosterError when its pixels would not fit into memory.
    """
    fonts = press.typesetter.fonts
    if form == "svg":
        grey = press.settings.theme == "grey"
        return svg_bytes(made.drawing, fonts, pictures, made.page, outlines=options.outlines, grey=grey)
    if form == "pdf":
        return pdf_bytes(made.drawing, fonts, pictures, made.page)
    document = document_of(made.drawing, [sheet_of(made.drawing, made.page)])
    return _in_pixels(document, press, pictures, options, usual)


def _in_pixels(document: Document, press: Press, pictures: AssetBytes, options: Options, usual: float) -> bytes:
    """The first sheet as a PNG, its pictures with as many dots as the PNG."""
    dpi = usual if options.dpi is None else options.dpi
    image_dpi = max(press.settings.image_dpi, dpi)
    data = document_bytes(document, press.typesetter.fonts, pictures, image_dpi=image_dpi, tagged=False)
    try:
        return png_bytes(data, dpi)
    except TooManyPixelsError as error:
        if options.dpi is None:
            return png_bytes(data, error.dpi)
        raise PosterError("pixels", dpi=round(dpi), most=error.dpi) from error


def _bytes(whole: Composed, pictures: AssetBytes, form: str, options: Options, progress: Progress) -> bytes:
    settings, sheets = whole.press.settings, whole.document.sheets
    if form == "pdf":
        fonts = whole.press.typesetter.fonts
        return document_bytes(
            whole.document, fonts, pictures, image_dpi=settings.image_dpi, told=partial(progress, "write")
        )
    if len(sheets) > 1:
        raise PosterError("several", form=form.upper())
    usual = PAPER_DPI if settings.paper else SCREEN_DPI
    if form == "png":
        return _in_pixels(whole.document, whole.press, pictures, options, usual)
    return painted(whole.press, whole.made[0], pictures, form, options=options, usual=usual)

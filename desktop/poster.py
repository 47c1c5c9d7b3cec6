"""From a map to a file that can be printed: lay out, fit to the page, draw, paint. The caller writes the bytes."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from desktop import resources
from desktop.collector import resting_collector
from desktop.document.project import Project
from desktop.drawing.artist import Artist
from desktop.drawing.shapes import AssetBytes, Drawing, Glyphs, Image
from desktop.layout.layouter import Layouter
from desktop.layout.places import Layout
from desktop.layout.style import Style, Words
from desktop.paint.clusters import clusters
from desktop.paint.pdf import pdf_bytes
from desktop.paint.png import TooManyPixelsError, png_bytes
from desktop.paint.svg import svg_bytes
from desktop.plan.distance import reach
from desktop.plan.fit import GOOD, Fit, orient
from desktop.plan.page import MM, Page
from desktop.plan.paper import PAPERS, Paper, PaperError, paper, turned
from desktop.storage.assets import Asset, bytes_of
from desktop.storage.errors import StorageError
from desktop.storage.picturehead import fault
from desktop.typeset.lines import UNITS
from desktop.typeset.typesetter import Typesetter

SMALLEST = 7.0
"""pt; smaller type is printed with a warning."""

MANY, GOOD_FOR_MANY = 2_000, 0.95
"""With so many cards, each of which is wrapped anew at every width tried, less of the page will do."""

LARGEST, LARGEST_OF_ALL = 14.0, 40.0
"""pt; cards are never larger on a small sheet, and on an A0, than this: they need more words, not more ink."""

FEW_WORDS, FEW_LETTERS = 5, 30
"""How much of the words that were broken a warning tells."""

SCREEN = 72 / 96
"""pt per layout unit where no paper is given: a unit is a pixel of 1/96 inch."""

Choose = Callable[[Layout, Drawing], Drawing]

_REASONS = {
    "unknown": "no paper is called “{}”; use A0 to A4, or a size such as 914x1400mm",
    "unit": "“{0}” has no unit; write it as “{0}mm”",
    "small": "“{}” is smaller than 50 mm; choose a larger paper",
    "large": "“{}” is longer than 5080 mm, the longest page that every reader shows; choose a shorter one",
    "orientation": "no orientation is called “{}”; use auto, landscape or portrait",
}


class PosterError(StorageError):
    """A poster that cannot be made; nothing was written."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to print. Without a paper a PDF is an A0, and SVG and PNG have the map's own size at 96 units an inch.

    Without `dpi` a PNG has 150 dots an inch on paper and 192 without, or as many as memory allows.
    """

    paper: str | None = None
    orientation: str = "auto"
    dpi: float | None = None
    outlines: bool = False
    comments: bool = False
    """Whether cards show how many comments they have."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came out: page in mm, scale in pt per layout unit, type sizes in pt by role, share of the page filled,
    and from how far, in metres, the cards are comfortable to read."""

    page_mm: tuple[float, float]
    scale: float
    text_pt: Mapping[str, float]
    fill: float
    comfortable_m: float
    warnings: tuple[str, ...] = ()

    def to_json(self) -> str:
        """An object with the same names, indented."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A drawing and the page it stands on."""

    drawing: Drawing
    page: Page
    fill: float
    broken: tuple[str, ...] = ()
    """The words that had to be broken to fit their cards."""


class Press:
    """Makes posters of one project in its own language and brand."""

    def __init__(self, project: Project, *, comments: bool = False) -> None:
        self._project = project
        self._typesetter: Typesetter = resources.typesetter()
        self._style: Style = resources.style("print", project.brand.accent)
        self._words: Words = resources.words(project.language)
        self._layouter = Layouter(self._typesetter, self._style, self._words)
        self._artist = Artist(self._typesetter, self._style, self._words, comments=comments)

    @property
    def typesetter(self) -> Typesetter:
        return self._typesetter

    def natural(self, map_id: str) -> Made:
        """The map at its own size, one layout unit being 1/96 inch."""
        layout = self._layout(map_id, None)
        page = Page(layout.width * SCREEN, layout.height * SCREEN, scale=SCREEN)
        return Made(self._draw(layout), page, 1.0, self._broken(layout))

    def fitted(self, map_id: str, sheets: tuple[Paper, ...]) -> Made:
        """The map with the largest type that fits one of the sheets."""
        rooms = {_room(sheet): sheet for sheet in sheets}
        natural = self._natural(map_id)
        note = self.note(SCREEN)  # as long as the one that will be printed
        found = orient(
            tuple(rooms),
            lambda wish: _size(self._layout(map_id, wish, note)),
            _size(natural),
            GOOD if _cards(natural) < MANY else GOOD_FOR_MANY,
            _largest(sheets[0]) / self._style.roles["card"].size,
        )
        sheet = rooms[found.page]
        layout = self._layout(map_id, found.wish, self.note(found.scale))
        # the note may have made the foot a line higher than the fit reckoned with
        scale = min(found.scale, found.page[1] / layout.height)
        final = replace(found, width=layout.width, height=layout.height, scale=scale)
        return Made(self._draw(layout), _page(sheet, final), final.fill, self._broken(layout))

    def part(self, map_id: str, choose: Choose) -> Drawing:
        """Some of the map at its own size: `choose` cuts it out of the layout and its figures."""
        layout = self._layout(map_id, None)
        return choose(layout, self._draw(layout))

    def note(self, scale: float) -> str:
        """“cards 23 pt, comfortable to 1 m”."""
        size = self._style.roles["card"].size * scale
        words = self._words("foot.print")
        return words.format(size=f"{size:.0f}", distance=f"{self.reach(scale):.1f}".removesuffix(".0"))

    def reach(self, scale: float) -> float:
        """From how far cards are comfortable to read, in metres."""
        role = self._style.roles["card"]
        return reach(role.size * scale, self._typesetter.metrics(role.style).cap_height / UNITS)

    def sizes(self, scale: float) -> dict[str, float]:
        """Type sizes in pt by role."""
        return {name: round(role.size * scale, 2) for name, role in self._style.roles.items()}

    def _layout(self, map_id: str, width: float | None, note: str = "") -> Layout:
        return self._layouter.layout(self._project, map_id, width, note)

    def _natural(self, map_id: str) -> Layout:
        """The usual columns, or as wide as words need when that is more: a layout that has its own width when asked."""
        if self._layouter.least(self._project, map_id) > self._style.space["column"]:
            return self._layout(map_id, 0.0)
        return self._layout(map_id, None)

    def _broken(self, layout: Layout) -> tuple[str, ...]:
        return self._layouter.broken(self._project, layout)

    def _draw(self, layout: Layout) -> Drawing:
        return self._artist.draw(self._project, layout)


def export(
    project: Project, assets: Mapping[str, Asset], map_id: str, form: str, options: Options
) -> tuple[bytes, Report]:
    """The map as a file of the form pdf, svg or png. Raises PosterError in one sentence."""
    press = Press(project, comments=options.comments)
    with resting_collector():
        made = _made(press, map_id, form, options)
        data = painted(press, made, bytes_of(assets), form, options)
    scale = made.page.scale
    sizes = press.sizes(scale)
    report = Report(
        page_mm=made.page.millimetres,
        scale=round(scale, 5),
        text_pt=sizes,
        fill=round(made.fill, 4),
        comfortable_m=round(press.reach(scale), 2),
        warnings=tuple(_warnings(made, sizes, bytes_of(assets))),
    )
    return data, report


def _made(press: Press, map_id: str, form: str, options: Options) -> Made:
    if options.dpi is not None and not options.dpi >= 1:
        raise PosterError(f"a picture cannot have {options.dpi:g} dots an inch; use 96 or more")
    if options.paper is None and form != "pdf":
        return press.natural(map_id)
    try:
        sheets = turned(paper("A0" if options.paper is None else options.paper), options.orientation)
    except PaperError as error:
        raise PosterError(_REASONS[error.code].format(error.name)) from error
    return press.fitted(map_id, sheets)


def painted(press: Press, made: Made, pictures: AssetBytes, form: str, options: Options) -> bytes:
    """A drawing on its page as a file. Raises PosterError when its pixels would not fit into memory."""
    fonts = press.typesetter.fonts
    if form == "svg":
        return svg_bytes(made.drawing, fonts, pictures, made.page, outlines=options.outlines)
    data = pdf_bytes(made.drawing, fonts, pictures, made.page)
    if form == "pdf":
        return data
    dpi = (192 if options.paper is None else 150) if options.dpi is None else options.dpi
    try:
        return png_bytes(data, dpi)
    except TooManyPixelsError as error:
        if options.dpi is None:
            return png_bytes(data, error.dpi)
        raise PosterError(f"at {dpi:.0f} dpi the picture would not fit into memory; use at most {error.dpi}") from error


def _warnings(made: Made, sizes: Mapping[str, float], pictures: AssetBytes) -> Iterator[str]:
    small = sorted(name for name, size in sizes.items() if size < SMALLEST)
    if small:
        yield f"type under {SMALLEST:.0f} pt: {', '.join(small)}"
    if made.broken:
        yield f"words broken to fit their cards: {_listed(made.broken)}"
    missing = sorted(set(_missing(made.drawing)))
    if missing:
        yield f"no font has these characters: {' '.join(missing[:40])}"
    lost = [image.alt or image.asset[:8] for image in _images(made.drawing) if fault(pictures(image.asset), whole=True)]
    if lost:
        yield f"pictures that are missing or damaged: {', '.join(dict.fromkeys(lost))}"


def _listed(words: Sequence[str]) -> str:
    """The first few, each of the longest ones only by its beginning."""
    few = [word if len(word) <= FEW_LETTERS else f"{word[:FEW_LETTERS]}…" for word in words[:FEW_WORDS]]
    return ", ".join(few) + (f" and {len(words) - FEW_WORDS} more" if len(words) > FEW_WORDS else "")


def _images(drawing: Drawing) -> Iterator[Image]:
    return (shape for placed in drawing.placed for shape in placed.figure.shapes if isinstance(shape, Image))


def _missing(drawing: Drawing) -> Iterator[str]:
    """What is drawn as a box, because no font has it."""
    shapes = (shape for placed in drawing.placed for shape in placed.figure.shapes if isinstance(shape, Glyphs))
    for line in (shape.line for shape in shapes):
        for run in line.runs:
            if 0 in run.glyphs:
                yield from (each.text for each in clusters(run, line) if 0 in run.glyphs[each.first : each.last])


def _room(sheet: Paper) -> tuple[float, float]:
    """What a drawing may take of a sheet, in pt."""
    return (sheet.width - 2 * sheet.margin) * MM, (sheet.height - 2 * sheet.margin) * MM


def _page(sheet: Paper, found: Fit) -> Page:
    """The drawing in the middle across, at the top down: what slack there is, is left at the foot."""
    x = (sheet.width * MM - found.width * found.scale) / 2
    return Page(sheet.width * MM, sheet.height * MM, x, sheet.margin * MM, found.scale)


def _largest(sheet: Paper) -> float:
    """The largest type for cards that is wanted, in pt: it grows with the sheet's short side."""
    return max(LARGEST, LARGEST_OF_ALL * min(sheet.width, sheet.height) / PAPERS["A0"][0])


def _cards(layout: Layout) -> int:
    return sum(len(row.lane.cards) for row in layout.rows)


def _size(layout: Layout) -> tuple[float, float]:
    return layout.width, layout.height

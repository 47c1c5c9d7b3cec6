"""What came out of the press, as a value and as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain

from desktop.drawing.shapes import AssetBytes, Drawing, Glyphs, Image
from desktop.paint.clusters import clusters
from desktop.plan.settings import Tiling
from desktop.plan.tiles import TilePlan
from desktop.poster.composing import Composed
from desktop.poster.press import Made
from desktop.poster.reading import RoleGrade, grades
from desktop.poster.remarks import remarks
from desktop.poster.sheets import printed
from desktop.storage.picturehead import fault

SMALLEST = 7.0
"""pt; smaller type is printed with a warning."""

FEW_WORDS, FEW_LETTERS = 5, 30
"""How much of the words that were broken a warning tells."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The sheets of a poster: across and down, how many of them are printed and how many have no ink; the cards that
    seams cut, and how many a plain grid of as many sheets would cut; headers, titles and markers that are cut."""

    sheet_mm: tuple[float, float]
    across: int
    down: int
    overlap_mm: float
    printed: tuple[str, ...]
    blank: int
    cards_cut: tuple[str, ...]
    cards_cut_by_a_plain_grid: int
    others_cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PosterReport:
    """One of several posters: which part of the map, its finished size in mm, its type, and the sheets that it is
    spread over, None for one."""

    title: str
    page_mm: tuple[float, float]
    scale: float
    fill: float
    roles: tuple[RoleGrade, ...]
    tiles: Spread | None


@dataclass(frozen=True, slots=True)
class Report:
    """What came out. Of the first poster: page in mm, scale in pt per layout unit, type sizes in pt by role, share of
    the page filled, and from how far, in metres, the cards are comfortable to read; then all posters."""

    page_mm: tuple[float, float]
    scale: float
    text_pt: Mapping[str, float]
    fill: float
    comfortable_m: float
    warnings: tuple[str, ...] = ()
    sheets: int = 1
    posters: tuple[PosterReport, ...] = ()

    def to_json(self) -> str:
        """An object with the same names, indented."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False)


def report(whole: Composed, pictures: AssetBytes) -> Report:
    """What is to be said of the sheets of a file."""
    first = whole.made[0]
    scale = first.page.scale
    sizes = whole.press.sizes(scale)
    found = [_poster(whole, number) for number in range(len(whole.made))]
    told = chain(
        remarks(whole.made, whole.press, whole.press.settings),
        *(warnings(made, sizes, pictures) for made in whole.made),
    )
    return Report(
        page_mm=first.page.millimetres,
        scale=round(scale, 5),
        text_pt=sizes,
        fill=round(first.fill, 4),
        comfortable_m=round(whole.press.reach(scale), 2),
        warnings=tuple(dict.fromkeys(told)),
        sheets=len(whole.document.sheets),
        posters=tuple(found),
    )


def _poster(whole: Composed, number: int) -> PosterReport:
    made, plan, press = whole.made[number], whole.plans[number], whole.press
    graded = grades(made, press, press.settings)
    spread = _spread(plan, press.settings.tiling) if plan and press.settings.tiling else None
    return PosterReport(
        made.title, made.page.millimetres, round(made.page.scale, 5), round(made.fill, 4), graded, spread
    )


def _spread(plan: TilePlan, tiling: Tiling) -> Spread:
    return Spread(
        sheet_mm=(round(plan.sheet.width, 2), round(plan.sheet.height, 2)),
        across=plan.across,
        down=plan.down,
        overlap_mm=plan.overlap,
        printed=tuple(tile.name for tile in printed(plan, tiling)),
        blank=sum(tile.blank for tile in plan.tiles),
        cards_cut=plan.cut,
        cards_cut_by_a_plain_grid=plan.plain_cut,
        others_cut=plan.spoilt,
    )


def warnings(made: Made, sizes: Mapping[str, float], pictures: AssetBytes) -> Iterator[str]:
    """What may be wrong with a poster that is made all the same, a sentence each."""
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

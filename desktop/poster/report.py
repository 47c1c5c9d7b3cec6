"""What came out of the press, as a value and as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from desktop.drawing.shapes import AssetBytes, Drawing, Glyphs, Image
from desktop.paint.clusters import clusters
from desktop.poster.press import Made
from desktop.storage.picturehead import fault

SMALLEST = 7.0
"""pt; smaller type is printed with a warning."""

FEW_WORDS, FEW_LETTERS = 5, 30
"""How much of the words that were broken a warning tells."""


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

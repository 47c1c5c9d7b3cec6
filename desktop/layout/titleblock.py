"""The title block: what a poster says of itself at its foot, as plans from an office do, a caption over each fact."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.layout.compose import Composer
from desktop.layout.dates import worded
from desktop.layout.names import name_of
from desktop.layout.places import TextPlace
from desktop.layout.style import Words

CAPTION, FACT = "group", "footer"
"""The roles in which the block is set."""

WIDEST_GAP = 4.5
"""Times the card text: facts stand no farther apart, however wide the poster is."""

HAIR = 0.01
"""What a measured width is made wider by, so that rounding breaks no line."""


@dataclass(frozen=True, slots=True)
class Plate:
    """What only the press knows: how large the type is, which sheet it is printed on, from which file; and how far down
    legend and title block stand, so that they are at the foot of the page."""

    scale: str = ""
    sheet: str = ""
    file: str = ""
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A caption, what stands under it, and the face of that, "" for the role's own."""

    caption: str
    text: str
    face: str = ""


def version_text(version: str, words: Words) -> str:
    """“v3” for 3; a version that is a word stands as it is."""
    return words("foot.version").format(version=version) if version[:1].isdigit() else version


def cells_of(project: Project, journey: JourneyMap, plate: Plate, words: Words) -> tuple[Cell, ...]:
    """What is known of map, status, persona, version, date, owner, next review, scale, sheet and file."""
    facts = (
        ("map", journey.title or project.title),
        ("status", name_of("status", journey.status, words)),
        ("persona", next((each.name for each in project.personas if each.id == journey.persona), "")),
        ("version", version_text(journey.version, words)),
        ("date", worded(journey.date, words)),
        ("owner", journey.owner),
        ("review", worded(journey.review, words)),
        ("scale", plate.scale),
        ("sheet", plate.sheet),
        ("file", plate.file),
    )
    known = ((code, text.strip()) for code, text in facts if text.strip())
    return tuple(Cell(words(f"plate.{code}"), text, "semibold" if code == "map" else "") for code, text in known)


def place_block(cells: Sequence[Cell], top: float, width: float, composer: Composer) -> tuple[TextPlace, ...]:
    """The cells side by side from the left, below each other in columns where the width does not hold them all."""
    if not cells:
        return ()
    columns = _columns([_width(cell, composer) for cell in cells], width, composer)
    slack = (width - sum(columns)) / max(1, len(columns) - 1)
    gap = min(slack, WIDEST_GAP * composer.style.text)
    xs = [sum(columns[:number]) + number * gap for number in range(len(columns))]
    texts: list[TextPlace] = []
    for start in range(0, len(cells), len(columns)):
        y = max(text.bottom for text in texts) + composer.style.space["gap"] if texts else top
        row = zip(cells[start : start + len(columns)], xs, columns, strict=False)
        texts += [text for cell, x, own in row for text in _cell(cell, x, y, min(own, width), composer)]
    return tuple(texts)


def _columns(natural: Sequence[float], width: float, composer: Composer) -> list[float]:
    """The widths of the columns of as few rows as it takes for them to stand side by side; at least one column."""
    gap = composer.style.space["legend-gap"]
    for rows in range(1, len(natural) + 1):
        count = -(-len(natural) // rows)
        columns = [max(natural[start::count]) for start in range(count)]
        if sum(columns) + gap * (count - 1) <= width:
            return columns
    return [width]


def _width(cell: Cell, composer: Composer) -> float:
    return max(composer.width(cell.caption, CAPTION), composer.width(cell.text, FACT, cell.face)) + HAIR


def _cell(cell: Cell, x: float, y: float, width: float, composer: Composer) -> tuple[TextPlace, TextPlace]:
    caption = composer.place(cell.caption, CAPTION, x, y, width)
    ink = composer.style.colours["ink"]
    text = composer.place(cell.text, FACT, x, caption.bottom, width, face=cell.face, colour=ink)
    return caption, composer.hugged([text])[0]

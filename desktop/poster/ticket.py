"""What a copy shop must know to print a poster right, as a text to send and as a page to hand over."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.drawing.jobticket import Entry, ticket_drawing
from desktop.drawing.lettering import Lettering
from desktop.drawing.shopmarks import length
from desktop.layout.dates import worded
from desktop.layout.places import Rect
from desktop.layout.style import Words
from desktop.plan.page import MM, Sheet, View
from desktop.plan.paper import ROLL_EDGE, ROLLS, PaperError, paper
from desktop.plan.settings import Settings
from desktop.plan.tiles import TilePlan
from desktop.poster.bleeds import Boxes, boxes
from desktop.poster.press import Made, Press
from desktop.poster.sheets import printed

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 22.0
"""Of the page, in mm."""

TO_FILL = ("copies", "stock", "finish", "until", "contact")
"""What the person who orders writes by hand."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A job: its title, and what is said of it."""

    caption: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """For a mail: a line for each entry, with dots to fill in where nothing is said."""
        widest = max(len(entry.label) for entry in self.entries)
        told = (f"{entry.label + ':':<{widest + 2}}{entry.value or '…'}".rstrip() for entry in self.entries)
        return "\n".join((self.caption, self.title, "", *told, ""))


def ticket(press: Press, posters: Sequence[tuple[Made, TilePlan | None]]) -> Ticket:
    """The ticket of all posters of a file, of which each is one sheet or is spread over several."""
    words, made = press.words, posters[0][0]
    entries = [
        *_sizes(press.settings, posters, words),
        Entry(words("ticket.scale"), words("ticket.exact"), strong=True),
        Entry(words("ticket.colour"), words("ticket.grey" if press.settings.theme == "grey" else "ticket.rgb")),
        *_media(press.settings, posters, words),
        Entry(words("ticket.trim"), words(f"ticket.trim.{_cutting(press.settings, posters)}")),
        Entry(words("ticket.fonts"), words("ticket.embedded").format(dpi=press.settings.image_dpi)),
        *_about(made, words),
        *(Entry(words(f"ticket.{name}")) for name in TO_FILL),
    ]
    return Ticket(words("ticket.title"), made.drawing.title, tuple(entries))


def ticket_sheet(press: Press, told: Ticket) -> Sheet:
    """The ticket as a page of A4."""
    room = Rect(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    heading = told.caption, told.title
    drawing = ticket_drawing((WIDTH, HEIGHT), room, heading, told.entries, Lettering(press.typesetter))
    return Sheet(WIDTH * MM, HEIGHT * MM, (View(drawing, 0.0, 0.0, MM),), label=told.caption, title=told.caption)


def _sizes(settings: Settings, posters: Sequence[tuple[Made, TilePlan | None]], words: Words) -> list[Entry]:
    """Finished size and number of sheets."""
    sizes = dict.fromkeys(_size(made.page.width / MM, made.page.height / MM) for made, _ in posters)
    sheets = sum(len(printed(plan, settings.tiling)) if plan and settings.tiling else 1 for _, plan in posters)
    if settings.tiling and settings.tiling.assembly and not settings.tiling.only:
        sheets += sum(plan is not None for _, plan in posters)
    return [
        Entry(words("ticket.size"), "\n".join(sizes), strong=True),
        Entry(words("ticket.sheets"), str(sheets)),
    ]


def _media(settings: Settings, posters: Sequence[tuple[Made, TilePlan | None]], words: Words) -> list[Entry]:
    """The size of the sheets in the file with what is around the poster, and the roll on which it can be printed."""
    made, plan = posters[0]
    if plan is not None:
        each = words("ticket.each").format(size=_size(plan.sheet.width, plan.sheet.height))
        return [Entry(words("ticket.paper"), each)]
    sheet = _boxes(made, settings)
    around = _around(settings, words)
    size = _size(sheet.width, sheet.height)
    entries = [Entry(words("ticket.file"), f"{size}, {around}" if around else size)]
    roll = _own_roll(settings, sheet) or roll_for(sheet.width, sheet.height)
    if roll is None:
        return [*entries, Entry(words("ticket.paper"), words("ticket.no-roll"))]
    width, needed = roll
    said = words("ticket.roll").format(
        width=length(width), printable=length(width - 2 * ROLL_EDGE), length=length(round(needed, 1))
    )
    return [*entries, Entry(words("ticket.paper"), said)]


def roll_for(width: float, height: float) -> tuple[float, float] | None:
    """The narrowest usual roll that a sheet can be printed on, turned or not, and the length that it takes; all in mm.

    A roll of 914 mm prints 900 mm. None when it is too wide for all.
    """
    ways = [
        (roll, along)
        for roll in sorted(set(ROLLS.values()))
        for across, along in ((width, height), (height, width))
        if across <= roll - 2 * ROLL_EDGE + 1e-6
    ]
    return min(ways, default=None)


def _own_roll(settings: Settings, sheet: Boxes) -> tuple[float, float] | None:
    """The roll that the poster was made for, whose edges it leaves white itself, and the length that it takes."""
    try:
        chosen = paper(settings.paper)
    except PaperError:
        return None
    sides = sorted((sheet.width, sheet.height), key=lambda side: abs(side - chosen.width))
    return (chosen.width, sides[1]) if chosen.is_roll and sides[0] <= chosen.width + 1e-6 else None


def _boxes(made: Made, settings: Settings) -> Boxes:
    return boxes(made.page.width / MM, made.page.height / MM, settings.bleed, marked=settings.crop_marks)


def _around(settings: Settings, words: Words) -> str:
    """“with 3 mm bleed and crop marks”, as far as it is so."""
    bleed = words("ticket.bleed").format(width=length(settings.bleed)) if settings.bleed else ""
    marks = words("ticket.marks") if settings.crop_marks else ""
    return ", ".join(part for part in (bleed, marks) if part)


def _cutting(settings: Settings, posters: Sequence[tuple[Made, TilePlan | None]]) -> str:
    """What is cut: tiles, marks, bleed without marks, or nothing."""
    if any(plan for _, plan in posters):
        return "tiles"
    return "marks" if settings.crop_marks else "bleed" if settings.bleed else "none"


def _about(made: Made, words: Words) -> list[Entry]:
    """Who made it and when, where that is known."""
    drawing = made.drawing
    date = worded(drawing.date, words) if drawing.date else ""
    told = ((words("ticket.owner"), drawing.author), (words("ticket.date"), date))
    return [Entry(label, value) for label, value in told if value]


def _size(width: float, height: float) -> str:
    return f"{length(round(width, 1))} × {length(round(height, 1))}\u00a0mm"

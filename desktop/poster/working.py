"""The working wall and sticky notes: prints that are written on. Their notes have the size of notes, never another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap
from desktop.document.locate import steps_in_order
from desktop.document.project import Metric, Project
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Drawing, Placed
from desktop.drawing.stickynotes import Note, NotePen, notes_of
from desktop.drawing.workwall import SLOT, wall
from desktop.layout.addresses import addresses
from desktop.layout.measures import measure_text
from desktop.layout.signs import point_of
from desktop.plan.area import Area, area
from desktop.plan.page import MM
from desktop.plan.paper import MOST, ROLLS, Paper, paper, turned
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press
from desktop.poster.refusals import PosterError
from desktop.poster.topics import LISTS, topic_lists

NOTE_GAP = 8.0
"""mm; the most that is left between notes on a sheet."""


WRITTEN_ON = ("working", "notes", *LISTS)
"""The contents of prints that are made here."""


def written_on(press: Press, project: Project, map_id: str, settings: Settings) -> tuple[Made, ...]:
    """The working wall, sheets of notes, or lists. Raises PosterError, and PaperError for an unknown paper."""
    journey = next(each for each in project.maps if each.id == map_id)
    if settings.content in LISTS:
        return topic_lists(press, project, journey, settings)
    if settings.content == "notes":
        return sticky_notes(press, project, journey, settings)
    return (working_wall(press, project, journey, settings),)


def working_wall(press: Press, project: Project, journey: JourneyMap, settings: Settings) -> Made:
    """The wall at its own size on the paper asked for, or on sheets that are put together.

    Raises PosterError, and PaperError for an unknown paper.
    """
    drawing = wall(journey, project.title, press.style, Lettering(press.typesetter), press.words)
    drawing = replace(drawing, language=project.language)
    ground = _ground(drawing, settings)
    if settings.tiling is None and max(ground.width, ground.height) > MOST:
        raise PosterError("wall_long", width=round(ground.width), height=round(ground.height), most=MOST)
    width, height = ground.room
    page = ground.page(drawing.width, MM, drop=(height - drawing.height * MM) / 2)
    return Made(drawing, page, drawing.width * drawing.height * MM**2 / (width * height), style=press.style)


def _ground(drawing: Drawing, settings: Settings) -> Area:
    """A page that the wall fits."""
    own = Area(drawing.width, drawing.height)
    if settings.tiling is not None or not settings.paper or settings.sizing == "text":
        return own
    sheet = paper(settings.paper)
    if sheet.is_roll:
        return _off_the_roll(drawing, sheet, settings)
    white = settings.margin or (0.0, 0.0, 0.0, 0.0)  # the wall has white at its edges
    for each in turned(sheet, settings.orientation):
        found = area(each, white)
        if found.room[0] >= drawing.width * MM and found.room[1] >= drawing.height * MM:
            return found
    raise _too_small(drawing, settings.paper)


def _off_the_roll(drawing: Drawing, roll: Paper, settings: Settings) -> Area:
    """Along the roll, or else across it."""
    left, top, right, bottom = settings.margin or (0.0, 0.0, 0.0, 0.0)
    if drawing.height + top + bottom <= roll.width:
        return Area(drawing.width + left + right, roll.width, (left, top, right, bottom))
    if drawing.width + left + right <= roll.width:
        return Area(roll.width, drawing.height + top + bottom, (left, top, right, bottom))
    raise _too_small(drawing, settings.paper)


def _too_small(drawing: Drawing, name: str) -> PosterError:
    side = min(drawing.width, drawing.height)
    rolls = sorted((width, each) for each, width in ROLLS.items() if width >= side)
    size = {"width": round(drawing.width), "height": round(drawing.height)}
    if not rolls:
        return PosterError("slots", slot=SLOT, paper=name, **size)
    return PosterError("slots_roll", slot=SLOT, paper=name, roll=rolls[0][1], **size)


def sticky_notes(press: Press, project: Project, journey: JourneyMap, settings: Settings) -> tuple[Made, ...]:
    """Sheets full of notes, in the order of reading. Raises PosterError, and PaperError for an unknown paper."""
    grid = _NoteGrid(settings)
    notes = list(_notes(press, project, journey))
    if not notes:
        raise PosterError("no_notes")
    pages = [notes[start : start + grid.count] for start in range(0, len(notes), grid.count)]
    made = (_page(press, journey, page, grid) for page in pages)
    return tuple(replace(each, drawing=replace(each.drawing, language=project.language)) for each in made)


class _NoteGrid:
    """How many notes a sheet takes, and where they stand on it."""

    def __init__(self, settings: Settings) -> None:
        name = settings.paper if settings.paper and not paper(settings.paper).is_roll else "A4"
        self.across, self.down, self.area = max(
            (_capacity(area(each, settings.margin)) for each in turned(paper(name), settings.orientation)),
            key=lambda found: found[0] * found[1],
        )
        if not self.count:
            raise PosterError("note_paper", paper=name, slot=SLOT)

    @property
    def count(self) -> int:
        return self.across * self.down

    def places(self) -> list[tuple[float, float]]:
        """Top left corners from the left top, in mm from the sheet's corner."""
        left, top, right, bottom = self.area.margin
        xs = _spread(left, self.area.width - left - right, self.across)
        ys = _spread(top, self.area.height - top - bottom, self.down)
        return [(x, y) for y in ys for x in xs]


def _capacity(ground: Area) -> tuple[int, int, Area]:
    width, height = (side / MM for side in ground.room)
    return max(0, int(width // SLOT)), max(0, int(height // SLOT)), ground


def _spread(start: float, room: float, count: int) -> list[float]:
    """In the middle, close together."""
    gap = min(NOTE_GAP, (room - count * SLOT) / (count - 1)) if count > 1 else 0.0
    first = start + (room - count * SLOT - gap * (count - 1)) / 2
    return [first + index * (SLOT + gap) for index in range(count)]


def _notes(press: Press, project: Project, journey: JourneyMap) -> Iterator[Note]:
    """A note or more for every card of the lanes that are shown, lane by lane."""
    lettering, where = Lettering(press.typesetter), addresses(journey)
    metrics = {metric.id: metric for metric in project.metrics}
    titles = {step.id: step.title for stage in journey.stages for step in stage.steps}
    order = {step.id: index for index, step in enumerate(steps_in_order(journey))}
    for lane in in_order(journey.lanes):
        if lane.hidden:
            continue
        for card in sorted(in_order(lane.cards), key=lambda each: order.get(each.first, -1)):
            cell = " · ".join(filter(None, (where.get((lane.id, card.first), ""), titles.get(card.first, ""))))
            yield from notes_of(
                card, cell, _text(card, metrics, point_of(press.words)), lettering, press.style.kind(card.kind).face
            )


def _text(card: Card, metrics: dict[str, Metric], point: str) -> str:
    if card.kind == "metric" and card.measure:
        return measure_text(card, metrics.get(card.measure.metric), point)
    return card.text


def _page(press: Press, journey: JourneyMap, notes: Sequence[Note], grid: _NoteGrid) -> Made:
    pen = NotePen(press.style, Lettering(press.typesetter), press.words)
    ground = grid.area
    placed = tuple(Placed(x, y, pen.figure(note)) for note, (x, y) in zip(notes, grid.places(), strict=False))
    drawing = Drawing(
        width=ground.width,
        height=ground.height,
        background="",
        placed=placed,
        title=journey.title,
        subject=press.words("working.notes"),
        author=journey.owner,
        date=journey.date,
    )
    fill = len(notes) * SLOT**2 / (ground.width * ground.height)
    return Made(drawing, Area(ground.width, ground.height).page(ground.width, MM), fill, style=press.style)

"""The figures around the cells: head, stages, steps, lane labels, groups, rules."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from desktop.document.journey import Lane
from desktop.document.kinds import DIVIDERS
from desktop.document.project import Brand, Persona, Project
from desktop.drawing.known import bar_shapes
from desktop.drawing.pens import centred_text, text_ink
from desktop.drawing.shapes import ROUND, Box, Command, Ellipse, Figure, Image, Path, Placed, Shape
from desktop.layout.compose import Composer
from desktop.layout.crops import filled
from desktop.layout.gauges import ROLE as GAUGE
from desktop.layout.gauges import gauge_rect
from desktop.layout.names import lane_name
from desktop.layout.places import GroupPlace, Layout, Rect, RowContent, StagePlace, StepPlace, TextPlace
from desktop.layout.style import Style


def head_figure(project: Project, layout: Layout, ring: str, composer: Composer) -> Placed:
    """Title, subtitle, portrait with a ring of that colour, facts, and the brand's logo."""
    rect = layout.head
    shapes: list[Shape] = []
    persona = next((each for each in project.personas if each.id == layout.heading.persona), None)
    if layout.heading.portrait and persona:
        shapes += portrait(persona, _moved(layout.heading.portrait, rect), ring, composer)
    for place in layout.heading.texts:
        shapes += text_ink(_text_from(place, rect.x, rect.y), composer)
    shapes += _gauges(layout, composer)
    if layout.heading.logo:
        shapes += logo(project.brand, _moved(layout.heading.logo, rect), composer)
    figure = Figure(layout.map.id, "header", layout.map.title, rect.width, rect.height, tuple(shapes))
    return Placed(rect.x, rect.y, figure)


def _gauges(layout: Layout, composer: Composer) -> Iterator[Shape]:
    """A bar for each goal that is on its way: an outline, and full as far as the goal is."""
    colours, line = composer.style.colours, composer.style.space["rule"]
    texts = (text for text in layout.heading.texts if text.role == GAUGE)
    for text, share in zip(texts, layout.heading.shares, strict=True):
        box = _moved(gauge_rect(text, composer), layout.head)
        full = box.width * share
        left = box.right - full if text.align == "right" else box.x
        if full > line:
            yield Box(left, box.y, full, box.height, colours["stage"])
        yield Box(box.x, box.y, box.width, box.height, "", colours["ink-3"], line)


def logo(brand: Brand, box: Rect, composer: Composer) -> Iterator[Shape]:
    """The part of the client's logo that is shown, on the bare paper."""
    if brand.logo:
        said = brand.logo.alt or brand.name or composer.words("brand.logo")
        yield Image(box.x, box.y, box.width, box.height, brand.logo.asset, brand.logo.crop, said)


def ring_colour(layout: Layout, style: Style) -> str:
    """That of the persona's emotion curve, so that the portrait in the head explains the curve."""
    curves = (curve for row in layout.rows for curve in row.content.curves)
    own = next((curve for curve in curves if curve.persona == layout.heading.persona), None)
    return style.curve(own.series).colour if own else style.colours["portrait-edge"]


def portrait(persona: Persona, box: Rect, ring: str, composer: Composer) -> Iterator[Shape]:
    """The persona's picture cut to a circle, or initials where there is none."""
    colours, line = composer.style.colours, composer.style.space["ring"]
    radius = box.width / 2
    cx, cy = box.x + radius, box.y + radius
    if persona.picture:
        crop = filled(persona.picture, 1.0)
        instead = partial(_unseen, persona.name, box, composer)
        yield Image(box.x, box.y, box.width, box.height, persona.picture.asset, crop, persona.name, instead)
        yield mat(box, radius, colours["paper"])
        yield Ellipse(cx, cy, radius - line, radius - line, "", ring, 2 * line)
        return
    yield Ellipse(cx, cy, radius - line, radius - line, colours["portrait"], ring, 2 * line)
    yield from _letters(persona.name, cx, cy, composer)


def _unseen(name: str, box: Rect, composer: Composer, _reason: str) -> tuple[Shape, ...]:
    """What lies under mat and ring where the picture cannot be shown: there is no room for a reason."""
    radius = box.width / 2
    cx, cy = box.x + radius, box.y + radius
    ground = Ellipse(cx, cy, radius, radius, composer.style.colours["portrait"])
    return (ground, *_letters(name, cx, cy, composer))


def _letters(name: str, cx: float, cy: float, composer: Composer) -> Iterator[Shape]:
    """The initials in the circle; the name beside it is what is read out."""
    for line in centred_text(initials(name), "initials", cx, cy, composer):
        yield line._replace(mute=True)


def initials(name: str) -> str:
    """The first letters of the first and the last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def mat(box: Rect, radius: float, colour: str) -> Path:
    """What cuts a picture in the box to a circle."""
    return Path(_hole(box, radius), fill=colour)


def _hole(box: Rect, radius: float) -> tuple[Command, ...]:
    """A square, a hair larger than the box, with a round hole: the hole runs the other way."""
    cx, cy, hair = box.x + radius, box.y + radius, radius * 0.02
    reach = radius * ROUND
    left, top, right, bottom = box.x - hair, box.y - hair, box.right + hair, box.bottom + hair
    return (
        *(("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",)),
        ("M", cx + radius, cy),
        ("C", cx + radius, cy - reach, cx + reach, cy - radius, cx, cy - radius),
        ("C", cx - reach, cy - radius, cx - radius, cy - reach, cx - radius, cy),
        ("C", cx - radius, cy + reach, cx - reach, cy + radius, cx, cy + radius),
        ("C", cx + reach, cy + radius, cx + radius, cy + reach, cx + radius, cy),
        ("Z",),
    )


def stage_figure(place: StagePlace, layout: Layout, composer: Composer) -> Placed:
    """The thick rule or a filled band, the title, and the thin rule on which the steps of the stage stand."""
    colours, space, rect = composer.style.colours, composer.style.space, place.rect
    height = layout.steps.bottom - rect.y
    thin = space["step-rule"]
    band = colours["stage-band"]
    strong = rect.height if band else space["stage-rule"]
    shapes: tuple[Shape, ...] = (
        Box(0.0, 0.0, rect.width, strong, band or colours["stage"]),
        *text_ink(_text_from(place.text, rect.x, rect.y), composer),
        Box(0.0, height - thin, rect.width, thin, colours["stage"]),
        *(bar_shapes(place.bar, rect.x, rect.y, composer.style) if place.bar else ()),
        *(text_ink(_text_from(place.figure, rect.x, rect.y), composer) if place.figure else ()),
    )
    return Placed(rect.x, rect.y, Figure(place.stage.id, "stage", place.stage.title, rect.width, height, shapes))


def step_figure(place: StepPlace, layout: Layout, composer: Composer) -> Placed:
    """A step's title; its box is the whole header of its column."""
    column, top = place.column, layout.steps.y
    shapes = tuple(text_ink(_text_from(place.text, column.x, top), composer))
    figure = Figure(column.step.id, "step", column.step.title, column.width, layout.steps.height, shapes)
    return Placed(column.x, top, figure)


def lane_figure(content: RowContent, x: float, width: float, composer: Composer) -> Figure:
    """A lane's label; its box is the whole left end of the row."""
    shapes: tuple[Shape, ...] = tuple(_label_ink(content, x, composer))
    name = lane_name(content.lane, composer.words)
    return Figure(content.lane.id, "lane", name, width, content.height, shapes)


def _label_ink(content: RowContent, x: float, composer: Composer) -> Iterator[Shape]:
    """Words and bar of a lane's label, seen from this x."""
    for place in content.label:
        yield from text_ink(_text_from(place, x, 0.0), composer)
    if content.bar:
        yield from bar_shapes(content.bar, x, 0.0, composer.style)


def label_copy(content: RowContent, composer: Composer) -> Figure:
    """A lane's label where it stands once more, on paper that covers an arrow; it has no id, for it says nothing new.

    Its origin is the label's left end at the row's top.
    """
    label = composer.hugged(content.label)
    x = label[0].x
    shapes = list(_label_ink(replace(content, label=label), x, composer))
    width, bottom = max(composer.widest(place) for place in label), label[-1].bottom
    if content.lane.kind != "emotions":
        top, pad = content.label[0].y, composer.style.space["gap"]
        ground = Box(-pad, top, width + 2 * pad, bottom - top, composer.style.colours["paper"])
        shapes.insert(0, ground)
    return Figure("", "lane", "", width, bottom, tuple(shapes))


def group_figure(place: GroupPlace, composer: Composer) -> Placed:
    """A bracket beside the rows of a group."""
    space, line = composer.style.space, composer.style.space["bracket-line"]
    top, bottom = space["row-pad"], place.rect.height - space["row-pad"]
    arm = space["bracket"]
    path = (("M", arm, top), ("L", line / 2, top), ("L", line / 2, bottom), ("L", arm, bottom))
    shape = Path(path, stroke=composer.style.colours["bracket"], stroke_width=line)
    figure = Figure(place.group.id, "group", place.group.title, arm, place.rect.height, (shape,), line)
    return Placed(place.rect.x, place.rect.y, figure)


def divider_figure(lane: Lane, width: float, height: float, composer: Composer) -> Figure:
    """The dashed line of a divider over all columns."""
    style = composer.style
    y = min(height, style.space["divider"]) / 2
    dash = (style.space["divider-dash"], style.space["divider-gap"])
    line = Path((("M", 0.0, y), ("L", width, y)), "", style.colours["divider"], style.space["rule"], dash)
    return Figure(lane.id, "divider", lane_name(lane, composer.words), width, height, (line,))


def rule_figure(width: float, height: float, colour: str) -> Figure:
    """A hairline as a filled box, centred on its place in its shorter direction."""
    x, y = (0.0, -height / 2) if width > height else (-width / 2, 0.0)
    return Figure("", "rule", "", width, height, (Box(x, y, width, height, colour),), max(width, height) / 2)


def row_rules(layout: Layout) -> Iterator[float]:
    """The y of the hairlines between rows. A divider is a line itself and has none beside it."""
    for number, row in enumerate(layout.rows):
        below = layout.rows[number + 1].lane.kind if number + 1 < len(layout.rows) else ""
        if row.lane.kind not in DIVIDERS and below not in DIVIDERS:
            yield row.y + row.height


def column_runs(layout: Layout) -> Iterator[tuple[float, float]]:
    """Top and bottom of the faint rules between columns, which leave the emotion lanes free."""
    top: float | None = None
    for row in layout.rows:
        if row.lane.kind == "emotions":
            if top is not None:
                yield top, row.y
            top = None
        elif top is None:
            top = row.y
    if top is not None and layout.rows:
        yield top, layout.rows[-1].y + layout.rows[-1].height


def _text_from(place: TextPlace, x: float, y: float) -> TextPlace:
    """The same paragraph seen from another origin."""
    return place._replace(x=place.x - x, y=place.y - y)


def _moved(rect: Rect, origin: Rect) -> Rect:
    return Rect(rect.x - origin.x, rect.y - origin.y, rect.width, rect.height)

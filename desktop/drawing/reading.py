"""In which order a drawing is read out, and as what: a map by its stages and steps, anything else as it was drawn.

Head, lane labels and curves come first; then for each stage and step what stands there, from the top lane down; at last
the arrows and the foot. What says nothing of its own (rules, copies of labels, grounds) is not read.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.drawing.shapes import Drawing, Figure, Glyphs, Image, Placed, Shape

UNREAD = frozenset(("rule", "clearing", "group", "divider", "scale"))
"""Roles that say nothing of their own; the figures of a scale are said by those on it."""

ONCE = frozenset(("header", "stage", "step", "lane"))
"""Roles of figures that have an id; what has none is a copy of one."""

CURVES = frozenset(("curve", "curve-fill", "curve-spread", "curve-gap", "curve-other", "curve-label"))

LINKS = frozenset(("link", "link-words"))

HEAD, LANES, CURVE, CELLS, ARROWS, FOOT = range(6)


class Section(NamedTuple):
    """A part of a document: its PDF structure type, what tells it from others, its title."""

    tag: str
    key: str
    title: str = ""


class Passage(NamedTuple):
    """A figure as it is read: within which sections, as a part of which element (equal names are one element), by
    which PDF structure type. alt: what is said instead of ink that has no words.

    `apart`: its paragraphs, told by their type size, are elements of their own.
    """

    path: tuple[Section, ...]
    element: str
    tag: str
    alt: str = ""
    apart: bool = False


Reading = Mapping[int, Passage]
"""By the figure's number in the drawing, in the order in which they are read."""


def reading(drawing: Drawing) -> Reading:
    """All that is read of a drawing."""
    if {"stage", "step"} <= {placed.figure.role for placed in drawing.placed}:
        return _MapReader(drawing).found()
    return {at: passage for at, placed in enumerate(drawing.placed) if (passage := _plain(at, placed))}


def _plain(at: int, placed: Placed) -> Passage | None:
    """A figure of a drawing that is no map: its words, or its picture or meaning by name."""
    figure = placed.figure
    if figure.role in UNREAD:
        return None
    if has_words(figure.shapes):
        return Passage((), f"{at}", "P", apart=figure.role in ONCE)
    said = bool(figure.id and figure.name) or any(isinstance(shape, Image) for shape in figure.shapes)
    return Passage((), f"{at}", "Figure", figure.name) if said else None


def has_words(shapes: Iterable[Shape]) -> bool:
    return any(isinstance(shape, Glyphs) for shape in shapes)


class _Stage(NamedTuple):
    left: float
    figure: Figure


Key = tuple[int, int, int, float, int]
"""The part of the document, the stage, the step (-1 for its header), the lane's top, the figure's number."""


class _MapReader:
    """Finds out where each figure of a map stands."""

    def __init__(self, drawing: Drawing) -> None:
        self._placed = drawing.placed
        self._stages, self._steps = _heads(drawing, "stage"), _heads(drawing, "step")
        lanes = [each for each in drawing.placed if each.figure.role == "lane" and each.figure.id]
        self._tops = {each.figure.id: each.y for each in lanes}
        self._markers = {each.figure.id: each for each in drawing.placed if each.figure.role == "marker"}
        self._names = {each.figure.id: each.figure.name for each in lanes}
        self._stages_by_id = {each.figure.id: at for at, each in enumerate(self._stages)}
        self._steps_by_id = {each.figure.id: at for at, each in enumerate(self._steps)}
        self._lefts = [each.left for each in self._steps]
        stage_lefts = [each.left for each in self._stages]
        middles = (each.left + each.figure.width / 2 for each in self._steps)  # a column begins before its stage does
        self._stage_of = [max(0, bisect_right(stage_lefts, middle) - 1) for middle in middles]
        self._paths = [self._path(at) for at in range(len(self._steps))]
        self._known: dict[tuple[int, str], tuple[Section, ...]] = {}
        self._bottom = max((each.y + each.figure.height for each in lanes), default=0.0)

    def found(self) -> Reading:
        """The passages in order."""
        passages = ((at, self._passage(at, each)) for at, each in enumerate(self._placed))
        read = [(*passage, at) for at, passage in passages if passage]
        return {at: passage for _, passage, at in sorted(read, key=lambda each: each[0])}

    def _path(self, step: int) -> tuple[Section, ...]:
        stage, head = self._stages[self._stage_of[step]].figure, self._steps[step].figure
        return Section("Sect", stage.id, stage.name), Section("Sect", head.id, head.name)

    def _passage(self, at: int, placed: Placed) -> tuple[Key, Passage] | None:
        figure, role = placed.figure, placed.figure.role
        if role in UNREAD or (role in ONCE and not figure.id):
            return None
        if role in ONCE:
            return self._header(at, placed)
        if role in CURVES:
            return self._curve(at, placed)
        if role in LINKS:
            tag = "P" if role == "link-words" else "Figure"
            alt = "" if role == "link-words" else figure.name
            return (ARROWS, 0, 0, 0.0, at), Passage((Section("Sect", "links"),), f"{at}", tag, alt)
        if placed.lane or placed.step:
            return self._cell(at, placed)
        return self._rest(at, placed)

    def _header(self, at: int, placed: Placed) -> tuple[Key, Passage] | None:
        """The head of the map, a lane's label, or the header of a stage or a step."""
        figure, role = placed.figure, placed.figure.role
        if not has_words(figure.shapes):
            return None
        if role == "header":
            return (HEAD, 0, 0, 0.0, at), Passage((), "head", "H1", apart=True)
        if role == "lane":
            return (LANES, 0, 0, placed.y, at), Passage((Section("Sect", "lanes"),), figure.id, "P")
        if role == "stage":
            stage = self._stages_by_id[figure.id]
            return (CELLS, stage, -1, 0.0, at), Passage(self._stage_path(stage), figure.id, "H2")
        step = self._steps_by_id[figure.id]
        return (CELLS, self._stage_of[step], step, -1.0, at), Passage(self._paths[step], figure.id, "H3")

    def _stage_path(self, stage: int) -> tuple[Section, ...]:
        figure = self._stages[stage].figure
        return (Section("Sect", figure.id, figure.name),)

    def _curve(self, at: int, placed: Placed) -> tuple[Key, Passage]:
        """All ink of a lane's curves is one picture, which the curves' names describe."""
        names = (each.figure.name for each in self._curves_of(placed.lane))
        path = (Section("Sect", "curves"),)
        return (CURVE, 0, 0, self._top(placed), at), Passage(path, placed.lane, "Figure", "; ".join(names))

    def _curves_of(self, lane: str) -> Iterator[Placed]:
        return (
            each
            for each in self._placed
            if each.lane == lane and each.figure.role in ("curve", "curve-other") and each.figure.name
        )

    def _cell(self, at: int, placed: Placed) -> tuple[Key, Passage] | None:
        """A card, a marker with its label, or what else stands in a lane at a step."""
        figure = placed.figure
        step = self._step(placed)
        path = self._cell_path(step, placed.lane)
        key = CELLS, self._stage_of[step], step, self._top(placed), at
        if figure.role in {"marker", "marker-label"}:
            return key, Passage(path, figure.id, "Figure", figure.name if figure.role == "marker" else "")
        if has_words(figure.shapes):
            return key, Passage(path, f"{at}", "P")
        return (key, Passage(path, f"{at}", "Figure", figure.name)) if figure.name else None

    def _cell_path(self, step: int, lane: str) -> tuple[Section, ...]:
        """The same for all that stands in a cell."""
        path = self._known.get((step, lane))
        if path is None:
            section = Section("Div", lane, self._names.get(lane, ""))
            path = self._known[step, lane] = (*self._paths[step], section)
        return path

    def _rest(self, at: int, placed: Placed) -> tuple[Key, Passage] | None:
        """What stands outside the cells: above the rows it belongs to the head, below to the foot."""
        passage = _plain(at, placed)
        if passage is None:
            return None
        above = placed.y < min(self._tops.values(), default=0.0)
        tag = "H2" if placed.figure.role == "heading" else passage.tag
        path = () if above else (Section("Sect", "foot"),)
        return (HEAD if above else FOOT, 0, 0, 0.0, at), passage._replace(path=path, tag=tag)

    def _top(self, placed: Placed) -> float:
        return self._tops.get(placed.lane, placed.y)

    def _step(self, placed: Placed) -> int:
        """The number of the step that a figure stands in, by its name or by its middle; of a label, its marker's."""
        if placed.step in self._steps_by_id:
            return self._steps_by_id[placed.step]
        if placed.figure.role == "marker-label":
            placed = self._markers.get(placed.figure.id, placed)
        return max(0, bisect_right(self._lefts, placed.x + placed.figure.width / 2) - 1)


def _heads(drawing: Drawing, role: str) -> Sequence[_Stage]:
    """The headers of a role from left to right."""
    found = (each for each in drawing.placed if each.figure.role == role and each.figure.id)
    return sorted((_Stage(each.x, each.figure) for each in found), key=lambda each: each.left)

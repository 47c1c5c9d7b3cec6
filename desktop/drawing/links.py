"""Arrows between cards: a thin line with round corners, a small solid head, and words on paper where it has any."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist

from desktop.drawing.memory import Memory
from desktop.drawing.pens import text_ink
from desktop.drawing.shapes import ROUND, Box, Command, Dash, Figure, Path, Placed, Shape
from desktop.layout.arrow import box_of
from desktop.layout.compose import Composer
from desktop.layout.linklabels import ground_of
from desktop.layout.places import LinkPlace, TextPlace

Point = tuple[float, float]

FINE = 4
"""Decimals of a unit to which arrows are told apart: one that only moved with its rows keeps its figure."""


class LinkPen:
    """Draws arrows of one theme; those that look alike are one figure."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._figures: Memory[Figure] = Memory(2_048)

    def arrow(self, place: LinkPlace) -> Placed:
        """The line and its head at their place on the map."""
        rect = place.rect
        points = tuple((round(x - rect.x, FINE), round(y - rect.y, FINE)) for x, y in place.points)
        name = (place.link.id, place.link.kind, points, place.source.text, place.target.text)
        return Placed(rect.x, rect.y, self._figures.get(name, (), lambda: self._arrow_figure(place, points)))

    def words(self, place: LinkPlace) -> Placed | None:
        """The label on its ground, which comes over all lines; None where there is none."""
        if place.label is None:
            return None
        ground, label = ground_of(place.label, self._composer), place.label
        inside = label._replace(x=round(label.x - ground.x, FINE), y=round(label.y - ground.y, FINE))
        sides = round(ground.width, FINE), round(ground.height, FINE)
        name = ("words", place.link.id, inside)
        figure = self._figures.get(name, (), lambda: self._words_figure(place.link.id, inside, *sides))
        return Placed(ground.x, ground.y, figure)

    def _arrow_figure(self, place: LinkPlace, points: Sequence[Point]) -> Figure:
        name = self._composer.words("link.name").format(source=place.source.text, target=place.target.text)
        shapes, over = tuple(self._arrow(place.link.kind, points)), self._composer.style.space["link-spread"]
        box = box_of(points)
        return Figure(place.link.id, "link", name, box.width, box.height, shapes, over)

    def _words_figure(self, link: str, label: TextPlace, width: float, height: float) -> Figure:
        paper = Box(0.0, 0.0, width, height, self._composer.style.colours["paper"])
        over = self._composer.setting(label.role).role.leading / 2
        ink: tuple[Shape, ...] = (paper, *text_ink(label, self._composer))
        return Figure(link, "link-words", label.text, width, height, ink, over)

    def _arrow(self, kind: str, points: Sequence[Point]) -> Iterator[Shape]:
        """The line up to the foot of the head, and the head."""
        style, head = self._composer.style, head_length(points, self._composer.style.space["link-head"])
        answers = kind == "answers"
        colour = style.kind("opportunity").edge if answers else style.colours["ink-3"]
        width = style.space["link-thin" if answers else "link-line"]
        foot = _towards(points[-1], points[-2], head)
        line = rounded((*points[:-1], foot), style.space["link-radius"])
        yield Path(line, stroke=colour, stroke_width=width, dash=self._dash(kind))
        yield Path(_head(points[-1], foot, style.space["link-spread"] / 2), fill=colour)

    def _dash(self, kind: str) -> Dash:
        """Dotted for answers, dashed for ways back; round caps make dots of short dashes."""
        em = self._composer.style.text
        return {"answers": (0.01 * em, 0.24 * em), "loops": (0.42 * em, 0.3 * em)}.get(kind, ())


def head_length(points: Sequence[Point], wanted: float) -> float:
    """How long the head may be: no longer than two thirds of the last stretch."""
    return min(wanted, dist(points[-2], points[-1]) * 2 / 3)


def rounded(points: Sequence[Point], radius: float) -> tuple[Command, ...]:
    """A line through the points, each corner a quarter of a circle, smaller where a stretch is short."""
    commands: list[Command] = [("M", *points[0])]
    lengths = [dist(one, other) for one, other in pairwise(points)]
    for at in range(1, len(points) - 1):
        before = lengths[at - 1] / (1 if at == 1 else 2)
        after = lengths[at] / (1 if at == len(points) - 2 else 2)
        arc = min(radius, before, after)
        corner, (start, end) = points[at], (points[at - 1], points[at + 1])
        commands.append(("L", *_towards(corner, start, arc)))
        controls = _towards(corner, start, arc * (1 - ROUND)), _towards(corner, end, arc * (1 - ROUND))
        commands.append(("C", *controls[0], *controls[1], *_towards(corner, end, arc)))
    return (*commands, ("L", *points[-1]))


def _towards(start: Point, goal: Point, length: float) -> Point:
    """The point so far from the start on the way to the goal."""
    whole = dist(start, goal) or 1.0
    return start[0] + (goal[0] - start[0]) * length / whole, start[1] + (goal[1] - start[1]) * length / whole


def _head(tip: Point, foot: Point, half: float) -> tuple[Command, ...]:
    length = dist(tip, foot) or 1.0
    across, down = (tip[1] - foot[1]) * half / length, (tip[0] - foot[0]) * half / length
    return (
        ("M", *tip),
        ("L", foot[0] - across, foot[1] + down),
        ("L", foot[0] + across, foot[1] - down),
        ("Z",),
    )

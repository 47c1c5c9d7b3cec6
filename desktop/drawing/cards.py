"""The figure of a card, in its own coordinates."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from desktop.document.cards import Card
from desktop.drawing.comments import OVER, RIM, comment_mark
from desktop.drawing.known import RADIUS, RING, disc
from desktop.drawing.pens import IconPen, centred_text, rectangles, text_ink
from desktop.drawing.shapes import Box, Ellipse, Figure, Image, Path, Shape
from desktop.drawing.sparks import spark
from desktop.drawing.standin import stand_in
from desktop.layout.compose import Composer
from desktop.layout.crops import filled
from desktop.layout.interior import Interior, Mark, interior
from desktop.layout.legend import ASSUMED
from desktop.layout.names import name_of
from desktop.layout.numbers import Facts
from desktop.layout.places import Rect
from desktop.layout.style import KindStyle

DOTS = 5
DASH_SHARE = 0.58
"""How much of a dashed edge is ink."""


class _Ink(NamedTuple):
    """What a card's marks are drawn from: the card, its facts, the colours of its marks and of what is on them."""

    card: Card
    facts: Facts
    strong: str
    reverse: str


class CardPen:
    """Draws cards of one theme in one language; with `comments`, marks show which have been commented on."""

    def __init__(self, composer: Composer, *, comments: bool = False) -> None:
        self._composer = composer
        self._comments = comments
        self._icons = IconPen(composer)
        self._forms: dict[str, Callable[[Mark, _Ink], Iterable[Shape]]] = {
            "icon": self._icon,
            "dots": self._dots,
            "star": self._star,
            "spark": self._spark,
            "picture": self._picture,
        }

    def figure(self, card: Card, width: float, facts: Facts) -> Figure:
        """The card at this width; its name is its kind and its text."""
        inside = interior(card, width, facts, self._composer)
        kind = self._composer.style.kind(card.kind)
        shapes = [*self._frame(card, kind, inside, width)]
        paper = self._composer.style.colours["paper"]
        ink = _Ink(card, facts, *((paper, kind.edge) if inside.solid else (kind.edge, paper)))
        # the number comes last, so that whoever hears or copies the card meets its words first
        for mark in (mark for mark in inside.marks if mark.form != "number"):
            shapes += self._forms[mark.form](mark, ink)
        for place in inside.texts:
            shapes += text_ink(place, self._composer)
        for mark in (mark for mark in inside.marks if mark.form == "number"):
            shapes += self._number(mark, ink)
        over, proof = self._proof(card, kind, inside)
        shapes += proof
        if self._comments and card.comments:
            shapes += comment_mark(len(card.comments), width, self._composer)
            over = max(over, self._composer.style.text * (OVER + RIM))
        return Figure(card.id, "card", self._name(card), width, inside.height, tuple(shapes), over)

    def _proof(self, card: Card, kind: KindStyle, inside: Interior) -> tuple[float, list[Shape]]:
        """A bead for the state of its evidence in the card's lower left corner, over the edge, and how far it stands
        out: not at all but from a card that has neither edge nor corner, left of which it stands."""
        style = self._composer.style
        reach = (RADIUS + RING) * style.text
        if card.evidence is None:
            return 0.0, []
        on_edge = reach, reach + style.space["edge"] / 2
        x, y = {"pill": (reach, reach), "plain": (-reach, reach)}.get(kind.form, on_edge)
        shapes = list(disc(card.evidence.state, (x, inside.height - y), kind.edge, style))
        return max(0.0, reach - x) if shapes else 0.0, shapes

    def _name(self, card: Card) -> str:
        return f"{name_of('kind', card.kind, self._composer.words)}: {card.text}"

    def _frame(self, card: Card, kind: KindStyle, inside: Interior, width: float) -> Iterator[Shape]:
        """Fill and edge; the edge of an assumption or an anecdote is dashed."""
        space, radius = self._composer.style.space, inside.radius
        assumed = card.evidence is not None and card.evidence.state in ASSUMED
        if kind.form == "pill":
            line = space["stroke"]
            dash = (space["pill-dash"], space["pill-dash"]) if assumed else ()
            round_ = (radius - line / 2,) * 4
            yield Box(line / 2, line / 2, width - line, inside.height - line, kind.fill, kind.edge, line, round_, dash)
        elif kind.form == "card":
            yield self._ground(kind, inside, width)
            if assumed:
                yield from self._dashed_edge(kind, inside)
            elif not inside.solid:
                yield Box(0.0, 0.0, space["edge"], inside.height, kind.edge, radii=(radius, 0.0, 0.0, radius))

    def _ground(self, kind: KindStyle, inside: Interior, width: float) -> Box:
        """What the card stands on: a fill, in a theme without fills a thin line around it."""
        line, radius = self._composer.style.space["hairline"], inside.radius
        if inside.solid or not kind.outline:
            return Box(0.0, 0.0, width, inside.height, kind.edge if inside.solid else kind.fill, radii=(radius,) * 4)
        sides = line / 2, line / 2, width - line, inside.height - line
        return Box(*sides, kind.fill, kind.outline, line, (radius - line / 2,) * 4)

    def _dashed_edge(self, kind: KindStyle, inside: Interior) -> Iterator[Shape]:
        """Equal dashes, a gap at either end; on a solid card they are cut out of its side."""
        edge, radius = self._composer.style.space["edge"], inside.radius
        if inside.solid:
            yield Box(0.0, 0.0, edge, inside.height, kind.fill, radii=(radius, 0.0, 0.0, radius))
        count = max(2, round(inside.height / (2.4 * edge)))
        pitch = inside.height / count
        dash, start = pitch * DASH_SHARE, pitch * (1 - DASH_SHARE) / 2
        boxes = (Rect(0.0, start + number * pitch, edge, dash) for number in range(count))
        yield Path(rectangles(boxes), fill=kind.edge)

    def _icon(self, mark: Mark, ink: _Ink) -> Iterable[Shape]:
        return self._icons.icon(mark.name, self._composer.style.kind(ink.card.kind).icon, mark.rect, ink.strong)

    def _star(self, mark: Mark, ink: _Ink) -> Iterable[Shape]:
        return self._icons.icon("star", "star", mark.rect, ink.strong)

    def _dots(self, mark: Mark, ink: _Ink) -> Iterator[Shape]:
        """Five dots, as many filled as the pain is severe, the others open."""
        radius, line = mark.rect.height / 2, self._composer.style.space["ring"]
        pitch = mark.rect.height + self._composer.style.space["dot-gap"]
        for number in range(DOTS):
            cx, cy = mark.rect.x + radius + number * pitch, mark.rect.y + radius
            if number < mark.number:
                yield Ellipse(cx, cy, radius, radius, ink.strong)
            else:
                yield Ellipse(cx, cy, radius - line / 2, radius - line / 2, "", ink.strong, line)

    def _number(self, mark: Mark, ink: _Ink) -> Iterator[Shape]:
        rect = mark.rect
        cx, cy = rect.x + rect.width / 2, rect.y + rect.height / 2
        yield Ellipse(cx, cy, rect.width / 2, rect.height / 2, ink.strong)
        yield from centred_text(str(mark.number), "badge", cx, cy, self._composer, colour=ink.reverse)

    def _spark(self, mark: Mark, ink: _Ink) -> Iterator[Shape]:
        """The metric's readings, and its target where it has one."""
        if ink.facts.metric is not None:
            yield from spark(ink.facts.metric, mark.rect, mark.name, ink.strong, self._composer.style)

    def _picture(self, mark: Mark, ink: _Ink) -> Iterator[Shape]:
        if ink.card.picture:
            rect, picture = mark.rect, ink.card.picture
            alt = picture.alt or ink.card.text
            crop = filled(picture, rect.width / rect.height) if picture.fit == "fill" else picture.crop
            instead = partial(stand_in, rect, composer=self._composer)
            yield Image(rect.x, rect.y, rect.width, rect.height, picture.asset, crop, alt, instead)

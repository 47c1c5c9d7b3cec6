"""The inside of a card: where its icon, text, marks, number and picture stand, from the card's own corner."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from desktop.document.cards import Card, Picture
from desktop.layout.compose import Composer, Setting
from desktop.layout.crops import FRAME, shape
from desktop.layout.measures import chart_of, measure_text
from desktop.layout.meta import meta_text
from desktop.layout.numbers import NOTHING, Facts
from desktop.layout.places import Rect, TextPlace
from desktop.layout.signs import point_of
from desktop.layout.style import KindStyle

TALLEST_PICTURE = 1.25
"""A picture's height is at most this share of the width it may take; a taller one is made narrower."""


class Mark(NamedTuple):
    """Something small that is not text. Form: icon, dots, star, number, spark or picture; `name` is the icon's
    or the chart's (line, bar), `number` that of the filled dots, or the one that is written."""

    form: str
    rect: Rect
    name: str = ""
    number: int = 0


class Interior(NamedTuple):
    """A card from within. `solid` turns it white on its kind's strong colour; `radius` rounds its corners."""

    height: float
    texts: tuple[TextPlace, ...]
    marks: tuple[Mark, ...]
    radius: float
    solid: bool = False


def interior(card: Card, width: float, facts: Facts, composer: Composer) -> Interior:
    """A card of this width; its height is what its text, marks and picture need, so nothing is ever cut."""
    if facts is NOTHING and _is_plain(card) and composer.side(card.text) == "left":
        return _plain(card, width, composer)
    return _Inside(card, width, facts, composer).made()


def card_height(card: Card, width: float, facts: Facts, composer: Composer) -> float:
    """The height alone."""
    return interior(card, width, facts, composer).height


def _plain(card: Card, width: float, composer: Composer) -> Interior:
    """Icon and text, which is all that most cards have, by a short way."""
    kind, space = composer.style.kind(card.kind), composer.style.space
    face, pad, pill = face_of(kind), space["pad"], kind.form == "pill"
    left, right = insets(kind, space)
    size = space["channel-icon" if pill else "icon"]
    indent = 0.0 if pill else size + space["icon-gap"]
    text = composer.place(card.text, "card", left, pad, width - left - right, indent=indent, face=face, colour=kind.ink)
    height = text.bottom + pad
    y = (height - size) / 2 if pill else pad + _icon_top(composer.setting("card", face), size)
    icon = Mark("icon", Rect(space["pill-inset"] if pill else left, y, size, size), icon_name(card, kind))
    return Interior(height, (text,), (icon,), _radius(kind, composer))


def _icon_top(setting: Setting, size: float) -> float:
    """Below the top of a line, so that the icon is about the middle of capitals."""
    return setting.baseline - (setting.cap_height + size) / 2


def _radius(kind: KindStyle, composer: Composer) -> float:
    """A pill's ends are those of a pill of one line, so that a pill of two lines has the same corners."""
    if kind.form == "pill":
        return composer.setting("card").role.leading / 2 + composer.style.space["pad"]
    return 0.0 if kind.form == "plain" else composer.style.space["radius"]


def _is_plain(card: Card) -> bool:
    facets = card.pain or card.promise or card.tactic or card.measure or card.picture
    return not (facets or card.votes or card.starred or card.seen > 1)


def face_of(kind: KindStyle) -> str:
    """The face of a kind's text, "" for the role's own."""
    return "" if kind.face == "regular" else kind.face


def insets(kind: KindStyle, space: Mapping[str, float]) -> tuple[float, float]:
    """What a card's text keeps clear of at the left and at the right."""
    if kind.form == "pill":
        return space["pill-inset"] + space["channel-icon"] + space["icon-gap"], space["pill-inset"]
    if kind.form == "plain":
        return 0.0, 0.0
    return space["edge"] + space["inset"], space["inset"]


def icon_name(card: Card, kind: KindStyle) -> str:
    """Touchpoints and channels show the channel that they go through, all others their kind."""
    return f"channel-{card.channel}" if kind.form == "pill" and card.channel else kind.icon


class _Line(NamedTuple):
    """A line of text that something may stand beside: its middle and how far its ink reaches."""

    middle: float
    reach: float


class _Inside:
    """A card as it fills from top to bottom: the room for text is (x, y, width), `_lines` end text and meta."""

    def __init__(self, card: Card, width: float, facts: Facts, composer: Composer) -> None:
        self._card, self._facts, self._composer = card, facts, composer
        self._kind, self._space = composer.style.kind(card.kind), composer.style.space
        self._solid = bool(facts.number) and card.kind == "pain"
        self._ink = composer.style.colours["paper"] if self._solid else ""
        self._place = composer.place
        self._card_width = width
        left, right = insets(self._kind, self._space)
        self._x, self._y, self._width = left, self._space["pad"], width - left - right
        self._align = composer.side(self._words())
        self._texts: list[TextPlace] = []
        self._marks: list[Mark] = []
        self._lines: list[_Line] = []

    def made(self) -> Interior:
        """Picture, text, chart, meta line and number, in this order."""
        card = self._card
        picture = card.picture if card.kind == "picture" else None
        if picture:
            self._add_picture(picture)
        if card.text or card.measure or not picture:
            self._add_text()
        chart = chart_of(card.measure, self._facts.metric) if card.kind == "metric" else ""
        if chart:
            rect = self._beside(self._space["spark-width"], self._space["spark-height"], at_left=True)
            self._marks.append(Mark("spark", rect, chart))
        if not _is_plain(card):
            self._add_meta()
        if self._facts.number:
            size = self._space["badge"]
            self._marks.append(Mark("number", self._beside(size, size), number=self._facts.number))
        return self._finished()

    def _finished(self) -> Interior:
        height = self._y + self._space["pad"]
        if self._kind.form == "pill":
            icon = self._marks[0]
            self._marks[0] = icon._replace(rect=icon.rect._replace(y=(height - icon.rect.height) / 2))
        if self._align == "right":
            self._turn_round()
        return Interior(
            height, tuple(self._texts), tuple(self._marks), _radius(self._kind, self._composer), self._solid
        )

    def _turn_round(self) -> None:
        """What stands at the left comes to stand at the right; the coloured edge stays where those of all cards are."""
        ends = self._card_width if self._kind.form == "pill" else 2 * self._x + self._width
        self._texts = [text._replace(x=ends - text.x - text.width) for text in self._texts]
        self._marks = [mark._replace(rect=mark.rect._replace(x=ends - mark.rect.right)) for mark in self._marks]

    def _words(self) -> str:
        """The text that is shown."""
        if self._card.kind != "metric":
            return self._card.text
        return measure_text(self._card, self._facts.metric, point_of(self._composer.words))

    def _add_picture(self, picture: Picture) -> None:
        shown = FRAME if picture.fit == "fill" else shape(picture)
        height = min(self._width / shown, TALLEST_PICTURE * self._width)
        width = min(self._width, height * shown)
        self._marks.append(Mark("picture", Rect(self._x + (self._width - width) / 2, self._y, width, height)))
        self._y += height + (self._space["mark-gap"] if self._card.text else 0.0)

    def _add_text(self) -> None:
        card, face, pill = self._card, face_of(self._kind), self._kind.form == "pill"
        size = self._space["channel-icon" if pill else "icon"]
        setting = self._composer.setting("card", face)
        icon_x = self._space["pill-inset"] if pill else self._x
        icon_y = self._y + _icon_top(setting, size)
        self._marks.append(Mark("icon", Rect(icon_x, icon_y, size, size), icon_name(card, self._kind)))
        indent = 0.0 if pill else size + self._space["icon-gap"]
        colour, words = self._ink or self._kind.ink, self._words()
        self._add(self._place(words, "card", self._x, self._y, self._width, indent=indent, face=face, colour=colour))

    def _add(self, place: TextPlace) -> None:
        self._texts.append(place)
        self._y = place.bottom
        if self._facts is not NOTHING:
            leading = self._composer.setting(place.role).role.leading
            self._lines.append(_Line(place.bottom - leading / 2, self._composer.last_width(place)))

    def _add_meta(self) -> None:
        """The line under the text: dots and star first, then words."""
        marks = self._meta_marks()
        indent = sum(mark.rect.width + self._space["mark-gap"] for mark in marks)
        text = meta_text(self._card, self._width, indent, self._composer)
        if not (marks or text):
            return
        top, leading = self._y + self._space["meta-gap"], self._composer.setting("meta").role.leading
        for mark in marks:
            y = top + (leading - mark.rect.height) / 2
            self._marks.append(mark._replace(rect=mark.rect._replace(y=y)))
        if text:
            colour, place = self._ink or self._kind.meta, partial(self._place, text, "meta", self._x, top, self._width)
            self._add(place(indent=indent, colour=colour, align=self._align))
        else:
            self._y = top + leading
            self._lines.append(_Line(top + leading / 2, indent))

    def _meta_marks(self) -> list[Mark]:
        """From left to right, as high as they will stand but not yet at their y."""
        card, space = self._card, self._space
        marks, x = [], self._x
        if card.kind == "pain" and card.pain and card.pain.severity:
            width = 5 * space["dot"] + 4 * space["dot-gap"]
            marks.append(Mark("dots", Rect(x, 0.0, width, space["dot"]), number=card.pain.severity))
            x += width + space["mark-gap"]
        if card.starred:
            marks.append(Mark("star", Rect(x, 0.0, space["mark"], space["mark"])))
        return marks

    def _beside(self, width: float, height: float, *, at_left: bool = False) -> Rect:
        """A place at the right end of the last line, else of the line before, else on a line of its own."""
        right = self._x + self._width - width
        for line in reversed(self._lines[-2:]):
            if line.reach + self._space["mark-gap"] + width <= self._width and self._is_free(line):
                return Rect(right, line.middle - height / 2, width, height)
        top = self._y + self._space["meta-gap"]
        self._y = top + height
        return Rect(self._x if at_left else right, top, width, height)

    def _is_free(self, line: _Line) -> bool:
        """Whether no line of the meta text under it is long enough to be touched."""
        return line is self._lines[-1] or self._texts[-1].lines == 1

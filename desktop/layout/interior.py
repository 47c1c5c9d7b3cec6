"""The inside of a card: where its icon, its text, its marks, its number and its picture stand. From the card's own corner."""

from dataclasses import dataclass, replace

from desktop.document.cards import Card, Picture
from desktop.layout.compose import Composer
from desktop.layout.measures import NO_BREAK, history, measure_text
from desktop.layout.numbers import NOTHING, Facts
from desktop.layout.places import Rect, TextPlace
from desktop.layout.style import KindStyle

SEPARATOR = " · "
TALLEST_PICTURE = 1.25
"""A picture's height is at most this share of its width's room; a taller one is made narrower."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something small that is not text. Form: icon, dots, star, number, spark or picture; `name` is the icon's,
    `count` the filled dots or the number."""

    form: str
    rect: Rect
    name: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Interior:
    """A card from within. `solid` turns it white on its kind's strong colour; `radius` rounds its corners."""

    height: float
    texts: tuple[TextPlace, ...]
    marks: tuple[Mark, ...]
    radius: float
    solid: bool = False


@dataclass(slots=True)
class _Room:
    """The room inside a card as it fills from top to bottom; `reach` is how far its last line goes."""

    x: float
    y: float
    width: float
    line: float = 0.0
    reach: float = 0.0

    def tail(self, width: float, height: float, gap: float) -> Rect:
        """A rectangle at the right end of the last line, or on a line of its own where it would touch the text."""
        if self.reach + gap + width > self.width:
            self.y += gap / 2 + height
            self.line = height
        return Rect(self.x + self.width - width, self.y - self.line / 2 - height / 2, width, height)


def interior(card: Card, width: float, facts: Facts, composer: Composer) -> Interior:
    """A card of this width; its height is what its text, marks and picture need, so nothing is ever cut."""
    kind, space = composer.style.kind(card.kind), composer.style.space
    room = _room(kind, width, composer)
    marks: list[Mark] = []
    if card.kind == "picture" and card.picture:
        marks.append(_picture(card.picture, room))
        room.y += marks[0].rect.height + (space["mark-gap"] if card.text else 0)
    texts: list[TextPlace] = []
    if card.text or not marks or card.measure:
        _set_text(card, kind, facts, room, composer, texts, marks)
    _set_meta(card, kind, facts, room, composer, texts, marks)
    if facts.number:
        marks.append(Mark("number", room.tail(space["badge"], space["badge"], space["mark-gap"]), count=facts.number))
    height = room.y + space["pad"]
    if kind.form == "pill":
        marks[0] = _centred(marks[0], height)
    return Interior(
        height, tuple(texts), tuple(marks), _radius(kind, composer), bool(facts.number) and card.kind == "pain"
    )


def _room(kind: KindStyle, width: float, composer: Composer) -> _Room:
    space = composer.style.space
    if kind.form == "pill":
        left = space["pill-inset"] + space["channel-icon"] + space["icon-gap"]
        return _Room(left, space["pad"], width - left - space["pill-inset"])
    if kind.form == "plain":
        return _Room(0.0, space["pad"], width)
    left = space["edge"] + space["inset"]
    return _Room(left, space["pad"], width - left - space["inset"])


def _radius(kind: KindStyle, composer: Composer) -> float:
    """A pill's ends are those of a pill of one line, so that a pill of two lines has the same corners."""
    if kind.form == "pill":
        return composer.setting("card").role.leading / 2 + composer.style.space["pad"]
    return 0.0 if kind.form == "plain" else composer.style.space["radius"]


def _set_text(
    card: Card,
    kind: KindStyle,
    facts: Facts,
    room: _Room,
    composer: Composer,
    texts: list[TextPlace],
    marks: list[Mark],
) -> None:
    space, face = composer.style.space, "" if kind.face == "regular" else kind.face
    setting = composer.setting("card", face)
    size = space["channel-icon" if kind.form == "pill" else "icon"]
    indent = 0.0 if kind.form == "pill" else size + space["icon-gap"]
    left = space["pill-inset"] if kind.form == "pill" else room.x
    middle = room.y + setting.baseline - setting.cap_height / 2
    marks.append(Mark("icon", Rect(left, middle - size / 2, size, size), icon_name(card, kind)))
    text = measure_text(card, facts.metric) if card.kind == "metric" else card.text
    colour = composer.style.colours["paper"] if facts.number and card.kind == "pain" else kind.ink
    place = composer.place(text, "card", room.x, room.y, room.width, indent, face, colour)
    texts.append(place)
    room.y, room.line = place.bottom, setting.role.leading
    if facts.number or facts.metric:
        room.reach = composer.last_width(place)
    if card.kind == "metric" and history(facts.metric):
        marks.append(Mark("spark", room.tail(space["spark-width"], space["spark-height"], space["icon-gap"])))


def icon_name(card: Card, kind: KindStyle) -> str:
    """Touchpoints and channels show the channel that they go through, all others their kind."""
    return f"channel-{card.channel}" if kind.form == "pill" and card.channel else kind.icon


def _centred(mark: Mark, height: float) -> Mark:
    return replace(mark, rect=replace(mark.rect, y=(height - mark.rect.height) / 2))


def _picture(picture: Picture, room: _Room) -> Mark:
    left, top, right, bottom = picture.crop
    shown = picture.aspect * max(0.01, right - left) / max(0.01, bottom - top)
    height = min(room.width / shown, TALLEST_PICTURE * room.width)
    width = min(room.width, height * shown)
    return Mark("picture", Rect(room.x + (room.width - width) / 2, room.y, width, height))


def _set_meta(
    card: Card,
    kind: KindStyle,
    facts: Facts,
    room: _Room,
    composer: Composer,
    texts: list[TextPlace],
    marks: list[Mark],
) -> None:
    """The line under the text: dots and star first, then words; it wraps like any text."""
    severity = card.pain.severity if card.pain and card.kind == "pain" else 0
    words = meta_words(card, composer)
    if not (severity or words or card.starred):
        return
    space, setting = composer.style.space, composer.setting("meta")
    top, leading, x = room.y, setting.role.leading, 0.0
    for form, width, height, count in _meta_marks(card, severity, composer):
        marks.append(Mark(form, Rect(room.x + x, top + (leading - height) / 2, width, height), count=count))
        x += width + space["mark-gap"]
    room.y, room.line, room.reach = top + leading, leading, x
    if words:
        colour = composer.style.colours["paper"] if facts.number and card.kind == "pain" else kind.meta
        place = composer.place(SEPARATOR.join(words), "meta", room.x, top, room.width, x, "", colour)
        texts.append(place)
        room.y, room.reach = place.bottom, composer.last_width(place)


def _meta_marks(card: Card, severity: int, composer: Composer) -> list[tuple[str, float, float, int]]:
    """Form, width, height and count of the marks that stand before the words."""
    space = composer.style.space
    found = []
    if severity:
        found.append(("dots", 5 * space["dot"] + 4 * space["dot-gap"], space["dot"], severity))
    if card.starred:
        found.append(("star", space["mark"], space["mark"], 0))
    return found


def meta_words(card: Card, composer: Composer) -> list[str]:
    """What a card says under its text: worth and ease, segment, decision, votes, how often it was said."""
    words, found = composer.words, []
    if card.kind == "opportunity" and card.promise:
        found += [
            words(f"{name}.{_level(grade)}")
            for name, grade in (("impact", card.promise.impact), ("ease", card.promise.ease))
            if grade
        ]
    if card.kind == "tactic" and card.tactic and card.tactic.segment:
        found.append(card.tactic.segment)
    if card.kind == "experiment" and card.experiment and card.experiment.decision:
        found.append(card.experiment.decision)
    if card.votes:
        found.append(f"{card.votes} {words('card.vote' if card.votes == 1 else 'card.votes')}")
    if card.seen > 1:
        found.append(f"×{card.seen}")
    return [word.replace(" ", NO_BREAK) if len(word) < 16 else word for word in found]


def _level(grade: int) -> str:
    return "high" if grade > 3 else "mid" if grade == 3 else "low"


def card_height(card: Card, width: float, facts: Facts, composer: Composer) -> float:
    """The height alone. The usual card, text and nothing else, takes a short way to the same figure."""
    if facts is NOTHING and _is_plain(card):
        kind, space = composer.style.kind(card.kind), composer.style.space
        if kind.form == "card":
            face = "" if kind.face == "regular" else kind.face
            left = space["edge"] + space["inset"]
            indent = space["icon"] + space["icon-gap"]
            place = composer.place(card.text, "card", left, space["pad"], width - left - space["inset"], indent, face)
            return place.bottom + space["pad"]
    return interior(card, width, facts, composer).height


def _is_plain(card: Card) -> bool:
    facets = card.pain or card.promise or card.tactic or card.experiment or card.measure or card.picture
    return not (facets or card.votes or card.starred or card.seen > 1)

"""Where on the map a thing's own text stands, so that an editor can take its place letter by letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.canvas.scene import Scene, Studio
from desktop.desk.drafts import SUBTITLE, TITLE
from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.layout.compose import Composer, moved
from desktop.layout.places import CardPlace, LabelPlace, MarkerPlace, Rect, Row, TextPlace

SLACK = 0.15
"""Em by which an editor is wider than words that are measured: pixels are rounded."""

SAMPLE = "x"
"""A text to see by where one would stand."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """`place`: the paragraph in map coordinates, one line high where it is empty; `box`: what it is the text of.

    `ground` is the colour behind it. `inside`: the thing's own figure stays under the text; it is drawn without it.
    `lines`: line feeds may be written.
    """

    place: TextPlace
    box: Rect
    ground: str
    inside: bool = False
    lines: bool = False


def lettering(studio: Studio, scene: Scene, thing: str) -> Lettering | None:
    """The text of a card, header, label, marker or of the head; None for what has none on the map shown."""
    found = scene.hits.find(thing)
    if found is not None:
        return _of_card(studio, scene, *found)
    felt = scene.hits.find_marker(thing)
    if felt is not None:
        return _of_marker(studio.composer, *felt)
    place = _in_head(studio.composer, scene, thing) or next(_headers(scene, thing), None)
    if place is None:
        return None
    box = scene.hits.rect(thing) or Rect(place.x, place.y, place.width, place.height)
    return Lettering(place, box, studio.style.colours["paper"])


def _of_card(studio: Studio, scene: Scene, row: Row, stands: CardPlace) -> Lettering:
    card, rect, style = stands.card, stands.rect, studio.style
    kind, box = style.kind(card.kind), Rect(rect.x, rect.y + row.y, rect.width, rect.height)
    inside = studio.inside(scene, _with_own_text(card), rect.width)
    place = inside.texts[0]
    place = place._replace(x=place.x + box.x, y=place.y + box.y, colour=place.colour or kind.ink)
    ground = kind.edge if inside.solid else kind.fill
    return Lettering(place, box, style.colours["paper"] if kind.form == "plain" else ground, inside=True, lines=True)


def _with_own_text(card: Card) -> Card:
    """A picture without words has no place for any; with the least of words it has."""
    return card if card.text or card.kind != "picture" else changed(card, text=SAMPLE)


def _of_marker(composer: Composer, row: Row, stands: MarkerPlace) -> Lettering:
    """At the label, else above a good feeling and below a bad one."""
    setting, centre = composer.setting("marker"), (stands.x, stands.y + row.y)
    label = stands.label or _beside(stands, setting.role.leading, composer.style.space["tag-gap"])
    rect = label.rect
    place = TextPlace(label.text, "marker", rect.x, rect.y + row.y, rect.width, 1, rect.height)
    radius = stands.radius
    box = Rect(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    return Lettering(place, box, composer.style.colours["paper"])


def _beside(stands: MarkerPlace, leading: float, gap: float) -> LabelPlace:
    width = 6 * leading
    y = stands.y + stands.radius + gap if stands.marker.value < 0 else stands.y - stands.radius - gap - leading
    return LabelPlace("", Rect(stands.x - width / 2, y, width, leading), stands.marker.id)


def _in_head(composer: Composer, scene: Scene, thing: str) -> TextPlace | None:
    role = {TITLE: "title", SUBTITLE: "subtitle"}.get(thing)
    if role is None:
        return None
    texts, head = scene.layout.heading.texts, scene.layout.head
    found = next((text for text in texts if text.role == role), None)
    if found is not None:
        return _with_slack(found, composer)
    above = next((text.bottom + composer.style.space["title-gap"] for text in texts if text.role == "title"), head.y)
    return composer.place("", role, head.x, above if role == "subtitle" else head.y, head.width / 2)


def _with_slack(place: TextPlace, composer: Composer) -> TextPlace:
    """A title that ends at the right is only as wide as its words; its lines must not break for a pixel."""
    if composer.side(place.text) == "left":
        return place
    slack = SLACK * composer.setting(place.role).role.size
    return place._replace(x=place.x - slack, width=place.width + slack)


def _headers(scene: Scene, thing: str) -> Iterator[TextPlace]:
    """The texts of stages, steps, lanes and groups with this id."""
    layout = scene.layout
    yield from (place.text for place in layout.stage_places if place.stage.id == thing)
    yield from (place.text for place in layout.step_places if place.column.step.id == thing)
    for row in layout.rows:
        titles = [text for text in row.content.label if text.role in ("lane", "divider")]
        if row.lane.id == thing:
            yield from (moved(text, text.y + row.y) for text in titles)
        if row.lane.group == thing:
            yield from (moved(text, text.y + row.y) for text in row.content.label if text.role == "group")

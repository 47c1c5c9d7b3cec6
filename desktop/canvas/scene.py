"""A map made ready to be shown: its layout, what draws it, and where its things stand."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.canvas.hits import Hits
from desktop.desk.lens import CLEAR, Lens
from desktop.desk.sight import Sight
from desktop.document.cards import Card
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.drawing.artist import Artist
from desktop.drawing.shapes import Placed
from desktop.layout.compose import Composer
from desktop.layout.interior import Interior, interior
from desktop.layout.layouter import Layouter
from desktop.layout.numbers import Context
from desktop.layout.places import Layout, LinkPlace, Rect
from desktop.layout.style import Style, Words
from desktop.typeset.typesetter import Typesetter

BESIDE = ("rule", "lane", "group")
"""Roles of the figures that stand at the left of the rows, or begin there."""

ARROWS = ("link", "link-words")
"""Roles of the figures of links."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One value of a map as a lens shows it, laid out. Unchanged lanes and cards of two scenes from one studio are the
    same objects. The project is the real one, the layout that of what is seen of it.

    dimmed: by lane the ids of what the lens does not let through: cards, markers, and personas for their curves; by ""
    those of the arrows at such cards.
    """

    project: Project
    map_id: str
    layout: Layout
    hits: Hits
    lens: Lens = CLEAR
    dimmed: Mapping[str, Collection[str]] = field(default_factory=dict)


class Studio:
    """Makes scenes and draws them; remembers what it has made, so that the next scene costs only what differs."""

    def __init__(self, typesetter: Typesetter, style: Style, words: Words, *, comments: bool = True) -> None:
        """comments: whether cards show how many comments they have."""
        self.style = style
        self._sight = Sight(words)
        self._layouter = Layouter(typesetter, style, words)
        self._artist = Artist(typesetter, style, words, comments=comments)
        self.composer = Composer(typesetter, style, words)

    def scene(self, project: Project, map_id: str, before: Scene | None = None, lens: Lens = CLEAR) -> Scene:
        """The map laid out at its usual column width; look-ups are taken over from the scene before."""
        seen = self._sight.seen(project, map_id, lens)
        folds = self._sight.folded(find(seen.maps, map_id), lens)
        layout = self._layouter.layout(seen, map_id, folds=folds)
        hits = Hits(layout, before.hits if before else None)
        return Scene(project, map_id, layout, hits, lens, self._sight.dimmed(layout.map, lens))

    def figures(self, scene: Scene, seen: Rect) -> Iterator[Placed]:
        """The figures that meet a rectangle of the map, back to front."""
        return self._artist.visible(scene.project, scene.layout, seen)

    def arrow(self, place: LinkPlace) -> Placed:
        """One arrow, whether it is drawn of itself or not."""
        return self._artist.link(place)

    def lanes(self, scene: Scene, seen: Rect) -> Iterator[Placed]:
        """The labels of the lanes that are seen, at whatever x."""
        labels = scene.layout.labels
        return self._artist.lanes(scene.layout, Rect(labels.x, seen.y, labels.width, seen.height))

    def inside(self, scene: Scene, card: Card, width: float) -> Interior:
        """A card of the map from within."""
        metrics = {one.id: one for one in scene.project.metrics} if card.measure else {}
        return interior(card, width, Context(scene.layout.numbers, metrics).of(card), self.composer)

    def fitting_width(self, scene: Scene, step: str) -> float:
        """The least relative width of a step at which its words stay whole and its own cards low."""
        return self._layouter.fitting_width(scene.project, scene.map_id, step)

    def headers(self, scene: Scene) -> tuple[Placed, ...]:
        """The headers of all stages and steps."""
        return self._artist.headers(scene.layout)

    def frame(self, scene: Scene, seen: Rect) -> Iterator[Placed]:
        """Everything that meets the rectangle except cards and arrows: rules, labels, curves, headers, head, foot."""
        layout = scene.layout
        labels = Rect(layout.labels.x, seen.y, layout.labels.width, seen.height)
        yield from (place for place in self.figures(scene, labels) if place.figure.role in BESIDE)
        for row in layout.rows:
            if not row.content.cards and row.y < seen.bottom and seen.y < row.y + row.height:
                band = Rect(layout.labels.right, row.y, layout.width, max(row.height, 1))
                yield from (place for place in self.figures(scene, band) if place.figure.role not in ARROWS)
        yield from self.headers(scene)
        yield from self._artist.surroundings(scene.project, layout)


def header(layout: Layout) -> Rect:
    """The band of stage and step headers."""
    bottom = max(layout.stages.bottom, layout.steps.bottom)
    return Rect(layout.stages.x, layout.stages.y, layout.stages.width, bottom - layout.stages.y)

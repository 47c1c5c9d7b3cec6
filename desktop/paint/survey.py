"""What painters need to know of a drawing, found out once however many sheets show parts of it."""

from collections.abc import Iterator
from functools import cached_property

from desktop.drawing.reading import Reading, reading
from desktop.drawing.shapes import Drawing, Hyperlink, Image
from desktop.layout.places import Rect
from desktop.paint.culling import Extent, extents, inside, meeting


class Survey:
    """A drawing, and where its ink, its pictures and its links are."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self._special = [
            (at, shape)
            for at, placed in enumerate(drawing.placed)
            for shape in placed.figure.shapes
            if isinstance(shape, (Image, Hyperlink))
        ]

    @property
    def images(self) -> Iterator[Image]:
        return (shape for _, shape in self._special if isinstance(shape, Image))

    def links(self) -> Iterator[tuple[str, Rect]]:
        """Addresses and their places on the drawing."""
        for at, shape in self._special:
            if isinstance(shape, Hyperlink):
                placed = self.drawing.placed[at]
                yield shape.address, Rect(placed.x + shape.x, placed.y + shape.y, shape.width, shape.height)

    def seen(self, window: Rect) -> Iterator[tuple[int, bool]]:
        """The numbers of the figures with ink in a rectangle of the drawing, and whether all of their ink is there."""
        return ((at, inside(self._extents[at], window)) for at in meeting(self._extents, window))

    def all(self) -> Iterator[tuple[int, bool]]:
        """The numbers of all figures, none of which is cut off."""
        return ((at, True) for at in range(len(self.drawing.placed)))

    @cached_property
    def _extents(self) -> list[Extent]:
        return extents(self.drawing)

    @cached_property
    def passages(self) -> Reading:
        return reading(self.drawing)

    @cached_property
    def ranks(self) -> dict[int, int]:
        """When a figure is read, by its number."""
        return {at: rank for rank, at in enumerate(self.passages)}

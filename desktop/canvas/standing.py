"""Where a thing of the map stands in the window, headers and labels that are kept in sight included."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

from desktop.canvas.scene import Scene, header
from desktop.canvas.sticky import PAD, Bands, bands
from desktop.canvas.tools import window_rect
from desktop.canvas.view import View
from desktop.layout.places import Rect


@dataclass(frozen=True, slots=True)
class Standing:
    """A box in px of the window, and the part of the window outside of which it is not seen; None for all of it."""

    rect: QRectF
    clip: QRect | None = None


def standing(scene: Scene, view: View, thing: str) -> Standing | None:
    """Where a thing stands; None for what is not on the map."""
    rect = scene.hits.rect(thing)
    return stood(scene, view, rect, bands(scene, view)) if rect is not None else None


def stood(scene: Scene, view: View, rect: Rect, place: Bands) -> Standing:
    """Where a box of the map stands."""
    box, head = window_rect(view, rect), header(scene.layout)
    if place.headers is not None and head.y <= rect.y < head.bottom:
        return Standing(box.translated(0, place.headers.top() - round(view.to_window(0, head.y)[1])), place.headers)
    if place.labels is not None and rect.x == scene.layout.labels.x:
        clip = place.labels
        if place.headers is not None:
            clip = clip.adjusted(0, place.headers.bottom() + 1 - clip.top(), 0, 0)
        return Standing(box.translated(PAD - round(view.to_window(rect.x, 0)[0]), 0), clip)
    return Standing(box)

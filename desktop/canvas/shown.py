"""What a frame shows."""

from dataclasses import dataclass

from desktop.canvas.scene import Scene
from desktop.canvas.view import View

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene through a view. `moving` while the scale changes, so that nothing is kept which only this scale can use;
    the cards in `without` are left out because they are in somebody's hand."""

    scene: Scene
    view: View
    moving: bool = False
    without: frozenset[str] = NOTHING

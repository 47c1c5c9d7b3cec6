"""Five faces from very sad to very happy, told apart by mouth, eyes and brows: never by colour alone."""

from dataclasses import dataclass

from desktop.drawing.pens import placed_commands
from desktop.drawing.shapes import Command, Ellipse, Path, Shape

MOODS = ("very sad", "sad", "neutral", "happy", "very happy")

_EYES = ((-0.33, -0.2), (0.33, -0.2))
_LAUGHING_EYES: tuple[Command, ...] = (
    ("M", -0.5, -0.12),
    ("C", -0.44, -0.34, -0.24, -0.34, -0.18, -0.12),
    ("M", 0.18, -0.12),
    ("C", 0.24, -0.34, 0.44, -0.34, 0.5, -0.12),
)
_WORRIED_BROWS: tuple[Command, ...] = (("M", -0.54, -0.36), ("L", -0.24, -0.52), ("M", 0.24, -0.52), ("L", 0.54, -0.36))
_MOUTHS: tuple[tuple[Command, ...], ...] = (
    (("M", -0.4, 0.58), ("C", -0.36, 0.04, 0.36, 0.04, 0.4, 0.58), ("Z",)),
    (("M", -0.38, 0.48), ("C", -0.2, 0.2, 0.2, 0.2, 0.38, 0.48)),
    (("M", -0.36, 0.34), ("L", 0.36, 0.34)),
    (("M", -0.4, 0.22), ("C", -0.22, 0.52, 0.22, 0.52, 0.4, 0.22)),
    (("M", -0.46, 0.12), ("L", 0.46, 0.12), ("C", 0.42, 0.74, -0.42, 0.74, -0.46, 0.12), ("Z",)),
)


@dataclass(frozen=True, slots=True)
class FaceInk:
    """`radius` is of the ring's middle, `stroke` its width; the features are drawn in the ring's colour.

    `solid`: the face is filled with the colour, and its features stand out in the paper's.
    """

    radius: float
    stroke: float
    colour: str
    paper: str
    solid: bool = False

    @property
    def ground(self) -> str:
        return self.colour if self.solid else self.paper

    @property
    def feature(self) -> str:
        return self.paper if self.solid else self.colour


def mood(value: float) -> int:
    """Which of MOODS shows a value from −2 to +2: the one whose own value, −2, −1 … +2, is nearest, halves outwards."""
    size = 2 if abs(value) >= 1.5 else 1 if abs(value) >= 0.5 else 0
    return 2 + (size if value > 0 else -size)


def face(value: float, x: float, y: float, ink: FaceInk) -> tuple[Shape, ...]:
    """The face for a value, its ring centred at x, y."""
    shown = mood(value)
    ring = Ellipse(x, y, ink.radius, ink.radius, ink.ground, ink.colour, ink.stroke)
    filled = ink.feature if shown in (0, 4) else ""
    mouth = _stroked(_MOUTHS[shown], x, y, ink, filled)
    return (ring, *_eyes(shown, x, y, ink), mouth)


def _eyes(shown: int, x: float, y: float, ink: FaceInk) -> tuple[Shape, ...]:
    if shown == 4:
        return (_stroked(_LAUGHING_EYES, x, y, ink),)
    size = 0.105 * ink.radius
    dots = tuple(Ellipse(x + dx * ink.radius, y + dy * ink.radius, size, size, ink.feature) for dx, dy in _EYES)
    return (*dots, _stroked(_WORRIED_BROWS, x, y, ink)) if shown == 0 else dots


def _stroked(commands: tuple[Command, ...], x: float, y: float, ink: FaceInk, fill: str = "") -> Path:
    return Path(placed_commands(commands, x, y, ink.radius), fill, ink.feature, 0.13 * ink.radius)

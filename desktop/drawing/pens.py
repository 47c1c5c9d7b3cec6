"""Texts and icons as ink: what every figure of the grid is made of."""

from collections.abc import Iterable, Iterator

from desktop.drawing.shapes import Command, Glyphs, Path
from desktop.layout.compose import Composer
from desktop.layout.icons import GRID, STROKE, Icon
from desktop.layout.places import Rect, TextPlace


def text_ink(place: TextPlace, composer: Composer) -> Iterator[Glyphs]:
    """A paragraph's lines; lines without a glyph give no ink."""
    role = composer.setting(place.role, place.face).role
    for x, y, line in composer.lines(place):
        if line.runs:
            yield Glyphs(x, y, role.size, place.colour or role.colour, line)


def centred_text(
    text: str, role: str, cx: float, cy: float, composer: Composer, *, colour: str = ""
) -> Iterator[Glyphs]:
    """One line whose capitals stand around the point."""
    setting = composer.setting(role)
    width = composer.width(text, role)
    y = cy + setting.cap_height / 2 - setting.baseline
    return text_ink(composer.place(text, role, cx - width / 2, y, width, colour=colour), composer)


def rectangles(boxes: Iterable[Rect]) -> tuple[Command, ...]:
    """The outlines of boxes as one path."""
    commands: list[Command] = []
    for box in boxes:
        commands += [
            ("M", box.x, box.y),
            ("L", box.right, box.y),
            ("L", box.right, box.bottom),
            ("L", box.x, box.bottom),
        ]
        commands.append(("Z",))
    return tuple(commands)


def placed_commands(commands: Iterable[Command], x: float, y: float, scale: float) -> tuple[Command, ...]:
    """The commands made larger by `scale` and moved."""
    return tuple(_placed(command, x, y, scale) for command in commands)


def _placed(command: Command, x: float, y: float, scale: float) -> Command:
    letter, *numbers = command
    moved = (float(number) * scale + (y if turn % 2 else x) for turn, number in enumerate(numbers))
    return (letter, *moved)


def icon_paths(icon: Icon, box: Rect, colour: str) -> tuple[Path, ...]:
    """An icon in its square."""
    scale = box.width / GRID
    return tuple(
        Path(
            placed_commands(part.commands, box.x, box.y, scale),
            fill=colour if part.filled else "",
            stroke=colour if part.stroked else "",
            stroke_width=STROKE * scale if part.stroked else 0.0,
        )
        for part in icon
    )


class IconPen:
    """Draws a theme's icons; the paths of an icon at one place in one colour are made once."""

    def __init__(self, composer: Composer) -> None:
        self._style = composer.style
        self._paths: dict[tuple[str, str, Rect, str], tuple[Path, ...]] = {}

    def icon(self, name: str, otherwise: str, box: Rect, colour: str) -> tuple[Path, ...]:
        """The icon in its square, or another one where there is none of that name."""
        key = (name, otherwise, box, colour)
        found = self._paths.get(key)
        if found is None:
            if len(self._paths) > 2_000:
                self._paths.clear()
            found = self._paths[key] = self._made(name, otherwise, box, colour)
        return found

    def _made(self, name: str, otherwise: str, box: Rect, colour: str) -> tuple[Path, ...]:
        return icon_paths(self._style.icon(name, otherwise), box, colour)

"""A paragraph as glyphs: the lines that layout counted, at their baselines."""

from desktop.drawing.shapes import Glyphs
from desktop.layout.places import TextPlace
from desktop.layout.style import Style, TextRole
from desktop.typeset.lines import UNITS
from desktop.typeset.typesetter import Typesetter


def paragraph(
    place: TextPlace, style: Style, typesetter: Typesetter, *, align: float = 0.0, dx: float = 0.0, dy: float = 0.0
) -> tuple[Glyphs, ...]:
    """The lines of a text without indent; `align` is 0 at the left of its width, ½ in the middle, 1 at the right."""
    role = style.roles[place.role]
    scale = role.size / UNITS
    # a hair is added so that a width that was measured is wide enough for what was measured
    lines = typesetter.lines(place.text, role.style, int((place.width + 1e-6) // scale))
    first = place.y + dy + baseline(role, typesetter)
    return tuple(
        Glyphs(
            place.x + dx + align * (place.width - line.width * scale),
            first + index * role.leading,
            role.size,
            place.colour or role.colour,
            line,
        )
        for index, line in enumerate(lines)
    )


def baseline(role: TextRole, typesetter: Typesetter) -> float:
    """From the top of a line to its baseline: half the spare leading above the ascender."""
    metrics = typesetter.metrics(role.style)
    height = (metrics.ascent - metrics.descent) * role.size / UNITS
    return (role.leading - height) / 2 + metrics.ascent * role.size / UNITS


def figure_baseline(role: TextRole, typesetter: Typesetter) -> float:
    """From the middle of figures or capitals to their baseline."""
    return typesetter.metrics(role.style).cap_height * role.size / UNITS / 2

"""The wall planner: a wall as it is measured, the poster on it to scale, and what follows from both."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.dialogs.poster.fields import ROW, Measure, Pick
from desktop.dialogs.poster.marks import arrow
from desktop.dialogs.poster.papers import told_paper, told_size
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.panels.theme import colour
from desktop.plan.paper import ISO_A, ROLL_EDGE, ROLLS
from desktop.plan.units import PLACES, UNITS, told
from desktop.plan.wall import EYES, LEAST, MOST, Hanging, Wall, fitting, hang, roll_for, sheets

USUAL = Wall(4000.0, 2500.0)
PERSON = 1720.0
"""Mm of the figure that stands beside the poster, so that the eye has a measure."""

AROUND = 40
STEPS = {"mm": 5.0, "cm": 10.0, "in": 12.7}
"""Mm to which lengths are rounded, by unit."""

OFFICE: Mapping[str, tuple[float, float]] = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}
"""What an office prints on, lying across."""

WHITE, OVERLAP = 5.0, 10.0
"""Mm that an office printer leaves at each edge, and that sheets overlap."""


class WallPage(QWidget):
    """changed(wall, unit): another wall was typed, in mm, or another unit was chosen."""

    changed = Signal(object, str)

    def __init__(self, words: Words, wall: Wall = USUAL, unit: str = "cm") -> None:
        super().__init__()
        self._words = words
        self.wall, self.unit = wall, unit
        self.roll = ""  # that the poster is printed on, if it is one
        self._poster = (0.0, 0.0)
        limits = 1.0, 1e5
        self.width_field, self.height_field = (Measure(words(f"poster.wall_{side}"), limits, "") for side in ("w", "h"))
        self.unit_field = Pick(words("poster.unit"), [(each, each) for each in UNITS])
        self.picture = WallPicture(words)
        self.verdict = plain("", "section", wrapped=True)
        self.facts = plain("", "told", wrapped=True)
        self._arrange()
        self._show_wall()
        for field in (self.width_field, self.height_field):
            field.typed.connect(self._set_wall)
        self.unit_field.picked.connect(self._set_unit)

    @property
    def hanging(self) -> Hanging:
        """The poster on the wall."""
        return hang(self.wall, *self._poster)

    def show_poster(self, size: tuple[float, float], picture: QImage | None = None) -> None:
        """A poster of this size in mm; its picture, if there is one, stays until another comes."""
        self._poster = size
        self.picture.unit = self.unit
        self.picture.show_poster(self.hanging, picture)
        self._tell_facts()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(ROW)
        row.addWidget(plain(self._words("poster.wall"), "caption"))
        for widget in (self.width_field, plain("×"), self.height_field, self.unit_field):
            row.addWidget(widget)
        row.addStretch(1)
        for field in (self.width_field, self.height_field):
            field.setFixedWidth(84)
        self.unit_field.setFixedWidth(72)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(ROW)
        column.addLayout(row)
        column.addWidget(self.picture, 1)
        column.addWidget(self.verdict)
        column.addWidget(self.facts)

    def _show_wall(self) -> None:
        factor = UNITS[self.unit]
        for field, length in ((self.width_field, self.wall.width), (self.height_field, self.wall.height)):
            field.blockSignals(True)
            field.setDecimals(PLACES[self.unit])
            field.setRange(LEAST / factor, MOST / factor)
            field.setValue(length / factor)
            field.blockSignals(False)
        self.unit_field.show_value(self.unit)

    def _set_wall(self) -> None:
        factor = UNITS[self.unit]
        self.wall = Wall(self.width_field.value() * factor, self.height_field.value() * factor)
        self.show_poster(self._poster)
        self.changed.emit(self.wall, self.unit)

    def _set_unit(self, unit: str) -> None:
        self.unit = unit
        self._show_wall()
        self.show_poster(self._poster)
        self.changed.emit(self.wall, unit)

    def _tell_facts(self) -> None:
        if not self._poster[0]:
            return
        self.verdict.setText(verdict(self.hanging, self.unit, self._words))
        self.facts.setText("\n".join(facts(self.hanging, self.unit, self._words, self.roll)))


def verdict(found: Hanging, unit: str, words: Words) -> str:
    """Whether the poster fits, and where it hangs, in one sentence."""
    lengths = {
        "middle": found.middle,
        "top": found.top,
        "bottom": found.bottom,
        "side": found.left,
        "wide": found.width - found.wall.width,
        "high": found.height - found.wall.height,
        "low_eyes": EYES[0],
        "high_eyes": EYES[1],
    }
    written = {name: rounded(length, unit) for name, length in lengths.items()}
    return words(f"wall.{found.verdict}").format(**written)


def rounded(length: float, unit: str) -> str:
    """“197 cm”: no finer than a hand holds a poster."""
    step = STEPS[unit]
    return f"{told(max(round(length / step) * step, 0.0), unit)} {unit}"


def facts(found: Hanging, unit: str, words: Words, own: str = "") -> list[str]:
    """Which roll (its own, if it was made for one), how many sheets, which papers: a line each."""
    size = found.width, found.height
    rooms = {name: width - 2 * ROLL_EDGE for name, width in ROLLS.items()}
    roll = (own, max(size)) if own else roll_for(rooms, *size)
    lines = []
    if roll is not None:
        length = rounded(roll[1], unit)
        lines.append(words("wall.roll").format(roll=told_paper(roll[0], words), length=length))
    counted = [_office(name, size, words) for name in OFFICE]
    lines.append(words("wall.sheets").format(sheets=words("wall.or").join(counted)))
    papers = fitting(ISO_A, found.wall)[:3]
    wall = told_size((found.wall.width, found.wall.height), unit)
    lines.append(words("wall.papers" if papers else "wall.no_papers").format(papers=", ".join(papers), wall=wall))
    return lines


def _office(name: str, size: tuple[float, float], words: Words) -> str:
    wide, high = OFFICE[name]
    across, down = sheets(size, (wide - 2 * WHITE, high - 2 * WHITE), OVERLAP)
    return words("wall.count").format(count=across * down, paper=name)


class WallPicture(QWidget):
    """The wall from floor to ceiling, the poster where it hangs, its measures, and somebody beside it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._hanging: Hanging | None = None
        self._poster: QImage | None = None
        self.unit = "cm"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    def show_poster(self, hanging: Hanging, picture: QImage | None) -> None:
        """picture: None for the one that there is."""
        self._hanging = hanging
        self._poster = picture or self._poster
        self.setAccessibleName(verdict(hanging, "cm", self._words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        found = self._hanging
        if found is None or not found.width:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide, high = max(found.wall.width, found.width), max(found.wall.height, found.height, PERSON)
        scale = min((self.width() - 2 * AROUND) / wide, (self.height() - 2 * AROUND) / high)
        left = (self.width() - found.wall.width * scale) / 2
        floor = self.height() / 2 + high * scale / 2
        painter.translate(left, floor)
        self._paint_wall(painter, found, scale)
        self._paint_person(painter, found, scale)
        self._paint_poster(painter, found, scale)
        self._paint_eyes(painter, found, scale)

    def _paint_wall(self, painter: QPainter, found: Hanging, scale: float) -> None:
        wall = QRectF(0, -found.wall.height * scale, found.wall.width * scale, found.wall.height * scale)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRect(wall)
        painter.setPen(QPen(colour("handle_hover"), 2))
        painter.drawLine(QPointF(-14, 0), QPointF(wall.width() + 14, 0))

    def _paint_poster(self, painter: QPainter, found: Hanging, scale: float) -> None:
        box = QRectF(found.left * scale, -found.top * scale, found.width * scale, found.height * scale)
        painter.setPen(QPen(colour("handle_hover" if found.fits else "danger"), 1 if found.fits else 2))
        painter.setBrush(colour("paper"))
        painter.drawRect(box)
        if self._poster is not None:
            painter.drawImage(box, self._small(self._poster, box))

    def _small(self, picture: QImage, box: QRectF) -> QImage:
        """With as many pixels as are shown: a painter that leaves most of them out leaves a mess."""
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(box.width() * ratio)), max(1, round(box.height() * ratio)))
        keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return picture.scaled(size, keep, smooth)

    def _paint_eyes(self, painter: QPainter, found: Hanging, scale: float) -> None:
        """The band of heights at which the middle hangs well, beside the wall; and how high the middle is."""
        right = max(found.wall.width, found.left + found.width) * scale
        painter.setPen(QPen(colour("accent"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(right + 10, -EYES[0] * scale), QPointF(right + 10, -EYES[1] * scale))
        painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DashLine))
        middle = -found.middle * scale
        painter.drawLine(QPointF((found.left + found.width) * scale, middle), QPointF(right + 8, middle))
        self._paint_measures(painter, found, scale, right)

    def _paint_measures(self, painter: QPainter, found: Hanging, scale: float, right: float) -> None:
        """The middle above the floor, and the poster from the wall's left edge."""
        font = QFont(painter.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QPen(colour("ink_3"), 1))
        middle, left, low = -found.middle * scale, found.left * scale, -found.bottom * scale
        arrow(painter, QPointF(right + 24, 0), QPointF(right + 24, middle))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right + 32, middle / 2 - 10, 90, 20), flags, rounded(found.middle, self.unit))
        if left > 40:
            arrow(painter, QPointF(0, low + 18), QPointF(left, low + 18))
            place = QRectF(0, low + 20, left, 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, rounded(found.left, self.unit))

    def _paint_person(self, painter: QPainter, found: Hanging, scale: float) -> None:
        """Quiet, at the right of the poster, or before it where there is no room."""
        tall = PERSON * scale
        free = (found.wall.width - found.left - found.width) * scale
        x = found.wall.width * scale - max(tall * 0.2, free / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line_2"))
        painter.drawPath(figure(tall).translated(x, 0.0))


def figure(tall: float) -> QPainterPath:
    """Somebody of this height who stands on the ground, in outline."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addEllipse(QPointF(0, -0.925), 0.062, 0.075)
    path.moveTo(-0.05, -0.845)
    path.cubicTo(-0.12, -0.83, -0.145, -0.8, -0.15, -0.73)
    path.lineTo(-0.165, -0.47)
    path.cubicTo(-0.165, -0.44, -0.12, -0.44, -0.117, -0.47)
    path.lineTo(-0.1, -0.66)
    path.lineTo(-0.1, -0.03)
    path.cubicTo(-0.1, 0.0, -0.02, 0.0, -0.018, -0.03)
    path.lineTo(0.0, -0.44)
    path.lineTo(0.018, -0.03)
    path.cubicTo(0.02, 0.0, 0.1, 0.0, 0.1, -0.03)
    path.lineTo(0.1, -0.66)
    path.lineTo(0.117, -0.47)
    path.cubicTo(0.12, -0.44, 0.165, -0.44, 0.165, -0.47)
    path.lineTo(0.15, -0.73)
    path.cubicTo(0.145, -0.8, 0.12, -0.83, 0.05, -0.845)
    path.closeSubpath()
    return QTransform.fromScale(tall, tall).map(path)

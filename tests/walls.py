"""Small walls that hang straight: pictures of a working wall's plan, with notes and crosses on it."""

from io import BytesIO

from PIL import Image, ImageDraw

from desktop import resources
from desktop.drawing.cornermarks import MARK, MODULE
from desktop.drawing.lettering import Lettering
from desktop.drawing.wallplan import wall_plan
from desktop.drawing.workwall import TICK, wall

SCALE, ASIDE = 3.0, 30
"""Px a mm, and px of what the wall hangs on round it."""


def plan_of(journey, language="en"):
    """The plan of a map's wall."""
    setter = Lettering(resources.typesetter())
    return wall_plan(wall(journey, "Project", resources.style("print"), setter, resources.words(language)))


def px(point, scale=SCALE):
    """Where a point of the wall (mm) is in its picture."""
    return point[0] * scale + ASIDE, point[1] * scale + ASIDE


class Hung:
    """A wall as a picture: bare but for its corner marks, its circles and what is put on it."""

    def __init__(self, plan, marks=(0, 1, 2, 3), scale=SCALE):
        self.plan = plan
        self._scale = scale
        size = round(plan.width * scale) + 2 * ASIDE, round(plan.height * scale) + 2 * ASIDE
        self.image = Image.new("RGB", size, "#8C8478")
        self._pen = ImageDraw.Draw(self.image)
        self._box((0, 0, plan.width, plan.height), "#EFEBE2")
        for at in marks:
            self._mark(plan.marks[at])
        for cell in plan.cells:
            for _, (x, y) in cell.ticks:
                self._pen.ellipse((*self._px(x - TICK, y - TICK), *self._px(x + TICK, y + TICK)), outline="#9AA1B1")

    def note(self, address, colour="#FFE45C"):
        """A sticky note with a line of writing."""
        slot = self.plan.cell(address).slot
        self._box((slot.x + 3, slot.y + 2, slot.right - 4, slot.bottom - 3), colour)
        return self.pen(address)

    def pen(self, address):
        """A short line with a thin pen."""
        slot = self.plan.cell(address).slot
        self._box((slot.x + 20, slot.y + 30, slot.x + 56, slot.y + 30.8), "#1B1F2A")
        return self

    def tick(self, address, value):
        """A cross through the circle of a value."""
        x, y = dict(self.plan.cell(address).ticks)[value]
        for down in (-4, 4):
            self._pen.line((*self._px(x - 4, y - down), *self._px(x + 4, y + down)), fill="#1B1F2A", width=5)
        return self

    def save(self, path, **how):
        """As a file; its path."""
        path.write_bytes(self.packed(path.suffix[1:], **how))
        return path

    def packed(self, form="png", **how):
        """As the bytes of a file."""
        out = BytesIO()
        self.image.save(out, {"jpg": "JPEG"}.get(form, form), **how)
        return out.getvalue()

    def _px(self, x, y):
        return px((x, y), self._scale)

    def _box(self, mm, colour):
        left, top, right, bottom = mm
        self._pen.rectangle((*self._px(left, top), *self._px(right, bottom)), fill=colour)

    def _mark(self, middle):
        for inset, colour in ((0, "#141414"), (1, "#FFFFFF"), (2, "#141414")):
            half = MARK / 2 - inset * MODULE
            self._box((middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half), colour)

"""Photos of a printed wall that no camera took: seen at an angle, in uneven light, with noise, as a JPEG."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import cos, radians, sin

from PIL import Image, ImageChops, ImageFilter

from desktop import resources
from desktop.document.project import Project
from desktop.drawing.shapes import Drawing
from desktop.drawing.wallplan import WallPlan, wall_plan
from desktop.paint.pdf import pdf_bytes
from desktop.paint.raster import raster
from desktop.plan.page import MM
from desktop.plan.perspective import Point, Quad, homography, rectangle
from desktop.plan.settings import Settings
from desktop.poster.composing import composed

SIZE = (4_000, 3_000)
"""Px of a phone's photo."""

FOCUS = 3_100.0
"""Px: the focal length of a phone's usual lens."""

SHARPNESS = 3.2
"""Px a mm at which the print is painted before it is photographed."""

WALL = (176, 168, 158)
"""The colour of what the print hangs on."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How somebody holds the camera: turned to the right and up and round its axis by degrees, how much of the
    picture's width the wall takes, the light at the darker side as a share, and the blur in px."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    fill: float = 0.86
    light: float = 0.6
    blur: float = 0.8

    def seen(self, points: Sequence[Point], width: float, height: float) -> list[Point]:
        """Where points of a wall of that size (mm) come to in the photo (px), all of which is in the picture."""
        away = FOCUS * max(width / SIZE[0], height / SIZE[1])
        while True:
            corners = [self._seen(x - width / 2, y - height / 2, away) for x, y in rectangle(0.0, 0.0, width, height)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            top, bottom = min(y for _, y in corners), max(y for _, y in corners)
            if right - left <= self.fill * SIZE[0] and bottom - top <= self.fill * SIZE[1]:
                break
            away *= 1.02
        dx, dy = (SIZE[0] - left - right) / 2, (SIZE[1] - top - bottom) / 2
        seen = (self._seen(x - width / 2, y - height / 2, away) for x, y in points)
        return [(x + dx, y + dy) for x, y in seen]

    def _seen(self, x: float, y: float, away: float) -> Point:
        yaw, pitch, roll = radians(self.yaw), radians(self.pitch), radians(self.roll)
        x, y = x * cos(roll) - y * sin(roll), x * sin(roll) + y * cos(roll)
        x, z = x * cos(yaw), x * sin(yaw)
        y, z = y * cos(pitch) - z * sin(pitch), y * sin(pitch) + z * cos(pitch)
        scale = FOCUS / (away + z)
        return SIZE[0] / 2 + x * scale, SIZE[1] / 2 + y * scale


def printed(project: Project, map_id: str) -> tuple[Image.Image, WallPlan]:
    """The print of a map's working wall as PDFium paints its PDF, and where everything stands on it."""
    (made,) = composed(project, map_id, Settings(content="working", paper="")).made
    return painted(made.drawing, pdf_bytes(made.drawing, resources.typesetter().fonts, _no_picture, made.page))


def painted(drawing: Drawing, pdf: bytes) -> tuple[Image.Image, WallPlan]:
    """A wall's drawing and its PDF as a picture and a plan."""
    page = raster(pdf, 0, SHARPNESS / MM)
    whole = Image.frombuffer("RGB", (page.width, page.height), page.pixels, "raw", "BGRX", page.stride, 1)
    return whole, wall_plan(drawing)


def photographed(page: Image.Image, plan: WallPlan, stand: Stand) -> tuple[bytes, Quad]:
    """A JPEG of quality 80, and where the middles of the corner marks truly are in it."""
    width, height = plan.width, plan.height
    corners = stand.seen(rectangle(0.0, 0.0, width, height), width, height)
    back = homography((corners[0], corners[1], corners[2], corners[3]), rectangle(0.0, 0.0, *map(float, page.size)))
    lit = page.convert("RGBA").transform(SIZE, Image.Transform.PERSPECTIVE, back.coefficients, Image.Resampling.BICUBIC)
    photo = Image.new("RGB", SIZE, WALL)
    photo.paste(lit, mask=lit.getchannel("A"))
    photo = _in_light(photo.filter(ImageFilter.GaussianBlur(stand.blur)), stand.light)
    out = BytesIO()
    photo.save(out, "JPEG", quality=80)
    a, b, c, d = stand.seen(plan.marks, width, height)
    return out.getvalue(), (a, b, c, d)


def _in_light(photo: Image.Image, least: float) -> Image.Image:
    """Darker to the lower right, a little warm, and with the noise of a small sensor."""
    slope = Image.linear_gradient("L").resize((512, 512)).rotate(-35, Image.Resampling.BICUBIC)
    slope = slope.crop((106, 106, 406, 406)).resize(SIZE, Image.Resampling.BICUBIC)
    light = slope.point([255 * (1 - (1 - least) * value / 255) for value in range(256)])
    warm = Image.merge("RGB", [light.point([value * tint for value in range(256)]) for tint in (1.0, 0.97, 0.9)])
    noise = Image.effect_noise(SIZE, 14.0)
    return ImageChops.add(ImageChops.multiply(photo, warm), Image.merge("RGB", (noise,) * 3), 1.0, -128)


def _no_picture(_asset: str) -> bytes | None:
    return None

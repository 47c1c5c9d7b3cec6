"""A grey theme leaves no hue in a picture file either: not in photographs, not in emoji."""

import base64
import re
from io import BytesIO

import numpy as np
import pytest
from PIL import Image as Pillow

from desktop.document.cards import Picture
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.export import Options, export
from desktop.storage.assets import asset
from journeys import card, journey, lane, project


def red():
    out = BytesIO()
    Pillow.new("RGB", (40, 30), "red").save(out, "PNG")
    return out.getvalue()


KEY, RED = asset(red(), "image/png", 40, 30)
SAMPLE = project(journey(lane(card("picture", text="Grin 😀", picture=Picture(asset=KEY)))))


def made(form, theme):
    return export(SAMPLE, {KEY: RED}, "m1", form, Settings(paper="A4", theme=theme), options=Options(dpi=72))[0]


def spread(data):
    """How far apart the channels of a pixel are at most."""
    pixels = np.asarray(Pillow.open(BytesIO(data)).convert("RGB"), dtype=int)
    return int(np.ptp(pixels, axis=2).max())


def test_a_grey_png_has_no_hue():
    assert spread(made("png", "grey")) <= 1
    assert spread(made("png", "white")) > 100


def test_a_png_shows_the_sheet_of_the_pdf():
    settings = Settings(paper="A4", bleed=3.0, crop_marks=True)
    data, _ = export(SAMPLE, {}, "m1", "png", settings, options=Options(dpi=72))
    (sheet,) = composed(SAMPLE, "m1", settings).document.sheets
    assert Pillow.open(BytesIO(data)).size == pytest.approx((sheet.width, sheet.height), abs=1)


def test_a_grey_svg_has_no_hue():
    hue = re.compile(r"#(?!([0-9A-Fa-f]{2})\1\1)[0-9A-Fa-f]{6}")
    text = made("svg", "grey").decode()
    (picture,) = re.findall(r"data:image/png;base64,([^\"]+)", text)
    assert spread(base64.b64decode(picture)) == 0
    assert [found[0] for found in hue.finditer(text)] == []
    assert hue.search(made("svg", "white").decode())


@pytest.mark.parametrize("way", ["auto", "landscape", "portrait"])
def test_so_many_sheets_whichever_way_they_lie(way):
    settings = Settings(sizing="sheets", across=5, down=5, tiling=Tiling("A4", orientation=way))
    (plan,) = composed(SAMPLE, "m1", settings).plans
    assert (plan.across, plan.down, len(plan.tiles)) == (5, 5, 25)

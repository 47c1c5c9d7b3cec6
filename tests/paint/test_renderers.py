"""Three programs that share no code paint our files alike, and a fourth finds no fault in them."""

import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from desktop import resources
from desktop.paint.pdf import document_bytes
from desktop.plan.page import Page, document_of, sheet_of
from desktop.storage.reader import read
from printing import fonts, picture_of
from tests.grids import artist, layouter

DPI, FINER = 144, 2
"""Painted finer and averaged, since one of them puts letters on whole pixels. On a page of whole points all pixels lie
at the same places."""

APART = 96
"""Of 255: more than the edges of letters differ between renderers."""

WIDTH = 1191
"""pt; an A3."""

MOST = 0.005
"""Of all pixels."""

# pixels as they are: packing them would take longer than painting them
TOOLS = {
    "poppler": ("pdftoppm", "-r", str(DPI * FINER), "-singlefile", "{pdf}", "{out}"),
    "mupdf": ("mutool", "draw", "-q", "-r", str(DPI * FINER), "-o", "{out}.ppm", "{pdf}"),
}


def made(theme):
    """The restaurant in a theme."""
    project = read(resources.root() / "samples" / "restaurant.journey").project
    style = resources.style("print", theme=theme)
    drawing = artist(style).draw(project, layouter(style).layout(project, project.maps[0].id))
    page = Page(WIDTH, round(WIDTH * drawing.height / drawing.width), scale=WIDTH / drawing.width)
    return document_bytes(
        replace(document_of(drawing, [sheet_of(drawing, page)]), grey=theme == "grey"), fonts(), {}.get
    )


@pytest.fixture(scope="module")
def data():
    return made("colour")


@pytest.fixture(scope="module")
def meant(data):
    return averaged(picture_of(data, DPI * FINER / 72))


def averaged(picture):
    """The pixels at DPI."""
    return np.asarray(picture.convert("RGB").reduce(FINER), dtype=np.int16)


@pytest.mark.parametrize("name", TOOLS)
def test_others_paint_it_alike(name, data, meant, tmp_path):
    tool, *arguments = TOOLS[name]
    if not shutil.which(tool):
        pytest.skip(f"no {tool} here")
    pdf, out = tmp_path / "map.pdf", tmp_path / "map"
    pdf.write_bytes(data)
    subprocess.run([tool, *(each.format(pdf=pdf, out=out) for each in arguments)], check=True, capture_output=True)
    seen = averaged(Pillow.open(f"{out}.ppm"))
    assert seen.shape == meant.shape
    assert (abs(seen - meant).max(axis=2) > APART).mean() <= MOST


def test_the_comparison_bites(meant):
    moved = np.roll(meant, 3, axis=1)
    assert (abs(moved - meant).max(axis=2) > APART).mean() > MOST


def test_grey_has_no_hue_at_all():
    pixels = np.asarray(picture_of(made("grey"), 0.5), dtype=int)
    assert (pixels.max(axis=2) == pixels.min(axis=2)).all()
    assert pixels.min() < 20


def test_qpdf_finds_no_fault(data, tmp_path):
    if not shutil.which("qpdf"):
        pytest.skip("no qpdf here")
    path = tmp_path / "map.pdf"
    path.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", str(path)], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")

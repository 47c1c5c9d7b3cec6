"""What a print is held to: `python -m benchmarks.wall`. Each figure with its target, and whether it is met.

Renderers and checkers that are not on the machine are passed over, and named.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image

from benchmarks import workloads
from desktop import resources
from desktop.dialogs.poster.proof import Order, part_picture, proof
from desktop.document.edits.cards import edit_cards
from desktop.paint.pdf import document_bytes
from desktop.plan.page import MM
from desktop.plan.paper import PAPERS, ROLLS
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.workshop import Workshop
from desktop.storage.assets import bytes_of
from desktop.storage.reader import Opened, read

SAMPLE = resources.root() / "samples" / "restaurant.journey"
DPI = 144
"""Of the pictures by which renderers are compared."""

FINER = 2
"""Painted so much finer and averaged, as tests/paint/test_renderers.py does: poppler puts letters on whole pixels."""

Image.MAX_IMAGE_PIXELS = None  # posters, and nothing else, are opened here

FAR = 96
"""Of 255; pixels that differ by more are told from each other."""

PRINTS = {
    "A0": Settings(),
    "36-inch roll": Settings(paper="roll-36in", sizing="roll"),
    "A1 on A4": Settings(paper="A1", tiling=Tiling()),
    "A1, grey, bleed": Settings(paper="A1", theme="grey", bleed=3.0, crop_marks=True),
}


def main() -> None:
    opened = read(SAMPLE)
    for line in (*sizes(opened), *same_bytes(), *checked(opened), *alike(opened), *previews()):
        print(line, flush=True)


def _line(what: str, figure: str, target: str, met: bool | None) -> str:
    said = "" if met is None else "ok" if met else "falls short"
    return f"{what:44}{figure:>26}   {target:16}{said}".rstrip()


def _made(opened: Opened, settings: Settings) -> bytes:
    whole = composed(opened.project, opened.project.maps[0].id, settings)
    return document_bytes(whole.document, whole.press.typesetter.fonts, bytes_of(opened.assets))


def sizes(opened: Opened) -> Iterator[str]:
    """The finished size of every paper, and the width of every roll."""
    worst = 0.0
    for name, size in PAPERS.items():
        worst = max(worst, _off(_made(opened, Settings(paper=name, orientation="portrait")), size))
    for name, width in ROLLS.items():
        box = _box(_made(opened, Settings(paper=name, sizing="roll", orientation="landscape")))
        worst = max(worst, abs(box[1] - width))
    yield _line(
        f"finished size, {len(PAPERS)} papers and {len(ROLLS)} rolls", f"{worst:.5f} mm off", "≤ 0.1 mm", worst <= 0.1
    )


def _off(data: bytes, size: tuple[float, float]) -> float:
    return max(abs(one - other) for one, other in zip(sorted(_box(data)), sorted(size), strict=True))


def _box(data: bytes) -> tuple[float, float]:
    """Width and height of the finished first page in mm."""
    with pikepdf.open(BytesIO(data)) as file:
        page = file.pages[0]
        left, bottom, right, top = (float(side) / MM for side in page.get("/TrimBox", page.MediaBox))
    return right - left, top - bottom


def same_bytes() -> Iterator[str]:
    """The same prints from two processes, on different days where the machine can make them believe so."""
    program = (
        "import hashlib, sys\nfrom benchmarks.wall import PRINTS, SAMPLE, _made\n"
        "from desktop.storage.reader import read\n"
        "print([hashlib.sha256(_made(read(SAMPLE), each)).hexdigest() for each in PRINTS.values()])"
    )
    runs = {
        subprocess.run(
            [*_on_day(day), sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout
        for day in ("2026-11-22", "2031-02-03")
    }
    yield _line(
        f"{len(PRINTS)} prints on another day", f"{len(runs) - 1} of 1 differ", "the same bytes", len(runs) == 1
    )


def _on_day(day: str) -> list[str]:
    """With another clock, where the machine has one to lend."""
    return ["faketime", day] if shutil.which("faketime") else []


def checked(opened: Opened) -> Iterator[str]:
    """qpdf's opinion of every print."""
    if not shutil.which("qpdf"):
        yield _line("qpdf --check", "qpdf is not installed", "clean", None)
        return
    clean = sum(_is_clean(_made(opened, settings)) for settings in PRINTS.values())
    yield _line("qpdf --check", f"{clean} of {len(PRINTS)} clean", "all", clean == len(PRINTS))


def _is_clean(data: bytes) -> bool:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    return done.returncode == 0 and "No syntax or stream encoding errors" in done.stdout


def alike(opened: Opened) -> Iterator[str]:
    """Each print's first page as other renderers show it, beside PDFium."""
    for renderer, paint in {"poppler": _poppler, "mupdf": _mupdf}.items():
        worst = 0.0
        for settings in PRINTS.values():
            data = _made(opened, settings)
            page = 1 if settings.tiling else 0
            other = paint(data, page)
            if other is None:
                yield _line(f"pdfium and {renderer}", "is not installed", "≤ 0.5 %", None)
                break
            worst = max(worst, _differing(_pdfium(data, page), other))
        else:
            yield _line(
                f"pdfium and {renderer}, {DPI} dpi", f"{100 * worst:.3f} % of pixels", "≤ 0.5 %", worst <= 0.005
            )


def _differing(one: Image.Image, other: Image.Image) -> float:
    width, height = min(one.width, other.width), min(one.height, other.height)
    cut = (each.crop((0, 0, width, height)).convert("RGB").reduce(FINER) for each in (one, other))
    pixels = [np.asarray(each, dtype=np.int16) for each in cut]
    return float((abs(pixels[0] - pixels[1]).max(axis=2) > FAR).mean())


def _pdfium(data: bytes, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        picture: Image.Image = document[page].render(scale=DPI * FINER / 72).to_pil()
        return picture
    finally:
        document.close()


def _poppler(data: bytes, page: int) -> Image.Image | None:
    if not shutil.which("pdftoppm"):
        return None
    width, height = _pdfium(data, page).size  # a sheet is no whole number of pixels; PDFium stretches it to the next
    size = ["-scale-to-x", str(width), "-scale-to-y", str(height)]
    pages = ["-f", str(page + 1), "-l", str(page + 1)]
    done = subprocess.run(["pdftoppm", "-png", *size, *pages, "-"], input=data, capture_output=True, check=True)
    return Image.open(BytesIO(done.stdout))


def _mupdf(data: bytes, page: int) -> Image.Image | None:
    if not shutil.which("mutool"):
        return None
    with TemporaryDirectory() as folder:
        path, out = Path(folder) / "a.pdf", Path(folder) / "a.png"
        path.write_bytes(data)
        subprocess.run(
            ["mutool", "draw", "-q", "-r", str(DPI * FINER), "-o", out, path, str(page + 1)],
            check=True,
            capture_output=True,
        )
        return Image.open(BytesIO(out.read_bytes()))


def previews(times: int = 9) -> Iterator[str]:
    """From a changed card to the picture, by what the dialog does, at 600 cards."""
    size = workloads.SIZES["M"]
    with TemporaryDirectory() as folder:
        workloads.write(size, Path(folder) / "m.journey")
        opened = read(Path(folder) / "m.journey")
    for name, settings in {"A0": Settings(), "A0 on A4": Settings(tiling=Tiling())}.items():
        seconds = []
        project: Any = opened.project
        workshop = Workshop()
        for number in range(times):
            card = project.maps[0].lanes[0].cards[number]
            project = edit_cards(project, project.maps[0].id, [card.id], text=f"{card.text} {number}")
            start = time.perf_counter()
            found = proof(Order(project, opened.assets, project.maps[0].id, settings), lambda *_: None, workshop)
            part_picture(found, 0, 1000 / found.panels[0].sheet[0] / MM, None)
            seconds.append(time.perf_counter() - start)
        yield _line(
            f"preview, {size.cards} cards, {name}", f"{median(seconds):.2f} s", "≤ 0.3 s", median(seconds) <= 0.3
        )


if __name__ == "__main__":
    main()

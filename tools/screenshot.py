"""Makes the pictures of README and docs anew: window, print dialog and poster of the restaurant sample, in docs/."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app import set_up, tear_down
from desktop.dialogs.poster.choices import PRESETS
from desktop.dialogs.poster.dialog import PosterDialog
from desktop.dialogs.poster.editionrow import PRESET
from desktop.plan.settings import tiled
from desktop.poster.export import export
from desktop.preferences import Folders
from desktop.program import Program
from desktop.storage.reader import read

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "resources" / "samples" / "restaurant.journey"
WIDTH, HEIGHT = 1600, 1000
POSTER_WIDTH = 1600
ROOM = (1920, 1080)
PATIENCE = 5_000
"""Ms in which a print is there and looked through."""


def window(out: Path, printing: Path) -> None:
    """The main window, WIDTH × HEIGHT px, as it opens; and its dialog for printing, on sheets that are glued."""
    with TemporaryDirectory() as folder:
        program = Program(Folders.below(Path(folder)))
        program.open_path(SAMPLE)
        shown = program.windows[0]
        shown.resize(WIDTH, HEIGHT)
        QTest.qWait(500)
        shown.grab().save(str(out))
        dialog = PosterDialog(shown.prints, shown)
        dialog.editions.resume(f"{PRESET}office")
        dialog.take(tiled(replace(PRESETS["office"], read_from=PRESETS["wall"].read_from), seams="reflow"))
        dialog.show()
        QTest.qWait(PATIENCE)
        dialog.grab().save(str(printing))
        dialog.close()
        shown.depart()


def room(out: Path) -> None:
    """The same window in room mode after a note was typed, while the first point of the agenda runs."""
    with TemporaryDirectory() as folder:
        program = Program(Folders.below(Path(folder)))
        program.open_path(SAMPLE)
        shown = program.windows[0]
        for name in ("show_toggle", "room_mode"):
            shown.acts[name].trigger()
        shown.setWindowState(Qt.WindowState.WindowNoState)  # whatever screen this machine has
        shown.resize(*ROOM)
        line = shown.workshop.scribe.field
        QTest.keyClicks(line, "p: nobody greets us at the door")
        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.qWait(PATIENCE)
        shown.grab().scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation).save(str(out))
        shown.depart()


def poster(out: Path) -> None:
    """The A0 poster, rasterised POSTER_WIDTH px wide."""
    opened = read(SAMPLE)
    data, _ = export(opened.project, opened.assets, opened.project.maps[0].id, "pdf")
    page = pypdfium2.PdfDocument(data)[0]
    picture = page.render(scale=POSTER_WIDTH / page.get_width()).to_pil()
    picture.quantize(256).save(out, optimize=True)


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    application = set_up()
    window(docs / "window.png", docs / "printing.png")
    room(docs / "room.png")
    tear_down()
    application.quit()
    poster(docs / "poster.png")


if __name__ == "__main__":
    main()

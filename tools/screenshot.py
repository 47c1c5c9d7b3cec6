"""Makes the pictures of README and docs anew: window, print dialog and poster of the restaurant sample, in docs/."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
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
PATIENCE = 5_000
"""Ms in which a print is there and looked through."""


def window(out: Path, printing: Path) -> None:
    """The main window, WIDTH × HEIGHT px, as it opens; and its dialog for printing, on sheets that are glued."""
    application = set_up()
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
        tear_down()
    application.quit()


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
    window(docs / "window.png", docs / "printing.png")
    poster(docs / "poster.png")


if __name__ == "__main__":
    main()

"""Seconds for a PDF from a project that has been read, with nothing typeset or cached yet, and its size in MB.

Seconds are the processor's: all is done by one thread in memory, so that on a quiet machine they are those of a clock.

Second argument: whole (one A0) or tiled (25 A4 sheets).
"""

import json
import sys
import time
from pathlib import Path

from desktop.document.base import in_order
from desktop.paint.pdf import document_bytes
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.storage.reader import read

TILED = Settings(sizing="sheets", across=5, down=5, tiling=Tiling(sheet="A4", orientation="landscape", assembly=False))


def no_picture(_asset: str) -> None:
    """The map has none."""


opened = read(Path(sys.argv[1]))
map_id = in_order(opened.project.maps)[0].id
before = time.process_time()
made = composed(opened.project, map_id, TILED if sys.argv[2] == "tiled" else Settings(paper="A0"))
laid_out = time.process_time()
fonts = made.press.typesetter.fonts
tagged = document_bytes(made.document, fonts, no_picture)
after = time.process_time()
plain = document_bytes(made.document, fonts, no_picture, tagged=False)
figures = {
    "seconds": after - before,
    "writing": after - laid_out,
    "tagged": len(tagged) / 1e6,
    "untagged": len(plain) / 1e6,
    "sheets": len(made.document.sheets),
}
sys.stdout.write(json.dumps(figures) + "\n")

"""Seconds for a PDF on A0 from a project that has been read, with nothing typeset or cached yet, and its size in MB."""

import json
import sys
import time
from pathlib import Path

from desktop.document.base import in_order
from desktop.poster.export import export
from desktop.storage.reader import read

opened = read(Path(sys.argv[1]))
map_id = in_order(opened.project.maps)[0].id
before = time.perf_counter()
data, _ = export(opened.project, opened.assets, map_id, "pdf")
print(json.dumps({"seconds": time.perf_counter() - before, "megabytes": len(data) / 1e6}))

"""How many MB the process has in memory (resident) once a map has been opened, shown and fitted. Linux only."""

import json
import os
import sys
from pathlib import Path

from benchmarks.stage import opened
from desktop.app import set_up

application = set_up()
with opened(Path(sys.argv[1])) as stage:
    stage.fit()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
print(json.dumps({"megabytes": pages * os.sysconf("SC_PAGE_SIZE") / 1024**2}))

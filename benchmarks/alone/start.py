"""When the program has painted the map of a file for the first time, in seconds of the machine's steady clock."""

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.__main__ import windows

app = windows()  # the modules in the order in which the program loads them
watch = import_module("benchmarks.alone.painted").Painted()
application = app.set_up()
application.installEventFilter(watch)
with TemporaryDirectory() as folder:
    program = app.Program(app.preferences.Folders.below(Path(folder)))
    program.open_path(Path(sys.argv[1]))
    while program.windows[0].canvas.viewport() not in watch.seen:
        application.processEvents()
    painted = time.monotonic()
    app.tear_down()
print(json.dumps({"painted": painted}))

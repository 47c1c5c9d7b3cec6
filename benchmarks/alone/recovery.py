"""When the program has painted the list of unsaved work after its start, in seconds of the machine's steady clock."""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from desktop.__main__ import windows

app = windows()  # the modules in the order in which the program loads them
watch = import_module("benchmarks.alone.painted").Painted()
application = app.set_up()
application.installEventFilter(watch)
program = app.Program(app.preferences.Folders.below(Path(sys.argv[1])))
program.open_start()
program.recovering.tidy()
if not program.recovering.found():
    raise SystemExit("there is no unsaved work")
program.recovering.offer()
while program.recovering.dialog not in watch.seen:
    application.processEvents()
painted = time.monotonic()
program.recovering.leave()
app.tear_down()
print(json.dumps({"painted": painted}))

"""Where the program starts."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

from desktop.collector import resting_collector

INTERRUPTED = 130


def main() -> int:
    """The command of the arguments, or windows on the files they name; returns the exit status."""
    with _interruptible():
        from desktop import cli  # noqa: PLC0415 - a quarter of a second in which an interruption would be a traceback
    return cli.main(sys.argv[1:], _open_windows)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends the process at once and silently: nothing is done yet. One that is ignored stays ignored."""
    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def windows() -> ModuleType:
    """`desktop.app`, loaded only when there are to be windows.

    PySide6 reads the source of every module that is imported after it, to see whether it asks for special features:
    rooms that do without Qt come first.
    """
    with resting_collector():
        for room in ("preferences", "session", "canvas.scene"):
            import_module(f"desktop.{room}")
        from desktop import app  # noqa: PLC0415 - widgets are only loaded for windows
    return app


def _open_windows(paths: list[Path]) -> int:
    with _interruptible():
        app = windows()
    status: int = app.run(paths)
    return status


if __name__ == "__main__":
    sys.exit(main())

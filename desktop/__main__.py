"""Where the program starts."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from desktop.cli import main as run_command
from desktop.collector import resting_collector


def main() -> int:
    """The command of the arguments, or windows on the files they name; returns the exit status."""
    return run_command(sys.argv[1:], _open_windows)


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
    status: int = windows().run(paths)
    return status


if __name__ == "__main__":
    sys.exit(main())

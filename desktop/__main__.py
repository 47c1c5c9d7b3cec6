"""Where the program starts."""

import sys
from pathlib import Path

from desktop.cli import main as run_command


def main() -> int:
    """The command of the arguments, or windows on the files they name; returns the exit status."""
    return run_command(sys.argv[1:], _open_windows)


def _open_windows(paths: list[Path]) -> int:
    from desktop.app import run  # noqa: PLC0415 - widgets are only loaded for windows

    return run(paths)


if __name__ == "__main__":
    sys.exit(main())

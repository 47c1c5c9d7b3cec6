"""The command line. Everything here works without a display: nothing imports a widget.

Exit status: 0 done or sound, 1 findings, 2 failed; 130 interrupted, 141 nobody reads the output any more.
"""

from desktop.cli.commands import COMMANDS, main

__all__ = ["COMMANDS", "main"]

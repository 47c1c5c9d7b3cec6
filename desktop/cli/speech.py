"""What commands say: lines on standard output, complaints on standard error, and nothing when nobody listens."""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress

from desktop.storage.files import reason


class CommandError(Exception):
    """What was asked for cannot be done; `str()` is one sentence."""


def say(lines: Iterable[str]) -> None:
    put("".join(one_line(line) + "\n" for line in lines))


def say_json(value: object, what: str = "The output") -> None:
    put(json.dumps(value, ensure_ascii=False, indent=1) + "\n", what)


def put(text: str, what: str = "The output") -> None:
    """Raises BrokenPipeError, or CommandError for `what` cannot be printed; silent when there is no output at all."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at exit
        if isinstance(error, BrokenPipeError):
            raise
        raise CommandError(f"{what} cannot be printed ({reason(error)}).") from error


def complain(sentence: str) -> None:
    """A line on standard error, if anybody listens."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"journeywall: {one_line(sentence)}\n")


def one_line(text: str) -> str:
    """Without line feeds and other control characters, which names and arguments may hold."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "�" for char in text)

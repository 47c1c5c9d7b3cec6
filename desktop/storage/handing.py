"""A project for other eyes as a file: nothing but what goes along, the pictures and fonts of that alone."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from desktop.document.clean import cleaned
from desktop.storage.keeping import Keeping
from desktop.storage.reader import Opened
from desktop.storage.responses import Beside, Tables
from desktop.storage.saving import Saving, Target
from desktop.storage.writer import dump

KEY = re.compile(rb"[0-9a-f]{64}")


def clean_bytes(opened: Opened, keep: Collection[str]) -> bytes:
    """The file. keep: those of `desktop.document.clean.PARTS` that go along. Raises UnwritableError."""
    project = cleaned(opened.project, keep)
    unknown: Mapping[str, Any] = opened.unknown if "unknown" in keep else {}
    named = set(KEY.findall(dump(project, {}, opened.minor, unknown)))
    shown = {key: asset for key, asset in opened.assets.items() if key.encode() in named}
    return dump(project, shown, opened.minor, unknown)


def clean_saving(opened: Opened, keep: Collection[str], path: Path, keeping: Keeping | None) -> Saving:
    """A save of the copy, which may `run` in another thread and leaves the project where it is."""
    tables = Tables((opened.path,), keeping.responses if keeping else None)
    beside = Beside(tables, lambda: cleaned(opened.project, keep))
    return Saving(opened.project, Target(path), keeping, lambda: clean_bytes(opened, keep), beside)

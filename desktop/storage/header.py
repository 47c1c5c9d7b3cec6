"""The first words of a file: is it ours, which version is it, and can this program read it?"""

import json
from typing import Any

from desktop.storage.encoding import CHOOSE, RESTORE
from desktop.storage.errors import InvalidError, NotAProjectError, Problem, TooNewError
from desktop.storage.migrations import CURRENT, STEPS, Steps, Version, migrate
from desktop.storage.versions import FORMAT, MAJOR, MINOR

_LARGEST = 1_000_000


def version(raw: dict[str, Any], current: Version = CURRENT) -> Version:
    """The version that the file says it has, at most that of a later minor. Raises StorageError."""
    if raw.get("format") != FORMAT:
        raise NotAProjectError("this is not a Journeywall project", place="format", remedy=CHOOSE)
    match raw.get("version"):
        case [int(major), int(minor)] if _sane(major) and _sane(minor):
            if major > current[0]:
                raise _too_new(major, minor, current)
            return major, minor
    raise InvalidError(
        (Problem("version", f"must be two whole numbers such as [{MAJOR}, {MINOR}]"),), 0, remedy=RESTORE
    )


def brought_up(
    text: bytes, version: Version, steps: Steps = STEPS, current: Version = CURRENT
) -> tuple[bytes, list[str]]:
    """An older file as a current one, and messages for people. Raises StorageError."""
    try:
        raw = json.loads(text)
        messages = migrate(raw, version, steps, current)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        problem = Problem("project", f"cannot be brought up from format {version[0]}.{version[1]}")
        raise InvalidError((problem,), 0, remedy=RESTORE) from error
    if messages is None:
        said = f"nothing is known of format {version[0]}.{version[1]}"
        raise NotAProjectError(said, place="version", remedy=RESTORE)
    return json.dumps(raw, ensure_ascii=False).encode(), messages


def _sane(number: int) -> bool:
    return not isinstance(number, bool) and 0 <= number <= _LARGEST


def _too_new(major: int, minor: int, current: Version) -> TooNewError:
    said = f"the file has format {major}.{minor}, and this program reads up to {current[0]}.x"
    return TooNewError(said, place="version", remedy="open it with a newer Journeywall")

"""The first words of a file: is it ours, which version is it, and can this program read it?"""

from typing import Any

from desktop.storage.errors import InvalidError, NotAProjectError, Problem, TooNewError
from desktop.storage.migrations import CURRENT, STEPS, Steps, Version, migrate
from desktop.storage.versions import FORMAT, MAJOR

_LARGEST = 1_000_000


def bring_up_to_date(
    raw: dict[str, Any], steps: Steps = STEPS, current: Version = CURRENT
) -> tuple[Version, list[str]]:
    """The version that the file had, after migrating `raw` in place, and messages for people. Raises StorageError."""
    version = _version(raw)
    if version[0] > current[0]:
        raise TooNewError(
            f"the file has format {version[0]}.{version[1]}, and this program reads up to {current[0]}.x",
            place="version",
            remedy="open it with a newer Journeywall",
        )
    return version, _migrated(raw, version, steps, current)


def _version(raw: dict[str, Any]) -> Version:
    if raw.get("format") != FORMAT:
        raise NotAProjectError(
            "this is not a Journeywall project", place="format", remedy="choose a file that ends in .journey"
        )
    match raw.get("version"):
        case [int(major), int(minor)] if _sane(major) and _sane(minor):
            return major, minor
    raise InvalidError(
        (Problem("version", f"must be two whole numbers such as [{MAJOR}, 0]"),), 0, remedy="restore an earlier copy"
    )


def _sane(number: int) -> bool:
    return not isinstance(number, bool) and 0 <= number <= _LARGEST


def _migrated(raw: dict[str, Any], version: Version, steps: Steps, current: Version) -> list[str]:
    try:
        messages = migrate(raw, version, steps, current)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        problem = Problem("project", f"cannot be brought up from format {version[0]}.{version[1]}")
        raise InvalidError((problem,), 0, remedy="restore an earlier copy") from error
    if messages is None:
        raise NotAProjectError(
            f"nothing is known of format {version[0]}.{version[1]}", place="version", remedy="restore an earlier copy"
        )
    return messages

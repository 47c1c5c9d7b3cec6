"""The command `check`: what is wrong with a project file."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop import resources
from desktop.cli.hinting import hint_lines, hints_of
from desktop.cli.speech import say, say_json
from desktop.document.checks import Finding, check, sound
from desktop.storage import encoding, scan
from desktop.storage.brandfonts import wardrobe
from desktop.storage.errors import InvalidError, StorageError
from desktop.storage.files import load
from desktop.storage.reader import Opened, parse
from desktop.storage.responses import Tables

FINDINGS = 1
"""The status of a file with findings."""

Arguments = argparse.Namespace
_KEY = 12
"""Letters by which a picture is told apart."""


def run_check(arguments: Arguments) -> int:
    try:
        data = load(arguments.file)
        opened = parse(data, arguments.file)
    except StorageError as error:
        _tell_unreadable(error, arguments)
        raise
    findings = (*findings_of(opened), *Tables((arguments.file,)).faults(opened.project))
    _tellfindings_of(opened, findings, _lines(opened, encoding.utf8(data)), arguments)
    return 0 if sound(findings) else FINDINGS


def findings_of(opened: Opened) -> tuple[Finding, ...]:
    """Everything that can be found out about a file, its fonts looked into."""
    found = (*opened.twins, *check(opened.project, opened.assets.keys(), opened.damaged))
    faults = wardrobe(opened.project.brand, opened.assets).faults
    fonts = (Finding(f"font.{fault.kind}", "warning", "", (), fault.family) for fault in faults)
    return (*found, *(finding for finding in dict.fromkeys(fonts) if finding not in found))


def _lines(opened: Opened, text: bytes) -> dict[str, int]:
    """Id → the line, from 1, on which the thing stands; one that was given twice is told by the id it has here."""
    there = scan.lines(text)
    first = {ident: numbers[0] for ident, numbers in there.items()}
    others = {ident: iter(numbers[1:]) for ident, numbers in there.items()}
    twins = ((twin.path.rpartition("/")[2], next(others.get(twin.detail, iter(())), 0)) for twin in opened.twins)
    return first | dict(twins)


def _tell_unreadable(error: StorageError, arguments: Arguments) -> None:
    problems = error.problems if isinstance(error, InvalidError) else ()
    if arguments.json:
        said = {"place": error.place, "reason": error.reason, "remedy": error.remedy}
        listed = [{"place": problem.place, "reason": problem.reason} for problem in problems]
        say_json({"file": str(arguments.file), "sound": False, "error": {**said, "problems": listed}})
    else:
        say(map(str, problems))


def _tellfindings_of(opened: Opened, findings: Sequence[Finding], lines: dict[str, int], arguments: Arguments) -> None:
    words = resources.words("en")
    told = [_told(finding, lines, words) for finding in findings]
    if arguments.json:
        about = {"file": str(arguments.file), "sound": sound(findings), "newer": opened.newer_minor}
        also = {"hints": hints_of(opened.project, lines, words)} if arguments.hints else {}
        say_json({**about, "messages": list(opened.messages), "findings": told, **also})
        return
    say(opened.messages)
    for one in told:
        one["at"] = f"line {one['line']}, {one['place']}" if one["line"] else one["place"]
    say(f"{words('finding.' + one['severity'])}: {one['at']}: {one['text']}" for one in told)
    if arguments.hints:
        say(hint_lines(hints_of(opened.project, lines, words)))


def _told(finding: Finding, lines: dict[str, int], words: Callable[[str], str]) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "line": lines.get(finding.path.rpartition("/")[2]),
        "place": _place(finding),
        "path": finding.path,
        "text": _text(finding, words) + _first(finding, lines),
    }


def _text(finding: Finding, words: Callable[[str], str]) -> str:
    """With the id or the key that is meant; of a key its first letters will do."""
    form = words(f"finding.{finding.code}")
    detail = finding.detail[:_KEY] if finding.code.startswith("picture.") else finding.detail
    return form.format(detail=detail) if "{detail}" in form or not detail else f"{form} ({detail})"


def _first(finding: Finding, lines: dict[str, int]) -> str:
    return f", first on line {lines[finding.detail]}" if finding.code == "id.twice" and finding.detail in lines else ""


def _place(finding: Finding) -> str:
    """Such as “map “A dinner out” › lane “Orders” › card “Waits” (id c9)”."""
    if not finding.path:
        return "project"
    parts = finding.path.split("/")
    if finding.code == "id.twice":
        parts[-1] = finding.detail  # as it stands in the file
    names = (*finding.names, *("" for _ in parts))
    things = zip(parts[::2], parts[1::2], names, strict=False)
    told = (
        f"{kind.removesuffix('s')} “{name}”" if name else f"{kind.removesuffix('s')} {ident}"
        for kind, ident, name in things
    )
    return " › ".join(told) + (f" (id {parts[-1]})" if any(finding.names[-1:]) else "")


def add_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("--json", action="store_true", help="print the findings for other programs")
    command.add_argument("--hints", action="store_true", help="also say what would make the maps better")

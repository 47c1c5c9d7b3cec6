"""Writes the locks anew: every package that the project file leads to, at the newest version it allows.

Only names and versions are written: which registry they come from is the business of the machine that installs them.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUN = "# What the program runs with, to the last package. Written by: python -m tools.lock\n"
DEVELOP = "# What the checks need besides. Written by: python -m tools.lock\n-r requirements.lock\n"


def requirements(project: Mapping[str, object]) -> tuple[list[str], list[str]]:
    """What a parsed pyproject.toml asks for: to build and run, and to develop."""
    match project:
        case {
            "build-system": {"requires": [*build]},
            "project": {"dependencies": [*run], "optional-dependencies": {"dev": [*develop]}},
        }:
            return [*map(str, build), *map(str, run)], [*map(str, develop)]
    raise ValueError("pyproject.toml names no dependencies")


def resolve(wanted: Iterable[str]) -> dict[str, str]:
    """The newest versions that satisfy all of `wanted`, by name. subprocess.CalledProcessError when pip finds none."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-"]
    report = subprocess.run([*command, *wanted], check=True, capture_output=True, text=True).stdout
    found = [entry["metadata"] for entry in json.loads(report)["install"]]
    return {package["name"]: package["version"] for package in found}


def render(head: str, versions: Mapping[str, str]) -> str:
    """A lock: a line per package, sorted regardless of capitals."""
    return head + "".join(f"{name}=={versions[name]}\n" for name in sorted(versions, key=str.lower))


def main() -> None:
    run, develop = requirements(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8")))
    everything = resolve([*run, *develop])
    to_run = resolve(run)
    needed = {name: version for name, version in everything.items() if name in to_run}
    rest = {name: version for name, version in everything.items() if name not in to_run}
    (ROOT / "requirements.lock").write_text(render(RUN, needed), "utf-8")
    (ROOT / "requirements-dev.lock").write_text(render(DEVELOP, rest), "utf-8")


if __name__ == "__main__":
    main()

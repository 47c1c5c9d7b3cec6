"""What is wrong with the catalogues of words: `python -m tools.translations` lists it, one line each.

A code is used where it stands in the program as it is, where an f-string gives it (f"start.{name}"), or where its group
is named by itself (name_of("lane", …)). That is more than is really used, and never less.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parent.parent
ENGLISH = "en"
CALLED = ("words", "_words")
"""What asks for a word: words("menu.file"), self._words("menu.file"), desk.words(…)."""

Catalogue = dict[str, str]


@dataclass
class Codes:
    """What the program names: codes that it asks for, all its strings, and the patterns of its f-strings."""

    asked: dict[str, str] = field(default_factory=dict)
    strings: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)

    def use(self, code: str) -> bool:
        """Whether a code of a catalogue is one that the program may ask for."""
        if code in self.strings or code.partition(".")[0] in self.strings:
            return True
        return any(re.fullmatch(pattern, code) for pattern in self.patterns)


def catalogues(folder: Path) -> dict[str, Catalogue]:
    """Every catalogue by its language."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}


def problems(package: Path, folder: Path) -> list[str]:
    """Everything that is wrong, one sentence each; none when all is well."""
    known, codes = catalogues(folder), codes_of(package)
    english = known[ENGLISH]
    found = [f"{place}: asks for “{code}”, which English does not have" for code, place in _unknown(codes, english)]
    found += [f"en: nobody asks for “{code}”" for code in english if not codes.use(code)]
    for language, catalogue in known.items():
        found += differences(language, english, catalogue)
    return found


def differences(language: str, english: Catalogue, other: Catalogue) -> list[str]:
    """Where a catalogue is not like the English one: codes, and the fields in their words."""
    missing = [f"{language}: “{code}” is missing" for code in english if code not in other]
    extra = [f"{language}: “{code}” is not in English" for code in other if code not in english]
    empty = [f"{language}: “{code}” is empty" for code, words in other.items() if not words.strip()]
    return [*missing, *extra, *empty, *_unlike_fields(language, english, other)]


def fields(words: str) -> set[str]:
    """The names in braces. ValueError for a brace without its fellow."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def codes_of(package: Path) -> Codes:
    """What the modules of the package name."""
    codes = Codes()
    for path in sorted(package.rglob("*.py")):
        module = str(path.relative_to(package.parent))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            _note(node, f"{module}:{getattr(node, 'lineno', 0)}", codes)
    return codes


def _note(node: ast.AST, place: str, codes: Codes) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        codes.strings.add(node.value)
    elif isinstance(node, ast.JoinedStr):
        codes.patterns.update(_pattern(node))
    elif isinstance(node, ast.Call) and _name(node.func) in CALLED and node.args:
        codes.asked.update((code, place) for code in _literals(node.args[0]) if "." in code)


def _pattern(node: ast.JoinedStr) -> Iterator[str]:
    """A regular expression for the codes that an f-string gives, if it says at least which group they are of."""
    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    if isinstance(parts[0], str) and re.fullmatch(r"[a-z]{3,}(\.[\w.]*)?", parts[0]):
        yield "".join(".*" if part is None else re.escape(str(part)) for part in parts)


def _literals(node: ast.expr) -> Iterator[str]:
    """The codes that are written out in an argument, on both sides of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _unknown(codes: Codes, english: Catalogue) -> list[tuple[str, str]]:
    return sorted((code, place) for code, place in codes.asked.items() if code not in english)


def _unlike_fields(language: str, english: Catalogue, other: Catalogue) -> Iterator[str]:
    for code in english.keys() & other.keys():
        wanted, found = fields(english[code]), fields(other[code])
        if wanted != found:
            yield f"{language}: “{code}” has the fields {sorted(found)}, not {sorted(wanted)}"


def main() -> int:
    found = problems(ROOT / "desktop", ROOT / "resources" / "translations")
    print("\n".join(found) or "The catalogues are sound.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""The imports of a package, read from its source without running it."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Import:
    """`importer` names `imported`, both as dotted modules; `eager` when that happens while the importer is loaded."""

    importer: str
    imported: str
    line: int
    eager: bool


def modules(package: Path) -> dict[str, Path]:
    """Every module of the package by its dotted name; the package itself and its rooms stand for their `__init__`."""
    return {_dotted(path, package): path for path in sorted(package.rglob("*.py"))}


def read(package: Path) -> list[Import]:
    """Every import statement, those inside functions and under TYPE_CHECKING included."""
    known = modules(package)
    return [found for name, path in known.items() for found in _of_module(name, path, known)]


def reachable(start: str, imports: Iterable[Import]) -> set[str]:
    """What loading `start` may load sooner or later: all imports followed, lazy ones too, `start` itself included."""
    return _closure(start, graph(imports))


def graph(imports: Iterable[Import]) -> dict[str, set[str]]:
    """Who loads whom: importing a module loads the packages around it first."""
    found: dict[str, set[str]] = {}
    for one in imports:
        around = set(_around(one.imported)) - set(_around(one.importer))
        found.setdefault(one.importer, set()).update(around | {one.imported})
    return found


def cycles(imports: Iterable[Import]) -> list[list[str]]:
    """Groups of modules that need each other while they are loaded, each sorted."""
    links = graph(one for one in imports if one.eager)
    reach = {name: _closure(name, links) for name in links}
    groups = {tuple(sorted(other for other in reach[name] if name in reach.get(other, ()))) for name in links}
    return [list(group) for group in sorted(groups) if len(group) > 1]


def _closure(start: str, links: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(links.get(name, ()))
    return seen


def _dotted(path: Path, package: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _around(module: str) -> Iterator[str]:
    parts = module.split(".")
    return (".".join(parts[:count]) for count in range(1, len(parts)))


def _of_module(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[Import]:
    is_package = path.name == "__init__.py"
    for node, eager in _statements(ast.parse(path.read_text("utf-8"))):
        for imported in sorted(set(_targets(node, name, is_package, known))):
            yield Import(name, imported, node.lineno, eager)


def _statements(node: ast.AST, eager: bool = True) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, eager
        elif not isinstance(child, ast.expr):  # nothing is imported inside one
            lazy = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) or _for_types_only(child)
            yield from _statements(child, eager and not lazy)


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _targets(
    node: ast.Import | ast.ImportFrom, importer: str, is_package: bool, known: Mapping[str, Path]
) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    base = _base(node, importer, is_package)
    ours = base.split(".")[0] == importer.split(".", maxsplit=1)[0]
    for alias in node.names:
        inner = f"{base}.{alias.name}"
        yield base if ours and inner not in known else inner


def _base(node: ast.ImportFrom, importer: str, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = importer.split(".")
    parts = parts[: len(parts) - node.level + is_package]
    return ".".join([*parts, node.module] if node.module else parts)

"""What the tree is like: sizes, annotations, suppressions, cycles, each beside what it should be."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.imports import cycles, read

ROOT = Path(__file__).parent.parent
SUPPRESSION = re.compile(
    r"#\s*(?:noqa(?::\s*[\w, ]+?)?|type:\s*ignore(?:\[[\w, -]+\])?)(?=$|\s*#|\s+[-–—:])(?P<why>.*)"
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Measured:
    """A function and how many lines it has, from its `def` to its end."""

    place: str
    node: Function

    @property
    def lines(self) -> int:
        return (self.node.end_lineno or self.node.lineno) - self.node.lineno + 1

    @property
    def annotated(self) -> bool:
        """Whether the result and every parameter but self and cls have a type."""
        arguments = self.node.args
        named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        return self.node.returns is not None and all(
            one.annotation for one in named if one and one.arg not in {"self", "cls"}
        )


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that silences the linter or the type checker, with what it says about why."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the printed table."""

    name: str
    value: str
    target: str
    met: bool


def sources(folder: Path) -> list[Path]:
    """The Python files that have anything in them."""
    return [path for path in sorted(folder.rglob("*.py")) if path.stat().st_size]


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions(folder: Path) -> list[Measured]:
    """Every function and method under the folder, nested ones too."""
    return [
        Measured(f"{path.relative_to(folder.parent)}:{node.lineno} {node.name}", node)
        for path in sources(folder)
        for node in _functions(ast.parse(path.read_text("utf-8")))
    ]


def _functions(within: ast.AST) -> Iterator[Function]:
    for node in ast.iter_child_nodes(within):
        if isinstance(node, Function):
            yield node
        if not isinstance(node, ast.expr):  # nothing is defined inside one
            yield from _functions(node)


def suppressions(folder: Path) -> list[Suppression]:
    """Every `noqa` and `type: ignore` in a comment; those quoted in strings do not count."""
    return [found for path in sources(folder) for found in _suppressions(path, folder)]


def _suppressions(path: Path, folder: Path) -> Iterator[Suppression]:
    text = path.read_text("utf-8")
    if not any(map(SUPPRESSION.search, text.splitlines())):
        return  # few files have any, and to take a file apart is dear
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and (found := SUPPRESSION.search(token.string)):
            yield Suppression(f"{path.relative_to(folder.parent)}:{token.start[0]}", found["why"].strip(" #-–—:"))


def figures(root: Path) -> list[Figure]:
    """The figures of the checkout at `root`, program against tests."""
    measured = functions(root / "desktop")
    return [*_sizes(root / "desktop", measured), *_habits(root, measured)]


def _sizes(code: Path, measured: list[Measured]) -> list[Figure]:
    files = [lines(path) for path in sources(code)]
    lengths = [function.lines for function in measured]
    long = sum(length > 50 for length in lengths)
    return [
        Figure("files", f"{len(files)}, {sum(files)} lines", "", True),
        Figure("file, median", f"{median(files):.0f} lines", "≤ 120", median(files) <= 120),
        Figure("file, longest", f"{max(files)} lines", "≤ 400", max(files) <= 400),
        Figure("function, median", f"{median(lengths):.0f} lines", "≤ 8", median(lengths) <= 8),
        Figure("functions over 50 lines", f"{long} of {len(lengths)}", "none", not long),
    ]


def _habits(root: Path, measured: list[Measured]) -> list[Figure]:
    code, tests = root / "desktop", root / "tests"
    marked = [function.annotated for function in measured]
    ratio = sum(map(lines, sources(tests))) / sum(map(lines, sources(code)))
    silenced = [one for name in ("desktop", "tests", "benchmarks", "tools") for one in suppressions(root / name)]
    bare = sum(not one.why for one in silenced)
    knots = len(cycles(read(code)))
    return [
        Figure("annotated functions", f"{sum(marked) / len(marked):.1%}", "100 %", all(marked)),
        Figure("test : code", f"{ratio:.2f}", "≥ 1.2", ratio >= 1.2),
        Figure("suppressions", f"{len(silenced)}, {bare} without reason", "≤ 10, 0", len(silenced) <= 10 and not bare),
        Figure("import cycles", str(knots), "0", not knots),
    ]


def main() -> None:
    for figure in figures(ROOT):
        mark = "ok" if figure.met else "falls short"
        print(f"{figure.name:26}{figure.value:28}{figure.target:12}{mark if figure.target else ''}".rstrip())


if __name__ == "__main__":
    main()

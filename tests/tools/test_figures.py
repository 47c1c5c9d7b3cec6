"""The figures of a small tree are what one counts by hand."""

import pytest

from tools.figures import figures, functions, suppressions

CODE = """
def plain(one: int, *rest: str, two: int = 2, **more: int) -> int:
    return one


class Thing:
    def method(self, one) -> None:
        def inner() -> None: ...
"""


@pytest.fixture
def tree(tmp_path):
    for name, text in {"desktop/a.py": CODE, "desktop/__init__.py": "", "tests/test_a.py": "x = 1\n" * 12}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def value(tree, name):
    return next(figure for figure in figures(tree) if figure.name == name)


def test_functions_are_found_at_every_depth(tree):
    assert [(one.node.name, one.lines, one.annotated) for one in functions(tree / "desktop")] == [
        ("plain", 2, True),
        ("method", 2, False),
        ("inner", 1, True),
    ]


@pytest.mark.parametrize(
    ("name", "said", "met"),
    [
        ("files", "1, 8 lines", True),
        ("file, longest", "8 lines", True),
        ("function, median", "2 lines", True),
        ("functions over 50 lines", "0 of 3", True),
        ("annotated functions", "66.7%", False),
        ("test : code", "1.50", True),
        ("suppressions", "0, 0 without reason", True),
        ("import cycles", "0", True),
    ],
)
def test_figures(tree, name, said, met):
    figure = value(tree, name)
    assert (figure.value, figure.met) == (said, met)


def test_a_long_function_falls_short(tree):
    (tree / "desktop/b.py").write_text("def long() -> None:\n" + "    pass\n" * 50, "utf-8")
    assert not value(tree, "functions over 50 lines").met


def test_a_long_file_falls_short(tree):
    (tree / "desktop/b.py").write_text("x = 1\n" * 401, "utf-8")
    assert not value(tree, "file, longest").met


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("# noqa: E501", ""),
        ("# noqa", ""),
        ("# noqa: E501, B008  # the table reads better", "the table reads better"),
        ("# type: ignore[arg-type]", ""),
        ("# type: ignore[arg-type]  # stubs of 5.0 lack it", "stubs of 5.0 lack it"),
        ("# type: ignore – untyped", "untyped"),
    ],
)
def test_suppressions(tree, comment, why):
    (tree / "desktop/b.py").write_text(f"x = 1  {comment}\n", "utf-8")
    assert [(one.place, one.why) for one in suppressions(tree / "desktop")] == [("desktop/b.py:1", why)]


def test_a_suppression_in_a_string_is_none(tree):
    (tree / "desktop/b.py").write_text('x = "# noqa"  # noqa is not meant here\n', "utf-8")
    assert suppressions(tree / "desktop") == []


def test_a_suppression_without_reason_falls_short(tree):
    (tree / "desktop/b.py").write_text("x = 1  # noqa: E501\n", "utf-8")
    assert not value(tree, "suppressions").met

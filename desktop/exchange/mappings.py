"""How a table was read, kept with its survey by the heads of the columns, so that the next one is read alike."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import JsonValue

from desktop.document.base import in_order
from desktop.document.edits.series import is_branch
from desktop.document.project import Project, Survey
from desktop.exchange.columns import ROLES, Shape, heads_of, questions_of
from desktop.exchange.grids import Grid
from desktop.exchange.guessing import scaled
from desktop.exchange.headwords import plain


def recorded(shape: Shape, grid: Grid) -> JsonValue:
    """The shape as it stands in a survey's `mapping`."""
    heads = heads_of(grid, shape)
    told: dict[str, Any] = {"columns": {role: _name(heads, at) for role, at in shape.columns.items()}}
    if shape.wide:
        told["wide"] = [_name(heads, at) for at in shape.wide]
    if shape.scales:
        told["scales"] = {_name(heads, at): scale for at, scale in shape.scales.items()}
    if shape.asked:
        told["asked"] = dict(shape.asked)
    if shape.spoken:
        told["spoken"] = {asked: dict(words) for asked, words in shape.spoken.items()}
    rest = {"scale": shape.scale, "question": shape.question, "words": dict(shape.words), "order": shape.order}
    return told | {name: value for name, value in rest.items() if value}


def recalled(mapping: JsonValue, grid: Grid, guessed: Shape) -> Shape | None:
    """How a table is read that has all columns of the one before; None for another table, and for what is no mapping.

    guessed: what `guessing.shape_of` makes of the table, of which the row of the heads is taken.
    """
    told = mapping if isinstance(mapping, dict) else {}
    heads = heads_of(grid, guessed)
    at = {_plain(head or _number(number)): number for number, head in reversed(list(enumerate(heads)))}
    columns, wide, scales = _named(told.get("columns")), _texts(told.get("wide")), _named(told.get("scales"))
    wanted = {*map(_plain, columns.values()), *map(_plain, wide), *map(_plain, scales)}
    if not wanted or not wanted <= at.keys():
        return None
    shape = Shape(
        columns={role: at[_plain(head)] for role, head in columns.items() if role in ROLES},
        header=guessed.header,
        wide=tuple(at[_plain(head)] for head in wide),
        scale=_text(told.get("scale")),
        scales={at[_plain(head)]: scale for head, scale in scales.items()},
        question=_text(told.get("question")),
        words=_numbers(told.get("words")),
        order=_text(told.get("order")) or guessed.order,
    )
    return _asked(shape, told, grid)


def _asked(shape: Shape, told: Mapping[str, JsonValue], grid: Grid) -> Shape:
    """With the scales of questions, and what words mean in their answers, as they were; of one that is asked for the
    first time as it is guessed, but where all had one scale before."""
    before, questions = _named(told.get("asked")), questions_of(grid, shape)
    spoken = _spoken(told.get("spoken"))
    likely = scaled(grid, shape) if before and questions.keys() - before.keys() else shape
    asked = {one: before.get(one, likely.asked.get(one, shape.scale)) for one in questions}
    return replace(shape, asked=asked, words={**likely.words, **shape.words}, spoken={**likely.spoken, **spoken})


def known_from(project: Project, grid: Grid, guessed: Shape) -> tuple[Survey, Shape] | None:
    """The survey whose title tables with the same columns came in by, and how the latest was read; None for none."""
    pairs = ((survey, recalled(survey.mapping, grid, guessed)) for survey in in_order(project.surveys))
    known = [(survey, shape) for survey, shape in pairs if shape is not None]
    if not known:
        return None
    latest, shape = known[-1]
    return next(survey for survey, _ in known if is_branch(latest.title, survey.title)), shape


def _name(heads: list[str], at: int) -> str:
    """A column by its head, one without by its number from 1."""
    return heads[at] or _number(at)


def _number(at: int) -> str:
    return f"#{at + 1}"


def _plain(head: str) -> str:
    return head if head.startswith("#") else plain(head) or head


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _named(value: Any) -> dict[str, str]:
    return {key: one for key, one in value.items() if isinstance(one, str)} if isinstance(value, dict) else {}


def _spoken(value: Any) -> dict[str, dict[str, float]]:
    return {key: _numbers(one) for key, one in value.items()} if isinstance(value, Mapping) else {}


def _numbers(value: Any) -> dict[str, float]:
    pairs: Iterable[tuple[str, Any]] = value.items() if isinstance(value, Mapping) else ()
    return {key: float(one) for key, one in pairs if isinstance(one, int | float)}

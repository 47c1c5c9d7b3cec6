"""What every part of a project has in common: frozen, bounded, open to fields that a newer version may add."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Annotated, Any, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
"""Short, random, unique in the project, never reused."""

Rank = Annotated[str, Field(pattern=r"^[0-9A-Za-z]{1,200}$")]
"""A fraction between 0 and 1 in base 62; things are ordered by (rank, id)."""

Word = Annotated[str, Field(max_length=80)]
"""A kind, a status, a unit: an open vocabulary, never shown as running text."""

Line = Annotated[str, Field(max_length=500)]
"""A title, a name, a label: one line on the map."""

Text = Annotated[str, Field(max_length=20_000)]
"""Running text; line feeds make paragraphs."""

Date = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
"""ISO 8601 year, month or day; empty when unknown."""

Share = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]
"""A width or height relative to 1, the usual one."""

Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Grade = Annotated[int, Field(ge=0, le=5)]
"""1 (least) to 5 (most); 0 when nobody has judged."""

IdSource = Callable[[], str]
"""Gives an id that the project does not hold yet; handed in, so that tests are deterministic."""


class Part(BaseModel):
    """A frozen value. Fields that this version does not know are kept and written back as they came."""

    # "constants" keeps a stray NaN visible in what is written, where pydantic would quietly put null for it
    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        strict=True,
        allow_inf_nan=False,
        validate_default=False,
        ser_json_inf_nan="constants",
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Every list stops at its first wrong entry: a million wrong ones would be a million errors in memory."""
        schema = handler(source)
        fields: Any = handler.resolve_ref_schema(schema)
        for field in fields["schema"].get("fields", {}).values():
            inner = field["schema"].get("schema", field["schema"])
            if inner["type"] == "tuple":
                inner["fail_fast"] = True
        return schema


@runtime_checkable
class Identified(Protocol):
    """Anything that has an id."""

    @property
    def id(self) -> str: ...


class Ranked(Identified, Protocol):
    """Anything that has a place in an order."""

    @property
    def rank(self) -> str: ...


P = TypeVar("P", bound=Part)
I = TypeVar("I", bound=Identified)
R = TypeVar("R", bound=Ranked)


@cache
def _field(model: type[Part], name: str) -> TypeAdapter[Any]:
    info = model.model_fields[name]
    annotation: Any = info.annotation
    return TypeAdapter(Annotated[annotation, info] if info.metadata else annotation)


def changed(part: P, **fields: Any) -> P:
    """The same part with these fields, each validated; the very same object when nothing differs.

    pydantic's `model_copy(update=…)` validates nothing, so every edit goes through here.
    Raises pydantic.ValidationError, or ValueError for text that cannot be written as UTF-8.
    """
    updates = {}
    for name, value in fields.items():
        if value is getattr(part, name):
            continue
        if isinstance(value, str):
            value.encode()  # a lone surrogate would only fail at the next save
        valid = _field(type(part), name).validate_python(value, strict=True)
        old = getattr(part, name)
        if valid is not old and valid != old:
            updates[name] = valid
    return _copied(part, updates) if updates else part


@cache
def _shared(names: frozenset[str]) -> set[str]:
    return set(names)


def _copied(part: P, updates: dict[str, Any]) -> P:
    """`model_copy`, sharing with the original what no frozen part ever changes: an undo step is a third smaller."""
    copy = type(part).__new__(type(part))
    names = part.__pydantic_fields_set__
    object.__setattr__(copy, "__dict__", {**part.__dict__, **updates})
    object.__setattr__(copy, "__pydantic_fields_set__", _shared(frozenset(names | updates.keys())))
    object.__setattr__(copy, "__pydantic_extra__", part.__pydantic_extra__)
    object.__setattr__(copy, "__pydantic_private__", None)
    return copy


def by_id(things: Iterable[I]) -> tuple[I, ...]:
    """Sorted as they stand in the file."""
    return tuple(sorted(things, key=lambda thing: thing.id))


def in_order(things: Iterable[R]) -> list[R]:
    """Sorted as people see them."""
    return sorted(things, key=lambda thing: (thing.rank, thing.id))


def following(row: Sequence[Identified], one: str) -> str:
    """The id of what stands behind a thing in a row; "" behind the last and for one that does not stand there."""
    ids = [thing.id for thing in row]
    return next(iter(ids[ids.index(one) + 1 :]), "") if one in ids else ""

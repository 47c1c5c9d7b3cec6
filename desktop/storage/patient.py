"""What is wrong with a file, of which the validator has only told the first wrong entry of each list."""

from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, SchemaValidator

from desktop.storage.content import Content

FEW = 50_000
SMALL = 8 * 1024 * 1024
"""Values and bytes up to which every problem is told; a million wrong values would be a million errors in memory."""


def problems(text: bytes, error: ValidationError) -> list[ErrorDetails]:
    """All that is wrong with a small file, the first wrong entries of a large one; never empty."""
    if len(text) <= SMALL and text.count(b",") <= FEW:
        try:
            _patient().validate_json(text)
        except ValidationError as complete:
            error = complete
    return error.errors(include_url=False, include_input=False)


@cache
def _patient() -> SchemaValidator:
    return SchemaValidator(_going_on(Content.__pydantic_core_schema__))


class _Nothing:
    """Stands in for every model, whose own validators would be taken up again otherwise."""


def _going_on(schema: Any) -> Any:
    """The same schema with no list told to stop at its first wrong entry."""
    if isinstance(schema, list):
        return [_going_on(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    fresh = {"fail_fast": False, "cls": _Nothing}
    return {key: fresh.get(key, value if key == "default" else _going_on(value)) for key, value in schema.items()}

"""Validation that stays cheap when everything is wrong: a large file stops at its first wrong entries."""

from functools import lru_cache
from typing import Any

from pydantic_core import SchemaValidator

from desktop.storage.content import Content

MANY = 50_000
"""Values from which on each list is only followed to its first wrong entry; below, every problem is told."""


def validate(text: bytes) -> Content:
    """The content of a file. Raises pydantic.ValidationError, with a bounded number of errors."""
    validator = _hasty() if text.count(b",") > MANY else Content.__pydantic_validator__
    content: Content = validator.validate_json(text)
    return content


@lru_cache(maxsize=1)
def _hasty() -> SchemaValidator:
    return SchemaValidator(_failing_fast(Content.__pydantic_core_schema__))


def _failing_fast(schema: Any) -> Any:
    """The same schema with every list told to stop at its first wrong entry."""
    if isinstance(schema, list):
        return [_failing_fast(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {key: value if key == "default" else _failing_fast(value) for key, value in schema.items()}
    return copy | {"fail_fast": True} if schema.get("type") in ("tuple", "list") else copy

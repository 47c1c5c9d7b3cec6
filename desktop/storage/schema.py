"""The JSON Schema of a project file, made from the models, so that other programs can read and write files."""

import json
from typing import Any

from desktop.storage.content import Content
from desktop.storage.versions import MAJOR, MINOR

NAME = f"journeywall-{MAJOR}.{MINOR}.schema.json"
"""Of the copy among the resources; it is made again whenever the version changes, and never otherwise."""


def schema() -> dict[str, Any]:
    """As JSON Schema 2020-12. Unknown fields are allowed everywhere; ids that point nowhere it cannot tell."""
    made = Content.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{NAME}"} | made


def schema_text() -> str:
    """Indented, with a line feed at the end."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"

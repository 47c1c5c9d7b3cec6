"""The schema that comes with the program is the one of the models, and no other for the same version."""

import json

import pytest
from projects import ASSETS, rich

from desktop import resources
from desktop.storage.schema import NAME, schema, schema_text
from desktop.storage.versions import MAJOR, MINOR
from desktop.storage.writer import dump

KEPT = resources.root() / "schema" / NAME


def wordless(value: object) -> object:
    """Without the descriptions, which may be improved at any time."""
    if isinstance(value, dict):
        return {key: wordless(inner) for key, inner in value.items() if key != "description" or isinstance(inner, dict)}
    return [wordless(inner) for inner in value] if isinstance(value, list) else value


def test_the_schema_only_changes_with_the_version():
    kept = json.loads(KEPT.read_text("utf-8"))
    assert wordless(kept) == wordless(schema()), f"the models have changed, but the format is still {MAJOR}.{MINOR}"


def test_the_schema_that_is_kept_has_the_words_of_the_models():
    assert KEPT.read_text("utf-8") == schema_text(), f"write `journeywall schema` to {KEPT.name} again"


def test_the_name_tells_the_version():
    assert f"journeywall-{MAJOR}.{MINOR}.schema.json" == NAME


def test_it_describes_the_whole_file():
    assert list(schema()["properties"]) == ["format", "version", "project", "assets", "fonts"]
    assert schema()["required"] == ["format", "version", "project"]
    assert schema()["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize(
    "thing", ["Project", "JourneyMap", "Stage", "Step", "Lane", "Card", "Marker", "Asset", "FontAsset"]
)
def test_it_knows_every_thing_and_allows_unknown_fields(thing):
    assert schema()["$defs"][thing]["additionalProperties"] is True


def test_every_field_of_a_full_file_is_described():
    known = {name for thing in schema()["$defs"].values() for name in thing.get("properties", {})}
    raw = json.loads(dump(rich(), ASSETS))
    for card in raw["project"]["maps"][0]["lanes"][0]["cards"]:
        assert set(card) <= known


def test_it_is_text_with_a_line_feed_at_the_end():
    assert schema_text().endswith("}\n")
    assert json.loads(schema_text()) == schema()

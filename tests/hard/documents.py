"""Random files of a later version, made from the schema of this one.

Whatever the schema allows may be there, at every level there are fields that nobody knows yet, and words that are open
(kinds, states, fits …) are often new ones.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from desktop import resources
from desktop.storage.versions import MAJOR, MINOR

Json = Any
Schema = dict[str, Any]

PATTERNED = {
    "^[0-9A-Za-z]{1,200}$": ("1", "V", "Vk", "zz", "k" * 30),
    "^(#[0-9A-Fa-f]{6})?$": ("", "#26356A"),
    "^(\\d{4}(-\\d{2}(-\\d{2})?)?)?$": ("", "2031", "2031-04", "2031-04-30"),
    "^image/(png|jpeg|webp|gif)$": ("image/png", "image/webp"),
    "^font/(ttf|otf)$": ("font/ttf", "font/otf"),
    "^[0-9a-f]{64}$": ("ab" * 32, "0" * 64),
    "^([0-9a-f]{64})?$": ("", "ab" * 32),
}
WORDS = ("", "Wait", "Ünïcode – “q”", "日本", "עברית", "👩‍🍳", "4.1 %", "a\tb\nc", "</script>", "=1+1", "x" * 200)
NEW_KINDS = ("hologram", "smell", "Ünïcode", "a b", "kind-2031")
NEW_NAMES = ("later", "x", "model_config", "__dict__", "class", "größe", "日", "a b", "", "Id", "cards2", "$ref")
OPEN_LENGTH = 80
"""Texts of at most this length are words out of an open list."""


@dataclass
class Document:
    """A file as JSON. planted: what a program of this version does not know, by the place where it stands."""

    content: Json
    planted: dict[tuple[str, ...], Json] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        """The bytes as another program may have laid them out."""
        return json.dumps(self.content, ensure_ascii=False).encode()

    @property
    def minor(self) -> int:
        return int(self.content["version"][1])


@cache
def schema() -> Schema:
    """That of the files which this version writes."""
    path = resources.root() / "schema" / f"journeywall-{MAJOR}.{MINOR}.schema.json"
    read: Schema = json.loads(path.read_bytes())
    return read


class Author:
    """Writes one document; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.names = 0
        self.depth = 0

    def document(self) -> Document:
        content = {
            "format": "journeywall",
            "version": [MAJOR, MINOR + self.random.randint(1, 9)],
            "project": self.value({"$ref": "#/$defs/Project"}),
            "assets": {
                key: self.thing(definition("Asset")) for key in ("ab" * 32, "cd" * 32)[: self.random.randint(0, 2)]
            },
        }
        if self.random.random() < 0.3:
            content["fonts"] = {"ef" * 32: self.thing(definition("FontAsset"))}
        self.plant(content)
        return Document(content, dict(planted(content)))

    def value(self, node: Schema) -> Json:
        """Something that this part of the schema allows."""
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            return self.free() if name == "JsonValue" else self.thing(definition(name))
        if "anyOf" in node:
            return self.value(self.random.choice(node["anyOf"]))
        if node.get("type") == "array" and "prefixItems" in node:
            return [0.0, 0.25, 0.5, 1.0][: node["minItems"]]
        return getattr(self, f"a_{node.get('type', 'free')}")(node)

    def thing(self, node: Schema) -> Json:
        """An object: what it needs, some of the rest, and what nobody knows."""
        self.depth += 1
        needed = node.get("required", ())
        fields = {
            name: self.value(part)
            for name, part in node["properties"].items()
            if name in needed or self.random.random() < (0.7 if self.depth < 4 else 0.3)
        }
        self.depth -= 1
        self.plant(fields)
        return fields

    def plant(self, fields: dict[str, Json]) -> None:
        for name in self.random.sample(NEW_NAMES, self.random.choice((0, 1, 1, 2))):
            fields[f"later {name}" if name in fields else name] = self.free()

    def free(self) -> Json:
        """Any JSON."""
        simple = (None, True, False, 0, -7, 10**22, 0.1, 1e300, -2.5, *WORDS)
        return self.random.choice((*simple, [], {}, [1, [None, "a"], {}], {"a": {"b": [0.5]}, "": None, "id": "c1"}))

    def a_object(self, node: Schema) -> Json:
        """A dictionary whose names are free."""
        return {f"name {number}": self.value(node.get("additionalProperties") or {}) for number in range(2)}

    def a_array(self, node: Schema) -> Json:
        most = 3 if self.depth < 4 else 1
        row = [self.value(node["items"]) for _ in range(self.random.randint(0, min(most, node["maxItems"])))]
        ids = [thing.get("id") for thing in row if isinstance(thing, dict)]
        return sorted(row, key=lambda thing: thing["id"]) if ids and all(ids) else row

    def a_string(self, node: Schema) -> str:
        if node.get("pattern", "").startswith("^[A-Za-z0-9_-]"):
            self.names += 1
            return f"n{self.names}"
        if "pattern" in node:
            return self.random.choice(PATTERNED[node["pattern"]])
        if node["maxLength"] == OPEN_LENGTH:
            return self.random.choice(NEW_KINDS)
        return self.random.choice(WORDS)[: node["maxLength"]]

    def a_number(self, node: Schema) -> float:
        lowest, highest = node.get("minimum", node.get("exclusiveMinimum", -9)), node["maximum"]
        return self.random.choice((highest, (lowest + highest) / 2, *((lowest,) if "minimum" in node else ())))

    def a_integer(self, node: Schema) -> int:
        return self.random.choice((node["minimum"], node["maximum"], node["minimum"] + 1))

    def a_boolean(self, _node: Schema) -> bool:
        return self.random.random() < 0.5

    def a_null(self, _node: Schema) -> None:
        return None

    def a_free(self, _node: Schema) -> Json:
        return self.free()


def definition(name: str) -> Schema:
    """A kind of thing in the schema."""
    found: Schema = schema()["$defs"][name]
    return found


def planted(content: Json) -> Iterator[tuple[tuple[str, ...], Json]]:
    """What this version does not know of a file: new fields, and new words in old fields, with their places."""
    rest = {**content, "project": {}, "assets": {}, "fonts": {}}
    yield from _strange(rest, schema(), ("file",))
    yield from _walk(content["project"], definition("Project"), ("project",))
    for part, kind in (("assets", "Asset"), ("fonts", "FontAsset")):
        for key, asset in content.get(part, {}).items():
            yield from _walk(asset, definition(kind), (part, key))


def _walk(thing: Json, node: Schema, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Json]]:
    yield from _strange(thing, node, place)
    for name, part in node["properties"].items():
        if name in thing:
            yield from _below(thing[name], part, (*place, name))


def _strange(thing: Json, node: Schema, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Json]]:
    for name, value in thing.items():
        known = node["properties"].get(name)
        if known is None or (value in NEW_KINDS and known.get("maxLength") == OPEN_LENGTH):
            yield (*place, name), value


def _below(value: Json, part: Schema, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Json]]:
    for kind in (part, *part.get("anyOf", ())):
        name = kind.get("$ref", "").rpartition("/")[2]
        if name and name != "JsonValue" and isinstance(value, dict):
            yield from _walk(value, definition(name), place)
    if isinstance(value, list):
        for number, one in enumerate(value):
            where = one.get("id", str(number)) if isinstance(one, dict) else str(number)
            yield from _below(one, part.get("items", {}), (*place, where))

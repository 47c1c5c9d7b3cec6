"""Hundreds of kinds of files that are no projects, by name: the bytes, and words that the refusal must hold."""

import copy
import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any

from projects import ASSETS, rich

from desktop.storage.writer import dump

SOUND = dump(rich(), ASSETS)
RAW: dict[str, Any] = json.loads(SOUND)
Build = Callable[[], bytes]

JOURNEY = ("project", "maps", 0)
LANE = (*JOURNEY, "lanes", 0)
CARD = (*LANE, "cards", 0)
MARKER = (*JOURNEY, "lanes", 1, "markers", 0)
NOWHERE = object()


def malformed() -> dict[str, tuple[Build, str]]:
    """Name → how to make the bytes, and a part of the sentence that must come of them."""
    found: dict[str, tuple[Build, str]] = {}
    for family in (whole, text, headers, numbers, nesting, characters, twins, ids, bounds, pictures, types, missing):
        for name, build, words in family():
            assert name not in found, name
            found[name] = (build, words)
    return found


Kind = tuple[str, Build, str]


def whole() -> Iterator[Kind]:
    """Files that are something else, or were never finished."""
    unfinished = {
        "empty": b"",
        "space": b"  \n\t ",
        "zeros": bytes(4096),
        "one zero": b"\0",
        "mark only": b"\xef\xbb\xbf",
    }
    yield from ((name, lambda data=data: data, "not written completely") for name, data in unfinished.items())
    others = {
        "zip": (b"PK\x03\x04rest", "a ZIP archive"),
        "gzip": (gzip.compress(SOUND), "a compressed file"),
        "pdf": (b"%PDF-1.7\n", "a PDF"),
        "png": (b"\x89PNG\r\n\x1a\n", "a picture"),
        "jpeg": (b"\xff\xd8\xff\xe0", "a picture"),
        "sqlite": (b"SQLite format 3\0", "a database"),
        "html": (b"<!DOCTYPE html><html></html>", "a web page"),
        "xml": (b'  <?xml version="1.0"?>', "an XML file"),
    }
    yield from ((name, lambda data=data: data, words) for name, (data, words) in others.items())
    strangers = {
        "words": b"hello world",
        "yaml": b"format: journeywall\n",
        "csv": b"a;b;c\n1;2;3\n",
        "null": b"null",
        "true": b"true",
        "a number": b"12",
        "a text": b'"journeywall"',
        "a list": b"[]",
        "a list of projects": b"[" + SOUND + b"]",
        "an empty object": b"{}",
        "another program": b'{"type": "excalidraw", "version": 2}',
        "python": b"dict(format='journeywall')",
    }
    yield from ((name, lambda data=data: data, "not a Journeywall project") for name, data in strangers.items())


def text() -> Iterator[Kind]:
    """JSON that was cut, joined or edited with a slip."""
    size = len(SOUND)
    for tenth in range(1, 10):
        yield f"cut at {tenth}0 %", lambda end=size * tenth // 10: SOUND[:end], "ends too early"
    yield "cut before the last bracket", lambda: SOUND.rstrip()[:-1], "ends too early"
    for name, tail in {"zero tail": bytes(512), "one zero at the end": b"\0"}.items():
        yield name, lambda tail=tail: SOUND + tail, "zeros among the text"
    yield "zeros in the middle", lambda: SOUND[:700] + bytes(512) + SOUND[1212:], "zeros among the text"
    yield "zeroed second half", lambda: SOUND[: size // 2] + bytes(size - size // 2), "zeros among the text"
    slips = {
        "twice in one file": (SOUND + SOUND, "follows after the end"),
        "text after the end": (SOUND + b"thanks", "follows after the end"),
        "bracket after the end": (SOUND + b"}", "follows after the end"),
        "merge conflict": (edit(b'  "maps"', b'<<<<<<< ours\n  "maps"'), "name of a field"),
        "comment": (edit(b'  "maps"', b'// my maps\n  "maps"'), "name of a field"),
        "single quotes": (edit(b'"title":"Osteria"', b"'title':'Osteria'"), "name of a field"),
        "name without quotes": (edit(b'"title":"Osteria"', b'title:"Osteria"'), "name of a field"),
        "no colon": (edit(b'"title":"Osteria"', b'"title" "Osteria"'), "colon"),
        "no comma": (edit(b'"id":"j1",', b'"id":"j1" '), "comma or closing bracket"),
        "two commas": (edit(b'"id":"j1",', b'"id":"j1",,'), "name of a field"),
        # Python 3.13 points at the comma and calls it one too many; before, a value is missing behind it
        "comma at the end of a list": (edit(b'["Eat","Rest"]', b'["Eat","Rest",]'), "line 6, column 13"),
        "no value": (edit(b'"title":"Osteria"', b'"title":'), "a value is missing"),
        "wrong bracket": (edit(b'["Eat","Rest"]', b'["Eat","Rest"}'), "comma or closing bracket"),
        "line feed in a text": (edit(b"Osteria", b"Oste\nria"), "control character"),
        "tab in a text": (edit(b"Osteria", b"Oste\tria"), "control character"),
        "unknown escape": (edit(b"Osteria", b"Oste\\xria"), "unknown escape"),
        "broken escape": (edit(b"Osteria", b"Oste\\u12ria"), "broken \\u escape"),
        "no closing quote": (edit(b'"Osteria",', b'"Osteria,'), ""),
        "True for true": (edit(b'"starred":true', b'"starred":True'), "a value is missing"),
        "undefined": (edit(b'"votes":3', b'"votes":undefined'), "a value is missing"),
        "leading zero": (edit(b'"votes":3', b'"votes":03'), "comma or closing bracket"),
        "plus sign": (edit(b'"votes":3', b'"votes":+3'), "a value is missing"),
        "hexadecimal": (edit(b'"votes":3', b'"votes":0x3'), "comma or closing bracket"),
        "no digits after the point": (edit(b'"value":4.1', b'"value":4.'), "comma or closing bracket"),
    }
    yield from ((name, lambda data=data: data, words) for name, (data, words) in slips.items())


def headers() -> Iterator[Kind]:
    """The first two fields."""
    for name, value in {
        "missing": NOWHERE,
        "null": None,
        "a number": 1,
        "a list": ["journeywall"],
        "other": "miro",
    }.items():
        yield f"format {name}", put(("format",), value), "format: this is not a Journeywall project"
    wrong = {
        "missing": NOWHERE,
        "null": None,
        "text": "1.0",
        "a number": 1.0,
        "empty": [],
        "one part": [1],
        "three parts": [1, 0, 0],
        "fractions": [1.0, 0.0],
        "true": [True, 0],
        "negative": [1, -1],
        "texts": ["1", "0"],
        "enormous": [1, 10**12],
        "an object": {"major": 1},
    }
    for name, value in wrong.items():
        yield f"version {name}", put(("version",), value), "version: must be two whole numbers"
    for major in (2, 3, 1000):
        yield f"version {major}", put(("version",), [major, 1]), f"the file has format {major}.1"
    for version in ([0, 9], [0, 0]):
        yield f"version {version}", put(("version",), version), "nothing is known of format"
    yield "project missing", put(("project",), NOWHERE), "project: is missing"


PLACES = {
    "a known number": (*CARD, "measure", "value"),
    "an unknown field": (*CARD, "later"),
    "a snapshot": (*JOURNEY, "snapshots", 0, "content"),
    "settings": ("project", "editions", 0, "settings"),
    "a mapping": (*MARKER, "computed", "mapping"),
    "an unknown field of the file": ("later",),
    "an unknown field of a picture": ("assets", next(iter(ASSETS)), "later"),
    "a text": (*CARD, "text"),
}


def numbers() -> Iterator[Kind]:
    """Numbers that no file may hold."""
    literals = {
        "NaN": "NaN",
        "Infinity": "Infinity",
        "-Infinity": "-Infinity",
        "1e999": "1e999",
        "-1.5e400": "-1.5e400",
    }
    for where, path in PLACES.items():
        for name, literal in literals.items():
            yield f"{name} in {where}", literal_at(path, literal), "line "
    yield "5000 digits", literal_at(PLACES["an unknown field"], "9" * 5000), "5000 digits"
    yield "-5000 digits", literal_at((*CARD, "votes"), "-" + "9" * 5000), "digits"
    yield "a list of NaN", literal_at(PLACES["an unknown field"], "[[1, NaN]]"), "NaN is not a number"


def nesting() -> Iterator[Kind]:
    """Values inside values inside values."""
    for depth in (201, 300, 1_000, 100_000):
        yield f"{depth} lists", literal_at((*CARD, "later"), "[" * depth + "]" * depth), "nested more than 200"
        objects = '{"a":' * depth + "1" + "}" * depth
        yield f"{depth} objects", literal_at(PLACES["a snapshot"], objects), "nested more than 200"
    yield "5000000 lists without end", lambda: b"[" * 5_000_000, "nested more than 200"
    yield "1000000 objects without end", lambda: b'{"a":' * 1_000_000, "nested more than 200"


def characters() -> Iterator[Kind]:
    """Texts that are no texts."""
    half = "half of a character"
    for name, escape in {
        "high": "\\ud800",
        "low": "\\udc00",
        "swapped": "\\udc00\\ud800",
        "high twice": "\\ud83d\\ud83d",
    }.items():
        for where in ("a text", "an unknown field", "a snapshot"):
            yield f"{name} half in {where}", literal_at(PLACES[where], f'"{escape}"'), half
    yield "half in a name", lambda: edit(b'"id":"j1",', b'"id":"j1","\\ud800":1,'), half
    wrong = {
        "latin-1": "Café".encode("latin-1"),
        "windows": b"\x93Osteria\x94",
        "overlong": b"\xc0\x80",
        "surrogate in bytes": b"\xed\xa0\x80",
        "beyond Unicode": b"\xf4\x90\x80\x80",
        "lonely continuation": b"\x80",
        "FF": b"\xff",
    }
    for name, data in wrong.items():
        yield name, lambda data=data: edit(b"Osteria", data), "not UTF-8"
    yield "cut in a character", lambda: SOUND[: SOUND.index("“".encode()) + 1], "ends too early"
    yield "utf-16 cut", lambda: SOUND.decode().encode("utf-16")[:-1], "broken UTF-16"
    yield "utf-16 cut in the middle", lambda: SOUND.decode().encode("utf-16")[:1000], "ends too early"
    yield "utf-32", lambda: SOUND.decode().encode("utf-32"), "UTF-32"


def twins() -> Iterator[Kind]:
    """Names given twice in one object; ids given to two things are put right, and told of."""
    fields = {
        "of the file": (b' "version"', b' "format": "journeywall",\n "version"', "format"),
        "of the project": (b'"id":"j1",', b'"id":"j1","title":"A",', "title"),
        "id": (b'"id":"j1",', b'"id":"j1","id":"j2",', "id"),
        "of a card": (b'"text":"Card 2"', b'"text":"Card 2","text":"Card 2"', "text"),
        "lists": (b'"editions": [', b'"maps": [],"editions": [', "maps"),
        "of an unknown field": (b'"text":"Card 2"', b'"text":"Card 2","later":{"a":1,"b":2,"a":3}', "a"),
        "spelled otherwise": (b'"text":"Card 2"', b'"text":"Card 2","te\\u0078t":"B"', ""),
    }
    for name, (old, new, field) in fields.items():
        words = f"the field “{field}” stands twice" if field else "twice"
        yield f"field twice: {name}", lambda old=old, new=new: edit(old, new), words
    key = next(iter(ASSETS)).encode()
    yield "picture twice", lambda: edit(b'"' + key + b'": ', b'"' + key + b'": {}, "' + key + b'": '), "stands twice"


def ids() -> Iterator[Kind]:
    """Ids and ranks of a wrong form."""
    for name, value in {
        "empty": "",
        "space": "a b",
        "long": "a" * 41,
        "slash": "a/b",
        "accent": "é",
        "line feed": "a\n",
    }.items():
        yield f"id {name}", put((*LANE, "cards", 1, "id"), value), "id: has a form that is not allowed"
    for name, value in {"empty": "", "dash": "a-b", "long": "V" * 201}.items():
        yield f"rank {name}", put((*CARD, "rank"), value), "rank: has a form that is not allowed"
    for name, value in {
        "words": "soon",
        "slashes": "1/2/2026",
        "two digits": "26-01-01",
        "time": "2026-01-01T10:00",
    }.items():
        yield f"date {name}", put((*CARD, "due"), value), "due: has a form that is not allowed"


def bounds() -> Iterator[Kind]:
    """Values that are too large, too small or too many."""
    limits: dict[str, tuple[tuple, Any, str]] = {
        "emotion above": (("value",), 2.1, "must be at most 2"),
        "emotion below": (("value",), -3, "must be at least -2"),
        "emotion of two decimals": (("value",), 0.15, "one decimal"),
        "spread": (("computed", "spread"), 9.0, "must be at most 4"),
    }
    for name, (path, value, words) in limits.items():
        yield name, put((*MARKER, *path), value), words
    of_card: dict[str, tuple[tuple, Any, str]] = {
        "votes below": (("votes",), -1, "must be at least 0"),
        "votes above": (("votes",), 10**10, "must be at most"),
        "votes of many digits": (("votes",), 10**30, "must be at most"),
        "severity": (("pain", "severity"), 6, "must be at most 5"),
        "a fraction": (("pain", "severity"), 2.5, "must be a whole number"),
        "an enormous number": (("measure", "value"), 1e16, "must be at most"),
        "a long text": (("text",), "x" * 20_001, "longer than 20000 characters"),
        "a long line": (("owner",), "x" * 501, "longer than 500 characters"),
        "many tags": (("tags",), ["x"] * 51, "more than 50 entries"),
        "many comments": (("comments",), [{"id": f"q{n}"} for n in range(201)], "more than 200 entries"),
        "a short crop": (("picture", "crop"), [0, 0, 1], "picture › crop"),
        "a crop beyond the picture": (("picture", "crop"), [0, 0, 1.5, 1], "must be at most 1"),
        "a long crop": (("picture", "crop"), [0, 0, 1, 1, 1], "picture › crop"),
    }
    for name, (path, value, words) in of_card.items():
        yield name, put((*CARD, *path), value), words
    yield "no width", put((*JOURNEY, "stages", 0, "steps", 0, "width"), 0), "must be more than 0"
    yield "no colour", put(("project", "brand", "accent"), "red"), "accent: has a form that is not allowed"
    many = [{"id": f"s{n}"} for n in range(501)]
    yield "many stages", put((*JOURNEY, "stages"), many), "more than 500 entries"


def pictures() -> Iterator[Kind]:
    """Assets of a wrong form."""
    key = next(iter(ASSETS))
    good = RAW["assets"][key]
    for name, wrong in {"short": "abc", "empty": "", "capitals": key.upper(), "a path": "../../etc/passwd"}.items():
        yield f"picture key {name}", put(("assets",), {wrong: good}), "has a form that is not allowed"
    for name, value in {"a list": [], "text": "none", "null": None}.items():
        yield f"pictures {name}", put(("assets",), value), "assets: must be an object"
    for field, value in {"type": "image/svg+xml", "width": 0, "height": -5, "data": 12}.items():
        yield f"picture {field}", put(("assets", key, field), value), f"› {field}: "
    for field in ("type", "width", "height", "data"):
        yield f"picture without {field}", put(("assets", key, field), NOWHERE), f"› {field}: is missing"


REASONS = {
    str: "must be text",
    bool: "must be true or false",
    int: "must be a",
    float: "must be a",
    list: "must be a list",
}
OPEN = ("content", "mapping", "settings")


def types(raw: Any = RAW["project"], path: tuple = ("project",)) -> Iterator[Kind]:
    """Every field of every kind of thing with a value of another type; each once."""
    for key, value in raw.items() if isinstance(raw, dict) else enumerate(raw[:1]):
        if key in OPEN:
            continue
        here = (*path, key)
        wrong = 12 if isinstance(value, str) else "12"
        words = "must be an object" if isinstance(value, dict) else REASONS[type(value)]
        yield "type of " + ".".join(map(str, here[1:])), put(here, wrong), words
        if isinstance(value, dict | list):
            yield from types(value, here)


def missing() -> Iterator[Kind]:
    """Every field that cannot be left out."""
    required = {
        ("project", "id"): "project",
        (*JOURNEY, "id"): "map",
        (*LANE, "id"): "lane",
        (*LANE, "kind"): "lane kind",
        (*CARD, "id"): "card",
        (*CARD, "kind"): "card kind",
        (*MARKER, "step"): "marker step",
        (*MARKER, "value"): "marker value",
        (*CARD, "picture", "asset"): "picture asset",
        (*CARD, "origin", "map"): "origin map",
        (*JOURNEY, "links", 0, "source"): "link source",
    }
    for path, name in required.items():
        yield f"missing {name}", put(path, NOWHERE), f"{path[-1]}: is missing"


def edit(old: bytes, new: bytes) -> bytes:
    """The sound file with the first `old` replaced."""
    assert old in SOUND, old
    return SOUND.replace(old, new, 1)


def put(path: tuple, value: object) -> Build:
    """The sound file with this value at the path, or without it."""

    def build() -> bytes:
        raw = copy.deepcopy(RAW)
        holder = raw
        for key in path[:-1]:
            holder = holder[key]
        if value is NOWHERE:
            del holder[path[-1]]
        else:
            holder[path[-1]] = value
        return json.dumps(raw, ensure_ascii=False, indent=1).encode()

    return build


def literal_at(path: tuple, literal: str) -> Build:
    """The sound file with these characters, JSON or not, as the value at the path."""
    marked = put(path, "MARK HERE")
    return lambda: marked().replace(b'"MARK HERE"', literal.encode(), 1)

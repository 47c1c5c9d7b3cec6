"""Project files that chance has worked on: by bytes, by lines as careless merging does it, and by values.

The same number always gives the same file.
"""

import copy
import gzip
import json
import random
from pathlib import Path

from projects import ASSETS, rich

from desktop.storage.writer import dump

ROOT = Path(__file__).parents[2]
GOLDEN = {
    **{path.name: path.read_bytes() for path in sorted((ROOT / "tests" / "samples").glob("*.journey"))},
    **{path.name: path.read_bytes() for path in sorted((ROOT / "resources" / "templates").glob("*.journey"))},
    "restaurant": (ROOT / "resources" / "samples" / "restaurant.journey").read_bytes(),
    "rich": dump(rich(), ASSETS),
}
"""Every file of every version, the templates, and two projects with a bit of everything."""

LITERALS = (
    *("null", "true", "false", "0", "-1", "1e308", "-1e-308", "1e999", "NaN", "-Infinity", "0.15", "-0.0", "2e5"),
    *('""', '" "', '"x"', '"../../etc/passwd"', '"\\ud800"', '"\\u0000"', '"\\ud83d\\ude00"', '"<img src=/dev/zero>"'),
    *("[]", "{}", "[[]]", '{"a":{}}', '["a","a"]', '{"__class__":"x","model_config":{}}', "[" * 150 + "]" * 150),
    *('"' + "w" * 30_000 + '"', '"' + "a b " * 4_000 + '"', "[" + "1," * 3_000 + "1]", "9" * 400),
    *('"2026-13-45"', '"=1+1"'),
)
"""What may stand where another value stood."""

NAMES = ("later", "", "a b", "\u202e", "x" * 5_000, "id", "kind", "text", "\\", '"')
WORDED = ("text", "title", "kind", "label", "name", "status")
WORDS = (
    *("", " ", "\n\n", "w" * 300, "\u202eabc", "<b>x", "=1", "\u0000"),
    *("👩\u200d🍳" * 40, "ﷺ" * 20, "e\u0301" * 50),
)


def mutant(number):
    """How the file came about, and its bytes."""
    chance = random.Random(number)
    name = chance.choice(sorted(GOLDEN))
    change = chance.choice(CHANGES)
    return f"{number}: {change.__name__} of {name}", change(GOLDEN[name], chance)


def flipped(data, chance):
    """Some bits turned over."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def spliced(data, chance):
    """A stretch taken out, doubled, or replaced by another one or by noise."""
    start, other, length = chance.randrange(len(data)), chance.randrange(len(data)), chance.randint(1, 400)
    stretch = data[start : start + length]
    instead = chance.choice((b"", stretch * 2, data[other : other + length], chance.randbytes(length)))
    return data[:start] + instead + data[start + length :]


def merged(data, chance):
    """Lines left out, doubled, moved, or taken from another file."""
    lines = data.split(b"\n")
    strange = GOLDEN[chance.choice(sorted(GOLDEN))].split(b"\n")
    for _ in range(chance.randint(1, 4)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[at : at + chance.randint(0, 2)] = chance.choice(
            ([], [lines[at]] * 2, [lines[to]], [chance.choice(strange)])
        )
        lines = lines or [b""]
    return b"\n".join(lines)


def cut(data, chance):
    """Not written to the end, or with zeros or the old file behind it."""
    end = chance.randrange(len(data))
    tail = chance.choice((b"", bytes(chance.randint(1, 600)), data[end // 2 :], b"\n" * 9))
    return data[:end] + tail


def encoded(data, chance):
    """As other programs save texts."""
    text = data.decode()
    forms = ("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "utf-7", "cp1252", "cp037")
    form = chance.choice((*forms, "gzip"))
    whole = gzip.compress(data, mtime=0) if form == "gzip" else text.encode(form, "replace")
    return whole if chance.random() < 0.6 else whole[: chance.randrange(len(whole))]


def revalued(data, chance):
    """Values replaced by others, which need not even be JSON."""
    raw = json.loads(data)
    marks = {}
    for number in range(chance.randint(1, 3)):
        holder, key = chance.choice(list(places(raw)))
        marks[f'"MARK {number} HERE"'] = chance.choice(LITERALS)
        holder[key] = f"MARK {number} HERE"
    text = written(raw)
    for mark, literal in marks.items():
        text = text.replace(mark, literal)
    return text.encode()


def restructured(data, chance):
    """Values left out, doubled, put elsewhere, wrapped or given names that nobody knows."""
    raw = json.loads(data)
    for _ in range(chance.randint(1, 4)):
        holder, key = chance.choice(list(places(raw)))
        chance.choice((left_out, doubled, replaced, wrapped, named))(holder, key, raw, chance)
    return written(raw).encode()


def disarranged(data, chance):
    """Sound values in wrong places: names of other things or of none, entries lost, doubled and moved, odd words."""
    raw = json.loads(data)
    ids = [holder[key] for holder, key in places(raw) if key == "id"]
    for _ in range(chance.randint(1, 12)):
        chance.choice((misnamed, misnamed, worded, shuffled, shuffled, emptied))(raw, ids, chance)
    return written(raw).encode()


def misnamed(raw, ids, chance):
    """A name of a thing is that of another one, or of nothing."""
    naming = [(holder, key) for holder, key in places(raw) if isinstance(holder[key], str) and holder[key] in ids]
    holder, key = chance.choice(naming or [(raw, "format")])
    holder[key] = chance.choice((*ids, "gone", ""))


def worded(raw, _ids, chance):
    texts = [(holder, key) for holder, key in places(raw) if key in WORDED]
    holder, key = chance.choice(texts or [(raw, "format")])
    holder[key] = chance.choice(WORDS)


def shuffled(raw, _ids, chance):
    """A list in another order, with an entry twice, or with one of another list of its sort."""
    lists = [holder[key] for holder, key in places(raw) if isinstance(holder[key], list) and holder[key]]
    row = chance.choice(lists or [[0]])
    chance.shuffle(row)
    if chance.random() < 0.5:
        row.append(copy.deepcopy(chance.choice(row)))


def emptied(raw, _ids, chance):
    lists = [holder[key] for holder, key in places(raw) if isinstance(holder[key], list)]
    del chance.choice(lists or [[]])[chance.randrange(3) :]


def left_out(holder, key, _raw, _chance):
    del holder[key]


def doubled(holder, key, _raw, chance):
    if isinstance(holder, list):
        holder[key:key] = [copy.deepcopy(holder[key])] * chance.choice((1, 1, 2, 600))
    else:
        holder[f"{key}2"] = copy.deepcopy(holder[key])


def replaced(holder, key, raw, chance):
    other, its = chance.choice(list(places(raw)))
    holder[key] = copy.deepcopy(other[its])


def wrapped(holder, key, _raw, chance):
    for _ in range(chance.choice((1, 2, 60, 190))):
        holder[key] = chance.choice(([holder[key]], {"later": holder[key]}))


def named(holder, key, _raw, chance):
    if isinstance(holder, dict):
        holder[chance.choice(NAMES)] = holder[key]


def places(raw):
    """Every value by what it stands in and its key there."""
    for key in list(raw) if isinstance(raw, dict) else range(len(raw)):
        yield raw, key
        if isinstance(raw[key], dict | list):
            yield from places(raw[key])


def written(raw):
    return json.dumps(raw, ensure_ascii=False, indent=1)


CHANGES = (flipped, spliced, merged, cut, encoded, *2 * (merged, revalued, restructured), *4 * (disarranged,))
"""About a third of the files can be opened all the same."""

"""A project as the bytes of a file: one thing, one line, so that files are compared and merged line by line.

A container (project, map, stage, lane, cluster, survey) is its own fields on one line and then its collections,
each entry on a line of its own. Fields that have their default are left out; unknown ones follow the known.
A lane always shows its cards, so that the first card of a lane is one line more and not four.
"""

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticSerializationError, from_json, to_json

from desktop.document.base import Part
from desktop.document.journey import Lane
from desktop.document.project import Project
from desktop.storage.assets import Assets, FontAsset
from desktop.storage.containers import COLLECTIONS
from desktop.storage.errors import UnwritableError
from desktop.storage.versions import FORMAT, MAJOR, WITH_FONTS, least_minor

_ALWAYS = (Lane, "cards")
_AROUND = b"[" * 7, b"]" * 7
"""As deep as a card lies in a file: the parser counts its levels from the top."""


def dump(project: Project, assets: Assets, minor: int = 0, unknown: Mapping[str, Any] | None = None) -> bytes:
    """The whole file in UTF-8. The same values always give the same bytes.

    minor: of the format version, at least; a file that came with one keeps it, unless the project needs a later one.
    unknown: fields at the top of the file that this version does not know.
    Raises UnwritableError for what could not be read back: numbers that are not finite, lone surrogates, deep nesting.
    """
    return b",\n".join(_top(project, assets, minor, unknown or {})) + b"\n}\n"


def _top(project: Project, assets: Assets, minor: int, unknown: Mapping[str, Any]) -> list[bytes]:
    fonts = {key: asset for key, asset in assets.items() if isinstance(asset, FontAsset)}
    pictures = {key: asset for key, asset in assets.items() if key not in fonts}
    minor = max(minor, least_minor(project), WITH_FONTS if fonts else 0)
    return [
        b'{\n "format": "%s"' % FORMAT.encode(),
        b' "version": [%d, %d]' % (MAJOR, minor),
        b' "project": ' + _thing(project, b"  "),
        asset_lines("assets", pictures),
        *([asset_lines("fonts", fonts)] if fonts else ()),
        *(b" %s: %s" % (to_json(key), _any(value)) for key, value in unknown.items()),
    ]


def asset_lines(name: str, assets: Assets) -> bytes:
    """A field with an asset on each line, sorted by their keys."""
    lines = [b"  %s: %s" % (to_json(key), one_line(assets[key])) for key in sorted(assets)]
    return b' "%s": {\n' % name.encode() + b",\n".join(lines) + (b"\n }" if lines else b" }")


def _thing(part: Part, pad: bytes) -> bytes:
    collections = COLLECTIONS.get(type(part))
    if collections is None:
        return one_line(part)
    blocks = [
        _block(name, things, pad)
        for name in collections
        if (things := getattr(part, name)) or (type(part), name) == _ALWAYS
    ]
    own = one_line(part, set(collections))
    return b",\n".join([own[:-1], *blocks]) + b"}" if blocks else own


def _block(name: str, things: tuple[Part, ...], pad: bytes) -> bytes:
    inner = pad + b"  "
    lines = [pad + b" " + _thing(thing, inner) for thing in things]
    return b'%s"%s": [\n%s%s]' % (pad, name.encode(), b",\n".join(lines) + b"\n" if lines else b"", pad)


def one_line(part: Part, without: set[str] | None = None) -> bytes:
    """The part's own fields, proved to be readable.

    Each is proved by itself: whoever else waits for the interpreter while a large project is saved, waits for one part.
    """
    try:
        own = part.__pydantic_serializer__.to_json(part, exclude_defaults=True, exclude=without)
        from_json(_AROUND[0] + own + _AROUND[1], allow_inf_nan=False)
    except (PydanticSerializationError, ValueError) as error:
        place = f"id {name}" if (name := getattr(part, "id", "")) else ""
        raise UnwritableError(_unwritable(str(error)), place=place, remedy="undo the last change") from error
    return own


def _any(value: Any) -> bytes:
    """A value that this version knows nothing of."""
    try:
        made = to_json(value, inf_nan_mode="constants")
        from_json(b'{"":' + made + b"}", allow_inf_nan=False)
    except (PydanticSerializationError, ValueError) as error:
        raise UnwritableError(_unwritable(str(error)), remedy="undo the last change") from error
    return made


def _unwritable(message: str) -> str:
    if "surrogate" in message:
        return "a text holds half of a character, which no file can hold"
    if "depth" in message or "recursion" in message:
        return "values are nested too deeply to be read again"
    return "a number is not finite"

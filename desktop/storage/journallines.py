"""The lines of a journal: a checksum, a space, a value as JSON. What was torn or garbled is known by its checksum."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import from_json

from desktop.document.change import Change, Payload
from desktop.storage.assets import Asset, FontAsset

_ENCODED = "bytes:"
"""Before the bytes, in hexadecimal, of a path that is no text."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a journal's project came from: its file, None when it was never saved, and how that file stood then.

    fingerprint: of the file's bytes when it was read or written last; "" when there were none. copy_name: what a copy
    that has to be saved in its place shall be called; "" where the project is saved in that file.
    """

    path: Path | None
    fingerprint: str
    copy_name: str = ""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True)

    time: float
    """Seconds since 1970."""


class _Placed(_Line):
    path: str
    fingerprint: str
    copy_name: str = ""

    @property
    def origin(self) -> Origin:
        """Where the project stood at this line."""
        return origin_of(self.path, self.fingerprint, self.copy_name)


class Base(_Placed):
    """The first line after a whole copy: which edit the copy stands after, which of them is in the file, its bytes."""

    what: Literal["base"] = "base"
    number: int
    saved: int
    title: str
    sha256: str
    size: int
    jotted: dict[str, str] = {}
    """As in `Jottings`."""


class Edit(_Line):
    """One edit or several: from the value after edit `since` to the one after `number`. saved: that is in the file."""

    what: Literal["edit"] = "edit"
    number: int
    since: int
    label: str
    map_id: str
    saved: bool
    change: Change = Change()


class Draft(_Line):
    """What the text being typed would change; nothing when typing ended without an edit."""

    what: Literal["draft"] = "draft"
    change: Change | None = None


class Jottings(_Line):
    """What stands in lines that nobody has entered, by the names of the lines; an edit does not end it."""

    what: Literal["jottings"] = "jottings"
    jotted: dict[str, str]


class Picture(_Line):
    """A picture or a font that came after the copy."""

    what: Literal["picture"] = "picture"
    key: str
    asset: FontAsset | Asset


class Saved(_Placed):
    """The value after edit `number` stands in the file."""

    what: Literal["saved"] = "saved"
    number: int


Line = Base | Edit | Draft | Jottings | Picture | Saved
_LINES: TypeAdapter[Line] = TypeAdapter(Annotated[Line, Field(discriminator="what")])


def encode(line: Line) -> bytes:
    """The line with its line feed. Raises ValueError for what could not be read back."""
    own = line.model_dump_json(exclude={"change"}).encode()
    change = line.change if isinstance(line, Edit | Draft) else None
    text = own if change is None else b'%s,"change":%s}' % (own[:-1], _change(change))
    return b"%08x %s\n" % (crc32(text), text)


def decode(line: bytes, *, bare: bool = False) -> Line | None:
    """The value of a line without its line feed; None when it is not whole or from another program.

    bare: an edit comes with an empty change, unless that is of the project's own fields, among them its title.
    """
    checksum, _, text = line.partition(b" ")
    if checksum != b"%08x" % crc32(text):
        return None
    try:
        return _LINES.validate_json(_bare(text) if bare else text)
    except ValidationError:
        return None


@dataclass(frozen=True, slots=True)
class Log:
    """What could be read of a file of lines, and how many sound ones stand behind the first that is not."""

    lines: tuple[Line, ...]
    lost: int

    @property
    def base(self) -> Base | None:
        """The first line, if it could be read."""
        first = self.lines[0] if self.lines else None
        return first if isinstance(first, Base) else None


def read_log(data: bytes, *, bare: bool = False) -> Log:
    """The lines up to the first that is not whole; a torn one at the end is what a killed program leaves.

    bare: as for `decode`.
    """
    lines: list[Line] = []
    rest = data.split(b"\n")[:-1]
    for number, text in enumerate(rest):
        line = decode(text, bare=bare)
        if line is None:
            return Log(tuple(lines), sum(1 for other in rest[number + 1 :] if decode(other, bare=True)))
        lines.append(line)
    return Log(tuple(lines), 0)


def path_text(path: Path | None) -> str:
    """A path as text for `Base` and `Saved`, also one whose name is in no known encoding; "" for none."""
    if path is None:
        return ""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return _ENCODED + os.fsencode(path).hex()
    return str(path)


def origin_of(path: str, fingerprint: str, copy_name: str = "") -> Origin:
    """path: as `path_text` made it."""
    return Origin(_path(path), fingerprint, copy_name)


def _path(text: str) -> Path | None:
    if text.startswith(_ENCODED):
        return Path(os.fsdecode(bytes.fromhex(text.removeprefix(_ENCODED))))
    return Path(text) if text else None


def _bare(text: bytes) -> bytes:
    """Without the change of an edit, which stands last; within a text the mark would be escaped."""
    own, mark, change = text.partition(b',"change":{"puts":{"')
    return own + b"}" if mark and not change.startswith(b'"') and b'"what":"edit"' in own else text


def _change(change: Change) -> bytes:
    """Thing by thing, so that a change of thousands does not keep the other threads waiting."""
    puts = b",".join(b"%s:%s" % (json.dumps(path).encode(), _payload(payload)) for path, payload in change.puts.items())
    deletes = b",".join(json.dumps(path).encode() for path in change.deletes)
    return b'{"puts":{%s},"deletes":[%s]}' % (puts, deletes)


def _payload(payload: Payload) -> bytes:
    """The fields of a thing, proved to be readable at the depth at which they stand in a line."""
    text = json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    from_json(b"[[[[%s]]]]" % text)
    return text

"""What is printed, how large, on which paper, for whom: the settings of an edition, as a value and as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from math import isfinite
from typing import Any

from pydantic import JsonValue

LOOSE = ("notes", "parking", "inbox", "agenda", "backlog", "matrix", "tactics", "comparison", "persona")
"""Contents that fit any sheet: they are never spread over several, and are of the whole map."""

BROAD = ("matrix", "comparison")
"""Those that have more beside each other than below."""

CONTENTS = ("map", "working", *LOOSE, "stickers")
SCOPES = ("whole", "chosen", "each-stage")
SIZINGS = ("paper", "roll", "sheets", "text")
ORIENTATIONS = ("auto", "landscape", "portrait")
THEMES = ("white", "colour", "grey")
SEAMS = ("aware", "plain", "reflow")
GLUES = ("left-top", "right-bottom", "butt")
GROUPS = ("cards", "stages", "title")
"""The groups of text whose reading distance is asked for."""

MOST_OVERLAP, MOST_BLEED, MOST_MARGIN = 50.0, 10.0, 100.0
"""mm."""

CARD_TEXT = (4.0, 400.0)
"""Least and largest type for cards, in pt."""

DISTANCE = (0.2, 50.0)
"""Nearest and farthest reader, in metres."""

DPI = (100, 300)
MOST_SHEETS = 100
"""Across, and down."""

MOST_NAMES, LONGEST_NAME = 10_000, 100

Margin = tuple[float, float, float, float]
"""Left, top, right, bottom in mm."""


def usual_paper(content: str) -> str:
    """What is taken where nobody names a paper: lists are read in the hand, a map on the wall."""
    if content in BROAD:
        return "A3"
    return "A4" if content in LOOSE else "A0"


class SettingsError(ValueError):
    """A setting with a value that it cannot have. `code`: choice, number, range, text or kind of value.

    `field` is its name ("tiling.overlap"), `value` what it was given, `allowed` what it can be, in words or numbers.
    """

    def __init__(self, code: str, field: str, value: object, allowed: str = "") -> None:
        super().__init__(f"{field}: {value!r} ({code}{f', {allowed}' if allowed else ''})")
        self.code = code
        self.field = field
        self.value = value
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster spread over sheets of a smaller paper, or over strips of a roll; lengths in mm.

    `margin` is what the printer leaves white, None for the usual; `only` names the sheets that are printed again;
    `glue` says which sides carry the strip that is glued over, `assembly` whether a map of the sheets comes first.
    """

    sheet: str = "A4"
    orientation: str = "auto"
    overlap: float = 10.0
    margin: Margin | None = None
    glue: str = "left-top"
    seams: str = "aware"
    repeat: bool = False
    only: tuple[str, ...] = ()
    assembly: bool = True

    def __post_init__(self) -> None:
        _text("tiling.sheet", self.sheet)
        _choice("tiling.orientation", self.orientation, ORIENTATIONS)
        _within("tiling.overlap", self.overlap, 0.0, MOST_OVERLAP)
        _margin("tiling.margin", self.margin)
        _choice("tiling.glue", self.glue, GLUES)
        _choice("tiling.seams", self.seams, SEAMS)
        _names("tiling.only", self.only)


@dataclass(frozen=True, slots=True)
class Settings:
    """One way to print. Lengths in mm, type in pt, distances in metres; ids of stages and lanes for a chosen scope.

    sizing: fit the paper, fill a roll with the length that the map needs, `across` × `down` sheets of the tiling, or
    cards set in `card_text`. Without a paper the map has its own size, a layout unit being 1/96 inch.
    read_from: per group of text the distance from which it is read.
    against: the id of the map that a comparison holds it against, "" for the one that belongs to it; turned: the later
    of the two is told of first.
    keep: leave things where they stand on the next print, too; pin: where they stood on the last one, which is no
    setting but a fact, and stands beside them in a file. changed_only: only sheets on which something has changed.
    """

    content: str = "map"
    scope: str = "whole"
    stages: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    sizing: str = "paper"
    paper: str = "A0"
    orientation: str = "auto"
    across: int = 0
    down: int = 0
    card_text: float | None = None
    read_from: Mapping[str, float] = field(default_factory=dict, hash=False)
    against: str = ""
    turned: bool = False
    theme: str = "white"
    bleed: float = 0.0
    crop_marks: bool = False
    margin: Margin | None = None
    image_dpi: int = 150
    comments: bool = False
    appendix: bool = False
    tiling: Tiling | None = None
    keep: bool = False
    changed_only: bool = False
    pin: JsonValue = field(default=None, hash=False, compare=False)

    def __post_init__(self) -> None:
        _choice("content", self.content, CONTENTS)
        _choice("scope", self.scope, SCOPES)
        _names("stages", self.stages)
        _names("lanes", self.lanes)
        _choice("sizing", self.sizing, SIZINGS)
        _text("paper", self.paper)
        _choice("orientation", self.orientation, ORIENTATIONS)
        _within("across", self.across, 0, MOST_SHEETS)
        _within("down", self.down, 0, MOST_SHEETS)
        if self.card_text is not None:
            _within("card_text", self.card_text, *CARD_TEXT)
        for group, distance in self.read_from.items():
            _choice("read_from", group, GROUPS)
            _within(f"read_from.{group}", distance, *DISTANCE)
        _text("against", self.against)
        _choice("theme", self.theme, THEMES)
        _within("bleed", self.bleed, 0.0, MOST_BLEED)
        _margin("margin", self.margin)
        _within("image_dpi", self.image_dpi, *DPI)

    def to_json(self) -> dict[str, JsonValue]:
        """Only what differs from the defaults, so that a file says no more than was chosen."""
        told = _told(self, Settings())
        if self.tiling is not None:
            told["tiling"] = _told(self.tiling, Tiling())
        return told


def from_json(value: JsonValue) -> Settings:
    """The settings that `to_json` wrote; unknown names are passed over. Raises SettingsError."""
    given = _object("settings", value)
    found = {name: _read(name, given[name], kind) for name, kind in _KINDS.items() if name in given}
    if given.get("tiling") is not None:
        tiling = _object("tiling", given["tiling"])
        parts = {name: _read(f"tiling.{name}", tiling[name], kind) for name, kind in _TILING.items() if name in tiling}
        found["tiling"] = Tiling(**parts)
    return Settings(**found)


def kept(settings: Settings, before: JsonValue) -> dict[str, JsonValue]:
    """The settings as JSON with what a newer version had written `before` and this one does not know."""
    known = {each.name for each in fields(Settings)}
    strange = {name: value for name, value in before.items() if name not in known} if isinstance(before, dict) else {}
    return {**settings.to_json(), **strange}


def tiled(settings: Settings, **changes: Any) -> Settings:
    """With these fields of the tiling changed, which begins when there was none."""
    return replace(settings, tiling=replace(settings.tiling or Tiling(), **changes))


def _told(value: Settings | Tiling, usual: Settings | Tiling) -> dict[str, JsonValue]:
    plain = {key: list(each) if isinstance(each, tuple) else each for key, each in asdict(value).items()}
    others = {key: each for key, each in plain.items() if key not in ("tiling", "pin")}
    return {key: each for key, each in others.items() if getattr(value, key) != getattr(usual, key)}


Reading = Callable[[str, JsonValue], Any]


def _read(name: str, value: JsonValue, kind: Reading) -> Any:
    return kind(name, value)


def _a_text(name: str, value: JsonValue) -> str:
    if not isinstance(value, str):
        raise SettingsError("text", name, value)
    return value


def _a_number(name: str, value: JsonValue) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SettingsError("number", name, value)
    try:
        return float(value)
    except OverflowError as error:
        raise SettingsError("range", name, value) from error


def _a_count(name: str, value: JsonValue) -> int:
    number = _a_number(name, value)
    if number != number // 1:
        raise SettingsError("number", name, value)
    return int(number)


def _a_flag(name: str, value: JsonValue) -> bool:
    if not isinstance(value, bool):
        raise SettingsError("kind", name, value, "true, false")
    return value


def _some_names(name: str, value: JsonValue) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise SettingsError("kind", name, value, "a list")
    return tuple(_a_text(name, each) for each in value)


def _some_distances(name: str, value: JsonValue) -> dict[str, float]:
    return {group: _a_number(f"{name}.{group}", distance) for group, distance in _object(name, value).items()}


def _perhaps_number(name: str, value: JsonValue) -> float | None:
    return None if value is None else _a_number(name, value)


def _perhaps_margin(name: str, value: JsonValue) -> Margin | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4:
        raise SettingsError("kind", name, value, "four numbers")
    left, top, right, bottom = (_a_number(name, each) for each in value)
    return left, top, right, bottom


def _object(name: str, value: JsonValue) -> dict[str, JsonValue]:
    if not isinstance(value, dict):
        raise SettingsError("kind", name, value, "an object")
    return value


_TILING: Mapping[str, Reading] = {
    "sheet": _a_text,
    "orientation": _a_text,
    "overlap": _a_number,
    "margin": _perhaps_margin,
    "glue": _a_text,
    "seams": _a_text,
    "repeat": _a_flag,
    "only": _some_names,
    "assembly": _a_flag,
}

_KINDS: Mapping[str, Reading] = {
    "content": _a_text,
    "scope": _a_text,
    "stages": _some_names,
    "lanes": _some_names,
    "sizing": _a_text,
    "paper": _a_text,
    "orientation": _a_text,
    "across": _a_count,
    "down": _a_count,
    "card_text": _perhaps_number,
    "read_from": _some_distances,
    "against": _a_text,
    "turned": _a_flag,
    "theme": _a_text,
    "bleed": _a_number,
    "crop_marks": _a_flag,
    "margin": _perhaps_margin,
    "image_dpi": _a_count,
    "comments": _a_flag,
    "appendix": _a_flag,
    "keep": _a_flag,
    "changed_only": _a_flag,
}


def _choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise SettingsError("choice", name, value, ", ".join(allowed))


def _within(name: str, value: float, least: float, most: float) -> None:
    if not (isfinite(value) and least <= value <= most):
        raise SettingsError("range", name, value, f"{least:g} to {most:g}")


def _margin(name: str, margin: Margin | None) -> None:
    for side in margin or ():
        _within(name, side, 0.0, MOST_MARGIN)


def _text(name: str, value: str) -> None:
    """Whether it names a paper, whoever knows papers says."""
    if len(value) > LONGEST_NAME:
        raise SettingsError("text", name, value)


def _names(name: str, values: tuple[str, ...]) -> None:
    if len(values) > MOST_NAMES:
        raise SettingsError("range", name, len(values), f"at most {MOST_NAMES}")
    for value in values:
        _text(name, value)

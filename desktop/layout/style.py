"""Style tokens: type, colour and spacing of a map, read from resources/styles, in multiples of the card text (1 em)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from desktop.layout.colour import MARK, TEXT, grey, readable
from desktop.layout.icons import Icon
from desktop.typeset.lines import TextStyle

HEADING = 7.0
"""The contrast of headings in a brand's colour: the enhanced one of WCAG 2.2, for they are read from afar."""

Words = Callable[[str], str]
"""A catalogue in the project's language: code ("kind.pain") → words ("Pain point")."""


@dataclass(frozen=True, slots=True)
class TextRole:
    """A way to set text: size in layout units, leading (line height) in layout units, face, colour, capitals."""

    size: float
    leading: float
    style: TextStyle
    colour: str
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class KindStyle:
    """How a kind of card looks. Form: card (edge at the left), pill (touchpoint), plain (no box, e.g. metric)."""

    fill: str
    edge: str
    ink: str
    icon: str
    form: str
    face: str
    meta: str = ""
    """The colour of the line of marks and words under the text, where it is not the role's."""

    outline: str = ""
    """The colour of a thin line round a card whose fill alone would not be seen."""


@dataclass(frozen=True, slots=True)
class CurveStyle:
    """How the n-th persona's curve looks. Mark: face, diamond, square, triangle or circle; `band` fills the spread."""

    colour: str
    ink: str
    fill: str
    mark: str
    dash: tuple[float, ...]
    band: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """All tokens of one theme. `space` holds lengths in layout units by name."""

    name: str
    text: float
    colours: Mapping[str, str]
    roles: Mapping[str, TextRole]
    kinds: Mapping[str, KindStyle]
    curves: tuple[CurveStyle, ...]
    space: Mapping[str, float]
    icons: Mapping[str, Icon] = field(default_factory=dict)

    def kind(self, key: str) -> KindStyle:
        """The look of a kind; kinds that this version does not know are drawn plainly."""
        return self.kinds.get(key) or self.kinds["other"]

    def icon(self, name: str, otherwise: str = "other") -> Icon:
        """An icon by name, or another one where there is none of that name."""
        return self.icons.get(name) or self.icons[otherwise]

    def ground(self, role: str) -> str:
        """The colour that text of a role stands on, where it does not stand on a card or a mark."""
        return (self.colours["stage-band"] if role == "stage" else "") or self.colours["paper"]

    def curve(self, series: int) -> CurveStyle:
        return self.curves[series % len(self.curves)]


def read_style(raw: Mapping[str, Any], icons: Mapping[str, Icon], accent: str = "") -> Style:
    """A style from its JSON file; `accent`, a brand's colour, takes that of stages. KeyError without a token.

    A pale accent is darkened until the rule can be seen on the paper, or white text read on the band, and further
    where it is that of words; without hues it is a grey.
    """
    em = float(raw["text"])
    colours: dict[str, str] = dict(raw["colours"])
    band = bool(colours["stage-band"])
    if accent:
        tone = grey(accent) if raw.get("hueless") else accent
        colours["stage"] = readable(tone, colours["paper"], TEXT if band else MARK)
        colours["stage-ink"] = readable(tone, colours["paper"], HEADING)
        colours["stage-text"] = colours["stage-text"] if band else colours["stage-ink"]
    if band:
        colours["stage-band"] = colours["stage"]
    return Style(
        name=raw["name"],
        text=em,
        colours=colours,
        roles={key: _role(role, em, colours) for key, role in raw["roles"].items()},
        kinds={key: KindStyle(**{"face": "regular", "form": "card", **kind}) for key, kind in raw["kinds"].items()},
        curves=tuple(_curve(curve, em) for curve in raw["curves"]),
        space={key: length * em for key, length in raw["space"].items()},
        icons=icons,
    )


GROWING: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "lane": ("label-width",),
    "stage": ("stage-rule", "stage-gap", "step-gap"),
    "title": ("title-gap", "head-gap"),
})  # fmt: skip
"""Spaces that grow with a role's type."""


def enlarged(style: Style, factors: Mapping[str, float]) -> Style:
    """The style with the type of these roles so many times as large, and with what must grow with it."""
    wider = {space: factors[role] for role, spaces in GROWING.items() if role in factors for space in spaces}
    grown = {role: _larger(style.roles[role], factor) for role, factor in factors.items() if role in style.roles}
    space = {name: length * wider.get(name, 1.0) for name, length in style.space.items()}
    return replace(style, roles={**style.roles, **grown}, space=space)


def _larger(role: TextRole, factor: float) -> TextRole:
    return replace(role, size=role.size * factor, leading=role.leading * factor)


def themed(tokens: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The tokens of a style with those that a theme has of its own; of lists, a theme has all or none."""
    both = dict(tokens)
    for key, value in own.items():
        known = both.get(key)
        both[key] = themed(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return both


def _curve(raw: Mapping[str, Any], em: float) -> CurveStyle:
    return CurveStyle(**{**raw, "dash": tuple(length * em for length in raw["dash"])})


def _role(raw: Mapping[str, Any], em: float, colours: Mapping[str, str]) -> TextRole:
    size = raw["size"] * em
    return TextRole(
        size=size,
        leading=size * raw["leading"],
        style=TextStyle(raw["face"], round(raw.get("tracking", 0) * 2048)),
        colour=colours[raw["colour"]],
        capitals=raw.get("capitals", False),
    )

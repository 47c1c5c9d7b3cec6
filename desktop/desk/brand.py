"""A client's look: what a draft of it becomes by one choice after another, and how a project wears it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.desk.desk import Desk
from desktop.desk.pictures import Ready, shown_whole
from desktop.document.base import changed
from desktop.document.edits.facts import edit_project
from desktop.document.project import Brand
from desktop.layout.colour import MARK, TEXT, contrast, readable
from desktop.storage.assets import FontAsset
from desktop.storage.brandfonts import FontFault, wardrobe
from desktop.storage.brands import Branding, branding
from desktop.storage.fontfiles import FAMILIES, FontError, Typeface, check_together, typeface

PAPER = "#FFFFFF"
BOLD = 600
"""The least weight that is told from a regular one."""

ACCENTS = ("#26356A", "#1D4ED8", "#0F766E", "#166534", "#7A1F5C", "#B42318", "#9A3412", "#3F3F46")
"""Colours to begin with, each dark enough for rules and text alike."""


class Brands:
    """Verbs of a desk for its project's brand. Pictures and fonts are outside what undo takes back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def worn(self) -> Branding:
        """What the project wears now."""
        return branding(self._desk.project.brand, self._desk.session.assets)

    def wear(self, look: Branding) -> bool:
        """The project in this look from now on; one edit. Whether anything changed."""
        held = self._desk.session.assets
        for key, asset in look.assets.items():
            if key not in held:
                self._desk.session.add_asset(key, asset)
        return self._desk.attempt(
            self._desk.words("edit.brand"), lambda project: edit_project(project, brand=look.brand)
        )


@dataclass(frozen=True, slots=True)
class Paleness:
    """How an accent does on paper: its contrast, and the colour in which rules are really drawn.

    code: "good" for rules and text, "rules" where text has to be darker, "weak" where rules have to be, too.
    """

    contrast: float
    rule: str
    code: str


def paleness(accent: str) -> Paleness:
    """Raises ValueError for what is no #RRGGBB."""
    against = contrast(accent, PAPER)
    code = "good" if against >= TEXT else "rules" if against >= MARK else "weak"
    return Paleness(against, readable(accent, PAPER, MARK), code)


def named(look: Branding, name: str) -> Branding:
    return _with(look, name=" ".join(name.split()))


def with_accent(look: Branding, accent: str) -> Branding:
    """Another colour; "" for the usual one. Raises pydantic.ValidationError for what is no #RRGGBB."""
    return _with(look, accent=accent.upper())


def with_logo(look: Branding, ready: Ready | None) -> Branding:
    """Another logo, shown whole; None takes it away."""
    if ready is None:
        return _with(look, logo=None)
    return branding(changed(look.brand, logo=shown_whole(ready)), {**look.assets, ready[0]: ready[1]})


def with_fonts(look: Branding, part: str, faces: Sequence[Typeface]) -> Branding:
    """Another typeface for the part "text" or "title"; none of it for the usual one.

    Raises FontError where the files are of several families, or too large.
    """
    families = list(dict.fromkeys(face.family for face in faces))
    if len(families) > 1:
        raise FontError(FAMILIES, family="”, “".join(families))
    files = tuple(dict.fromkeys(face.key for face in faces))
    brand = changed(look.brand, **{f"{part}_font": families[0] if families else "", f"{part}_files": files})
    after = branding(brand, {**look.assets, **{face.key: face.asset for face in faces}})
    check_together(asset.content() for asset in after.assets.values() if isinstance(asset, FontAsset))
    return after


def faces_of(look: Branding, part: str) -> list[Typeface]:
    """The font files of a part that are there and may be used."""
    return list(_faces(look, part))


def faults_of(look: Branding, part: str) -> list[FontFault]:
    """What of a part cannot be had."""
    return [fault for fault in wardrobe(look.brand, look.assets).faults if fault.part == part]


def lacking(faces: Sequence[Typeface], part: str) -> list[str]:
    """Looks that a typeface for text should have and these files have not: "bold", "italic"."""
    looks = [look for face in faces for look in face.looks]
    if part != "text" or not looks:
        return []
    bold = any(weight >= BOLD for weight, _ in looks)
    return [*([] if bold else ["bold"]), *([] if any(italic for _, italic in looks) else ["italic"])]


def _faces(look: Branding, part: str) -> Iterator[Typeface]:
    for key in getattr(look.brand, f"{part}_files"):
        asset = look.assets.get(key)
        if isinstance(asset, FontAsset):
            try:
                yield typeface(asset.content())
            except (FontError, ValueError):  # the faults tell
                continue


def _with(look: Branding, **fields: Any) -> Branding:
    brand: Brand = changed(look.brand, **fields)
    return branding(brand, look.assets)

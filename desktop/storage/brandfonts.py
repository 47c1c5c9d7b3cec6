"""A brand's two typefaces as the typesetter wants them, and what of them cannot be had."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop.document.project import Brand
from desktop.storage.assets import Asset, Assets, FontAsset
from desktop.storage.fontfiles import BITMAPS, DAMAGED, MISSING, RESTRICTED, WHOLE, FontError, typeface
from desktop.typeset.entries import BrandFonts, FontFile

PARTS = ("text", "title")
_REMEMBERED = 24


@dataclass(frozen=True, slots=True)
class FontFault:
    """A typeface that is not, or not wholly, there: for `part` "text" or "title", of this family.

    code: why, as of a FontError. replaced: nothing of it is there, so that the usual typeface stands in for it.
    """

    part: str
    family: str
    code: str
    replaced: bool

    @property
    def kind(self) -> str:
        """What the matter is: missing, damaged, or refused because of its maker's wishes."""
        if self.code in (RESTRICTED, WHOLE, BITMAPS):
            return "refused"
        return "missing" if self.code == MISSING else "damaged"


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """What a project is set in: None where it is only the usual typeface. faults: one for each part and code."""

    fonts: BrandFonts | None
    faults: tuple[FontFault, ...] = ()


def wardrobe(brand: Brand, assets: Assets) -> Wardrobe:
    """The brand's fonts as far as they are among the assets and may be used; equal ones are the same objects."""
    found = {part: tuple(_files(brand, part, assets)) for part in PARTS}
    good = {part: tuple(file for file, _ in files if file) for part, files in found.items()}
    faults = []
    for part in PARTS:
        family = getattr(brand, f"{part}_font")
        codes = [code for _, code in found[part] if code] or ([MISSING] if family and not found[part] else [])
        faults += [FontFault(part, family, code, not good[part]) for code in dict.fromkeys(codes)]
    fonts = BrandFonts(good["text"], good["title"]) if any(good.values()) else None
    return Wardrobe(fonts, tuple(faults))


def _files(brand: Brand, part: str, assets: Assets) -> Iterator[tuple[FontFile | None, str]]:
    """Each file, or why it cannot be used."""
    for key in getattr(brand, f"{part}_files"):
        asset = assets.get(key)
        yield _file(key, asset) if isinstance(asset, FontAsset) else (None, MISSING)


@lru_cache(maxsize=_REMEMBERED)
def _file(key: str, asset: Asset) -> tuple[FontFile | None, str]:
    """Remembered, because a large file is not gone through again for each page that is made."""
    try:
        found = typeface(asset.content())
    except FontError as error:
        return None, error.code
    except ValueError:
        return None, DAMAGED
    return (FontFile(found.family, asset.content()), "") if found.key == key else (None, DAMAGED)

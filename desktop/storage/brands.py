"""Brands as files of their own, to be shared: JSON like a project, with the logo and the fonts in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from desktop.collector import resting_collector
from desktop.document.base import Part
from desktop.document.project import Brand
from desktop.storage import encoding, syntax
from desktop.storage.assets import Asset, Assets, FontAsset, bytes_of
from desktop.storage.atomic import write_file
from desktop.storage.content import Key
from desktop.storage.errors import DamagedError, InvalidError, NotAProjectError, StorageError, TooNewError
from desktop.storage.files import LIMIT, load
from desktop.storage.fontfiles import typeface
from desktop.storage.picturehead import PictureError, fault
from desktop.storage.problems import worded
from desktop.storage.reader import parse
from desktop.storage.versions import FORMAT
from desktop.storage.writer import asset_lines, one_line

SUFFIX = ".brand"
BRAND_FORMAT, BRAND_MAJOR, BRAND_MINOR = "journeywall-brand", 1, 0

CHOOSE = "choose a file that ends in .brand"
_AGAIN = "ask for the file once more"


class BrandContent(Part):
    """What stands in a brand's file."""

    format: Literal["journeywall-brand"]
    version: tuple[Literal[1], Annotated[int, Field(ge=0, le=1_000_000)]]
    brand: Brand
    assets: Annotated[dict[Key, Asset], Field(max_length=100)] = Field(default_factory=dict)
    fonts: Annotated[dict[Key, FontAsset], Field(max_length=100)] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Branding:
    """A brand and the assets that it names, as far as they are there."""

    brand: Brand
    assets: Assets


def branding(brand: Brand, assets: Assets) -> Branding:
    """With those of the assets that belong to the brand."""
    keys = (*((brand.logo.asset,) if brand.logo else ()), *brand.text_files, *brand.title_files)
    return Branding(brand, {key: assets[key] for key in keys if key in assets})


def dump_brand(look: Branding) -> bytes:
    """The file in UTF-8; the same brand always gives the same bytes. Raises UnwritableError."""
    fonts = {key: asset for key, asset in look.assets.items() if isinstance(asset, FontAsset)}
    pictures = {key: asset for key, asset in look.assets.items() if key not in fonts}
    parts = (
        b'{\n "format": "%s"' % BRAND_FORMAT.encode(),
        b' "version": [%d, %d]' % (BRAND_MAJOR, BRAND_MINOR),
        b' "brand": ' + one_line(look.brand),
        asset_lines("assets", pictures),
        asset_lines("fonts", fonts),
    )
    return b",\n".join(parts) + b"\n}\n"


def write_brand(path: Path, look: Branding) -> None:
    """Raises StorageError; what stood there before still stands there then."""
    write_file(path, dump_brand(look))


def read_brand(path: Path) -> Branding:
    """The brand in a file of its own, or in a project. Raises StorageError."""
    return parse_brand(load(path, LIMIT), path)


def parse_brand(data: bytes, path: Path | None = None) -> Branding:
    """The brand in these bytes; `path` is only named in errors. Nothing in it is trusted. Raises StorageError."""
    try:
        with resting_collector():
            look = _parsed(data)
            _check(look)
    except NotAProjectError as error:
        raise NotAProjectError("this is not a Journeywall brand", path=path, remedy=CHOOSE) from error
    except StorageError as error:
        error.path = path
        raise
    return look


def _parsed(data: bytes) -> Branding:
    text = encoding.utf8(data)
    raw = syntax.raw(text)
    if raw.get("format") == FORMAT:
        opened = parse(data)
        return branding(opened.project.brand, opened.assets)
    _check_version(raw)
    try:
        content = BrandContent.model_validate_json(text)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        if details[0]["type"] == "json_invalid":
            raise syntax.explained(text, details[0]["msg"]) from error
        raise InvalidError(*worded(details, raw), remedy=_AGAIN) from error
    return branding(content.brand, {**content.assets, **content.fonts})


def _check_version(raw: Mapping[str, Any]) -> None:
    if raw.get("format") != BRAND_FORMAT:
        raise NotAProjectError("this is not a brand", place="format")
    match raw.get("version"):
        case [int(major), int(_)] if major > BRAND_MAJOR:
            said = f"the brand has format {major}, and this program reads up to {BRAND_MAJOR}"
            raise TooNewError(said, place="version", remedy="load it with a newer Journeywall")


def _check(look: Branding) -> None:
    """Whether every asset is what its key stands for, and may be used."""
    content = bytes_of(look.assets)
    for key, asset in look.assets.items():
        data = content(key)
        if not data:
            raise DamagedError("the logo or a font in it is damaged", remedy=_AGAIN)
        if isinstance(asset, FontAsset):
            typeface(data)
        elif wrong := fault(data):
            raise PictureError(wrong)

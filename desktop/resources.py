"""The files that come with the program, found in a checkout and in an installed wheel alike."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from threading import get_ident
from typing import Any

from desktop.layout.icons import Icon, read_icon
from desktop.layout.style import Style, Words, read_style, themed
from desktop.method.jargon import SILENT, Jargon, read_jargon
from desktop.storage.errors import DamagedError, ReadError, StorageError
from desktop.storage.files import load
from desktop.typeset.entries import BrandFonts, FontEntry, FontFile, catalogued, described
from desktop.typeset.fontfile import trouble
from desktop.typeset.fonts import FontSet
from desktop.typeset.typesetter import Typesetter

NAME = "journeywall"
ANOTHER = "choose another font"


@lru_cache(maxsize=1)
def root() -> Path:
    """The folder with fonts, icons, styles, templates, samples, schema and translations."""
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


def style(name: str, accent: str = "", theme: str = "white") -> Style:
    """The look on the "screen" or in "print", there also in the theme colour (filled) or grey (without any hue).

    A theme says only what is different in it. FileNotFoundError for a name that there is not.
    """
    tokens = _tokens(name)
    return read_style(tokens if theme == "white" else themed(tokens, _tokens(f"{name}-{theme}")), icons(), accent)


def _tokens(name: str) -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads((root() / "styles" / f"{name}.json").read_text("utf-8"))
    return tokens


@lru_cache(maxsize=1)
def icons() -> dict[str, Icon]:
    """The icons of kinds ("pain") and channels ("channel-web") by name."""
    files = sorted((root() / "icons").glob("*.svg"))
    return {path.stem: read_icon(path.read_text("utf-8")) for path in files}


@lru_cache(maxsize=1)
def interface_icons() -> dict[str, Icon]:
    """The drawings of the interface ("undo") by name, on a grid of 20 units."""
    files = sorted((root() / "icons" / "interface").glob("*.svg"))
    return {path.stem: read_icon(path.read_text("utf-8")) for path in files}


def typesetter(more: tuple[Path, ...] = (), brand: BrandFonts | None = None, language: str = "") -> Typesetter:
    """The one typesetter with the bundled fonts, and with a brand's before and further files behind them.

    Each thread has its own: what they remember, and HarfBuzz, bear no second thread.

    `more` come before those chosen for the whole program (`use_fonts`) and those of packages that are installed.
    `language` says whose Chinese characters are taken where a text does not tell; without such fonts it is nothing.
    Each font is read when it is first needed, and checked before it is used: one that is missing or damaged is a
    StorageError, then; those of `more` and of the brand are checked at once.
    """
    fonts = (*more, *(path for path in _chosen if path not in more))
    regional = bool(fonts or brand or _packaged())
    return _typesetter(fonts, brand, _region(language) if regional else "", get_ident())


def use_fonts(paths: Iterable[Path]) -> list[StorageError]:
    """Fonts for the whole program from now on, asked for what the bundled ones do not have; those that cannot be used
    are left out, and told."""
    troubles: list[StorageError] = []
    _chosen.clear()
    for path in dict.fromkeys(paths):
        try:
            _font(path)
        except StorageError as error:
            troubles.append(error)
        else:
            _chosen.append(path)
    return troubles


_chosen: list[Path] = []


def font_families(path: Path) -> tuple[str, ...]:
    """The names of the typefaces in a font file. Raises StorageError for one that cannot be used."""
    return tuple(dict.fromkeys(entry.family for entry in described(FontFile(str(path), _font(path)), "")))


@lru_cache(maxsize=8)
def _typesetter(more: tuple[Path, ...], brand: BrandFonts | None, region: str, _thread: int) -> Typesetter:
    from desktop.linebreaks import line_breaks  # noqa: PLC0415 - Qt, which commands that set no type do without

    for file in (*brand.text, *brand.title) if brand else ():
        _checked(file.data, Path(file.name), ANOTHER)
    entries = [
        entry
        for number, path in enumerate(more, 1)
        for entry in described(FontFile(str(path), _font(path)), f"more-{number}")
    ]
    folder = root() / "fonts"
    fonts = FontSet(_fonts(), lambda name: _font(folder / name), (*entries, *_packaged()), brand, region)
    return Typesetter(fonts, line_breaks)


@lru_cache(maxsize=1)
def _fonts() -> dict[str, Any]:
    """The catalogue of fonts, and of packages with more of them."""
    catalogue: dict[str, Any] = json.loads((root() / "fonts" / "fonts.json").read_text("utf-8"))
    return catalogue


@lru_cache(maxsize=1)
def _packaged() -> tuple[FontEntry, ...]:
    """The fonts of the packages that are installed, of those that the catalogue names."""
    return tuple(
        replace(entry, file=str(folder / entry.file))
        for extra in _fonts()["extras"]
        for folder in _folders(extra["package"])
        for entry in catalogued(extra)
        if (folder / entry.file).is_file()
    )


def _folders(package: str) -> Iterator[Path]:
    """Where a package lies; it is not imported."""
    found = find_spec(package)
    yield from map(Path, found.submodule_search_locations or () if found else ())


def _region(language: str) -> str:
    """Whose way of writing Chinese characters goes with a language tag; simplified ones for all others."""
    parts = language.lower().replace("_", "-").split("-")
    if parts[0] == "zh":
        return "TC" if {"hant", "tw", "hk", "mo"} & set(parts) else "SC"
    return {"ja": "JP", "ko": "KR"}.get(parts[0], "SC")


def check_fonts() -> None:
    """Reads all bundled fonts. Raises StorageError for the first that is missing or damaged."""
    fonts = typesetter().fonts
    for entry in catalogued(_fonts()):
        fonts.data(entry.key)


def _font(path: Path) -> bytes:
    remedy = ANOTHER if path.parent != root() / "fonts" else f"install {NAME} again"
    try:
        data = load(path)
    except ReadError as error:
        error.remedy = remedy
        raise
    return _checked(data, path, remedy)


def _checked(data: bytes, path: Path, remedy: str) -> bytes:
    if wrong := trouble(data):
        raise DamagedError(f"this font cannot be used ({wrong})", path=path, remedy=remedy)
    return data


def words(language: str) -> Words:
    """The catalogue of words in a language, English where a word or the language is missing."""
    english = _catalogue("en")
    own = _catalogue(language.partition("-")[0].lower())
    return lambda code: own.get(code) or english.get(code) or code


def version() -> str:
    """The program's version; of a checkout that was never installed it is not known."""
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return "(not installed)"


def notices() -> dict[str, str]:
    """The texts on whose work this is: the program's licence, the notices, and the licences of the fonts."""
    fonts = sorted((root() / "fonts").glob("*-LICENSE.txt"))
    return {
        "licence": _document("LICENSE"),
        "notices": _document("NOTICES.md"),
        "fonts": "\n\n".join(path.read_text("utf-8") for path in fonts),
    }


def _document(name: str) -> str:
    """A text from the top of a checkout, or from beside the installed package; empty where neither has it."""
    path = root().parent / name
    if path.is_file():
        return path.read_text("utf-8")
    with suppress(metadata.PackageNotFoundError):
        return metadata.distribution(NAME).read_text(f"licenses/{name}") or ""
    return ""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that there is a catalogue for, as "de"; English first."""
    found = sorted(path.stem for path in (root() / "translations").glob("*.json"))
    return ("en", *(language for language in found if language != "en"))


def interface_language(chosen: str, system: Iterable[str]) -> str:
    """The language that was chosen, else the first of the system's ("de-AT") that there is a catalogue for."""
    wanted = (language.partition("-")[0].lower() for language in (chosen, *system))
    return next((language for language in wanted if language in languages()), "en")


@lru_cache(maxsize=8)
def jargon(language: str) -> Jargon:
    """The words of organisations in a language ("de-AT"); none where there is no list for it."""
    path = root() / "jargon" / f"{language.partition('-')[0].lower()}.json"
    return read_jargon(json.loads(path.read_text("utf-8"))) if path.is_file() else SILENT


@lru_cache(maxsize=8)
def _catalogue(language: str) -> dict[str, str]:
    path = root() / "translations" / f"{language}.json"
    if not language.isalpha() or not path.is_file():
        return {}
    catalogue: dict[str, str] = json.loads(path.read_text("utf-8"))
    return catalogue

"""The files that come with the program, found in a checkout and in an installed wheel alike."""

import json
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from desktop.layout.icons import Icon, read_icon
from desktop.layout.style import Style, Words, read_style
from desktop.storage.errors import DamagedError, ReadError
from desktop.storage.files import load
from desktop.typeset.entries import BrandFonts, FontFile, described
from desktop.typeset.fontfile import trouble
from desktop.typeset.fonts import FontSet
from desktop.typeset.typesetter import Typesetter

NAME = "journeywall"


@lru_cache(maxsize=1)
def root() -> Path:
    """The folder with fonts, icons, styles, templates, samples, schema and translations."""
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


def style(name: str, accent: str = "") -> Style:
    """A theme by its name: "screen" or "print"."""
    return read_style(json.loads((root() / "styles" / f"{name}.json").read_text("utf-8")), icons(), accent)


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


def typesetter(more: tuple[Path, ...] = (), brand: BrandFonts | None = None) -> Typesetter:
    """The one typesetter with the bundled fonts, and with a brand's before and further files behind them.

    Each font is read when it is first needed, and checked before it is used: one that is missing or damaged is a
    StorageError, then; those of `more` and of the brand are checked at once.
    """
    return _typesetter(more, brand)


@lru_cache(maxsize=4)
def _typesetter(more: tuple[Path, ...], brand: BrandFonts | None) -> Typesetter:
    from desktop.linebreaks import line_breaks  # noqa: PLC0415 - Qt, which commands that set no type do without

    folder = root() / "fonts"
    catalogue = json.loads((folder / "fonts.json").read_text("utf-8"))
    for file in (*brand.text, *brand.title) if brand else ():
        _checked(file.data, Path(file.name), "choose another font")
    entries = [
        entry
        for number, path in enumerate(more, 1)
        for entry in described(FontFile(str(path), _font(path)), f"more-{number}")
    ]
    return Typesetter(FontSet(catalogue, lambda name: _font(folder / name), entries, brand), line_breaks)


def check_fonts() -> None:
    """Reads all fonts. Raises StorageError for the first that is missing or damaged."""
    fonts = typesetter().fonts
    for key in fonts.entries:
        fonts.data(key)


def _font(path: Path) -> bytes:
    remedy = "choose another font" if path.parent != root() / "fonts" else f"install {NAME} again"
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
def _catalogue(language: str) -> dict[str, str]:
    path = root() / "translations" / f"{language}.json"
    if not language.isalpha() or not path.is_file():
        return {}
    catalogue: dict[str, str] = json.loads(path.read_text("utf-8"))
    return catalogue

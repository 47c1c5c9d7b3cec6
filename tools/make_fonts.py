"""Make the bundled fonts from the packages they come in.

    pip download --no-deps fontpkg-inter==4.1.post1
    npm pack twemoji-colr-font@15.0.3
    python -m tools.make_fonts fontpkg_inter-*.whl twemoji-colr-font-*.tgz resources/fonts

Needs fontTools and brotli. The same packages give the same bytes.
"""

import io
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont, newTable
from fontTools.varLib.instancer import instantiateVariableFont

PREFIX = "JW"  # private family names, so that a font installed on the computer never takes a bundled font's place
TEXT_OPTICAL_SIZE = 14
UPRIGHT = "fontpkg_inter/files/Inter[opsz,wght].ttf"
SLOPED = "fontpkg_inter/files/Inter-Italic[opsz,wght].ttf"
FAMILY, SUBFAMILY, UNIQUE, FULL, POSTSCRIPT, TYPO_FAMILY, TYPO_SUBFAMILY, VARIATIONS_PREFIX = 1, 2, 3, 4, 6, 16, 17, 25
WINDOWS = (3, 1, 0x409)
ITALIC_SELECTION, BOLD_SELECTION, REGULAR_SELECTION = 0x01, 0x20, 0x40


@dataclass(frozen=True)
class Cut:
    """One static font of the family: its style name, where it is cut from and the weight."""

    name: str
    source: str
    weight: int

    @property
    def italic(self) -> bool:
        return self.source == SLOPED


CUTS = (
    Cut("Regular", UPRIGHT, 400),
    Cut("SemiBold", UPRIGHT, 600),
    Cut("Bold", UPRIGHT, 700),
    Cut("Italic", SLOPED, 400),
)


def rename(font: TTFont, family: str, style: str) -> None:
    """Give a font its private names; styles beyond regular, bold and italic become a legacy family of their own."""
    names = font["name"]
    linked = style in {"Regular", "Bold", "Italic"}
    new = {
        FAMILY: family if linked else f"{family} {style}",
        SUBFAMILY: style if linked else "Regular",
        UNIQUE: f"journeywall;{family} {style}",
        FULL: f"{family} {style}",
        POSTSCRIPT: f"{family.replace(' ', '')}-{style}",
    }
    if not linked:
        new |= {TYPO_FAMILY: family, TYPO_SUBFAMILY: style}
    for name in (*new, TYPO_FAMILY, TYPO_SUBFAMILY, VARIATIONS_PREFIX):
        names.removeNames(nameID=name)
    for name, words in new.items():
        names.setName(words, name, *WINDOWS)


def mark(font: TTFont, style: str, weight: int, *, italic: bool = False) -> None:
    """Say in the tables that programs look at which style of the family this is."""
    table = font["OS/2"]
    kept = table.fsSelection & ~(ITALIC_SELECTION | BOLD_SELECTION | REGULAR_SELECTION)
    own = {"Bold": BOLD_SELECTION, "Italic": ITALIC_SELECTION}.get(style, REGULAR_SELECTION)
    table.fsSelection = kept | own
    table.usWeightClass = weight
    font["head"].macStyle = (style == "Bold") | (italic << 1)
    if "STAT" in font:
        del font["STAT"]


def cut_inter(package: zipfile.ZipFile, cut: Cut) -> TTFont:
    """A static font at the optical size for text."""
    variable = TTFont(io.BytesIO(package.read(cut.source)), recalcTimestamp=False)
    font = instantiateVariableFont(variable, {"opsz": TEXT_OPTICAL_SIZE, "wght": cut.weight}, inplace=True)
    rename(font, f"{PREFIX} Inter", cut.name)
    mark(font, cut.name, cut.weight, italic=cut.italic)
    return font


def open_twemoji(package: tarfile.TarFile) -> TTFont:
    """The colour emoji as plain TrueType with COLR and CPAL tables, without FontForge's time stamps."""
    member = package.extractfile("package/twemoji.woff2")
    if member is None:
        raise FileNotFoundError("package/twemoji.woff2")
    font = TTFont(io.BytesIO(member.read()), recalcTimestamp=False)
    font.flavor = None
    font["post"].formatType = 3.0  # names of glyphs are of no use here
    for tag in ("FFTM", "cvt "):
        if tag in font:
            del font[tag]
    font["gasp"] = newTable("gasp")
    font["gasp"].version, font["gasp"].gaspRange = 1, {0xFFFF: 0x000F}
    rename(font, f"{PREFIX} Emoji", "Regular")
    return font


def main(inter: str, twemoji: str, out: str) -> None:
    folder = Path(out)
    with zipfile.ZipFile(inter) as package:
        for cut in CUTS:
            cut_inter(package, cut).save(folder / f"{PREFIX}Inter-{cut.name}.ttf")
        (folder / "Inter-LICENSE.txt").write_bytes(package.read("fontpkg_inter/LICENSE"))
    with tarfile.open(twemoji) as archive:
        open_twemoji(archive).save(folder / f"{PREFIX}Emoji.ttf")
        notice = archive.extractfile("package/LICENSE")
        if notice is not None:
            (folder / "Emoji-LICENSE.txt").write_bytes(notice.read())


if __name__ == "__main__":
    main(*sys.argv[1:])

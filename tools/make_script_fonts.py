"""Make the bundled fonts for scripts that Inter does not have, from the packages they come in.

    pip download --no-deps manimgx-fonts==2026.9.26.post1
    apt-get download fonts-noto-core=20201225-1
    python -m tools.make_script_fonts manimgx_fonts-*.whl fonts-noto-core_*.deb resources/fonts

Needs fontTools. The same packages give the same bytes. Signs that the fonts before them in the catalogue have already
are left out, and so are instructions for coarse screens.
"""

import io
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tools.make_fonts import PREFIX, mark, rename

LICENCE = "Noto-LICENSE.txt"
DEBIAN = "./usr/share/fonts/truetype/noto/"
WHEEL = "manimgx_fonts/"
WEIGHTS = {"Regular": 400, "Bold": 700}
SIGNS = (*range(0x2190, 0x2400), *range(0x2440, 0x2800), *range(0x2900, 0x2C00))
BASIC = ("Inter-Regular", "Emoji", "Sans-Regular")
CONTROLS = frozenset({*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070), 0xFEFF})
KEPT = frozenset({0x20, 0xA0, 0x200C, 0x200D, 0x25CC})
"""What a script needs beside its own letters: blanks, joiners, and the circle under a mark that stands alone."""


@dataclass(frozen=True)
class Script:
    """One family: its own name, and how its file is called in the wheel, or in Debian's package where it has a dash.

    `beside`: fonts of the bundle whose characters it leaves out; `only`: the characters to keep, () for all.
    """

    name: str
    source: str
    styles: tuple[str, ...] = ("Regular", "Bold")
    beside: tuple[str, ...] = ()
    only: tuple[int, ...] = ()


SCRIPTS = (
    Script("Sans", "NotoSans[wght].ttf", beside=("Inter-Regular", "Emoji")),
    Script("Arabic", "NotoNaskhArabic-{}.ttf"),
    Script("Hebrew", "NotoSansHebrew[wght].ttf"),
    Script("Devanagari", "NotoSansDevanagari[wght].ttf"),
    Script("Thai", "NotoSansThai[wght].ttf"),
    Script("Armenian", "NotoSansArmenian[wght].ttf"),
    Script("Georgian", "NotoSansGeorgian[wght].ttf"),
    Script("Math", "NotoSansMath-{}.ttf", ("Regular",), BASIC, SIGNS),
    Script("Symbols", "NotoSansSymbols2-{}.ttf", ("Regular",), (*BASIC, "Math-Regular"), SIGNS),
    Script("Signs", "NotoSansSymbols[wght].ttf", ("Regular",), (*BASIC, "Math-Regular", "Symbols-Regular"), SIGNS),
)


def reduced(font: TTFont, kept: Iterable[int]) -> TTFont:
    """The font with these characters, every feature and rule for them, and no hints."""
    options = Options(hinting=False, layout_features=["*"], layout_scripts=["*"], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["DSIG", "meta"]
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(kept))
    subsetter.subset(font)
    return font


def cut(script: Script, style: str, source: bytes, folder: Path) -> TTFont:
    """A static font of a family in one style."""
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": WEIGHTS[style]}, inplace=True)
    covered = {code for name in script.beside for code in TTFont(folder / f"{PREFIX}{name}.ttf").getBestCmap()}
    own = set(font.getBestCmap())
    wanted = own & set(script.only) if script.only else own
    font = reduced(font, wanted - covered - CONTROLS | own & KEPT if script.beside else wanted)
    rename(font, f"{PREFIX} {script.name}", style)
    mark(font, style, WEIGHTS[style])
    return font


def debian_files(package: Path) -> dict[str, bytes]:
    """The fonts in a Debian package, by the names of their files: an `ar` archive with a tar archive in it."""
    content = next(body for name, body in _members(package.read_bytes()) if name.startswith("data.tar"))
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        found = [member for member in archive if member.name.startswith(DEBIAN) and member.isfile()]
        files = {member.name.removeprefix(DEBIAN): archive.extractfile(member) for member in found}
        return {name: file.read() for name, file in files.items() if file is not None}


def _members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each member: a head of 60 bytes, then the content up to an even length."""
    place = len(b"!<arch>\n")
    while place + 60 <= len(archive):
        name, size = archive[place : place + 16].decode().strip(" /"), int(archive[place + 48 : place + 58])
        yield name, archive[place + 60 : place + 60 + size]
        place += 60 + size + size % 2


def main(wheel: str, debian: str, out: str) -> None:
    folder, installed = Path(out), debian_files(Path(debian))
    with zipfile.ZipFile(wheel) as package:
        for script in SCRIPTS:
            for style in script.styles:
                name = script.source.format(style)
                source = installed[name] if name != script.source else package.read(WHEEL + name)
                cut(script, style, source, folder).save(folder / f"{PREFIX}{script.name}-{style}.ttf")
        notice = next(name for name in package.namelist() if name.endswith("/licenses/LICENSE"))
        (folder / LICENCE).write_bytes(package.read(notice))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The bundled fonts for further scripts, and how they are made."""

import io
import tarfile

import pytest
from fontTools.ttLib import TTFont

from desktop import resources
from tools.make_script_fonts import SCRIPTS, Script, cut, debian_files
from typefaces import typeface

FONTS = resources.root() / "fonts"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_is_in_the_bundle(script):
    for style in script.styles:
        font = TTFont(FONTS / f"JW{script.name}-{style}.ttf")
        assert font["name"].getBestFamilyName() == f"JW {script.name}"
        assert bool(font["head"].macStyle & 1) == (style == "Bold")


def made(script, style="Regular", **kinds):
    return cut(script, style, typeface("Noto Lume", **kinds), FONTS)


def test_a_font_is_renamed_and_keeps_its_letters():
    font = made(Script("Lume", "NotoLume-{}.ttf"), letters="అఆ ")
    assert font["name"].getBestFamilyName() == "JW Lume"
    assert set(font.getBestCmap()) == {0x20, 0x0C05, 0x0C06}


def test_a_variable_font_is_cut_to_one_weight():
    font = made(Script("Lume", "NotoLume[wght].ttf"), "Bold", letters="అఆ", variable=True)
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == 700


def test_what_other_fonts_have_is_left_out():
    font = made(Script("Lume", "NotoLume-{}.ttf", beside=("Inter-Regular",)), letters="Aఅ ")
    assert set(font.getBestCmap()) == {0x20, 0x0C05}


def test_only_what_is_asked_for_is_kept():
    font = made(Script("Lume", "NotoLume-{}.ttf", only=(0x0C05,)), letters="అఆ")
    assert set(font.getBestCmap()) == {0x0C05}


def packed(files):
    """A Debian package with these files, by their paths."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:xz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    members = (("debian-binary", b"2.0\n"), ("control.tar.xz", b"odd"), ("data.tar.xz", data.getvalue()))
    heads = (f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(body):<10}`\n".encode() for name, body in members)
    bodies = (body + b"\n" * (len(body) % 2) for _, body in members)
    return b"!<arch>\n" + b"".join(head + body for head, body in zip(heads, bodies, strict=True))


def test_fonts_are_found_in_a_debian_package(tmp_path):
    path = tmp_path / "fonts.deb"
    folder = "./usr/share/fonts/truetype/noto/"
    path.write_bytes(packed({f"{folder}Lume-Bold.ttf": b"bold", "./usr/share/doc/Lume.txt": b"words"}))
    assert debian_files(path) == {"Lume-Bold.ttf": b"bold"}

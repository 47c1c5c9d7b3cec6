import io

import pytest
from fontTools.ttLib import TTFont

from desktop import resources
from tools.make_fonts import CUTS, SLOPED, UPRIGHT, rename


@pytest.fixture
def font():
    return TTFont(io.BytesIO((resources.root() / "fonts" / "JWInter-Regular.ttf").read_bytes()))


def names(font):
    return {record.nameID: str(record) for record in font["name"].names if record.nameID in {1, 2, 4, 6, 16, 17}}


def test_a_linked_style_keeps_the_family(font):
    rename(font, "JW Some", "Bold")
    assert names(font) == {1: "JW Some", 2: "Bold", 4: "JW Some Bold", 6: "JWSome-Bold"}


def test_another_style_has_a_family_of_its_own_for_old_programs(font):
    rename(font, "JW Some", "SemiBold")
    found = names(font)
    assert (found[1], found[2]) == ("JW Some SemiBold", "Regular")
    assert (found[16], found[17]) == ("JW Some", "SemiBold")


def test_copyright_and_licence_stay(font):
    rename(font, "JW Some", "Regular")
    kept = {record.nameID: str(record) for record in font["name"].names}
    assert "Inter Project Authors" in kept[0]
    assert "SIL Open Font License" in kept[13]


def test_only_sloped_cuts_are_italic():
    assert {cut.name for cut in CUTS if cut.italic} == {"Italic"}
    assert {cut.source for cut in CUTS} == {UPRIGHT, SLOPED}


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.name)
def test_every_cut_is_in_the_bundle(cut):
    bundled = TTFont(resources.root() / "fonts" / f"JWInter-{cut.name}.ttf")
    assert bundled["OS/2"].usWeightClass == cut.weight
    assert bool(bundled["head"].macStyle & 2) == cut.italic

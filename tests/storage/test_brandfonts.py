"""What a brand's project is set in, and what of it cannot be had."""

import pytest

from desktop.document.project import Brand
from desktop.storage.assets import FontAsset, font_asset
from desktop.storage.brandfonts import FontFault, wardrobe
from typefaces import typeface as made

REGULAR, BOLD = font_asset(made()), font_asset(made(weight=700))
SECRET = font_asset(made("Secret", permission=2))
HELD = dict((REGULAR, BOLD, SECRET))


def brand(text=(), title=(), text_font="Lume Sans", title_font=""):
    return Brand(text_font=text_font, title_font=title_font, text_files=text, title_files=title)


def test_without_a_brand_there_is_the_usual_typeface_and_nothing_to_tell():
    found = wardrobe(Brand(name="Lume", accent="#112233"), HELD)
    assert (found.fonts, found.faults) == (None, ())


def test_the_files_of_both_typefaces_are_handed_over():
    found = wardrobe(brand((REGULAR[0], BOLD[0]), (BOLD[0],), title_font="Lume Sans"), HELD)
    assert [file.data for file in found.fonts.text] == [REGULAR[1].content(), BOLD[1].content()]
    assert [file.name for file in found.fonts.title] == ["Lume Sans"]
    assert found.faults == ()


def test_a_name_without_a_file_is_a_missing_font():
    found = wardrobe(brand(), HELD)
    assert found.fonts is None
    assert found.faults == (FontFault("text", "Lume Sans", "missing", replaced=True),)


def test_a_file_that_is_not_there_is_told_and_the_rest_is_used():
    found = wardrobe(brand((REGULAR[0], "0" * 64)), HELD)
    assert len(found.fonts.text) == 1
    assert found.faults == (FontFault("text", "Lume Sans", "missing", replaced=False),)


def test_several_files_that_are_not_there_are_told_once():
    assert len(wardrobe(brand(("0" * 64, "1" * 64)), HELD).faults) == 1


def test_a_font_that_must_not_be_embedded_is_replaced_and_told():
    found = wardrobe(brand((), (SECRET[0],), text_font="", title_font="Secret"), HELD)
    assert found.fonts is None
    assert found.faults == (FontFault("title", "Secret", "restricted", replaced=True),)


def test_other_bytes_than_the_key_stands_for_are_not_used():
    swapped = {REGULAR[0]: BOLD[1]}
    assert wardrobe(brand((REGULAR[0],)), swapped).faults[0].code == "damaged"


def test_what_is_no_base64_is_damaged():
    odd = {REGULAR[0]: FontAsset(type="font/ttf", data="?")}
    assert wardrobe(brand((REGULAR[0],)), odd).faults[0].code == "damaged"


def test_the_key_of_a_picture_is_no_font():
    assert wardrobe(brand(("ab" * 32,)), {}).faults[0].code == "missing"


def test_a_font_is_gone_through_once():
    first, again = (wardrobe(brand((REGULAR[0],)), dict(HELD)).fonts for _ in range(2))
    assert first == again
    assert first.text[0] is again.text[0]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("missing", "missing"), ("damaged", "damaged"), ("format", "damaged"), ("bytes", "damaged")]
    + [(code, "refused") for code in ("restricted", "whole", "bitmaps")],
)
def test_a_fault_is_of_one_of_three_kinds(code, kind):
    assert FontFault("text", "Lume Sans", code, replaced=True).kind == kind

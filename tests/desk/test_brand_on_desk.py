"""A client's look: drafted choice by choice, judged, worn as one edit."""

import pytest
from pydantic import ValidationError

from desks import desk_on, small_map
from desktop.desk import brand
from desktop.desk.brand import (
    ACCENTS,
    Brands,
    faces_of,
    faults_of,
    lacking,
    named,
    paleness,
    with_accent,
    with_fonts,
    with_logo,
)
from desktop.document.cards import Picture
from desktop.document.project import Brand
from desktop.layout.colour import TEXT, contrast
from desktop.storage.assets import asset
from desktop.storage.brandfonts import FontFault
from desktop.storage.brands import Branding
from desktop.storage.fontfiles import FontError, typeface
from typefaces import typeface as made

BARE = Branding(Brand(), {})
REGULAR, BOLD, ITALIC = (typeface(made(**look)) for look in ({}, {"weight": 700}, {"italic": True}))
OTHER = typeface(made("Other Serif"))
LOGO = asset(b"a picture", "image/png", 300, 100)


def test_a_name_is_one_line():
    assert named(BARE, "  Osteria \n Lume ").brand.name == "Osteria Lume"


def test_an_accent_is_a_colour():
    assert with_accent(BARE, "#aa33ff").brand.accent == "#AA33FF"
    with pytest.raises(ValidationError):
        with_accent(BARE, "red")


def test_a_logo_comes_with_its_shape_and_goes_with_its_bytes():
    shown = with_logo(BARE, LOGO)
    assert shown.brand.logo == Picture(asset=LOGO[0], aspect=3.0)
    assert shown.assets == dict([LOGO])
    assert with_logo(shown, None) == BARE


def test_a_typeface_is_a_family_with_its_files():
    look = with_fonts(BARE, "text", [REGULAR, BOLD, REGULAR])
    assert (look.brand.text_font, look.brand.text_files) == ("Lume Sans", (REGULAR.key, BOLD.key))
    assert faces_of(look, "text") == [REGULAR, BOLD]
    assert faces_of(look, "title") == []


def test_one_typeface_goes_and_the_other_keeps_what_it_shares():
    both = with_fonts(with_fonts(BARE, "text", [REGULAR, BOLD]), "title", [BOLD])
    left = with_fonts(both, "text", [])
    assert (left.brand.text_font, left.brand.title_font) == ("", "Lume Sans")
    assert set(left.assets) == {BOLD.key}


def test_files_of_several_families_are_refused_by_their_names():
    with pytest.raises(FontError, match="“Lume Sans”, “Other Serif”"):
        with_fonts(BARE, "text", [REGULAR, OTHER])


def test_all_fonts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr("desktop.storage.fontfiles.MOST_TOGETHER", len(REGULAR.asset.content()) + 10)
    look = with_fonts(BARE, "text", [REGULAR])
    with pytest.raises(FontError, match="together"):
        with_fonts(look, "title", [OTHER])


def test_what_a_typeface_for_text_lacks_is_known():
    assert lacking([REGULAR], "text") == ["bold", "italic"]
    assert lacking([REGULAR, BOLD], "text") == ["italic"]
    assert lacking([REGULAR, BOLD, ITALIC], "text") == []
    assert lacking([BOLD], "title") == lacking([], "text") == []


def test_a_font_that_is_not_there_is_a_fault_of_its_part():
    look = Branding(Brand(title_font="Gone", title_files=("0" * 64,)), {})
    assert faults_of(look, "title") == [FontFault("title", "Gone", "missing", replaced=True)]
    assert faults_of(look, "text") == faces_of(look, "title") == []


@pytest.mark.parametrize(("accent", "code"), [("#26356A", "good"), ("#2F7DD1", "rules"), ("#FFD400", "weak")])
def test_an_accent_is_judged_by_its_contrast(accent, code):
    assert paleness(accent).code == code


def test_a_weak_accent_is_told_as_it_is_printed():
    pale = paleness("#FFD400")
    assert pale.contrast < 3.0 <= contrast(pale.rule, brand.PAPER)
    assert paleness("#26356A").rule == "#26356A"


def test_the_colours_to_begin_with_are_good_for_text():
    assert {accent for accent in ACCENTS if contrast(accent, brand.PAPER) < TEXT} == set()


def test_a_look_is_worn_by_one_edit_and_undone():
    desk = desk_on(small_map())
    look = with_fonts(with_logo(named(BARE, "Lume"), LOGO), "text", [REGULAR])
    assert Brands(desk).wear(look)
    assert Brands(desk).worn == look
    desk.undo()
    assert desk.project.brand == Brand()
    desk.redo()
    assert Brands(desk).worn == look


def test_the_same_look_again_is_no_edit():
    desk = desk_on(small_map())
    Brands(desk).wear(named(BARE, "Lume"))
    assert not Brands(desk).wear(named(BARE, "Lume"))
    assert desk.session.undoable.label == "Brand"

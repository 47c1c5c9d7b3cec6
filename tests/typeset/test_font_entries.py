"""What font files say of themselves."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from desktop.typeset.entries import FontEntry, FontFile, catalogued, described
from typefaces import typeface


def collection(*fonts):
    made = TTCollection()
    made.fonts = [TTFont(BytesIO(font)) for font in fonts]
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("weight", "italic"), [(400, False), (700, False), (400, True)])
def test_a_font_tells_family_weight_and_slope(weight, italic):
    (entry,) = described(FontFile("Lume.ttf", typeface(weight=weight, italic=italic)), "own")
    assert entry == FontEntry("own-1", "Lume.ttf", "Lume Sans", "Lume Sans", weight, italic)


def test_postscript_outlines_make_no_difference():
    (entry,) = described(FontFile("Lume.otf", typeface(cff=True)), "own")
    assert (entry.family, entry.weight, entry.axes) == ("Lume Sans", 400, ())


def test_a_variable_font_is_one_for_each_weight_it_can_have():
    entries = described(FontFile("Lume.ttf", typeface(variable=True)), "own")
    assert [entry.axes for entry in entries] == [(("wght", float(entry.weight)),) for entry in entries]
    assert len({entry.weight for entry in entries}) == len(entries) > 1
    assert [entry.key for entry in entries] == [f"own-{number}" for number in range(1, len(entries) + 1)]


def test_the_fonts_of_a_collection_are_told_apart():
    entries = described(FontFile("Two.ttc", collection(typeface("Lume Sans"), typeface("Lume Serif"))), "own")
    assert [(entry.family, entry.index) for entry in entries] == [("Lume Sans", 0), ("Lume Serif", 1)]


@pytest.mark.parametrize(
    ("family", "region"), [("Noto Sans CJK JP", "JP"), ("Noto Sans SC", "SC"), ("Noto Sans", ""), ("SCRIPT", "")]
)
def test_the_name_of_a_family_tells_whose_characters_it_has(family, region):
    assert FontEntry("own", "file", family, family).region == region


def test_a_catalogue_may_say_where_a_variable_font_is_cut():
    font = {"key": "a", "file": "A.ttf", "weight": 700, "axes": {"wght": 700}}
    (entry,) = catalogued({"families": [{"name": "A", "private": "JW A", "fonts": [font]}]})
    assert entry.axes == (("wght", 700),)

import io

import pytest
from fontTools.ttLib import TTFont

from desktop.typeset.fonts import FontSet
from desktop.typeset.lines import UNITS

INTER = ["inter-regular", "inter-semibold", "inter-bold", "inter-italic"]
SCRIPTS = ["sans", "arabic", "hebrew", "devanagari", "thai", "armenian", "georgian"]
SIGNS = ["math-regular", "symbols-regular", "signs-regular"]
ALL = [*INTER, "emoji", *(f"{script}-{weight}" for script in SCRIPTS for weight in ("regular", "bold")), *SIGNS]


def opened(fonts, key):
    return TTFont(io.BytesIO(fonts.data(key)))


def glyph(fonts, key, character):
    return fonts.font(key).shaper.get_nominal_glyph(ord(character))


def test_the_catalogue_names_all_fonts_in_order_of_fallback(fonts):
    assert list(fonts.entries) == ALL


@pytest.mark.parametrize("key", ALL)
def test_every_font_is_a_static_truetype_font_with_a_private_family(fonts, key):
    font = opened(fonts, key)
    assert "glyf" in font
    assert "fvar" not in font
    assert fonts.private_family(key).startswith("JW ")
    assert font["name"].getBestFamilyName() == fonts.private_family(key)


@pytest.mark.parametrize("key", ALL)
def test_no_name_in_a_font_is_that_of_a_font_that_may_be_installed(fonts, key):
    names = {str(record) for record in opened(fonts, key)["name"].names if record.nameID in {1, 4, 6, 16}}
    assert names
    assert all(name.startswith(("JW ", "JW")) for name in names)


@pytest.mark.parametrize("key", [key for key in ALL if key != "emoji"])
def test_weight_and_slope_in_the_file_are_those_of_the_catalogue(fonts, key):
    table = opened(fonts, key)["OS/2"]
    assert (table.usWeightClass, bool(table.fsSelection & 1)) == fonts.css(key)


@pytest.mark.parametrize("key", INTER)
def test_inter_keeps_kerning_and_contextual_forms(fonts, key):
    font = opened(fonts, key)
    positioning = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    substitution = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"kern", "mark"} <= positioning
    assert {"calt", "ccmp"} <= substitution


@pytest.mark.parametrize("key", INTER)
@pytest.mark.parametrize("text", ["Ağ łódź ỹ", "Ελλάδα ὠμέγα", "Привет їжак Ў", "“–” … € № → ½"])
def test_inter_covers_latin_greek_and_cyrillic(fonts, key, text):
    assert fonts.font(key).covers.issuperset(text)


WORDS = {
    "sans": "ŉǄ Ϙϟ Ѻѻ",
    "arabic": "العميل يبحث عن طاولة؟ پچژگ ١٢٣ ۱۲۳",
    "hebrew": "הלקוח מחפש שולחן שָׁלוֹם ״״",
    "devanagari": "ग्राहक क्षत्रिय ज़्यादा १२३ ।",
    "thai": "ลูกค้าหาโต๊ะน้ำ ๑๒๓ ๆ ฯ",
    "armenian": "Հաճախորդը",
    "georgian": "მომხმარებელი",
}


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_a_script_has_letters_digits_and_signs_of_its_own(fonts, script, weight):
    assert fonts.font(f"{script}-{weight}").covers.issuperset(WORDS[script])


@pytest.mark.parametrize(
    ("key", "signs"), [("math-regular", "∀∃∈∩⊂"), ("symbols-regular", "☐☒✘✦"), ("signs-regular", "♪⑩")]
)
def test_signs_that_are_used_on_maps_are_there(fonts, key, signs):
    assert fonts.font(key).covers.issuperset(signs)


@pytest.mark.parametrize("key", [*SIGNS, "sans-regular"])
def test_what_inter_has_is_not_there_twice(fonts, key):
    both = fonts.font(key).covers & fonts.font("inter-regular").covers
    assert both <= set("\u00a0 ⊘⟯")  # the last two mirror others


@pytest.mark.parametrize("script", SCRIPTS)
def test_fonts_of_scripts_carry_no_instructions_for_coarse_screens(fonts, script):
    assert not {"fpgm", "prep", "cvt ", "STAT"} & set(opened(fonts, f"{script}-bold").keys())


def test_the_fonts_together_are_small(folder):
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    scripts = [size for name, size in sizes.items() if not name.startswith(("JWInter", "JWEmoji"))]
    assert sum(scripts) < 2_000_000
    assert sum(sizes.values()) < 5_000_000


@pytest.mark.parametrize("name", ["Inter-LICENSE.txt", "Emoji-LICENSE.txt", "Noto-LICENSE.txt"])
def test_the_licences_come_along(folder, name):
    assert "SIL OPEN FONT LICENSE" in (folder / name).read_text("utf-8").upper()


def test_the_readme_names_origin_and_licence_of_every_file(folder):
    said = (folder / "README.md").read_text("utf-8")
    assert all(word in said for word in ("JWInter", "JWEmoji", "fontpkg-inter", "twemoji-colr-font", "CC BY 4.0"))


def test_the_public_family_is_what_others_call_it(fonts):
    assert fonts.family("inter-bold") == "Inter"
    assert fonts.family("emoji") == "Twemoji Mozilla"


def test_units_per_em_are_those_of_the_file(fonts):
    assert fonts.units_per_em("inter-regular") == 2048
    assert fonts.units_per_em("emoji") == 512


def test_metrics_are_in_units(fonts):
    metrics = fonts.metrics("regular")
    table = opened(fonts, "inter-regular")["OS/2"]
    assert (metrics.cap_height, metrics.x_height) == (table.sCapHeight, table.sxHeight)
    assert metrics.ascent == opened(fonts, "inter-regular")["hhea"].ascent
    assert metrics.descent == opened(fonts, "inter-regular")["hhea"].descent


def test_coverage_is_the_character_map_of_the_file(fonts):
    assert fonts.font("emoji").covers == frozenset(map(chr, opened(fonts, "emoji").getBestCmap()))


def near(face):
    """The weight that families of two have for a face."""
    return "bold" if face in {"semibold", "bold", "display"} else "regular"


@pytest.mark.parametrize("face", ["regular", "semibold", "bold", "italic"])
def test_a_face_begins_its_chain_with_its_own_font(fonts, face):
    assert [font.key for font in fonts.chain(face)][:3] == [f"inter-{face}", "emoji", f"sans-{near(face)}"]


def test_emoji_ask_the_emoji_font_first(fonts):
    assert [font.key for font in fonts.emoji_chain("bold")][:2] == ["emoji", "inter-bold"]


def test_an_unknown_face_is_an_error(fonts):
    with pytest.raises(KeyError, match="black"):
        fonts.chain("black")


def test_an_unknown_font_is_an_error(fonts):
    with pytest.raises(KeyError, match="arial"):
        fonts.data("arial")


def test_fonts_are_read_when_first_needed_and_once(folder, catalogue):
    read = []

    def load(name):
        read.append(name)
        return (folder / name).read_bytes()

    fonts = FontSet(catalogue, load)
    fonts.chain("regular")
    assert read == []
    fonts.metrics("regular")
    fonts.data("inter-regular")
    assert read == ["JWInter-Regular.ttf"]


def test_a_further_family_needs_only_an_entry_in_the_catalogue(folder, catalogue):
    hebrew = {"key": "hebrew", "file": "JWInter-Bold.ttf", "weight": 700}
    family = {"name": "Some Hebrew", "private": "JW Some", "fonts": [hebrew]}
    more = {**catalogue, "families": [*catalogue["families"], family]}
    fonts = FontSet(more, lambda name: (folder / name).read_bytes())
    assert [font.key for font in fonts.chain("italic")][-1] == "hebrew"


@pytest.mark.parametrize(("face", "expected"), [({"weight": 500}, "regular"), ({"weight": 900}, "bold")])
def test_a_face_without_a_font_takes_the_nearest_weight(folder, catalogue, face, expected):
    more = {**catalogue, "faces": {"odd": face}}
    fonts = FontSet(more, lambda name: (folder / name).read_bytes())
    assert fonts.chain("odd")[0].key == f"inter-{expected}"


def test_the_nearest_font_has_the_slope_before_the_weight(folder, catalogue):
    more = {**catalogue, "faces": {"odd": {"weight": 700, "italic": True}}}
    fonts = FontSet(more, lambda name: (folder / name).read_bytes())
    assert fonts.chain("odd")[0].key == "inter-italic"


def test_an_emoji_has_colour_layers_and_text_has_none(fonts):
    grin = glyph(fonts, "emoji", "😀")
    layers = fonts.layers("emoji", grin)
    assert len(layers) >= 3
    assert layers[0][1] == "#FFCC4D"
    assert fonts.layers("inter-regular", glyph(fonts, "inter-regular", "A")) == ()


def test_the_colours_are_those_of_the_first_palette(fonts):
    font = opened(fonts, "emoji")
    palette = font["CPAL"].palettes[0]
    names = font.getReverseGlyphMap()
    for name, layers in list(font["COLR"].ColorLayers.items())[::97]:
        expected = tuple(
            (names[layer.name], "#{0.red:02X}{0.green:02X}{0.blue:02X}".format(palette[layer.colorID]))
            for layer in layers
        )
        assert fonts.layers("emoji", names[name]) == expected


def test_an_outline_is_closed_contours_of_lines_and_cubic_curves(fonts):
    outline = fonts.outline("inter-regular", glyph(fonts, "inter-regular", "o"))
    kinds = [command[0] for command in outline]
    assert kinds[0] == "M"
    assert kinds[-1] == "Z"
    assert kinds.count("M") == kinds.count("Z") == 2
    assert {len(command) for command in outline if command[0] == "C"} == {7}


def test_an_outline_stands_upright_on_the_baseline(fonts):
    outline = fonts.outline("inter-regular", glyph(fonts, "inter-regular", "H"))
    heights = [command[index] for command in outline for index in range(2, len(command), 2)]
    assert (min(heights), max(heights)) == (0, fonts.metrics("regular").cap_height)


def test_an_outline_is_in_units_whatever_the_file_has(fonts):
    layers = fonts.layers("emoji", glyph(fonts, "emoji", "😀"))
    outline = fonts.outline("emoji", layers[0][0])
    across = [command[index] for command in outline for index in range(1, len(command), 2)]
    assert 0.8 * UNITS < max(across) - min(across) <= UNITS


def test_a_space_has_no_outline(fonts):
    assert fonts.outline("inter-regular", glyph(fonts, "inter-regular", " ")) == ()


def test_outlines_are_remembered(fonts):
    number = glyph(fonts, "inter-bold", "Q")
    assert fonts.outline("inter-bold", number) is fonts.outline("inter-bold", number)


def test_a_sloped_f_overhangs_its_advance_and_an_n_does_not(fonts):
    italic = fonts.font("inter-italic")
    assert italic.overhang(glyph(fonts, "inter-italic", "f")) > 0
    assert italic.overhang(glyph(fonts, "inter-italic", "n")) == 0

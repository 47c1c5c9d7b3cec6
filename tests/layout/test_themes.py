"""The themes for print: all text and all marks can be seen in each, with any accent; grey has no hue."""

import json

import pytest

from desktop import resources
from desktop.document.kinds import CARD_KINDS
from desktop.layout.colour import MARK, TEXT, channels, contrast, grey, luminance, mixed
from desktop.layout.style import themed

THEMES = ["white", "colour", "grey"]
ACCENTS = ["", "#FFD400", "#00A3A3", "#7A1F5C", "#FFFFFF", "#000000", mixed("#FFD400", "#FFFFFF", 0.5)]


def style(theme, accent=""):
    return resources.style("print", accent, theme)


@pytest.fixture(params=THEMES)
def theme(request):
    return request.param


def weak(pairs, least):
    return [(name, one, other) for name, one, other in pairs if contrast(one, other) < least]


@pytest.mark.parametrize("accent", ACCENTS)
def test_text_of_every_role_can_be_read_where_it_stands(theme, accent):
    look = style(theme, accent)
    pairs = [(key, role.colour, look.ground(key)) for key, role in look.roles.items() if key != "badge"]
    assert weak(pairs, TEXT) == []


def test_text_on_cards_can_be_read(theme):
    look = style(theme)
    grounds = {key: look.colours["paper"] if kind.form == "plain" else kind.fill for key, kind in look.kinds.items()}
    pairs = [(key, kind.ink, grounds[key]) for key, kind in look.kinds.items()]
    pairs += [(key, kind.meta or look.roles["meta"].colour, grounds[key]) for key, kind in look.kinds.items()]
    assert weak(pairs, TEXT) == []


def test_marks_on_cards_can_be_seen(theme):
    look = style(theme)
    paper = look.colours["paper"]
    pairs = [(key, kind.edge, ground) for key, kind in look.kinds.items() for ground in (kind.fill, paper)]
    pairs += [(key, kind.outline, paper) for key, kind in look.kinds.items() if kind.outline]
    assert weak(pairs, MARK) == []


def test_numbers_and_words_on_solid_marks_can_be_read(theme):
    look = style(theme)
    paper = look.colours["paper"]
    pairs = [(key, paper, look.kind(key).edge) for key in ("pain", "opportunity")]
    assert weak([*pairs, ("comments", paper, look.colours["ink-2"])], TEXT) == []


def test_curves_their_names_and_what_stands_on_their_fills_can_be_seen(theme):
    look = style(theme)
    grounds = [look.colours["paper"], *(curve.fill or curve.band for curve in look.curves)]
    assert weak([(curve.mark, curve.ink, ground) for curve in look.curves for ground in grounds], TEXT) == []
    own = [
        (curve.mark, curve.colour, ground) for curve in look.curves for ground in (look.colours["paper"], curve.fill)
    ]
    assert weak([pair for pair in own if pair[2]], MARK) == []


@pytest.mark.parametrize("accent", ACCENTS)
def test_marks_on_paper_can_be_seen(theme, accent):
    colours = style(theme, accent).colours
    names = ("stage", "divider", "star-edge", "portrait-edge")
    assert weak([(name, colours[name], colours["paper"]) for name in names], MARK) == []


def test_every_theme_has_a_look_for_every_kind(theme):
    assert {kind.key for kind in CARD_KINDS} <= set(style(theme).kinds)


def test_a_theme_changes_the_look_and_not_the_lengths_of_cards():
    names = ("column", "gutter", "gap", "pad", "edge", "label-width")
    for name in names:
        assert len({style(theme).space[name] for theme in THEMES}) == 1
    assert len({style(theme).roles["card"].size for theme in THEMES}) == 1


def test_a_theme_has_no_tokens_that_the_look_has_not():
    base = tokens("print")
    for theme in ("colour", "grey"):
        for part in ("colours", "roles", "kinds", "space"):
            assert set(tokens(f"print-{theme}").get(part, {})) <= set(base[part])


def tokens(name):
    return json.loads((resources.root() / "styles" / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("accent", ACCENTS)
def test_grey_has_no_hue(accent):
    look = style("grey", accent)
    colours = [colour for colour in look.colours.values() if colour]
    colours += [
        colour for kind in look.kinds.values() for colour in (kind.fill, kind.edge, kind.ink, kind.outline, kind.meta)
    ]
    colours += [colour for curve in look.curves for colour in (curve.colour, curve.ink, curve.fill, curve.band)]
    assert [colour for colour in colours if colour and len(set(channels(colour))) > 1] == []


def test_in_grey_cards_have_outlines_in_place_of_fills():
    look = style("grey")
    cards = [kind for kind in look.kinds.values() if kind.form == "card"]
    assert all(kind.fill == "#FFFFFF" and kind.outline for kind in cards)


def test_in_colour_stages_are_bands_and_fills_are_stronger():
    white, colour = style("white"), style("colour")
    assert colour.ground("stage") == colour.colours["stage-band"] == "#26356A"
    assert white.ground("stage") == white.colours["paper"]
    cards = [key for key, kind in white.kinds.items() if kind.form == "card"]
    assert all(luminance(colour.kinds[key].fill) < luminance(white.kinds[key].fill) for key in cards)


def test_the_band_takes_the_accent_as_dark_as_white_words_need():
    look = style("colour", "#00A3A3")
    assert look.colours["stage-band"] == look.colours["stage"] != "#00A3A3"
    assert style("colour", "#7A1F5C").colours["stage-band"] == "#7A1F5C"


def test_an_unknown_theme_is_an_error():
    with pytest.raises(FileNotFoundError):
        resources.style("print", theme="neon")


def test_a_theme_says_only_what_is_different():
    base = {"a": {"x": 1, "y": {"z": 2}}, "list": [1, 2], "b": 3}
    assert themed(base, {"a": {"y": {"z": 5}}, "list": [9]}) == {"a": {"x": 1, "y": {"z": 5}}, "list": [9], "b": 3}
    assert base["a"] == {"x": 1, "y": {"z": 2}}


@pytest.mark.parametrize("colour", ["#000000", "#FFFFFF", "#CF3F66", "#FFD400", "#010203"])
def test_a_grey_is_as_light_as_its_colour(colour):
    assert len(set(channels(grey(colour)))) == 1
    assert luminance(grey(colour)) == pytest.approx(luminance(colour), abs=0.004)


def test_no_ink_stays_no_ink():
    assert grey("") == ""

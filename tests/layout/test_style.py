import json

import pytest

from desktop import resources
from desktop.document.kinds import CARD_KINDS
from desktop.layout.colour import MARK, TEXT, channels, contrast, mixed
from desktop.layout.style import enlarged, read_style

THEMES = ["print", "screen"]


def raw(name="print"):
    return json.loads((resources.root() / "styles" / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", THEMES)
def test_every_kind_has_a_look(name):
    style = resources.style(name)
    assert {kind.key for kind in CARD_KINDS} <= set(style.kinds)
    assert all(kind.icon in style.icons for kind in style.kinds.values())


@pytest.mark.parametrize("name", THEMES)
def test_text_of_every_role_can_be_read_on_paper(name):
    style = resources.style(name)
    on_paper = {key: role for key, role in style.roles.items() if key != "badge"}
    weak = {key: contrast(role.colour, style.colours["paper"]) for key, role in on_paper.items()}
    assert {key: ratio for key, ratio in weak.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("name", THEMES)
def test_text_on_cards_can_be_read(name):
    style = resources.style(name)
    for kind in style.kinds.values():
        ground = kind.fill if kind.form != "plain" else style.colours["paper"]
        assert contrast(kind.ink, ground) >= TEXT
        assert contrast(kind.meta or style.roles["meta"].colour, ground) >= TEXT


@pytest.mark.parametrize("name", THEMES)
def test_marks_on_cards_can_be_seen(name):
    style = resources.style(name)
    weak = {key: contrast(kind.edge, kind.fill) for key, kind in style.kinds.items()}
    assert {key: ratio for key, ratio in weak.items() if ratio < MARK} == {}
    assert all(contrast(kind.edge, style.colours["paper"]) >= MARK for kind in style.kinds.values())


@pytest.mark.parametrize("name", THEMES)
def test_numbered_cards_and_badges_can_be_read(name):
    style = resources.style(name)
    for key in ("pain", "opportunity"):
        assert contrast(style.colours["paper"], style.kind(key).edge) >= TEXT


@pytest.mark.parametrize("name", THEMES)
def test_curves_and_their_names_can_be_seen(name):
    style = resources.style(name)
    for curve in style.curves:
        assert contrast(curve.colour, style.colours["paper"]) >= MARK
        assert contrast(curve.ink, style.colours["paper"]) >= TEXT


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("colour", ["stage", "divider", "star-edge", "portrait-edge"])
def test_marks_on_paper_can_be_seen(name, colour):
    colours = resources.style(name).colours
    assert contrast(colours[colour], colours["paper"]) >= MARK


def test_both_themes_have_the_same_tokens():
    one, other = (raw(name) for name in THEMES)
    for part in ("colours", "roles", "kinds", "space"):
        assert set(one[part]) == set(other[part])


def test_lengths_are_multiples_of_the_text():
    tokens = raw()
    style = read_style(tokens, resources.icons())
    assert style.space["pad"] == tokens["space"]["pad"] * tokens["text"]
    assert style.roles["title"].size == 4 * tokens["text"]


def test_an_unknown_kind_is_drawn_plainly():
    style = resources.style("print")
    assert style.kind("unheard-of") is style.kinds["other"]


def test_curves_come_round_again():
    style = resources.style("print")
    assert style.curve(len(style.curves)) is style.curve(0)


def test_an_unknown_icon_gives_way():
    style = resources.style("print")
    assert style.icon("channel-pigeon", "touchpoint") is style.icons["touchpoint"]
    assert style.icon("nothing") is style.icons["other"]


def test_a_brands_accent_takes_the_stage_rule():
    assert resources.style("print", "#7A1F5C").colours["stage"] == "#7A1F5C"


@pytest.mark.parametrize("accent", ["#FFD400", "#7A1F5C", "#2F7DD1"])
def test_headings_are_in_the_accent_as_dark_as_reading_from_afar_asks(accent):
    style = resources.style("print", accent)
    assert {style.roles[role].colour for role in ("stage", "step")} == {style.colours["stage-ink"]}
    assert contrast(style.colours["stage-ink"], "#FFFFFF") >= 7.0


def test_a_dark_accent_is_the_headings_own_colour():
    assert resources.style("print", "#7A1F5C").roles["stage"].colour == "#7A1F5C"


def test_words_on_a_band_of_the_accent_stay_white_and_a_grey_theme_grey():
    assert resources.style("print", "#FFD400", "colour").roles["stage"].colour == "#FFFFFF"
    red, green, blue = channels(resources.style("print", "#7A1F5C", "grey").roles["step"].colour)
    assert red == green == blue


def test_a_pale_accent_is_darkened_until_it_can_be_seen():
    pale = mixed("#FFD400", "#FFFFFF", 0.5)
    stage = resources.style("print", pale).colours["stage"]
    assert stage != pale
    assert contrast(stage, "#FFFFFF") >= MARK


def test_a_missing_token_is_an_error():
    tokens = raw()
    del tokens["colours"]["ink"]
    with pytest.raises(KeyError, match="ink"):
        read_style(tokens, {})


def test_an_enlarged_role_keeps_its_proportions():
    style = resources.style("print")
    larger = enlarged(style, {"title": 1.5})
    assert larger.roles["title"].size == 1.5 * style.roles["title"].size
    assert larger.roles["title"].leading == 1.5 * style.roles["title"].leading
    assert larger.roles["card"] is style.roles["card"]


def test_labels_grow_with_the_names_of_lanes():
    style = resources.style("print")
    larger = enlarged(style, {"lane": 1.2})
    assert larger.space["label-width"] == pytest.approx(1.2 * style.space["label-width"])
    assert larger.space["gutter"] == style.space["gutter"]


def test_what_no_style_has_enlarges_nothing():
    style = resources.style("print")
    assert enlarged(style, {"nothing": 3.0}) == style

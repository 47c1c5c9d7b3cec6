"""What may be wrong with a print is found where it is, and nothing is found where nothing is wrong."""

import base64
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

import pytest
from PIL import Image as Pillow

from desktop import resources
from desktop.document.base import changed
from desktop.document.cards import Marker, Picture
from desktop.document.project import Brand
from desktop.layout.places import Rect
from desktop.layout.style import KindStyle
from desktop.plan.page import MM
from desktop.plan.settings import Settings
from desktop.poster import preflight
from desktop.poster.preflight import SEVERITIES, character_names, places_mm, problems, weak_contrasts, worst
from desktop.poster.press import Press
from desktop.poster.sizing import posters
from desktop.poster.wording import sentence
from desktop.resources import root
from desktop.storage.assets import Asset, key_of
from desktop.storage.reader import read
from grids import card, lane, project

CALM = project(lane(card(1), card(2, step=1)), lane(kind="emotions", markers=(Marker(id="k1", step="d0", value=1.0),)))


@dataclass(frozen=True)
class Cut:
    cut: tuple[str, ...] = ()
    spoilt: tuple[str, ...] = ()


def printed(what=CALM, **wish):
    settings = Settings(**{"paper": "A3", **wish})
    press = Press(what, settings)
    made = posters(press, what, what.maps[0].id, settings)
    return press, made[0]


def found(what=CALM, *, assets=None, tiles=None, change=None, **wish):
    press, made = printed(what, **wish)
    return problems(what, assets or {}, press, change(made) if change else made, tiles)


def codes(*arguments, **wish):
    return [problem.code for problem in found(*arguments, **wish)]


def only(code, *arguments, **wish):
    """The one problem, which has this code."""
    (problem,) = found(*arguments, **wish)
    assert problem.code == code
    return problem


@cache
def png(width, height):
    """A picture's key and its asset."""
    out = BytesIO()
    Pillow.new("RGB", (width, height), "#12C845").save(out, "PNG")
    data = out.getvalue()
    return key_of(data), Asset(type="image/png", width=width, height=height, data=base64.b64encode(data).decode())


def pictured(width=600, height=400, **fields):
    """A map with a picture on a card, and its assets."""
    key, asset = png(width, height)
    shown = Picture(asset=key, aspect=width / height, alt="The yard", **fields)
    return project(lane(card(7, kind="picture", picture=shown, text=""), kind="images")), {key: asset}


def test_a_good_print_has_no_problems():
    assert found(paper="A2", read_from={"cards": 0.6, "stages": 0.8, "title": 1.0}) == ()


def test_our_sample_has_none_on_the_wall():
    opened = read(root() / "samples" / "restaurant.journey")
    assert found(opened.project, assets=opened.assets, paper="A0") == ()


def test_type_that_is_too_small_for_its_distance_is_told_once_for_its_group():
    problem = only("small", read_from={"cards": 3.0})
    assert (problem.severity, problem.card) == ("warning", "c1")
    assert problem.arguments["role"] == "card"
    assert problem.arguments["distance"] == "3"
    assert float(problem.arguments["legible"]) < 3.0


def test_headers_that_are_too_small_belong_to_no_card():
    groups = [problem.arguments["group"] for problem in found(read_from={"stages": 20.0, "title": 40.0})]
    assert groups == ["title", "stages"]
    assert {problem.card for problem in found(read_from={"stages": 20.0})} == {""}


def test_nobody_is_told_of_a_distance_that_was_not_asked_for():
    assert codes(paper="A3") == []


def test_tiny_type_is_told_whatever_the_distance():
    whole = read(root() / "samples" / "restaurant.journey").project
    problem = next(each for each in found(whole, paper="A4") if each.code == "tiny")
    assert float(problem.arguments["size"]) < 7


def test_a_card_that_a_seam_cuts_is_shown_where_it_is():
    made = printed()[1]
    problem = only("cut", tiles=Cut(cut=("c2",)))
    assert (problem.severity, problem.card) == ("warning", "c2")
    assert problem.arguments == {"text": "Asks"}
    assert problem.rect == places_mm(made.layout, made.page)["c2"]


def test_a_header_that_a_seam_cuts_is_worse():
    assert only("cut", tiles=Cut(spoilt=("s0",))).severity == "error"


@pytest.mark.parametrize(("side", "severity"), [(2000, ""), (220, "note"), (60, "warning")])
def test_pictures_that_are_too_coarse_are_told(side, severity):
    what, assets = pictured(side, side)
    told = found(what, assets=assets, paper="A4")
    assert [problem.severity for problem in told] == ([severity] if severity else [])


def test_the_resolution_is_that_of_the_print():
    what, assets = pictured(150, 100)
    made = printed(what, paper="A4")[1]
    problem = only("low-resolution", what, assets=assets, paper="A4")
    (image,) = (shape for placed in made.drawing.placed for shape in placed.figure.shapes if hasattr(shape, "asset"))
    assert float(problem.arguments["dpi"]) == pytest.approx(150 / (image.width * made.page.scale / 72), abs=0.51)
    assert problem.card == "c7"
    assert problem.arguments["picture"] == "The yard"


def test_of_a_cropped_picture_only_what_is_shown_counts():
    whole, cropped = pictured(900, 600), pictured(900, 600, crop=(0.4, 0.4, 0.6, 0.6))
    assert codes(whole[0], assets=whole[1], paper="A4") == []
    assert codes(cropped[0], assets=cropped[1], paper="A4") == ["low-resolution"]


def test_finer_printing_asks_for_finer_pictures():
    what, assets = pictured(400, 260)
    assert codes(what, assets=assets, paper="A4") == []
    assert codes(what, assets=assets, paper="A4", image_dpi=300) == ["low-resolution"]


def test_a_picture_that_is_missing_is_an_error():
    what, _ = pictured()
    problem = only("missing-picture", what)
    assert (problem.severity, problem.card, problem.arguments["reason"]) == ("error", "c7", "missing")


def test_a_damaged_picture_is_an_error():
    what, assets = pictured()
    ((key, asset),) = assets.items()
    broken = changed(asset, data=asset.data[:40])
    assert only("missing-picture", what, assets={key: broken}).severity == "error"


def test_characters_that_no_font_has_are_named():
    problem = only("missing-glyph", project(lane(card(1, text="Waits అ"))))
    assert (problem.severity, problem.card) == ("error", "c1")
    assert problem.arguments == {"character": "అ", "name": "U+0C05 TELUGU LETTER A", "count": "1"}


def test_a_character_is_told_once_with_its_number_of_places():
    what = project(lane(card(1, text="అ"), card(2, step=1, text="అ అ")), subtitle="అ")
    assert only("missing-glyph", what).arguments["count"] == "4"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("అ", "U+0C05 TELUGU LETTER A"),
        ("日", "U+65E5 CJK UNIFIED IDEOGRAPH-65E5"),
        ("e\u0301", "U+0065 LATIN SMALL LETTER E + U+0301 COMBINING ACUTE ACCENT"),
        ("\ue000", "U+E000 UNNAMED CHARACTER"),
    ],
)
def test_characters_have_names(text, name):
    assert character_names(text) == name


def test_a_broken_word_is_shown_on_its_card():
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
    problem = only("broken-word", project(lane(card(1), card(2, step=1, text=f"Die {word}")), steps=(8, 8)))
    assert (problem.card, problem.arguments) == ("c2", {"word": word})


def test_a_brands_font_that_is_missing_is_named():
    problem = only("missing-font", changed(CALM, brand=Brand(text_font="Gotham")))
    assert problem.severity == "warning"
    assert problem.arguments == {"font": "Gotham", "part": "text", "reason": "missing"}


def test_a_card_over_its_budget_is_told_when_it_makes_its_lane_higher():
    long = lane(card(1, text="Asks what is without nuts today " * 9), *(card(n, step=n - 1) for n in range(2, 5)))
    problem = only("over-budget", project(long))
    assert (problem.severity, problem.card) == ("note", "c1")
    assert int(problem.arguments["words"]) == 54
    assert float(problem.arguments["height"]) > 20


def lengthened(made):
    return replace(made, page=replace(made.page, width=5_200 * MM))


def test_a_page_that_not_every_program_shows_is_told():
    problem = only("too-long", change=lengthened)
    assert (problem.severity, problem.arguments["length"]) == ("error", "5200")


def test_a_poster_on_several_sheets_may_be_of_any_length():
    assert found(change=lengthened, tiles=Cut()) == ()


def faded(**kinds):
    """The style for print with other looks of some kinds."""
    style = resources.style("print")
    return replace(
        style, kinds={**style.kinds, **{key: replace(style.kinds[key], **look) for key, look in kinds.items()}}
    )


def test_our_themes_stand_out_enough():
    for theme in ("white", "colour", "grey"):
        style = resources.style("print", "", theme)
        assert list(weak_contrasts(style, set(style.roles), set(style.kinds))) == []


def test_what_does_not_stand_out_is_told():
    style = faded(action={"ink": "#CCCCCC"}, pain={"edge": "#FDE0E8"})
    told = [(what, thing) for what, thing, _, _ in weak_contrasts(style, {"card"}, {"action", "pain"})]
    assert told == [("text", "action"), ("mark", "pain")]
    assert list(weak_contrasts(style, {"card"}, {"thought"})) == []


def test_a_weak_contrast_is_a_problem():
    problem = only("contrast", change=lambda made: replace(made, style=faded(action={"ink": "#CCCCCC"})))
    assert problem.arguments["thing"] == "action"
    assert float(problem.arguments["ratio"]) < float(problem.arguments["least"])


def test_kinds_that_this_version_does_not_know_are_looked_at_too():
    plain = KindStyle("#FFFFFF", "#FFFFFF", "#FFFFFF", "other", "card", "regular")
    style = faded()
    style = replace(style, kinds={**style.kinds, "other": plain})
    assert {thing for _, thing, _, _ in weak_contrasts(style, set(), {"unheard-of"})} == {"unheard-of"}


def test_places_are_on_the_page():
    _, made = printed()
    places = places_mm(made.layout, made.page)
    assert {"c1", "c2", "k1", "s0", "s1", "d0", "d3", "l-actions"} <= places.keys()
    width, height = made.page.millimetres
    assert all(Rect(0, 0, width, height).contains(each.x, each.y) for each in places.values())


def test_the_worst_comes_first():
    what, _ = pictured()
    found_ = found(what, tiles=Cut(cut=("c7",)), read_from={"cards": 5.0})
    order = [SEVERITIES.index(problem.severity) for problem in found_]
    assert order == sorted(order)
    assert worst(found_) == "error"
    assert worst([each for each in found_ if each.code == "cut"]) == "warning"
    assert worst(()) == ""


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_problem_can_be_said(language):
    """All that was found above, and what is found elsewhere, has words with room for its arguments."""
    words = resources.words(language)
    what, _ = pictured()
    listed = [
        *found(what, tiles=Cut(cut=("c7",)), read_from={"cards": 5.0}),
        *found(changed(CALM, brand=Brand(text_font="X"))),
    ]
    for problem in listed:
        said = words(f"preflight.{problem.code}").format(**problem.arguments)
        assert said != f"preflight.{problem.code}"
        assert "{" not in said


def test_a_poster_of_something_else_is_looked_through():
    assert codes(change=lambda made: replace(made, layout=None), tiles=Cut(cut=("x",))) == ["cut"]


def test_an_empty_map_has_no_problems():
    assert codes(project(lane())) == []


def test_cards_that_are_alike_are_told_each():
    cards = (card(n, kind="picture", step=n, text="", picture=Picture(asset="ab" * 32)) for n in range(3))
    assert [problem.card for problem in found(project(lane(*cards, kind="images")))] == ["c0", "c1", "c2"]


@pytest.mark.parametrize(("language", "said"), [("en", "Pain point"), ("de", "Schmerzpunkt")])
def test_a_kind_that_does_not_stand_out_is_named(language, said):
    what = project(lane(card(1, kind="pain"), kind="pains"))
    problem = only("contrast", what, change=lambda made: replace(made, style=faded(pain={"ink": "#E0B0C0"})))
    assert sentence(problem, resources.words(language)).startswith(f"{said}: ")


def test_a_role_that_does_not_stand_out_is_named():
    def pale(made):
        style = resources.style("print")
        lane_ = replace(style.roles["lane"], colour="#C0C0C0")
        return replace(made, style=replace(style, roles={**style.roles, "lane": lane_}))

    problem = only("contrast", change=pale)
    assert problem.arguments["role"] == "lane"
    assert sentence(problem, resources.words("en")).startswith("Lane names: ")


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_no_theme_has_a_weak_contrast(theme):
    whole = read(root() / "samples" / "restaurant.journey").project
    assert "contrast" not in codes(whole, theme=theme, paper="A1")


def test_a_picture_is_looked_at_once(monkeypatch):
    what, assets = pictured(501, 333)
    seen = []
    monkeypatch.setattr(preflight, "fault", lambda data, **_: seen.append(data) or "")
    for _ in range(3):
        found(what, assets=assets)
    assert len(seen) == 1

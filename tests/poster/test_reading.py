"""From how far a poster can be read: figures that a ruler confirms, headers that grow, a PDF that tells them again."""

from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desktop.document.cards import Marker, Promise, Tactic
from desktop.plan.distance import GRADES
from desktop.plan.paper import paper as sheet_of
from desktop.plan.paper import turned
from desktop.plan.roles import CARDS, GROUPS, STAGES, TITLE, USUAL, group_of
from desktop.plan.settings import Settings
from desktop.poster.composing import composed
from desktop.poster.export import export
from desktop.poster.press import Press
from desktop.poster.reading import (
    PASSES,
    RoleGrade,
    distances,
    factors,
    failing,
    grades,
    has_meta,
    holds,
    keywords,
    least_card_text,
    parse,
    settled,
    shown,
    styled,
    told,
    with_distances,
)
from desktop.poster.sizing import posters
from desktop.resources import root
from desktop.storage.reader import read
from grids import card, lane, project
from printing import objects_of

MARKER = Marker(id="k1", step="d0", value=1.0, label="glad")
SMALL = project(
    lane(card(1), card(2, step=1, votes=3)),
    lane(kind="emotions", markers=(MARKER, Marker(id="k2", step="d1", value=0.0))),
)
FAR = {"cards": 1.0, "stages": 2.0, "title": 3.0}


@cache
def sample():
    return read(root() / "samples" / "restaurant.journey").project


@cache
def printed(what=None, **wish):
    """Press, poster and settings."""
    read_from = dict(wish.pop("read_from", ()))
    settings = Settings(read_from=read_from, **wish)
    whole = sample() if what is None else what
    press = Press(whole, settings)
    (made,) = posters(press, whole, whole.maps[0].id, settings)
    return press, made, settings


def graded(what=None, **wish):
    """Role → grade."""
    press, made, settings = printed(what, **wish)
    return {each.role: each for each in grades(made, press, settings)}


def far(**metres):
    return tuple(metres.items())


def test_only_what_stands_on_the_map_is_graded():
    found = graded(SMALL, paper="A3")
    assert {"title", "stage", "step", "lane", "card", "meta", "marker", "scale"} <= found.keys()
    assert not {"curve", "task", "initials", "subtitle", "divider"} & found.keys()


def test_everything_on_the_sample_is_graded():
    assert {"curve", "task", "initials", "subtitle", "divider", "legend", "fact"} <= graded().keys()


def test_groups_come_in_order_from_the_title_to_the_cards():
    groups = [each.group for each in graded().values()]
    assert groups == sorted(groups, key=tuple(GROUPS).index)
    assert all(each.group == group_of(each.role) for each in graded().values())


def test_a_capital_of_the_cards_subtends_the_angles_that_are_told():
    """By the definition of an angle: h = 2 D tan(θ / 2), Inter's capitals being 0.728 em high."""
    found = graded()["card"]
    capital = found.size_pt / 72 * 0.0254 * 0.728
    assert capital / found.legible_m == pytest.approx(16 / 60 * 3.14159265 / 180, rel=0.01)
    assert capital / found.comfortable_m == pytest.approx(20 / 60 * 3.14159265 / 180, rel=0.01)


@pytest.mark.parametrize(
    ("metres", "least", "good"), [(0.4, 7.3, 9.1), (0.6, 10.9, 13.6), (1, 18.1, 22.7), (2, 36, 45)]
)
def test_grades_agree_with_the_table_of_the_standards(metres, least, good):
    press, made, settings = printed(paper="A0", read_from=far(cards=metres))
    em = press.style.roles["card"].size

    def at(size):
        page = replace(made.page, scale=size / em)
        found = grades(replace(made, page=page, style=press.style), press, settings)
        return next(each.grade for each in found if each.role == "card")

    assert [at(least * share) for share in (0.98, 1.02)] == ["illegible", "legible"]
    assert [at(good * share) for share in (0.98, 1.02)] == ["legible", "comfortable"]


def test_distances_that_nobody_has_said_are_the_usual_ones():
    assert distances(Settings()) == USUAL
    assert distances(Settings(read_from={"cards": 5.0})) == {**USUAL, "cards": 5.0}


def test_a_distance_can_be_added():
    assert with_distances(Settings(read_from={"cards": 5.0}), {"title": 3.0}).read_from == {"cards": 5.0, "title": 3.0}


@pytest.mark.parametrize("paper", ["A0", "A1"])
def test_titles_and_stages_are_comfortable_where_their_distance_is_said(paper):
    found = graded(paper=paper, read_from=far(stages=1.5, title=3.0))
    assert (found["title"].grade, found["stage"].grade) == ("comfortable", "comfortable")


def test_what_goes_with_them_is_legible():
    found = graded(paper="A0", read_from=far(stages=1.8, title=3.0))
    assert all(found[role].grade != "illegible" for role in GROUPS[STAGES])


def test_headers_stay_as_they_are_when_they_are_large_enough():
    assert printed(paper="A0", read_from=far(stages=0.6, title=0.6))[1].style == printed(paper="A0")[1].style


def test_what_no_page_can_hold_is_not_forced_upon_it():
    press, made, _ = printed(paper="A4", read_from=far(stages=5.0, title=5.0))
    usual = printed(paper="A4")[1]
    share = {role: made.style.roles[role].size / press.style.roles[role].size for role in ("title", "stage", "step")}
    assert share == pytest.approx({"title": 3.0, "stage": 2.0, "step": 1.75}, rel=1e-3)
    assert made.page.scale > 0.6 * usual.page.scale


def test_the_map_is_laid_out_again_never_merely_scaled():
    larger, usual = (printed(paper="A0", read_from=metres)[1] for metres in (far(stages=2.0), ()))
    assert larger.layout.columns[0].width != usual.layout.columns[0].width
    assert larger.page.scale < usual.page.scale
    assert larger.page.millimetres == usual.page.millimetres


def test_lane_labels_never_leave_their_rows():
    layout = printed(paper="A0", read_from=far(stages=3.0))[1].layout
    for row in layout.rows:
        assert all(text.y >= 0.0 and text.bottom <= row.height + 1e-6 for text in row.content.label)


def test_a_poster_whose_headers_are_too_small_does_not_hold():
    press, made, settings = printed(paper="A0")
    assert holds(made, press, settings)
    assert not holds(made, press, with_distances(settings, {"title": 6.0}))


@examples(max_examples=15)
@given(st.floats(0.2, 20), st.floats(0.2, 20), st.floats(0.2, 8))
def test_enlarged_styles_are_never_smaller_and_keep_their_cards(stages, title, scale):
    press, _, _ = printed(SMALL, paper="A3")
    style = styled(press, Settings(read_from={"stages": stages, "title": title}), scale)
    assert all(style.roles[role].size >= size.size for role, size in press.style.roles.items())
    assert style.roles["card"] is press.style.roles["card"]


def test_factors_are_for_groups_with_a_distance():
    press, made, _ = printed(paper="A0")
    found = factors(press, Settings(read_from={"cards": 2.0}), made.page.scale)
    assert {group_of(role) for role in found} == {CARDS}
    assert found["card"] == pytest.approx(2.0 / graded(paper="A0")["card"].comfortable_m, rel=0.01)


@pytest.mark.parametrize(("metres", "size"), [(1.0, 22.65), (0.6, 13.59), (2.0, 45.33)])
def test_cards_need_a_size_for_a_distance(metres, size):
    press = printed(SMALL, paper="A3")[0]
    assert least_card_text(press, Settings(read_from={"cards": metres})) == pytest.approx(size, abs=0.03)


def test_cards_need_no_size_without_a_distance():
    assert least_card_text(printed(SMALL, paper="A3")[0], Settings(read_from={"title": 3.0})) == 0.0


def test_a_small_map_is_set_as_large_as_its_distance_asks_for():
    assert graded(SMALL, paper="A0", read_from=far(cards=2.0))["card"].grade == "comfortable"


def test_every_card_fails_when_cards_are_too_small():
    press, made, settings = printed(SMALL, paper="A4", read_from=far(cards=3.0))
    assert failing(made, press, settings) == ("c1", "c2", "k1")


def test_nothing_fails_where_all_can_be_read():
    press, made, settings = printed(SMALL, paper="A3", read_from=far(cards=0.3))
    assert failing(made, press, settings) == ()


def test_a_card_fails_alone_when_only_its_second_line_is_too_small():
    press, made, settings = printed(SMALL, paper="A3")
    card_, meta = (
        next(each for each in grades(made, press, settings) if each.role == role) for role in ("card", "meta")
    )
    between = (card_.legible_m + meta.legible_m) / 2
    found = failing(made, press, Settings(read_from={"cards": between}))
    assert "c2" in found
    assert "c1" not in found


@pytest.mark.parametrize(
    ("fields", "has"),
    [
        ({}, False),
        ({"votes": 2}, True),
        ({"seen": 2}, True),
        ({"seen": 1}, False),
        ({"kind": "opportunity", "promise": Promise(impact=3)}, True),
        ({"kind": "opportunity", "promise": Promise()}, False),
        ({"kind": "action", "promise": Promise(impact=3)}, False),
        ({"kind": "tactic", "tactic": Tactic(segment="Families")}, True),
        ({"kind": "tactic", "tactic": Tactic(when="Mondays")}, False),
    ],
)
def test_a_second_line_is_known(fields, has):
    assert has_meta(card(1, **fields)) is has


def test_badges_stand_where_numbers_do():
    assert "badge" in shown(printed(paper="A0")[1].layout)
    assert "badge" not in shown(printed(SMALL, paper="A3")[1].layout)


def test_figures_for_programs_have_names():
    press, made, settings = printed(SMALL, paper="A3")
    found = told(grades(made, press, settings))
    assert list(found["card"]) == ["pt", "legible_m", "comfortable_m", "read_from_m", "grade"]
    assert found["title"]["read_from_m"] == 3.0


def test_keywords_give_the_figures_back():
    press, made, settings = printed(paper="A0", read_from=tuple(FAR.items()))
    found = grades(made, press, settings)
    assert parse("; ".join(keywords(found))) == found


figures = st.floats(0.01, 9999).map(lambda number: float(f"{number:g}"))
role_grades = st.builds(
    lambda role, size, near, good, metres, word: RoleGrade(role, group_of(role), size, near, good, metres, word),
    st.sampled_from([role for roles in GROUPS.values() for role in roles]),
    *(figures,) * 4,
    st.sampled_from(GRADES),
)


@given(st.lists(role_grades, max_size=5), st.text(max_size=5))
def test_any_figures_come_back_from_any_text(found, between):
    words = f" \n{between.replace(':', '')}\n ".join(keywords(found))
    assert parse(words) == tuple(found)


@pytest.mark.parametrize("text", ["", "card 22 pt", "card: 22 pt / legible 1 m", "Osteria; map; poster"])
def test_other_words_hold_no_figures(text):
    assert parse(text) == ()


@pytest.fixture(scope="module")
def file():
    """The bytes of a print that is read from afar, and the report on it."""
    settings = Settings(paper="A1", read_from=FAR)
    return export(sample(), {}, sample().maps[0].id, "pdf", settings)


def test_figures_can_be_parsed_back_from_the_pdf(file):
    data, report = file
    with objects_of(data) as pdf:
        assert parse(str(pdf.docinfo["/Keywords"])) == report.posters[0].roles


def test_the_metadata_says_the_same(file):
    data, report = file
    with objects_of(data) as pdf:
        assert parse(str(pdf.open_metadata()["pdf:Keywords"])) == report.posters[0].roles


def test_what_is_said_is_what_is_printed(file):
    """The type in the file has the sizes that the figures name: measured on the glyphs, not on what was meant."""
    data, report = file
    sizes = {round(size, 1) for size in _sizes(data)}
    for each in report.posters[0].roles:
        assert min(abs(each.size_pt - size) for size in sizes) <= 0.06, each


def _sizes(data):
    """Sizes of type in pt on the first page, as PDFium has them."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0].get_textpage()
        count = page.count_chars()
        return {pypdfium2.raw.FPDFText_GetFontSize(page, at) for at in range(count)}
    finally:
        document.close()


def test_a_poster_of_something_else_is_graded_by_its_cards():
    press, made, settings = printed(SMALL, paper="A3")
    assert [each.role for each in grades(replace(made, layout=None), press, settings)] == ["card"]
    assert failing(replace(made, layout=None), press, settings) == ()


def test_sheets_of_one_file_say_the_figures_of_the_poster():
    whole = composed(SMALL, "m", Settings(paper="A3", read_from={"title": 3.0}))
    assert parse(" ".join(whole.document.keywords)) == grades(whole.made[0], whole.press, whole.press.settings)
    assert next(each for each in parse(whole.document.keywords[0])).group == TITLE


@pytest.mark.parametrize("metres", [1.0, 1.5, 2.0, 3.0, 5.0])
@pytest.mark.parametrize("paper", ["A0", "A2", "A4"])
def test_what_is_settled_holds(paper, metres):
    press, made, settings = printed(SMALL, paper=paper, read_from=far(stages=metres, title=metres))
    assert holds(made, press, settings)


def test_nothing_is_laid_out_again_when_all_is_large_enough():
    press, made, settings = printed(SMALL, paper="A2", read_from=far(stages=0.4))
    tried = []
    assert settled(press, settings, lambda each: tried.append(each) or made) is made
    assert tried == [press]


def test_it_gives_up_in_the_end():
    press, made, _ = printed(SMALL, paper="A2")
    tried = []
    settled(
        press, Settings(read_from={"title": 20.0}), lambda each: tried.append(each) or replace(made, style=press.style)
    )
    assert len(tried) == PASSES + 1


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_every_theme_is_enlarged(theme):
    assert graded(paper="A1", theme=theme, read_from=far(title=4.0))["title"].grade == "comfortable"


@pytest.mark.parametrize(("paper", "most"), [("A0", 2), ("A1", 3)])
def test_it_is_laid_out_again_once_or_twice(paper, most):
    what, settings, tried = sample(), Settings(paper=paper, read_from={"stages": 1.5, "title": 3.0}), []
    sheets = turned(sheet_of(paper), "auto")
    press = Press(what, settings)
    made = settled(press, settings, lambda each: tried.append(each) or each.fitted(what.maps[0].id, sheets))
    assert holds(made, press, settings)
    assert 1 < len(tried) <= most

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Measure, Pain, Picture, Promise, Reading
from desktop.document.project import Metric
from desktop.layout.interior import card_height, interior
from desktop.layout.numbers import NOTHING, Facts
from desktop.layout.places import Rect
from tests.grids import ASSET, EM, KINDS, SENTENCES, STYLE, card, composer

SET = composer()
SPACE = STYLE.space
WIDTH = 11 * EM
SERIES = Metric(id="m", readings=(Reading(date="2026-01", value=1.0), Reading(date="2026-02", value=2.0)))


def inside(what, facts=NOTHING, width=WIDTH):
    return interior(what, width, facts, SET)


def mark(found, form):
    return next(each for each in found.marks if each.form == form)


def forms(found):
    return [each.form for each in found.marks]


def ink_boxes(found):
    """The boxes of the lines of all texts."""
    for place in found.texts:
        leading = SET.setting(place.role, place.face).role.leading
        for number, (x, _, line) in enumerate(SET.lines(place)):
            width = line.width * SET.setting(place.role, place.face).scale
            yield Rect(x, place.y + number * leading, width, leading)


def numbered_card(kind, text, grade):
    facet = {"pain": Pain(severity=grade)} if kind == "pain" else {"promise": Promise(impact=grade, ease=grade)}
    return card(1, kind, text=text, **facet)


def test_a_card_is_its_text_and_its_padding():
    assert inside(card(1)).height == STYLE.roles["card"].leading + 2 * SPACE["pad"]


def test_a_longer_text_makes_a_higher_card():
    assert inside(card(1, text=SENTENCES[-1])).height > inside(card(1)).height


def test_the_icon_stands_beside_the_first_line():
    found = inside(card(1, text=SENTENCES[-1]))
    icon = mark(found, "icon")
    assert icon.name == "action"
    assert icon.rect.x == found.texts[0].x == SPACE["edge"] + SPACE["inset"]
    assert found.texts[0].indent == SPACE["icon"] + SPACE["icon-gap"]


def test_the_icons_middle_is_that_of_the_capitals():
    found, setting = inside(card(1)), SET.setting("card")
    icon = mark(found, "icon").rect
    capitals = found.texts[0].y + setting.baseline - setting.cap_height / 2
    assert icon.y + icon.height / 2 == pytest.approx(capitals)


def test_thoughts_and_quotes_are_italic():
    assert inside(card(1, "thought")).texts[0].face == "italic"
    assert inside(card(1, "quote")).texts[0].face == "italic"
    assert inside(card(1, "action")).texts[0].face == ""


def test_a_touchpoint_is_a_pill_with_its_channels_icon():
    found = inside(card(1, "touchpoint", channel="web"))
    icon = mark(found, "icon")
    assert icon.name == "channel-web"
    assert found.radius == found.height / 2
    assert icon.rect.y + icon.rect.height / 2 == pytest.approx(found.height / 2)


def test_a_pill_of_two_lines_keeps_the_corners_of_one_line():
    one, two = inside(card(1, "touchpoint")), inside(card(1, "touchpoint", text="Asks\nagain"))
    assert two.height > one.height
    assert two.radius == one.radius


def test_a_metric_is_plain_text():
    found = inside(card(1, "metric", text="CSAT 4.7"))
    assert (found.radius, found.texts[0].x, found.texts[0].face) == (0.0, 0.0, "semibold")


def test_a_metric_with_readings_has_a_small_chart():
    measured = card(1, "metric", text="CSAT", measure=Measure(metric="m"))
    assert forms(inside(measured)) == ["icon"]
    found = inside(measured, Facts(metric=SERIES))
    chart = mark(found, "spark").rect
    assert chart.right <= WIDTH
    assert not any(chart.meets(line) for line in ink_boxes(found))


def test_a_chart_beside_a_full_line_goes_below_at_the_left():
    measured = card(1, "metric", text="Minutes to pay 11", measure=Measure(metric="m"))
    chart = mark(inside(measured, Facts(metric=SERIES)), "spark").rect
    assert chart.x == 0.0
    assert chart.y >= STYLE.roles["card"].leading


def test_severity_shows_as_dots_under_the_text():
    found = inside(card(1, "pain", pain=Pain(severity=3)))
    dots = mark(found, "dots")
    assert dots.number == 3
    assert dots.rect.y > found.texts[0].bottom
    assert dots.rect.bottom < found.height


def test_a_star_stands_after_the_dots():
    found = inside(card(1, "pain", pain=Pain(severity=3), starred=True))
    assert forms(found) == ["icon", "dots", "star"]
    assert mark(found, "star").rect.x > mark(found, "dots").rect.right


def test_words_stand_after_the_marks():
    found = inside(card(1, starred=True, votes=4))
    assert found.texts[1].role == "meta"
    assert found.texts[1].indent == pytest.approx(SPACE["mark"] + SPACE["mark-gap"])


def test_a_numbered_pain_point_turns_white_on_colour():
    found = inside(card(1, "pain", pain=Pain(severity=5)), Facts(1))
    assert found.solid
    assert found.texts[0].colour == STYLE.colours["paper"]
    assert mark(found, "number").number == 1


def test_a_numbered_opportunity_keeps_its_fill():
    found = inside(card(1, "opportunity"), Facts(2))
    assert not found.solid
    assert mark(found, "number").number == 2


@given(st.sampled_from(("pain", "opportunity")), st.text("abc xy", max_size=60), st.integers(0, 5), st.floats(60, 300))
def test_the_number_never_touches_the_words(kind, text, grade, width):
    found = inside(numbered_card(kind, text, grade), Facts(1), width)
    badge = mark(found, "number").rect
    assert badge.x >= 0
    assert badge.right <= width
    assert badge.bottom <= found.height
    core = Rect(badge.x, badge.y + 0.2 * badge.height, badge.width, 0.6 * badge.height)
    assert [line for line in ink_boxes(found) if line.width and core.meets(line)] == []


@given(st.sampled_from(KINDS), st.text(max_size=80), st.floats(70, 400))
def test_everything_keeps_inside_the_card(kind, text, width):
    found = inside(card(1, kind, text=text), width=width)
    assert all(line.right <= width + 1e-6 and line.bottom <= found.height for line in ink_boxes(found))


@given(st.sampled_from((*KINDS, "thought")), st.sampled_from(SENTENCES), st.floats(70, 400))
def test_the_short_way_to_the_height_leads_to_the_same(kind, text, width):
    what = card(1, kind, text=text)
    assert card_height(what, width, NOTHING, SET) == inside(what, width=width).height


@pytest.mark.parametrize("facet", [{"starred": True}, {"votes": 2}, {"seen": 2}, {"pain": Pain(severity=2)}])
def test_marks_count_in_the_height(facet):
    what = card(1, "pain", **facet)
    assert card_height(what, WIDTH, NOTHING, SET) == inside(what).height > inside(card(1, "pain")).height


def picture_card(text="", **fields):
    return card(1, "picture", text=text, picture=Picture(asset=ASSET, **fields))


def test_a_picture_keeps_its_aspect():
    box = mark(inside(picture_card(aspect=1.6)), "picture").rect
    assert box.width / box.height == pytest.approx(1.6)


def test_a_crop_changes_the_aspect():
    box = mark(inside(picture_card(aspect=1.0, crop=(0.0, 0.0, 1.0, 0.5))), "picture").rect
    assert box.width / box.height == pytest.approx(2.0)


def test_a_tall_picture_is_made_narrower_and_centred():
    found = inside(picture_card(aspect=0.2))
    box = mark(found, "picture").rect
    room = WIDTH - SPACE["edge"] - 2 * SPACE["inset"]
    assert box.height == pytest.approx(1.25 * room)
    assert box.x - SPACE["edge"] - SPACE["inset"] == pytest.approx((room - box.width) / 2)


def test_a_caption_stands_under_the_picture():
    found = inside(picture_card("The open kitchen"))
    assert found.texts[0].y > mark(found, "picture").rect.bottom


def test_a_picture_without_words_needs_no_icon():
    assert forms(inside(picture_card())) == ["picture"]


def test_a_picture_card_without_a_picture_is_a_card():
    assert forms(inside(card(1, "picture", text="To come"))) == ["icon"]


HEBREW = "האורח מחפש מסעדה קרובה למקום העבודה"


def mirrored(place_or_rect, ends):
    return ends - place_or_rect.x - place_or_rect.width


@pytest.mark.parametrize("kind", ["action", "pain", "touchpoint", "quote", "thought"])
def test_the_icon_of_a_card_that_runs_to_the_left_stands_at_the_right(kind):
    left, right = inside(card(1, kind, text="Asks")), inside(card(1, kind, text="שואל"))
    one, other = mark(left, "icon").rect, mark(right, "icon").rect
    ends = WIDTH if STYLE.kind(kind).form == "pill" else 2 * left.texts[0].x + left.texts[0].width
    assert other.x == pytest.approx(mirrored(one, ends))
    assert right.texts[0].x == pytest.approx(mirrored(left.texts[0], ends))


@given(
    st.sampled_from(("pain", "opportunity")), st.integers(1, 5), st.integers(0, 3), st.sampled_from((HEBREW, "שואל"))
)
def test_nothing_of_such_a_card_covers_its_words(kind, grade, votes, text):
    what = changed(numbered_card(kind, text, grade), votes=votes)
    found = inside(what, Facts(number=7))
    boxes = [each.rect for each in found.marks]
    assert [box for box in boxes for line in ink_boxes(found) if box.meets(line)] == []


def test_the_words_under_such_a_card_end_at_its_right():
    found = inside(changed(card(1, "pain", text="שואל", pain=Pain(severity=3)), votes=2))
    dots, votes = mark(found, "dots").rect, list(ink_boxes(found))[-1]
    assert dots.right == pytest.approx(found.texts[0].x + found.texts[0].width)
    assert votes.right == pytest.approx(dots.x - SPACE["mark-gap"])


def test_the_number_keeps_clear_of_a_last_line_from_the_other_side():
    found = inside(card(1, "pain", text="שואל\nAsks"), Facts(number=2))
    number = mark(found, "number").rect
    assert not any(number.meets(line) for line in ink_boxes(found))


@given(st.sampled_from(KINDS), st.sampled_from((HEBREW, "Asks\nשואל", "שואל\nAsks")), st.floats(7 * EM, 20 * EM))
def test_a_card_is_as_high_whichever_way_it_runs(kind, text, width):
    what = card(1, kind, text=text)
    assert card_height(what, width, NOTHING, SET) == interior(what, width, NOTHING, SET).height

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.project import Goal, Metric, Persona
from desktop.layout.compose import Composer
from desktop.layout.heading import TITLE_LINES, Fact, Head, goal_text, head_of, place_head
from desktop.layout.places import Rect
from tests.grids import EM, composer, project, with_map

SET = composer()
WIDE = 150 * EM
MAYA = Persona(id="maya", name="Maya", summary="34, one free evening a month")
FACTS = (
    Fact("Persona", "Maya,", "34, one free evening a month", "maya"),
    Fact("Scenario", "", "Books a birthday table for two, arrives in the rain, eats, pays, takes the last tram."),
    Fact("Goal", "", "CSAT 4.1 → 4.6"),
)
TITLE = "An evening at Osteria Lume"


def place(head, width=WIDE):
    return place_head(head, 10.0, 20.0, width, SET)


def boxes(places):
    """The inked boxes of texts; the indent of the persona's words is left out, where the name stands."""
    for text in places.texts:
        for number, (x, _, line) in enumerate(SET.lines(text)):
            setting = SET.setting(text.role)
            yield Rect(x, text.y + number * setting.role.leading, line.width * setting.scale, setting.role.leading)


def described(**fields):
    whole = changed(project(), personas=(MAYA,), title="Osteria Lume")
    return head_of(with_map(whole, **fields), with_map(whole, **fields).maps[0], SET)


def test_the_head_says_who_what_and_why():
    head = described(persona="maya", scenario="Books a table", title=TITLE, subtitle="First visit")
    assert (head.title, head.subtitle) == (TITLE, "First visit")
    assert [(fact.caption, fact.strong, fact.text) for fact in head.facts] == [
        ("Persona", "Maya,", MAYA.summary),
        ("Scenario", "", "Books a table"),
    ]


def test_a_map_without_a_title_has_the_projects():
    assert described(title="").title == "Osteria Lume"


def test_an_unknown_persona_is_left_out():
    assert described(persona="nobody").facts == ()


def test_goals_stand_in_their_order_under_one_caption():
    goals = (Goal(id="a", statement="Second", rank="z"), Goal(id="b", statement="First", rank="A"), Goal(id="c"))
    whole = with_map(changed(project(), goals=goals), goals=("a", "b", "c"))
    assert head_of(whole, whole.maps[0], SET).facts == (Fact("Goal", "", "•\u00a0First\n•\u00a0Second"),)


@pytest.mark.parametrize(
    ("goal", "text"),
    [
        (Goal(id="g", statement="Raise CSAT", baseline=4.1), "Raise CSAT"),
        (
            Goal(id="g", metric="m", baseline=4.1, target=4.6, time_frame="by May"),
            "CSAT 4.1\u00a0→\u00a04.6\u00a0of 5 by May",
        ),
        (Goal(id="g", metric="m", target=4.6), "CSAT 4.6\u00a0of 5"),
        (Goal(id="g", time_frame="by May"), "by May"),
    ],
)
def test_goals_in_words(goal, text):
    assert goal_text(goal, (Metric(id="m", name="CSAT", unit="of 5"),)) == text


def test_facts_end_flush_at_the_right():
    places, rect = place(Head(TITLE, "", FACTS))
    assert max(text.x + text.width for text in places.texts) == pytest.approx(rect.right)


def test_captions_share_a_baseline_and_so_do_the_facts():
    places, _ = place(Head(TITLE, "First visit", FACTS))
    assert len({text.y for text in places.texts if text.role == "caption"}) == 1
    assert len({text.y for text in places.texts if text.role.startswith("fact")}) == 1


def test_title_and_facts_end_on_the_same_foot():
    places, rect = place(Head(TITLE, "First visit", FACTS))
    subtitle = next(text for text in places.texts if text.role == "subtitle")
    lowest = max(text.bottom for text in places.texts if text.role == "fact")
    assert subtitle.bottom == pytest.approx(lowest) == pytest.approx(rect.bottom)


def test_the_name_is_bold_and_the_rest_goes_on_beside_it():
    places, _ = place(Head("", "", FACTS[:1]))
    strong, rest = places.texts[1:]
    assert (strong.role, rest.role) == ("fact-strong", "fact")
    assert strong.y == rest.y
    assert rest.indent > SET.width("Maya,", "fact-strong")


def test_a_long_name_wraps_and_the_rest_stands_below():
    name = "Maximiliane von und zu " * 8
    places, _ = place(Head("", "", (Fact("Persona", name, "34", "maya"),)), 60 * EM)
    strong, rest = places.texts[1:]
    assert strong.lines > 1
    assert rest.y == strong.bottom


def test_the_portrait_stands_before_the_persona():
    places, _ = place(Head(TITLE, "", FACTS))
    caption = next(text for text in places.texts if text.text == "PERSONA")
    assert places.persona == "maya"
    assert places.portrait.right < caption.x


def test_without_a_persona_there_is_no_portrait():
    places, _ = place(Head(TITLE, "", FACTS[1:]))
    assert (places.portrait, places.persona) == (None, "")


@pytest.mark.parametrize(("words", "is_below"), [(2, False), (9, False), (30, True)])
def test_facts_make_room_for_a_title_that_would_take_many_lines_beside_them(words, is_below):
    places, _ = place(Head("every title " * words, "", FACTS))
    title, *facts = places.texts
    assert all(text.y >= title.bottom for text in facts) == is_below
    assert is_below or title.lines <= TITLE_LINES


def test_facts_stay_beside_a_title_of_many_lines_that_has_no_more_room_below():
    places, _ = place_head(Head("every title " * 30, "", FACTS), 10.0, 20.0, WIDE, SET, most=WIDE / 3)
    title, *facts = places.texts
    assert title.lines > TITLE_LINES
    assert min(text.y for text in facts) < title.bottom


def test_on_a_narrow_map_the_facts_stand_below_the_title():
    places, rect = place(Head(TITLE, "", FACTS), 60 * EM)
    title = places.texts[0]
    assert all(text.y >= title.bottom for text in places.texts[1:])
    assert rect.height > place(Head(TITLE, "", FACTS))[1].height


def test_a_title_alone_may_take_the_whole_width():
    long = "A title that is rather long for a map of this width"
    assert place(Head(long, "", ()), 110 * EM)[0].texts[0].lines == 1


def test_an_empty_head_has_no_height():
    places, rect = place(Head("", "", ()))
    assert places.texts == ()
    assert rect.height == 0.0


@given(
    st.text("abcdefg hij", max_size=60),
    st.text("abcdefg hij", max_size=900),
    st.text("abcdefg hij", max_size=80),
    st.floats(40, 400),
)
def test_no_two_texts_of_a_head_touch(title, scenario, goal, ems):
    facts = (FACTS[0], Fact("Scenario", "", scenario), Fact("Goal", "", goal))
    places, rect = place(Head(title, "First visit", facts), ems * EM)
    inked = [box for box in boxes(places) if box.width > 0]
    assert all(box.right <= rect.right + 1e-6 and box.bottom <= rect.bottom + 1e-6 for box in inked)
    pairs = [(one, other) for number, one in enumerate(inked) for other in inked[:number]]
    shrunk = [(Rect(one.x, one.y + 1, one.width, one.height - 2), other) for one, other in pairs]
    assert [(one, other) for one, other in shrunk if one.meets(other)] == []


@pytest.mark.parametrize("paragraphs", [1, 2, 3, 4, 5, 9, 40])
@pytest.mark.parametrize("width", [WIDE, 60 * EM, 20 * EM])
def test_facts_of_many_paragraphs_find_a_place(paragraphs, width):
    text = "\n".join(f"Goal {number}: more guests who come back" for number in range(paragraphs))
    places, rect = place(Head(TITLE, "", (*FACTS, Fact("Goals", "", text))), width)
    told = [each for each in places.texts if each.text == text]
    assert len(told) == 1
    assert told[0].bottom <= rect.bottom + 1e-6


class Counting(Composer):
    """Counts how often a paragraph is set."""

    placed = 0

    def place(self, *args, **kwargs):
        self.placed += 1
        return super().place(*args, **kwargs)


def test_what_fits_on_no_number_of_lines_is_not_tried_on_all():
    setter = Counting(SET.typesetter, SET.style, SET.words)
    wide = Fact("A caption that is wider than facts need be", "", "Books a table and eats " * 9)
    place_head(Head(TITLE, "", (wide, *FACTS)), 10.0, 20.0, 40 * EM, setter)
    assert setter.placed < 200


def test_a_paragraph_mark_of_any_kind_is_no_trouble():
    text = "one\u2028two\x0bthree\r\nfour\n"
    assert place(Head(TITLE, "", (Fact("Scenario", "", text),)))[1].height > 0


def test_a_long_title_stays_on_one_line_where_the_facts_still_fit():
    head = Head(f"{TITLE}, late in May", "First visit", FACTS)
    places, _ = place(head, 125 * EM)
    title = next(text for text in places.texts if text.role == "title")
    assert title.lines == 1
    assert SET.widest(title) > 125 * EM / 2
    assert not [
        one
        for one in boxes(places)
        for other in boxes(places)
        if one is not other and one != other and one.meets(other)
    ]


HEBREW_TITLE, HEBREW = "מסע האורח במסעדה", "אורחת מזמינה שולחן לשלושה ביום שישי בערב ומאחרת בעשר דקות"


def test_a_title_that_runs_to_the_left_stands_at_the_left_end_of_the_head():
    found, _ = place(Head(HEBREW_TITLE, "ערב רגיל", ()))
    title, subtitle = boxes(found)
    assert title.x == pytest.approx(10.0)
    assert subtitle.right == pytest.approx(title.right)


def test_a_fact_that_runs_to_the_left_has_its_caption_at_the_right():
    found, _ = place(Head(TITLE, "", (Fact("Scenario", "", HEBREW),)))
    _, caption, *lines = boxes(found)
    assert [line.right for line in lines] == pytest.approx([caption.right] * len(lines))


def test_a_name_and_what_follows_it_begin_at_the_same_side():
    found, _ = place(Head(TITLE, "", (Fact("Persona", "Maya,", HEBREW, "maya"), Fact("Persona", "מאיה,", "from Oslo"))))
    _, _, maya, summary, *_ = (next(iter(SET.lines(text)))[0] for text in found.texts)
    assert summary > maya
    strong, follows = found.texts[-2:]
    (name, _, _), (rest, _, line) = next(SET.lines(strong)), next(SET.lines(follows))
    assert rest + line.width * SET.setting("fact").scale < name

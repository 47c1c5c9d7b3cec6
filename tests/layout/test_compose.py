import pytest

from desktop.layout.compose import moved
from tests.grids import EM, STYLE, composer

WIDE = 40 * EM


@pytest.fixture(scope="module")
def set_text():
    return composer()


def test_one_line_is_as_high_as_its_leading(set_text):
    place = set_text.place("Asks", "card", 1.0, 2.0, WIDE)
    assert (place.lines, place.height) == (1, STYLE.roles["card"].leading)
    assert place.bottom == 2.0 + place.height


def test_a_narrow_paragraph_wraps(set_text):
    place = set_text.place("Reads the menu and three reviews", "card", 0.0, 0.0, 8 * EM)
    assert place.lines > 2
    assert set_text.widest(place) <= 8 * EM


def test_an_empty_text_keeps_a_line(set_text):
    assert set_text.place("", "card", 0.0, 0.0, WIDE).lines == 1


def test_capitals(set_text):
    assert set_text.place("Persona", "caption", 0.0, 0.0, WIDE).text == "PERSONA"
    assert set_text.width("Persona", "caption") == set_text.width("PERSONA", "caption")


def test_the_measured_width_is_wide_enough(set_text):
    text = "Books a birthday table for two, arrives in the rain"
    for role in ("card", "fact", "title", "meta"):
        assert set_text.place(text, role, 0.0, 0.0, set_text.width(text, role)).lines == 1


def test_an_indent_shortens_the_first_line_only(set_text):
    text = "Orders two menus and tap water"
    place = set_text.place(text, "card", 5.0, 0.0, 9 * EM, indent=2 * EM)
    lefts = [x for x, _, _ in set_text.lines(place)]
    assert lefts == [5.0 + 2 * EM] + [5.0] * (place.lines - 1)


def test_a_first_word_that_fits_only_without_the_indent_goes_below(set_text):
    word = "Unquestionable"
    width = set_text.width(word, "card") + 1.0
    place = set_text.place(f"{word} thing", "card", 0.0, 0.0, width, indent=2 * EM)
    assert (place.y, place.indent) == (STYLE.roles["card"].leading, 0.0)
    assert next(iter(set_text.lines(place)))[2].text.strip() == word


def test_a_first_word_that_never_fits_is_broken_beside_the_indent(set_text):
    place = set_text.place("x" * 60, "card", 0.0, 0.0, 8 * EM, indent=2 * EM)
    assert (place.y, place.indent) == (0.0, 2 * EM)


def test_baselines_are_a_leading_apart(set_text):
    place = set_text.place("Reads the menu and three reviews", "card", 0.0, 3.0, 8 * EM)
    ys = [y for _, y, _ in set_text.lines(place)]
    assert ys[0] == pytest.approx(3.0 + set_text.setting("card").baseline)
    assert ys[1] - ys[0] == pytest.approx(STYLE.roles["card"].leading)


def test_the_last_line_reaches_as_far_as_its_ink(set_text):
    one = set_text.place("Asks", "card", 0.0, 0.0, WIDE, indent=2 * EM)
    assert set_text.last_width(one) == pytest.approx(2 * EM + set_text.width("Asks", "card"))
    two = set_text.place("Asks\nwhy", "card", 0.0, 0.0, WIDE, indent=2 * EM)
    assert set_text.last_width(two) == pytest.approx(set_text.width("why", "card"))


def test_another_face_keeps_size_and_leading(set_text):
    role, italic = set_text.setting("card").role, set_text.setting("card", "italic")
    assert italic.role is role
    assert italic.style.face == "italic"


def test_moving_keeps_the_same_object_where_it_stands(set_text):
    place = set_text.place("Asks", "card", 0.0, 2.0, WIDE)
    assert moved(place, 2.0) is place
    assert moved(place, 5.0).y == 5.0


HEBREW = "האורח מחפש מסעדה קרובה למקום העבודה ומשווה מחירים"


def ends(set_text, place):
    """Left and right end of each line."""
    scale = set_text.setting(place.role).scale
    return [(x, x + line.width * scale) for x, _, line in set_text.lines(place)]


def test_lines_that_run_to_the_left_end_at_the_right(set_text):
    place = set_text.place(HEBREW, "card", 5.0, 0.0, 12 * EM)
    assert place.lines > 1
    assert [right for _, right in ends(set_text, place)] == pytest.approx([5.0 + 12 * EM] * place.lines)


def test_their_first_line_is_indented_at_the_right(set_text):
    place = set_text.place(HEBREW, "card", 5.0, 0.0, 12 * EM, indent=2 * EM)
    first, second, *_ = (right for _, right in ends(set_text, place))
    assert second - first == pytest.approx(2 * EM)


def test_each_paragraph_begins_at_its_own_side(set_text):
    place = set_text.place("Asks\nשואל", "card", 0.0, 0.0, WIDE)
    (left, _), (_, right) = ends(set_text, place)
    assert (left, right) == pytest.approx((0.0, WIDE))


def test_a_paragraph_may_be_told_where_to_begin(set_text):
    english = set_text.place("Asks", "card", 0.0, 0.0, WIDE, indent=EM, align="right")
    hebrew = set_text.place("שואל", "card", 0.0, 0.0, WIDE, indent=EM, align="left")
    assert ends(set_text, english)[0][1] == pytest.approx(WIDE - EM)
    assert ends(set_text, hebrew)[0][0] == EM


def test_the_side_is_that_of_the_first_paragraph(set_text):
    assert [set_text.side(text) for text in ("", "Asks", "12 שואל", "Asks\nשואל")] == ["left", "left", "right", "left"]


def test_hugged_paragraphs_keep_their_lines_and_end_together(set_text):
    wide = [set_text.place(text, "card", 3.0, 0.0, 12 * EM) for text in (HEBREW, "שואל")]
    tight = set_text.hugged(wide)
    assert [place.lines for place in tight] == [len(ends(set_text, place)) for place in tight]
    assert min(left for left, _ in ends(set_text, tight[0])) == pytest.approx(3.0)
    assert ends(set_text, tight[1])[-1][1] == pytest.approx(max(right for _, right in ends(set_text, tight[0])))


def test_paragraphs_that_begin_at_the_left_are_not_hugged(set_text):
    place = set_text.place("Asks", "card", 0.0, 0.0, WIDE)
    assert set_text.hugged([place]) == (place,)


def test_a_last_line_that_begins_at_the_other_side_reaches_all_across(set_text):
    assert set_text.last_width(set_text.place("Asks\nשואל", "card", 0.0, 0.0, WIDE)) == WIDE
    assert set_text.last_width(set_text.place("שואל\nשואל", "card", 0.0, 0.0, WIDE)) < 5 * EM

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

"""A logo at the right end of the head: as it is, calm, and level with the title."""

import pytest

from desktop.document.base import changed
from desktop.document.cards import Picture
from desktop.document.project import Brand
from desktop.layout.heading import Fact, Head, head_of, place_head
from desktop.layout.logo import WIDEST, logo_size
from tests.grids import EM, composer, project

SET = composer()
WIDE = 150 * EM
SHAPES = [0.2, 0.5, 1.0, 2.5, 6.0, 20.0]
FACTS = (
    Fact("Scenario", "", "Books a birthday table for two, arrives in the rain, eats, pays."),
    Fact("Goal", "", "CSAT"),
)


def placed(aspect, width=WIDE, title="An evening", subtitle="First visit", facts=FACTS):
    return place_head(Head(title, subtitle, facts, aspect), 10.0, 20.0, width, SET)


def ink(text):
    """From the top of the capitals to the last baseline."""
    setting = SET.setting(text.role)
    first = text.y + setting.baseline
    return first - setting.cap_height, first + (text.lines - 1) * setting.role.leading


@pytest.mark.parametrize("aspect", SHAPES)
@pytest.mark.parametrize("width", [WIDE, 40 * EM])
def test_it_is_never_distorted_and_ends_flush_with_the_map(aspect, width):
    logo = placed(aspect, width)[0].logo
    assert logo.width / logo.height == pytest.approx(aspect)
    assert logo.right == pytest.approx(10.0 + width)


@pytest.mark.parametrize("aspect", SHAPES)
@pytest.mark.parametrize("subtitle", ["", "First visit"])
def test_it_stands_level_with_the_title_and_never_reaches_below_its_text(aspect, subtitle):
    head, rect = placed(aspect, subtitle=subtitle)
    titles = [text for text in head.texts if text.role in ("title", "subtitle")]
    assert head.logo.y == pytest.approx(ink(titles[0])[0])
    assert head.logo.bottom <= ink(titles[-1])[1] + 0.01
    assert head.logo.bottom <= rect.bottom


@pytest.mark.parametrize("aspect", SHAPES)
@pytest.mark.parametrize("width", [WIDE, 60 * EM, 30 * EM])
def test_no_word_runs_into_it(aspect, width):
    head, _ = placed(aspect, width)
    assert all(text.x + SET.widest(text) <= head.logo.x for text in head.texts)


def test_a_badge_and_a_word_mark_weigh_the_same():
    badge, mark = (logo_size(aspect, WIDE, SET, subtitle=True) for aspect in (1.5, 5.0))
    assert badge[0] * badge[1] == pytest.approx(mark[0] * mark[1])


def test_on_a_narrow_map_it_takes_its_share():
    width, _ = logo_size(6.0, 20 * EM, SET, subtitle=True)
    assert width == pytest.approx(20 * EM * WIDEST)


def test_where_there_is_no_title_it_stands_at_the_top():
    head, rect = placed(2.0, title="", subtitle="", facts=())
    assert (head.logo.y, rect.height) == (20.0, head.logo.height)


def test_without_a_logo_the_words_have_all_the_width():
    head, rect = placed(0.0)
    assert head.logo is None
    assert rect.width == WIDE


def test_the_part_that_is_shown_decides_the_shape():
    logo = Picture(asset="ab" * 32, aspect=2.0, crop=(0.0, 0.0, 0.5, 1.0))
    whole = changed(project(), brand=Brand(logo=logo))
    assert head_of(whole, whole.maps[0], SET).logo == pytest.approx(1.0)

"""The chosen layout always fits, fills the page, is found with few layouts, and has type as large as can be."""

from math import ceil, inf, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.plan.fit import GOOD, PREFERENCE, Fit, fit, orient, preferred

A0, A0_UPRIGHT = (3370.0, 2384.0), (2384.0, 3370.0)
shapes = st.floats(0.4, 2.5)
steps = st.just(0.0) | st.floats(1, 60)
fixed_heights, areas = st.floats(20, 600), st.floats(5e4, 5e7)


class Map:
    """A map that is `fixed` + `area` / width high, in lines of `step`, and never narrower than `least`."""

    def __init__(self, fixed, area, step=0.0, least=0.0):
        self.fixed, self.area, self.step, self.least = fixed, area, step, least
        self.widths = []

    def size(self, wish):
        width = max(wish, self.least)
        height = self.fixed + self.area / width
        return width, (ceil(height / self.step) * self.step if self.step else height)

    def measure(self, wish):
        self.widths.append(wish)
        return self.size(wish)

    @property
    def natural(self):
        return self.size(sqrt(1.5 * self.area))

    def fit(self, page, **options):
        return fit(page, self.measure, self.natural, **options)

    def best(self, page):
        """The largest scale of all, where the drawing has the page's proportions."""
        slope = page[1] / page[0]
        return page[0] / max(self.least, (self.fixed + sqrt(self.fixed**2 + 4 * slope * self.area)) / (2 * slope))


def fits(found, page):
    """Whether a drawing lies on the page."""
    return found.width * found.scale <= page[0] * 1.000001 and found.height * found.scale <= page[1] * 1.000001


def upright(width, shape):
    return width, width * shape


@given(fixed_heights, areas, st.floats(200, 14_400), shapes, steps, st.floats(0, 2000))
def test_the_result_always_fits(fixed, area, width, shape, step, least):
    page = upright(width, shape)
    assert fits(Map(fixed, area, step, least).fit(page), page)


@given(fixed_heights, areas, st.floats(200, 14_400), shapes)
def test_a_smooth_map_fills_the_page(fixed, area, width, shape):
    found = Map(fixed, area).fit(upright(width, shape))
    assert 0.95 <= found.fill <= 1.000001


@given(fixed_heights, areas, st.floats(200, 14_400), shapes)
def test_no_larger_type_was_possible(fixed, area, width, shape):
    page, drawn = upright(width, shape), Map(fixed, area)
    assert drawn.fit(page).scale >= 0.97 * drawn.best(page)


@given(st.floats(20, 600), st.floats(1e6, 5e7), shapes, st.floats(5, 30))
def test_a_map_in_lines_fills_most_of_the_page(fixed, area, shape, step):
    assert Map(fixed, area, step).fit(upright(3000, shape)).fill >= 0.85


@given(fixed_heights, areas, st.floats(200, 14_400), shapes, steps, st.floats(0, 2000))
def test_few_layouts_are_made(fixed, area, width, shape, step, least):
    drawn = Map(fixed, area, step, least)
    drawn.fit(upright(width, shape))
    assert len(drawn.widths) <= 8
    assert len(set(drawn.widths)) == len(drawn.widths)


@pytest.mark.parametrize("area", [1e5, 1e6, 1e7, 1e8])
def test_a_law_is_found_in_three_layouts(area):
    drawn = Map(200, area)
    assert drawn.fit(A0).fill >= GOOD
    assert len(drawn.widths) <= 3


@given(fixed_heights, areas, shapes, steps)
def test_the_result_tells_what_was_measured(fixed, area, shape, step):
    drawn = Map(fixed, area, step)
    found = drawn.fit(upright(1000, shape))
    assert (found.width, found.height) == drawn.size(found.wish)
    assert found.fill == pytest.approx(found.width * found.height * found.scale**2 / (1000 * 1000 * shape))


@given(fixed_heights, areas, st.tuples(st.floats(500, 5000), st.floats(500, 5000)), st.floats(0.01, 100))
def test_the_unit_of_the_page_does_not_matter(fixed, area, page, factor):
    one, other = (Map(fixed, area).fit(each) for each in (page, (page[0] * factor, page[1] * factor)))
    assert other.scale == pytest.approx(one.scale * factor, rel=0.02)


def test_a_map_that_cannot_be_narrower_keeps_its_width():
    found = Map(100, 1e5, least=2000).fit((1000.0, 4000.0))
    assert (found.width, found.scale) == (2000, 0.5)


def test_a_map_that_wraps_badly_is_widened_at_the_same_type_size():
    """Below 1,000 units it is too high for any page, from there on too low for this one."""

    def measure(wish):
        return wish, 5000.0 if wish < 1000 else 400.0

    found = fit((1000.0, 800.0), measure, (3000.0, 400.0))
    assert 0.97 <= found.scale <= 1
    assert found.width * found.scale == pytest.approx(1000)


@pytest.mark.parametrize("most", [0.5, 1.0, 2.0])
def test_type_is_never_larger_than_wanted(most):
    found = Map(100, 1e5).fit(A0, most=most)
    assert found.scale == most
    assert found.width * found.scale == pytest.approx(A0[0])
    assert fits(found, A0)


@given(fixed_heights, areas, st.floats(0.01, 20))
def test_a_limit_changes_nothing_that_it_does_not_meet(fixed, area, most):
    free = Map(fixed, area).fit(A0)
    assume(free.scale < 0.97 * most)
    assert Map(fixed, area).fit(A0, most=most) == free


@given(fixed_heights, areas, shapes, st.floats(0.05, 5))
def test_a_limited_map_lies_on_the_page_as_well(fixed, area, shape, most):
    page = upright(3000, shape)
    found = Map(fixed, area, 20).fit(page, most=most)
    assert fits(found, page)
    assert found.scale <= most


def test_one_page_is_not_compared():
    assert orient((A0,), Map(200, 1e6).measure, (1200.0, 1000.0)).page == A0


def test_a_journey_lies_broad_unless_the_type_gains_much():
    """Text in running lines has nearly the same size on both pages."""
    assert orient((A0_UPRIGHT, A0), Map(50, 1e7).measure, Map(50, 1e7).natural).page == A0


def test_a_page_upright_is_taken_when_the_type_gains_much():
    """Twenty lanes of fixed height: the height decides the type."""
    drawn = Map(4000, 1e6)
    found = orient((A0, A0_UPRIGHT), drawn.measure, drawn.natural)
    assert found.page == A0_UPRIGHT
    assert found.scale >= PREFERENCE * drawn.best(A0)


@given(st.floats(50, 6000), areas, steps, st.floats(0, 2000))
def test_another_page_always_pays(fixed, area, step, least):
    drawn = Map(fixed, area, step, least)
    broad, found = drawn.fit(A0), orient((A0, A0_UPRIGHT), drawn.measure, drawn.natural)
    assert found.page == A0 or found.scale >= PREFERENCE * broad.scale * 0.999
    assert fits(found, found.page)


@pytest.mark.parametrize(
    ("legible", "least"), [(0.0, 1.25), (0.9, 1.25), (1.0, 1.25), (1.1, 1.1), (1.25, 1.25), (2.0, 1.25)]
)
def test_a_narrower_page_is_taken_for_much_larger_type_or_where_only_its_type_can_be_read(legible, least):
    assert preferred(1.0, legible) == least


def lines_of_rows():
    """A little larger upright than broad: 1.15 times."""
    return Map(1200, 3e6)


def test_a_page_upright_is_taken_where_only_its_type_can_be_read():
    drawn = lines_of_rows()
    broad, upright = drawn.fit(A0).scale, drawn.fit(A0_UPRIGHT).scale
    assert broad < upright < PREFERENCE * broad
    between = (broad + upright) / 2
    assert orient((A0, A0_UPRIGHT), drawn.measure, drawn.natural, legible=between).page == A0_UPRIGHT


@pytest.mark.parametrize("share", [0.0, 0.9, 2.0])
def test_a_journey_lies_broad_where_its_type_can_be_read_or_neither_can(share):
    drawn = lines_of_rows()
    legible = share * drawn.fit(A0).scale
    assert orient((A0, A0_UPRIGHT), drawn.measure, drawn.natural, legible=legible).page == A0


@given(st.floats(50, 6000), areas)
def test_a_limit_holds_for_both_pages(fixed, area):
    drawn = Map(fixed, area)
    assert orient((A0, A0_UPRIGHT), drawn.measure, drawn.natural, most=1.0).scale <= 1.0


@pytest.mark.parametrize(
    ("size", "high", "strip"), [((100, 50), False, False), ((100, 80), True, True), ((100, 20), False, False)]
)
def test_a_fit_knows_what_keeps_it_small(size, high, strip):
    page = (200.0, 100.0)
    found = Fit(100, *size, min(200 / size[0], 100 / size[1], inf), page)
    assert (found.is_too_high, found.leaves_a_strip) == (high, strip)

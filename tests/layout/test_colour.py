import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.colour import channels, contrast, luminance, mixed, readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_black_on_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)


def test_known_figures():
    # 4.48 and 4.54 are the published contrasts on white of #777777 and #767676
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


def test_luminance_runs_from_zero_to_one():
    assert luminance("#000000") == 0.0
    assert luminance("#FFFFFF") == pytest.approx(1.0)


def test_mixing():
    assert mixed("#000000", "#FFFFFF", 0.0) == "#000000"
    assert mixed("#000000", "#FFFFFF", 1.0) == "#FFFFFF"
    assert mixed("#204060", "#FFFFFF", 0.5) == "#90A0B0"


@pytest.mark.parametrize("text", ["", "#12345", "123456#", "#GGGGGG", "red"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError, match=r"colour|invalid literal"):
        channels(text)


@given(colours, colours)
def test_contrast_is_the_same_both_ways(one, other):
    assert contrast(one, other) == contrast(other, one) >= 1.0


@given(colours, st.sampled_from(("#FFFFFF", "#1E2129")))
def test_readable_reaches_the_contrast(colour, ground):
    assert contrast(readable(colour, ground, 4.5), ground) >= 4.5


def test_readable_leaves_a_good_colour_alone():
    assert readable("#26356A", "#FFFFFF", 3.0) == "#26356A"

"""Scales: their bounds and boxes, which one fits, and what a score means as a feeling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.method.scales import SCALES, UNKNOWN, feeling, feeling_by, guess_scale, label, points

NAMES = st.sampled_from(sorted(SCALES))


def scores_of(name):
    least, greatest = SCALES[name].bounds
    return st.floats(least, greatest)


@pytest.mark.parametrize("name", SCALES)
def test_a_scale_goes_by_its_own_name(name):
    assert SCALES[name].name == name


@pytest.mark.parametrize("name", SCALES)
def test_a_scale_holds_its_ends_and_nothing_beyond(name):
    least, greatest = SCALES[name].bounds
    assert SCALES[name].holds(least)
    assert SCALES[name].holds(greatest)
    assert not SCALES[name].holds(least - 0.01)
    assert not SCALES[name].holds(greatest + 0.01)


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("1-5", (1, 2, 3, 4, 5)),
        ("0-10", (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("-2+2", (-2, -1, 0, 1, 2)),
        ("grades", (6, 5, 4, 3, 2, 1)),
        ("stars", (0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5)),
        ("0-100", (0, 100)),
        ("yes", (0, 1)),
    ],
)
def test_answers_go_from_the_worst_to_the_best(name, answers):
    assert SCALES[name].answers() == pytest.approx(answers)


@pytest.mark.parametrize(
    ("name", "pleased"),
    [
        ("1-5", {4, 5}),
        ("1-7", {6, 7}),
        ("1-10", {9, 10}),
        ("0-10", {9, 10}),
        ("ces", {6, 7}),
        ("-2+2", {1, 2}),
        ("grades", {1, 2}),
        ("yes", {1}),
        ("words", {4, 5}),
        ("0-100", set()),
    ],
)
def test_the_top_two_boxes_are_the_two_best_answers(name, pleased):
    assert {answer for answer in SCALES[name].answers() if SCALES[name].pleases(answer)} == pleased


@pytest.mark.parametrize("name", [name for name, scale in SCALES.items() if scale.words])
def test_words_are_as_many_as_answers(name):
    assert len(SCALES[name].words) == len(SCALES[name].answers())


@pytest.mark.parametrize(
    ("scores", "scale"),
    [
        ((), UNKNOWN),
        ((1, 5, 3), "1-5"),
        ((4,), "1-5"),
        ((2, 6), "1-7"),
        ((3, 8), "1-10"),
        ((0, 7), "0-10"),
        ((0, 1), "yes"),
        ((0, 0), "0-10"),
        ((-1, 2), "-2+2"),
        ((-2, 0.5), UNKNOWN),
        ((-3, 2), UNKNOWN),
        ((3.5, 4), "stars"),
        ((0.5,), "stars"),
        ((11, 80), "0-100"),
        ((3.7, 4.1), "0-100"),
        ((101,), UNKNOWN),
    ],
)
def test_the_narrowest_scale_is_guessed(scores, scale):
    assert guess_scale(scores) == scale


@pytest.mark.parametrize(
    ("question", "scale"),
    [
        ("Would you recommend us to a friend?", "0-10"),
        ("Würden Sie uns weiterempfehlen?", "0-10"),
        ("It was EASY to get help", "ces"),
        ("Wie einfach war es?", "ces"),
        ("How was it? (1–7)", "1-7"),
        ("From 0 to 10: how was it?", "0-10"),
        ("1 bis 10", "1-10"),
        ("Asked in 2020-21", "1-5"),
        ("Since 1.1-7.2", "1-5"),
        ("", "1-5"),
    ],
)
def test_the_question_decides_between_scales_that_look_alike(question, scale):
    assert guess_scale((2, 3), question) == scale


def test_a_question_does_not_make_scores_fit():
    assert guess_scale((3, 40), "Would you recommend us? (0–10)") == "0-100"


@given(NAMES, st.data())
def test_a_guess_holds_every_score(name, data):
    scores = data.draw(st.lists(st.sampled_from(SCALES[name].answers()), min_size=1))
    assert all(map(SCALES[guess_scale(scores)].holds, scores))


@given(st.lists(st.integers(-3, 12), min_size=1))
def test_a_guess_does_not_depend_on_the_order_of_scores(scores):
    assert guess_scale(scores) == guess_scale(reversed(scores)) == guess_scale(sorted(scores))


@pytest.mark.parametrize(
    ("score", "scale", "felt"),
    [
        (1, "1-5", -2.0),
        (3, "1-5", 0.0),
        (4, "1-5", 1.0),
        (3, "1-7", -0.7),
        (8, "0-10", 1.2),
        (50, "0-100", 0.0),
        (63, "0-100", 0.5),
        (1, "grades", 2.0),
        (5, "grades", -1.2),
        (1.5, "-2+2", 1.5),
        (0, "yes", -2.0),
    ],
)
def test_a_score_is_a_feeling_on_a_straight_line(score, scale, felt):
    assert feeling(score, scale) == felt


@pytest.mark.parametrize("name", SCALES)
def test_the_ends_of_a_scale_are_the_ends_of_feeling(name):
    assert feeling(SCALES[name].low, name) == -2
    assert feeling(SCALES[name].high, name) == 2


@given(NAMES, st.data())
def test_a_feeling_is_within_bounds_and_in_tenths(name, data):
    felt = feeling(data.draw(scores_of(name)), name)
    assert -2 <= felt <= 2
    assert felt == round(felt, 1)
    assert str(felt) != "-0.0"


@given(NAMES, st.data())
def test_a_better_score_never_feels_worse(name, data):
    one, other = sorted((data.draw(scores_of(name)), data.draw(scores_of(name))))
    worse, better = (one, other) if SCALES[name].high > SCALES[name].low else (other, one)
    assert feeling(worse, name) <= feeling(better, name)


def test_a_score_beyond_the_scale_has_no_feeling():
    with pytest.raises(ValueError, match="not on the scale"):
        feeling(6, "1-5")


def test_a_scale_that_nobody_knows_has_no_feelings():
    with pytest.raises(KeyError):
        feeling(1, "smileys")


def test_the_linear_mapping_has_a_point_for_each_answer():
    assert points("1-5") == {"1": -2.0, "2": -1.0, "3": 0.0, "4": 1.0, "5": 2.0}
    assert points("0-100") == {"0": -2.0, "100": 2.0}


@pytest.mark.parametrize(("score", "text"), [(4, "4"), (4.0, "4"), (4.5, "4.5"), (-2, "-2"), (100, "100")])
def test_a_point_is_called_as_people_write_it(score, text):
    assert label(score) == text


@given(NAMES, st.data())
def test_the_linear_mapping_says_the_same_as_feeling(name, data):
    answer = data.draw(st.sampled_from(SCALES[name].answers()))
    assert feeling_by(points(name), answer) == pytest.approx(feeling(answer, name))


def test_between_two_points_a_mapping_is_a_straight_line():
    assert feeling_by({"0": -2.0, "100": 2.0}, 25) == pytest.approx(-1.0)
    assert feeling_by({"1": -2.0, "4": 1.0, "5": 2.0}, 2.5) == pytest.approx(-0.5)


def test_a_mapping_need_not_be_linear_nor_in_order():
    mapping = {"10": 2.0, "9": 1.5, "8": 0.0, "0": -2.0}
    assert feeling_by(mapping, 8) == 0.0
    assert feeling_by(mapping, 9.5) == pytest.approx(1.75)
    assert feeling_by(mapping, 4) == pytest.approx(-1.0)


@pytest.mark.parametrize("score", [0, 6, -1])
def test_beyond_its_points_a_mapping_says_nothing(score):
    assert feeling_by({"1": -2.0, "5": 2.0}, score) is None


def test_a_mapping_of_one_point_knows_that_point():
    assert feeling_by({"3": 0.5}, 3) == 0.5
    assert feeling_by({"3": 0.5}, 4) is None
    assert feeling_by({}, 3) is None


def test_two_texts_for_one_score_are_no_hindrance():
    assert feeling_by({"3": 0.5, "3.0": 1.0}, 3) in {0.5, 1.0}


def test_a_point_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="fine"):
        feeling_by({"fine": 1.0}, 1)


@given(st.dictionaries(st.integers(0, 10).map(str), st.floats(-2, 2), min_size=1), st.floats(0, 10))
def test_a_mapping_never_overshoots_its_points(mapping, score):
    felt = feeling_by(mapping, score)
    assert felt is None or min(mapping.values()) - 1e-9 <= felt <= max(mapping.values()) + 1e-9

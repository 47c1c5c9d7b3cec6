"""Which rows of a survey count, and how they are added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.method.sieve import Sieve, Total, by_joined_thing, by_period, cells, names_of, of_all, period_of
from surveying import outside, project, survey

DATES = st.sampled_from(("2026", "2026-05", "2026-05-10", "2026-06-01", "2027-01"))


def passed(date, since="", until=""):
    return Sieve(since=since, until=until).passes("", date)


def visits():
    return survey(
        "s1",
        ("Door", 5, "2026-05-03", "Regulars"),
        ("Door", 4, "2026-05-20", "Tourists"),
        ("Door", 5, "2026-06-01", "Regulars"),
        ("Food", 3, "2026-06-02", "Regulars"),
        ("Door", None, "2026-06-03", "Regulars", "It rained."),
        ("Door", 1, "", "Tourists"),
        joins=(("Door", "c1"), ("Food", "c2"), ("Food", "c1")),
    )


def test_everything_passes_an_empty_sieve():
    assert Sieve().passes("Regulars", "2026")
    assert Sieve().passes("", "")


def test_a_segment_is_meant_as_it_is_written():
    assert Sieve(segment="Regulars").passes("Regulars", "")
    assert not Sieve(segment="Regulars").passes("regulars", "")
    assert not Sieve(segment="Regulars").passes("", "")


@pytest.mark.parametrize("date", ["2026-05-10", "2026-05-11", "2026-05", "2026", "2027"])
def test_from_a_date_on(date):
    assert passed(date, since="2026-05-10")


@pytest.mark.parametrize("date", ["2026-05-09", "2026-04", "2025", ""])
def test_before_the_date_nothing_passes(date):
    assert not passed(date, since="2026-05-10")


@pytest.mark.parametrize("date", ["2026-05-31", "2026-05-01", "2026-05", "2026", "2025-12-31"])
def test_up_to_a_month_all_its_days_pass(date):
    assert passed(date, until="2026-05")


@pytest.mark.parametrize("date", ["2026-06-01", "2026-06", "2027", ""])
def test_after_the_month_nothing_passes(date):
    assert not passed(date, until="2026-05")


@given(DATES, DATES, DATES)
def test_a_narrower_sieve_lets_nothing_more_pass(date, since, until):
    if passed(date, since=since, until=until):
        assert passed(date, since=since)
        assert passed(date, until=until)


@pytest.mark.parametrize(
    ("date", "by", "period"),
    [
        ("2026-05-03", "month", "2026-05"),
        ("2026-05", "month", "2026-05"),
        ("2026", "month", ""),
        ("", "month", ""),
        ("2026-01", "quarter", "2026-Q1"),
        ("2026-03-31", "quarter", "2026-Q1"),
        ("2026-04-01", "quarter", "2026-Q2"),
        ("2026-12", "quarter", "2026-Q4"),
        ("2026", "quarter", ""),
        ("2026-12-01", "year", "2026"),
        ("2026", "year", "2026"),
        ("", "year", ""),
    ],
)
def test_a_date_lies_in_a_period(date, by, period):
    assert period_of(date, by) == period


def test_a_period_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="week is none of month, quarter, year"):
        period_of("2026-05-03", "week")


def test_responses_are_cells_of_their_own():
    found = list(cells(visits()))
    assert len(found) == 6
    assert (found[0].name, found[0].segment, found[0].date, found[0].asked) == ("Door", "Regulars", "2026-05-03", 1)
    assert found[0].scores == {5: 1}
    assert found[4].scores == {}


def test_figures_stand_for_responses_that_are_elsewhere():
    found = {(cell.name, cell.segment, cell.date): cell for cell in cells(outside(visits()))}
    assert found["Door", "Regulars", "2026-06"].asked == 2
    assert found["Door", "Regulars", "2026-06"].scores == {5: 1}


@pytest.mark.parametrize("told", [visits(), outside(visits())], ids=["inside", "outside"])
def test_cells_may_be_those_of_some_names(told):
    assert {cell.name for cell in cells(told, {"Food"})} == {"Food"}
    assert list(cells(told, ())) == []


def test_names_are_those_joined_to_one_of_the_things():
    joins = visits().joins
    assert names_of(joins, {"c1"}) == {"Door", "Food"}
    assert names_of(joins, {"c2"}) == {"Food"}
    assert names_of(joins, {"c3"}) == frozenset()


def test_a_name_that_means_nothing_belongs_to_no_thing():
    lost = survey("s1", ("Cloakroom", 3), joins=(("Cloakroom", ""),))
    assert names_of(lost.joins, {""}) == frozenset()
    assert by_joined_thing(project(lost)) == {}


def test_each_thing_has_the_rows_of_all_its_names():
    found = by_joined_thing(project(visits()))
    assert found["c1"]["s1"].asked == 6
    assert found["c1"]["s1"].scores == {5: 2, 4: 1, 3: 1, 1: 1}
    assert found["c2"]["s1"].scores == {3: 1}


def test_of_several_things_together_a_row_counts_once():
    found = of_all(project(visits()), {"c1", "c2"})
    assert found["s1"].asked == 6
    assert found["s1"].scores == {5: 2, 4: 1, 3: 1, 1: 1}


def test_of_things_without_rows_there_is_nothing():
    assert of_all(project(visits()), {"c9"}) == {}
    assert of_all(project(visits()), {"c1"}, Sieve(segment="Nobody")) == {}


def test_a_sieve_holds_for_things_too():
    found = of_all(project(visits()), {"c1"}, Sieve("Regulars", "2026-06", "2026-06"))
    assert found["s1"].asked == 3
    assert found["s1"].scores == {5: 1, 3: 1}


def test_periods_leave_out_rows_without_a_date():
    found = by_period(visits(), {"c1"}, Sieve(), "month")
    assert sorted(found) == ["2026-05", "2026-06"]
    assert found["2026-05"].scores == {5: 1, 4: 1}
    assert found["2026-06"].asked == 3


@pytest.mark.parametrize("sieve", [Sieve(), Sieve(segment="Regulars"), Sieve(since="2026-06"), Sieve(until="2026-05")])
def test_what_is_kept_elsewhere_adds_up_to_the_same(sieve):
    assert by_joined_thing(project(visits()), sieve) == by_joined_thing(project(outside(visits())), sieve)


def test_totals_add_up():
    total = Total()
    total.add(2, {5: 1})
    total.add(3, {5: 2, 1: 1})
    assert (total.asked, total.scores) == (5, {5: 3, 1: 1})

"""Readings are judged against their limits and printed with them."""

import json

import pytest

from benchmarks import targets
from benchmarks.report import as_json, line, table
from benchmarks.targets import DRAG, FIT, LIMITS, OPEN, PAN, START, Reading, median_ms


@pytest.mark.parametrize(
    ("reading", "met"),
    [
        (Reading(DRAG, "M", 8.0, "ms"), True),
        (Reading(DRAG, "M", 8.1, "ms"), False),
        (Reading(DRAG, "S", 99.0, "ms"), None),
        (Reading(FIT, "S", 5.0, "ms"), False),
        (Reading(FIT, "XL", 5.0, "ms"), True),
        (Reading(OPEN, "L", 40.0, "ms", 5.0), True),
        (Reading(OPEN, "L", 41.0, "ms", 5.0), False),
        (Reading(START, "S", 900.0, "ms", 100.0), None),
    ],
)
def test_met(reading, met):
    assert reading.met is met


def test_a_line_shows_floor_target_and_mark():
    said = line(Reading(PAN, "S", 3.0, "ms", 0.2)).split("  ")
    assert [part.strip() for part in said if part] == ["S", PAN, "3.00 ms", "15.0 × 0.20 ms", "≤ 15 ×", "ok"]


def test_a_line_without_target():
    assert line(Reading(DRAG, "S", 1.0, "ms")).endswith("1.00 ms")


def test_table_counts_the_targets_met():
    said = table([Reading(FIT, "S", 3, "ms"), Reading(FIT, "M", 5, "ms"), Reading(DRAG, "S", 5, "ms")])
    assert said.endswith("1 of 2 targets are met.")


def test_json():
    (said,) = json.loads(as_json([Reading(OPEN, "S", 10.0, "ms", 2.0)]))
    assert said == {
        "size": "S",
        "figure": OPEN,
        "value": 10.0,
        "unit": "ms",
        "floor": 2.0,
        "ratio": 5.0,
        "most": 8,
        "met": True,
    }


def test_every_figure_of_the_table_has_a_limit():
    named = {value for name, value in vars(targets).items() if name.isupper() and isinstance(value, str)}
    assert named == set(LIMITS)


def test_median_warms_up_first():
    calls = []
    median_ms(lambda: calls.append(1), times=3, warm=2)
    assert len(calls) == 5

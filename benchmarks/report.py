"""Readings as a table for people or as JSON for scripts."""

import json
from collections.abc import Iterable

from benchmarks.targets import FLOORS, Reading

MARKS = {True: "ok", False: "falls short", None: ""}


def line(reading: Reading) -> str:
    """A reading with its floor, its target, and whether it is met."""
    limit = reading.limit
    floor = f"{reading.ratio:.1f} × {_number(reading.floor)} {reading.unit}" if reading.ratio and reading.floor else ""
    target = f"≤ {limit.most:g}{' ×' if limit.of_floor else f' {reading.unit}'}" if limit else ""
    value = f"{_number(reading.value)} {reading.unit}"
    return f"{reading.size:7}{reading.figure:34}{value:>12}  {floor:20}{target:12}{MARKS[reading.met]}".rstrip()


def table(readings: Iterable[Reading]) -> str:
    """All readings, and how many of those with a target meet it."""
    listed = list(readings)
    judged = [reading.met for reading in listed if reading.met is not None]
    figures = {reading.figure for reading in listed if reading.floor}
    floors = "; ".join(f"{figure}: {what}" for figure, what in FLOORS.items() if figure in figures) or "none"
    return "\n".join([*map(line, listed), "", f"Floors: {floors}.", f"{sum(judged)} of {len(judged)} targets are met."])


def as_json(readings: Iterable[Reading]) -> str:
    """An array of objects; `ratio` is the value in floors where there is one."""
    return json.dumps([_object(reading) for reading in readings], indent=1, ensure_ascii=False)


def _object(reading: Reading) -> dict[str, object]:
    return {
        "size": reading.size,
        "figure": reading.figure,
        "value": round(reading.value, 3),
        "unit": reading.unit,
        "floor": reading.floor and round(reading.floor, 3),
        "ratio": reading.ratio and round(reading.ratio, 2),
        "most": reading.limit and reading.limit.most,
        "met": reading.met,
    }


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"

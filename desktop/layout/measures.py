"""The words of a metric card: name, value, unit and the way it is going."""

from desktop.document.cards import Card, Measure
from desktop.document.project import Metric

NARROW = "\u202f"
NO_BREAK = "\u00a0"
ARROWS = {"up": "↑", "down": "↓", "flat": "→"}
LINE, BAR, NUMBER = CHARTS = ("line", "bar", "number")
"""How readings are shown: drawn, or said as the latest one with an arrow."""


def measure_text(card: Card, metric: Metric | None, point: str = ".") -> str:
    """What stands on the map: the card's own text, then whatever of value, unit and arrow it does not say yet; `point`
    stands before the tenths."""
    measure = card.measure or Measure()
    text = card.text or measure.name or (metric.name if metric else "")
    value = _value(measure, metric, own_text=bool(card.text) and measure.chart != NUMBER)
    number, *unit = value.split(NO_BREAK, 1)
    local = number.replace(".", point)
    if number not in text and local not in text:
        text = f"{text} {NO_BREAK.join((local, *unit))}".strip()
    arrow = ARROWS.get(measure.trend or (drift(metric) if measure.chart == NUMBER else ""), "")
    return f"{text}{NO_BREAK}{arrow}" if arrow and arrow not in text else text


def _value(measure: Measure, metric: Metric | None, *, own_text: bool) -> str:
    """The card's own value; without a text of its own also the metric's last one."""
    value, unit = measure.value, measure.unit or (metric.unit if metric else "")
    if value is None and not own_text and metric and metric.readings:
        value = last_reading(metric)
    if value is None:
        return ""
    return f"{number_text(value)}{NO_BREAK}{unit}" if unit else number_text(value)


def last_reading(metric: Metric) -> float:
    """The value of the latest date."""
    return max(metric.readings, key=lambda reading: reading.date).value


def chart_of(measure: Measure | None, metric: Metric | None) -> str:
    """What is drawn of the readings: line or bar; "" for nothing. What only a later version knows is a line."""
    if not history(metric):
        return ""
    chart = measure.chart if measure else ""
    return "" if chart == NUMBER else BAR if chart == BAR else LINE


def drift(metric: Metric | None) -> str:
    """Where the last reading went from the one before it: up, down or flat; "" where there is none before it."""
    before, last = history(metric)[-2:] or (None, None)
    if before is None or last is None:
        return ""
    return "up" if last > before else "down" if last < before else "flat"


def history(metric: Metric | None) -> tuple[float, ...]:
    """The readings in the order of their dates, where there are enough for a line."""
    if metric is None or len(metric.readings) < 2:
        return ()
    return tuple(reading.value for reading in sorted(metric.readings, key=lambda reading: reading.date))


def number_text(value: float) -> str:
    """Up to two decimals, thousands kept together by narrow spaces, a true minus sign."""
    text = f"{abs(value):,.2f}".rstrip("0").rstrip(".").replace(",", NARROW)
    return f"−{text}" if value < 0 and text != "0" else text

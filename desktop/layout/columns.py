"""The columns of a map and the two bands of headers above them: stages and steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from desktop.document.base import in_order
from desktop.document.journey import Stage, Step
from desktop.layout.compose import Composer, moved
from desktop.layout.hyphens import hyphenated
from desktop.layout.known import known_line
from desktop.layout.places import Column, Rect, StagePlace, StepPlace, TextPlace
from desktop.method.coverage import Share

NARROWEST = 5.0
"""A usual column is at least so many times the card text wide, whatever width is asked for."""


FOLDED, FOLDED_AT_MOST = 0.4, 1.0
"""Relative widths of a folded stage: whatever its title needs between the two."""

Folds = Mapping[str, str]
"""What stands over the one column of each folded stage, by the stage's id."""

NONE: Folds = MappingProxyType({})

Gaps = Mapping[int, float]
NO_GAPS: Gaps = MappingProxyType({})


def columns(
    stages: Sequence[Stage],
    left: float,
    room: float | None,
    composer: Composer,
    *,
    least: float = 0.0,
    folds: Folds = NONE,
    gaps: Gaps = NO_GAPS,
    widths: Sequence[float] = (),
) -> tuple[Column, ...]:
    """The steps from left to right. `room` is what they share by their relative widths; None for the usual width.

    `least` is what a column of relative width 1 has at least where they share a room. `gaps` is what more there is
    between some columns, by the number of the one after it; the room holds them too. `widths`: how many times as
    wide as its step says each column is.
    """
    steps = _widened(shown_steps(stages, folds, composer), widths)
    unit = composer.style.space["column"]
    if room is not None:
        room -= sum(gaps.values())
        unit = max(room / (sum(step.width for _, step in steps) or 1.0), NARROWEST * composer.style.text, least)
    return _placed(steps, left, unit, folds, gaps)


def shown_steps(stages: Sequence[Stage], folds: Folds, composer: Composer) -> list[tuple[Stage, Step]]:
    """The steps from left to right with their stages, one for each folded stage."""
    return [pair for stage in in_order(stages) for pair in _steps(stage, folds, composer)]


def _widened(steps: Sequence[tuple[Stage, Step]], widths: Sequence[float]) -> Sequence[tuple[Stage, Step]]:
    """The steps so many times as wide; as they are where no widths are given."""
    if not widths:
        return steps
    pairs = zip(steps, widths, strict=True)
    return [(stage, step.model_copy(update={"width": step.width * times})) for (stage, step), times in pairs]


def _steps(stage: Stage, folds: Folds, composer: Composer) -> Iterator[tuple[Stage, Step]]:
    """The stage's steps; of a folded one the first, as wide as the words over it need."""
    row = in_order(stage.steps)
    if stage.id not in folds:
        yield from ((stage, step) for step in row)
    elif row:
        words = f"{stage.title} {folds[stage.id]}".split()
        space = composer.style.space
        need = max(composer.width(word, "step") for word in words) + 2 * space["gutter"] + 1
        width = min(max(FOLDED, need / space["column"]), FOLDED_AT_MOST)
        yield stage, row[0].model_copy(update={"title": folds[stage.id], "width": width})


def _placed(steps: Sequence[tuple[Stage, Step]], x: float, unit: float, folds: Folds, gaps: Gaps) -> tuple[Column, ...]:
    found = []
    for index, (stage, step) in enumerate(steps):
        x += gaps.get(index, 0.0)
        inside = tuple(one.id for one in stage.steps) if stage.id in folds else ()
        found.append(Column(step, stage, index, x, step.width * unit, inside))
        x += step.width * unit
    return tuple(found)


def stage_band(across: Sequence[Column], y: float, composer: Composer) -> tuple[tuple[StagePlace, ...], float]:
    """The stages' headers with their tops at `y`, and the band's height: that of the fullest header.

    A header reaches from its first card's left edge to its last card's right edge, which leaves a gap between stages.
    """
    space = composer.style.space
    gutter, top = space["gutter"], space["stage-rule"] + space["stage-gap"]
    inset = gutter + space["stage-inset"]
    spans = _stage_spans(across)
    folded = {column.stage.id for column in across if column.folds}
    roles = ["step" if stage.id in folded else "stage" for stage, _, _ in spans]
    texts = [
        _heading(stage.title, role, (x + inset, y + top), w - 2 * inset, composer)
        for role, (stage, x, w) in zip(roles, spans, strict=True)
    ]
    height = max((text.bottom - y for text in texts), default=0.0) + space["stage-foot"]
    return (
        tuple(
            StagePlace(stage, Rect(x + gutter, y, width - 2 * gutter, height), text)
            for (stage, x, width), text in zip(spans, texts, strict=True)
        ),
        height,
    )


def known_band(
    places: Sequence[StagePlace], shares: Mapping[str, Share], composer: Composer
) -> tuple[tuple[StagePlace, ...], float]:
    """The stages' headers with how much of each is known below them, and how much higher that makes the band."""
    lines = [
        known_line(shares.get(place.stage.id), place.rect.x, place.rect.bottom, place.rect.width, composer)
        for place in places
    ]
    height = max(
        (line.bottom - place.rect.bottom for place, line in zip(places, lines, strict=True) if line), default=0.0
    )
    return (
        tuple(
            replace(place, bar=line.bar, figure=line.text) if line else place
            for place, line in zip(places, lines, strict=True)
        ),
        height,
    )


def _heading(text: str, role: str, at: tuple[float, float], width: float, composer: Composer) -> TextPlace:
    """With its left top corner at a point; no word is broken without a hyphen."""
    return composer.place(hyphenated(text, role, width, composer), role, *at, width)


def _stage_spans(across: Sequence[Column]) -> list[tuple[Stage, float, float]]:
    """Stage, left end and width over all its columns."""
    spans: list[tuple[Stage, float, float]] = []
    for column in across:
        if spans and spans[-1][0] is column.stage:
            stage, x, _ = spans[-1]
            spans[-1] = (stage, x, column.x + column.width - x)
        else:
            spans.append((column.stage, column.x, column.width))
    return spans


def step_band(across: Sequence[Column], y: float, composer: Composer) -> tuple[tuple[StepPlace, ...], float]:
    """The steps' headers standing on the rule below the band that begins at `y`, and its height with the rule."""
    space = composer.style.space
    gutter = space["gutter"]
    texts = [
        _heading(column.step.title, "step", (column.x + gutter, 0.0), column.width - 2 * gutter, composer)
        for column in across
    ]
    tallest = max((text.height for text in texts), default=0.0)
    foot = y + space["step-gap"] + tallest
    return (
        tuple(StepPlace(column, moved(text, foot - text.height)) for column, text in zip(across, texts, strict=True)),
        foot + space["step-rule-gap"] + space["step-rule"] - y,
    )

"""The head of a map: title and subtitle at the left, persona, scenario and goals in columns at the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, inf

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.project import Goal, Metric, Persona, Project
from desktop.layout.compose import Composer, moved
from desktop.layout.crops import shape
from desktop.layout.gauges import Way, natural_width, place_ways, way_of
from desktop.layout.logo import logo_size, place_logo
from desktop.layout.measures import NO_BREAK, number_text
from desktop.layout.places import HeadPlace, Rect, TextPlace
from desktop.layout.signs import point_of

MOST_LINES = 4
"""Facts beside the title take at most so many lines; longer ones stand below it, over the whole width."""

TITLE_LINES = 3
"""A title beside facts takes at most so many lines, if it takes fewer over the whole width."""

ENDLESS = 1e6
"""Wide enough for every paragraph of a fact to be one line."""

TITLE_SHARE = 0.5
"""The share of the width that a title may take in any case when facts stand beside it."""

HAIR = 0.01
"""What a measured width is made wider by, so that rounding breaks no line."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A caption with what stands under it: a bold beginning and running text.

    `ways` say how far each of several goals is, one for each paragraph; none of them where no goal has a bar.
    """

    caption: str
    strong: str
    text: str
    persona: str = ""
    ways: tuple[Way | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """All words of a head, and its logo's width over height, 0 for none; an equal value is laid out once."""

    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    logo: float = 0.0


def head_of(project: Project, journey: JourneyMap, composer: Composer) -> Head:
    """The words that a map shows at its head; the project's title where the map has none."""
    words = composer.words
    facts = []
    persona = next((each for each in project.personas if each.id == journey.persona), None)
    if persona and (persona.name or persona.summary):
        facts.append(_persona_fact(persona, words("head.persona")))
    if journey.scenario:
        facts.append(Fact(words("head.scenario"), "", journey.scenario))
    facts += _goals_fact([goal for goal in in_order(project.goals) if goal.id in journey.goals], project, composer)
    logo = shape(project.brand.logo) if project.brand.logo else 0.0
    return Head(journey.title or project.title, journey.subtitle, tuple(facts), logo)


def _persona_fact(persona: Persona, caption: str) -> Fact:
    comma = "," if persona.name and persona.summary else ""
    return Fact(caption, persona.name + comma, persona.summary, persona.id)


def _goals_fact(goals: Sequence[Goal], project: Project, composer: Composer) -> Iterator[Fact]:
    """All goals under one caption, with a bar for each that is known to be on its way."""
    metrics, point = project.metrics, point_of(composer.words)
    told = [(goal_text(goal, metrics, point), way_of(goal, metrics, point)) for goal in goals]
    told = [(text, way) for text, way in told if text]
    if told:
        mark = "•" + NO_BREAK if len(told) > 1 else ""
        ways = tuple(way for _, way in told)
        text = "\n".join(mark + text for text, _ in told)
        yield Fact(composer.words("head.goal"), "", text, ways=ways if any(ways) else ())


def goal_text(goal: Goal, metrics: tuple[Metric, ...], point: str = ".") -> str:
    """The statement, or the metric: with baseline, target and time frame in one line where no bar stands below it."""
    if goal.statement:
        return goal.statement
    metric = find(metrics, goal.metric)
    if metric and metric.name and way_of(goal, metrics):
        return metric.name
    figures = [number_text(value).replace(".", point) for value in (goal.baseline, goal.target) if value is not None]
    unit = f"{NO_BREAK}{metric.unit}" if metric and metric.unit and figures else ""
    parts = [metric.name if metric else "", f"{NO_BREAK}→{NO_BREAK}".join(figures) + unit, goal.time_frame]
    return " ".join(part for part in parts if part)


def place_head(
    head: Head, x: float, y: float, width: float, composer: Composer, *, most: float = inf
) -> tuple[HeadPlace, Rect]:
    """The head's texts in a band of this width, its logo at the right end of it; titles at `most` so wide."""
    if not head.logo:
        return _place_words(head, x, y, width, composer, most=most)
    size = logo_size(head.logo, width, composer, subtitle=bool(head.subtitle))
    place, rect = _place_words(head, x, y, width - size[0] - composer.style.space["fact-gap"], composer, most=most)
    titles = [text for text in place.texts if text.role == "title"]
    logo = place_logo(size, titles, x + width, y, composer)
    return replace(place, logo=logo), Rect(x, y, width, max(rect.bottom, logo.bottom) - y)


def _place_words(
    head: Head, x: float, y: float, width: float, composer: Composer, *, most: float
) -> tuple[HeadPlace, Rect]:
    """Facts never touch the title: they stand beside it where they fit, else below."""
    titles = _titles(head, x, y, min(most, _title_room(head, width, composer)), composer)
    left = max((composer.widest(text) for text in titles), default=0.0)
    bottom = max((text.bottom for text in titles), default=y)
    if not head.facts:
        return HeadPlace(titles), Rect(x, y, width, bottom - y)
    gap = composer.style.space["fact-gap"]
    widths = _fact_widths(head.facts, width - left - gap, MOST_LINES, composer)
    across = _titles(head, x, y, min(most, width), composer)
    if widths and not _is_cramped(titles, across):
        start = x + width - sum(widths) - gap * (len(widths) - 1) - _portrait_room(head, composer)
        facts, portrait, foot = _facts(head, start, y, widths, composer)
        # both end on the same line: the last line of the longest fact beside the subtitle
        drop = bottom - foot
        titles = tuple(moved(text, text.y + max(0.0, -drop)) for text in titles)
        facts = [moved(text, text.y + max(0.0, drop)) for text in facts]
        portrait = portrait and Rect(portrait.x, portrait.y + max(0.0, drop), portrait.width, portrait.height)
        return _made(head, (*titles, *facts), portrait), Rect(x, y, width, max(bottom, foot) - y)
    top = across[-1].bottom + composer.style.space["fact-below"] if across else y
    widths = _fact_widths(head.facts, width, 1_000, composer)
    facts, portrait, foot = _facts(head, x, top, widths, composer)
    return _made(head, (*across, *facts), portrait), Rect(x, y, width, foot - y)


def _is_cramped(titles: Sequence[TextPlace], across: Sequence[TextPlace]) -> bool:
    """Whether a title takes too many lines beside facts, and fewer `across` the whole width."""
    lines, fewer = (sum(text.lines for text in each if text.role == "title") for each in (titles, across))
    return lines > TITLE_LINES and fewer < lines


def _title_room(head: Head, width: float, composer: Composer) -> float:
    """What a title may take beside facts: half of the width, or as much as its one line needs if they still fit."""
    if not head.facts:
        return width
    whole = composer.width(head.title, "title") + HAIR
    fits = _fact_widths(head.facts, width - whole - composer.style.space["fact-gap"], MOST_LINES, composer)
    return max(width * TITLE_SHARE, whole if fits else 0.0)


def _made(head: Head, texts: tuple[TextPlace, ...], portrait: Rect | None) -> HeadPlace:
    shares = (way.share for fact in head.facts for way in fact.ways if way)
    return HeadPlace(texts, portrait, _persona(head), shares=tuple(shares))


def _persona(head: Head) -> str:
    return next((fact.persona for fact in head.facts if fact.persona), "")


def _titles(head: Head, x: float, y: float, width: float, composer: Composer) -> tuple[TextPlace, ...]:
    titles = []
    if head.title:
        titles.append(composer.place(head.title, "title", x, y, width))
        y = titles[0].bottom + composer.style.space["title-gap"]
    if head.subtitle:
        titles.append(composer.place(head.subtitle, "subtitle", x, y, width))
    return composer.hugged(titles)


def _portrait_room(head: Head, composer: Composer) -> float:
    space = composer.style.space
    return space["portrait"] + space["portrait-gap"] if _persona(head) else 0.0


def _fact_widths(facts: Sequence[Fact], room: float, most: int, composer: Composer) -> list[float]:
    """Widths at which all facts stand side by side on as few lines as the room allows; empty when they do not fit."""
    space = composer.style.space
    portrait = space["portrait"] + space["portrait-gap"] if any(fact.persona for fact in facts) else 0.0
    room -= portrait + space["fact-gap"] * (len(facts) - 1)
    fewest = [_fact_lines(fact, ENDLESS, composer) for fact in facts]
    lines = 2
    while max(lines, *fewest) <= most:
        widths = [_fact_width(fact, max(lines, few), composer) for fact, few in zip(facts, fewest, strict=True)]
        if sum(widths) <= room:
            return widths
        if all(width <= _least_width(fact, composer) for fact, width in zip(facts, widths, strict=True)):
            break  # more lines make nothing narrower
        lines += 1
    if most <= MOST_LINES:
        return []
    return [max(room / len(facts), space["fact-min"])] * len(facts)


def _fact_width(fact: Fact, lines: int, composer: Composer) -> float:
    """The least width at which the fact takes at most so many lines, which must not be fewer than its paragraphs;
    a short one stays on one line."""
    least, whole = _least_width(fact, composer), _whole_width(fact, composer)
    if whole <= composer.style.space["fact-short"]:
        return least
    width = max(least, whole / lines)
    while _fact_lines(fact, width, composer) > lines:
        width *= 1.05
    return width


def _least_width(fact: Fact, composer: Composer) -> float:
    """What a fact takes on however many lines: a short one all that it says."""
    short, whole = composer.style.space["fact-short"], _whole_width(fact, composer)
    bars = min(natural_width(fact.ways, composer) + HAIR, short)
    least = max(composer.style.space["fact-min"], composer.width(fact.caption, "caption"), bars)
    return max(least, whole + 1.0) if whole <= short else least


def _whole_width(fact: Fact, composer: Composer) -> float:
    """On one line."""
    return composer.width(fact.strong, "fact-strong") + composer.width(f" {fact.text}", "fact")


def _fact_lines(fact: Fact, width: float, composer: Composer) -> int:
    texts = _fact_texts(fact, 0.0, 0.0, width, composer)
    return ceil(texts[-1].bottom / composer.setting("fact").role.leading - HAIR)


def _fact_texts(fact: Fact, x: float, y: float, width: float, composer: Composer) -> list[TextPlace]:
    """The bold beginning, and the rest beginning on its last line where it is one line."""
    if fact.ways:
        told = zip(fact.text.split("\n"), fact.ways, strict=True)
        return place_ways(told, x, y, width, composer, align=_side(fact, composer))
    if not fact.strong:
        return [composer.place(fact.text, "fact", x, y, width)]
    align = _side(fact, composer)
    strong = composer.place(fact.strong, "fact-strong", x, y, width, align=align)
    if not fact.text:
        return [strong]
    indent = composer.width(f"{fact.strong} .", "fact-strong") - composer.width(".", "fact-strong")
    if strong.lines > 1 or indent >= width:
        return [strong, composer.place(fact.text, "fact", x, strong.bottom, width, align=align)]
    return [strong, composer.place(fact.text, "fact", x, y, width, indent=indent, align=align)]


def _side(fact: Fact, composer: Composer) -> str:
    """At which side the fact begins."""
    return composer.side(fact.strong or fact.text)


def _facts(
    head: Head, x: float, y: float, widths: Sequence[float], composer: Composer
) -> tuple[list[TextPlace], Rect | None, float]:
    """All facts on one baseline, the portrait before the persona, and the foot of the longest of them."""
    space = composer.style.space
    texts: list[TextPlace] = []
    portrait_x = None
    for fact, width in zip(head.facts, widths, strict=True):
        if fact.persona:
            portrait_x = x
            x += _portrait_room(head, composer)
        caption = composer.place(fact.caption, "caption", x, y, width, align=_side(fact, composer))
        texts += [caption, *_fact_texts(fact, x, caption.bottom + space["caption-gap"], width, composer)]
        x += width + space["fact-gap"]
    foot = max(text.bottom for text in texts)
    if portrait_x is None:
        return texts, None, foot
    # the portrait stands beside the caption and the first two lines
    middle = y + (texts[0].height + space["caption-gap"] + 2 * composer.setting("fact").role.leading) / 2
    size = space["portrait"]
    return texts, Rect(portrait_x, middle - size / 2, size, size), max(foot, middle + size / 2)

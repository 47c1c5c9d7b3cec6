"""From how far a poster can be read: grades per role, type that grows until it can be read, the figures as text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.document.cards import Card
from desktop.layout.places import Layout
from desktop.layout.style import Style, enlarged
from desktop.plan import roles
from desktop.plan.distance import COMFORTABLE, GRADES, LEGIBLE, grade, needed, reach
from desktop.plan.roles import CARDS, GROUPS, MOST, USUAL, group_of
from desktop.plan.settings import LOOSE, Settings
from desktop.poster.press import Made, Press
from desktop.typeset.lines import UNITS

PASSES = 6
SLACK = 1.03
"""Enlarged type is this much larger than needed, as the map that it is in becomes a little smaller: so it mostly holds
when it is laid out once more."""

EXACT = 1e-3
"""Sizes that differ by less than this share are the same."""

ILLEGIBLE = GRADES[0]


@dataclass(frozen=True, slots=True)
class RoleGrade:
    """A text role as it is printed: its size, from how far it is legible (16′ of arc) and comfortable (20′) to read,
    the distance from which its group is read, and its grade there: illegible, legible or comfortable."""

    role: str
    group: str
    size_pt: float
    legible_m: float
    comfortable_m: float
    distance_m: float
    grade: str


def distances(settings: Settings) -> dict[str, float]:
    """By group the metres from which it is read, the usual ones where the settings say nothing."""
    return {**USUAL, **settings.read_from}


def grades(made: Made, press: Press, settings: Settings) -> tuple[RoleGrade, ...]:
    """Every role that stands on the poster, group by group from title to cards; none for lists and notes, whose type
    is no choice."""
    if settings.content in LOOSE:
        return ()
    style, capital, metres = made.style or press.style, capitals(press), distances(settings)
    present = shown(made.layout) if made.layout else {"card"}
    listed = ((group, role) for group, members in GROUPS.items() for role in members if role in present)
    return tuple(
        _graded(role, group, style.roles[role].size * made.page.scale, capital(role), metres[group])
        for group, role in listed
    )


def _graded(role: str, group: str, size: float, capital: float, metres: float) -> RoleGrade:
    legible, comfortable = reach(size, capital, LEGIBLE), reach(size, capital, COMFORTABLE)
    word = grade(size * (1 + EXACT), metres, capital)
    return RoleGrade(role, group, round(size, 2), round(legible, 2), round(comfortable, 2), metres, word)


def capitals(press: Press) -> Callable[[str], float]:
    """Gives the height of a role's capitals per em."""
    return lambda role: press.typesetter.metrics(press.style.roles[role].style).cap_height / UNITS


def shown(layout: Layout) -> set[str]:
    """The roles that a map is set in."""
    heading, foot = layout.heading, layout.footing
    texts = [*heading.texts, *(place.text for place in layout.stage_places), *(p.text for p in layout.step_places)]
    texts += [text for row in layout.rows for text in row.content.label]
    texts += [text for place in foot.tasks for text in place.texts] + [entry.text for entry in foot.legend]
    texts += [text for text in (foot.heading, foot.line) if text]
    found = {text.role for text in texts if text.text.strip()}
    found |= {"initials"} if heading.portrait else set()
    found |= {"badge"} if layout.numbers or foot.tasks else set()
    return found | set(_in_rows(layout))


def _in_rows(layout: Layout) -> Iterator[str]:
    contents = [row.content for row in layout.rows]
    if any(content.cards for content in contents):
        yield "card"
    if any(has_meta(place.card) for content in contents for place in content.cards):
        yield "meta"
    if any(content.lane.kind == "emotions" for content in contents):
        yield "scale"
    if any(marker.label for content in contents for marker in content.markers):
        yield "marker"
    if any(curve.end_label for content in contents for curve in content.curves):
        yield "curve"


def has_meta(card: Card) -> bool:
    """Whether words stand under the card's text: worth and ease, segment, votes, how often it was said."""
    promise = card.kind == "opportunity" and card.promise is not None and (card.promise.impact or card.promise.ease)
    segment = card.kind == "tactic" and card.tactic is not None and card.tactic.segment
    return bool(promise or segment or card.votes or card.seen > 1)


def failing(made: Made, press: Press, settings: Settings) -> tuple[str, ...]:
    """The ids of what cannot be read from the cards' distance, from top to bottom: cards, or only those whose second
    line is too small, and markers whose labels are."""
    weak = {each.role for each in grades(made, press, settings) if each.grade == ILLEGIBLE}
    return tuple(_weak_things(made.layout, weak)) if made.layout else ()


def _weak_things(layout: Layout, weak: set[str]) -> Iterator[str]:
    for row in layout.rows:
        for place in row.content.cards:
            small = "badge" in weak and place.card.id in layout.numbers
            if "card" in weak or small or ("meta" in weak and has_meta(place.card)):
                yield place.card.id
        if "marker" in weak:
            yield from (place.marker.id for place in row.content.markers if place.label)


def factors(press: Press, settings: Settings, scale: float) -> dict[str, float]:
    """By role for which the settings have a distance: how many times larger than in the press's style its type must be
    at this scale (pt per layout unit), at least 1."""
    sizes = {name: role.size * scale for name, role in press.style.roles.items()}
    return roles.factors(sizes, settings.read_from, capitals(press))


def least_card_text(press: Press, settings: Settings) -> float:
    """The size in pt at which cards are comfortable to read from the distance that the settings give; 0 for none."""
    metres = settings.read_from.get(CARDS)
    return needed(metres, capitals(press)("card")) if metres else 0.0


def styled(press: Press, settings: Settings, scale: float) -> Style:
    """The press's style with titles and headers as large as their distances ask for at this scale, as far as they may
    grow. Cards stay as they are: a larger map takes a larger page."""
    wanted = factors(press, settings, scale)
    grown = {role: min(most, wanted[role] * SLACK) for role, most in MOST.items() if wanted.get(role, 1.0) > 1.0}
    return enlarged(press.style, grown) if grown else press.style


def holds(made: Made, press: Press, settings: Settings) -> bool:
    """Whether titles and headers are as large as their distances ask for, or as large as they may become."""
    style, wanted = made.style or press.style, factors(press, settings, made.page.scale)
    needs = ((role, min(most, wanted.get(role, 1.0))) for role, most in MOST.items())
    return all(style.roles[role].size * (1 + EXACT) >= press.style.roles[role].size * need for role, need in needs)


def settled(press: Press, settings: Settings, make: Callable[[Press], Made]) -> Made:
    """What `make` lays out and draws, with titles and headers that can be read from their distances.

    Larger headers take room from the map, which then becomes smaller: laid out again until both fit.
    """
    made = make(press)
    for _ in range(PASSES):
        if holds(made, press, settings):
            break
        made = make(press.in_style(styled(press, settings, made.page.scale)))
    return made


def told(graded: Iterable[RoleGrade]) -> dict[str, dict[str, float | str]]:
    """The figures by role, for programs: pt, legible_m, comfortable_m, read_from_m and grade."""
    return {
        each.role: {
            "pt": each.size_pt,
            "legible_m": each.legible_m,
            "comfortable_m": each.comfortable_m,
            "read_from_m": each.distance_m,
            "grade": each.grade,
        }
        for each in graded
    }


def keywords(graded: Sequence[RoleGrade]) -> tuple[str, ...]:
    """The same figures as words that stand in a PDF, one for each role; `parse` reads them back."""
    return tuple(
        f"{each.role}: {each.size_pt:g} pt / legible {each.legible_m:g} m / comfortable {each.comfortable_m:g} m"
        f" / read from {each.distance_m:g} m / {each.grade}"
        for each in graded
    )


_NUMBER = r"(\d+(?:\.\d+)?(?:e[+-]?\d+)?)"
_KEYWORD = re.compile(
    rf"([a-z][a-z-]*): {_NUMBER} pt / legible {_NUMBER} m / comfortable {_NUMBER} m / read from {_NUMBER} m"
    rf" / ({'|'.join(GRADES)})"
)


def parse(text: str) -> tuple[RoleGrade, ...]:
    """The grades that stand in a text, such as the keywords of a PDF; none when it holds none."""
    return tuple(
        RoleGrade(role, group_of(role), float(size), float(near), float(good), float(metres), word)
        for role, size, near, good, metres, word in _KEYWORD.findall(text)
    )


def with_distances(settings: Settings, read_from: Mapping[str, float]) -> Settings:
    """The settings with these distances beside those they have."""
    return replace(settings, read_from={**settings.read_from, **read_from})

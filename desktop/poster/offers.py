"""What else could be printed so that it can be read from where people stand. Every offer has been laid out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import ceil

from desktop.document.kinds import DIVIDERS
from desktop.document.project import Project
from desktop.layout.names import lane_name
from desktop.layout.places import Layout, Row
from desktop.plan import paper as papers
from desktop.plan.page import MM
from desktop.plan.roles import CARDS, leads
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press
from desktop.poster.reading import ILLEGIBLE, distances, grades, least_card_text
from desktop.poster.refusals import PosterError
from desktop.poster.sizing import posters

TRIES = 4
"""Papers or choices of lanes laid out at most for one offer."""

PROMISING = 0.9
"""What is not expected to reach this share of the size is not laid out."""

WAITING = (
    "notes",
    "experiments",
    "tactics",
    "metrics",
    "channels",
    "backstage",
    "needs",
    "images",
    "quotes",
    "thoughts",
)
"""Kinds of lanes that a poster can do without, the first to go first; what is not listed stays to the last."""

KEPT = 0.5
"""The share of its lanes that a poster keeps at least."""

ROLLED = 0.7
"""How much lower a map can become on a roll, where its columns may be as wide as they like."""

ROLLS = ("roll-594mm", "roll-841mm", "roll-914mm", "roll-1067mm", "roll-1118mm", "roll-1524mm")
INCH_ROLLS = ("roll-24in", "roll-36in", "roll-42in", "roll-44in", "roll-60in")


@dataclass(frozen=True, slots=True)
class Offer:
    """Settings with which everything can be read, and by what they differ. Codes: enlarge (headers and title), text
    (larger cards), paper (the next one that does), roll (as long as it takes), sheets (more of them), lanes (fewer).

    `why` fills in the words: size (of the cards, in pt), width, height and length (mm), paper, across, down, lanes.
    """

    code: str
    settings: Settings
    why: Mapping[str, str] = field(default_factory=dict, hash=False)


def reads(made: Made, press: Press, settings: Settings) -> bool:
    """Whether everything can be read from its distance, and the cards comfortably."""
    graded = [each for each in grades(made, press, settings) if each.group in settings.read_from]
    eased = all(each.grade == "comfortable" for each in graded if each.group == CARDS and leads(each.role))
    return eased and all(each.grade != ILLEGIBLE for each in graded)


def offers(press: Press, project: Project, map_id: str, settings: Settings, made: Made) -> tuple[Offer, ...]:
    """What to print instead, the least change first; none when everything can be read already.

    Where no distance is given the usual ones are taken. Each offer is laid out up to TRIES times.
    """
    asked = settings if settings.read_from else replace(settings, read_from=distances(settings))
    if made.layout is None or reads(made, press, asked):
        return ()
    trial = _Trial(press, project, map_id, asked, made)
    ways = (trial.enlarged, trial.larger_text, trial.more_sheets, trial.next_paper, trial.roll, trial.fewer_lanes)
    found = (way() for way in ways)
    return tuple(offer for offer in found if offer is not None)


class _Trial:
    """Lays one map out in other ways."""

    def __init__(self, press: Press, project: Project, map_id: str, settings: Settings, made: Made) -> None:
        self._press, self._project, self._map_id = press, project, map_id
        self._settings, self._made = settings, made
        self._share = _wanted(press, made, settings)

    def enlarged(self) -> Offer | None:
        """The same page with larger headers and title: what was given no distance may be read from the usual one."""
        return self._offer("enlarge", replace(self._settings, read_from=distances(self._settings)))

    def larger_text(self) -> Offer | None:
        size = least_card_text(self._press, self._settings)
        if self._settings.sizing != "text" or (self._settings.card_text or 0.0) >= size:
            return None
        return self._offer("text", replace(self._settings, card_text=ceil(size * 10) / 10))

    def more_sheets(self) -> Offer | None:
        settings = self._settings
        if settings.sizing != "sheets":
            return None
        across, down = max(1, settings.across), max(1, settings.down)
        most = 2 + ceil(max(across, down) * self._share)
        wider = ((a, d) for a in range(across, most) for d in range(down, most) if (a, d) != (across, down))
        likely = [(a, d) for a, d in wider if a * d >= PROMISING * across * down * self._share**2]
        likely.sort(key=lambda size: (size[0] * size[1], abs(size[0] * down - size[1] * across)))
        ways = (("sheets", replace(settings, across=a, down=d), {"across": str(a), "down": str(d)}) for a, d in likely)
        return self._first(ways)

    def next_paper(self) -> Offer | None:
        """The next larger one of the same family; the poster stays spread over sheets where it is."""
        settings = self._settings
        if settings.sizing not in {"paper", "text"} or _is_roll(settings.paper):
            return None
        least = (PROMISING * self._share) ** 2 * _area(settings.paper, self._made)
        family = sorted(_family(settings.paper), key=lambda name: _area(name, self._made))
        likely = [name for name in family if _area(name, self._made) >= least and name != settings.paper]
        return self._first(("paper", replace(settings, paper=name), {"paper": name}) for name in likely)

    def roll(self) -> Offer | None:
        """The narrowest roll that does, as long as it takes: the one in use first."""
        settings = self._settings
        if settings.sizing == "sheets":
            return None
        own = papers.paper(settings.paper).width if _is_roll(settings.paper) else 0.0
        widths = INCH_ROLLS if _is_american(settings.paper) else ROLLS
        least = ROLLED * self._press.usual(self._map_id).height * self._needed_scale() / MM
        likely = [name for name in widths if papers.ROLLS[name] > max(own, least)]
        likely = ([settings.paper] if own and settings.card_text else []) + likely
        ways = (replace(settings, sizing="roll", paper=name, card_text=None) for name in likely)
        return self._first(("roll", each, {"paper": each.paper}) for each in ways)

    def fewer_lanes(self) -> Offer | None:
        """Without as few lanes as it takes, those first that a wall can do without."""
        layout = self._made.layout
        if layout is None or self._settings.sizing in {"roll", "text"}:
            return None
        return self._first(_fewer(layout, self._settings, self._share, self._press))

    def _needed_scale(self) -> float:
        return self._share * self._made.page.scale

    def _first(self, ways: Iterable[tuple[str, Settings, dict[str, str]]]) -> Offer | None:
        """The first that can be read, of the first few."""
        for (code, settings, why), _ in zip(ways, range(TRIES), strict=False):
            found = self._offer(code, settings, why)
            if found is not None:
                return found
        return None

    def _offer(self, code: str, settings: Settings, why: Mapping[str, str] | None = None) -> Offer | None:
        """The offer, if all that comes of it can be read."""
        press = self._press.asked(settings)
        try:
            found = posters(press, self._project, self._map_id, settings)
        except PosterError:
            return None
        if len(found) > 1 and settings.scope != "each-stage":  # panels are more than was asked for
            return None
        if not all(reads(made, press, settings) for made in found):
            return None
        width, height = found[0].page.millimetres
        size = min(_card_size(made, press) for made in found)
        told = {
            "size": f"{size:.0f}",
            "width": f"{width:.0f}",
            "height": f"{height:.0f}",
            "length": f"{max(width, height):.0f}",
        }
        return Offer(code, settings, told | dict(why or {}))


def _card_size(made: Made, press: Press) -> float:
    return (made.style or press.style).roles["card"].size * made.page.scale


def _wanted(press: Press, made: Made, settings: Settings) -> float:
    """How many times larger the cards must be, at least 1."""
    return max(1.0, least_card_text(press, settings) / _card_size(made, press))


def _fewer(
    layout: Layout, settings: Settings, share: float, press: Press
) -> Iterator[tuple[str, Settings, dict[str, str]]]:
    """Ways to do without some lanes, one lane more each time, beginning where it may be enough."""
    rows = [row for row in layout.rows if row.lane.kind not in DIVIDERS]
    going = sorted(rows, key=lambda row: (_patience(row.lane.kind), -row.height))[: int(len(rows) * (1 - KEPT))]
    gone: list[Row] = []
    for row in going:
        gone.append(row)
        left = layout.height - sum(each.height for each in gone)
        if layout.height / left >= PROMISING * share**2:
            names = ", ".join(lane_name(each.lane, press.words) for each in layout.rows if each in gone)
            kept = tuple(each.lane.id for each in layout.rows if each not in gone)
            yield "lanes", replace(settings, scope=_chosen(settings), lanes=kept), {"lanes": names}


def _chosen(settings: Settings) -> str:
    return "chosen" if settings.scope == "whole" else settings.scope


def _patience(kind: str) -> int:
    return WAITING.index(kind) if kind in WAITING else len(WAITING)


def _is_roll(name: str) -> bool:
    return bool(name) and papers.paper(name).is_roll


def _is_american(name: str) -> bool:
    known = {each.lower() for group in ("us", "ansi", "arch") for each in papers.GROUPS[group]}
    return name.strip().lower() in known or name.strip().lower().endswith("in")


def _family(name: str) -> tuple[str, ...]:
    """The papers among which the next one is looked for: those of its own series, else ISO A."""
    key = name.strip().lower()
    for group, members in papers.GROUPS.items():
        if group != "roll" and key in {each.lower() for each in members}:
            return members if group != "us" else papers.GROUPS["ansi"]
    return papers.GROUPS["iso-a"]


def _area(name: str, made: Made) -> float:
    """In mm²; that of the page itself where there is no paper."""
    sheet = papers.paper(name) if name else None
    width, height = made.page.millimetres
    return sheet.width * sheet.height if sheet and sheet.height else width * height

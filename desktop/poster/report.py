"""What came out of the press, as a value and as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain, groupby
from typing import Any

from pydantic import JsonValue

from desktop import resources
from desktop.document.project import Project
from desktop.plan.settings import Tiling
from desktop.plan.tiles import TilePlan
from desktop.poster.composing import Composed
from desktop.poster.pins import Changes
from desktop.poster.preflight import NOTE, Problem, problems
from desktop.poster.reading import RoleGrade, grades
from desktop.poster.remarks import remarks
from desktop.poster.sheets import printed
from desktop.poster.wording import sentence
from desktop.storage.assets import Assets

FEW = 5
"""So many warnings of one kind are told."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The sheets of a poster: across and down, how many of them are printed and how many have no ink; the cards that
    seams cut, and how many a plain grid of as many sheets would cut; headers, titles and markers that are cut."""

    sheet_mm: tuple[float, float]
    across: int
    down: int
    overlap_mm: float
    printed: tuple[str, ...]
    blank: int
    cards_cut: tuple[str, ...]
    cards_cut_by_a_plain_grid: int
    others_cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PosterReport:
    """One of several posters: which part of the map, its finished size in mm, its type, and the sheets that it is
    spread over, None for one; `shrunk` is its type as a share of what it had before a re-flow to sheets."""

    title: str
    page_mm: tuple[float, float]
    scale: float
    fill: float
    roles: tuple[RoleGrade, ...]
    tiles: Spread | None
    shrunk: float = 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """What came out. Of the first poster: page in mm, scale in pt per layout unit, type sizes in pt by role, share of
    the page filled, and from how far, in metres, the cards are comfortable to read; then all posters."""

    page_mm: tuple[float, float]
    scale: float
    text_pt: Mapping[str, float]
    fill: float
    comfortable_m: float
    warnings: tuple[str, ...] = ()
    sheets: int = 1
    posters: tuple[PosterReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    changes: tuple[Changes | None, ...] = ()
    """For each poster what is other than on the print before."""

    pin: JsonValue = field(default=None, repr=False)
    """What the edition is to remember of this print; nobody is told."""

    def told(self) -> dict[str, Any]:
        """The same as an object for other programs."""
        return {name: value for name, value in asdict(self).items() if name != "pin"}

    def to_json(self) -> str:
        """The object that is told, indented."""
        return json.dumps(self.told(), indent=2, ensure_ascii=False)


def report(whole: Composed, project: Project, assets: Assets) -> Report:
    """What is to be said of the sheets of a file."""
    first = whole.made[0]
    scale = first.page.scale
    roles = (first.style or whole.press.style).roles
    sizes = {name: round(role.size * scale, 2) for name, role in roles.items()}
    settings = whole.press.settings
    several = zip(whole.made, whole.plans, strict=True)
    found = [each for made, plan in several for each in problems(project, assets, whole.press, made, plan)]
    told = chain(remarks(whole.made, settings), _warnings(found))
    return Report(
        page_mm=first.page.millimetres,
        scale=round(scale, 5),
        text_pt=sizes,
        fill=round(first.fill, 4),
        comfortable_m=round(whole.press.reach(scale), 2),
        warnings=tuple(dict.fromkeys(told)),
        sheets=len(whole.document.sheets),
        posters=tuple(_poster(whole, number) for number in range(len(whole.made))),
        problems=tuple(found),
        changes=whole.changes,
        pin=whole.pin,
    )


def _poster(whole: Composed, number: int) -> PosterReport:
    made, plan, press = whole.made[number], whole.plans[number], whole.press
    graded = grades(made, press, press.settings)
    spread = _spread(plan, press.settings.tiling) if plan and press.settings.tiling else None
    return PosterReport(
        title=made.title,
        page_mm=made.page.millimetres,
        scale=round(made.page.scale, 5),
        fill=round(made.fill, 4),
        roles=graded,
        tiles=spread,
        shrunk=round(made.shrunk, 4),
    )


def _spread(plan: TilePlan, tiling: Tiling) -> Spread:
    return Spread(
        sheet_mm=(round(plan.sheet.width, 2), round(plan.sheet.height, 2)),
        across=plan.across,
        down=plan.down,
        overlap_mm=plan.overlap,
        printed=tuple(tile.name for tile in printed(plan, tiling)),
        blank=sum(tile.blank for tile in plan.tiles),
        cards_cut=plan.cut,
        cards_cut_by_a_plain_grid=plan.plain_cut,
        others_cut=plan.spoilt,
    )


def _warnings(found: Sequence[Problem]) -> Iterator[str]:
    """What may come out otherwise than meant, a sentence each; seams are counted."""
    words = resources.words("en")
    serious = [problem for problem in found if problem.severity != NOTE]
    for code, alike in groupby(sorted(serious, key=lambda problem: problem.code), key=lambda problem: problem.code):
        told = [sentence(problem, words) for problem in alike]
        if code == "cut":
            yield f"seams go through {len(told)} cards or headers"
        else:
            yield from told[:FEW]
            if len(told) > FEW:
                yield f"and {len(told) - FEW} more of the same kind ({code})"

"""What can be done about a finding: for each code of the checks a repair, or none.

A repair takes nothing away that could still mean something: what lost its place goes to the inbox, what two things
share is given to each, and only names of what does not exist are taken away. What stands in words of a later version
of the program is right there, and is left as it is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from contextlib import suppress
from types import MappingProxyType

from desktop.document import mends, rehousing
from desktop.document.base import IdSource
from desktop.document.cards import Card
from desktop.document.checks import Finding, check
from desktop.document.errors import EditError
from desktop.document.journey import Ballot, JourneyMap, Lane, LaneGroup, Stage
from desktop.document.means import Means, Repair, each
from desktop.document.project import Goal, Metric, Project, Survey

REPAIRS: MappingProxyType[str, Repair | None] = MappingProxyType(
    {
        "id.twice": mends.separate,
        "order.broken": each(mends.put_in_order),
        "metric.missing": each(mends.without(Metric)),
        "map.missing": each(mends.without(JourneyMap)),
        "goal.missing": each(mends.without(Goal)),
        "group.missing": each(mends.without(LaneGroup)),
        "lane.missing": each(mends.without(Lane)),
        "stage.missing": each(mends.without(Stage)),
        "card.missing": each(mends.without(Card)),
        "option.missing": mends.remove_options,
        "survey.missing": each(mends.without(Survey)),
        "join.missing": each(mends.remove_joins),
        "ballot.missing": each(mends.without(Ballot)),
        "persona.missing": mends.add_personas,
        "link.end_missing": mends.remove_links,
        "picture.missing": each(mends.without_picture),
        "picture.damaged": each(mends.mend_picture),
        "picture.spare_damaged": None,
        "font.missing": None,
        "font.damaged": None,
        "status.unknown": None,
        "snapshot.unreadable": None,
        "map.no_stages": each(mends.add_stage),
        "stage.empty": each(mends.add_step),
        "lane.kind_unknown": None,
        "lane.cards_unseen": rehousing.show_cards,
        "lane.markers_unseen": rehousing.show_markers,
        "step.missing": rehousing.find_steps,
        "card.reversed": rehousing.turn_round,
        "card.kind_unknown": None,
        "card.no_text": each(mends.write_text),
        "marker.twice": rehousing.put_markers_aside,
    }
)
"""In the order in which they are made."""

FIRST = {"id.twice", "order.broken"}

ROUNDS = 4
"""What one repair brings to light is found in the next round; more than two rounds have never been needed."""


def repairable(finding: Finding) -> bool:
    """Whether anything can be done about it here."""
    return REPAIRS.get(finding.code) is not None


def repair(project: Project, finding: Finding, new_id: IdSource, means: Means | None = None) -> Project:
    """The project without what this finding is about; the very same where it cannot be repaired.

    Raises EditError where there is no room for what the repair would add.
    """
    return _repaired(project, [finding], means or Means(new_id))


def repair_all(
    project: Project,
    assets: Collection[str],
    new_id: IdSource,
    means: Means | None = None,
    damaged: Collection[str] = (),
) -> tuple[Project, tuple[Finding, ...]]:
    """The project without anything that can be repaired, and what was found on the way; `assets` as for the checks.

    What no repair is for and what there is no room for is left as it is.
    """
    first = before = tuple(check(project, assets, damaged))
    for _ in range(ROUNDS):
        after = _round(project, before, means or Means(new_id))
        if after is project:
            break
        project, before = after, check(after, assets, damaged)
    left = {_matter(finding) for finding in before}
    return project, tuple(one for one in first if repairable(one) and _matter(one) not in left)


def _matter(finding: Finding) -> tuple[str, str, str]:
    """What a finding is about, whatever the things on its path are called."""
    return finding.code, finding.path, finding.detail


def _round(project: Project, found: Iterable[Finding], means: Means) -> Project:
    """One repair for each code; ids and order by themselves, since all others find things by them."""
    about: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        about[finding.code].append(finding)
    codes = about.keys() & FIRST or about.keys()
    for code in (code for code in REPAIRS if code in codes):
        with suppress(EditError):
            project = _repaired(project, about[code], means)
    return project


def _repaired(project: Project, about: list[Finding], means: Means) -> Project:
    make = REPAIRS.get(about[0].code)
    return make(project, about, means) if make else project

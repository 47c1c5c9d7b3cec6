"""A merged project made sound: what lost its place goes to the inbox, and what the other side has differently."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Card, Marker
from desktop.document.checks import Finding, check
from desktop.document.difference import title_of
from desktop.document.edits.parts import added, edited, made
from desktop.document.edits.settle import grouped
from desktop.document.journey import Cluster, JourneyMap
from desktop.document.keyed import put
from desktop.document.means import Means
from desktop.document.merge.census import Entry, rebuilt
from desktop.document.merge.conflicts import Conflict
from desktop.document.merge.values import Three
from desktop.document.project import Project
from desktop.document.repair import REPAIRS

Asides = list[tuple[Conflict, Any]]
"""What is to be kept in the inbox: a conflict, and the thing as the other person has it."""

ROUNDS = 4
"""One repair may bring the next to light."""

_LONGEST = 20_000
_TITLE = 300


def told(conflict: Conflict) -> str:
    """A note's text where nobody words it."""
    return f"{conflict.name.title}: {conflict.theirs}"


@dataclass(frozen=True, slots=True)
class Titles:
    """What is written into the inbox, in the project's language: `form` is the title of a group of what lost its place,
    with the {title} of what held it; `differing` that of the other's versions; `note` is what says one of no card.
    """

    form: str = "from {title}"
    differing: str = "As the others have it"
    note: Callable[[Conflict], str] = told


def stood(entries: dict[str, Entry], three: Three, titles: Titles, new_id: IdSource) -> Project:
    """The project of these things, sound as far as both sides were."""
    root = next(name for name, entry in entries.items() if not entry.holder)
    project = rebuilt(_housed(entries, three, titles, new_id), root)
    known = {_matter(one) for side in three[1:] for one in _findings(rebuilt(side, root))}
    for _ in range(ROUNDS):
        new = [finding for finding in _findings(project) if _matter(finding) not in known]
        before, project = project, _mended(project, new, Means(new_id, form=titles.form))
        if project is before:
            break
    return project


def set_aside(project: Project, asides: Asides, titles: Titles, new_id: IdSource) -> Project:
    """With what the other person has differently in a group of the inbox of its map, or of the first map."""
    first = next((map_.id for map_ in in_order(project.maps)), "")
    groups: dict[str, dict[str, Card]] = defaultdict(dict)
    for conflict, thing in asides:
        name = thing.id if isinstance(thing, Card) else "/".join(conflict.key)
        groups[conflict.map or first].setdefault(name, _version(conflict, thing, titles, new_id))
    maps = (
        grouped(map_, titles.differing, groups[map_.id].values(), (), new_id)
        for map_ in project.maps
        if map_.id in groups
    )
    return edited(project, maps=put(project.maps, *maps))


def _version(conflict: Conflict, thing: Any, titles: Titles, new_id: IdSource) -> Card:
    if isinstance(thing, Card):
        return edited(thing, id=new_id(), comments=(), votes=0, origin=None)
    return made(Card, id=new_id(), kind="note", text=titles.note(conflict)[:_LONGEST])


def _housed(entries: dict[str, Entry], three: Three, titles: Titles, new_id: IdSource) -> dict[str, Entry]:
    """Cards and markers whose lane or group is gone, in new groups of their maps, one for each."""
    lost: dict[str, list[str]] = defaultdict(list)
    for name, entry in entries.items():
        if entry.kind in (Card, Marker) and entry.holder not in entries:
            lost[entry.holder].append(name)
    housed = dict(entries)
    for holder in sorted(lost):
        there = next(side[holder] for side in three if holder in side)
        title = titles.form.replace("{title}", title_of(there.thing)[:_TITLE] or "–")
        journey: JourneyMap = entries[there.holder].thing
        inbox = tuple(one.thing for one in housed.values() if (one.collection, one.holder) == ("inbox", journey.id))
        group = made(Cluster, id=new_id(), title=title)
        housed[group.id] = Entry(_last(group, inbox), "inbox", journey.id)
        housed.update({name: _loose(housed[name], group.id) for name in lost[holder]})
    return housed


def _last(group: Cluster, inbox: tuple[Cluster, ...]) -> Cluster:
    return next(one for one in added(inbox, group) if one.id == group.id)


def _loose(entry: Entry, group: str) -> Entry:
    if isinstance(entry.thing, Card):
        return Entry(edited(entry.thing, first="", last=""), "cards", group)
    return Entry(entry.thing, "markers", group)


def _findings(project: Project) -> Iterable[Finding]:
    """What can be put right without looking at pictures."""
    return [one for one in check(project, ()) if not one.code.startswith(("picture.", "font."))]


def _matter(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.path.rpartition("/")[2], finding.detail


def _mended(project: Project, findings: list[Finding], means: Means) -> Project:
    about: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        about[finding.code].append(finding)
    for code in (code for code in REPAIRS if code in about):
        mend = REPAIRS[code]
        project = mend(project, about[code], means) if mend else project
    return project

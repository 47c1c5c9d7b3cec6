"""The foot of a map: what comes next, the legend, and the line that says which map this is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.layout.compose import Composer
from desktop.layout.dates import worded
from desktop.layout.legend import legend_entries, place_legend
from desktop.layout.names import name_of
from desktop.layout.places import Entry, EntryPlace, Foot, Rect, TextPlace
from desktop.layout.style import Words
from desktop.layout.tasks import DOT, place_tasks
from desktop.layout.titleblock import Cell, Plate, cells_of, place_block, version_text

NO_NUMBERS: Mapping[str, int] = {}


def foot_place(
    project: Project,
    journey_map: JourneyMap,
    width: float,
    composer: Composer,
    *,
    numbers: Mapping[str, int] = NO_NUMBERS,
    label_width: float | None = None,
    note: str | Plate = "",
    beside: str = "",
    slack: float = 0.0,
) -> Foot:
    """The foot at this width; of no height when there is nothing to say.

    `numbers` gives the badges of the pain points that have one, by card id; `label_width` is the way from the foot's
    left edge to the first column (the style's own when left out); `note` ends the last line; of a
    print there is a title block instead. `beside` names the map whose curves stand behind this one's.
    `slack` is what lines of the legend leave free at their end, to step aside from seams.
    """
    space, words = composer.style.space, composer.words
    indent = space["label-width"] + space["label-gap"] if label_width is None else label_width
    foot = _next(journey_map, width, indent, numbers, composer)
    entries = legend_entries(journey_map, project.personas, words, beside)
    if isinstance(note, Plate):
        foot = replace(foot, height=foot.height + note.drop, drop=note.drop)
        colophon = _colophon(foot, entries, "", composer, slack)
        return _plated(colophon, cells_of(project, journey_map, note, words), composer)
    return _colophon(foot, entries, foot_line(journey_map, words, note), composer, slack)


def foot_line(journey_map: JourneyMap, words: Words, note: str = "") -> str:
    """Status, version, date, owner, next review and the note, as far as they are known."""
    review = worded(journey_map.review, words)
    parts = (
        name_of("status", journey_map.status, words),
        version_text(journey_map.version, words),
        worded(journey_map.date, words),
        f"{words('foot.owner')}: {journey_map.owner}" if journey_map.owner else "",
        f"{words('foot.review')} {review}" if review else "",
        note,
    )
    return DOT.join(part for part in parts if part)


def _next(journey_map: JourneyMap, width: float, indent: float, numbers: Mapping[str, int], composer: Composer) -> Foot:
    if not journey_map.tasks:
        return Foot(width, 0.0)
    space = composer.style.space
    left = indent + space["gutter"]
    # the heading is set larger than the tasks: both stand on one baseline
    top = max(0.0, composer.setting("lane").baseline - composer.setting("task").baseline)
    heading = composer.place(composer.words("foot.next"), "lane", 0.0, 0.0, indent - space["pad"])
    tasks = place_tasks(journey_map, numbers, Rect(left, top, width - left, 0.0), composer)
    return Foot(width, max(heading.bottom, *(place.bottom for place in tasks)), heading, tasks)


def _colophon(foot: Foot, entries: Sequence[Entry], line: str, composer: Composer, slack: float) -> Foot:
    """Legend and last line below what is there: beside each other where both fit, else one below the other."""
    if not entries and not line:
        return foot
    space = composer.style.space
    rules = (foot.height + space["foot-pad"],) if foot.tasks else ()
    top = rules[0] + space["foot-pad"] if rules else foot.height
    legend = place_legend(entries, top, foot.width - slack, composer)
    text = _line(line, top, legend, foot.width, composer) if line else None
    bottom = max(place.bottom for place in (*legend, *([text] if text else ())))
    return replace(foot, height=bottom, rules=rules, legend=legend, line=text)


def _plated(foot: Foot, cells: Sequence[Cell], composer: Composer) -> Foot:
    """With the title block at the very foot, under a rule."""
    if not cells:
        return foot
    pad = composer.style.space["foot-pad"]
    below = bool(foot.tasks or foot.legend)
    rules = (*foot.rules, foot.height + pad) if below else foot.rules
    block = place_block(cells, rules[-1] + pad if below else foot.height, foot.width, composer)
    return replace(foot, height=max(text.bottom for text in block), rules=rules, block=block)


def _line(line: str, top: float, legend: Sequence[EntryPlace], width: float, composer: Composer) -> TextPlace:
    """At the right of the legend's last line, else below it from the left."""
    wide = composer.width(line, "footer") + 0.01
    if not legend:
        return composer.place(line, "footer", max(0.0, width - wide), top, min(wide, width))
    last = legend[-1].text
    if last.x + last.width + 2 * composer.style.space["legend-gap"] + wide <= width:
        return composer.place(line, "footer", width - wide, last.y, wide)
    bottom = max(place.bottom for place in legend)
    return composer.place(line, "footer", 0.0, bottom + composer.style.space["gap"], width)

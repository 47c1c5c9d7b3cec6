"""The run of show as pages to lead a workshop by."""

from collections.abc import Iterable, Iterator

from desktop.document.base import in_order
from desktop.document.edits.agenda import lane_for
from desktop.document.journey import AgendaPoint, JourneyMap
from desktop.document.keyed import among
from desktop.document.kinds import KIND_OF_LANE
from desktop.document.project import Project
from desktop.drawing.agendapages import Point, Sayings, agenda_pages
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Drawing
from desktop.layout.names import counted, lane_name, name_of
from desktop.layout.style import Words
from desktop.poster.naming import dated
from desktop.poster.press import Press

FILL = ""
"""The form of a point at which notes are written and put into its lane."""

NEEDS = {"wall": (FILL, "silent"), "notes": (FILL, "silent"), "dots": ("vote",), "drinks": ("break",)}
"""What has to be brought, and for which forms."""

ALWAYS = ("map",)


def agenda_list(press: Press, project: Project, journey: JourneyMap, size: tuple[float, float]) -> tuple[Drawing, ...]:
    """A drawing for each page of this width and height in mm; none without an agenda."""
    words, points = press.words, in_order(journey.agenda)
    minutes = length(sum(point.minutes for point in points), words)
    count = counted(words, "agenda.point", "agenda.points", len(points))
    sayings = Sayings(
        words("topics.title_agenda"),
        dated(project, journey, words),
        f"{minutes} · {count}",
        words("agenda.bring").format(things=" · ".join(words(f"agenda.bring.{thing}") for thing in needed(points))),
        (words("agenda.start"), words("agenda.clock"), words("agenda.asked"), words("agenda.where")),
        words("appendix.page"),
        project.language,
    )
    told = tuple(_points(points, journey, words))
    return agenda_pages(told, size, sayings, press.style, Lettering(press.typesetter))


def needed(points: Iterable[AgendaPoint]) -> list[str]:
    """What has to be brought for these points, by codes."""
    forms = {point.form for point in points if point.form or point.kind or point.lane}
    return [*ALWAYS, *(thing for thing, wanting in NEEDS.items() if forms.intersection(wanting))]


def length(minutes: int, words: Words) -> str:
    """“45 min”, “2 h”, “1 h 30 min”."""
    hours, rest = divmod(minutes, 60)
    parts = [words("show.hours").format(count=hours)] if hours else []
    return " ".join([*parts, *([words("show.minutes").format(count=rest)] if rest or not hours else [])])


def _points(points: Iterable[AgendaPoint], journey: JourneyMap, words: Words) -> Iterator[Point]:
    start = 0
    for point in points:
        lane = lane_for(journey, point)
        kind = lane.kind if lane else point.kind
        named = lane_name(lane, words) if lane else name_of("lane", kind, words) if kind else ""
        stages = in_order(among(journey.stages, set(point.stages)))
        yield Point(
            point.id,
            f"{start // 60}:{start % 60:02}",
            length(point.minutes, words),
            point.title,
            point.prompt,
            words("show.example").format(text=point.example) if point.example else "",
            "emotion" if kind == "emotions" else KIND_OF_LANE.get(kind, ""),
            _form(point, words),
            named,
            ", ".join(stage.title for stage in stages if stage.title),
        )
        start += point.minutes


def _form(point: AgendaPoint, words: Words) -> str:
    """How it is done; nothing for a point that is about no lane and says no form."""
    if not point.form and not (point.kind or point.lane):
        return ""
    return name_of("show.form", point.form or "fill", words)

"""The command `report`: what a project says in figures – metrics, feedback, coverage, the worst pain points."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop.cli.choosing import chosen_map
from desktop.cli.hinting import today
from desktop.cli.speech import say, say_json
from desktop.desk.coaching import singular
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.document.project import Metric, Project
from desktop.layout.names import lane_name
from desktop.layout.style import Words
from desktop.method.coverage import NOTHING, Share, coverage
from desktop.method.figures import Summary, by_thing
from desktop.method.ranking import Ranked, pains
from desktop.method.review import since
from desktop.method.unknowns import Unknown, unknowns
from desktop.resources import words as catalogue
from desktop.storage.reader import read

WORST = 5
"""Pain points, and things to find out, that are told of."""

Arguments = argparse.Namespace
Told = dict[str, Any]


def add_report(command: argparse.ArgumentParser) -> None:
    """What it can be told."""
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("--map", metavar="NAME", help="only a map, by its title or id")
    command.add_argument("--json", action="store_true", help="print the figures for other programs")


def run_report(arguments: Arguments) -> int:
    """0 when it is told."""
    project = read(arguments.file).project
    wanted = [chosen_map(project, arguments.map, arguments.file)] if arguments.map is not None else project.maps
    words = catalogue("en")
    told = {
        "project": project.title,
        "metrics": [_metric(metric) for metric in in_order(project.metrics)],
        "maps": [_map(project, journey, words) for journey in in_order(wanted)],
    }
    if arguments.json:
        say_json({"file": str(arguments.file), **told})
    else:
        say(_lines(told))
    return 0


def _metric(metric: Metric) -> Told:
    """The latest reading by its date."""
    latest = max(metric.readings, key=lambda reading: reading.date, default=None)
    return {
        "id": metric.id,
        "name": metric.name,
        "unit": metric.unit,
        "baseline": metric.baseline,
        "value": latest.value if latest else None,
        "date": latest.date if latest else "",
        "target": metric.target,
        "readings": len(metric.readings),
    }


def _map(project: Project, journey: JourneyMap, words: Words) -> Told:
    counted, review = coverage(journey), since(project, journey, today())
    names = {stage.id: stage.title for stage in journey.stages}
    names |= {card.id: card.text for lane in journey.lanes for card in lane.cards}
    figures = {thing: found for thing, found in by_thing(project).items() if thing in names}
    lanes = [(lane_name(lane, words), counted.by_lane.get(lane.id)) for lane in in_order(journey.lanes)]
    stages = [(stage.title, counted.by_stage.get(stage.id)) for stage in in_order(journey.stages)]
    worst = [_pain(one) for one in pains(journey)[:WORST]]
    return {
        "id": journey.id,
        "title": journey.title,
        "status": journey.status,
        "owner": journey.owner,
        "reviewed": review.reviewed,
        "next_review": review.next,
        "review_due": review.due,
        "overdue": [{"text": one.text, "owner": one.owner, "due": one.due} for one in review.overdue],
        "coverage": {"whole": _share(counted.whole), "stages": _shares(stages), "lanes": _shares(lanes)},
        "feedback": [_feedback(thing, names[thing], found) for thing, found in figures.items()],
        "pains": worst,
        "find_out": [_unknown(one, words) for one in unknowns(project, journey, counted)[:WORST]],
    }


def _share(share: Share) -> Told:
    return {"statements": share.total, "known": round(share.known, 4), "states": dict(share.parts())}


def _shares(parts: Iterable[tuple[str, Share | None]]) -> list[Told]:
    return [{"name": name, **_share(share or NOTHING)} for name, share in parts if share is not None]


def _pain(one: Ranked) -> Told:
    pain = one.card.pain
    grades = {"severity": pain.severity, "frequency": pain.frequency} if pain else {"severity": 0, "frequency": 0}
    evidence = one.card.evidence.state if one.card.evidence else ""
    about = {"id": one.card.id, "text": one.card.text, "place": one.place, "score": one.score}
    return {**about, **grades, "evidence": evidence}


def _unknown(one: Unknown, words: Words) -> Told:
    why = singular(words, f"unknown.{one.code}", one.numbers.get("count", 0)).format(**one.numbers)
    return {"code": one.code, "text": one.text, "why": why, "things": list(one.things)}


def _feedback(thing: str, text: str, found: Summary) -> Told:
    names = ("n", "mean", "spread", "csat", "nps", "ces")
    return {"id": thing, "text": text, **{name: getattr(found, name) for name in names}}


def _lines(told: Told) -> Iterator[str]:
    """The same in words, one line a figure."""
    if told["metrics"]:
        yield "Metrics"
        yield from (f"  {_of_metric(metric)}" for metric in told["metrics"])
    for journey in told["maps"]:
        yield f"Map “{journey['title'] or journey['id']}” ({journey['status']})"
        yield from (f"  {line}" for line in _of_map(journey))


def _of_metric(metric: Told) -> str:
    unit = f" {metric['unit']}" if metric["unit"] else ""
    value = "no reading" if metric["value"] is None else f"{metric['value']:g}{unit} ({metric['date'] or 'no date'})"
    target = "" if metric["target"] is None else f", target {metric['target']:g}{unit}"
    return f"{metric['name'] or metric['id']}: {value}{target}"


def _of_map(journey: Told) -> Iterator[str]:
    whole = journey["coverage"]["whole"]
    yield f"Known: {_percent(whole)} of {whole['statements']} statements rest on research or measurement"
    for part in ("stages", "lanes"):
        shares = (f"{share['name']} {_percent(share)}" for share in journey["coverage"][part])
        yield f"  {part}: " + (", ".join(shares) or "none")
    yield from (f"Pain point {one['place'] or '–'}: {_of_pain(one)}" for one in journey["pains"])
    yield from (f"Feedback: {_of_feedback(one)}" for one in journey["feedback"])
    yield from (f"Find out next: {one['text']} – {one['why']}" for one in journey["find_out"])
    yield from (f"Overdue since {one['due']}: {one['text']} ({one['owner'] or 'nobody'})" for one in journey["overdue"])
    if journey["next_review"]:
        yield f"Next review: {journey['next_review']}" + (", due" if journey["review_due"] else "")


def _of_pain(one: Told) -> str:
    judged = f"severity {one['severity']} × frequency {one['frequency']}" if one["score"] else "not judged"
    return f"{one['text']} ({judged}{', ' + one['evidence'] if one['evidence'] else ''})"


def _of_feedback(one: Told) -> str:
    """n, then what has a meaning on its scale."""
    forms = (("mean", "mean {:.2f}"), ("nps", "NPS {:+.0f}"), ("ces", "CES {:.1f}"))
    said = [form.format(one[name]) for name, form in forms if one[name] is not None]
    if one["csat"] is not None:
        said.append(f"CSAT {100 * one['csat']:.0f} %")
    return f"{one['text']}: " + ", ".join([f"n {one['n']}", *said])


def _percent(share: Told) -> str:
    return f"{round(100 * share['known'])} %"

"""Repairs of single things: names of what is not there, ids given twice, pictures, empty cards and stages."""

import re
from typing import Any

from desktop.document.base import by_id, changed
from desktop.document.cards import Card
from desktop.document.checks import Finding
from desktop.document.edits.parts import added, edited, made
from desktop.document.edits.references import without_options
from desktop.document.ids import ids_of
from desktop.document.journey import Ballot, JourneyMap, Stage, Step, View
from desktop.document.locate import cards_of
from desktop.document.means import Means, Mend, reached
from desktop.document.naming import Kind, named, unnamed
from desktop.document.project import Persona, Project, Survey
from desktop.document.twins import separated

_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


def separate(project: Project, _findings: list[Finding], means: Means) -> Project:
    """Every id given once; who was named by it, is told by `desktop.document.twins`."""
    return separated(project, means.new_id)[0]


def put_in_order(part: Any, finding: Finding, _means: Means) -> Any:
    """A collection sorted by id, as in the file; what people see is ordered by ranks."""
    return changed(part, **{finding.detail: by_id(getattr(part, finding.detail))})


def without(kind: Kind) -> Mend:
    """Takes a name away that is the name of nothing."""
    return lambda part, finding, _means: unnamed(part, kind, finding.detail)


def add_personas(project: Project, findings: list[Finding], means: Means) -> Project:
    """A persona for each that is missing, so that what belonged together still does; saved views forget it instead."""
    taken = set(ids_of(project))
    names = dict.fromkeys(finding.detail for finding in findings if "/views/" not in finding.path)
    ids = {name: name if _ID.fullmatch(name) and name not in taken else means.new_id() for name in names}
    personas = project.personas
    for one in ids.values():
        personas = added(personas, made(Persona, id=one, name=means.persona))
    whole = reached(project, (finding for finding in findings if finding.detail not in ids), _forget)
    return named(edited(whole, personas=personas), {Persona: ids})


def _forget(view: View, about: list[Finding]) -> View:
    for finding in about:
        view = unnamed(view, Persona, finding.detail)
    return view


def remove_links(project: Project, findings: list[Finding], _means: Means) -> Project:
    """An arrow without a card at each end is none."""
    return reached(project, findings, lambda map_, _about: _linked(map_), depth=1)


def _linked(map_: JourneyMap) -> JourneyMap:
    cards = {card.id for card in cards_of(map_)}
    return changed(map_, links=tuple(one for one in map_.links if one.source in cards and one.target in cards))


def remove_joins(survey: Survey, finding: Finding, _means: Means) -> Survey:
    """A name that meant what is not there means nothing yet, so that somebody is asked again."""
    return changed(survey, joins=tuple(join for join in survey.joins if join.thing != finding.detail))


def remove_options(project: Project, findings: list[Finding], _means: Means) -> Project:
    """Nobody can vote for a card that is not there."""
    return reached(project, findings, _without_options)


def _without_options(ballot: Ballot, about: list[Finding]) -> Ballot:
    return without_options(ballot, {finding.detail for finding in about})


def mend_picture(part: Any, finding: Finding, means: Means) -> Any:
    """What is still to be seen of a damaged picture; without it where that is nothing."""
    heir = means.heirs.get(finding.detail, "")
    return _with_picture(part, finding.detail, heir)


def without_picture(part: Any, finding: Finding, _means: Means) -> Any:
    """A card keeps in words what the picture showed."""
    return _with_picture(part, finding.detail, "")


def _with_picture(part: Any, key: str, heir: str) -> Any:
    if isinstance(part, Project):
        return changed(part, brand=_with_picture(part.brand, key, heir))
    field = "picture" if "picture" in type(part).model_fields else "logo"
    picture = getattr(part, field, None)
    if picture is None or picture.asset != key:
        return part
    if heir:
        return changed(part, **{field: changed(picture, asset=heir)})
    described = _described(part, picture.alt) if isinstance(part, Card) else part
    return changed(described, **{field: None})


def _described(card: Card, alt: str) -> Card:
    if not alt.strip() or alt in card.details:
        return card
    if not card.text.strip():
        return edited(card, text=alt)
    return edited(card, details=f"{card.details}\n{alt}".strip())


def add_stage(map_: JourneyMap, _finding: Finding, means: Means) -> JourneyMap:
    """A stage with a step, so that there is a column."""
    return map_ if map_.stages else changed(map_, stages=(Stage(id=means.new_id(), steps=(Step(id=means.new_id()),)),))


def add_step(stage: Stage, _finding: Finding, means: Means) -> Stage:
    """A step, so that the stage is to be seen."""
    return stage if stage.steps else changed(stage, steps=(Step(id=means.new_id()),))


def write_text(card: Card, _finding: Finding, means: Means) -> Card:
    """A sign where the text should be, so that the card is to be seen."""
    bare = not card.text.strip() and card.picture is None and card.measure is None
    return changed(card, text=means.unknown) if bare else card

"""Parking lot, inbox, agenda and backlog as lists, on sheets that are read in the hand or hung up."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.drawing.lettering import Lettering
from desktop.drawing.topicpages import Group, Sayings, Topic, topic_pages
from desktop.plan.area import Area
from desktop.plan.page import MM
from desktop.plan.paper import Paper, paper, turned
from desktop.plan.settings import BROAD, Settings, usual_paper
from desktop.poster.agendalist import agenda_list
from desktop.poster.backloglist import backlog_list, matrix_list
from desktop.poster.comparisonlist import comparison_list
from desktop.poster.personasheets import persona_sheets
from desktop.poster.planlist import plan_list
from desktop.poster.press import Made, Press
from desktop.poster.refusals import PosterError

LISTS = ("parking", "inbox", "agenda", "backlog", "matrix", "tactics", "comparison", "persona")
"""The contents that are lists."""

OTHERS = {
    "agenda": agenda_list,
    "backlog": backlog_list,
    "matrix": matrix_list,
    "tactics": plan_list,
    "persona": persona_sheets,
}
"""Those that are not topics in groups."""

SHORT = 210.0
"""mm; the short side of the page that a list is drawn for: A4. On other paper it is larger or smaller."""


def topic_lists(press: Press, project: Project, journey: JourneyMap, settings: Settings) -> tuple[Made, ...]:
    """A poster for each page. Raises PosterError when there is nothing in it, PaperError for an unknown paper."""
    sheet = _sheet(settings)
    height = sheet.height or sheet.width
    scale = min(sheet.width, height) / SHORT
    size = sheet.width / scale, height / scale
    if settings.content in OTHERS:
        drawings = OTHERS[settings.content](press, project, journey, size)
    elif settings.content == "comparison":
        drawings = comparison_list(press, project, journey, size)
    else:
        groups = tuple(_groups(press, journey, settings.content))
        sayings = _sayings(press, project, journey, settings)
        drawings = topic_pages(groups, size, sayings, press.style, Lettering(press.typesetter))
    if not drawings:
        raise PosterError(f"no_{settings.content}")
    page = Area(sheet.width, height).page(sheet.width / scale, MM * scale)
    told = (replace(each, subject=journey.title, author=journey.owner, date=journey.date) for each in drawings)
    return tuple(Made(each, page, 1.0, style=press.style) for each in told)


def _groups(press: Press, journey: JourneyMap, content: str) -> Iterator[Group]:
    if content == "parking":
        yield Group("", _topics(journey.parking))
        return
    for group in in_order(journey.inbox):
        alone = len(journey.inbox) == 1
        yield Group("" if alone else group.title or press.words("tray.loose"), _topics(group.cards))


def _topics(cards: tuple[Card, ...]) -> tuple[Topic, ...]:
    return tuple(Topic(card.id, card.kind, card.text.strip(), card.details) for card in in_order(cards))


def _sayings(press: Press, project: Project, journey: JourneyMap, settings: Settings) -> Sayings:
    words, content = press.words, settings.content
    captions = (words("topics.topic"), words(f"topics.{content}"), words("topics.who"))
    title = words(f"topics.title_{content}")
    map_ = journey.title or project.title
    return Sayings(title, map_, captions, words("appendix.page"), project.language, words("topics.again"))


def _sheet(settings: Settings) -> Paper:
    """The paper asked for, upright unless it or what stands on it is to lie; a usual one where that has no end."""
    named = settings.paper if settings.paper and not paper(settings.paper).is_roll else usual_paper(settings.content)
    usual = "landscape" if settings.content in BROAD else "portrait"
    return turned(paper(named), usual if settings.orientation == "auto" else settings.orientation)[0]

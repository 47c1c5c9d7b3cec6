"""The backlog as pages, and the matrix of impact and ease as one."""

from collections.abc import Iterable, Iterator

from desktop.document.cards import Card, Promise
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.drawing import backlogpages, matrixpage
from desktop.drawing.backlogpages import Prospect, backlog_pages
from desktop.drawing.lettering import Lettering
from desktop.drawing.matrixpage import matrix_page
from desktop.drawing.shapes import Drawing
from desktop.layout.dates import worded
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.backlog import Entry, backlog
from desktop.method.ranking import weighs
from desktop.poster.naming import dated
from desktop.poster.press import Press

Size = tuple[float, float]


def backlog_list(press: Press, project: Project, journey: JourneyMap, size: Size) -> tuple[Drawing, ...]:
    """A drawing for each page of this width and height in mm; none without opportunities."""
    words, entries = press.words, backlog(project, journey)
    open_ = sum(entry.open for entry in entries)
    factored = weighs((entry.card for entry in entries), project.weights)
    sayings = backlogpages.Sayings(
        words("topics.title_backlog"),
        dated(project, journey, words),
        words(f"backlog.told.{'weighed' if factored else 'opportunity'}").format(open=open_, done=len(entries) - open_),
        ("", words("backlog.column.opportunity"), words("backlog.grades"), words("topics.who")),
        words("backlog.impact"),
        words("backlog.ease"),
        words("appendix.page"),
        project.language,
    )
    return backlog_pages(tuple(_prospects(entries, words)), size, sayings, press.style, Lettering(press.typesetter))


def matrix_list(press: Press, project: Project, journey: JourneyMap, size: Size) -> tuple[Drawing, ...]:
    """The matrix; the backlog behind it where the matrix has only room for places."""
    words = press.words
    sayings = matrixpage.Sayings(
        words("topics.title_matrix"),
        dated(project, journey, words),
        (words("backlog.low"), words("backlog.impact"), words("backlog.high")),
        (words("backlog.hard"), words("backlog.ease"), words("backlog.easy")),
        {code: words(f"backlog.{code}") for code in matrixpage.CORNERS.values()},
        words("backlog.unjudged_print"),
        project.language,
    )
    prospects = tuple(_prospects(backlog(project, journey), words))
    page = matrix_page(prospects, size, sayings, press.style, Lettering(press.typesetter))
    if page is None:
        return ()
    return (page.drawing, *(backlog_list(press, project, journey, size) if page.short else ()))


def _prospects(entries: Iterable[Entry], words: Words) -> Iterator[Prospect]:
    for entry in entries:
        card, promise = entry.card, entry.card.promise or Promise()
        yield Prospect(
            card.id,
            _line(card),
            entry.number,
            entry.urgent,
            promise.impact,
            promise.ease,
            tuple(_notes(entry, words)),
            card.owner,
            f"{words('foot.by')} {worded(card.due, words)}" if card.due else "",
            name_of("progress", card.status, words) if card.status else "",
        )


def _notes(entry: Entry, words: Words) -> Iterator[str]:
    """What it answers, with the number on the map, and what it leads to."""
    linked = (("answers", entry.pains), ("tactics", entry.tactics), ("experiments", entry.experiments))
    for code, cards in linked:
        said = "; ".join(map(_line, cards))
        if said:
            number = f" {entry.number}" if code == "answers" and entry.urgent else ""
            yield f"{words(f'backlog.column.{code}')}{number}: {said}"


def _line(card: Card) -> str:
    return " ".join(card.text.split())

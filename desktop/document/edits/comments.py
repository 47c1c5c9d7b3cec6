"""Comments: what somebody says of a card. They change nothing that the map says, so a locked lane takes them too."""

from collections.abc import Callable
from typing import Any

from desktop.document.base import IdSource
from desktop.document.cards import Card, Comment
from desktop.document.edits.cards import the_cards
from desktop.document.edits.parts import alter_cards, edited, facts, made, the, the_map, with_map
from desktop.document.errors import EditError
from desktop.document.keyed import drop, find, put
from desktop.document.project import Project

Comments = tuple[Comment, ...]


def add_comment(
    project: Project, map_id: str, card_id: str, text: str, *, author: str, date: str, new_id: IdSource
) -> Project:
    """A comment on a card. date: ISO 8601. EditError for one that says nothing."""
    comment = made(Comment, id=new_id(), author=author, date=date, text=_said(text))
    return _commented(project, map_id, card_id, lambda comments: put(comments, comment))


def edit_comment(project: Project, map_id: str, card_id: str, comment_id: str, **fields: Any) -> Project:
    """Another text, author or date. EditError for a comment that says nothing any more."""
    if "text" in fields:
        _said(fields["text"])
    return _commented(
        project, map_id, card_id, lambda comments: put(comments, facts(the(comments, comment_id), fields))
    )


def remove_comment(project: Project, map_id: str, card_id: str, comment_id: str) -> Project:
    """Without this comment."""

    def without(comments: Comments) -> Comments:
        the(comments, comment_id)
        return drop(comments, {comment_id})

    return _commented(project, map_id, card_id, without)


def _said(text: str) -> str:
    if not text.strip():
        raise EditError("comment.empty")
    return text


def _commented(project: Project, map_id: str, card_id: str, alter: Callable[[Comments], Comments]) -> Project:
    map_ = the_map(project, map_id)
    (at,) = the_cards(map_, (card_id,))
    card = edited(at.card, comments=alter(at.card.comments))

    def put_back(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        return put(cards, card) if find(cards, card_id) else cards

    return with_map(project, alter_cards(map_, put_back))

"""Links between the cards of a map: add, edit, remove."""

from collections.abc import Collection
from typing import Any

from desktop.document.base import IdSource
from desktop.document.edits.cards import the_cards
from desktop.document.edits.parts import edited, facts, made, the, the_map, with_map
from desktop.document.errors import EditError
from desktop.document.journey import Link
from desktop.document.keyed import drop, put
from desktop.document.project import Project


def add_link(
    project: Project, map_id: str, kind: str, source: str, target: str, *, new_id: IdSource, label: str = ""
) -> Project:
    """An arrow from card to card; the project itself when there is one of this kind already."""
    map_ = the_map(project, map_id)
    if source == target:
        raise EditError("link.to_itself", id=source)
    the_cards(map_, (source, target))
    if any((link.kind, link.source, link.target) == (kind, source, target) for link in map_.links):
        return project
    link = made(Link, id=new_id(), kind=kind, source=source, target=target, label=label)
    return with_map(project, edited(map_, links=put(map_.links, link)))


def edit_link(project: Project, map_id: str, link_id: str, **fields: Any) -> Project:
    """A link's kind and label; its ends stay."""
    for name in fields.keys() & {"source", "target"}:
        raise EditError("field.own_verb", field=name)
    map_ = the_map(project, map_id)
    link = facts(the(map_.links, link_id), fields)
    return with_map(project, edited(map_, links=put(map_.links, link)))


def turn_link(project: Project, map_id: str, link_id: str) -> Project:
    """The other way round; where an arrow of this kind leads that way already, only that one stays."""
    map_ = the_map(project, map_id)
    link = the(map_.links, link_id)
    turned = edited(link, source=link.target, target=link.source)
    there = any(
        (each.kind, each.source, each.target) == (link.kind, turned.source, turned.target) for each in map_.links
    )
    links = drop(map_.links, {link_id}) if there else put(map_.links, turned)
    return with_map(project, edited(map_, links=links))


def remove_links(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """Without these links; the cards stay."""
    map_ = the_map(project, map_id)
    for one in ids:
        the(map_.links, one)
    return with_map(project, edited(map_, links=drop(map_.links, ids)))

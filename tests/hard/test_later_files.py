"""Files of later versions: whatever this version does not know is there again after it has edited and saved them."""

import json

import pytest
from documents import Author, Document, definition, planted, schema

from desktop.document.change import Change, apply, diff
from desktop.document.edits import cards, facts
from desktop.document.locate import cards_of
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.errors import NewerFileError
from desktop.storage.reader import parse
from desktop.storage.writer import dump

MANY = 1000


def edited(project: Project) -> Project:
    """With another title, and other texts on whatever has cards."""
    project = facts.edit_project(project, title="Edited")
    for journey in project.maps:
        locked = {card.id for lane in journey.lanes if lane.locked for card in lane.cards}
        ids = [card.id for card in cards_of(journey) if card.id not in locked]
        project = cards.edit_cards(project, journey.id, ids, details="Edited")
        project = facts.edit_map(project, journey.id, scenario="Edited")
    return project


def lost(document: Document, data: bytes) -> dict[tuple[str, ...], object]:
    """What was planted and is not in these bytes any more, or is another."""
    kept = {place: json.dumps(value) for place, value in planted(json.loads(data))}
    return {place: value for place, value in document.planted.items() if kept.get(place) != json.dumps(value)}


@pytest.mark.parametrize("first", range(0, MANY, 100))
def test_all_that_is_not_known_is_kept(first):
    for seed in range(first, first + 100):
        document = Author(seed).document()
        opened = parse(document.data)
        assert opened.newer_minor
        before, after = opened.project, edited(opened.project)
        again = apply(Change.model_validate_json(diff(before, after).model_dump_json()), before)
        data = dump(again, opened.assets, opened.minor, opened.unknown)
        assert lost(document, data) == {}, seed
        assert json.loads(data)["version"] == document.content["version"]
        assert parse(data).project == after


def test_a_newer_file_is_saved_as_a_copy_that_keeps_everything(tmp_path):
    document = Author(7).document()
    path, copy = tmp_path / "later.journey", tmp_path / "copy.journey"
    path.write_bytes(document.data)
    session = Session.open(path)
    session.edit("Edit", edited(session.project))
    with pytest.raises(NewerFileError):
        session.save()
    session.save_as(copy)
    assert lost(document, copy.read_bytes()) == {}
    assert path.read_bytes() == document.data


def test_something_is_planted_in_every_kind_of_thing():
    """So that `kept` means something."""
    found = {name for seed in range(100) for name in kinds_planted(Author(seed).document().content)}
    assert found == set(schema()["$defs"]) - {"JsonValue"}


def kinds_planted(content) -> set[str]:
    """The kinds of things that hold an unknown field."""
    text = json.dumps(content)
    places = {place[:-1] for place in dict(planted(json.loads(text)))}
    return {kind_at(place) for place in places} - {""}


def kind_at(place: tuple[str, ...]) -> str:
    """The kind of thing that stands at a place."""
    if place[0] != "project":
        return {"assets": "Asset", "fonts": "FontAsset"}.get(place[0], "")
    kind = "Project"
    for name in place[1:]:
        part = definition(kind)["properties"].get(name)
        options = () if part is None else (part, part.get("items", {}), *part.get("anyOf", ()))
        named = [option["$ref"].rpartition("/")[2] for option in options if "$ref" in option]
        kind = named[0] if named else kind
    return kind


def test_a_loss_would_be_found():
    document = Author(3).document()
    content = json.loads(document.data)
    place = next(place for place in document.planted if place[0] == "project" and len(place) == 2)
    del content["project"][place[1]]
    assert list(lost(document, json.dumps(content).encode())) == [place]

"""What a file becomes when it is read; what is refused is in test_malformed."""

import gc
import json
import weakref

import pytest
from hypothesis import given, settings
from projects import ASSETS, JSONS, KEY, card, large, projects, rich

from desktop.document.checks import check
from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project
from desktop.storage.containers import in_file_order
from desktop.storage.errors import InvalidError, StorageError, TooLargeError
from desktop.storage.reader import parse, read
from desktop.storage.writer import dump
from effort import examples


def raw() -> dict:
    return json.loads(dump(rich(), ASSETS))


def opened(value: object):
    return parse(json.dumps(value).encode())


def test_everything_comes_back():
    back = parse(dump(rich(), ASSETS))
    assert back.project == rich()
    assert dict(back.assets) == dict(ASSETS)
    assert back.messages == back.damaged == ()
    assert not back.newer_minor


def test_saving_an_unchanged_file_gives_the_same_bytes(tmp_path):
    path = tmp_path / "a.journey"
    path.write_bytes(dump(rich(), ASSETS))
    back = read(path)
    assert dump(back.project, back.assets, back.minor, back.unknown) == path.read_bytes()


@examples(10)
@given(projects())
def test_any_project_comes_back(project):
    data = dump(project, {})
    back = parse(data)
    assert back.project == project
    assert dump(back.project, back.assets, back.minor, back.unknown) == data


def paths(value: object, here: tuple = ()):
    """The places of all objects in a file that are things."""
    if isinstance(value, dict):
        yield here
        for key, inner in value.items():
            if key not in ("content", "mapping", "settings"):
                yield from paths(inner, (*here, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*here, index))


PATHS = sorted({path for path in paths(raw()) if path != ("assets",)}, key=str)


def at(value, path):
    for key in path:
        value = value[key]
    return value


@pytest.mark.parametrize("path", PATHS, ids=lambda path: ".".join(map(str, path)) or "file")
def test_an_unknown_field_is_kept_wherever_it_is(path):
    odd = raw()
    at(odd, path)["later"] = {"b": [1, 2.5, None, "é"], "a": True}
    back = opened(odd)
    kept = json.loads(dump(back.project, back.assets, back.minor, back.unknown))
    assert at(kept, path)["later"] == {"b": [1, 2.5, None, "é"], "a": True}


@settings(max_examples=60, deadline=None)
@given(JSONS)
def test_the_value_of_an_unknown_field_may_be_anything(value):
    odd = raw()
    odd["project"]["maps"][0]["lanes"][0]["cards"][1]["later"] = odd["later"] = value
    back = opened(odd)
    kept = json.loads(dump(back.project, back.assets, back.minor, back.unknown))
    assert kept["later"] == kept["project"]["maps"][0]["lanes"][0]["cards"][1]["later"] == value


def test_unknown_kinds_are_kept():
    odd = raw()
    odd["project"]["maps"][0]["lanes"][0]["kind"] = odd["project"]["maps"][0]["lanes"][0]["cards"][0]["kind"] = (
        "hologram"
    )
    back = opened(odd).project.maps[0].lanes[0]
    assert back.kind == back.cards[0].kind == "hologram"


def test_a_newer_minor_opens_and_is_kept():
    back = opened(raw() | {"version": [1, 7]})
    assert back.newer_minor
    assert back.minor == 7
    assert b'"version": [1, 7]' in dump(back.project, back.assets, back.minor)


def test_things_out_of_order_are_put_in_order():
    odd = raw()
    for name in ("lanes", "links"):
        odd["project"]["maps"][0][name].reverse()
    odd["project"]["maps"][0]["lanes"][-1]["cards"].reverse()
    assert opened(odd).project == rich()


def test_things_in_order_stay_the_same_objects():
    project = large(100)
    assert in_file_order(project) is project


def test_a_reference_that_leads_nowhere_is_a_finding_and_no_error():
    project = Project(id="j", maps=(JourneyMap(id="m", persona="gone", lanes=(Lane(id="l", kind="notes"),)),))
    back = parse(dump(project, {}))
    assert any(finding.code == "persona.missing" for finding in check(back.project, ()))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_understood(encoding):
    text = dump(rich(), ASSETS).decode()
    assert parse(text.encode(encoding)).project == rich()


def test_line_ends_of_windows_are_understood():
    assert parse(dump(rich(), ASSETS).replace(b"\n", b"\r\n")).project == rich()


def test_a_damaged_picture_is_no_error():
    odd = raw()
    odd["assets"]["0" * 64] = odd["assets"][KEY]
    odd["assets"]["1" * 64] = odd["assets"][KEY] | {"data": "not base64!"}
    assert opened(odd).damaged == ("0" * 64, "1" * 64)


def test_twenty_problems_are_told_and_the_rest_counted():
    odd = raw()
    odd["project"]["maps"][0]["lanes"][0]["cards"] = [{"id": f"c{n}"} for n in range(50)]
    with pytest.raises(InvalidError) as refused:
        opened(odd)
    assert len(refused.value.problems) == 20
    assert refused.value.more == 30
    assert refused.value.problems[14].place == "maps[1] (id m1) › lanes[1] (id l1) › cards[15] (id c14) › kind"
    assert "(and 49 more problems)" in str(refused.value)


def test_in_a_huge_file_the_first_wrong_entry_is_told():
    odd = raw()
    odd["project"]["maps"][0]["lanes"][0]["cards"] = [{"id": f"c{n}"} for n in range(60_000)]
    with pytest.raises(InvalidError) as refused:
        opened(odd)
    assert len(refused.value.problems) == 1


def test_the_limit_can_be_raised(tmp_path):
    path = tmp_path / "a.journey"
    data = dump(rich(), ASSETS)
    path.write_bytes(data)
    assert read(path, limit=len(data)).project == rich()
    with pytest.raises(TooLargeError):
        read(path, limit=len(data) - 1)


def test_the_same_bytes_are_the_same_project_while_somebody_holds_it(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(dump(rich(), ASSETS))
    first = read(tmp_path / "a")
    assert read(tmp_path / "b").project is first.project
    (tmp_path / "b").write_bytes(dump(rich(), {}))
    assert read(tmp_path / "b").project is not first.project
    gone = weakref.ref(first.project)
    del first
    gc.collect()
    assert gone() is None


def test_the_collector_is_as_it_was(tmp_path):
    parse(dump(rich(), ASSETS))
    assert gc.isenabled()
    with pytest.raises(StorageError):
        parse(b"")
    assert gc.isenabled()


def test_20_000_cards_are_read_and_sound(tmp_path):
    path = tmp_path / "a.journey"
    project = large(20_000)
    path.write_bytes(dump(project, {}))
    assert read(path).project == project
    assert check(project, ()) == ()


def test_a_card_is_frozen():
    with pytest.raises(ValueError, match="frozen"):
        parse(dump(Project(id="j", maps=(JourneyMap(id="m", parking=(card(1),)),)), {})).project.maps[0].title = "x"

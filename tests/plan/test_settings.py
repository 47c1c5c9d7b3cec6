import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.settings import (
    CONTENTS,
    GLUES,
    GROUPS,
    ORIENTATIONS,
    SCOPES,
    SEAMS,
    SIZINGS,
    THEMES,
    Settings,
    SettingsError,
    Tiling,
    from_json,
    kept,
    tiled,
)

NAMES = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1, max_size=9)).map(
    tuple
)
MM = st.floats(0, 10)
MARGINS = st.none() | st.tuples(MM, MM, MM, MM)
TILINGS = st.builds(
    Tiling,
    sheet=st.sampled_from(["A4", "Letter", "roll-914mm"]),
    orientation=st.sampled_from(ORIENTATIONS),
    overlap=st.floats(0, 50),
    margin=MARGINS,
    glue=st.sampled_from(GLUES),
    seams=st.sampled_from(SEAMS),
    repeat=st.booleans(),
    only=NAMES,
    assembly=st.booleans(),
)
ALL = st.builds(
    Settings,
    content=st.sampled_from(CONTENTS),
    scope=st.sampled_from(SCOPES),
    stages=NAMES,
    lanes=NAMES,
    sizing=st.sampled_from(SIZINGS),
    paper=st.sampled_from(["A0", "ARCH-E1", "700x1000mm"]),
    orientation=st.sampled_from(ORIENTATIONS),
    across=st.integers(0, 100),
    down=st.integers(0, 100),
    card_text=st.none() | st.floats(4, 400),
    read_from=st.dictionaries(st.sampled_from(GROUPS), st.floats(0.2, 50)),
    theme=st.sampled_from(THEMES),
    bleed=MM,
    crop_marks=st.booleans(),
    margin=MARGINS,
    image_dpi=st.integers(100, 300),
    comments=st.booleans(),
    appendix=st.booleans(),
    tiling=st.none() | TILINGS,
    keep=st.booleans(),
    changed_only=st.booleans(),
)


@given(ALL)
def test_settings_come_back_from_json(settings):
    assert from_json(json.loads(json.dumps(settings.to_json()))) == settings


def test_only_what_was_chosen_is_written():
    assert Settings().to_json() == {}
    assert Settings(paper="A3", tiling=Tiling()).to_json() == {"paper": "A3", "tiling": {}}


def test_what_was_printed_is_no_setting():
    assert Settings(pin={"date": "2026-11-22"}).to_json() == {}
    assert Settings(pin=1) == Settings(pin=2)


def test_a_default_tiling_is_a_tiling():
    assert from_json({"tiling": {}}).tiling == Tiling()
    assert from_json({"tiling": None}).tiling is None


def test_what_a_newer_version_wrote_is_kept():
    before = {"paper": "A1", "gilding": {"gold": 1}}
    assert kept(Settings(paper="A2"), before) == {"paper": "A2", "gilding": {"gold": 1}}


def test_nothing_is_kept_of_what_is_no_object():
    assert kept(Settings(), ["A1"]) == {}


def test_a_tiling_begins_when_one_of_its_fields_is_changed():
    assert tiled(Settings(), overlap=5.0).tiling == Tiling(overlap=5.0)
    assert tiled(Settings(tiling=Tiling("A3")), overlap=5.0).tiling == Tiling("A3", overlap=5.0)


BAD = {
    "content": "poem",
    "scope": 3,
    "stages": "all",
    "lanes": [1],
    "sizing": "huge",
    "paper": "A" * 101,
    "orientation": "askew",
    "across": 101,
    "down": 1.5,
    "card_text": 3,
    "read_from": {"cards": 0},
    "theme": "pink",
    "bleed": 11,
    "crop_marks": "yes",
    "margin": [1, 2, 3],
    "image_dpi": 99,
    "comments": 1,
    "appendix": None,
    "keep": 1,
    "changed_only": "B2",
    "tiling": [],
}


@pytest.mark.parametrize(("name", "value"), BAD.items())
def test_a_bad_value_is_refused_by_name(name, value):
    with pytest.raises(SettingsError) as caught:
        from_json({name: value})
    assert caught.value.field.partition(".")[0] == name


BAD_TILINGS = {
    "sheet": "A" * 101,
    "orientation": "x",
    "overlap": 51,
    "margin": [0, 0, 0, -1],
    "glue": "spit",
    "seams": "blind",
    "repeat": 0,
    "only": [3],
    "assembly": "no",
}


@pytest.mark.parametrize(("name", "value"), BAD_TILINGS.items())
def test_a_bad_value_of_the_tiling_is_refused_by_name(name, value):
    with pytest.raises(SettingsError, match=f"tiling.{name}"):
        from_json({"tiling": {name: value}})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400, True, "5"])
def test_a_bleed_is_a_finite_number(value):
    with pytest.raises(SettingsError):
        from_json({"bleed": value})


@pytest.mark.parametrize("value", [None, 1, "A0", []])
def test_settings_are_an_object(value):
    with pytest.raises(SettingsError, match="settings"):
        from_json(value)


def test_an_unknown_group_of_text_is_refused():
    with pytest.raises(SettingsError) as caught:
        Settings(read_from={"footer": 1.0})
    assert caught.value.allowed == "cards, stages, title"


def test_there_are_not_too_many_names():
    with pytest.raises(SettingsError, match="stages"):
        Settings(stages=("s",) * 10_001)


def test_equal_settings_are_one_key():
    assert len({Settings(paper="A1"), Settings(paper="A1"), Settings()}) == 2

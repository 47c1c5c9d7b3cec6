"""The lines of a journal."""

import os
import sys
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import START, said
from projects import ASSET, JSONS, KEY, TEXTS, projects

from desktop.document.base import changed
from desktop.document.change import Change, apply, diff
from desktop.document.journey import Snapshot
from desktop.document.project import Project
from desktop.storage.assets import font_asset
from desktop.storage.journallines import Base, Draft, Edit, Origin, Picture, Saved, decode, encode, path_text, read_log
from effort import examples

BASE = Base(time=1.5, number=7, saved=3, path="/a/b.journey", fingerprint="ab", title="Visit", sha256="cd", size=12)
EDIT = Edit(
    time=2.5, number=8, since=7, label="Move", map_id="m1", saved=False, change=diff(START, said(START, "new\ntext"))
)
LINES = [
    BASE,
    EDIT,
    Draft(time=3.0, change=EDIT.change),
    Draft(time=3.0),
    Picture(time=4.0, key=KEY, asset=ASSET),
    Picture(time=4.5, key=font_asset(b"font")[0], asset=font_asset(b"font")[1]),
    Saved(time=5.0, number=8, path="", fingerprint=""),
]
ALL = b"".join(map(encode, LINES))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.what)
def test_a_line_comes_back_as_it_was(line):
    text = encode(line)
    assert text.count(b"\n") == 1
    assert text.endswith(b"\n")
    assert decode(text[:-1]) == line


def test_a_line_is_a_checksum_a_space_and_json():
    checksum, _, text = encode(BASE).partition(b" ")
    assert len(checksum) == 8
    assert text.startswith(b"{")
    assert b'"number":7' in text


@given(TEXTS, TEXTS)
def test_any_text_comes_back(label, text):
    line = EDIT.model_copy(update={"label": label, "change": diff(START, said(START, text))})
    assert decode(encode(line)[:-1]) == line


@examples(10)
@given(projects(), projects())
def test_any_change_comes_back(before, after):
    change = diff(before, after)
    line = decode(encode(Draft(time=0.0, change=change))[:-1])
    assert line.change == change
    assert apply(line.change, before) == after


@given(JSONS)
def test_any_unknown_value_comes_back(value):
    change = Change(puts={"": {"x_new": value}})
    assert decode(encode(Draft(time=0.0, change=change))[:-1]).change == change


def test_a_bare_edit_comes_without_its_change():
    bare = decode(encode(EDIT)[:-1], bare=True)
    assert bare == EDIT.model_copy(update={"change": Change()})


def test_a_bare_edit_keeps_what_it_did_to_the_project_itself():
    line = EDIT.model_copy(update={"change": diff(START, changed(START, title="New"))})
    assert decode(encode(line)[:-1], bare=True) == line


@pytest.mark.parametrize("line", [line for line in LINES if line is not EDIT], ids=lambda line: line.what)
def test_other_lines_are_whole_when_they_are_bare(line):
    assert decode(encode(line)[:-1], bare=True) == line


@given(TEXTS)
def test_no_label_can_be_taken_for_a_change(text):
    line = EDIT.model_copy(update={"label": ',"change":{"puts":{"' + text + '"what":"edit"'})
    assert decode(encode(line)[:-1], bare=True).label == line.label
    assert decode(encode(line)[:-1]) == line


@given(st.binary(max_size=80))
def test_anything_else_is_no_line(data):
    assert decode(data) is None


@given(st.integers(0, len(encode(EDIT)) - 2), st.integers(1, 255))
def test_one_wrong_byte_is_noticed(place, wrong):
    text = bytearray(encode(EDIT)[:-1])
    text[place] ^= wrong
    assert decode(bytes(text)) is None


def test_a_line_of_a_later_program_is_none():
    text = b'{"what":"merge","time":1.0}'
    assert decode(b"%08x %s" % (crc32(text), text)) is None


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"])
def test_what_could_not_be_read_back_is_refused(value):
    with pytest.raises(ValueError, match=r"JSON|surrogate"):
        encode(Draft(time=0.0, change=Change.model_construct(puts={"": {"x": value}}, deletes=())))


def deep(levels: int) -> Project:
    content = None
    for _ in range(levels):
        content = [content]
    journey = START.maps[0].model_copy(update={"snapshots": (Snapshot(id="z1", title="Deep", content=content),)})
    return START.model_copy(update={"maps": (journey,)})


def test_what_is_nested_too_deeply_is_refused():
    with pytest.raises(ValueError, match=r"recursion|depth"):
        encode(Draft(time=0.0, change=diff(START, deep(250))))


@pytest.mark.parametrize("levels", [1, 185, 190, 193, 194, 195, 196, 197, 198, 199])
def test_what_is_not_refused_can_be_read(levels):
    change = diff(START, deep(levels))
    try:
        text = encode(Draft(time=0.0, change=change))
    except ValueError:
        return
    assert decode(text[:-1]).change == change


def test_a_log_is_read_line_by_line():
    log = read_log(ALL)
    assert log.lines == tuple(LINES)
    assert log.lost == 0
    assert log.base == BASE


@pytest.mark.parametrize("end", range(0, len(ALL), 83))
def test_a_log_cut_anywhere_gives_the_lines_before(end):
    log = read_log(ALL[:end])
    assert log.lines == tuple(LINES[: ALL[:end].count(b"\n")])
    assert log.lost == 0


@pytest.mark.parametrize("tail", [b"\0" * 4096, b"\0" * 50 + b"\n" + b"\0" * 50, b"garbage\n", b"\n\n\n"])
def test_what_a_power_cut_leaves_at_the_end_is_no_loss(tail):
    log = read_log(ALL + tail)
    assert log.lines == tuple(LINES)
    assert log.lost == 0


def test_sound_lines_behind_a_garbled_one_are_counted():
    texts = [encode(line) for line in LINES]
    texts[2] = texts[2].replace(b"m", b"n")
    log = read_log(b"".join(texts))
    assert log.lines == tuple(LINES[:2])
    assert log.lost == 4


@pytest.mark.parametrize("data", [b"", b"\n", encode(EDIT), b"x" + ALL])
def test_a_log_without_its_first_line_has_no_base(data):
    assert read_log(data).base is None


@pytest.mark.parametrize("path", [None, Path("/a b/ü.journey"), Path("C:/x.journey"), Path("bytes.journey").absolute()])
def test_a_path_comes_back(path):
    line = Saved(time=0.0, number=0, path=path_text(path), fingerprint="f")
    assert decode(encode(line)[:-1]).origin == Origin(path, "f")


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_path_in_no_known_encoding_comes_back():
    path = Path(os.fsdecode(b"/caf\xe9/\xff.journey"))
    line = Saved(time=0.0, number=0, path=path_text(path), fingerprint="")
    assert decode(encode(line)[:-1]).origin.path == path


def test_a_line_without_a_change_is_short():
    assert len(encode(Draft(time=0.0))) < 60

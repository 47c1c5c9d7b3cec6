"""A machine that edits, pastes, undoes, saves, and is killed and recovered, in any order that chance brings."""

import os
import shutil
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from types import ModuleType

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.desk.clipping import packed, unpacked
from desktop.document.change import Change, apply, diff
from desktop.document.checks import check, sound
from desktop.document.clip import clip_of
from desktop.document.edits import cards, facts, inbox, lanes, links, maps, markers, people, stages, steps
from desktop.document.edits.paste import paste
from desktop.document.errors import EditError
from desktop.document.history import History
from desktop.document.ids import Ids, ids_of
from desktop.document.project import Project
from desktop.storage import clerk
from desktop.storage.journal import Journal, Origin
from desktop.storage.reader import parse
from desktop.storage.recoveries import recover, recoveries
from desktop.storage.writer import dump
from stories import beginning
from verbs import VERBS, Draw

LARGEST = dict.fromkeys((name for name in VERBS if name.startswith(("add_", "copy_", "split_"))), 80)
LARGEST |= {"add_map": 40, "duplicate_map": 50, "paste": 80}
"""From this many things on the verb is passed over, so that a comparison stays quick."""

ADDING = sorted({name for name in VERBS if name.startswith("add_")} - {"add_map"} | {"place_marker"})
SEEDS = st.integers(0, 2**32 - 1)
NEVER_SAVED = Origin(None, "")


def edited(verb: str, project: Project, draw: Draw) -> Project:
    """The project after the verb; as it was when the edit is refused or the project is large enough."""
    if verb in LARGEST and len(ids_of(project)) > LARGEST[verb]:
        return project
    try:
        return VERBS[verb](project, draw)
    except EditError:
        return project


def verbs_of(*modules: ModuleType) -> st.SearchStrategy[str]:
    """The verbs of these modules of edits."""
    return st.sampled_from([name for name in VERBS if any(hasattr(module, name) for module in modules)])


class Editing(RuleBasedStateMachine):
    """The history against a plain list of what the project looked like after every edit; the journal against both.

    file: what stands on the disk. unsaved: every step since, by name and by what it led to. draft: with the text that
    is being typed, "" when none is. All as JSON.
    """

    def __init__(self) -> None:
        super().__init__()
        self.checked: Project | None = None
        self.written: tuple[Project | None, str] = (None, "")
        self.clipboard = b""
        self.folder = Path(mkdtemp(prefix="journals-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(os, "fsync", lambda _descriptor: None)  # there is no power cut in here
        self.patch.setattr(clerk, "EDITS", 20)
        self.journal = self.new_journal()

    def teardown(self) -> None:
        self.journal.close(keep=False)
        self.patch.undo()
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_journal(self) -> Journal:
        return Journal(self.folder, lambda value: dump(value, {}))

    @initialize(seed=SEEDS, grown=st.integers(0, 60))
    def begin(self, seed: int, grown: int) -> None:
        random = Random(seed)
        self.ids = Ids(random.getrandbits)
        project = beginning(self.ids)
        for verb in random.choices(ADDING, k=grown):
            project = edited(verb, project, Draw(random, project, self.ids))
        self.open(project)

    def open(self, project: Project) -> None:
        """It stands on the disk like this."""
        self.go_on_with(project, project)
        self.saved = 0

    def go_on_with(self, project: Project, on_disk: Project | None) -> None:
        """A new history and a new journal; of the old one nothing is left."""
        self.journal.close(keep=False)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.journal = self.new_journal()
        self.journal.begin(NEVER_SAVED, on_disk)
        self.history = History(project)
        self.file = self.text(project)
        self.states = [self.file]
        self.at, self.saved = 0, None
        self.unsaved: list[tuple[str, str]] = []
        self.draft = ""

    def text(self, project: Project) -> str:
        """The project as JSON; not made again for the value that was asked for last."""
        if project is not self.written[0]:
            self.written = project, project.model_dump_json()
        return self.written[1]

    @rule(verb=st.sampled_from(ADDING), seed=SEEDS)
    def add(self, verb: str, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=verbs_of(cards), seed=SEEDS)
    def edit_cards(self, verb: str, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=verbs_of(stages, steps), seed=SEEDS)
    def edit_columns(self, verb: str, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=verbs_of(lanes, inbox), seed=SEEDS)
    def edit_rows(self, verb: str, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=verbs_of(markers, links), seed=SEEDS)
    def edit_markers(self, verb: str, seed: int) -> None:
        self.edit(verb, seed)

    @rule(verb=verbs_of(facts, maps, people), seed=SEEDS)
    def edit_facts(self, verb: str, seed: int) -> None:
        self.edit(verb, seed)

    @rule(seed=SEEDS)
    def copy_and_paste(self, seed: int) -> None:
        """What is copied now, or was copied at any time before."""
        random, project = Random(seed), self.history.current
        journey = random.choice(project.maps)
        things = ids_of(journey)
        chosen = clip_of(project, journey.id, random.sample(things, min(3, len(things))))
        if chosen is not None and random.random() < 0.7:
            self.clipboard = packed(chosen, {})
        if self.clipboard:
            self.push("paste", self.pasted(project, Draw(random, project, self.ids)))

    def pasted(self, project: Project, draw: Draw) -> Project:
        """With what is in the clipboard at some spot, or at none."""
        clip, _ = unpacked(self.clipboard)
        if len(ids_of(project)) + len(ids_of(clip.project)) > LARGEST["paste"]:
            return project
        try:
            return paste(project, draw.map.id, clip, draw.spot() if draw.flag() else None, new_id=self.ids).project
        except EditError:
            return project

    def edit(self, verb: str, seed: int) -> None:
        before = self.history.current
        self.push(verb, edited(verb, before, Draw(Random(seed), before, self.ids)))

    def push(self, label: str, after: Project) -> None:
        before = self.history.current
        self.compare(before, after)
        if self.history.push(label, after) is None:
            return
        del self.states[self.at + 1 :]
        if self.saved is not None and self.saved > self.at:
            self.saved = None
        self.states.append(self.text(after))
        self.at += 1
        self.record(label, before)

    def compare(self, before: Project, after: Project) -> None:
        """What holds of every edit: nothing changes without need, and the difference says it all."""
        assert (after is before) == (self.text(after) == self.states[self.at])
        change = Change.model_validate_json(diff(before, after).model_dump_json())
        assert apply(change, before) == after
        assert apply(diff(after, before), after) == before

    def record(self, label: str, before: Project) -> None:
        """Hands a step to the journal, as a session does; a value that stands on the disk leaves nothing to recover."""
        if self.history.current is before:
            return
        self.journal.record(before, self.history.current, label)
        self.draft = ""
        self.unsaved.append((label, self.states[self.at]))
        if self.history.clean:
            self.unsaved.clear()

    @rule(verb=st.sampled_from(sorted(VERBS)), seed=SEEDS)
    def type_text(self, verb: str, seed: int) -> None:
        """What is being typed is no edit yet, but not lost either."""
        before = self.history.current
        candidate = edited(verb, before, Draw(Random(seed), before, self.ids))
        typed = None if candidate is before else candidate
        self.journal.draft(typed)
        self.draft = typed.model_dump_json() if typed else ""

    @rule()
    def undo(self) -> None:
        before, entry = self.history.current, self.history.undo()
        assert (entry is None) == (self.at == 0)
        self.at = max(self.at - 1, 0)
        self.record("undo", before)

    @rule()
    def redo(self) -> None:
        before, entry = self.history.current, self.history.redo()
        assert (entry is None) == (self.at == len(self.states) - 1)
        self.at = min(self.at + 1, len(self.states) - 1)
        self.record("redo", before)

    @rule()
    def undo_all_and_redo_all(self) -> None:
        before = self.history.current
        while self.history.undo():
            pass
        assert self.history.current.model_dump_json() == self.states[0]
        while self.history.redo():
            pass
        self.at = len(self.states) - 1
        self.record("redo all", before)

    @rule()
    def save(self) -> None:
        """What is written and read again is the same value and the same bytes; the history goes on."""
        data = dump(self.history.current, {})
        again = parse(data)
        assert again.project == self.history.current
        assert dump(again.project, again.assets, again.minor) == data
        self.history.mark_saved()
        self.journal.saved(NEVER_SAVED, self.history.current)
        self.saved, self.file = self.at, self.states[self.at]
        self.unsaved.clear()

    @rule(killed=st.booleans())
    def another_day(self, killed: bool) -> None:
        """The file is opened and the work goes on from what it held, or from what a killed program left."""
        if killed:
            self.be_killed()
        else:
            self.open(parse(dump(self.history.current, {})).project)

    def be_killed(self) -> None:
        self.journal.close(keep=True)
        offered = recoveries(self.folder)
        assert [one.edits for one in offered] == ([len(self.unsaved)] if self.unsaved or self.draft else [])
        if not offered:
            self.open(parse(dump(self.history.current, {})).project)
            return
        recovered = recover(offered[0])
        assert recovered.trouble == ""
        done = [("", self.file), *self.unsaved, *([("", self.draft)] if self.draft else [])]
        found = [(step.label, step.after.model_dump_json()) for step in recovered.steps]
        assert found == done[-len(found) :]  # all, or what was done since the last whole copy
        assert recovered.opened.project.model_dump_json() == done[-len(found) - 1][1]
        self.go_on_with(recovered.opened.project, None)
        self.history.mark_unsaved()
        for step in recovered.steps:
            self.push(step.label, step.after)

    @invariant()
    def current_state(self) -> None:
        assert self.text(self.history.current) == self.states[self.at]
        assert self.history.clean == (self.saved == self.at)

    @invariant()
    def sound_project(self) -> None:
        if self.history.current is self.checked:
            return
        self.checked = self.history.current
        findings = check(self.checked, ())
        assert sound(findings), findings
        for map_ in self.checked.maps:
            assert all(stage.steps for stage in map_.stages)
            assert map_.stages

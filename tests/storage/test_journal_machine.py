"""Whatever is edited, typed, undone, saved and killed in any order: what comes back is what was acknowledged."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from journals import FILE, START, last, said, whole
from projects import ASSETS, PIXEL, TEXTS, projects

from desktop.document.base import changed
from desktop.document.history import History
from desktop.storage import clerk as module
from desktop.storage.assets import asset
from desktop.storage.clerk import Clerk
from desktop.storage.handed import Begun, Brought, Edited, Stored, Typed
from desktop.storage.journal import Origin
from desktop.storage.recoveries import recover, recoveries
from desktop.storage.replay import replay
from desktop.storage.writer import dump
from faults import Disk, Fault

ERRORS = st.sampled_from([28, 5, 13])


class Story(RuleBasedStateMachine):
    """One session with its history, its clerk, and the disk, which may fail for a while."""

    def __init__(self):
        super().__init__()
        self.journals = Path(tempfile.mkdtemp(dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
        self.assets = dict(ASSETS)
        self.clerk = Clerk(self.journals, lambda project: dump(project, self.assets))
        self.history = History(START)
        self.edits = 0
        self.draft = None
        self.time = 0.0

    def teardown(self):
        self.clerk.end(keep=False)
        shutil.rmtree(self.journals)

    @property
    def value(self):
        return self.history.current if self.draft is None else self.draft

    def hand_in(self, *handed):
        self.clerk.take(handed)

    def edited(self, before):
        self.time += 1
        self.edits += 1
        self.draft = None
        self.hand_in(Edited(self.edits, self.time, before, self.history.current, "Edit", "m1"))

    @initialize(told=st.booleans())
    def begin(self, told):
        self.hand_in(Begun(0.0, FILE, START if told else None))

    @rule(text=TEXTS)
    def edit(self, text):
        before = self.history.current
        if self.history.push("Edit", said(before, text)):
            self.edited(before)

    @rule(title=TEXTS)
    def rename(self, title):
        before = self.history.current
        if self.history.push("Rename", changed(before, title=title)):
            self.edited(before)

    @rule(project=projects())
    def replace(self, project):
        before = self.history.current
        self.history.push("Replace", changed(START, maps=START.maps, personas=project.personas, title=project.title))
        self.edited(before)

    @rule()
    def undo(self):
        before = self.history.current
        if self.history.undo():
            self.edited(before)

    @rule()
    def redo(self):
        before = self.history.current
        if self.history.redo():
            self.edited(before)

    @rule(text=st.none() | TEXTS)
    def type(self, text):
        self.draft = None if text is None else said(self.history.current, text)
        self.hand_in(Typed(self.time, self.draft))

    @rule(number=st.integers(0, 9))
    def bring(self, number):
        key, picture = asset(PIXEL + bytes([number]), "image/png", 1, 1)
        self.assets[key] = picture
        self.hand_in(Brought(self.time, key, picture))

    @rule(number=st.integers(0, 3))
    def save(self, number):
        self.history.mark_saved()
        self.hand_in(Stored(self.time, Origin(FILE.path, str(number)), self.history.current))

    @rule()
    def begin_anew(self):
        self.hand_in(Begun(self.time, FILE, None))

    @rule(code=ERRORS, at=st.integers(1, 60), for_ever=st.booleans(), text=TEXTS)
    def fail(self, code, at, for_ever, text):
        with Disk(self.journals, Fault(at, code, for_ever)):
            self.edit(text)
        self.hand_in()

    @precondition(lambda self: not self.clerk.unsaved)
    @rule()
    def kill_without_need(self):
        self.clerk._ledger.leave()
        assert recoveries(self.journals) == []
        self.start_again(self.history.current)

    @precondition(lambda self: self.clerk.unsaved)
    @rule()
    def kill(self):
        self.clerk._ledger.leave()
        (recovery,) = recoveries(self.journals)
        recovered = recover(recovery)
        assert recovered.opened.assets.keys() == self.assets.keys() or not self.clerk._ledger.begun
        shutil.rmtree(recovery.folder)
        self.start_again(last(recovered))

    def start_again(self, project):
        """Another program goes on with what came back, and keeps it at once, as a session does."""
        assert whole(project) == whole(self.value)
        self.clerk = Clerk(self.journals, lambda project: dump(project, self.assets))
        self.history = History(project)
        self.history.mark_unsaved()
        self.edits, self.draft = 1, None
        self.hand_in(Begun(0.0, FILE, None), Edited(1, self.time, project, project, "", ""))

    @invariant()
    def everything_is_acknowledged(self):
        assert self.clerk.trouble == ""
        assert self.clerk.kept == self.edits

    @invariant()
    def what_is_unsaved_comes_back(self):
        if self.clerk.unsaved:
            recovered = replay(self.clerk._ledger.folder)
            assert recovered.trouble == ""
            assert last(recovered) == self.value

    @invariant()
    def what_is_modified_is_unsaved(self):
        if not self.history.clean or self.draft is not None:
            assert self.clerk.unsaved or self.value == self.clerk._clean


@pytest.fixture(autouse=True)
def short_generations(monkeypatch):
    monkeypatch.setattr(module, "EDITS", 4)
    monkeypatch.setattr(module, "LINES", 8)


TestStory = Story.TestCase
TestStory.settings = settings(max_examples=30, stateful_step_count=25)

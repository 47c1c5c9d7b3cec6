"""Every edit, undo, redo, save and reload in any order, with a comparison of the whole project at every step."""

import inspect
from collections import Counter
from random import Random
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.document.change import Change, apply, diff
from desktop.document.checks import check, sound
from desktop.document.edits import cards, facts, inbox, lanes, links, maps, markers, people, stages, steps
from desktop.document.errors import EditError
from desktop.document.history import History
from desktop.document.ids import Ids, ids_of
from desktop.document.project import Project
from desktop.storage.reader import parse
from desktop.storage.writer import dump
from stories import beginning
from verbs import MODULES, VERBS, Draw

LARGEST = dict.fromkeys((name for name in VERBS if name.startswith(("add_", "copy_", "split_"))), 80)
LARGEST |= {"add_map": 40, "duplicate_map": 50}
"""From this many things on the verb is passed over, so that a comparison stays quick."""

ADDING = sorted({name for name in VERBS if name.startswith("add_")} - {"add_map"} | {"place_marker"})
SEEDS = st.integers(0, 2**32 - 1)


def edited(verb: str, project: Project, draw: Draw) -> Project:
    """The project after the verb; as it was when the edit is refused or the project is large enough."""
    if len(ids_of(project)) > LARGEST.get(verb, 1_000):
        return project
    try:
        return VERBS[verb](project, draw)
    except EditError:
        return project


def verbs_of(*modules: ModuleType) -> st.SearchStrategy[str]:
    """The verbs of these modules of edits."""
    return st.sampled_from([name for name in VERBS if any(hasattr(module, name) for module in modules)])


class Editing(RuleBasedStateMachine):
    """The history against a plain list of what the project looked like after every edit."""

    checked: Project | None = None

    @initialize(seed=SEEDS, grown=st.integers(0, 60))
    def begin(self, seed: int, grown: int) -> None:
        random = Random(seed)
        self.ids = Ids(random.getrandbits)
        project = beginning(self.ids)
        for verb in random.choices(ADDING, k=grown):
            project = edited(verb, project, Draw(random, project, self.ids))
        self.open(project)

    def open(self, project: Project) -> None:
        self.history = History(project)
        self.states = [project.model_dump_json()]
        self.at = 0
        self.saved: int | None = 0

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

    def edit(self, verb: str, seed: int) -> None:
        before = self.history.current
        after = edited(verb, before, Draw(Random(seed), before, self.ids))
        self.compare(before, after)
        if self.history.push(verb, after) is None:
            return
        del self.states[self.at + 1 :]
        if self.saved is not None and self.saved > self.at:
            self.saved = None
        self.states.append(after.model_dump_json())
        self.at += 1

    def compare(self, before: Project, after: Project) -> None:
        """What holds of every edit: nothing changes without need, and the difference says it all."""
        assert (after is before) == (after.model_dump_json() == self.states[self.at])
        change = Change.model_validate_json(diff(before, after).model_dump_json())
        assert apply(change, before) == after
        assert apply(diff(after, before), after) == before

    @rule()
    def undo(self) -> None:
        entry = self.history.undo()
        assert (entry is None) == (self.at == 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        entry = self.history.redo()
        assert (entry is None) == (self.at == len(self.states) - 1)
        self.at = min(self.at + 1, len(self.states) - 1)

    @rule()
    def undo_all_and_redo_all(self) -> None:
        while self.history.undo():
            pass
        assert self.history.current.model_dump_json() == self.states[0]
        while self.history.redo():
            pass
        self.at = len(self.states) - 1

    @rule()
    def save(self) -> None:
        """What is written and read again is the same value and the same bytes; the history goes on."""
        data = dump(self.history.current, {})
        again = parse(data)
        assert again.project == self.history.current
        assert dump(again.project, again.assets, again.minor) == data
        self.history.mark_saved()
        self.saved = self.at

    @rule()
    def reload(self) -> None:
        """Another day: the file is opened and the work goes on from what it held."""
        self.open(parse(dump(self.history.current, {})).project)

    @invariant()
    def current_state(self) -> None:
        project = self.history.current
        assert project.model_dump_json() == self.states[self.at]
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


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=200,
    stateful_step_count=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def test_every_edit_is_in_the_table() -> None:
    public = {
        name
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and next(iter(inspect.signature(function).parameters)) == "project"
    }
    assert {name for name in public if not name.startswith("_")} == VERBS.keys()


@pytest.fixture(scope="module")
def successes() -> Counter[str]:
    """How often each verb changed something in 160 stories of 200 random edits."""
    return sum((story(seed) for seed in range(160)), Counter())


def story(seed: int) -> Counter[str]:
    ids, random = Ids(Random(seed).getrandbits), Random(seed)
    project = beginning(ids)
    made: Counter[str] = Counter()
    for _ in range(200):
        verb = random.choice(list(VERBS))
        after = edited(verb, project, Draw(random, project, ids))
        made[verb] += after is not project
        project = after
    return made


@pytest.mark.parametrize("verb", VERBS)
def test_the_machine_really_makes_every_edit(verb: str, successes: dict[str, int]) -> None:
    assert successes[verb] >= 1

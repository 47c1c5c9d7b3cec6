"""The machine of edits runs, and really makes every edit."""

import inspect
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from desktop.document.ids import Ids
from editing import Editing, edited
from stories import beginning
from verbs import MODULES, VERBS, Draw


def runs(examples: int, steps: int) -> settings:
    """So many times so many steps, however long they take."""
    patient = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=patient)


class TestEditing(Editing.TestCase):
    settings = runs(60, 200)


@pytest.mark.stress
@pytest.mark.parametrize("tenth", range(10))
def test_2_000_times_500_steps(tenth: int) -> None:
    """In parts, since Hypothesis remembers all that it has tried, and never the same ones."""
    run_state_machine_as_test(Editing, settings=settings(runs(200, 500), derandomize=False, database=None))


def is_edit(signature: inspect.Signature) -> bool:
    """Whether it takes a project and gives one; what makes an edit for later gives a function."""
    return next(iter(signature.parameters)) == "project" and "Callable" not in str(signature.return_annotation)


def test_every_edit_is_in_the_table() -> None:
    public = {
        name
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and is_edit(inspect.signature(function))
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

"""The random projects of other tests are what they promise."""

from hypothesis import given

from desktop.document.checks import check, sound
from desktop.document.ids import ids_of
from desktop.document.keyed import is_tidy
from desktop.document.project import Project
from effort import examples
from strategies import ASSET, projects


@examples(10)
@given(projects())
def test_random_projects_are_sound(project: Project) -> None:
    findings = check(project, {ASSET})
    assert sound(findings), findings


@examples(10)
@given(projects())
def test_random_projects_are_sorted_with_unique_ids(project: Project) -> None:
    assert is_tidy(project)
    ids = ids_of(project)
    assert len(ids) == len(set(ids))


@examples(10)
@given(projects())
def test_random_projects_survive_json(project: Project) -> None:
    assert Project.model_validate_json(project.model_dump_json()) == project

"""How long it takes to lead the arrows of a map from card to card for the first time."""

from pathlib import Path

from benchmarks.targets import ARROWS, Reading, timed
from desktop import resources
from desktop.document.project import Project
from desktop.layout.layouter import Layouter
from desktop.storage.reader import read


def measure(size: str, path: Path, times: int) -> Reading:
    """Milliseconds for a hundred arrows: the best of some fresh layouts, whose rows and cards are laid out before."""
    project = read(path).project
    best = min(_first(project) for _ in range(times))
    return Reading(ARROWS, size, best * 100 / len(project.maps[0].links), "ms")


def _first(project: Project) -> float:
    layouter = Layouter(resources.typesetter(), resources.style("screen"), resources.words("en"))
    layout = layouter.layout(project, project.maps[0].id)
    return timed(lambda: len(layout.links))

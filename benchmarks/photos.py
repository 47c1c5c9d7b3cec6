"""Photos of a printed working wall: `python -m benchmarks.photos`.

Three that no camera took, of the restaurant's wall: seen at an angle, in uneven light, with noise, as JPEGs of quality
80. How far in mm the crop of any cell is off at any of its corners, and the processor time of reading a photo, finding
its marks and cutting out a cell.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import dist
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PIL import Image

from benchmarks.snaps import Stand, photographed, printed
from desktop import resources
from desktop.desk.album import Album, Shot
from desktop.drawing.wallplan import WallPlan
from desktop.plan.perspective import rectangle
from desktop.storage.reader import read

T = TypeVar("T")

STANDS = (
    Stand(yaw=25.0, pitch=5.0, roll=3.0),
    Stand(yaw=-18.0, pitch=-20.0, roll=-6.0, light=0.45, blur=1.2),
    Stand(pitch=25.0, fill=0.75, light=0.35, blur=1.0),
)
MOST_MM, MOST_SECONDS = 3.0, 1.5


@dataclass(frozen=True, slots=True)
class Result:
    """Of one photo: the worst error of all cells in mm, and processor time in s."""

    worst: float
    reading: float
    cutting: float


def worst_error(album: Album, shot: Shot, stand: Stand) -> float:
    """How far from its true place in the photo, in mm on the wall, any corner of any cell is cut."""
    plan, seen = album.plan, album.seen(shot)
    if seen is None:
        return float("inf")
    corners = [corner for cell in plan.cells for corner in rectangle(*cell.rect)]
    truly = stand.seen(corners, plan.width, plan.height)
    return max(dist(seen.inverse(*there), corner) for corner, there in zip(corners, truly, strict=True))


def measured(page: Image.Image, plan: WallPlan, stand: Stand, folder: Path) -> Result:
    """Takes a photo and measures what becomes of it."""
    path, album = folder / "wall.jpg", Album(plan)
    path.write_bytes(photographed(page, plan, stand)[0])
    shot, reading = _timed(lambda: album.add(path))
    _, cutting = _timed(lambda: [album.crop(cell) for cell in plan.cells[:20]])
    return Result(worst_error(album, shot, stand), reading, cutting / 20)


def results() -> Iterator[Result]:
    """One for each stand."""
    project = read(resources.root() / "samples" / "restaurant.journey").project
    page, plan = printed(project, project.maps[0].id)
    with TemporaryDirectory() as folder:
        for stand in STANDS:
            yield measured(page, plan, stand, Path(folder))


def main() -> None:
    """Prints a line for each photo and the verdict."""
    found = list(results())
    for number, each in enumerate(found, 1):
        print(
            f"photo {number}: worst {each.worst:.2f} mm, read and marks found in {each.reading:.2f} s, "
            f"a cell cut out in {each.cutting * 1000:.0f} ms"
        )
    good = all(each.worst <= MOST_MM and each.reading <= MOST_SECONDS for each in found)
    print(f"{'met' if good else 'NOT met'}: at most {MOST_MM:.0f} mm and {MOST_SECONDS} s")


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return act(), time.process_time() - start


if __name__ == "__main__":
    main()

"""What each figure should be at most, and how a reading stands against it."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Limit:
    """`most` in the figure's unit, or in multiples of the floor that was measured beside it."""

    most: float
    of_floor: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure as measured at one size. `floor` is what the least that must be done costs just now."""

    figure: str
    size: str
    value: float
    unit: str
    floor: float | None = None

    @property
    def limit(self) -> Limit | None:
        limits = LIMITS[self.figure]
        return limits.get(self.size) or limits.get("")

    @property
    def ratio(self) -> float | None:
        """How many floors the value is."""
        return self.value / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """None where nothing is asked of this size."""
        if self.limit is None:
            return None
        judged = self.ratio if self.limit.of_floor else self.value
        return judged is not None and judged <= self.limit.most


START = "start to first painted map"
OPEN = "open"
PAN = "pan at 100 %"
FIT = "fit-all at rest"
ZOOM = "zooming near fit"
DRAG = "drag frame into a new slot"
ARROW_DRAG = "drag frame with arrows"
EDIT = "edit committed to repainted"
ARROWS = "leading 100 arrows"
TYPE = "key press to painted"
TYPE_TAIL = "its slowest in twenty"
UNDO = "undo memory per one-card edit"
PDF_TIME = "PDF of 10,000 cards on A0"
PDF_SIZE = "its size"
MEMORY = "memory after opening and fitting"
SAVE_BLOCKS = "saving: window blocked"
SAVE = "saving: until it is on the disk"
FIRST_EDIT = "first edit: window blocked"
JOURNAL = "an edit handed to the journal"
KEPT = "an edit until it is kept"
RECOVERY = "start to unsaved work offered"

LIMITS: dict[str, dict[str, Limit]] = {
    START: {"M": Limit(2.5, of_floor=True)},
    OPEN: {"": Limit(8, of_floor=True)},
    PAN: {"": Limit(15, of_floor=True)},
    FIT: {"": Limit(4), "XL": Limit(10)},
    ZOOM: {"": Limit(4), "XL": Limit(10)},
    DRAG: {"M": Limit(8), "L": Limit(16), "XL": Limit(50)},
    ARROW_DRAG: {"M": Limit(9), "L": Limit(18), "XL": Limit(55)},
    EDIT: {"M": Limit(16), "L": Limit(50)},
    ARROWS: {"": Limit(25)},
    TYPE: {"M": Limit(16), "L": Limit(16)},
    TYPE_TAIL: {"M": Limit(16), "L": Limit(16)},
    UNDO: {"XL": Limit(10)},
    PDF_TIME: {"": Limit(2.0)},
    PDF_SIZE: {"": Limit(1.0)},
    MEMORY: {"M": Limit(130), "XL": Limit(250)},
    SAVE_BLOCKS: {"": Limit(50)},
    SAVE: {"": Limit(150)},
    FIRST_EDIT: {"": Limit(50)},
    JOURNAL: {"": Limit(5)},
    KEPT: {},
    RECOVERY: {"": Limit(2_000)},
}
"""By size; "" stands for all sizes that are not named."""

SAFETY = (SAVE_BLOCKS, SAVE, FIRST_EDIT, JOURNAL, KEPT, RECOVERY)
"""What `benchmarks.safety` measures; the rest is measured by `benchmarks`."""

FLOORS = {
    START: "an empty PySide6 window",
    OPEN: "json.loads of the same file",
    PAN: "drawing a pixmap of the viewport",
    TYPE: "a key in a bare QPlainTextEdit",
    SAVE: "writing and syncing the same bytes",
    KEPT: "appending and syncing a line",
    RECOVERY: "an empty PySide6 window",
}


def timed(action: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def median_ms(action: Callable[[], object], times: int, warm: int = 2) -> float:
    """The median of `times` calls in milliseconds, after `warm` calls that do not count."""
    for _ in range(warm):
        action()
    return median(timed(action) for _ in range(times))

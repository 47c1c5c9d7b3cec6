"""*Next*: what is to be done, by whom and until when, in columns."""

from collections.abc import Iterator, Mapping

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Task
from desktop.layout.compose import Composer
from desktop.layout.dates import worded
from desktop.layout.places import Rect, TaskPlace
from desktop.layout.style import Words
from desktop.method.numbering import task_numbers

DOT = "\u00a0· "
"""Between the parts of a line, which never begins with it."""

MOST_COLUMNS = 4


def place_tasks(
    journey_map: JourneyMap, numbers: Mapping[str, int], box: Rect, composer: Composer
) -> tuple[TaskPlace, ...]:
    """The tasks in the map's order from the top left of the box, line by line in columns of equal width."""
    space = composer.style.space
    tasks = in_order(journey_map.tasks)
    count = column_count(box.width, len(tasks), composer)
    column = (box.width - (count - 1) * space["task-gap"]) / max(1, count)
    placed: list[TaskPlace] = []
    y = box.y
    for index, (task, number) in enumerate(zip(tasks, task_numbers(tasks, numbers), strict=True)):
        if index and index % count == 0:
            y = max(place.bottom for place in placed) + 2 * space["gap"]
        x = box.x + index % count * (column + space["task-gap"])
        placed.append(_place(task, number, Rect(x, y, column, 0.0), journey_map.date, composer))
    return tuple(placed)


def column_count(width: float, tasks: int, composer: Composer) -> int:
    """Two to four, one where even two would be too narrow to read; never more than there are tasks."""
    column, gap = composer.style.space["task-column"], composer.style.space["task-gap"]
    least = 2 if width >= column + gap else 1
    return min(tasks, MOST_COLUMNS, max(least, int((width + gap) // (column + gap))))


def task_line(task: Task, words: Words, near: str = "") -> str:
    """“Kitchen · by 1 December”; a due date in the user's own words stands as it is. `near` is the map's date."""
    due = worded(task.due, words, near)
    return DOT.join(_present(task.owner, task.due_text or (f"{words('foot.by')} {due}" if due else "")))


def _present(*parts: str) -> Iterator[str]:
    return (part for part in parts if part)


def _place(task: Task, number: int, box: Rect, near: str, composer: Composer) -> TaskPlace:
    """Text and second line beside the circle, whose middle is that of the first line."""
    space = composer.style.space
    size = 2 * space["task-badge"]
    x = box.x + size + space["pad"]
    colour = composer.style.colours["ink-3"] if task.done else ""
    text = composer.place(task.text, "task", x, box.y, box.right - x, colour=colour)
    line = task_line(task, composer.words, near)
    second = [composer.place(line, "task-meta", x, text.bottom, box.right - x)] if line else []
    texts = composer.hugged([text, *second])
    circle = Rect(box.x, box.y + (composer.style.roles["task"].leading - size) / 2, size, size)
    return TaskPlace(task, number, circle, texts)

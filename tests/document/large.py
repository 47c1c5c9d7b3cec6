"""A project of the stress size."""

from desktop.document.base import by_id
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Project
from desktop.document.ranks import spread


def large() -> Project:
    """20,000 cards in 50 lanes and 100 stages; c07123 is the 124th card of the lane l07, at the step s023."""
    steps = [f"s{number:03}" for number in range(100)]
    stages = by_id(
        Stage(id=f"t{step}", rank=rank, steps=(Step(id=step),)) for step, rank in zip(steps, spread(100), strict=True)
    )
    lanes = by_id(
        Lane(
            id=f"l{row:02}",
            kind="actions",
            cards=tuple(
                Card(id=f"c{row:02}{n:03}", kind="action", first=steps[n % 100], last=steps[n % 100], text="so")
                for n in range(400)
            ),
        )
        for row in range(50)
    )
    return Project(id="p", maps=(JourneyMap(id="m", stages=stages, lanes=lanes),))

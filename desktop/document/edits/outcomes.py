"""What came of a test of variants, on the card of its experiment."""

from collections.abc import Collection, Sequence

from desktop.document.cards import Evidence, Experiment, Outcome
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.parts import edited, the_map
from desktop.document.errors import EditError
from desktop.document.locate import card_at
from desktop.document.project import Project


def set_outcomes(
    project: Project,
    map_id: str,
    card_id: str,
    outcomes: Sequence[Outcome],
    date: str = "",
    *,
    said: str = "",
    former: Collection[str] = (),
) -> Project:
    """These outcomes in place of those before; the card counts as measured on that date, by as many people as saw a
    variant. The very same project where they stand there already.

    said: what they come to in words. It becomes the experiment's result where that is empty or one of the `former`
    sentences, which nobody wrote by hand.
    """
    found = card_at(the_map(project, map_id), card_id)
    if found is None:
        raise EditError("missing", id=card_id)
    before = found.card.experiment or Experiment()
    result = said if before.result.strip() in {"", *former} else before.result
    if before.outcomes == tuple(outcomes):
        return edit_cards(project, map_id, (card_id,), experiment=edited(before, result=result))
    names = tuple(outcome.variant for outcome in outcomes)
    seen = sum(outcome.visitors for outcome in outcomes)
    evidence = edited(found.card.evidence or Evidence(), state="measurement", date=date, people=seen)
    experiment = edited(before, outcomes=tuple(outcomes), variants=names, result=result)
    return edit_cards(project, map_id, (card_id,), experiment=experiment, evidence=evidence)

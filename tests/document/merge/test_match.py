"""What is the same in two files, though it has two ids."""

import pytest

from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.merge.match import matched
from desktop.document.project import Persona, Project


def file(prefix: str, *, cards: tuple[str, ...] = ("Waits",), title: str = "Dinner", maps: int = 1) -> Project:
    """A file in which every id begins with a prefix."""
    step = Step(id=f"{prefix}step", title="Order")
    placed = tuple(
        Card(id=f"{prefix}card{at}", kind="pain", first=step.id, last=step.id, text=text)
        for at, text in enumerate(cards)
    )
    felt = (Marker(id=f"{prefix}felt", step=step.id, value=1.0, persona=f"{prefix}ana"),)
    lanes = (
        Lane(id=f"{prefix}mood", kind="emotions", title=f"Mood {prefix}", markers=felt),
        Lane(id=f"{prefix}pains", kind="pains", cards=placed),
    )
    one = JourneyMap(id=f"{prefix}map", title=title, stages=(Stage(id=f"{prefix}st", title="Dine", steps=(step,)),))
    one = one.model_copy(update={"lanes": lanes})
    more = tuple(JourneyMap(id=f"{prefix}more{at}", title=f"More {at}") for at in range(maps - 1))
    return Project(id=f"{prefix}project", personas=(Persona(id=f"{prefix}ana", name="Ana"),), maps=(one, *more))


def test_everything_of_the_same_name_and_place_is_the_same() -> None:
    names = matched(file("a"), file("b"))
    same = ("project", "ana", "map", "st", "step", "mood", "pains", "card0", "felt")
    assert names == {f"b{one}": f"a{one}" for one in same}


def test_blanks_and_capitals_do_not_count() -> None:
    assert matched(file("a"), file("b", cards=("  waits ",)))["bcard0"] == "acard0"


def test_another_text_is_another_card() -> None:
    assert "bcard0" not in matched(file("a"), file("b", cards=("Leaves",)))


def test_two_of_one_text_are_two() -> None:
    names = matched(file("a", cards=("Waits",)), file("b", cards=("Waits", "Waits")))
    assert ("bcard0" in names, "bcard1" in names) == (True, False)


def test_maps_that_are_alone_are_each_others_whatever_they_are_called() -> None:
    assert matched(file("a"), file("b", title="Supper"))["bmap"] == "amap"


def test_of_several_maps_the_title_decides() -> None:
    assert "bmap" not in matched(file("a", maps=2), file("b", title="Supper", maps=2))
    assert matched(file("a", maps=2), file("b", maps=2))["bmore0"] == "amore0"


def test_what_has_no_name_is_like_nothing() -> None:
    ours, theirs = file("a", cards=("",)), file("b", cards=("",))
    assert "bcard0" not in matched(ours, theirs)


@pytest.mark.parametrize("known", ["acard0", "bcard0"])
def test_what_was_there_before_is_only_itself(known: str) -> None:
    assert "bcard0" not in matched(file("a"), file("b"), [known])


def test_the_same_id_needs_no_name() -> None:
    assert matched(file("a"), file("a")) == {}

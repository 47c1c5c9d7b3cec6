"""New ids."""

from random import Random

from pydantic import TypeAdapter

from desktop.document.base import Id
from desktop.document.cards import Card, Comment
from desktop.document.ids import Ids, ids_of
from desktop.document.project import Project


def test_ids_are_one_letter_and_nine_characters() -> None:
    new = Ids(Random(1).getrandbits)()
    assert len(new) == 10
    assert new[0].isalpha()
    assert new == new.lower()


def test_ids_are_valid_in_the_models() -> None:
    ids = Ids(Random(2).getrandbits)
    for _ in range(200):
        TypeAdapter(Id).validate_python(ids())


def test_the_same_source_gives_the_same_ids() -> None:
    one, other = Ids(Random(3).getrandbits), Ids(Random(3).getrandbits)
    assert [one() for _ in range(20)] == [other() for _ in range(20)]


def test_no_id_comes_twice() -> None:
    ids = Ids(Random(4).getrandbits)
    assert len({ids() for _ in range(5_000)}) == 5_000


def _two(ids: Ids) -> tuple[str, str]:
    return ids(), ids()


def test_an_id_that_is_taken_is_drawn_again() -> None:
    first, second = _two(Ids(Random(5).getrandbits))
    assert Ids(Random(5).getrandbits, taken=(first,))() == second


def test_ids_to_avoid_may_come_later() -> None:
    first, second = _two(Ids(Random(6).getrandbits))
    ids = Ids(Random(6).getrandbits)
    ids.avoid([first])
    assert ids() == second


def test_letters_that_are_misread_are_not_used() -> None:
    ids = Ids(Random(7).getrandbits)
    assert not set("".join(ids() for _ in range(500))) & set("ilou")


def test_all_ids_of_a_project(project: Project) -> None:
    ids = ids_of(project)
    assert ids[0] == "project"
    assert {"ana", "visit", "dine", "order", "acts", "a3", "m2", "front", "l1", "t2", "box", "i1", "k1"} <= set(ids)
    assert len(ids) == len(set(ids)) == 41


def test_comments_are_counted() -> None:
    card = Card(id="c", kind="note", comments=(Comment(id="says"),))
    assert ids_of(card) == ["c", "says"]

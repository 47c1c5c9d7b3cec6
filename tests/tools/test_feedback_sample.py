"""The sample of feedback: always the same, as many rows as it says, and of touchpoints that the sample map has."""

import csv
import io
import json
from collections import Counter
from functools import lru_cache

import pytest

from desktop.document.locate import cards_of
from desktop.resources import root
from desktop.storage.reader import read
from tools.feedback_sample import HEADER, SAMPLES, WORDS, Chance, main, tables

FIRST, MORE, TEST = "restaurant-feedback.csv", "restaurant-feedback-more.csv", "restaurant-test.csv"


@lru_cache(maxsize=1)
def made():
    return tables()


def rows(name=FIRST):
    return list(csv.DictReader(io.StringIO(made()[name].decode())))


@pytest.mark.parametrize("name", [FIRST, MORE, TEST])
def test_the_script_makes_the_files_that_are_there(name):
    assert (SAMPLES / name).read_bytes() == made()[name]


def test_the_files_are_written_where_samples_are(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.feedback_sample.SAMPLES", tmp_path)
    main()
    assert sorted(path.name for path in tmp_path.iterdir()) == [MORE, FIRST, TEST]


def test_there_are_500_answers_of_half_a_year():
    assert len(rows()) == 500
    assert Counter(row["Date"][:7] for row in rows()).keys() == {f"2026-{month:02}" for month in range(5, 11)}


def test_the_second_file_is_the_first_and_50_new_rows():
    first, more = made()[FIRST].splitlines(), made()[MORE].splitlines()
    assert more[: len(first)] == first
    assert len(more) - len(first) == 50
    assert len(set(more[1:])) == 550


def test_rows_are_in_the_order_of_their_dates():
    dates = [row["Date"] for row in rows(MORE)]
    assert dates == sorted(dates)


def test_every_row_says_something_in_every_column():
    assert tuple(rows()[0]) == HEADER
    assert all(row["Score"] or row["Comment"] for row in rows(MORE))
    assert all(row[name] for row in rows(MORE) for name in HEADER if name not in {"Score", "Comment"})


def test_scores_lie_on_the_scale_that_the_row_names():
    for row in rows(MORE):
        low, high = map(int, row["Scale"].split("-"))
        assert not row["Score"] or low <= int(row["Score"]) <= high


def test_there_are_four_segments_of_some_size():
    counts = Counter(row["Segment"] for row in rows())
    assert len(counts) == 4
    assert min(counts.values()) >= 40


def test_a_guest_has_one_segment_and_one_evening():
    guests = {(row["Guest"], row["Segment"], row["Date"]) for row in rows(MORE)}
    assert len(guests) == len({guest for guest, _, _ in guests}) > 150


def test_a_guest_is_asked_once_about_each_touchpoint():
    asked = Counter((row["Guest"], row["Touchpoint"]) for row in rows(MORE))
    assert max(asked.values()) == 1


def test_no_comment_is_said_twice():
    said = Counter(row["Comment"] for row in rows(MORE) if row["Comment"])
    assert len(said) >= 70
    assert max(said.values()) == 1


def test_every_name_but_one_means_a_touchpoint_of_the_map():
    (journey,) = read(root() / "samples" / "restaurant.journey").project.maps
    cards = {card.id: card.text for card in cards_of(journey) if card.kind == "touchpoint"}
    meant = {each["name"]: each["card"] for each in json.loads(WORDS.read_text("utf-8"))["touchpoints"]}
    assert {row["Touchpoint"] for row in rows(MORE)} == meant.keys()
    assert [name for name, card in meant.items() if card not in cards] == ["Cloakroom"]
    assert sum(cards.get(card) != name for name, card in meant.items()) >= 6


def test_the_test_compares_two_variants():
    assert [(row["Variant"], row["Visitors"], row["Bookings"]) for row in rows(TEST)] == [
        ("with card", "812", "503"),
        ("without card", "798", "622"),
    ]


def test_chance_is_the_same_each_time():
    first, second = Chance("a"), Chance("a")
    assert [first.share() for _ in range(5)] == [second.share() for _ in range(5)]
    assert Chance("a").share() != Chance("b").share()


def test_chance_is_spread_evenly():
    chance = Chance("even")
    counts = Counter(chance.below(4) for _ in range(2000))
    assert counts.keys() == {0, 1, 2, 3}
    assert max(counts.values()) - min(counts.values()) < 150


def test_chance_follows_the_weights():
    chance = Chance("weights")
    things = [{"name": "a", "weight": 3}, {"name": "b", "weight": 1}, {"name": "c", "weight": 0}]
    counts = Counter(chance.one(things, "weight")["name"] for _ in range(2000))
    assert counts["a"] / counts["b"] == pytest.approx(3, rel=0.2)
    assert counts["c"] == 0

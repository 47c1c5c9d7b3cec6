"""Votes on the map: letters while votes are taken, heat that reads in grey, nothing of what is secret."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from desktop.canvas.heat import COOL, HOT, HeatMarks, heat
from desktop.desk.votes import Votes


@pytest.fixture
def votes(canvas):
    return Votes(canvas.desk, lambda: "2026-03-04")


@pytest.fixture
def marks(canvas, votes):
    """Painted over the canvas, which shows the whole map."""
    marks = HeatMarks(votes)
    canvas.veils.append(marks.paint)
    votes.changed.connect(canvas.repaint_marks)
    canvas.resize(1400, 900)
    canvas.fit()
    return marks


def begin(votes, **fields):
    cards = next(choice.cards for choice in votes.choices() if choice.title == "Pain points")
    votes.open(cards, **fields)
    return cards


def look(canvas):
    return canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def box(canvas, card):
    rect = canvas.scene.hits.rect(card)
    left, top = canvas.view.to_window(rect.x, rect.y)
    right, bottom = canvas.view.to_window(rect.right, rect.bottom)
    return round(left), round(top), round(right), round(bottom)


def darkness(image, canvas, card):
    """Of the card's box with its rim, from 0 to 255: what a print in grey would show."""
    left, top, right, bottom = box(canvas, card)
    points = [(x, y) for x in range(left - 6, right + 6, 2) for y in range(top - 9, bottom + 6, 2)]
    return 255 - sum(image.pixelColor(*point).lightness() for point in points) / len(points)


def test_nothing_is_painted_without_a_ballot(canvas, marks):
    before = look(canvas)
    canvas.veils.clear()
    assert marks.marks == ()
    assert look(canvas) == before


def test_every_card_of_the_ballot_has_its_letter(canvas, votes, marks):
    before = look(canvas)
    cards = begin(votes)
    assert [mark.code for mark in marks.marks] == list("abcdefghi")[: len(cards)]
    after = look(canvas)
    for card in cards:
        left, top, _, _ = box(canvas, card)
        assert before.copy(left - 3, top - 7, 16, 16) != after.copy(left - 3, top - 7, 16, 16)


def test_numbers_come_with_the_votes(votes, marks):
    cards = begin(votes)
    votes.set_tally(cards[0], 3)
    votes.set_tally(cards[1], 6)
    assert [(mark.number, mark.share) for mark in marks.marks][:3] == [("3", 0.5), ("6", 1.0), ("", 0.0)]


def test_a_secret_vote_shows_nothing_before_it_is_shown(canvas, votes, marks):
    cards = begin(votes, secret=True)
    empty = look(canvas)
    votes.set_tally(cards[0], 3)
    assert not any(mark.number or mark.share for mark in marks.marks)
    assert look(canvas) == empty
    votes.show_result()
    assert [(mark.card, mark.number) for mark in marks.marks] == [(cards[0], "3")]


def test_more_votes_are_darker_also_in_grey(canvas, votes, marks):
    cards = begin(votes)
    plain = look(canvas)
    votes.show_result(shown=False)
    for card, count in zip(cards, (1, 4, 9), strict=False):
        votes.set_tally(card, count)
    votes.show_result()
    bare, hot = (look(canvas) for _ in range(2))
    assert bare == hot
    grown = [darkness(hot, canvas, card) - darkness(plain, canvas, card) for card in cards[:3]]
    assert grown == sorted(grown)
    assert all(mark.number for mark in marks.marks)


def test_heat_darkens_evenly_and_carries_white_letters():
    shades = [heat(share / 10) for share in range(11)]
    assert (shades[0], shades[-1]) == (COOL, HOT)
    light = [luminance(shade) for shade in shades]
    assert light == sorted(light, reverse=True)
    assert all(1.05 / (each + 0.05) >= 4.4 for each in light)


def luminance(colour):
    parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_ties_are_marked_in_the_result_only(votes, marks):
    cards = begin(votes)
    for card in cards[:2]:
        votes.set_tally(card, 2)
    assert not any(mark.tied for mark in marks.marks)
    votes.show_result()
    assert [mark.tied for mark in marks.marks] == [True, True]


def test_grades_show_their_product(votes, marks):
    cards = begin(votes, form="pain")
    votes.grade(cards[0], severity=4, frequency=3)
    votes.show_result()
    assert [mark.number for mark in marks.marks] == ["12"]


def test_headers_that_are_kept_in_sight_stay_free(canvas, votes, marks):
    canvas.zoom_actual()
    cards = begin(votes)
    votes.set_tally(cards[0], 3)
    rect = canvas.scene.hits.rect(cards[0])
    zoom = canvas.zoom
    canvas.scroll_to(0, round(rect.y * zoom))
    head = canvas.viewport().rect().adjusted(0, 0, 0, -(canvas.viewport().height() - 8))
    warm = look(canvas).copy(head)
    canvas.veils.clear()
    canvas.repaint_marks()
    assert look(canvas).copy(head) == warm


def test_marks_that_nobody_sees_cost_nothing(canvas, votes, marks):
    cards = begin(votes)
    assert marks.marks is marks.marks
    canvas.zoom_to(4.0, QPointF(0, 0))
    canvas.scroll_to(0, 0)
    assert {mark.card for mark, _ in marks._placed(canvas)} < set(cards)

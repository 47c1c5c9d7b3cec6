"""What the heads of columns say."""

import pytest

from desktop.exchange.columns import ROLES
from desktop.exchange.headwords import WORDS, likeness, plain

HEADS = {
    "Touchpoint": "touchpoint", "Kontaktpunkt": "touchpoint", "Berührungspunkt": "touchpoint",
    "touch_point": "touchpoint", "Stage": "stage", "Journey stage": "stage", "Phase": "stage", "Score": "score",
    "Bewertung": "score", "Zufriedenheit (1-5)": "score", "NPS": "score", "How satisfied were you?": "score",
    "Kommentar": "comment", "Your comments": "comment", "Anmerkung": "comment", "Datum": "date",
    "Submitted": "date", "Zeitstempel": "date", "Created at": "date", "Customer type": "segment",
    "Zielgruppe": "segment", "Respondent ID": "respondent", "E-Mail": "respondent", "Kundennummer": "respondent",
    "Frage": "question", "Scale": "scale", "Variante": "variant", "Visitors": "visitors", "Besucher": "visitors",
    "Conversions": "conversions", "Käufe": "conversions",
}  # fmt: skip


def test_there_are_words_for_every_role():
    assert set(WORDS) == set(ROLES)


def test_every_word_is_in_plain_letters():
    assert [word for words in WORDS.values() for word in words.split("|") if plain(word) != word] == []


@pytest.mark.parametrize(("head", "role"), HEADS.items())
def test_a_head_says_its_role(head, role):
    assert max(ROLES, key=lambda one: likeness(one, head)) == role


def test_a_whole_head_says_more_than_a_word_in_it():
    assert likeness("score", "Score") > likeness("score", "Score of the guest") > 0


@pytest.mark.parametrize("head", ["", "Weather", "X1", "日付"])
def test_a_head_that_says_nothing(head):
    assert max(likeness(role, head) for role in ROLES) < 0.3


def test_letters_lose_case_marks_and_signs():
    assert plain("  Überraschung – Größe_2! ") == "uberraschung grosse 2"

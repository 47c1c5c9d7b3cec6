"""Findings in words: which thing, what is wrong with it, where it is, and what can be done."""

import pytest

from ailments import ailing, ailing_file
from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.mending import Mending
from desktop.dialogs.diagnosis import Diagnosis
from desktop.document.base import changed
from desktop.document.checks import Finding, check
from desktop.document.journey import JourneyMap
from desktop.document.repair import REPAIRS, repairable
from desktop.session import Session
from desktop.storage.reader import read

WORDS = resources.words("en")
DOING = "Dinner · Doing"


@pytest.fixture
def told():
    """Sentence, place and remedy by the code of the finding."""
    project = ailing()
    diagnosis = Diagnosis(project, WORDS)
    return {
        finding.code: (diagnosis.sentence(finding), diagnosis.place(finding), diagnosis.remedy(finding))
        for finding in check(project, ())
    }


@pytest.mark.parametrize(
    ("code", "sentence", "place"),
    [
        ("step.missing", "Action “Waits” stands at a step that is not there", DOING),
        ("persona.missing", "Action “Asks” names a persona that is not there", f"{DOING} · Step 0"),
        (
            "picture.missing",
            "Action “Eats” shows a picture that the file does not hold",
            f"{DOING} · Step 1 – Step 2",
        ),
        ("card.no_text", "Thought has no text", "Dinner · Thoughts · Step 2"),
        ("lane.cards_unseen", "Lane “Visibility” holds cards that such a lane does not show", "Dinner"),
        ("link.end_missing", "Arrow “Eats → gone” leads to a card that is not there", "Dinner"),
        ("lane.missing", "View “For the kitchen” names a lane that is not there", "Dinner"),
        ("status.unknown", "Map “Dinner” has a status that this version does not know (“dreamt”)", ""),
    ],
)
def test_what_is_wrong_with_which_thing(told, code, sentence, place):
    assert told[code][:2] == (sentence, place)


def test_what_the_repair_does(told):
    assert told["card.no_text"][2] == "It gets a “?”, so that it can be seen and filled in."
    assert told["link.end_missing"][2] == "The arrow is removed; its cards stay."


def test_why_there_is_none(told):
    assert told["status.unknown"][2] == "Nothing needs to be done: it is kept for a newer version that knows it."


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("code", REPAIRS)
def test_there_are_words_for_every_code(language, code):
    words = resources.words(language)
    finding = Finding(code, "error", "", (), "x")
    diagnosis = Diagnosis(ailing(), words)
    for text in (diagnosis.sentence(finding), diagnosis.remedy(finding)):
        assert text
        assert code not in text
        assert "{" not in text


@pytest.mark.parametrize("code", [code for code in REPAIRS if code != "id.twice"])
def test_a_repair_has_its_own_words(code):
    remedy = Diagnosis(ailing(), WORDS).remedy(Finding(code, "error", ""))
    assert remedy == WORDS(f"repair.{code}" if repairable(Finding(code, "error", "")) else f"repair.none.{code}")


def test_what_concerns_the_whole_project():
    diagnosis = Diagnosis(ailing(), WORDS)
    finding = Finding("picture.missing", "warning", "", (), "a" * 64)
    assert diagnosis.sentence(finding) == "Project shows a picture that the file does not hold"
    assert diagnosis.place(finding) == ""


def test_what_is_no_longer_there_is_told_by_what_held_it():
    diagnosis = Diagnosis(ailing(), WORDS)
    finding = Finding("card.no_text", "warning", "maps/m/lanes/l-actions/cards/gone")
    assert diagnosis.sentence(finding) == "Lane “Doing” has no text"


def test_twins_are_told_with_both(tmp_path):
    opened = read(ailing_file(tmp_path / "a.journey", twins=True))
    mending = Mending(Desk(Session(opened), WORDS, str))
    (twin,) = mending.twins
    diagnosis = Diagnosis(opened.project, WORDS)
    assert diagnosis.sentence(twin) == "Note “Asks” had the same id as Emotion “Ana” and now has its own"
    assert diagnosis.remedy(twin).startswith("Nothing is left to be done.")


def test_a_title_of_many_lines_and_letters_is_one_short_line():
    long = changed(ailing().maps[0], title="An evening\nthat does not end " + "and goes on " * 20)
    diagnosis = Diagnosis(changed(ailing(), maps=(long,)), WORDS)
    place = diagnosis.place(Finding("card.no_text", "warning", "maps/m/lanes/l-thoughts/cards/c4"))
    title, _, rest = place.partition(" · ")
    assert title.startswith("An evening that does not end and")
    assert len(title) <= 44
    assert rest == "Thoughts · Step 2"


def test_a_map_that_nobody_named():
    project = changed(ailing(), maps=(JourneyMap(id="m"),))
    diagnosis = Diagnosis(project, WORDS)
    assert diagnosis.sentence(Finding("map.no_stages", "warning", "maps/m")) == "Map has no stages"


def test_a_kind_of_a_later_version_begins_the_sentence():
    project = ailing()
    lanes = tuple(
        changed(lane, cards=tuple(changed(card, kind="hologram") for card in lane.cards))
        for lane in project.maps[0].lanes
    )
    diagnosis = Diagnosis(changed(project, maps=(changed(project.maps[0], lanes=lanes),)), WORDS)
    finding = Finding("card.kind_unknown", "note", "maps/m/lanes/l-actions/cards/c3", (), "hologram")
    assert diagnosis.sentence(finding).startswith("Hologram “Eats” has a kind")

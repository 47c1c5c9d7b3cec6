"""Tactics and experiments, printed as lists."""

import pypdfium2 as pdfium
import pytest

from desktop.document.base import changed
from desktop.document.cards import Experiment, Outcome, Promise, Tactic
from desktop.document.journey import Link
from desktop.plan.settings import Settings
from desktop.poster.composing import composed
from desktop.poster.export import export
from desktop.poster.refusals import PosterError
from grids import card, lane, project

TRIED = Experiment(
    hypothesis="More bookings are finished",
    variants=("with card", "without"),
    metric="bookings",
    start="2026-11-01",
    end="2026-12-15",
    outcomes=(Outcome(variant="without", visitors=1180, conversions=402),),
    result="8 points more",
    decision="adopt",
)


def tactic(number, segment="", form="offer", **fields):
    told = Tactic(form=form, segment=segment, benefit="They stay", when="")
    return card(number, "tactic", tactic=told, rank=f"A{number:03}1", **{"text": f"Tactic {number}", **fields})


def experiment(number=9, tried=TRIED, **fields):
    return card(number, "experiment", experiment=tried, **{"text": "Booking", **fields})


def made(*cards, links=(), language="en", **wish):
    whole = changed(project(lane(*cards, kind="tactics"), links=links), language=language)
    return composed(whole, "m", Settings(**{"content": "tactics", "paper": "A4", **wish})).made


def named(page, role="details"):
    return [each.figure.name for each in page.drawing.placed if each.figure.role == role]


def test_a_tactic_is_told_with_all_that_is_known():
    own = tactic(1, "Families", channel="email", owner="Kitchen", due="2026-12-01", status="doing")
    link = Link(id="k", kind="leads", source="c1", target="c2")
    (page,) = made(own, card(2, "touchpoint", text="Menu"), links=(link,))
    (said,) = named(page)
    assert said == (
        "Tactic 1, Special offer, Touchpoint: Menu, Step: Stage 0 · Step 0, Channel: Email, "
        "Expected benefit: They stay, Kitchen\u00a0· by 1 December 2026\u00a0· Under way"
    )


def test_tactics_stand_by_segment_and_everybody_comes_first():
    (page,) = made(tactic(1, "Families"), tactic(2, form="message"), tactic(3, "Families", "message"))
    assert [name for name in named(page, "heading") if name.startswith("For ")] == ["For everybody", "For Families"]
    assert [name.split(",")[0] for name in named(page)] == ["Tactic 2", "Tactic 1", "Tactic 3"]


def test_both_sides_of_a_contradiction_are_marked():
    (page,) = made(tactic(1), tactic(2), tactic(3, form="message"))
    first, second, other = named(page)
    assert "Contradicts “Tactic 2”" in first
    assert "Contradicts “Tactic 1”" in second
    assert "Contradicts" not in other


def test_an_experiment_is_told_with_all_that_is_known():
    idea = card(2, "opportunity", text="No card", promise=Promise(impact=4, ease=4))
    (page,) = made(experiment(), idea, links=(Link(id="k", kind="tests", source="c9", target="c2"),))
    (said,) = named(page)
    assert said == (
        "Booking, More bookings are finished, Variants: with card\nwithout: 402 of 1180, Metric: bookings, "
        "Runs: 1 November 2026 – 15 December 2026, Step: Stage 0 · Step 0, Result: 8 points more, Decision: adopt, "
        "Opportunity: No card"
    )


def test_what_nobody_has_decided_is_open():
    (page,) = made(experiment(tried=None))
    assert "Decision: open" in named(page)[0]


@pytest.mark.parametrize(
    ("dates", "said"), [({"start": "2026-11-01"}, "Runs: 1 November 2026 –,"), ({"end": "2026-12"}, "Runs: – December")]
)
def test_one_end_of_a_time_may_be_unknown(dates, said):
    (page,) = made(experiment(tried=Experiment(**dates)))
    assert said in named(page)[0]


def test_experiments_follow_the_tactics_on_pages_of_their_own():
    tactics, experiments = made(tactic(1), experiment())
    assert tactics.drawing.title.startswith("Tactics: ")
    assert experiments.drawing.title.startswith("Experiments: ")


def test_without_either_there_is_nothing_to_print():
    with pytest.raises(PosterError, match="no tactic or experiment"):
        made(card(1))


def test_the_pages_are_read_in_the_language_of_the_project():
    whole = changed(project(lane(tactic(1), experiment(), kind="tactics")), language="de")
    data, _ = export(whole, {}, "m", "pdf", Settings(content="tactics", paper="A4"))
    with pdfium.PdfDocument(data) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    for word in ("Taktiken", "Experimente", "Erwarteter Nutzen", "Entscheidung", "Für alle"):
        assert word in text


def test_the_sample_is_printed_without_a_warning(sample):
    _, report = export(sample.project, {}, sample.project.maps[0].id, "pdf", Settings(content="tactics", paper="A4"))
    assert report.sheets == 2
    assert report.warnings == ()

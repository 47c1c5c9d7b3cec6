"""The sample is a complete, sound map of a restaurant visit, and its poster keeps what a poster promises."""

import io
import json
import re
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from desktop.document.checks import check
from desktop.document.journey import JourneyMap
from desktop.document.kinds import DIVIDERS, KIND_OF_LANE, LANE_OF_KIND
from desktop.document.project import Project
from desktop.plan.settings import Settings
from desktop.poster.export import export
from desktop.poster.report import Report
from desktop.resources import root
from desktop.storage.reader import read
from desktop.storage.writer import dump

SAMPLE = root() / "samples" / "restaurant.journey"
TEMPLATES = sorted((root() / "templates").glob("*.journey"))


@lru_cache(maxsize=1)
def sample() -> Project:
    return read(SAMPLE).project


def journey() -> JourneyMap:
    (only,) = sample().maps
    return only


@lru_cache(maxsize=1)
def poster() -> tuple[bytes, Report]:
    return export(sample(), {}, journey().id, "pdf", Settings())


def all_cards() -> list[str]:
    return [card.text for lane in journey().lanes for card in lane.cards]


def squeezed(text: str) -> str:
    """Without spaces and line breaks, which a page breaks elsewhere; pdfium tells a line-end hyphen as U+0002."""
    return re.sub(r"\s+", "", re.sub("[\x02\ufffe]", "-", text))


def test_the_sample_is_sound() -> None:
    assert check(sample(), frozenset()) == ()


def test_the_sample_is_written_as_it_is_read() -> None:
    opened = read(SAMPLE)
    assert dump(opened.project, opened.assets, opened.minor) == SAMPLE.read_bytes()


def test_the_sample_has_the_size_of_a_real_map() -> None:
    assert len(journey().stages) == 6
    assert sum(len(stage.steps) for stage in journey().stages) >= 13
    assert len({lane.kind for lane in journey().lanes}) >= 9
    assert len(all_cards()) >= 90


def test_the_sample_has_two_curves_over_every_step() -> None:
    steps = {step.id for stage in journey().stages for step in stage.steps}
    markers = [marker for lane in journey().lanes for marker in lane.markers]
    assert {marker.persona for marker in markers} == {persona.id for persona in sample().personas}
    for persona in sample().personas:
        assert {marker.step for marker in markers if marker.persona == persona.id} == steps


def test_the_sample_shows_the_method() -> None:
    cards = [card for lane in journey().lanes for card in lane.cards]
    assert sample().goals
    assert any(metric.readings for metric in sample().metrics)
    assert all(card.pain and card.pain.severity and card.pain.frequency for card in cards if card.kind == "pain")
    assert all(card.promise and card.promise.impact for card in cards if card.kind == "opportunity")
    assert {"quote", "tactic", "experiment", "metric"} <= {card.kind for card in cards}
    assert all(card.channel for card in cards if card.kind == "touchpoint")


def test_opportunities_answer_pain_points() -> None:
    kinds = {card.id: card.kind for lane in journey().lanes for card in lane.cards}
    ends = [(kinds[link.source], kinds[link.target]) for link in journey().links if link.kind == "answers"]
    assert len(ends) >= 6
    assert set(ends) == {("opportunity", "pain")}


def test_the_poster_is_one_page_of_a0() -> None:
    document = pypdfium2.PdfDocument(poster()[0])
    assert len(document) == 1
    sides = sorted(length * 25.4 / 72 for length in document[0].get_size())
    assert sides == pytest.approx([841, 1189], abs=0.1)


def test_every_text_of_the_sample_is_found_on_the_poster() -> None:
    page = squeezed(pypdfium2.PdfDocument(poster()[0])[0].get_textpage().get_text_range())
    persona = next(persona for persona in sample().personas if persona.id == journey().persona)
    texts = [journey().title, journey().subtitle, journey().scenario, persona.summary, *all_cards()]
    texts += [stage.title for stage in journey().stages]
    texts += [step.title for stage in journey().stages for step in stage.steps]
    texts += [lane.title for lane in journey().lanes]
    texts += [task.text for task in journey().tasks]
    assert [text for text in texts if squeezed(text) not in page] == []


def test_the_poster_embeds_every_font() -> None:
    with pikepdf.open(io.BytesIO(poster()[0])) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        descriptors = [font for font in fonts if font.get("/Subtype") != "/Type0"]
        assert descriptors
        for font in descriptors:
            assert "/FontFile2" in font.FontDescriptor or "/FontFile3" in font.FontDescriptor


def test_the_poster_is_filled_and_legible() -> None:
    report = json.loads(poster()[1].to_json())
    assert report["fill"] >= 0.85
    assert min(report["text_pt"].values()) >= 18
    assert report["warnings"] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_sound_and_listed(path: Path) -> None:
    opened = read(path)
    index = json.loads((root() / "templates" / "index.json").read_text("utf-8"))
    assert check(opened.project, frozenset()) == ()
    assert path.stem in index


def test_the_templates_cover_the_usual_stage_sets() -> None:
    titles = {tuple(s.title for s in sorted(read(p).project.maps[0].stages, key=lambda s: s.rank)) for p in TEMPLATES}
    assert ("Awareness", "Interest", "Consideration", "Purchase") in titles
    assert ("Awareness", "Exploration", "Consideration", "Purchase", "Delivery") in titles
    assert ("Awareness", "Consideration", "Purchase", "Post-purchase", "Loyalty") in titles
    assert ("Before", "During", "After") in titles


def test_the_blueprint_has_its_three_lines() -> None:
    lanes = read(root() / "templates" / "blueprint.journey").project.maps[0].lanes
    assert {lane.kind for lane in lanes} >= set(DIVIDERS)


def test_every_kind_of_card_has_a_lane_of_its_own() -> None:
    assert {LANE_OF_KIND[kind] for kind in KIND_OF_LANE.values()} == set(KIND_OF_LANE)

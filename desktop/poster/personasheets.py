"""A page for each persona: first those of the map that is printed, then the others of the project."""

from collections.abc import Iterator

from desktop.document.base import changed, in_order
from desktop.document.cards import Marker
from desktop.document.journey import JourneyMap
from desktop.document.project import Persona, Project
from desktop.drawing.lettering import Lettering
from desktop.drawing.personasheet import Look, Sayings, persona_sheet
from desktop.drawing.shapes import Drawing
from desktop.layout.emotions import series_of
from desktop.layout.names import name_of
from desktop.layout.style import Style, Words
from desktop.poster.press import Press

FIELDS = ("goals", "needs", "frustrations", "motivations", "behaviour", "channels", "demographics")


def persona_sheets(
    press: Press, project: Project, journey: JourneyMap, size: tuple[float, float]
) -> tuple[Drawing, ...]:
    """Drawings for pages of this width and height in mm; none without personas."""
    captions = {name: press.words(f"personasheet.{name}") for name in FIELDS}
    told = project.title or journey.title
    sayings = Sayings(captions, told, press.words("appendix.page"), project.language)
    lettering, series = Lettering(press.typesetter), series_of(_markers(journey), project.personas)
    return tuple(
        page
        for persona in _people(project, journey, series)
        for page in persona_sheet(
            _worded(persona, press.words), size, _look(persona, series, press.style), sayings, lettering
        )
    )


def _markers(journey: JourneyMap) -> Iterator[Marker]:
    return (marker for lane in journey.lanes for marker in lane.markers)


def _people(project: Project, journey: JourneyMap, series: dict[str, int]) -> list[Persona]:
    """In the order in which they are listed; those of the map come first."""
    return sorted(in_order(project.personas), key=lambda one: (one.id != journey.persona, one.id not in series))


def _worded(persona: Persona, words: Words) -> Persona:
    """Channels as they are called on the map."""
    return changed(persona, channels=tuple(name_of("channel", channel, words) for channel in persona.channels))


def _look(persona: Persona, series: dict[str, int], style: Style) -> Look:
    colours = style.colours
    own = style.curve(series[persona.id]).colour if persona.id in series else colours["portrait-edge"]
    return Look(own, colours["paper"], colours["portrait"])

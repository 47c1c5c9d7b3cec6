"""Editions as settings, and as files."""

from dataclasses import replace

from desktop.document.base import in_order
from desktop.document.project import Edition, Project
from desktop.plan.settings import Settings, SettingsError, from_json
from desktop.poster.refusals import refused_setting
from desktop.storage.filenames import file_names


def settings_of(edition: Edition) -> Settings:
    """How an edition is printed. Raises PosterError that names the edition."""
    try:
        return replace(from_json(edition.settings or {}), pin=edition.pin)
    except SettingsError as error:
        raise refused_setting(error, edition.title) from error


def named(project: Project, wanted: str) -> list[Edition]:
    """The editions with this id or title, whatever its letters' case."""
    return [each for each in in_order(project.editions) if wanted in (each.id, each.title) or _same(each, wanted)]


def map_of(project: Project, edition: Edition, usual: str) -> str:
    """The id of the map that an edition prints: the `usual` one where it names none, or one that is gone."""
    return next((each.id for each in project.maps if each.id == edition.map), usual)


def pdf_names(project: Project) -> dict[str, str]:
    """By edition the name of its PDF; no two are the same."""
    editions = in_order(project.editions)
    names = file_names(f"{project.title or 'Journey'} - {each.title or each.id}" for each in editions)
    return {each.id: f"{name}.pdf" for each, name in zip(editions, names, strict=True)}


def _same(edition: Edition, wanted: str) -> bool:
    return edition.title.casefold() == wanted.casefold()

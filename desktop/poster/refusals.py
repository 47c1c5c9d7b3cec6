"""What is said when a poster cannot be made as asked: one sentence each."""

from desktop.plan.paper import PaperError
from desktop.plan.settings import MOST_SHEETS, SettingsError
from desktop.plan.tiles import TilingError
from desktop.storage.errors import StorageError

_PAPERS = {
    "unknown": "no paper is called “{}”; use A0, B1, ANSI-D, Letter, roll-914mm …, or a size such as 914x1400mm",
    "unit": "“{0}” has no unit; write it as “{0}mm”",
    "small": "“{}” is smaller than 50 mm; choose a larger paper",
    "large": "“{}” is longer than 5080 mm, the longest page that every reader shows; choose a shorter one",
    "orientation": "no orientation is called “{}”; use auto, landscape or portrait",
}

_TILINGS = {
    "overlap": "with margins and an overlap of {overlap:g} mm nothing is left of a sheet of {sheet}; use less of them",
    "many": "it would take more than {most} sheets of {sheet} in a row; use larger sheets or a smaller poster",
    "shape": "the poster does not fit so many sheets of {sheet}; use more of them",
}


class PosterError(StorageError):
    """A poster that cannot be made; nothing was written."""


class CancelledError(Exception):
    """Raised by whoever follows the progress, to stop; nothing was written."""


def refused_paper(error: PaperError) -> PosterError:
    """Says which paper nobody can print on."""
    return PosterError(_PAPERS[error.code].format(error.name))


def refused_tiling(error: TilingError) -> PosterError:
    """Says why a poster cannot be spread over such sheets."""
    sentence = _TILINGS.get(error.code, _TILINGS["shape"])
    return PosterError(sentence.format(overlap=error.tiling.overlap, sheet=error.tiling.sheet, most=MOST_SHEETS))


def refused_setting(error: SettingsError) -> PosterError:
    """Says which setting has a value that it cannot have."""
    allowed = f"; it can be {error.allowed}" if error.allowed else ""
    return PosterError(f"the setting “{error.field}” cannot be “{error.value}”{allowed}")

"""What is said when a poster cannot be made as asked: one sentence each."""

from desktop.plan.paper import PaperError
from desktop.plan.settings import SettingsError
from desktop.storage.errors import StorageError

_PAPERS = {
    "unknown": "no paper is called “{}”; use A0 to A4, or a size such as 914x1400mm",
    "unit": "“{0}” has no unit; write it as “{0}mm”",
    "small": "“{}” is smaller than 50 mm; choose a larger paper",
    "large": "“{}” is longer than 5080 mm, the longest page that every reader shows; choose a shorter one",
    "orientation": "no orientation is called “{}”; use auto, landscape or portrait",
}


class PosterError(StorageError):
    """A poster that cannot be made; nothing was written."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Raised by whoever follows the progress, to stop; nothing was written."""


def refused_paper(error: PaperError) -> PosterError:
    """Says which paper nobody can print on."""
    return PosterError(_PAPERS[error.code].format(error.name))


def refused_setting(error: SettingsError) -> PosterError:
    """Says which setting has a value that it cannot have."""
    allowed = f"; it can be {error.allowed}" if error.allowed else ""
    return PosterError(f"the setting “{error.field}” cannot be “{error.value}”{allowed}")

"""What is said when a poster cannot be made as asked: one sentence each, in English or any other language."""

from desktop import resources
from desktop.layout.style import Words
from desktop.plan.paper import PaperError
from desktop.plan.settings import MOST_SHEETS, SettingsError
from desktop.plan.tiles import TilingError
from desktop.poster.figures import figure
from desktop.storage.errors import StorageError

TILINGS = ("overlap", "many", "shape")
"""What is wrong with sheets, as far as there is a sentence for it; the last one stands for anything else."""


class PosterError(StorageError):
    """A poster that cannot be made; nothing was written. `str()` says why in English, `said` in another language.

    code: of its sentence in the catalogue, behind “unprintable.”; arguments: what fills it in, numbers as such.
    """

    def __init__(self, code: str, **arguments: str | float) -> None:
        super().__init__(_reason(code, arguments, resources.words("en")))
        self.code = code
        self.arguments = arguments

    def said(self, words: Words) -> str:
        """One sentence in the language of these words."""
        return str(StorageError(_reason(self.code, self.arguments, words)))


def told(error: StorageError, words: Words) -> str:
    """What went wrong with a print, in the language of these words as far as it is known in it."""
    return error.said(words) if isinstance(error, PosterError) else str(error)


def _reason(code: str, arguments: dict[str, str | float], words: Words) -> str:
    filled = {name: figure(value, words) for name, value in arguments.items()}
    return words(f"unprintable.{code}").format_map(filled)


class CancelledError(Exception):
    """Raised by whoever follows the progress, to stop; nothing was written."""


def refused_paper(error: PaperError) -> PosterError:
    """Says which paper nobody can print on."""
    return PosterError(f"paper_{error.code}", name=error.name)


def refused_tiling(error: TilingError) -> PosterError:
    """Says why a poster cannot be spread over such sheets."""
    code = error.code if error.code in TILINGS else TILINGS[-1]
    return PosterError(f"tiling_{code}", overlap=error.tiling.overlap, sheet=error.tiling.sheet, most=MOST_SHEETS)


def refused_setting(error: SettingsError, edition: str | None = None) -> PosterError:
    """Says which setting, of the edition with this title where it is one's, has a value that it cannot have."""
    code = "setting" if edition is None else "edition_setting"
    arguments = {"field": error.field, "value": str(error.value), "edition": edition or "", "allowed": error.allowed}
    return PosterError(f"{code}_allowed" if error.allowed else code, **arguments)

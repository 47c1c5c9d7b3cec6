"""A line that is being typed as text, chips and all, for whoever keeps it until it is gone on with."""

from pydantic import TypeAdapter, ValidationError

from desktop.scribe.typed import Typed

_LINE = TypeAdapter(Typed)


def written(typed: Typed) -> str:
    """The line for `read`; "" for an empty one."""
    return "" if typed.empty else _LINE.dump_json(typed).decode()


def read(text: str) -> Typed:
    """The line that was written; what nobody wrote so is the text of a line without chips."""
    try:
        return _LINE.validate_json(text) if text else Typed()
    except ValidationError:
        return Typed(text, len(text))

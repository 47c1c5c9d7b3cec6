"""What two people made differently, in words."""

from functools import partial

from desktop.dialogs.differences import named, placed
from desktop.document.difference import Value, Where
from desktop.document.merge.conflicts import GONE, PLACE, Conflict
from desktop.document.merge.settling import Titles
from desktop.layout.differingvalues import label_of, said
from desktop.layout.style import Words


def titles(words: Words, name: str) -> Titles:
    """What a merge writes into the inbox; `name` is what the other project is called."""
    differing = words("merge.differing").format(name=name)
    return Titles(words("merge.from"), differing, partial(noted, words=words))


def noted(conflict: Conflict, words: Words) -> str:
    """A note's text about what the other has differently, whole."""
    _ours, theirs = sides(conflict, words)
    if isinstance(conflict.theirs, str) and conflict.theirs:
        theirs = conflict.theirs
    return words("merge.note").format(thing=named(conflict.name, words), field=field(conflict, words), theirs=theirs)


def sentence(conflict: Conflict, words: Words) -> str:
    """A conflict on one line."""
    ours, theirs = sides(conflict, words)
    thing = named(conflict.name, words)
    return words("merge.conflict").format(thing=thing, field=field(conflict, words), ours=ours, theirs=theirs)


def field(conflict: Conflict, words: Words) -> str:
    """What both changed."""
    if conflict.field in (PLACE, GONE):
        return words(f"merge.{conflict.field}")
    return label_of(conflict.field, conflict.name, words)


def sides(conflict: Conflict, words: Words) -> tuple[str, str]:
    """Both values, short enough for a line, cut so that the difference is seen."""
    if conflict.field == GONE:
        return _presence(conflict.ours, words), _presence(conflict.theirs, words)
    if isinstance(conflict.ours, Where) and isinstance(conflict.theirs, Where):
        ours, theirs = (placed(where, words) or words("merge.nowhere") for where in (conflict.ours, conflict.theirs))
        return ours, theirs
    return said(Value(conflict.field, conflict.ours, conflict.theirs), conflict.name, words)


def _presence(there: bool, words: Words) -> str:
    return words("merge.there" if there else "merge.not_there")

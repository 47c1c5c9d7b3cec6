"""Projects in which every text is a page that would read a file, were it ever taken for one."""

from typing import Annotated, get_args, get_origin

from pydantic.fields import FieldInfo

from desktop.document.base import Part, changed

BAIT = "<img src='/dev/zero'><table><b>bait</b>"
FORMS = ("kind", "fit", "rank")
"""Words that say what a thing is, of which one that nobody knows would hide the thing."""


def baited(part):
    """The part with BAIT in everything that anybody may write, as deep as it goes."""
    fields = {}
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if name not in FORMS and _is_open(info):
            fields[name] = (BAIT,) if isinstance(value, tuple) else BAIT
        elif isinstance(value, Part):
            fields[name] = baited(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            fields[name] = tuple(map(baited, value))
    return changed(part, **fields)


def _is_open(info: FieldInfo) -> bool:
    """Whether a field holds texts, long enough and of whatever form."""
    kind, facts = info.annotation, info.metadata
    if get_origin(kind) is tuple:
        kind, facts = get_args(kind)[0], []
    if get_origin(kind) is Annotated:
        kind, *facts = get_args(kind)
    facts = [fact for one in facts for fact in getattr(one, "metadata", [one])]
    longest = max((fact.max_length for fact in facts if hasattr(fact, "max_length")), default=0)
    return kind is str and longest >= 80 and not any(getattr(fact, "pattern", None) for fact in facts)

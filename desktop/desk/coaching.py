"""Hints for the map shown: which there are, which nobody wants to hear, and when they may show themselves."""

from collections.abc import Callable

from desktop.desk.budget import budget, count_words
from desktop.desk.desk import Desk
from desktop.document.cards import Card
from desktop.document.edits.facts import edit_map
from desktop.document.journey import JourneyMap
from desktop.document.locate import Columns, columns_of
from desktop.layout.dates import worded
from desktop.layout.style import Words
from desktop.method.coach import Hint, hints, is_begun, may_speak
from desktop.method.hearing import Listener
from desktop.method.jargon import Jargon

MINUTE = 60.0


class Coaching:
    """`jargon` gives the words of a language, `today` the date (ISO 8601), `clock` seconds that only go forward."""

    def __init__(
        self, desk: Desk, jargon: Callable[[str], Jargon], today: Callable[[], str], clock: Callable[[], float]
    ) -> None:
        self.desk = desk
        self._jargon = jargon
        self._today = today
        self._clock = clock
        self._met: dict[str, tuple[float, bool]] = {}
        self._hearing: tuple[tuple[object, ...], Listener] | None = None
        self.meet()

    def meet(self) -> None:
        """Remembers when the map shown was seen first, and whether it was new then."""
        journey = self.desk.journey
        if journey is not None:
            self._met.setdefault(journey.id, (self._clock(), not is_begun(journey)))

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What makes the map better, the most fundamental first, without what was hushed."""
        return self._heard(hushed=False)

    @property
    def all_hints(self) -> tuple[Hint, ...]:
        """Those that were hushed too."""
        return self._heard(hushed=True)

    @property
    def may_speak(self) -> bool:
        """Whether hints may show themselves unasked: never while a new map is being begun."""
        journey = self.desk.journey
        if journey is None:
            return False
        self.meet()
        at, new = self._met[journey.id]
        return may_speak(journey, new=new, minutes=(self._clock() - at) / MINUTE)

    def hush(self, code: str) -> None:
        """This hint is not given for this map any more."""
        journey = self.desk.journey
        if journey is not None and code not in journey.hushed:
            self._keep("edit.hint_hushed", (*journey.hushed, code))

    def hear_all(self) -> None:
        """All hints are given again."""
        self._keep("edit.hints_heard", ())

    def _keep(self, label: str, codes: tuple[str, ...]) -> None:
        desk = self.desk
        desk.attempt(desk.words(label), lambda project: edit_map(project, desk.map_id, hushed=codes))

    def _heard(self, *, hushed: bool) -> tuple[Hint, ...]:
        journey = self.desk.journey
        if journey is None:
            return ()
        return hints(self.desk.project, journey, self._today(), self._listener(journey), hushed=hushed)

    def _listener(self, journey: JourneyMap) -> Listener:
        """The one that knows this map already, as long as language and columns are the same."""
        key = self.desk.project.language, journey.id, journey.stages
        if self._hearing is None or any(a is not b for a, b in zip(self._hearing[0], key, strict=True)):
            self._hearing = key, listener(self._jargon(key[0]), journey)
        return self._hearing[1]


def listener(jargon: Jargon, journey: JourneyMap) -> Listener:
    """One that knows the words of a language and the budget of the map's cards."""
    columns = columns_of(journey)
    return Listener(jargon, lambda card: is_wordy(card, columns))


def is_wordy(card: Card, columns: Columns) -> bool:
    """Whether its text has more words than its steps have room for."""
    words = budget(card, columns)
    return card.text.count(" ") + card.text.count("\n") >= words and count_words(card.text) > words


def sentence(words: Words, code: str, hint: Hint) -> str:
    """A hint's words under a code such as “hint.goal”, dates as people write them."""
    date = hint.figures.get("date")
    dated = {"date": worded(date, words)} if isinstance(date, str) else {}
    return singular(words, code, hint.figures.get("count", 0)).format(**{**hint.figures, **dated})


def singular(words: Words, code: str, count: int | str) -> str:
    """The form that a sentence has for this number of things; most have but one."""
    one = words(f"{code}.one") if count == 1 else f"{code}.one"
    return words(code) if one == f"{code}.one" else one

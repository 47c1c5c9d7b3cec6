"""Answers in words as scores: ladders of them in English and German, from the worst to the best."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop.exchange.headwords import plain


class Ladder(NamedTuple):
    """The scale on which answers lie, and the score of each of them in plain letters."""

    scale: str
    scores: Mapping[str, float]


MOST = 0.8
"""The share of different answers that a ladder knows; what it does not know may be misspelt."""


def _ladder(scale: str, *rungs: str, lowest: int = 1) -> Ladder:
    scores = {_key(word): float(rung) for rung, words in enumerate(rungs, lowest) for word in words.split("|")}
    return Ladder(scale, scores)


def _key(word: str) -> str:
    return plain(word) or word.strip().rstrip("\ufe0f").casefold()


LADDERS = (
    _ladder("yes", "no|nein|n|false|falsch", "yes|ja|j|y|true|wahr", lowest=0),
    _ladder("grades", "sehr gut", "gut", "befriedigend", "ausreichend", "mangelhaft", "ungenügend"),
    _ladder(
        "words",
        "very dissatisfied|very unsatisfied|extremely dissatisfied|completely dissatisfied",
        "dissatisfied|unsatisfied|somewhat dissatisfied|not satisfied",
        "neither|neutral|neither satisfied nor dissatisfied|mixed",
        "satisfied|somewhat satisfied",
        "very satisfied|extremely satisfied|completely satisfied",
    ),
    _ladder(
        "words",
        "sehr unzufrieden|überhaupt nicht zufrieden|gar nicht zufrieden",
        "unzufrieden|eher unzufrieden|nicht zufrieden|weniger zufrieden",
        "neutral|teils teils|teils/teils|weder noch|mittel|weder zufrieden noch unzufrieden",
        "zufrieden|eher zufrieden",
        "sehr zufrieden|äußerst zufrieden|vollkommen zufrieden",
    ),
    _ladder(
        "1-7",
        "very dissatisfied",
        "dissatisfied",
        "somewhat dissatisfied|slightly dissatisfied",
        "neither|neutral|neither satisfied nor dissatisfied",
        "somewhat satisfied|slightly satisfied",
        "satisfied",
        "very satisfied",
    ),
    _ladder(
        "words",
        "strongly disagree|completely disagree",
        "disagree|somewhat disagree",
        "neither|neutral|undecided|neither agree nor disagree",
        "agree|somewhat agree",
        "strongly agree|completely agree",
    ),
    _ladder(
        "words",
        "stimme überhaupt nicht zu|stimme gar nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu",
        "stimme nicht zu|stimme eher nicht zu|trifft nicht zu|trifft eher nicht zu",
        "neutral|teils teils|weder noch|unentschieden",
        "stimme zu|stimme eher zu|trifft zu|trifft eher zu",
        "stimme voll zu|stimme voll und ganz zu|stimme völlig zu|trifft voll zu|trifft voll und ganz zu",
    ),
    _ladder("words", "poor", "fair", "good", "very good", "excellent"),
    _ladder(
        "words",
        "very poor|very bad|terrible|awful|horrible",
        "poor|bad",
        "fair|average|ok|okay|acceptable|neutral|mediocre",
        "good",
        "very good|excellent|great|outstanding",
    ),
    _ladder(
        "words",
        "sehr schlecht|furchtbar",
        "schlecht",
        "mittel|mittelmäßig|ok|okay|durchschnittlich|geht so|neutral",
        "gut",
        "sehr gut|ausgezeichnet|hervorragend",
    ),
    _ladder(
        "words",
        "very difficult|very hard",
        "difficult|hard|somewhat difficult|rather difficult",
        "neutral|neither",
        "easy|somewhat easy|rather easy",
        "very easy",
    ),
    _ladder(
        "words",
        "sehr schwierig|sehr schwer",
        "schwierig|schwer|eher schwierig|eher schwer",
        "neutral|teils teils|weder noch|mittel",
        "einfach|leicht|eher einfach|eher leicht",
        "sehr einfach|sehr leicht",
    ),
    _ladder("words", "very unlikely|not at all likely", "unlikely", "neutral|neither", "likely",
            "very likely|extremely likely"),
    _ladder("words", "sehr unwahrscheinlich", "unwahrscheinlich", "neutral|weder noch", "wahrscheinlich",
            "sehr wahrscheinlich"),
    _ladder("words", "never", "rarely|seldom", "sometimes", "often", "always"),
    _ladder("words", "😡|😠|🤬", "😞|🙁|☹|😟|😕", "😐|😶", "🙂|😊|😌", "😀|😃|😄|😍|🤩"),
    _ladder("words", "unhappy|sad|negative|unglücklich|negativ", "neutral|mixed", "happy|positive|glücklich|positiv"),
)  # fmt: skip


_RUNGS = frozenset(word for ladder in LADDERS for word in ladder.scores)


def ladder_of(answers: Iterable[str], scale: str = "") -> Ladder | None:
    """The ladder on which these answers stand: of those that know most of them one of this scale, else the one with the
    fewest rungs that nobody chose. None where none knows four of five."""
    given = {_key(answer) for answer in answers if answer.strip()}
    found = [ladder for ladder in LADDERS if given and len(given & ladder.scores.keys()) >= MOST * len(given)]

    def worth(ladder: Ladder) -> tuple[int, bool, float]:
        known = given & ladder.scores.keys()
        chosen = {ladder.scores[word] for word in known}
        return len(known), ladder.scale == scale, len(chosen) / len(set(ladder.scores.values()))

    return max(found, key=worth, default=None)


def is_rung(answer: str) -> bool:
    """Whether an answer stands on any ladder."""
    return _key(answer) in _RUNGS


def score_in(words: Mapping[str, float], answer: str) -> float | None:
    """The score of an answer by a ladder's words or by somebody's own; None where they do not know it."""
    return words.get(_key(answer))

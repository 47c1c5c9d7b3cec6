"""The words under a card's text: worth and ease, segment, votes, how often it was said."""

from desktop.document.cards import Card
from desktop.layout.compose import Composer
from desktop.layout.measures import NO_BREAK

SEPARATOR = " · "


def meta_text(card: Card, width: float, indent: float, composer: Composer) -> str:
    """The words packed into lines at most `width` wide, the first `indent` shorter; no line ends in a separator."""
    lines: list[str] = []
    room = width - indent
    for whole in meta_words(card, composer):
        # what is too wide even for a line of its own parts at its spaces rather than within a word
        word = whole if composer.width(whole, "meta") <= width else whole.replace(NO_BREAK, " ")
        longer = f"{lines[-1]}{SEPARATOR}{word}" if lines else word
        if not lines or composer.width(longer, "meta") <= room:
            lines[-1:] = [longer]
        else:
            lines.append(word)
            room = width
    return "\n".join(lines)


def meta_words(card: Card, composer: Composer) -> list[str]:
    """Each piece with its spaces kept together, so that “7 votes” never parts."""
    words = (*_promise(card, composer), *_segment(card), *_votes(card, composer))
    return [word.replace(" ", NO_BREAK) for word in words]


def _promise(card: Card, composer: Composer) -> list[str]:
    if card.kind != "opportunity" or card.promise is None:
        return []
    grades = (("impact", card.promise.impact), ("ease", card.promise.ease))
    return [composer.words(f"{name}.{_level(grade)}") for name, grade in grades if grade]


def _level(grade: int) -> str:
    if grade == 3:
        return "mid"
    return "high" if grade > 3 else "low"


def _segment(card: Card) -> list[str]:
    return [card.tactic.segment] if card.kind == "tactic" and card.tactic and card.tactic.segment else []


def _votes(card: Card, composer: Composer) -> list[str]:
    votes = f"{card.votes} {composer.words('card.vote' if card.votes == 1 else 'card.votes')}"
    return [votes] * bool(card.votes) + [f"×{card.seen}"] * (card.seen > 1)

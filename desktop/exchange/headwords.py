"""Words by which the columns of a table are known, in English and German."""

import re
import unicodedata
from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "touchpoint": "touchpoint|contact point|point of contact|interaction|moment|kontaktpunkt|beruhrungspunkt|"
        "beruehrungspunkt|service|location|channel|kanal",
        "stage": "stage|phase|step|schritt|etappe|stufe|journey stage|abschnitt",
        "score": "score|rating|bewertung|punkte|punktzahl|sterne|stars|csat|nps|ces|zufriedenheit|satisfaction|"
        "zufrieden|satisfied|note|wert|value|answer|antwort|response|likelihood|recommend|empfehlung|how likely|"
        "wie wahrscheinlich|grade|skalenwert",
        "scale": "scale|skala",
        "comment": "comment|comments|remark|feedback|verbatim|kommentar|kommentare|bemerkung|anmerkung|freitext|"
        "free text|open text|open answer|text|why|warum|quote|zitat|review|suggestion",
        "date": "date|datum|timestamp|time stamp|zeitstempel|zeitpunkt|submitted|submit date|created|created at|"
        "completed|recorded|day|month|monat|tag|start date|end date|time|zeit|week",
        "segment": "segment|customer type|kundentyp|kundengruppe|customer group|zielgruppe|cohort|kohorte|audience|"
        "gruppe|group|persona|age group|altersgruppe|guest type|category",
        "respondent": "respondent|respondent id|participant|teilnehmer|teilnehmer id|befragte|user|user id|nutzer|"
        "customer|customer id|kunde|kundennummer|kunden nr|e mail|email|guest|gast|id|response id|antwort id|name|"
        "visitor id|session id",
        "question": "question|frage|item|statement|aussage|survey question|frageformulierung",
        "variant": "variant|variante|version|arm|bucket|variation|experiment variant|test group|testgruppe|treatment",
        "visitors": "visitors|visits|sessions|users|impressions|sample|sample size|besucher|nutzer|besuche|sitzungen|"
        "participants|teilnehmer|n|views|aufrufe|exposed",
        "conversions": "conversions|converted|orders|successes|purchases|kaufe|kaeufe|bestellungen|konversionen|"
        "abschlusse|abschluesse|umwandlungen|signups|sign ups|clicks|klicks|bookings|buchungen|goal completions|"
        "conversion|konvertiert",
    }
)
"""By role, words apart by “|”, in plain letters; the first ones say most."""

TOTALS = frozenset(
    (
        "total",
        "totals",
        "sum",
        "average",
        "mean",
        "gesamt",
        "summe",
        "durchschnitt",
        "mittelwert",
        "insgesamt",
        "grand total",
    )
)
"""What stands first in a row that sums up the others."""

_OTHER = re.compile(r"[^a-z0-9]+")
_KNOWN = {
    role: {word: 1 - 0.01 * place for place, word in enumerate(words.split("|"))} for role, words in WORDS.items()
}


def plain(text: str) -> str:
    """In small plain letters, with one blank between words."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return _OTHER.sub(" ", "".join(letter for letter in parted if not unicodedata.combining(letter))).strip()


def likeness(role: str, head: str) -> float:
    """How well a column's head says that it has this role, 0 to 1: as a whole, else by one of its words."""
    said = plain(head)
    known = _KNOWN[role]
    if said in known:
        return known[said]
    padded = f" {said} "
    held = [value for word, value in known.items() if len(word) > 2 and f" {word} " in padded]
    return 0.6 * max(held) if held else 0.4 * max((v for w, v in known.items() if len(w) > 4 and w in said), default=0)

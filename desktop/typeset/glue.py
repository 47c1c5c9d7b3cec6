"""Numbers stay with their units.

No line breaks between a number and what follows it after one space when that is a sign (%, ‰, °, a currency sign), a
unit's symbol (km, °C, EUR) or a word for a span of time (27 minutes), nor between a currency sign or code and the
number after it (€ 12), nor between groups of three digits (1 000 000). Any other word may begin a line: "12 guests" is
two words; so may units that are English words (in, an, A). Where a line is too narrow for number and unit together they
part all the same. So do the syllables of a Korean word, which like to stay together too: Koreans put spaces between
words.
"""

import re
from collections.abc import Iterator

_CURRENCIES = "€$£¥¢₹₽₺₩₪₴₫฿₿"
_SIGNS = f"%‰°′″{_CURRENCIES}"
_SYMBOLS_AND_TIMES = (
    "mm cm dm m km ft yd mi nm µm μm mm² cm² m² km² m³ ha mg g kg t lb lbs oz ml cl dl l L hl "
    "ms s sec min h hr hrs wk mo yr am pm a.m. p.m. Uhr °C °F Hz kHz MHz GHz kW MW Wh kWh kJ kcal cal Pa hPa bar dB "
    "kB KB MB GB TB bit kbit/s Mbit/s px pt dpi ppi km/h m/s mph l/h EUR USD GBP CHF JPY SEK NOK DKK PLN CZK k M bn pp "
    "second seconds minute minutes hour hours day days week weeks month months year years "
    "Sekunde Sekunden Minute Minuten Stunde Stunden Tag Tage Tagen Woche Wochen Monat Monate Monaten Jahr Jahre Jahren "
    "seconde secondes heure heures jour jours semaine semaines mois ans "
    "segundo segundos minuto minutos hora horas día días semana semanas mes meses año años "
    "secondo secondi minuti ora ore giorno giorni settimana settimane mese mesi anno anni"
)
_UNITS = frozenset(_SYMBOLS_AND_TIMES.split())
_CODES = "EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK"

# each begins with what is rare in a text, so that one pass finds it, and looks behind it from there
_AFTER = re.compile(rf"\d(?<!\w\d)[\d.,:'’/–-]* (?=[{re.escape(_SIGNS)}](?!\d)|([^\s\d,;:!?)]+))")
_BEFORE = re.compile(rf" (?=[+\-−–±]?\d)(?:(?<=[{re.escape(_CURRENCIES)}] )|(?<=(?<!\w)(?:{_CODES}) ))")
_GROUPS = re.compile(r"\d(?<![\w.,]\d)\d{0,2}(?: \d{3})+(?!\d)")
_SYLLABLES = re.compile("[\uac00-\ud7a3](?=[\uac00-\ud7a3])")
_ANY = re.compile(r"[\d\uac00-\ud7a3]")


def kept_together(text: str) -> frozenset[int]:
    """The offsets before which no line should begin although the Unicode rules would let it."""
    if not _ANY.search(text):
        return frozenset()
    return frozenset(_places(text))


def _places(text: str) -> Iterator[int]:
    for match in _AFTER.finditer(text):
        if match[1] is None or match[1].rstrip(".") in _UNITS or match[1] in _UNITS:
            yield match.end()
    for match in _BEFORE.finditer(text):
        yield match.end()
    for match in _GROUPS.finditer(text):
        yield from (match.start() + index + 1 for index, sign in enumerate(match[0]) if sign == " ")
    for match in _SYLLABLES.finditer(text):
        yield match.end()

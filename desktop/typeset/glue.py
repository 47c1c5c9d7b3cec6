"""Numbers stay with their units.

No line breaks between a number and what follows it after one space when that is a sign (%, ‰, °, a currency sign), a
unit's symbol (km, °C, EUR) or a word for a span of time (27 minutes), nor between a currency sign or code and the number
after it (€ 12). Any other word may begin a line: "12 guests" is two words. Where a line is too narrow for number and
unit together they part all the same.
"""

import re
from collections.abc import Iterator

_SIGNS = "%‰°′″€$£¥¢₹₽₺₩₪₴₫฿₿×"
_SYMBOLS = """
mm cm dm m km in ft yd mi nm µm μm mm² cm² m² km² m³ ha
mg g kg t lb lbs oz ml cl dl l L hl
ms s sec min h hr hrs d wk mo yr am pm a.m. p.m. Uhr
°C °F K Hz kHz MHz GHz W kW MW Wh kWh V A J kJ kcal cal Pa hPa bar dB
B kB KB MB GB TB bit kbit/s Mbit/s px pt dpi ppi
km/h m/s mph l/h
EUR USD GBP CHF JPY SEK NOK DKK PLN CZK k M bn pp
""".split()
_TIMES = """
second seconds minute minutes hour hours day days week weeks month months year years
Sekunde Sekunden Minute Minuten Stunde Stunden Tag Tage Tagen Woche Wochen Monat Monate Monaten Jahr Jahre Jahren
seconde secondes heure heures jour jours semaine semaines mois an ans
segundo segundos minuto minutos hora horas día días semana semanas mes meses año años
secondo secondi minuti ora ore giorno giorni settimana settimane mese mesi anno anni
""".split()
_CODES = "EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK"

_NUMBER = r"[+\-−–±]?\d[\d.,:'’/–-]*"
_UNITS = "|".join(sorted(map(re.escape, {*_SYMBOLS, *_TIMES}), key=len, reverse=True))
_AFTER = re.compile(rf"(?<!\w){_NUMBER} (?=[{re.escape(_SIGNS)}]|(?:{_UNITS})(?!\w))")
_BEFORE = re.compile(rf"(?:[{re.escape(_SIGNS)}]|(?<!\w)(?:{_CODES})) (?=[+\-−–±]?\d)")
_DIGIT = re.compile(r"\d")


def kept_together(text: str) -> frozenset[int]:
    """The offsets before which no line should begin although the Unicode rules would let it."""
    if not _DIGIT.search(text):
        return frozenset()
    return frozenset(_places(text))


def _places(text: str) -> Iterator[int]:
    for rule in (_AFTER, _BEFORE):
        for match in rule.finditer(text):
            yield match.end()

"""Columns that may never be taken in: who somebody is or comes from.

Ethnicity, nationality, birth country, religion, name and postcode are never input to
advice or matching, and a sanction or a suspicion of fraud has no place here. A column is
recognised by its header, and by what stands in it when the header says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from streekwerk.vocabulary.language import Text

_REASONS: tuple[tuple[str, Text], ...] = (
    (
        r"national|staatsburger|etnic|ethnic|herkomst|afkomst|migratie.?achtergrond"
        r"|geboorteland|land van geboorte|geboorteplaats|birth.?country|country of birth"
        r"|moedertaal|native.?language",
        Text(
            "Herkomst, nationaliteit en geboorteland neemt Streekwerk nooit op.",
            "Streekwerk never takes in origin, nationality or country of birth.",
        ),
    ),
    (
        r"religi|godsdienst|geloof|kerkgenoot|levensovertuiging",
        Text(
            "Godsdienst en levensovertuiging neemt Streekwerk nooit op.",
            "Streekwerk never takes in religion or belief.",
        ),
    ),
    (
        r"^naam$|achternaam|voornaam|roepnaam|voorletter|geslachtsnaam|tussenvoegsel|surname"
        r"|^name$|first.?name|last.?name|(klant|client|cliënt|persoon|volledige).?s?.?naam"
        r"|naam.?(klant|client|cliënt|persoon|werkzoekende)",
        Text("Namen neemt Streekwerk nooit op.", "Streekwerk never takes in names."),
    ),
    (
        r"postcode|zip.?code|postal|^adres|address|straat|huisnummer|woonplaats|e-?mail|telefoon",
        Text(
            "Postcode, adres en contactgegevens neemt Streekwerk nooit op.",
            "Streekwerk never takes in postcodes, addresses or contact details.",
        ),
    ),
    (
        r"fraud|sanctie|sanction|boete|verwijtbaar",
        Text(
            "Fraude, boetes en sancties neemt Streekwerk nooit op.",
            "Streekwerk never takes in fraud, fines or sanctions.",
        ),
    ),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), why) for pattern, why in _REASONS)
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_ORIGIN_WORDS = (
    "nederlands nederlandse marokko marokkaans marokkaanse turkije turks turkse suriname surinaams "
    "surinaamse antilliaans antilliaanse syrië syrisch syrische eritrea eritrees eritrese "
    "oekraïne oekraïens oekraïense polen pools poolse somalië somalisch somalische irak iraaks "
    "iraakse iran iraans iraanse afghanistan afghaans afghaanse duits duitse duitsland belgisch "
    "belgische islam islamitisch christelijk katholiek protestant protestants hindoe joods "
    "moslim boeddhistisch niet-westers westers"
)
_ORIGINS = frozenset(_ORIGIN_WORDS.split())


def why_protected(header: str, values: Iterable[str] = ()) -> Text | None:
    """Return why a column may not be taken in, or ``None`` when it may.

    Parameters
    ----------
    values
        Some of what stands in it; more than half must give it away.
    """
    for pattern, why in _PATTERNS:
        if pattern.search(header.strip()):
            return why
    there = [value.strip() for value in values if value.strip()]
    if not there:
        return None
    addresses = sum(bool(_POSTCODE.fullmatch(v) or _EMAIL.fullmatch(v)) for v in there)
    origins = sum(value.casefold() in _ORIGINS for value in there)
    if 2 * addresses > len(there):
        return _REASONS[3][1]
    return _REASONS[0][1] if 2 * origins > len(there) else None

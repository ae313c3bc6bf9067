"""What advice never looks at: protected traits and the words that stand in for them.

The rule is an allow-list: advice reads the features it was explicitly given. This list is
the second lock. A feature whose *name* tells of one of these traits is refused, in Dutch
and in English, however it is spelt (``geboorteLand``, ``country_of_birth``,
``achternaam_2``). Whether an innocent name hides such a trait is for people to judge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from streekwerk.vocabulary.language import Text


class ProtectedTrait(Enum):
    """A trait that is never input to advice or matching."""

    ETHNICITY = "ethnicity"
    NATIONALITY = "nationality"
    BIRTH_COUNTRY = "birth_country"
    RELIGION = "religion"
    NATIVE_LANGUAGE = "native_language"
    NAME = "name"
    HOME = "home"
    IDENTITY = "identity"
    CONVICTION = "conviction"
    ORIENTATION = "orientation"

    @property
    def words(self) -> Text:
        """Name the trait."""
        return _WORDS[self]


_WORDS = {
    ProtectedTrait.ETHNICITY: Text("afkomst", "ethnic origin"),
    ProtectedTrait.NATIONALITY: Text("nationaliteit", "nationality"),
    ProtectedTrait.BIRTH_COUNTRY: Text("geboorteland", "country of birth"),
    ProtectedTrait.RELIGION: Text("godsdienst", "religion"),
    ProtectedTrait.NATIVE_LANGUAGE: Text("moedertaal", "native language"),
    ProtectedTrait.NAME: Text("naam", "name"),
    ProtectedTrait.HOME: Text("postcode of buurt", "postcode or neighbourhood"),
    ProtectedTrait.IDENTITY: Text("nummer dat iemand aanwijst", "number that identifies somebody"),
    ProtectedTrait.CONVICTION: Text(
        "politieke overtuiging of vakbond", "political conviction or union"
    ),
    ProtectedTrait.ORIENTATION: Text("seksuele gerichtheid", "sexual orientation"),
}

# Beginnings that no innocent word shares; looked for anywhere in the letters of the name.
_STEMS = {
    ProtectedTrait.ETHNICITY: (
        "etnic", "etnisch", "ethnic", "herkomst", "afkomst", "allochtoon", "autochtoon",
        "migratieachtergrond", "migrationbackground", "migrantbackground", "huidskleur",
        "skincolour", "skincolor", "statushouder", "asielstatus", "asielzoeker", "asylum",
        "refugee", "vluchteling", "inburger", "civicintegration", "verblijfsstatus",
        "verblijfstitel", "residencestatus", "residencepermit",
    ),
    ProtectedTrait.NATIONALITY: ("nationalit", "staatsburger", "citizenship", "paspoort"),
    ProtectedTrait.BIRTH_COUNTRY: (
        "geboorteland", "geboorteplaats", "landvangeboorte", "plaatsvangeboorte", "birthcountry",
        "countryofbirth", "birthplace", "placeofbirth", "geborenin", "bornin", "foreignborn",
    ),
    ProtectedTrait.RELIGION: (
        "religi", "godsdienst", "geloof", "levensbeschouw", "kerkelijk", "church", "moskee",
        "mosque",
    ),
    ProtectedTrait.NATIVE_LANGUAGE: (
        "moedertaal", "mothertongue", "nativelanguage", "languageofbirth", "geboortetaal",
        "firstlanguage", "thuistaal", "homelanguage",
    ),
    ProtectedTrait.NAME: (
        "achternaam", "voornaam", "familienaam", "geslachtsnaam", "roepnaam", "tussenvoegsel",
        "surname", "lastname", "firstname", "familyname", "givenname", "fullname",
    ),
    ProtectedTrait.HOME: (
        "postcode", "postalcode", "zipcode", "huisnummer", "housenumber", "straatnaam",
        "streetname", "neighbourhood", "neighborhood", "woonplaats", "woonadres",
    ),
    ProtectedTrait.IDENTITY: ("burgerservice", "socialsecuritynumber", "anummer"),
    ProtectedTrait.CONVICTION: ("politiek", "political", "vakbond", "tradeunion"),
    ProtectedTrait.ORIENTATION: ("seksuele", "sexualorientation", "geaardheid"),
}  # fmt: skip
# Short words: only as a word of their own ("deelname" and "tracé" are innocent).
_WHOLE = {
    ProtectedTrait.ETHNICITY: ("ras", "race", "racial", "black", "white", "hispanic", "hisp"),
    ProtectedTrait.NATIONALITY: ("national", "nat"),
    ProtectedTrait.RELIGION: ("kerk",),
    ProtectedTrait.NAME: ("naam", "namen", "name", "names", "initials", "voorletters"),
    ProtectedTrait.HOME: ("zip", "pc4", "pc6", "adres", "address", "straat", "street", "wijk",
                          "buurt", "district"),
    ProtectedTrait.IDENTITY: ("bsn", "ssn"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A feature that is refused, and the trait its name tells of."""

    feature: str
    trait: ProtectedTrait


class ProtectedFeatureError(ValueError):
    """Features were offered that advice may never look at; ``refusals`` names each."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        named = "; ".join(f"{each.feature!r} ({each.trait.words.en})" for each in refusals)
        super().__init__(
            f"advice never looks at protected traits or what stands in for them: {named}. "
            "Leave these features out."
        )
        self.refusals = refusals


def protected_trait(name: str) -> ProtectedTrait | None:
    """Return the protected trait that the ``name`` of a feature tells of, or None."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z]+\d*", re.sub(r"([a-z])([A-Z])", r"\1 \2", plain).lower())
    letters = "".join(words)
    for trait, stems in _STEMS.items():
        if any(stem in letters for stem in stems):
            return trait
    for trait, whole in _WHOLE.items():
        if any(word in whole for word in words):
            return trait
    return None


def refuse_protected(names: Iterable[str]) -> None:
    """Raise :class:`ProtectedFeatureError` when a name tells of a protected trait."""
    found = tuple(
        Refusal(name, trait) for name in names if (trait := protected_trait(name)) is not None
    )
    if found:
        raise ProtectedFeatureError(found)

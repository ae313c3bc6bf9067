"""What advice never looks at is refused by name, in both languages, however spelt."""

from __future__ import annotations

import pytest

from streekwerk.vocabulary.protected import (
    ProtectedFeatureError,
    ProtectedTrait,
    protected_trait,
    refuse_protected,
)


@pytest.mark.parametrize(
    ("name", "trait"),
    [
        ("etniciteit", ProtectedTrait.ETHNICITY),
        ("Ethnicity_2", ProtectedTrait.ETHNICITY),
        ("migratie-achtergrond", ProtectedTrait.ETHNICITY),
        ("race", ProtectedTrait.ETHNICITY),
        ("ras", ProtectedTrait.ETHNICITY),
        ("inburgeringsplicht", ProtectedTrait.ETHNICITY),
        ("statushouder", ProtectedTrait.ETHNICITY),
        ("nationaliteit", ProtectedTrait.NATIONALITY),
        ("secondNationality", ProtectedTrait.NATIONALITY),
        ("geboorteLand", ProtectedTrait.BIRTH_COUNTRY),
        ("country_of_birth", ProtectedTrait.BIRTH_COUNTRY),
        ("land van geboorte", ProtectedTrait.BIRTH_COUNTRY),
        ("religie", ProtectedTrait.RELIGION),
        ("godsdienst", ProtectedTrait.RELIGION),
        ("moedertaal", ProtectedTrait.NATIVE_LANGUAGE),
        ("language_of_birth", ProtectedTrait.NATIVE_LANGUAGE),
        ("achternaam", ProtectedTrait.NAME),
        ("last name", ProtectedTrait.NAME),
        ("naam", ProtectedTrait.NAME),
        ("postcode4", ProtectedTrait.HOME),
        ("PC4", ProtectedTrait.HOME),
        ("wijk", ProtectedTrait.HOME),
        ("bsn", ProtectedTrait.IDENTITY),
        ("vakbondslid", ProtectedTrait.CONVICTION),
        ("seksuele_geaardheid", ProtectedTrait.ORIENTATION),
        ("Étnisch", ProtectedTrait.ETHNICITY),
    ],
)
def test_a_protected_trait_is_known_by_its_name(name: str, trait: ProtectedTrait) -> None:
    assert protected_trait(name) is trait
    assert trait.words.nl


@pytest.mark.parametrize(
    "name",
    [
        "age", "leeftijd", "birth_month", "geboortejaar", "log_duration", "household",
        "exemption", "deelname", "afname_uren", "tracer", "earns", "before_training",
        "taalniveau", "language_level", "dutch_level", "motivatie", "reisafstand",
        "international_driving", "gestart_in_wijziging", "diploma", "adresseerbaar",
    ],
)  # fmt: skip
def test_an_innocent_name_is_let_through(name: str) -> None:
    assert protected_trait(name) is None


def test_every_refused_feature_is_named_with_its_trait() -> None:
    refuse_protected(["age", "log_duration"])
    with pytest.raises(ProtectedFeatureError, match="country of birth") as caught:
        refuse_protected(["age", "geboorteland", "postcode"])
    assert [each.feature for each in caught.value.refusals] == ["geboorteland", "postcode"]

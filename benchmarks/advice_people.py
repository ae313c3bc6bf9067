"""Fictitious people with a whole file, protected traits included, for the test of invariance.

A file here holds everything a municipality's other systems could hold: the fields that advice
may read and, beside them, all that it must never read. ``flipped`` changes only the latter.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np

from streekwerk.advice import (
    FEATURES,
    MEASURES,
    GroupEvidence,
    Offer,
    PerHundred,
    RegionalEvidence,
    StudyEvidence,
)
from streekwerk.advice.features import HOUSEHOLDS, JUDGEMENTS, Kind
from streekwerk.vocabulary.language import Text

DAY = date(2026, 11, 23)
# Trait or stand-in: the values it is flipped between.
PROTECTED: Mapping[str, tuple[Any, ...]] = {
    "nationaliteit": ("NL", "SY", "TR", "PL", "SR", None),
    "second_nationality": (None, "MA", "TR"),
    "etniciteit": ("Nederlands", "Marokkaans", "Surinaams", "Syrisch", None),
    "geboorteland": ("Nederland", "Eritrea", "Turkije", "Curaçao", None),
    "geboorteland_moeder": ("Nederland", "Somalië", "China"),
    "moedertaal": ("Nederlands", "Arabisch", "Pools", "Tigrinya", None),
    "tolk_nodig": (True, False, None),
    "religie": ("geen", "islam", "rooms-katholiek", "hindoe", None),
    "first_name": ("Jan", "Fatma", "Mohammed", "Agnieszka", "Winston"),
    "last_name": ("de Vries", "Yılmaz", "El Amrani", "Kowalski", "Tesfaye"),
    "postcode": ("3011AA", "2525XX", "1102BR", "9711LM", None),
    "wijk": ("Centrum", "Schilderswijk", "Bijlmer", None),
    "straat": ("Kerkstraat", "Van Musschenbroekstraat", None),
    "inkomen": (0, 450, 1400, None),
    "gezinsinkomen": (0, 2100, None),
    "schulden": (0, 12_000, None),
    "geslacht": ("m", "v", "x", None),
    "verblijfsstatus": ("statushouder", "regulier", None),
    "inburgeringsplicht": (True, False, None),
    "kenteken": (None, "AB-123-C"),
    "dutch_speaking": ("1", "2", "3", "4", None),
    "education_what": ("lasser", "imamopleiding", "theologie", None),
    "school": ("As-Soeffah", "Openbare school", None),
    "vakbond": (True, False, None),
    "politieke_voorkeur": ("links", "rechts", None),
    "seksuele_gerichtheid": ("hetero", "homo", None),
    "bsn": ("999990019", "999990020"),
}


def person(rng: np.random.Generator) -> dict[str, Any]:
    """Return a file: what advice may read (some of it not known) and what it must not."""
    file = {f.source: _value(f.key, rng) for f in FEATURES.values() if rng.random() < 0.8}
    return file | {key: _one_of(values, rng) for key, values in PROTECTED.items()}


def flipped(file: Mapping[str, Any], rng: np.random.Generator) -> dict[str, Any]:
    """Return the same person with every protected trait and stand-in different."""
    other = {
        key: _one_of([value for value in values if value != file.get(key)], rng)
        for key, values in PROTECTED.items()
    }
    return dict(file) | other


def judgements(rng: np.random.Generator) -> dict[str, dict[str, bool]]:
    """Return what a professional judged, for about half of the measures."""
    return {
        code: {key: bool(rng.random() < 0.8) for key in JUDGEMENTS if rng.random() < 0.4}
        for code in MEASURES
        if rng.random() < 0.5
    }


def offers(rng: np.random.Generator) -> tuple[Offer, ...]:
    """Return one to three offers of every measure."""
    return tuple(
        Offer(
            key=f"{code}-{k}",
            measure=code,
            title=f"Aanbod {k}",
            provider="Werkwijzer",
            place="Rivierstede",
            starts_on=DAY + timedelta(days=int(rng.integers(1, 120)))
            if rng.random() < 0.4
            else None,
            hours_per_week=int(rng.integers(2, 33)) if rng.random() < 0.7 else None,
            weeks=int(rng.integers(2, 40)) if rng.random() < 0.7 else None,
            places_free=int(rng.integers(0, 6)) if rng.random() < 0.6 else None,
        )
        for code in MEASURES
        for k in range(int(rng.integers(1, 4)))
    )


def evidence(rng: np.random.Generator) -> dict[str, RegionalEvidence]:
    """Return evidence of every kind: by group, average, unfair and too little."""
    found = {}
    for place, code in enumerate(MEASURES):
        verdict = ("green", "amber", "red", "none")[place % 4]
        points = tuple(point(months, rng) for months in (6, 12, 24)) if place % 4 < 2 else ()
        found[code] = RegionalEvidence(
            verdict=verdict,  # type: ignore[arg-type]  # one of the four
            reason=Text("De vergelijking is beoordeeld.", "The comparison was judged."),
            place=Text("de regio Middenland", "the region Middenland"),
            first_month="2021-07",
            last_month="2024-12",
            main_months=12,
            card=f"/kaarten/{code}",
            card_hash="0" * 64,
            code_version="0.1.0",
            points=points,
            groups=_groups(place, rng) if points else (),
        )
    return found


def point(months: int, rng: np.random.Generator) -> PerHundred:
    """Return an effect of a usual size."""
    estimate, half = float(rng.normal(3, 5)), float(rng.uniform(1, 6))
    low, high = round(estimate - half, 4), round(estimate + half, 4)
    without = round(float(rng.uniform(5, 40)), 4)
    return PerHundred(months, round(estimate, 4), low, high, without, 300, 1500)


def studies() -> dict[str, tuple[StudyEvidence, ...]]:
    """Return a study about training."""
    study = StudyEvidence(
        "jtpa",
        Text("Scholing (JTPA)", "Training (JTPA)"),
        Text("Naar schatting 1.159 dollar meer.", "An estimated 1,159 dollars more."),
        Text("volwassenen met een laag inkomen", "low-income adults"),
        Text("Verenigde Staten, 1987–1992", "United States, 1987–1992"),
        randomised=True,
        citation="Bloom et al. (1997)",
        url="https://doi.org/10.1111/1468-0262.00270",
    )
    return {"training": (study,)}


def _groups(place: int, rng: np.random.Generator) -> tuple[GroupEvidence, ...]:
    names = {
        0: ("age:under_27", "age:27_to_49", "age:50_and_over"),
        1: ("months_on_benefit:short", "months_on_benefit:long"),
        2: tuple(f"household:{each}" for each in HOUSEHOLDS),
    }.get(place % 5, ())
    return tuple(GroupEvidence(key, Text(key, key), point(12, rng)) for key in names)


def _value(key: str, rng: np.random.Generator) -> Any:  # noqa: ANN401 - what the file holds
    feature = FEATURES[key]
    if feature.source == "birth_date":
        return DAY - timedelta(days=int(rng.integers(18 * 365, 66 * 365)))
    if feature.source == "benefit_since":
        return DAY - timedelta(days=int(rng.integers(10, 4000)))
    if feature.kind is Kind.YES_NO:
        return bool(rng.random() < 0.5)
    if feature.kind is Kind.CHOICE:
        return _one_of(feature.options, rng)
    if feature.kind is Kind.DATE:
        return DAY + timedelta(days=int(rng.integers(-30, 90)))
    return int(rng.integers(0, 37))


def _one_of(values: Any, rng: np.random.Generator) -> Any:  # noqa: ANN401 - any of the values
    return values[int(rng.integers(len(values)))]

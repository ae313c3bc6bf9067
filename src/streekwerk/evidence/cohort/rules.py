"""What was done about messy registration: every rule by name, in words, counted."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.vocabulary.language import Text

RULES: dict[str, Text] = {
    "gap_bridged": Text(
        "Uitkering ontbreekt korte tijd zonder einde en zonder nieuw begin: telt als doorlopend",
        "Benefit is missing for a short time without an end or a new start: counted as running",
    ),
    "end_withdrawn": Text(
        "Einddatum geregistreerd, maar de uitkering loopt de maand erna door: geen uitstroom",
        "An end was registered, but benefit goes on the next month: not an exit",
    ),
    "vanished": Text(
        "Uitkering verdwijnt zonder einddatum: uitstroom met onbekende reden",
        "Benefit disappears without an end date: an exit for an unknown reason",
    ),
    "end_reason_unknown": Text(
        "Uitkering eindigt met reden ‘andere oorzaak’ of zonder reden: telt niet als werk",
        "Benefit ends with 'other cause' or no reason: not counted as work",
    ),
    "delivered_after_end": Text(
        "Nog geleverd nadat de uitkering was geëindigd: rij telt niet mee",
        "Still delivered after benefit had ended: the row is left out",
    ),
    "measure_end_before_start": Text(
        "Voorziening eindigt vóór het begin: duurt alleen de beginmaand",
        "Measure ends before it starts: it lasts the first month only",
    ),
    "measure_disappeared": Text(
        "Voorziening verdwijnt zonder einddatum: eindigt in de laatste geleverde maand",
        "Measure disappears without an end date: it ends in the last month delivered",
    ),
    "measure_never_closed": Text(
        "Voorziening staat langer open dan bijna alle andere van die soort: einde geschat",
        "Measure is open for longer than nearly all others of its type: its end is estimated",
    ),
    "measure_merged": Text(
        "Dubbele, overlappende of administratief verlengde voorziening: samengevoegd",
        "Duplicate, overlapping or administratively renewed measure: merged",
    ),
    "measure_without_start": Text(
        "Voorziening zonder leesbare begindatum: telt niet mee",
        "Measure without a readable start date: left out",
    ),
    "measure_type_unknown": Text(
        "Voorziening met een onbekende code: telt als ‘een andere voorziening’",
        "Measure with an unknown code: counted as 'another measure'",
    ),
    "measure_without_benefit": Text(
        "Voorziening van iemand zonder uitkering voor levensonderhoud: telt niet mee",
        "Measure of somebody without a benefit for living: left out",
    ),
}


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule was applied in one municipality."""

    municipality: str
    rule: str
    rows: int

    @property
    def words(self) -> Text:
        """Say what the rule does."""
        return RULES[self.rule]


@dataclass(frozen=True, slots=True)
class CohortReport:
    """What the panel holds and what had to be repaired to build it."""

    municipalities: tuple[str, ...]
    first_month: int
    last_month: int
    people: int
    person_months: int
    measures: int
    rules: tuple[RuleCount, ...]

    def total(self, rule: str) -> int:
        """Return how often ``rule`` was applied over all municipalities."""
        if rule not in RULES:
            raise ValueError(f"unknown rule {rule!r}; known: {', '.join(RULES)}")
        return sum(each.rows for each in self.rules if each.rule == rule)

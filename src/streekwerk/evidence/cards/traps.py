"""The known ways in which such a comparison misleads, said on every card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from streekwerk.evidence.cards.card import HorizonResult, Trap
from streekwerk.evidence.results.evaluation import Finding
from streekwerk.evidence.saying import percent, say
from streekwerk.evidence.target_trial.kinds import WORK_BOUND
from streekwerk.evidence.target_trial.protocol import HOURS, SUSTAINED_WORK
from streekwerk.vocabulary.language import Text

_ANTICIPATION = Trap(
    "anticipation",
    Text("Vooruitlopen op de start", "Anticipation"),
    Text(
        "De klok begint bij de start. Wie al wist dat de voorziening eraan kwam, kan daarvóór "
        "minder hebben gezocht, of juist werk hebben gevonden en nooit zijn gestart. De wachttijd "
        "staat niet in de registratie.",
        "The clock begins at the start. Those who knew it was coming may have searched less "
        "before, or found work and never started. The waiting time is not registered.",
    ),
)
_DISPLACEMENT = Trap(
    "displacement",
    Text("Verdringing", "Displacement"),
    Text(
        "Dat een deelnemer een baan kreeg die anders naar een ander was gegaan, is hier niet te "
        "zien.",
        "That a participant got a job that would have gone to somebody else cannot be seen here.",
    ),
)
_WORK_BOUND = Trap(
    "work_bound",
    Text("Er was al een werkgever", "There already was an employer"),
    Text(
        "Deze voorziening begint vaak pas als er een werkgever is. De groep zonder voorziening had "
        "die vaak nog niet. Een deel van het verschil komt dan door de baan en niet door de "
        "voorziening.",
        "This measure often starts only once there is an employer, whom the comparison group "
        "often did not have yet. Part of the difference then comes from the job, not the measure.",
    ),
)
_HOURS_AND_WAGE = Text(
    "Uren, loon en duur van het werk na de uitkering: die staan niet in de BUS.",
    "Hours, wage and length of the work after benefit: they are not in the BUS.",
)
_WAGE = Text(
    "Loon en duur van het werk na de uitkering: die staan niet in de BUS.",
    "Wage and length of the work after benefit: they are not in the BUS.",
)


def traps(
    measure: str, results: Sequence[HorizonResult], leading: Finding | None
) -> tuple[Trap, ...]:
    """Return the traps as they apply to a measure and what was found for it."""
    found = [_ANTICIPATION, _lock_in(results), _motivation(leading)]
    if measure in WORK_BOUND:
        found.append(_WORK_BOUND)
    return (*found, _DISPLACEMENT)


def _lock_in(results: Sequence[HorizonResult]) -> Trap:
    title = Text("Insluiting (lock-in)", "Lock-in")
    findings = list(_main_outcome(results))
    estimates = [f.leading.estimate for f in findings]
    if estimates and findings[0].leading.high < 0:
        words = say(
            "In de eerste {n} maanden vinden deelnemers minder vaak werk dan anderen: zij zijn dan "
            "met de voorziening bezig. Kijk daarom ook naar de langere termijn.",
            "In the first {n} months participants find work less often: they are busy with the "
            "measure. Look at the longer term too.",
            n=int(findings[0].outcome.horizon_months or 0),
        )
    elif len(estimates) > 1 and estimates[0] < estimates[-1]:
        words = Text(
            "Het verschil groeit met de tijd. Een oordeel op korte termijn zou de voorziening te "
            "laag schatten.",
            "The difference grows over time. A short-term verdict would rate the measure too low.",
        )
    else:
        words = Text(
            "Tijdens een voorziening zoeken mensen vaak minder. Een effect op korte termijn kan "
            "lager zijn dan dat op lange termijn.",
            "People often search less during a measure. The short-term effect may be lower than "
            "the long-term one.",
        )
    return Trap("lock_in", title, words)


def _main_outcome(results: Sequence[HorizonResult]) -> Iterator[Finding]:
    for each in results:
        if each.evaluation is not None:
            yield from (f for f in each.evaluation.findings if f.outcome.name == SUSTAINED_WORK)


def _motivation(leading: Finding | None) -> Trap:
    title = Text("Selectie op motivatie", "Selection on motivation")
    base = Text(
        "Motivatie, gezondheid en het oordeel van de klantmanager zijn niet geregistreerd en "
        "kunnen zowel de start als de uitkomst bepalen.",
        "Motivation, health and the caseworker's judgement are not registered and may decide both "
        "the start and the outcome.",
    )
    if leading is None or leading.sensitivity is None:
        return Trap("motivation", title, base)
    words = leading.sensitivity.words
    return Trap("motivation", title, Text(f"{base.nl} {words.nl}", f"{base.en} {words.en}"))


def unknown(results: Sequence[HorizonResult], against: str | None) -> tuple[Text, ...]:
    """Return what the card does not know, starting with what the reader most expects."""
    found = [
        _WAGE if any(_tells_hours(each) for each in results) else _HOURS_AND_WAGE,
        Text(
            "De inhoud en de kwaliteit van de voorziening: de SRG kent alleen de soort.",
            "The content and quality of the measure: the SRG knows its type only.",
        ),
    ]
    for each in results:
        found += each.too_few if each.evaluation is None else ()
    found += list(_later(results)) if against is None else []
    widest = results[0].flow.lost_starts
    if results[0].flow.registered_starts and widest.no_benefit:
        found.append(
            say(
                "Bij {n} van de {all} geregistreerde starts liep er toen geen uitkering; "
                "over hen zegt deze kaart niets.",
                "For {n} of {all} registered starts the person had no running benefit; the card "
                "says nothing about them.",
                n=widest.no_benefit,
                all=results[0].flow.registered_starts,
            )
        )
    return tuple(dict.fromkeys(found))


def _tells_hours(result: HorizonResult) -> bool:
    found = () if result.evaluation is None else result.evaluation.findings
    return any(finding.outcome.name == HOURS for finding in found)


def _later(results: Sequence[HorizonResult]) -> Iterator[Text]:
    last = results[-1]
    if last.flow.compared.rows:
        yield say(
            "Het effect van wel of nooit: in de vergelijkingsgroep startte {share}% binnen {n} "
            "maanden alsnog met deze voorziening en velen met een andere.",
            "The effect of ever against never: of the comparison group {share}% started this "
            "measure within {n} months after all, and many started another.",
            share=percent(last.flow.started_later / last.flow.compared.rows),
            n=last.months,
        )

"""The no-risk policy (sick pay taken over by UWV): Ziektewet article 29b."""

from streekwerk.rights.engine.nodes import all_of, any_of, quantity, under
from streekwerk.rights.engine.rules import Audience, Decides, Outcome, Rule, Status, Version
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, decisions, declarations, situation, uwv, work
from streekwerk.rights.facts.making import YEARS
from streekwerk.rights.law.sources import BEGIN, zw
from streekwerk.vocabulary.language import Text

# Less than 35% disabled after the waiting period; the same in Wtl art. 2.6(2).
LESS_THAN_35 = all_of(
    uwv.remaining_capacity > 65,
    uwv.not_suitable_at_own_employer,
    uwv.not_employed_elsewhere,
    uwv.within_five_years,
    says=words(
        "u was na twee jaar ziekte voor minder dan 35% arbeidsongeschikt en begint elders",
        "after two years of illness you were less than 35% disabled and start elsewhere",
        "na de wachttijd minder dan 35% arbeidsongeschikt, elders binnen vijf jaar",
        "less than 35% disabled after the waiting period, elsewhere within five years",
    ),
)
_UNLIMITED = any_of(
    under(benefits.wajong, "ZW art. 29b lid 2"),
    under(declarations.in_register, "ZW art. 29b lid 2 e"),
    under(work.subsidised, "ZW art. 29b lid 2"),
    all_of(decisions.only_sheltered, work.sheltered_job, article="ZW art. 29b lid 2 f"),
    article="ZW art. 29b lid 2",
)
_NOTE = Text(
    "De gronden zijn bekend uit gevalideerde scenario's bij art. 29b; de wettekst zelf is niet "
    "woordelijk "
    "gezien. De verlenging van de vijf jaar (lid 1-groep) is niet opgenomen.",
    "The grounds are known from validated scenarios for art. 29b; the text itself was not seen "
    "verbatim. Extension of the five years is not included.",
)
_SUMMARY = words(
    "Wordt u ziek? Dan betaalt UWV het ziekengeld en loopt uw werkgever minder risico.",
    "If you fall ill, UWV pays sick pay and your employer runs less risk.",
    "Ziekengeld voor de werknemer tijdens dienstbetrekking (no-riskpolis).",
    "Sickness benefit for the employee during employment (no-risk policy).",
)

five_years = Rule(
    key="no-riskpolis",
    name=Text("No-riskpolis (vijf jaar)", "No-risk policy (five years)"),
    summary=_SUMMARY,
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.PARTLY,
    status_note=_NOTE,
    versions=(
        Version(
            BEGIN,
            (zw("29b", "1"), zw("29b", "3"), zw("29b", "4")),
            all_of(
                any_of(
                    under(benefits.disability_benefit_at_start, "ZW art. 29b lid 1 a"),
                    under(LESS_THAN_35, "ZW art. 29b lid 1 b"),
                    all_of(
                        situation.age < 18,
                        uwv.hindered_at_school,
                        uwv.within_five_years,
                        article="ZW art. 29b lid 1 c",
                    ),
                    all_of(
                        situation.age >= 18,
                        ~benefits.wajong,
                        uwv.hindered_at_school,
                        uwv.within_five_years,
                        article="ZW art. 29b lid 1 d",
                    ),
                    under(benefits.disability_benefit_while_employed, "ZW art. 29b lid 4"),
                ),
            ),
            (
                Outcome(
                    "duur_jaren",
                    Text("duur vanaf het begin", "length from the start"),
                    YEARS,
                    quantity(5),
                ),
            ),
        ),
    ),
)
unlimited = Rule(
    key="no-riskpolis-onbeperkt",
    name=Text("No-riskpolis zonder einddatum", "No-risk policy without end date"),
    summary=_SUMMARY,
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.PARTLY,
    status_note=_NOTE,
    versions=(Version(BEGIN, (zw("29b", "2"),), all_of(_UNLIMITED)),),
)
for_employer = Rule(
    key="no-riskpolis-werkgever",
    name=Text("No-riskpolis: wat de werkgever ziet", "No-risk policy: what the employer sees"),
    summary=words(
        "Met een verklaring van UWV weet uw werkgever dat de no-riskpolis geldt. Meer niet.",
        "A UWV statement tells your employer that the no-risk policy applies. Nothing more.",
        "No-riskpolis op grond van registratie of UWV-verklaring, zonder onderliggende grond.",
        "No-risk policy by registration or UWV statement, without the underlying ground.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.EMPLOYER,
    status=Status.PARTLY,
    status_note=_NOTE,
    versions=(
        Version(
            BEGIN,
            (zw("29b", "1"), zw("29b", "2")),
            any_of(
                under(declarations.no_risk_declared, "ZW art. 29b"),
                under(declarations.in_register, "ZW art. 29b lid 2 e"),
                under(work.subsidised, "ZW art. 29b lid 2"),
                under(work.sheltered_job, "ZW art. 29b lid 2 f"),
            ),
        ),
    ),
)

RULES = (five_years, unlimited, for_employer)

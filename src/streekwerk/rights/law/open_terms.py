"""What the Participatiewet leaves to the council's by-law, with a neutral default each."""

from streekwerk.rights.engine.municipality import OpenTerm
from streekwerk.rights.facts.making import EURO_YEAR, MONTHS, PERCENT
from streekwerk.vocabulary.language import Text

_OPEN = Text(
    nl="de wet noemt geen beperking; zonder verordening sluiten wij niemand uit",
    en="the law names no restriction; without a by-law we exclude nobody",
)
_NOTHING = Text(
    nl="zonder verordening bestaat geen bedrag; wij noemen er geen",
    en="without a by-law there is no amount; we name none",
)

trial_months = OpenTerm(
    "proefplaats_maanden",
    Text("duur van de proefplaats", "length of the trial placement"),
    2,
    Text("de wet zelf noemt twee maanden", "the law itself names two months"),
    "Pw art. 8a lid 2 d",
    MONTHS,
)
trial_extension_months = OpenTerm(
    "proefplaats_verlenging_maanden",
    Text("langste verlenging van de proefplaats", "longest extension of the trial placement"),
    4,
    Text("de wet zelf noemt ten hoogste vier maanden", "the law itself names at most four months"),
    "Pw art. 8a lid 2 d",
    MONTHS,
)
job_coach_months = OpenTerm(
    "jobcoach_maanden",
    Text("duur van persoonlijke ondersteuning", "length of personal support"),
    0,
    Text(
        "de wet noemt geen duur; wij noemen er geen",
        "the law names no length; we name none",
    ),
    "Pw art. 8a lid 2 e",
    MONTHS,
)
placement_premium = OpenTerm(
    "premie_participatieplaats",
    Text("premie per zes maanden participatieplaats", "premium per six months of placement"),
    0,
    _NOTHING,
    "Pw art. 8a lid 1 d en 10a lid 6",
    Text("€ per zes maanden", "€ per six months"),
)
exit_premium = OpenTerm(
    "uitstroompremie",
    Text("premie bij uitstroom naar werk", "premium on leaving for work"),
    0,
    _NOTHING,
    "Pw art. 8a lid 1 a en 31 lid 2 j",
    EURO_YEAR,
)
offers_exit_premium = OpenTerm(
    "kent_uitstroompremie",
    Text(
        "de gemeente kent een premie bij uitstroom naar werk",
        "the municipality has a premium on leaving for work",
    ),
    True,
    _OPEN,
    "Pw art. 8a lid 1 a",
)
offers_temporary_subsidy = OpenTerm(
    "kent_tijdelijke_loonkostensubsidie",
    Text(
        "de gemeente kent een tijdelijke loonkostensubsidie buiten artikel 10d",
        "the municipality has a temporary wage subsidy outside article 10d",
    ),
    True,
    _OPEN,
    "Pw art. 8a lid 1 a en lid 2 a",
)
temporary_subsidy_share = OpenTerm(
    "tijdelijke_loonkostensubsidie_procent",
    Text("hoogte van de tijdelijke subsidie", "rate of the temporary subsidy"),
    0,
    _NOTHING,
    "Pw art. 8a lid 1 a",
    PERCENT,
)
temporary_subsidy_months = OpenTerm(
    "tijdelijke_loonkostensubsidie_maanden",
    Text("duur van de tijdelijke subsidie", "length of the temporary subsidy"),
    0,
    _NOTHING,
    "Pw art. 8a lid 1 a",
    MONTHS,
)
transport = OpenTerm(
    "vervoer_voor_deze_groep",
    Text(
        "de verordening geeft een vervoersvoorziening in deze situatie",
        "the by-law grants a transport provision in this situation",
    ),
    True,
    _OPEN,
    "Pw art. 8a lid 2 f 1°",
)
workplace = OpenTerm(
    "werkplekaanpassing_voor_deze_groep",
    Text(
        "de verordening geeft een meeneembare voorziening in deze situatie",
        "the by-law grants a portable provision in this situation",
    ),
    True,
    _OPEN,
    "Pw art. 8a lid 2 f 3°",
)
intermediary = OpenTerm(
    "intermediaire_activiteit_voor_deze_groep",
    Text(
        "de verordening geeft een intermediaire activiteit in deze situatie",
        "the by-law grants an intermediary activity in this situation",
    ),
    True,
    _OPEN,
    "Pw art. 8a lid 2 f 2°",
)
training = OpenTerm(
    "scholing_voor_deze_groep",
    Text(
        "de verordening biedt scholing in deze situatie",
        "the by-law offers training in this situation",
    ),
    True,
    _OPEN,
    "Pw art. 8a lid 1 a en c",
)

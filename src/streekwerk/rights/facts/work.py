"""Facts about a job or placement: start, hours, kind of contract, wage value."""

from streekwerk.rights.engine.facts import Holder, Privacy
from streekwerk.rights.facts.making import (
    HOURS,
    HOURS_WEEK,
    MONTHS,
    PERCENT,
    day,
    number,
    yes_no,
)
from streekwerk.vocabulary.language import Text

_EMPLOYER = Holder.EMPLOYER
_MUNICIPAL = Holder.MUNICIPALITY

employer_intends = yes_no(
    "werkgever_wil_dienstbetrekking",
    ask=(
        "Wil een werkgever deze persoon in dienst nemen?",
        "Does an employer intend to employ this person?",
    ),
    plain=("een werkgever wil u in dienst nemen", "an employer wants to employ you"),
    formal=(
        "werkgever is voornemens een dienstbetrekking aan te gaan",
        "employer intends to enter into employment",
    ),
    holder=_EMPLOYER,
)
employed = yes_no(
    "dienstbetrekking_komt_tot_stand",
    ask=("Komt er een arbeidscontract?", "Is there going to be a contract?"),
    plain=("er komt een arbeidscontract", "there will be a contract"),
    formal=("de dienstbetrekking komt tot stand", "the employment comes about"),
    holder=_EMPLOYER,
)
wage_value_established = yes_no(
    "loonwaarde_vastgesteld",
    ask=("Is de loonwaarde vastgesteld?", "Has the wage value been established?"),
    plain=("uw loonwaarde is gemeten", "your wage value has been measured"),
    formal=("loonwaarde door het college vastgesteld", "wage value established"),
    holder=_MUNICIPAL,
)
wage_value_waived = yes_no(
    "loonwaarde_blijft_achterwege",
    ask=(
        "Is met de werkgever afgesproken om eerst zonder loonwaardemeting te beginnen?",
        "Was it agreed with the employer to start without measuring the wage value?",
    ),
    plain=(
        "u begint eerst zonder meting van de loonwaarde",
        "you start without measuring the wage value",
    ),
    formal=(
        "vaststelling loonwaarde blijft in overleg achterwege (art. 10d lid 1 b)",
        "wage value not established by agreement (art. 10d(1)(b))",
    ),
    holder=_MUNICIPAL,
)
wage_value = number(
    "loonwaarde_procent",
    ask=("Wat is de vastgestelde loonwaarde?", "What is the established wage value?"),
    name=("de loonwaarde", "the wage value"),
    unit=PERCENT,
    holder=_MUNICIPAL,
    source="SRG 18",
    privacy=Privacy.DECLARATION,
    highest=100,
)
start = day(
    "begindatum_dienstbetrekking",
    ask=("Wanneer begint of begon het contract?", "When does or did the contract start?"),
    name=("het begin van het contract", "the start of the contract"),
    holder=_EMPLOYER,
    fixed=False,
)
hours = number(
    "uren_per_week",
    ask=("Hoeveel uur per week staat in het contract?", "How many contract hours a week?"),
    name=("het aantal uren per week", "the number of hours a week"),
    formal=("de overeengekomen arbeidsduur", "the agreed working hours"),
    unit=HOURS_WEEK,
    holder=_EMPLOYER,
    highest=60,
)
full_time_hours = number(
    "volledige_werkweek",
    ask=(
        "Hoeveel uur is een volledige werkweek in dit bedrijf (cao)?",
        "How many hours is a full working week here (collective agreement)?",
    ),
    name=("de volledige werkweek", "the full working week"),
    unit=HOURS_WEEK,
    holder=_EMPLOYER,
    highest=60,
)
paid_hours_year = number(
    "verloonde_uren_per_jaar",
    ask=(
        "Over hoeveel uur per jaar wordt loon betaald?",
        "For how many hours a year are wages paid?",
    ),
    name=("het aantal verloonde uren per jaar", "the number of paid hours a year"),
    unit=HOURS,
    holder=_EMPLOYER,
    source="loonaangifte",
    highest=3000,
)
average_hourly_wage = number(
    "gemiddeld_uurloon",
    ask=(
        "Wat is het gemiddelde bruto-uurloon dit jaar?",
        "What is this year's average hourly wage?",
    ),
    name=("het gemiddelde uurloon", "the average hourly wage"),
    unit=Text("€ per uur", "€ an hour"),
    holder=_EMPLOYER,
    source="loonaangifte",
    highest=1000,
)
social_employment = yes_no(
    "wsw_dienstbetrekking",
    ask=(
        "Is het een baan op grond van de Wet sociale werkvoorziening?",
        "Is it a job under the Sheltered Employment Act (Wsw)?",
    ),
    plain=(
        "u werkt in de sociale werkvoorziening (Wsw)",
        "you work under the Sheltered Employment Act",
    ),
    formal=("dienstbetrekking als bedoeld in Wsw art. 2 of 7", "employment under Wsw art. 2 or 7"),
    holder=_EMPLOYER,
)
sheltered_job = yes_no(
    "beschutte_dienstbetrekking",
    ask=("Is het een beschutte baan?", "Is it a sheltered job?"),
    plain=("u werkt in een beschutte baan", "you work in a sheltered job"),
    formal=("dienstbetrekking als bedoeld in Pw art. 10b lid 1", "employment under art. 10b(1)"),
    holder=_EMPLOYER,
    source="SRG 14 = 21",
)
requested_in_time = yes_no(
    "aanvraag_binnen_zes_maanden",
    ask=(
        "Is de subsidie aangevraagd binnen zes maanden na het begin van het contract?",
        "Was the subsidy requested within six months of the start of the contract?",
    ),
    plain=(
        "de subsidie is op tijd aangevraagd (binnen zes maanden)",
        "the subsidy was requested in time (within six months)",
    ),
    formal=(
        "aanvraag binnen zes maanden na het begin van de dienstbetrekking",
        "application within six months of the start",
    ),
    holder=_EMPLOYER,
)
from_special_school = yes_no(
    "voorafgaand_pro_vso_entree",
    ask=(
        "Zat u in de zes maanden vóór dit werk op praktijkonderwijs, vso of entree?",
        "Were you in practical, special or entry-level education in the six months before?",
    ),
    plain=(
        "u kwam van praktijkonderwijs, vso of entree",
        "you came from practical, special or entry-level education",
    ),
    formal=(
        "deelname aan pro, vso of entree in de zes maanden ervoor (art. 10d lid 2 a)",
        "in such education in the six months before (art. 10d(2)(a))",
    ),
    fixed=True,
)
from_municipal_group = yes_no(
    "voorafgaand_persoon_artikel_7",
    ask=(
        "Viel u in de zes maanden vóór dit werk onder de hulp van de gemeente?",
        "Were you supported by the municipality in the six months before?",
    ),
    plain=(
        "u viel voor dit werk onder de hulp van de gemeente",
        "the municipality supported you before this job",
    ),
    formal=(
        "persoon als bedoeld in art. 7 lid 1 a of 7a lid 1 a in de zes maanden ervoor",
        "person under art. 7(1)(a) or 7a(1)(a) in the six months before",
    ),
    fixed=True,
)
from_learning_track = yes_no(
    "voorafgaand_leer_werktraject",
    ask=(
        "Volgt u een leer-werktraject en zat u zonder startkwalificatie op school?",
        "Are you on a learning-work track and were you in school without a basic qualification?",
    ),
    plain=("u volgt een leer-werktraject", "you are on a learning-work track"),
    formal=(
        "bekostigd onderwijs zonder startkwalificatie, leer-werktraject (art. 10d lid 2 c)",
        "funded education without basic qualification, learning-work track (art. 10d(2)(c))",
    ),
    fixed=True,
)
subsidised = yes_no(
    "baan_met_loonkostensubsidie",
    ask=(
        "Krijgt uw werkgever voor deze baan loonkostensubsidie?",
        "Does your employer receive a wage-cost subsidy for this job?",
    ),
    plain=(
        "uw werkgever krijgt loonkostensubsidie voor deze baan",
        "your employer receives a wage-cost subsidy for this job",
    ),
    formal=(
        "dienstbetrekking als bedoeld in art. 10d lid 1 of 2",
        "employment under art. 10d(1) or (2)",
    ),
    holder=_MUNICIPAL,
    source="SRG 14 = 10",
    privacy=Privacy.DECLARATION,
)
months_placed = number(
    "maanden_participatieplaats",
    ask=(
        "Hoeveel maanden werkt u al op de participatieplaats?",
        "How many months have you been in the participation placement?",
    ),
    name=(
        "het aantal maanden op de participatieplaats",
        "the number of months in the participation placement",
    ),
    unit=MONTHS,
    source="SRG 16 bij type 22",
    highest=120,
)
months_of_placement_trial = number(
    "maanden_proefplaats",
    ask=(
        "Hoeveel maanden duurt de proefplaats al?",
        "How many months has the trial placement lasted?",
    ),
    name=("het aantal maanden op de proefplaats", "the number of months in the trial placement"),
    unit=MONTHS,
    source="SRG 16 bij type 23",
    highest=60,
)

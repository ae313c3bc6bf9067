"""Facts about a person's situation: age, household, education, health as established."""

from streekwerk.rights.engine.facts import Holder, Privacy
from streekwerk.rights.facts.making import YEARS, choice, number, yes_no

age = number(
    "leeftijd",
    ask=("Hoe oud bent u?", "How old are you?"),
    name=("uw leeftijd", "your age"),
    formal=("de leeftijd", "the age"),
    unit=YEARS,
    source="BRP geboortedatum; SRG 9",
    fixed=True,
    highest=120,
)
pension_age_reached = yes_no(
    "aow_leeftijd_bereikt",
    ask=("Hebt u de AOW-leeftijd bereikt?", "Have you reached state pension age?"),
    plain=("u hebt de AOW-leeftijd bereikt", "you have reached state pension age"),
    formal=(
        "de pensioengerechtigde leeftijd (AOW art. 7a) is bereikt",
        "the pensionable age (AOW art. 7a) has been reached",
    ),
    fixed=True,
)
single_parent = yes_no(
    "alleenstaande_ouder",
    ask=(
        "Zorgt u alleen en helemaal zelf voor een kind dat bij u woont?",
        "Are you a single parent with full care of a child who lives with you?",
    ),
    plain=("u zorgt alleen voor uw kind", "you care for your child alone"),
    formal=(
        "alleenstaande ouder met de volledige zorg voor een ten laste komend kind",
        "single parent with full care of a dependent child",
    ),
    source="BUS 10 leefvorm",
)
youngest_child_age = number(
    "leeftijd_jongste_kind",
    ask=("Hoe oud is uw jongste kind?", "How old is your youngest child?"),
    name=("de leeftijd van uw jongste kind", "the age of your youngest child"),
    formal=("de leeftijd van het jongste kind", "the age of the youngest child"),
    unit=YEARS,
    fixed=True,
    highest=60,
)
household = choice(
    "leefvorm",
    ask=("Hoe woont u?", "What is your household?"),
    name=("uw leefvorm", "your household"),
    options={
        "alleenstaand": ("alleen, of alleen met kinderen", "alone, or alone with children"),
        "gehuwd": (
            "samen met een partner, allebei onder de AOW-leeftijd",
            "with a partner, both under pension age",
        ),
    },
    source="BUS 10 leefvorm",
)
basic_qualification = yes_no(
    "startkwalificatie",
    ask=(
        "Hebt u een diploma mbo niveau 2 of hoger, havo of vwo?",
        "Do you have a diploma at MBO level 2 or higher, HAVO or VWO?",
    ),
    plain=(
        "u hebt een diploma mbo niveau 2 of hoger, havo of vwo",
        "you have a diploma at MBO level 2 or higher, HAVO or VWO",
    ),
    formal=(
        "beschikt over een startkwalificatie (art. 6 onder d)",
        "has a basic qualification (art. 6 under d)",
    ),
)
can_follow_education = yes_no(
    "kan_bekostigd_onderwijs_volgen",
    ask=(
        "Kunt u nog een gewone, door de overheid betaalde opleiding volgen?",
        "Can you still take publicly funded education?",
    ),
    plain=(
        "u kunt nog een door de overheid betaalde opleiding volgen",
        "you can still take publicly funded education",
    ),
    formal=(
        "kan uit ’s Rijks kas bekostigd onderwijs volgen",
        "can take publicly funded education",
    ),
    holder=Holder.MUNICIPALITY,
)
school_asks_support = yes_no(
    "school_vraagt_ondersteuning",
    ask=(
        "Heeft uw school (mbo, praktijkonderwijs of vso) om ondersteuning gevraagd?",
        "Has your school (MBO, practical or special education) asked for support?",
    ),
    plain=("uw school heeft om hulp gevraagd", "your school has asked for help"),
    formal=(
        "het bevoegd gezag van een mbo-, pro- of vso-instelling verzoekt om ondersteuning",
        "the board of an MBO, practical or special school asks for support",
    ),
)
in_higher_education = yes_no(
    "volgt_hoger_onderwijs",
    ask=("Volgt u een opleiding aan hbo of universiteit?", "Are you in higher education?"),
    plain=("u volgt een opleiding aan hbo of universiteit", "you are in higher education"),
    formal=("volgt initieel onderwijs als bedoeld in de WHW", "is in initial higher education"),
)
in_search_period = yes_no(
    "in_zoektermijn",
    ask=(
        "Bent u jonger dan 27 en minder dan vier weken geleden gemeld voor bijstand?",
        "Are you under 27 and did you register for assistance less than four weeks ago?",
    ),
    plain=(
        "u zit nog in de vier weken na uw melding voor bijstand",
        "you are within four weeks of registering for assistance",
    ),
    formal=(
        "de vierwekentermijn na melding (art. 41 lid 4) loopt nog",
        "the four-week period after registration (art. 41(4)) still runs",
    ),
    holder=Holder.MUNICIPALITY,
)
fully_disabled = yes_no(
    "volledig_en_duurzaam_arbeidsongeschikt",
    ask=(
        "Heeft UWV vastgesteld dat u volledig en blijvend niet kunt werken?",
        "Has UWV established that you are fully and permanently unable to work?",
    ),
    plain=(
        "u kunt volledig en blijvend niet werken",
        "you are fully and permanently unable to work",
    ),
    formal=(
        "volledig en duurzaam arbeidsongeschikt (Wet WIA art. 4)",
        "fully and permanently disabled (WIA art. 4)",
    ),
    holder=Holder.UWV,
    source="BUS 22 ontheffing code 6",
    privacy=Privacy.HEALTH,
)
limited_hours = yes_no(
    "medisch_urenbeperkt",
    ask=(
        "Is vastgesteld dat u om medische redenen minder uren kunt werken?",
        "Has it been established that you can work fewer hours for medical reasons?",
    ),
    plain=(
        "vastgesteld is dat u om medische redenen minder uren kunt werken",
        "it is established that you can work fewer hours for medical reasons",
    ),
    formal=("vastgesteld medisch urenbeperkt (Pw art. 6b)", "established medical hours limit"),
    holder=Holder.MUNICIPALITY,
    privacy=Privacy.HEALTH,
)
visual_impairment = yes_no(
    "visuele_beperking",
    ask=("Bent u blind of slechtziend?", "Are you blind or partially sighted?"),
    plain=("u bent blind of slechtziend", "you are blind or partially sighted"),
    formal=("visuele beperking", "visual impairment"),
    privacy=Privacy.HEALTH,
    fixed=True,
)
motor_impairment = yes_no(
    "motorische_beperking",
    ask=("Hebt u een beperking in het bewegen?", "Do you have a motor impairment?"),
    plain=("u hebt een beperking in het bewegen", "you have a motor impairment"),
    formal=("motorische beperking", "motor impairment"),
    privacy=Privacy.HEALTH,
    fixed=True,
)

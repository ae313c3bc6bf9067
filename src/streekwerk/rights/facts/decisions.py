"""Facts that somebody established or must judge. Judgements stay a question to a person."""

from streekwerk.rights.engine.facts import Holder, Privacy
from streekwerk.rights.facts.making import EURO_YEAR, HOURS_DAY, day, number, yes_no

_JUDGE = Holder.JUDGEMENT
_MUNICIPAL = Holder.MUNICIPALITY

wage_subsidy_group = yes_no(
    "doelgroep_lks",
    ask=(
        "Heeft de gemeente vastgesteld dat u bij de doelgroep loonkostensubsidie hoort?",
        "Has the municipality established that you belong to the wage-cost subsidy group?",
    ),
    plain=(
        "de gemeente heeft vastgesteld dat u bij de doelgroep loonkostensubsidie hoort",
        "the municipality established that you belong to the wage-cost subsidy group",
    ),
    formal=(
        "behoort tot de doelgroep loonkostensubsidie (art. 6 onder e, 10c)",
        "belongs to the wage-cost subsidy group (art. 6(e), 10c)",
    ),
    holder=_MUNICIPAL,
    source="SRG 11 = 10; SRG 14 = 10",
    privacy=Privacy.DECLARATION,
)
cannot_earn_minimum = yes_no(
    "kan_wml_niet_verdienen",
    ask=(
        "Kan deze persoon met voltijds werk het minimumloon niet verdienen?",
        "Is this person unable to earn the minimum wage in full-time work?",
    ),
    plain=(
        "u kunt met een hele werkweek het minimumloon niet verdienen",
        "you cannot earn the minimum wage with a full working week",
    ),
    formal=(
        "vastgesteld: met voltijdse arbeid niet in staat het WML te verdienen",
        "established: unable to earn the minimum wage in full-time work",
    ),
    holder=_JUDGE,
    privacy=Privacy.HEALTH,
)
can_do_a_task = yes_no(
    "kan_taak_uitvoeren",
    ask=(
        "Kan deze persoon minstens één taak in een bedrijf doen?",
        "Can this person carry out at least one task in an organisation?",
    ),
    plain=("u kunt minstens één taak doen", "you can do at least one task"),
    formal=(
        "kan een taak uitvoeren in een arbeidsorganisatie",
        "can carry out a task in a work organisation",
    ),
    holder=_JUDGE,
    privacy=Privacy.HEALTH,
)
basic_employee_skills = yes_no(
    "basale_werknemersvaardigheden",
    ask=(
        "Heeft deze persoon de basisvaardigheden van een werknemer?",
        "Does this person have basic employee skills?",
    ),
    plain=(
        "u hebt de basisvaardigheden voor werk, zoals afspraken nakomen",
        "you have basic work skills, such as keeping agreements",
    ),
    formal=("beschikt over basale werknemersvaardigheden", "has basic employee skills"),
    holder=_JUDGE,
    privacy=Privacy.HEALTH,
)
can_work_an_hour = yes_no(
    "een_uur_aaneengesloten",
    ask=(
        "Kan deze persoon minstens een uur achter elkaar werken?",
        "Can this person work for at least an hour without a break?",
    ),
    plain=(
        "u kunt een uur achter elkaar werken",
        "you can work an hour without a break",
    ),
    formal=(
        "kan aaneengesloten ten minste een uur werken",
        "can work uninterrupted for at least an hour",
    ),
    holder=_JUDGE,
    privacy=Privacy.HEALTH,
)
hours_able_per_day = number(
    "belastbaar_uren_per_dag",
    ask=(
        "Hoeveel uur per dag kan deze persoon werken?",
        "How many hours a day can this person work?",
    ),
    name=("het aantal uren dat u per dag kunt werken", "the number of hours you can work a day"),
    formal=("de belastbaarheid per dag", "the capacity per day"),
    unit=HOURS_DAY,
    holder=_JUDGE,
    privacy=Privacy.HEALTH,
    highest=24,
)
earns_minimum_per_hour = yes_no(
    "verdient_wml_per_uur",
    ask=(
        "Kan deze persoon per uur het minimumloon verdienen?",
        "Can this person earn the minimum wage per hour?",
    ),
    plain=(
        "u kunt per uur het minimumloon verdienen",
        "you can earn the minimum wage per hour",
    ),
    formal=("in staat per uur ten minste het WML te verdienen", "able to earn WML per hour"),
    holder=_JUDGE,
    privacy=Privacy.HEALTH,
)
earlier_group_request = yes_no(
    "eerdere_doelgroepaanvraag",
    ask=(
        "Hebt u dit al eens eerder bij de gemeente aangevraagd?",
        "Have you applied for this at the municipality before?",
    ),
    plain=("u hebt dit al eerder aangevraagd", "you have applied before"),
    formal=(
        "eerder een aanvraag als bedoeld in art. 10c lid 1 a gedaan",
        "an application under art. 10c(1)(a) was made before",
    ),
    fixed=True,
)
last_group_request = day(
    "datum_vorige_doelgroepaanvraag",
    ask=("Wanneer hebt u dat voor het laatst aangevraagd?", "When did you last apply?"),
    name=("uw vorige aanvraag", "your previous application"),
)
provision_necessary = yes_no(
    "voorziening_noodzakelijk",
    ask=(
        "Acht de gemeente, na onderzoek, een voorziening noodzakelijk?",
        "Does the municipality, after inquiry, consider a provision necessary?",
    ),
    plain=("de gemeente vindt deze hulp nodig", "the municipality finds this help necessary"),
    formal=(
        "voorziening naar het oordeel van het college noodzakelijk (art. 10 lid 1 en 4)",
        "provision necessary in the municipality’s judgement (art. 10(1) and (4))",
    ),
    holder=_JUDGE,
)
not_without_support = yes_no(
    "niet_zonder_ondersteuning",
    ask=(
        "Kan deze persoon de taken zonder ondersteuning niet doen?",
        "Is this person unable to do the tasks without support?",
    ),
    plain=("zonder hulp lukt het werk niet", "the work does not succeed without help"),
    formal=(
        "zonder ondersteuning niet in staat de opgedragen taken te verrichten",
        "unable to perform the assigned tasks without support",
    ),
    holder=_JUDGE,
    privacy=Privacy.HEALTH,
)
only_sheltered = yes_no(
    "uitsluitend_beschut_werk",
    ask=(
        "Heeft de gemeente, op advies van UWV, vastgesteld dat u alleen beschut kunt werken?",
        "Has the municipality, advised by UWV, established that you can only work sheltered?",
    ),
    plain=(
        "vastgesteld is dat u alleen in een beschutte omgeving kunt werken",
        "it is established that you can only work in a sheltered setting",
    ),
    formal=(
        "vaststelling: uitsluitend in een beschutte omgeving mogelijkheden (art. 10b lid 1)",
        "established: capacity only in a sheltered setting (art. 10b(1))",
    ),
    holder=_MUNICIPAL,
    privacy=Privacy.DECLARATION,
)
sheltered_number_reached = yes_no(
    "aantal_beschut_gerealiseerd",
    ask=(
        "Heeft de gemeente het verplichte aantal beschutte banen dit jaar al gehaald?",
        "Has the municipality already realised its required number of sheltered jobs this year?",
    ),
    plain=(
        "de gemeente heeft haar aantal beschutte banen al gehaald",
        "the municipality has reached its number of sheltered jobs",
    ),
    formal=(
        "het aantal dienstbetrekkingen van art. 10b lid 4 of 5 is gerealiseerd",
        "the number of jobs under art. 10b(4) or (5) is realised",
    ),
    holder=_MUNICIPAL,
)
trial_permission = yes_no(
    "toestemming_proefplaats",
    ask=(
        "Geeft de gemeente toestemming voor de proefplaats?",
        "Does the municipality give permission for the trial placement?",
    ),
    plain=("de gemeente geeft toestemming", "the municipality gives permission"),
    formal=(
        "toestemming van het college overeenkomstig de verordening (art. 8a lid 2 d)",
        "municipal permission under the by-law (art. 8a(2)(d))",
    ),
    holder=_JUDGE,
)
work_is_additional = yes_no(
    "werk_is_additioneel",
    ask=(
        "Is het extra werk, dat een ander niet van zijn baan verdringt?",
        "Is it additional work that does not displace anyone from a job?",
    ),
    plain=(
        "het is extra werk en verdringt niemand",
        "it is additional work and displaces nobody",
    ),
    formal=(
        "additionele werkzaamheden, geen verdringing",
        "additional activities, no displacement",
    ),
    holder=_JUDGE,
)
helps_towards_work = yes_no(
    "draagt_bij_aan_arbeidsinschakeling",
    ask=(
        "Helpt dit deze persoon volgens u op weg naar werk?",
        "In your judgement, does this help the person towards work?",
    ),
    plain=(
        "volgens de gemeente helpt dit u op weg naar werk",
        "the municipality finds that this helps you towards work",
    ),
    formal=(
        "draagt naar het oordeel van het college bij aan de arbeidsinschakeling",
        "contributes to labour integration in the municipality’s judgement",
    ),
    holder=_JUDGE,
)
more_hours_impossible = yes_no(
    "uitbreiding_uren_niet_mogelijk",
    ask=(
        "Kan deze persoon volgens u niet méér uren werken?",
        "In your judgement, is the person unable to work more hours?",
    ),
    plain=(
        "volgens de gemeente kunt u niet meer uren werken",
        "the municipality finds that you cannot work more hours",
    ),
    formal=(
        "uitbreiding van de arbeidsomvang naar het oordeel van het college niet mogelijk",
        "more hours not possible in the municipality’s judgement",
    ),
    holder=_JUDGE,
)
education_unsuitable = yes_no(
    "onderwijs_niet_mogelijk_of_passend",
    ask=(
        "Is onderwijs voor deze jongere volgens u niet mogelijk of niet passend?",
        "In your judgement, is education impossible or unsuitable for this young person?",
    ),
    plain=(
        "volgens de gemeente past een opleiding nu niet bij u",
        "the municipality finds that education does not suit you now",
    ),
    formal=(
        "onderwijs naar het oordeel van het college niet mogelijk of niet passend (art. 7a lid "
        "1 a)",
        "education impossible or unsuitable in the municipality’s judgement (art. 7a(1)(a))",
    ),
    holder=_JUDGE,
)
training_beyond_capacity = yes_no(
    "scholing_te_zwaar",
    ask=(
        "Is scholing volgens u te zwaar voor deze persoon?",
        "In your judgement, is training beyond this person’s capacity?",
    ),
    plain=(
        "een opleiding is volgens de gemeente nu te zwaar voor u",
        "the municipality finds training too much for you now",
    ),
    formal=(
        "scholing gaat krachten of bekwaamheden te boven",
        "training exceeds strength or abilities",
    ),
    holder=_JUDGE,
)
cooperated_enough = yes_no(
    "voldoende_meegewerkt",
    ask=(
        "Heeft deze persoon volgens u in de zes maanden voldoende meegewerkt?",
        "In your judgement, did this person cooperate enough in the six months?",
    ),
    plain=("u hebt genoeg meegewerkt", "you cooperated enough"),
    formal=(
        "voldoende meegewerkt aan vergroten van de kans op werk (art. 10a lid 6)",
        "cooperated sufficiently (art. 10a(6))",
    ),
    holder=_JUDGE,
)
unstable_income = yes_no(
    "instabiel_inkomen_door_verrekening",
    ask=(
        "Heeft deze persoon door verrekening maanden met minder dan de norm?",
        "Does settlement leave this person months below the norm?",
    ),
    plain=(
        "u houdt door verrekening soms minder over dan de bijstandsnorm",
        "settlement sometimes leaves you with less than the norm",
    ),
    formal=(
        "instabiliteit in inkomen door inkomstenverrekening (art. 34b lid 1 a)",
        "unstable income because of settlement (art. 34b(1)(a))",
    ),
    holder=_JUDGE,
)
buffer_used = number(
    "bufferbudget_gebruikt",
    ask=(
        "Hoeveel bufferbudget is dit jaar al gebruikt?",
        "How much buffer budget was used this year?",
    ),
    name=("het al gebruikte bufferbudget", "the buffer budget already used"),
    unit=EURO_YEAR,
    holder=_MUNICIPAL,
)

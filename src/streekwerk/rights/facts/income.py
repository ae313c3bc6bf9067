"""Facts about income beside assistance, and what was already disregarded."""

from streekwerk.rights.engine.facts import Holder, Privacy
from streekwerk.rights.facts.making import EURO_MONTH, EURO_YEAR, MONTHS, number
from streekwerk.vocabulary.language import Text

net_earnings = number(
    "netto_inkomsten_per_maand",
    ask=(
        "Hoeveel verdient u per maand met werk, na belasting?",
        "How much do you earn a month from work, after tax?",
    ),
    name=("wat u per maand met werk verdient", "what you earn a month from work"),
    formal=(
        "het inkomen uit arbeid na inhoudingen (art. 31 lid 3)",
        "the income from work after deductions (art. 31(3))",
    ),
    unit=EURO_MONTH,
    source="BUS 31",
    privacy=Privacy.BENEFIT,
    highest=20_000,
)
months_general = number(
    "maanden_vrijlating_25",
    ask=(
        "Hoeveel maanden is de 25%-vrijlating al gebruikt?",
        "For how many months was the 25% disregard already used?",
    ),
    name=(
        "het aantal maanden waarin 25% al is vrijgelaten",
        "the number of months already disregarded at 25%",
    ),
    unit=MONTHS,
    holder=Holder.MUNICIPALITY,
    source="BUS 32",
    privacy=Privacy.BENEFIT,
    highest=240,
)
months_single_parent = number(
    "maanden_vrijlating_alleenstaande_ouder",
    ask=(
        "Hoeveel maanden is de vrijlating voor alleenstaande ouders al gebruikt?",
        "For how many months was the single-parent disregard already used?",
    ),
    name=(
        "het aantal maanden waarin de ouder-vrijlating al liep",
        "the number of months of single-parent disregard already used",
    ),
    unit=MONTHS,
    holder=Holder.MUNICIPALITY,
    privacy=Privacy.BENEFIT,
    highest=240,
)
months_subsidised = number(
    "maanden_vrijlating_lks",
    ask=(
        "Hoeveel maanden is de vrijlating voor werk met loonkostensubsidie al gebruikt?",
        "For how many months was the subsidised-work disregard already used?",
    ),
    name=(
        "het aantal maanden waarin de vrijlating bij loonkostensubsidie al liep",
        "the number of months of subsidised-work disregard already used",
    ),
    unit=MONTHS,
    holder=Holder.MUNICIPALITY,
    privacy=Privacy.BENEFIT,
    highest=240,
)
months_uniform = number(
    "maanden_vrijlating_15",
    ask=(
        "Hoeveel maanden is de 15%-vrijlating (artikel 34a) al gebruikt?",
        "For how many months was the 15% disregard (article 34a) already used?",
    ),
    name=(
        "het aantal maanden waarin 15% al is vrijgelaten",
        "the number of months already disregarded at 15%",
    ),
    unit=MONTHS,
    holder=Holder.MUNICIPALITY,
    privacy=Privacy.BENEFIT,
    highest=240,
)
premiums_this_year = number(
    "premies_dit_jaar",
    ask=(
        "Hoeveel euro aan premies kreeg u dit kalenderjaar al?",
        "How much in premiums did you already receive this calendar year?",
    ),
    name=(
        "het bedrag aan premies dat u dit jaar al kreeg",
        "the sum of premiums already received this year",
    ),
    unit=EURO_YEAR,
    holder=Holder.MUNICIPALITY,
    privacy=Privacy.BENEFIT,
)
number_of_premiums = number(
    "aantal_premies_dit_jaar",
    ask=(
        "Hoe vaak kreeg u dit kalenderjaar al een premie?",
        "How many premiums did you already receive this calendar year?",
    ),
    name=("het aantal premies dit jaar", "the number of premiums this year"),
    unit=Text("keer", "times"),
    holder=Holder.MUNICIPALITY,
    privacy=Privacy.BENEFIT,
    highest=100,
)
applied_disregard = number(
    "toegepaste_vrijlating",
    ask=(
        "Welk bedrag van de inkomsten laat de gemeente vrij?",
        "How much of the earnings does the municipality disregard?",
    ),
    name=("de vrijlating per maand", "the monthly disregard"),
    unit=EURO_MONTH,
    holder=Holder.MUNICIPALITY,
    privacy=Privacy.BENEFIT,
    highest=5_000,
)

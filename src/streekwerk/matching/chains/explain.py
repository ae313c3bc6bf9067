"""Say what a chain means for one employer, in that employer's own terms.

What drives the employer comes first, then money; both sides of it. Nothing is said of who
the job is for, and nothing of what the other employers gain.
"""

from __future__ import annotations

from streekwerk.matching.chains.coalition import Settlement
from streekwerk.matching.chains.job import ChainJob, Share
from streekwerk.matching.chains.robust import Without
from streekwerk.matching.chains.share import Split
from streekwerk.vocabulary.language import Text, number
from streekwerk.vocabulary.motives import Motive

_OWN_TERMS = {
    Motive.STAFF: Text(
        "U komt handen tekort. Deze baan vult bij u {hours} uur in {weeks} weken, met steeds "
        "dezelfde persoon.",
        "You are short of hands. This job fills {hours} hours with you in {weeks} weeks, always "
        "with the same person.",
    ),
    Motive.COST: Text(
        "U wilt kosten in de hand houden. U betaalt alleen de {hours} uur waarin u werk hebt, "
        "niet het hele jaar.",
        "You want a hold on costs. You pay only the {hours} hours in which you have work, not "
        "the whole year.",
    ),
    Motive.QUALITY: Text(
        "U wilt dat uw vakmensen aan hun vak toekomen. Elk jaar komt dezelfde ingewerkte "
        "persoon {hours} uur werk doen, dat zij dan niet hoeven te doen.",
        "You want your skilled people to get to their trade. Every year the same trained person "
        "comes to do {hours} hours of work that they then need not do.",
    ),
    Motive.SOCIAL: Text(
        "U wilt werk bieden aan mensen die moeilijk aan werk komen. Met uw {hours} uur ontstaat "
        "een baan voor het hele jaar, die u alleen niet kon bieden.",
        "You want to offer work to people who find it hard to get. With your {hours} hours a "
        "job for the whole year comes about, which you could not offer alone.",
    ),
    Motive.MARKET: Text(
        "Uw klanten vragen om inclusief of duurzaam werk. Met uw {hours} uur deelt u in een "
        "vaste baan in de streek: dat kunt u laten zien.",
        "Your customers ask for inclusive or sustainable work. With your {hours} hours you share "
        "in a steady job in the region: that is something to show.",
    ),
    Motive.ROOTS: Text(
        "U bent verbonden met de streek. Met uw {hours} uur blijft er een heel jaar werk voor "
        "iemand van hier.",
        "You are rooted in the region. With your {hours} hours there is a whole year of work "
        "for somebody from here.",
    ),
    Motive.INNOVATION: Text(
        "U wilt vernieuwen. Een vaste, ingewerkte kracht in {weeks} weken geeft uw mensen {hours} "
        "uur ruimte.",
        "You want to innovate. A steady, trained worker in {weeks} weeks gives your people "
        "{hours} hours of room.",
    ),
    Motive.CONTINUITY: Text(
        "U wilt dat het werk doorgaat. In uw {weeks} weken met werk komt elk jaar dezelfde "
        "persoon terug, samen {hours} uur.",
        "You want the work to go on. In your {weeks} weeks with work the same person comes back "
        "every year, {hours} hours in all.",
    ),
}
_NO_MOTIVE = Text(
    "Deze baan vult bij u {hours} uur in {weeks} weken.",
    "This job fills {hours} hours with you in {weeks} weeks.",
)


def in_own_terms(share: Share, motive: Motive | None) -> Text:
    """Say what the job does for this employer, from what drives it most."""
    words = _OWN_TERMS[motive] if motive is not None else _NO_MOTIVE
    weeks = str(sum(each > 0 for each in share.half_hours))
    return Text(
        words.nl.format(hours=number(share.hours, "nl"), weeks=weeks),
        words.en.format(hours=number(share.hours, "en"), weeks=weeks),
    )


def in_money(mine: Settlement) -> Text:
    """Say what it brings, what goes to the common purse, and what is left, a year."""
    if mine.pays >= 0:
        nl = (
            f"U draagt {_euros(mine.pays, 'nl')} bij aan de gezamenlijke pot, voor reizen, samen "
            "regelen en wat de anderen toevoegen."
        )
        en = (
            f"You contribute {_euros(mine.pays, 'en')} to the common purse, for travel, planning "
            "together and what the others add."
        )
    else:
        nl = f"U krijgt {_euros(-mine.pays, 'nl')} uit de gezamenlijke pot."
        en = f"You receive {_euros(-mine.pays, 'en')} from the common purse."
    return Text(
        f"Vaste uren zijn u {_euros(mine.gained, 'nl')} per jaar waard. {nl} U houdt "
        f"{_euros(mine.keeps, 'nl')} per jaar over.",
        f"Steady hours are worth {_euros(mine.gained, 'en')} a year to you. {en} You keep "
        f"{_euros(mine.keeps, 'en')} a year.",
    )


def is_stable(split: Split, names: dict[str, str]) -> Text:
    """Say whether anybody would be better off leaving; who would is always named."""
    if not split.grievances:
        return Text(
            "Niemand is zonder de anderen beter af: geen werkgever en geen tweetal verdient "
            "alleen meer dan dit voorstel geeft.",
            "Nobody is better off without the others: no employer and no pair earns more alone "
            "than this proposal gives.",
        )
    worst = split.grievances[0]
    who = [names.get(each, each) for each in worst.members]
    return Text(
        f"{' en '.join(who)} {'verdient' if len(who) == 1 else 'verdienen'} zonder de anderen "
        f"{_euros(round(worst.short), 'nl')} per jaar meer. Bespreek dit voordat u voorstelt: "
        "de verdeling is eerlijk naar wat ieder toevoegt, maar zo niet houdbaar.",
        f"{' and '.join(who)} would earn {_euros(round(worst.short), 'en')} a year more without "
        "the others. Talk about this before you propose: the split is fair by what everybody "
        "adds, but as it is it will not hold.",
    )


def when_gone(one: Without, names: dict[str, str]) -> Text:
    """Say what happens when one employer drops out."""
    name = names.get(one.employer, one.employer)
    nl = f"Valt {name} weg, dan is er in {len(one.weeks)} weken te weinig werk"
    en = f"Without {name} there is too little work in {len(one.weeks)} weeks"
    if one.instead is None:
        return Text(
            f"{nl}. Een vervanger vonden wij niet: de baan houdt dan op.",
            f"{en}. We found no replacement: the job then ends.",
        )
    if not one.new:
        return Text(
            f"{nl}. De anderen kunnen zonder nieuwe werkgever verder.",
            f"{en}. The others can go on without a new employer.",
        )
    new = [names.get(each, each) for each in one.new]
    return Text(
        f"{nl}. Met {' en '.join(new)} erbij kan de baan blijven.",
        f"{en}. With {' and '.join(new)} the job can stay.",
    )


def shape_of(job: ChainJob) -> Text:
    """Say in one line what job it is."""
    low = min(week for week in job.weeks if week) / 2
    high = max(job.weeks) / 2
    nl = f"{job.working_weeks} weken werk per jaar, "
    en = f"{job.working_weeks} weeks of work a year, "
    if low == high:
        return Text(
            f"{nl}{number(low, 'nl')} uur per week", f"{en}{number(low, 'en')} hours a week"
        )
    return Text(
        f"{nl}{number(low, 'nl')} tot {number(high, 'nl')} uur per week, gemiddeld "
        f"{number(job.average, 'nl')}",
        f"{en}{number(low, 'en')} to {number(high, 'en')} hours a week, "
        f"{number(job.average, 'en')} on average",
    )


def _euros(cents: int, language: str) -> str:
    written = number(cents / 100, "nl" if language == "nl" else "en")
    # The sign never stands alone at the end of a line.
    return f"€\u00a0{written}" if language == "nl" else f"€{written}"

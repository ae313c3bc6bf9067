"""Why an action on the work of an employer cannot be done now, in the reader's language."""

from __future__ import annotations

from streekwerk.partners.refusals import Refused
from streekwerk.vocabulary.language import Text

__all__ = ["Refused"]

NO_NAME = Text("Vul een naam in.", "Fill in a name.")
ROLE_THERE = Text(
    "Er is al een functie met deze naam. Geef deze een andere naam.",
    "There is a role of this name already. Give this one another name.",
)
NO_ROLE = Text("Deze functie is er niet meer.", "This role is no longer there.")
NO_TASK = Text("Deze taak is er niet meer.", "This task is no longer there.")
NOTHING_CHOSEN = Text("Kies minstens één taak.", "Choose one task at least.")
NO_TASKS = Text(
    "Schrijf eerst op welk werk er is: minstens één functie met taken.",
    "First write down which work there is: one role with tasks at least.",
)
NOT_DECLARED = Text(
    "Een ontwerp begint met de verklaring dat niemand werk of uren verliest. Zet daar een vinkje "
    "en vul in wie dat verklaart.",
    "A design begins with the declaration that nobody loses work or hours. Tick the box and fill "
    "in who declares so.",
)
CONTRADICTION = Text(
    "Deze grenzen spreken elkaar tegen. Kijk of elk minimum onder het maximum ligt.",
    "These limits contradict each other. See whether every minimum is below its maximum.",
)
NO_GROUP = Text(
    "Kies voor wie het werk te doen moet zijn: minstens één groep.",
    "Choose for whom the work must be doable: one group at least.",
)
UNDER_WAY = Text(
    "Er wordt al gerekend. Wacht tot dat klaar is, of stop het.",
    "A computation is under way. Wait until it is done, or stop it.",
)
NO_REASON = Text(
    "Schrijf in een paar woorden waarom u dit ontwerp kiest.",
    "Write in a few words why you choose this design.",
)
BREAKS_RULES = Text(
    "Dit ontwerp houdt zich nog niet aan alle grenzen. Pas het aan, of kies een ander.",
    "This design does not keep to all limits yet. Change it, or choose another.",
)
EMPTY_DESIGN = Text(
    "Er zit geen werk meer in. Zet minstens één taak in een baan.",
    "There is no work in it any more. Put one task in a job at least.",
)
NOTHING_CHANGED = Text(
    "U hebt niets veranderd ten opzichte van het ontwerp waar u mee begon.",
    "You changed nothing compared with the design you began with.",
)
NO_COUNT_SOURCE = Text(
    "Vul bij een aantal in van welke dag het is en waar het vandaan komt.",
    "With a number, fill in of which day it is and where it comes from.",
)
NOT_CHOSEN = Text("Kies eerst een ontwerp.", "Choose a design first.")
CANNOT_BE = Text(
    "Met deze getallen kan niet worden gerekend. Kijk of ze bij elkaar passen.",
    "These figures cannot be calculated with. See whether they fit together.",
)

DEMAND_THERE = Text(
    "Er is al werk met deze naam. Geef dit een andere naam.",
    "There is work of this name already. Give this another name.",
)
NO_WEEKS = Text(
    "Vul in minstens één week uren in.",
    "Fill in hours in at least one week.",
)
NO_DEMAND = Text(
    "Er is nog geen werk per week bekend van werkgevers met een plaats op de kaart. Vul dat "
    "eerst in.",
    "No work by week is known yet of employers with a place on the map. Fill that in first.",
)
NO_PLACE = Text(
    "Van deze werkgever staat de plaats nog niet op de kaart. Vul eerst de coördinaten in.",
    "The place of this employer is not on the map yet. Fill in the coordinates first.",
)
SEARCH_UNDER_WAY = Text(
    "Er wordt al gezocht. Wacht tot dat klaar is, of stop het.",
    "A search is under way. Wait until it is done, or stop it.",
)
NOT_A_CHAIN = Text(
    "Deze werkgevers kunnen zo geen baan delen. Kijk waarom, en kies anders.",
    "These employers cannot share a job like this. See why, and choose differently.",
)
CHAIN_ENDED = Text(
    "Op dit voorstel kan niet meer worden geantwoord: het is bevestigd, vervangen of gestopt.",
    "This proposal can no longer be answered: it was confirmed, replaced or stopped.",
)
CHAIN_WITHOUT_REASON = Text(
    "Schrijf in een paar woorden waarom, of wat er anders moet.",
    "Write in a few words why, or what has to change.",
)
NOT_ALL_YES = Text(
    "Nog niet iedereen doet mee. Bevestigen kan als alle werkgevers ja hebben gezegd.",
    "Not everybody takes part yet. You can confirm when all employers have said yes.",
)
NO_CHANGES = Text(
    "Geen werkgever vroeg andere voorwaarden. Er is niets om aan te passen.",
    "No employer asked for other terms. There is nothing to change.",
)
VACANCY_ENDED = Text(
    "Deze vacature is niet meer open.",
    "This vacancy is no longer open.",
)

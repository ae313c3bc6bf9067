"""The steps in which an employer redesigns work, with what each asks and leaves behind.

The order follows inclusive redesign of work (inclusief herontwerp van werk), the method that
Maastricht University and UWV developed: F. Zijlstra, H. Mulders and F. Nijhuis, "Inclusieve
organisaties: op weg naar duurzame arbeidsparticipatie" (2012); first support, then analysis,
then redesign, and guidance and evaluation after people have started. The questions are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from streekwerk.vocabulary.language import Text


class StepKey(StrEnum):
    """The eight steps, in order."""

    MISSION = "mission"
    ORGANISATION = "organisation"
    WORK = "work"
    REDESIGN = "redesign"
    CASE = "case"
    PLACEMENT = "placement"
    GUIDANCE = "guidance"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step: what it is for, what to talk about, and what is there when it is done."""

    key: StepKey
    name: Text
    purpose: Text
    questions: tuple[Text, ...]
    leaves: Text


STEPS: tuple[MethodStep, ...] = (
    MethodStep(
        StepKey.MISSION,
        Text("Doel en draagvlak", "Aim and support"),
        Text(
            "De leiding zegt waarom het bedrijf dit wil, en iedereen die ermee te maken krijgt, "
            "weet ervan voordat er iets verandert.",
            "Management says why the business wants this, and everybody whom it touches knows "
            "before anything changes.",
        ),
        (
            Text("Waarom willen wij dit, in één zin?", "Why do we want this, in one sentence?"),
            Text(
                "Wie in de leiding staat ervoor, en wie trekt het?",
                "Who in management stands for it, and who leads it?",
            ),
            Text(
                "Wat vinden de teams en de ondernemingsraad, en wat hebben zij nodig?",
                "What do the teams and the works council think, and what do they need?",
            ),
            Text(
                "Wat beloven wij aan wie er nu werkt?",
                "What do we promise those who work here now?",
            ),
        ),
        Text("Een besluit van de leiding, op papier.", "A decision of management, on paper."),
    ),
    MethodStep(
        StepKey.ORGANISATION,
        Text("Kijken naar de organisatie", "Looking at the organisation"),
        Text(
            "U kijkt waar het werk knelt en waar ruimte is voor ander werk en voor begeleiding.",
            "You look where work is under strain, and where there is room for other work and for "
            "guidance.",
        ),
        (
            Text("Waar blijft werk liggen, en wat kost dat?", "Where is work left, at what cost?"),
            Text(
                "Welke functies zijn moeilijk te vervullen, nu en over drie jaar?",
                "Which roles are hard to fill, now and in three years?",
            ),
            Text(
                "Wie kan begeleiden, hoeveel uur, en heeft die het geleerd?",
                "Who can guide, for how many hours, and did they learn how?",
            ),
            Text(
                "Hoe toegankelijk zijn gebouw, systemen en taal?",
                "How accessible are the building, the systems and the language?",
            ),
        ),
        Text(
            "Een keuze van de afdelingen waar u begint.", "A choice of the departments to start in."
        ),
    ),
    MethodStep(
        StepKey.WORK,
        Text("Het werk op papier", "The work on paper"),
        Text(
            "U schrijft per functie op welke taken er zijn, hoeveel tijd die kosten en wat ze "
            "vragen. Wie het werk doet, kijkt mee.",
            "For each role you write down which tasks there are, how long they take and what they "
            "ask. Those who do the work look along.",
        ),
        (
            Text(
                "Is elke taak bekeken door iemand die het werk doet?",
                "Was every task looked at by somebody who does the work?",
            ),
            Text(
                "Kloppen de uren met hoeveel mensen er zijn?",
                "Do the hours fit how many people there are?",
            ),
            Text("Welke taken zijn de kern van het vak?", "Which tasks are the core of the trade?"),
            Text(
                "Welk werk blijft nu liggen en staat nog niet op de lijst?",
                "Which work is left undone now and is not on the list yet?",
            ),
        ),
        Text(
            "De lijst van functies en taken, bevestigd.", "The list of roles and tasks, confirmed."
        ),
    ),
    MethodStep(
        StepKey.REDESIGN,
        Text("Herontwerp", "Redesign"),
        Text(
            "U bekijkt welke taken samen een goede nieuwe baan maken, en wat de functies van nu "
            "houden. De mensen van nu kiezen mee.",
            "You look which tasks together make a good new job, and what present roles keep. "
            "Those who work here now choose along.",
        ),
        (
            Text(
                "Wat vinden de mensen die taken afgeven van dit ontwerp?",
                "What do those who hand over tasks think of this design?",
            ),
            Text(
                "Houdt iedereen werk dat past en afwisselt?",
                "Does everybody keep work that fits and varies?",
            ),
            Text("Wat leert iemand in de nieuwe baan?", "What does one learn in the new job?"),
            Text("Wat is de volgende stap na een jaar?", "What is the next step after a year?"),
        ),
        Text("Een gekozen ontwerp, met de reden.", "A chosen design, with the reason."),
    ),
    MethodStep(
        StepKey.CASE,
        Text("Kosten en baten", "Costs and benefits"),
        Text(
            "U rekent uit wat het ontwerp kost en brengt, hoe zeker dat is en waarvan het afhangt.",
            "You work out what the design costs and brings, how sure that is and what it depends "
            "on.",
        ),
        (
            Text("Welke aannames kent u beter dan wij?", "Which assumptions do you know better?"),
            Text("Bij welke uitkomst doet u het ook?", "At which outcome would you still do it?"),
            Text(
                "Wat brengt het dat niet in geld staat?", "What does it bring that is not in money?"
            ),
            Text("Wie besluit, en wanneer?", "Who decides, and when?"),
        ),
        Text("Een besluit, met de berekening erbij.", "A decision, with the calculation."),
    ),
    MethodStep(
        StepKey.PLACEMENT,
        Text("Plaatsing", "Placement"),
        Text(
            "U zoekt samen met de regio iemand voor de nieuwe baan. Wat iemand kan en wil gaat "
            "voor; de baan mag nog wat schuiven.",
            "Together with the region you look for somebody for the new job. What somebody can "
            "and wants comes first; the job may still shift a little.",
        ),
        (
            Text("Hoe maken wij kennis, en waar?", "How do we meet, and where?"),
            Text(
                "Welke taken passen bij deze persoon, en welke komen later?",
                "Which tasks fit this person, and which come later?",
            ),
            Text("Welk contract, welk loon, welke uren?", "Which contract, wage and hours?"),
            Text(
                "Wat regelt de gemeente, en wat regelen wij?",
                "What does the municipality arrange, and what do we?",
            ),
        ),
        Text("Een contract en een eerste werkdag.", "A contract and a first working day."),
    ),
    MethodStep(
        StepKey.GUIDANCE,
        Text("Begeleiding", "Guidance"),
        Text(
            "Iemand in het team helpt op weg, met tijd die daarvoor is vrijgemaakt. Ook het team "
            "krijgt hulp.",
            "Somebody in the team helps along, with time set aside for it. The team gets help too.",
        ),
        (
            Text("Wie begeleidt, en hoeveel uur in de week?", "Who guides, how many hours a week?"),
            Text("Wanneer spreken wij elkaar?", "When do we talk?"),
            Text("Wat doen wij als het even niet gaat?", "What do we do when it does not go well?"),
            Text("Wat is de volgende taak om te leren?", "Which task to learn comes next?"),
        ),
        Text("Afspraken over begeleiding.", "Agreements about guidance."),
    ),
    MethodStep(
        StepKey.EVALUATION,
        Text("Terugkijken", "Looking back"),
        Text(
            "Na drie en twaalf maanden kijkt u terug: met wie de baan heeft, met het team en met "
            "de regio.",
            "After three and twelve months you look back: with whoever has the job, with the team "
            "and with the region.",
        ),
        (
            Text(
                "Wat vindt wie de baan heeft ervan?", "What does whoever has the job think of it?"
            ),
            Text("Wat merkt het team?", "What does the team notice?"),
            Text(
                "Klopt de berekening met wat er gebeurde?",
                "Does the calculation fit what happened?",
            ),
            Text("Wat doen wij anders bij de volgende baan?", "What will we change next time?"),
        ),
        Text("Wat wij leerden, met de regio gedeeld.", "What we learned, shared with the region."),
    ),
)
BY_KEY = {step.key.value: step for step in STEPS}

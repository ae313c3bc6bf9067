"""The wage value from main tasks: Besluit loonkostensubsidie 2021, articles 1, 3, 4 and 5."""

from streekwerk.rights.engine.nodes import Quantity, Rounded, all_of, quantity, under, when
from streekwerk.rights.engine.rules import Audience, Decides, Outcome, Rule, Status, Version
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import decisions, main_tasks
from streekwerk.rights.facts.making import PERCENT
from streekwerk.rights.law.sources import BEGIN, decree
from streekwerk.vocabulary.language import Text

_MOST_TASKS = 5
_SMALLEST_SHARE = 100 / 16  # article 1: a main task takes at least 1/16 of the week


def _performance(task: int) -> Quantity:
    """AP = T × K × N × BT of one main task, in per cent; zero when there is no such task."""
    measured = (main_tasks.pace[task] / 100 * (main_tasks.quality[task] / 100)) * (
        main_tasks.net_time[task] / 100 * main_tasks.share[task]
    )
    return when(main_tasks.count >= task + 1, measured, 0)


def _sum(parts: list[Quantity]) -> Quantity:
    total = quantity(0)
    for part in parts:
        total = total + part
    return total


_TOTAL_SHARE = _sum(
    [when(main_tasks.count >= i + 1, main_tasks.share[i], 0) for i in range(_MOST_TASKS)]
)
_LARGE_ENOUGH = [
    (main_tasks.count < i + 1) | (main_tasks.share[i] >= _SMALLEST_SHARE)
    for i in range(_MOST_TASKS)
]

wage_value = Rule(
    key="loonwaarde",
    name=Text("Loonwaarde", "Wage value"),
    summary=words(
        "De loonwaarde is hoeveel van het werk u doet, vergeleken met een gemiddelde werknemer.",
        "The wage value is how much of the work you do, compared with an average employee.",
        "Som van de arbeidsprestaties (T × K × N × BT) over ten hoogste vijf hoofdtaken, in "
        "hele procenten.",
        "Sum of performances (T × K × N × BT) over at most five main tasks, in whole per cents.",
    ),
    decides=Decides.AMOUNT,
    audience=Audience.PERSON,
    status=Status.PARTLY,
    status_note=Text(
        "De eis van 30 minuten per werkdag (art. 1) en de nadere regels van de Regeling LKS "
        "2021 worden "
        "niet uitgerekend; de loonwaardedeskundige toetst die.",
        "The 30 minutes a working day (art. 1) and the details of the Regeling LKS 2021 are not "
        "computed; the wage-value expert checks them.",
    ),
    versions=(
        Version(
            BEGIN,
            (decree("1"), decree("3", "2"), decree("4", "1"), decree("5", "1"), decree("5", "2")),
            all_of(
                under(decisions.wage_subsidy_group, "Pw art. 6 onder g"),
                under(main_tasks.count >= 1, "Besluit LKS art. 5 lid 1"),
                under(main_tasks.count <= _MOST_TASKS, "Besluit LKS art. 5 lid 1"),
                under(main_tasks.norm_overlap >= 60, "Besluit LKS art. 4 lid 1"),
                all_of(
                    *_LARGE_ENOUGH,
                    article="Besluit LKS art. 1 (hoofdtaak)",
                    says=words(
                        "elke hoofdtaak is minstens 1/16 van de werkweek",
                        "every main task is at least 1/16 of the working week",
                    ),
                ),
                all_of(
                    _TOTAL_SHARE > 99.5,
                    _TOTAL_SHARE < 100.5,
                    article="Besluit LKS art. 5 lid 1",
                    says=words(
                        "de hoofdtaken zijn samen 100% van de werktijd",
                        "the main tasks are together 100% of working time",
                    ),
                ),
            ),
            (
                Outcome(
                    "loonwaarde_procent",
                    Text("loonwaarde", "wage value"),
                    PERCENT,
                    Rounded(_sum([_performance(task) for task in range(_MOST_TASKS)])),
                ),
            ),
        ),
    ),
)

RULES = (wage_value,)

"""Facts of a wage-value measurement: at most five main tasks with pace, quality, time, share.

Besluit loonkostensubsidie 2021 art. 5: AP = T × K × N × BT per main task.
"""

from streekwerk.rights.engine.facts import Holder, Number, Privacy
from streekwerk.rights.facts.making import PERCENT, number
from streekwerk.vocabulary.language import Text

_TASKS = Text("hoofdtaken", "main tasks")


def _measure(task: int, key: str, nl: str, en: str) -> Number:
    return number(
        f"taak_{task}_{key}",
        ask=(f"Hoofdtaak {task}: wat is {nl}?", f"Main task {task}: what is {en}?"),
        name=(f"{nl} in hoofdtaak {task}", f"{en} in main task {task}"),
        unit=PERCENT,
        holder=Holder.JUDGEMENT,
        privacy=Privacy.HEALTH,
        highest=200,
    )


count = number(
    "aantal_hoofdtaken",
    ask=("Uit hoeveel hoofdtaken bestaat het werk?", "How many main tasks does the work have?"),
    name=("het aantal hoofdtaken", "the number of main tasks"),
    unit=_TASKS,
    holder=Holder.JUDGEMENT,
    highest=50,
)
norm_overlap = number(
    "overlap_normfunctie",
    ask=(
        "Welk deel van de werktijd komt overeen met de normfunctie?",
        "What share of working time matches the reference job?",
    ),
    name=("de overeenkomst met de normfunctie", "the overlap with the reference job"),
    unit=PERCENT,
    holder=Holder.JUDGEMENT,
    highest=100,
)
pace = tuple(_measure(i, "tempo", "het tempo", "the pace") for i in range(1, 6))
quality = tuple(_measure(i, "kwaliteit", "de kwaliteit", "the quality") for i in range(1, 6))
net_time = tuple(
    _measure(i, "netto_werktijd", "de netto werktijd", "the net time") for i in range(1, 6)
)
share = tuple(
    _measure(i, "bijdrage", "de bijdrage in werktijd", "the share of working time")
    for i in range(1, 6)
)

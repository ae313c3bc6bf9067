"""Short ways to describe a fact, so that the lists of facts read as lists."""

from __future__ import annotations

from streekwerk.rights.engine.facts import Answer, FactSpec, Holder, Number, Option, Privacy, YesNo
from streekwerk.rights.engine.words import Words
from streekwerk.vocabulary.language import Text

HOURS = Text("uur", "hours")
HOURS_WEEK = Text("uur per week", "hours a week")
HOURS_DAY = Text("uur per dag", "hours a day")
MONTHS = Text("maanden", "months")
PERCENT = Text("%", "%")
YEARS = Text("jaar", "years")
EURO = Text("€", "€")
EURO_MONTH = Text("€ per maand", "€ a month")
EURO_YEAR = Text("€ per jaar", "€ a year")


def yes_no(
    key: str,
    *,
    ask: tuple[str, str],
    plain: tuple[str, str],
    formal: tuple[str, str],
    holder: Holder = Holder.PERSON,
    source: str = "",
    privacy: Privacy = Privacy.ORDINARY,
    fixed: bool = False,
) -> YesNo:
    """Describe a yes-or-no fact; each pair of texts is (Dutch, English)."""
    return YesNo(
        FactSpec(
            key=key,
            kind=Answer.YES_NO,
            question=Text(*ask),
            claim=Words(Text(*plain), Text(*formal)),
            holder=holder,
            source=source,
            privacy=privacy,
            fixed=fixed,
        )
    )


def number(  # noqa: PLR0913  (see yes_no)
    key: str,
    *,
    ask: tuple[str, str],
    name: tuple[str, str],
    unit: Text,
    formal: tuple[str, str] | None = None,
    holder: Holder = Holder.PERSON,
    source: str = "",
    privacy: Privacy = Privacy.ORDINARY,
    fixed: bool = False,
    highest: float = 1_000_000.0,
) -> Number:
    """Describe a fact that is a number of at least zero."""
    return Number(
        FactSpec(
            key=key,
            kind=Answer.NUMBER,
            question=Text(*ask),
            claim=Words(Text(*name), Text(*(formal or name))),
            holder=holder,
            source=source,
            privacy=privacy,
            fixed=fixed,
            unit=unit,
            highest=highest,
        )
    )


def day(
    key: str,
    *,
    ask: tuple[str, str],
    name: tuple[str, str],
    holder: Holder = Holder.PERSON,
    source: str = "",
    fixed: bool = True,
) -> Number:
    """Describe a fact that is a date."""
    words = Words(Text(*name), Text(*name))
    return Number(FactSpec(key, Answer.DATE, Text(*ask), words, holder, source=source, fixed=fixed))


def choice(
    key: str,
    *,
    ask: tuple[str, str],
    name: tuple[str, str],
    options: dict[str, tuple[str, str]],
    holder: Holder = Holder.PERSON,
    source: str = "",
) -> Number:
    """Describe a fact that is one of a few answers."""
    words = Words(Text(*name), Text(*name))
    listed = tuple(Option(option, Text(*label)) for option, label in options.items())
    return Number(
        FactSpec(key, Answer.CHOICE, Text(*ask), words, holder, source=source, options=listed)
    )

"""What of earnings beside assistance is not settled: Pw articles 31(2) n, r, y, z, aa and 34a.

From 2027 (Participatiewet in balans) one disregard replaces five. In the tolerance year 2026
municipalities may already widen earning possibilities for people under 27.
"""

from streekwerk.rights.engine.nodes import (
    Condition,
    Quantity,
    all_of,
    any_of,
    smallest,
    under,
    when,
)
from streekwerk.rights.engine.rules import Audience, Decides, Outcome, Rule, Status, Version
from streekwerk.rights.engine.terms import Amount
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, decisions, income, situation, work
from streekwerk.rights.facts.making import EURO_MONTH
from streekwerk.rights.law.sources import BEGIN, END_2026, YEAR_2026, YEAR_2027, pw
from streekwerk.vocabulary.language import Text, join

_ASSISTED = benefits.social_assistance
_EARNS = under(income.net_earnings > 0, "Pw art. 31 lid 2")
_ADULT = under(situation.age >= 27, "Pw art. 31 lid 5")
_HELPS = decisions.helps_towards_work
_GENERAL_USED = income.months_general >= 6
_IN_BALANCE = Text(
    "Vervalt volgens de aankondiging per 1-1-2027 (Participatiewet in balans, fase 3). De "
    "geraadpleegde "
    "tekst van 1-7-2026 bevat art. 34a en 34b al naast de oude vrijlatingen.",
    "Announced to lapse on 1 January 2027 (Participatiewet in balans, phase 3). The text of 1 July "
    "2026 already contains art. 34a and 34b beside the old disregards.",
)


def _disregard(share: float, maximum: Quantity | float) -> Outcome:
    return Outcome(
        "vrijlating",
        Text("niet verrekend per maand", "not settled, a month"),
        EURO_MONTH,
        smallest(income.net_earnings * share, maximum),
    )


_YOUNG = Text(
    "Voor jongeren tot 27 geldt onderdeel n niet (lid 5); of onderdeel z dan toch op zes "
    "maanden moet "
    "wachten, zegt de wet niet. Wij volgen de letter: eerst onderdeel n.",
    "Under 27 part n does not apply (paragraph 5); whether part z must still wait six months "
    "the law "
    "does not say. We follow the letter: part n first.",
)


def _rule(
    key: str, name: Text, plain: tuple[str, str], *versions: Version, note: Text = _IN_BALANCE
) -> Rule:
    return Rule(
        key,
        name,
        words(*plain),
        Decides.ENTITLED,
        Audience.PERSON,
        Status.CONTESTED,
        versions,
        note,
    )


def _until_2027(condition: Condition, outcome: Outcome) -> Version:
    return Version(BEGIN, (pw("31", "2"), pw("31", "5")), condition, (outcome,), END_2026)


_GENERAL = all_of(
    _ASSISTED,
    _EARNS,
    _ADULT,
    under(
        (income.months_general < 6) | situation.pension_age_reached,
        "Pw art. 31 lid 2 n",
        words(
            "u gebruikte deze vrijlating korter dan zes maanden, of u hebt de AOW-leeftijd",
            "you used this disregard for less than six months, or reached pension age",
        ),
    ),
    under(_HELPS | situation.pension_age_reached, "Pw art. 31 lid 2 n"),
)
general = _rule(
    "vrijlating-25-procent",
    Text("25% van uw inkomsten vrij (6 maanden)", "25% of earnings disregarded (6 months)"),
    (
        "Gaat u werken naast bijstand? Dan mag u een half jaar een kwart van uw loon houden.",
        "If you work beside assistance, you may keep a quarter of your pay for half a year.",
    ),
    _until_2027(_GENERAL, _disregard(0.25, Amount("vrijlating.algemeen.maximum"))),
)
limited_hours = _rule(
    "vrijlating-urenbeperkt",
    Text("15% vrij bij een medische urenbeperking", "15% disregarded with limited hours"),
    (
        "Kunt u om medische redenen minder uren werken? Dan mag u 15% van uw loon houden.",
        "If you can work fewer hours for medical reasons, you may keep 15% of your pay.",
    ),
    _until_2027(
        all_of(
            _ASSISTED,
            _EARNS,
            under(situation.limited_hours, "Pw art. 31 lid 2 y"),
            under(
                ~_GENERAL,
                "Pw art. 31 lid 2 y",
                words("de 25%-vrijlating geldt niet", "the 25% does not apply"),
            ),
        ),
        _disregard(0.15, Amount("vrijlating.urenbeperkt.maximum")),
    ),
)
_SUBSIDISED = all_of(
    _ASSISTED,
    _EARNS,
    under(decisions.wage_subsidy_group, "Pw art. 31 lid 2 z"),
    under(work.subsidised, "Pw art. 31 lid 2 z"),
    under(~situation.limited_hours, "Pw art. 31 lid 2 z (tenzij onderdeel y)"),
)
subsidised = _rule(
    "vrijlating-loonkostensubsidie",
    Text("15% vrij bij loonkostensubsidie (12 maanden)", "15% disregarded, subsidised work"),
    (
        "Werkt u met loonkostensubsidie? Dan mag u na de eerste zes maanden een jaar 15% houden.",
        "If you work with a wage-cost subsidy, you may keep 15% for a year after six months.",
    ),
    _until_2027(
        all_of(
            _SUBSIDISED,
            under(_GENERAL_USED, "Pw art. 31 lid 2 z"),
            under(income.months_subsidised < 12, "Pw art. 31 lid 2 z"),
        ),
        _disregard(0.15, Amount("vrijlating.lks.maximum")),
    ),
    note=join([_IN_BALANCE, _YOUNG]),
)
subsidised_longer = _rule(
    "vrijlating-loonkostensubsidie-verlengd",
    Text("15% vrij bij loonkostensubsidie (verlengd)", "15% disregarded, extended"),
    (
        "Kunt u niet meer uren werken? Dan kan de 15% daarna doorlopen.",
        "If you cannot work more hours, the 15% can continue.",
    ),
    _until_2027(
        all_of(
            _SUBSIDISED,
            under(income.months_subsidised >= 12, "Pw art. 31 lid 2 aa"),
            under(decisions.more_hours_impossible, "Pw art. 31 lid 2 aa"),
        ),
        _disregard(0.15, Amount("vrijlating.lks.maximum")),
    ),
)
single_parent = _rule(
    "vrijlating-alleenstaande-ouder",
    Text("12,5% vrij voor alleenstaande ouders", "12.5% disregarded for single parents"),
    (
        "Zorgt u alleen voor een kind tot 12 jaar? Dan mag u na zes maanden 12,5% houden.",
        "If you care alone for a child under 12, you may keep 12.5% after six months.",
    ),
    _until_2027(
        all_of(
            _ASSISTED,
            _EARNS,
            _ADULT,
            under(situation.single_parent, "Pw art. 31 lid 2 r 1°"),
            under(situation.youngest_child_age < 12, "Pw art. 31 lid 2 r 1°"),
            under(_GENERAL_USED, "Pw art. 31 lid 2 r 2°"),
            under(income.months_single_parent < 30, "Pw art. 31 lid 2 r"),
            under(_HELPS, "Pw art. 31 lid 2 r 3°"),
            under(~situation.limited_hours, "Pw art. 31 lid 2 r (tenzij y)"),
            under(~work.subsidised, "Pw art. 31 lid 2 r (tenzij z of aa)"),
        ),
        _disregard(0.125, Amount("vrijlating.alleenstaande_ouder.maximum")),
    ),
)

_UNIFORM = any_of(
    all_of(
        under(~situation.pension_age_reached, "Pw art. 34a lid 1 a"),
        under(_HELPS, "Pw art. 34a lid 1 a"),
        under(
            (income.months_uniform < 12) | decisions.more_hours_impossible,
            "Pw art. 34a lid 1 a en lid 2",
            words(
                "u gebruikte dit korter dan twaalf maanden, of u kunt niet meer uren werken",
                "you used this for less than twelve months, or cannot work more hours",
            ),
        ),
    ),
    under(situation.limited_hours, "Pw art. 34a lid 1 b"),
    under(situation.pension_age_reached, "Pw art. 34a lid 1 c"),
    article="Pw art. 34a lid 1",
)
_UNIFORM_AMOUNT = Outcome(
    "vrijlating",
    Text("niet verrekend per maand", "not settled, a month"),
    EURO_MONTH,
    when(
        situation.pension_age_reached & ~situation.limited_hours,
        smallest(income.net_earnings * 0.25, Amount("vrijlating.aow.maximum")),
        income.net_earnings * 0.15,
    ),
)
uniform = Rule(
    "vrijlating-uniform",
    Text("15% van uw inkomsten vrij (vanaf 2027)", "15% of earnings disregarded (from 2027)"),
    words(
        "Vanaf 2027 mag u twaalf maanden 15% van uw loon houden, zonder maximum.",
        "From 2027 you may keep 15% of your pay for twelve months, without a maximum.",
        "Uniforme vrijlating art. 34a; in 2026 alleen bij vooruitlopend toepassen, onder 27 jaar.",
        "Uniform disregard art. 34a; in 2026 only when applied ahead of the law, under 27.",
    ),
    Decides.ENTITLED,
    Audience.PERSON,
    Status.CONTESTED,
    (
        Version(
            YEAR_2026,
            (pw("34a", "1"), pw("34a", "2")),
            all_of(
                _ASSISTED,
                _EARNS,
                under(situation.age < 27, "gedoogjaar 2026: alleen jonger dan 27"),
                _UNIFORM,
            ),
            (_UNIFORM_AMOUNT,),
            END_2026,
            only_ahead_of_law=True,
        ),
        Version(
            YEAR_2027,
            (pw("34a", "1"), pw("34a", "2"), pw("34a", "3")),
            all_of(_ASSISTED, _EARNS, _UNIFORM),
            (_UNIFORM_AMOUNT,),
        ),
    ),
    Text(
        "Omstreden: de tekst van 1-7-2026 bevat art. 34a al, het ministerie noemt 1-1-2027 en "
        "staat in "
        "2026 alleen verruiming voor jongeren tot 27 toe. Wij volgen het ministerie.",
        "Contested: the text of 1 July 2026 already contains art. 34a; the ministry names 1 "
        "January "
        "2027 and tolerates only wider limits for people under 27 in 2026. We follow the ministry.",
    ),
)

RULES = (general, limited_hours, subsidised, subsidised_longer, single_parent, uniform)

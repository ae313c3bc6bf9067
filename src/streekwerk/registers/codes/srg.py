"""Code lists of the SRG, current (BWBR0031830, annex 2, as of 2026-01-01)."""

from __future__ import annotations

from streekwerk.registers.codes.base import CodeList
from streekwerk.vocabulary.language import Text


class SrgStatistic(CodeList):
    """STATISTIEKCODE (SRG field 3): always 10."""

    SRG = "10", "statistiek re-integratie door gemeenten", "statistics on municipal re-integration"


class WorkCapacity(CodeList):
    """ARBEIDSVERMOGEN (SRG field 11); WML is the statutory minimum wage."""

    BELOW_MINIMUM_WAGE = "10", "onder WML", "below the minimum wage"
    MINIMUM_WAGE_WITH_HELP = "11", "WML of hoger: met hulp", "minimum wage or more, with help"
    MINIMUM_WAGE_ALONE = "20", "WML of hoger: zelfstandig", "minimum wage or more, on their own"
    NOT_AVAILABLE = "30", "(tijdelijk) onbemiddelbaar", "(temporarily) not available for work"
    NOT_YET_KNOWN = "40", "nog niet bekend", "not yet known"


class Goal(CodeList):
    """DOEL INZET VOORZIENINGEN (SRG field 12)."""

    REINTEGRATION = "1", "re-integratie", "re-integration into work"
    PARTICIPATION = "2", "participatie", "participation in society"


class MeasureType(CodeList):
    """TYPE VOORZIENING (SRG field 14)."""

    WAGE_SUBSIDY = (
        "10",
        "loonkostensubsidie o.g.v. de Participatiewet",
        "wage subsidy under the Participation Act",
    )
    FLAT_WAGE_SUBSIDY = "11", "forfaitaire loonkostensubsidie", "flat-rate wage subsidy"
    TEMPORARY_WAGE_SUBSIDY = "12", "tijdelijke loonkostensubsidie", "temporary wage subsidy"
    WIW_ID_JOB = "20", "WIW/ID-baan", "WIW/ID subsidised job"
    SHELTERED_WORK = "21", "beschut werk", "sheltered work"
    PARTICIPATION_PLACE = "22", "participatieplaats", "participation placement"
    TRIAL_PLACEMENT = (
        "23",
        "proefplaatsing t.b.v. loonwaardebepaling",
        "trial placement to determine the wage value",
    )
    OTHER_WORKPLACE = "29", "overige werkplekken", "other workplaces"
    JOB_COACH = "30", "jobcoach/begeleiding op de werkplek", "job coach/guidance at work"
    WORKPLACE_ADAPTATION = "31", "werkplekaanpassing", "workplace adaptation"
    COACHING = (
        "40",
        "coaching naar werk of naar participatie",
        "coaching towards work or participation",
    )
    TRAINING = "42", "training/cursus/opleiding", "training/course/education"
    VOLUNTARY_WORK = "43", "vrijwilligerswerk", "voluntary work"
    SOCIAL_ACTIVATION = "49", "overige sociale activering", "other social activation"
    TRANSPORT = "50", "vervoersvoorziening", "transport provision"
    OTHER_FACILITY = "59", "overige faciliterende voorziening", "other facilitating measure"
    OUTSOURCED_UNKNOWN = "60", "uitbesteed én onbekend", "outsourced and unknown"
    NOT_CLASSIFIED = "98", "niet nader in te delen", "cannot be classified further"

    @property
    def group(self) -> Text:
        """The heading under which the regulation lists this type."""
        return _GROUPS["9" if self.value in {"60", "98"} else self.value[0]]


_GROUPS = {
    "1": Text("financiële compensatie", "financial compensation"),
    "2": Text("werkplekken", "workplaces"),
    "3": Text("ondersteuning op de werkplek", "support at the workplace"),
    "4": Text(
        "voorziening naar werk of naar participatie", "measure towards work or participation"
    ),
    "5": Text("faciliterende voorzieningen", "facilitating measures"),
    "9": Text("anders", "other"),
}

WAGE_SUBSIDIES = frozenset(
    {
        MeasureType.WAGE_SUBSIDY,
        MeasureType.FLAT_WAGE_SUBSIDY,
        MeasureType.TEMPORARY_WAGE_SUBSIDY,
    }
)


class EndReason(CodeList):
    """REDEN BEEINDIGING (SRG field 19)."""

    ADMINISTRATIVE = (
        "1",
        "beëindiging vanwege administratieve aanpassing, voorziening loopt door",
        "administrative change, the measure continues",
    )
    ACTUAL = "2", "werkelijke beëindiging", "really ended"

"""Code lists of the SRG of 2015 and what they become in the current lists.

Source: BWBR0031830, annex 2, text of September 2015. The annex gives no codes
for the participation ladder and the work capacity, only their length.
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.registers.codes.base import CodeList
from streekwerk.registers.codes.srg import EndReason, MeasureType


class MeasureType2015(CodeList):
    """Type voorziening (SRG 2015 field 15)."""

    TEMPORARY_WAGE_SUBSIDY = "01", "tijdelijke loonkostensubsidie", "temporary wage subsidy"
    WIW_ID_JOB = "02", "WIW/ID-baan", "WIW/ID subsidised job"
    PARTICIPATION_PLACE = "03", "participatieplaats", "participation placement"
    WAGE_SUBSIDY = (
        "04",
        "loonkostensubsidie (Participatiewet)",
        "wage subsidy (Participation Act)",
    )
    SHELTERED_WORK = "05", "beschut werk", "sheltered work"
    JOB_COACH = "06", "begeleiding op werkkring/job-coach", "guidance at work/job coach"
    TRANSPORT = "07", "vervoersvoorziening (woon-werk)", "transport provision (commuting)"
    OTHER_FOR_DISABILITY = (
        "08",
        "andere voorzieningen voor arbeidsbeperking",
        "other measures for a work disability",
    )
    OTHER = "99", "overige", "other"


class EndReason2015(CodeList):
    """Reden einde voorziening (SRG 2015 field 18)."""

    COMPLETED = "1", "voorziening is volledig afgerond", "completed"
    STOPPED_EARLY = "2", "voorziening is voortijdig gestopt", "stopped early"
    CIRCUMSTANCES = (
        "3",
        "voorziening gestopt door verhuizen, overlijden, detentie of zwangerschap",
        "stopped because of moving, death, detention or pregnancy",
    )


@dataclass(frozen=True, slots=True)
class CurrentType:
    """The current type of a 2015 type; ``exact`` is false where the old type was broader."""

    type: MeasureType
    exact: bool


# "Overige" (99) held everything without a type of its own in 2015, training and
# coaching too; "andere voorzieningen voor arbeidsbeperking" (08) spreads over two
# current groups. Neither may be given a more precise type than was delivered.
CURRENT_TYPE: dict[MeasureType2015, CurrentType] = {
    MeasureType2015.TEMPORARY_WAGE_SUBSIDY: CurrentType(MeasureType.TEMPORARY_WAGE_SUBSIDY, True),
    MeasureType2015.WIW_ID_JOB: CurrentType(MeasureType.WIW_ID_JOB, True),
    MeasureType2015.PARTICIPATION_PLACE: CurrentType(MeasureType.PARTICIPATION_PLACE, True),
    MeasureType2015.WAGE_SUBSIDY: CurrentType(MeasureType.WAGE_SUBSIDY, True),
    MeasureType2015.SHELTERED_WORK: CurrentType(MeasureType.SHELTERED_WORK, True),
    MeasureType2015.JOB_COACH: CurrentType(MeasureType.JOB_COACH, True),
    MeasureType2015.TRANSPORT: CurrentType(MeasureType.TRANSPORT, True),
    MeasureType2015.OTHER_FOR_DISABILITY: CurrentType(MeasureType.NOT_CLASSIFIED, False),
    MeasureType2015.OTHER: CurrentType(MeasureType.NOT_CLASSIFIED, False),
}

# Every reason of 2015 describes a real end; administrative ends had no code then.
CURRENT_END_REASON: dict[EndReason2015, EndReason] = dict.fromkeys(EndReason2015, EndReason.ACTUAL)

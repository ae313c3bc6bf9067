"""The protocol of a target trial: what is compared, said before anything is counted.

The seven components and the two columns are those of Hernan & Robins (2016), "Using
big data to emulate a target trial", American Journal of Epidemiology 183(8).
"""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.evidence.results.check import Table
from streekwerk.registers.codes import EXITS_TO_WORK, BenefitEndReason, MeasureType
from streekwerk.vocabulary.language import Text

WORK_CODES = tuple(sorted(int(code) for code in EXITS_TO_WORK))
MOVED_CODES = (int(BenefitEndReason.MOVED), int(BenefitEndReason.MOVED_ABROAD))

SUSTAINED_WORK = "sustained_work"
ANY_WORK = "any_work"
MONTHS_OFF = "months_without_benefit"
OUTCOMES = (SUSTAINED_WORK, ANY_WORK, MONTHS_OFF)
"""Outcomes that BUS knows of everybody."""
HOURS = "hours_at_work"
"""Another, where enough hours were delivered from another source."""


@dataclass(frozen=True, slots=True)
class TargetTrialProtocol:
    """One target trial, fixed before outcomes are opened.

    Parameters
    ----------
    measure : SRG code of the measure that starts.
    against : SRG code of the other measure, or None for "not now".
    horizon : months of follow-up; the month of time zero is the first of them.
    sustained_months : whole months off benefit after an exit to work before it counts.
    look_back : months before time zero of which the history is adjusted for; no trial
        starts before that many months have been delivered.
    controls_per_start : how many eligible people who did not start are drawn, in the
        same municipality and month, per person who did.
    """

    measure: str
    against: str | None = None
    horizon: int = 12
    sustained_months: int = 3
    look_back: int = 6
    controls_per_start: int = 5

    def __post_init__(self) -> None:
        if self.measure == self.against:
            raise ValueError(f"measure {self.measure} cannot be compared with itself")
        for code in filter(None, (self.measure, self.against)):
            if code not in set(MeasureType):
                known = ", ".join(sorted(MeasureType))
                raise ValueError(f"{code!r} is not a type of measure of the SRG; known: {known}")
        if self.horizon <= self.sustained_months or self.sustained_months < 1:
            raise ValueError("the follow-up must be longer than what counts as sustained")
        if self.look_back < 1 or self.controls_per_start < 1:
            raise ValueError("look_back and controls_per_start are at least 1")

    @property
    def measure_label(self) -> Text:
        """Name the measure as the regulation does."""
        return MeasureType(self.measure).label

    @property
    def against_label(self) -> Text:
        """Name what it is compared with."""
        if self.against is None:
            return Text("nu niets starten", "start nothing now")
        return MeasureType(self.against).label

    @property
    def title(self) -> Text:
        """Say what is compared, over how long."""
        m, a, h = self.measure_label, self.against_label, self.horizon
        return Text(
            f"{m.nl} tegenover {a.nl}, na {h} maanden",
            f"{m.en} against {a.en}, after {h} months",
        )

    def as_table(self) -> Table:
        """Return the protocol table: component, target trial, emulation."""
        return Table(
            title=Text(f"Protocol: {self.title.nl}", f"Protocol: {self.title.en}"),
            columns=(
                Text("Onderdeel", "Component"),
                Text("De proef die we zouden willen doen", "Target trial"),
                Text("Hoe we die nabootsen", "Emulation"),
            ),
            rows=(
                self._eligibility(),
                self._strategies(),
                self._assignment(),
                self._follow_up(),
                self._outcomes(),
                self._contrast(),
                self._analysis(),
            ),
        )

    def _eligibility(self) -> tuple[Text, Text, Text]:
        m = self.measure_label
        other = "" if self.against is None else f" {MeasureType(self.against).label.nl}"
        other_en = "" if self.against is None else f" or {MeasureType(self.against).label.en}"
        of = f"{m.nl}{' of' if other else ''}{other}"
        return (
            Text("Wie mag meedoen", "Eligibility"),
            Text(
                f"Iedereen met een bijstandsuitkering die vorige maand al liep, zonder lopende "
                f"voorziening {of}",
                f"Everybody on social assistance that already ran last month, without "
                f"{m.en}{other_en} in force",
            ),
            Text(
                f"Hetzelfde, uit BUS en SRG, elke maand opnieuw; pas als {self.look_back} maanden "
                f"geschiedenis zijn geleverd en {self.horizon} maanden vervolg in de gegevens past",
                f"The same, from BUS and SRG, anew every month; once {self.look_back} months of "
                f"history were delivered and {self.horizon} months of follow-up fit the data",
            ),
        )

    def _strategies(self) -> tuple[Text, Text, Text]:
        m, a = self.measure_label, self.against_label
        return (
            Text("Wat wordt vergeleken", "Treatment strategies"),
            Text(
                f"Deze maand starten met {m.nl}, of: {a.nl}. Daarna gewone begeleiding",
                f"Start {m.en} this month, or: {a.en}. Usual guidance afterwards",
            ),
            Text(
                "Hetzelfde. De begindatum in de SRG bepaalt wie startte; er is geen wachttijd: "
                "wie later start, blijft waar hij was ingedeeld",
                "The same. The start date in the SRG decides who started; there is no grace "
                "period: who starts later stays in the arm assigned",
            ),
        )

    def _assignment(self) -> tuple[Text, Text, Text]:
        return (
            Text("Toewijzing", "Assignment"),
            Text("Door het lot, niet blind", "At random, not blinded"),
            Text(
                "Door klantmanager en kandidaat. Aangenomen wordt dat het lot had kunnen beslissen "
                "tussen mensen met dezelfde kenmerken van vóór de start, in dezelfde gemeente en "
                "maand. Of dat zo is, wordt onderzocht en staat op de kaart",
                "By caseworker and candidate. Assumed as good as random among people with the "
                "same traits before the start, in the same municipality and month. Whether that "
                "holds is examined and said on the card",
            ),
        )

    def _follow_up(self) -> tuple[Text, Text, Text]:
        return (
            Text("Begin en duur", "Time zero and follow-up"),
            Text(
                f"Van de maand van toewijzing tot en met {self.horizon} maanden",
                f"From the month of assignment, for {self.horizon} months",
            ),
            Text(
                "Hetzelfde: voor beide groepen begint de klok in dezelfde maand. Wie verhuist, "
                "raakt uit beeld; wie op hem lijkt, telt zwaarder",
                "The same: the clock starts in the same month for both arms. Who moves away is "
                "lost from sight; people like them weigh more",
            ),
        )

    def _outcomes(self) -> tuple[Text, Text, Text]:
        s = self.sustained_months
        what = Text(
            f"Uitstroom naar werk en daarna {s} hele maanden geen uitkering; enig betaald werk; "
            f"aantal maanden zonder uitkering; uren werk per week aan het einde",
            f"Exit to work followed by {s} whole months off benefit; any paid work; number of "
            f"months without benefit; hours of work per week at the end",
        )
        return (
            Text("Uitkomsten", "Outcomes"),
            what,
            Text(
                "Hetzelfde, uit reden beëindiging (11, 13) en inkomsten uit arbeid in de BUS; "
                "uren alleen waar ze van genoeg mensen zijn geleverd, gewogen voor van wie niet",
                "The same, from the reason of ending (11, 13) and earnings from work in BUS; "
                "hours only where delivered of enough people, weighted for those of whom not",
            ),
        )

    def _contrast(self) -> tuple[Text, Text, Text]:
        return (
            Text("Welk verschil", "Causal contrast"),
            Text(
                "Het effect van toewijzing (intention to treat)",
                "The effect of assignment (intention to treat)",
            ),
            Text(
                "Het effect van starten, gemiddeld over wie startte (ATT); elke start telt even "
                "zwaar",
                "The effect of starting, averaged over those who started (ATT); every start "
                "weighs the same",
            ),
        )

    def _analysis(self) -> tuple[Text, Text, Text]:
        k = self.controls_per_start
        drawn = (
            (
                f"Per start {k} niet-starters geloot uit dezelfde gemeente en maand; ",
                f"Per start {k} non-starters drawn from the same municipality and month; ",
            )
            if self.against is None
            else ("", "")
        )
        return (
            Text("Analyse", "Analysis plan"),
            Text("Verschil tussen de groepen", "Difference between the arms"),
            Text(
                f"{drawn[0]}dubbel robuuste schatting met kenmerken van vóór de start; fouten "
                f"geclusterd per persoon; weging voor wie uit beeld raakt",
                f"{drawn[1]}doubly robust estimate with traits from before the start; errors "
                f"clustered by person; weights for those lost from sight",
            ),
        )

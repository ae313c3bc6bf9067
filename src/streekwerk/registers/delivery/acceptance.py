"""Take a delivery whole or refuse it whole."""

from __future__ import annotations

from dataclasses import dataclass

from streekwerk.registers.quality.checks import Severity
from streekwerk.registers.quality.report import QualityReport
from streekwerk.vocabulary.language import Text, number


@dataclass(frozen=True, slots=True)
class Policy:
    """What a user is willing to take in.

    Attributes
    ----------
    accept_errors
        Take a delivery with errors: every row of it, each as far as it can be read.
    most_with_error
        Even then, refuse when more than this share of rows has an error: it is
        probably the wrong file.
    accept_empty
        Take a delivery without rows (a *lege levering*).
    """

    accept_errors: bool = True
    most_with_error: float = 0.5
    accept_empty: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.most_with_error <= 1.0:
            raise ValueError(f"a share lies between 0 and 1, got {self.most_with_error}")


STRICT = Policy(accept_errors=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a delivery is taken in, all of it, and why."""

    accepted: bool
    reason: Text


def accept(report: QualityReport, policy: Policy) -> Decision:
    """Decide on a delivery as a whole.

    There is no third way: rows are never left out one by one, because a delivery
    that is partly in cannot be compared with the one CBS has.
    """
    errors = report.count(Severity.ERROR)
    found = Text(
        f"{number(errors, 'nl')} {'fout' if errors == 1 else 'fouten'}",
        f"{number(errors, 'en')} {'error' if errors == 1 else 'errors'}",
    )
    if report.rows == 0 and not policy.accept_empty:
        return Decision(
            False,
            Text("De levering heeft geen rijen.", "The delivery has no rows."),
        )
    if errors and not policy.accept_errors:
        return Decision(
            False,
            Text(
                f"Geweigerd: {found.nl}, en u neemt geen leveringen met fouten aan.",
                f"Refused: {found.en}, and you take no deliveries with errors.",
            ),
        )
    if report.share_with_error > policy.most_with_error:
        return Decision(
            False,
            Text(
                f"Geweigerd: {report.share_with_error:.0%} van de rijen heeft een fout. "
                "Is dit het goede bestand?",
                f"Refused: {report.share_with_error:.0%} of the rows have an error. "
                "Is this the right file?",
            ),
        )
    return Decision(
        True,
        Text(
            f"Aangenomen: alle {number(report.rows, 'nl')} rijen, met {found.nl}.",
            f"Accepted: all {number(report.rows, 'en')} rows, with {found.en}.",
        ),
    )

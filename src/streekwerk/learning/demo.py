"""What the demo region Middenland starts with: people, one real experiment, published studies.

Everything goes the way a person would go: the same reader, the same actions, the
same seal. Loading twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from streekwerk.accounts.actions import add_demo_person, add_municipality
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.evidence.trial.specification import TrialSpecification
from streekwerk.learning import queries
from streekwerk.learning.actions import opening, preparing
from streekwerk.learning.actions.runs import perform
from streekwerk.learning.actions.studies import load_studies
from streekwerk.learning.library import read_studies
from streekwerk.learning.models import Evaluation, MeasureKind, OutcomeKind, RunState

REGION = "Middenland"
FILE = "nsw-dehejia-wahba.csv"
SEED = 1986
# Ethnicity is in the file and stays out of the comparison, as everywhere in Streekwerk.
SPECIFICATION = {
    "title": {
        "nl": "Begeleid werken: een proef met loting in de VS (NSW)",
        "en": "Supported work: a randomised trial in the US (NSW)",
    },
    "assignment": "randomised",
    "arm": "treat",
    "comparison": "0",
    "arm_labels": {
        "0": {"nl": "geen begeleid werk", "en": "no supported work"},
        "1": {"nl": "begeleid werk", "en": "supported work"},
    },
    "covariates": [
        {"column": "age", "label": {"nl": "leeftijd", "en": "age"}},
        {"column": "educ", "label": {"nl": "jaren onderwijs", "en": "years of schooling"}},
        {"column": "marr", "label": {"nl": "getrouwd", "en": "married"}},
        {"column": "nodegree", "label": {"nl": "zonder diploma", "en": "no diploma"}},
        {"column": "re74", "label": {"nl": "inkomen in 1974", "en": "earnings in 1974"}},
    ],
    "placebos": [
        {
            "column": "re75",
            "label": {"nl": "inkomen in 1975", "en": "earnings in 1975"},
            "unit": {"nl": "dollar per jaar", "en": "dollars a year"},
        }
    ],
    "outcomes": [
        {
            "column": "re78",
            "label": {"nl": "inkomen uit werk in 1978", "en": "earnings in 1978"},
            "unit": {"nl": "dollar per jaar", "en": "dollars a year"},
        }
    ],
}


def load(say: Callable[[str], None] = lambda _line: None) -> None:
    """Load people, published studies and the evaluated experiment; what is there stays."""
    researcher, officer = load_people()
    load_studies(read_studies())
    with acting(Scope.of(researcher)):
        if queries.visible_to(researcher).filter(published_at__isnull=False).exists():
            return
        say("Evaluating the NSW experiment (445 people) …")
        evaluate_experiment(researcher, officer)


def load_people() -> tuple[User, User]:
    """Add the fictitious municipalities and people; return a researcher and an officer."""
    rivierstede, heidelaar = (
        add_municipality(REGION, name, fictitious=True) for name in ("Rivierstede", "Heidelaar")
    )
    researcher = add_demo_person("sanne", "Sanne", "de Wit", Role.RESEARCHER, rivierstede)
    add_demo_person("mehmet", "Mehmet", "Yildiz", Role.RESEARCHER, heidelaar)
    officer = add_demo_person("ria", "Ria", "Postma", Role.DISCLOSURE_OFFICER, rivierstede)
    return researcher, officer


def evaluate_experiment(researcher: User, officer: User) -> Evaluation:
    """Upload, specify, judge, open, compute, save and publish the NSW experiment.

    An evaluation that an earlier load left unfinished is taken up where it stopped.
    """
    evaluation = queries.visible_to(researcher).filter(dataset__name=FILE).first()
    if evaluation is None:
        evaluation = preparing.upload(researcher, FILE, experiment(), seed=SEED)
    if evaluation.specification is None:
        specification = TrialSpecification.from_mapping(SPECIFICATION)
        preparing.specify(
            researcher,
            evaluation,
            specification,
            MeasureKind.WORK_EXPERIENCE,
            OutcomeKind.INCOME,
        )
    _work_off(evaluation)
    opening.open_outcome(researcher, evaluation)
    _work_off(evaluation)
    opening.save(researcher, evaluation)
    opening.ask_publication(researcher, evaluation)
    opening.approve_publication(officer, evaluation)
    return evaluation


def experiment() -> bytes:
    """Return the Dehejia–Wahba sample of the NSW experiment as a CSV file.

    It comes with the PyPI package ``causaldata`` (extra ``demo``).
    """
    from causaldata import nsw_mixtape  # noqa: PLC0415 (an extra; pandas is slow to import)

    table = nsw_mixtape.load_pandas().data.drop(columns="data_id")
    table.insert(0, "person", [f"nsw-{k:03}" for k in range(1, len(table) + 1)])
    csv: str = table.to_csv(index=False)
    return csv.encode()


def _work_off(evaluation: Evaluation) -> None:
    """Do here and now what waits for a worker; a worker that comes later finds it done."""
    for run in evaluation.runs.filter(state=RunState.WAITING).order_by("pk"):
        perform(run.pk)

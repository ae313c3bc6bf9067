"""What the learning loop keeps."""

from streekwerk.learning.models.benefit import MeasureBenefit
from streekwerk.learning.models.card import MeasureCard, Round
from streekwerk.learning.models.dataset import Dataset
from streekwerk.learning.models.evaluation import Evaluation, State
from streekwerk.learning.models.measure import MeasureKind, OutcomeKind
from streekwerk.learning.models.run import Run, RunKind, RunState
from streekwerk.learning.models.study import Study, StudyEstimate

__all__ = [
    "Dataset",
    "Evaluation",
    "MeasureBenefit",
    "MeasureCard",
    "MeasureKind",
    "OutcomeKind",
    "Round",
    "Run",
    "RunKind",
    "RunState",
    "State",
    "Study",
    "StudyEstimate",
]

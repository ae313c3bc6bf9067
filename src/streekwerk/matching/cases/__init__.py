"""Business cases: what new work costs and brings, for whom, and how sure that is. Pure.

>>> from datetime import date
>>> import numpy as np
>>> from streekwerk.matching.cases import *
>>> terms = Setting(start=date(2027, 1, 1), employer_charges=0.22, household=FromAssistance(),
...                 declarations=Declarations(wage_subsidy_group=True, in_register=True))
>>> job = Employment("job", Text("magazijnhulp", "stock hand"),
...                  Job(date(2027, 1, 1), 24, 36, 15.50, 0.22), terms.declarations,
...                  terms.household, guidance=Believed.by_employer(Pert(1, 2, 4)))
>>> model = case_of_job(job, Beliefs.about(WageValueBelief(40, 60, 80)), terms)
>>> fixed = calculate(model).statements[Account.SOCIETY]      # to the cent, at the medians
>>> found = simulate(model, np.random.default_rng(1))         # 10,000 draws
>>> found.interval(Account.EMPLOYER).low < found.interval(Account.EMPLOYER).high
True
>>> break_even(model, Account.EMPLOYER, "wage_value").verdict is Verdict.NEVER
True

``case_of_design(design, inventory, groups, rules, beliefs, terms)`` does the same for a
carved design. Every result comes from one list of formulas (``CaseModel``).
"""

from streekwerk.matching.cases.accounts import Account, Flow
from streekwerk.matching.cases.assistance import FromAssistance
from streekwerk.matching.cases.beliefs import Beliefs, Believed, discount_rate
from streekwerk.matching.cases.breakeven import BreakEven, Verdict, break_even
from streekwerk.matching.cases.carved import Setting, case_of_design, case_of_job
from streekwerk.matching.cases.distributions import (
    Distribution,
    Empirical,
    Fixed,
    Pert,
    Scenarios,
    Triangular,
    TruncatedNormal,
)
from streekwerk.matching.cases.employment import Employment
from streekwerk.matching.cases.inputs import Input, Origin, Unit
from streekwerk.matching.cases.model import CaseModel, Correlation
from streekwerk.matching.cases.simulation import Payback, Simulation, simulate
from streekwerk.matching.cases.statement import Calculation, Line, Statement, calculate
from streekwerk.matching.cases.tornado import Bar, tornado
from streekwerk.rights.finance import Declarations, Extras, Interval, Job, WageValueBelief
from streekwerk.vocabulary.language import Text

__all__ = [
    "Account",
    "Bar",
    "Beliefs",
    "Believed",
    "BreakEven",
    "Calculation",
    "CaseModel",
    "Correlation",
    "Declarations",
    "Distribution",
    "Empirical",
    "Employment",
    "Extras",
    "Fixed",
    "Flow",
    "FromAssistance",
    "Input",
    "Interval",
    "Job",
    "Line",
    "Origin",
    "Payback",
    "Pert",
    "Scenarios",
    "Setting",
    "Simulation",
    "Statement",
    "Text",
    "Triangular",
    "TruncatedNormal",
    "Unit",
    "Verdict",
    "WageValueBelief",
    "break_even",
    "calculate",
    "case_of_design",
    "case_of_job",
    "discount_rate",
    "simulate",
    "tornado",
]

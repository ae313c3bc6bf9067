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
carved design, ``case_of_reshoring`` and ``case_of_product`` for making things in the region.
``outcome = work_out(model, rng)`` gives all of it together (with tornado and break-even
questions), ``verdict(outcome, account)`` says it, ``workbook(outcome, "nl")`` is the Excel
file with live formulas, and ``streekwerk.reports.case.case_pdf`` the report. Every result
comes from one list of formulas (``CaseModel``).
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
from streekwerk.matching.cases.outcome import Outcome, work_out
from streekwerk.matching.cases.product import Offer, case_of_product
from streekwerk.matching.cases.reshoring import Abroad, Region, Shared, case_of_reshoring
from streekwerk.matching.cases.simulation import Payback, Simulation, simulate
from streekwerk.matching.cases.statement import Calculation, Line, Statement, calculate
from streekwerk.matching.cases.team import Crew
from streekwerk.matching.cases.tornado import Bar, tornado
from streekwerk.matching.cases.words import payback_words, verdict, whom
from streekwerk.matching.cases.workbook import workbook
from streekwerk.rights.finance import Declarations, Extras, Interval, Job, WageValueBelief
from streekwerk.vocabulary.language import Text

__all__ = [
    "Abroad",
    "Account",
    "Bar",
    "Beliefs",
    "Believed",
    "BreakEven",
    "Calculation",
    "CaseModel",
    "Correlation",
    "Crew",
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
    "Offer",
    "Origin",
    "Outcome",
    "Payback",
    "Pert",
    "Region",
    "Scenarios",
    "Setting",
    "Shared",
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
    "case_of_product",
    "case_of_reshoring",
    "discount_rate",
    "payback_words",
    "simulate",
    "tornado",
    "verdict",
    "whom",
    "work_out",
    "workbook",
]

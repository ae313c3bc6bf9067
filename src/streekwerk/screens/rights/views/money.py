"""What it means in money: for an employer, and for somebody who starts to work.

Nothing is stored and no answer stands in an address: the form is posted and answered.
"""

from __future__ import annotations

import numpy as np
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from streekwerk.bylaws import queries
from streekwerk.rights import new_case
from streekwerk.rights.finance import employer_picture, over_hours, person_picture
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights import conversation as kept
from streekwerk.screens.rights import pictures
from streekwerk.screens.rights.employer_form import EmployerForm
from streekwerk.screens.rights.income_form import IncomeForm
from streekwerk.screens.rights.section import section

form_page = require_http_methods(["GET", "POST"])
# The same question gets the same answer: the draws of an uncertain wage value start here.
SEED = 20260701
HOURS = (0, 4, 8, 12, 16, 20, 24, 28, 32, 36)


@never_cache
@form_page
def employer(request: HttpRequest) -> HttpResponse:
    """Show what a job costs and brings, from a declaration and never from a benefit."""
    form = EmployerForm(request.POST or None)
    context = section(request, "employer") | {"form": form}
    if form.is_valid():
        job, language = form.job(), reader_language()
        picture = employer_picture(
            job.start,
            job,
            form.declarations(),
            form.wage_value(),
            np.random.default_rng(SEED),
            extras=form.extras(),
            municipality=queries.municipality_on(request.user, job.start),
        )
        context |= {
            "picture": picture,
            "net_month": picture.net_month.said(language),
            "net_year": picture.net_year.said(language),
            "work": picture.work_done_month.said(language),
            "figure": pictures.employer_figure(picture, language),
            "readings": pictures.readings_figure(picture, language),
            "readings_table": pictures.readings_table(picture, language),
            "table": pictures.employer_table(picture, language),
        }
    return render(request, "rights/employer.html", context, status=422 if form.errors else 200)


@never_cache
@form_page
def income(request: HttpRequest) -> HttpResponse:
    """Show what working some hours does to income and assistance."""
    going_on = kept.read(request)
    form = IncomeForm(request.POST or None, known=going_on.given if going_on else None)
    context = section(request, "income") | {"form": form}
    if form.is_valid():
        context |= _income(request, form)
    return render(request, "rights/income.html", context, status=422 if form.errors else 200)


def _income(request: HttpRequest, form: IncomeForm) -> dict[str, object]:
    day, language, pay = form.cleaned_data["day"], reader_language(), form.pay()
    case = new_case(day, form.facts(), queries.municipality_on(request.user, day))
    chosen = person_picture(case, pay)
    hours = sorted({*map(float, HOURS), pay.hours_per_week})
    row = over_hours(case, pay, hours)
    return {
        "form": IncomeForm(request.POST, further=chosen.questions),
        "picture": chosen,
        "total": chosen.total.said(language),
        "without": chosen.without_work,
        "gain": chosen.gain.said(language) if chosen.gain else None,
        "reason": chosen.supplement.reason("plain"),
        "other_reading": pictures.said(chosen.assistance_other_reading, language),
        "bars": pictures.income_bars(row, language),
        "lines": pictures.income_lines(row, language),
        "table": pictures.income_table(row, language),
    }

"""Addresses of what the law gives. No answer of anybody ever stands in one."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.rights.views import assistant, catalogue, money, municipality

app_name = "rights"
urlpatterns = [
    path("", catalogue.catalogue, name="catalogue"),
    path("regel/<slug:key>/", catalogue.rule, name="rule"),
    path("rekenhulp/", assistant.start, name="start"),
    path("rekenhulp/vraag/", assistant.question, name="question"),
    path("rekenhulp/vraag/<slug:key>/", assistant.question, name="change"),
    path("rekenhulp/uitkomst/", assistant.outcome, name="outcome"),
    path("rekenhulp/uitkomst.pdf", assistant.paper, name="paper"),
    path("rekenhulp/wissen/", assistant.erase, name="erase"),
    path("werkgever/", money.employer, name="employer"),
    path("inkomen/", money.income, name="income"),
    path("gemeente/", municipality.terms, name="terms"),
    path("gemeente/<slug:key>/", municipality.decide, name="decide"),
]

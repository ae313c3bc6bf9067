"""Addresses of options and decision, below those of the person."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.caseworker.options.views import decisions, options

urlpatterns = [
    path("", options.overview, name="options"),
    path("antwoord/", options.answer, name="answer-question"),
    path("naast-elkaar/", options.compare, name="compare-options"),
    path("kiezen/", decisions.choose, name="choose"),
    path("bezwaar/", decisions.objection, name="objection"),
    path("bezwaar/<uuid:objection_id>/", decisions.answer_one, name="answer-objection"),
    path("plan.pdf", decisions.plan_on_paper, name="plan-pdf"),
    path("keuze/<uuid:decision_id>/", decisions.one, name="decision"),
    path("keuze/<uuid:decision_id>/besluit.pdf", decisions.record_on_paper, name="decision-pdf"),
    path("advies/<uuid:advice_id>/", options.stored, name="stored-advice"),
    path("stap/<slug:key>/", options.option, name="option"),
]

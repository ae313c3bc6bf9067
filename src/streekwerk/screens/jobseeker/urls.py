"""Addresses of the portal. None holds who it is about: that is whoever signed in."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from streekwerk.screens.jobseeker.views import (
    asking,
    details,
    options,
    plan,
    questions,
    rights,
    start,
)

app_name = "jobseeker"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", start.overview, name="start"),
    path("verhaal/", start.story, name="story"),
    path("wensen/", details.wishes, name="wishes"),
    path("gegevens/", details.overview, name="details"),
    path("gegevens/aanvullen/", details.complete, name="complete"),
    path("gegevens/<str:key>/", details.field, name="field"),
    path("gegevens/<str:key>/verbeteren/", details.correction, name="correction"),
    path("vragen/", questions.overview, name="questions"),
    path("vragen/klaar/", questions.finish, name="finish-questions"),
    path("vragen/later/", questions.later, name="later"),
    path("vragen/over/<slug:theme>/", questions.subject, name="subject"),
    path("plan/", plan.overview, name="plan"),
    path("plan/plan.pdf", plan.on_paper, name="plan-pdf"),
    path("plan/stap/<uuid:step_id>/", plan.step, name="step"),
    path("mogelijkheden/", options.overview, name="options"),
    path("mogelijkheden/opnieuw/", options.again, name="ask-advice"),
    path("mogelijkheden/keuze/<uuid:decision_id>/", options.decision, name="decision"),
    path(
        "mogelijkheden/keuze/<uuid:decision_id>/besluit.pdf",
        options.decision_on_paper,
        name="decision-pdf",
    ),
    path("mogelijkheden/stap/<slug:key>/", options.option, name="option"),
    path("rechten/", rights.overview, name="rights"),
    path("rechten/wie-keek/", rights.looks, name="looks"),
    path("rechten/toestemming/", rights.consents, name="consents"),
    path("rechten/evaluaties/", rights.use, name="use"),
    path("rechten/bewaren/", rights.keeping, name="keeping"),
    path("rechten/alles/", rights.everything, name="everything"),
    path("rechten/alles.json", rights.as_json, name="everything-json"),
    path("rechten/alles.pdf", rights.as_pdf, name="everything-pdf"),
    path("rechten/niet-eens/", asking.disagree, name="disagree"),
    path("rechten/niet-eens/<uuid:objection_id>/", asking.receipt, name="receipt"),
    path("rechten/vragen/", asking.overview, name="asked"),
    path("rechten/vragen/stellen/", asking.ask, name="ask"),
    path("rechten/wissen/", asking.erase, name="erase"),
    path("rechten/vragen/<uuid:request_id>/", asking.one_request, name="request"),
]

"""Addresses of the caseworker's screens. A person is an opaque id, never a name or number."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from streekwerk.screens.caseworker.views import (
    caseload,
    development,
    fields,
    intake,
    outcomes,
    person,
    plan,
    talk,
    today,
)

app_name = "caseworker"
of_person: list[URLPattern | URLResolver] = [
    path("", person.overview, name="person"),
    path("reden/", caseload.reason, name="reason"),
    path("overdragen/", person.assign, name="assign"),
    path("tijdlijn/", person.timeline_page, name="timeline"),
    path("gegevens/", fields.file, name="file"),
    path("gegevens/vragen/", fields.ask, name="ask"),
    path("gegevens/<str:key>/", fields.field, name="field"),
    path("ontwikkeling/", development.overview, name="development"),
    path("doel/", plan.goal, name="goal"),
    path("plan/", plan.overview, name="plan"),
    path("plan/stap/", plan.new_step, name="new-step"),
    path("plan/stap/<uuid:step_id>/", plan.step, name="step"),
    path("plan/stap/<uuid:step_id>/uitkomst/", outcomes.step_outcome, name="step-outcome"),
    path("hoe-gaat-het/", outcomes.follow_up, name="follow-up"),
    path("plan/terugkijken/", plan.look_back, name="look-back"),
    path("gesprek/", talk.begin, name="begin-conversation"),
    path("gesprek/<uuid:talk_id>/", talk.whole, name="conversation"),
    path("gesprek/<uuid:talk_id>/afronden/", talk.round_off, name="round-off"),
    path("gesprek/<uuid:talk_id>/<slug:part>/", talk.part, name="talk"),
    path("mijn/", include("streekwerk.screens.caseworker.portal.urls")),
    path("mogelijkheden/", include("streekwerk.screens.caseworker.options.urls")),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", caseload.overview, name="caseload"),
    path("vandaag/", today.overview, name="today"),
    path("nieuw/", intake.new, name="intake"),
    path("uit-het-register/", intake.register, name="register"),
    path("zoeken/", caseload.find, name="find"),
    path("<uuid:public_id>/", include(of_person)),
]

"""Addresses under /account/: one's own account, and who has access."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from streekwerk.screens.account.views import (
    entrance,
    invitations,
    keeping,
    own,
    people,
    second_factor,
)

app_name = "account"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", own.own, name="own"),
    path("gegevens/", own.details, name="details"),
    path("sessies/<slug:name>/stop/", own.end_session, name="end-session"),
    path("sessies/stop-andere/", own.end_others, name="end-others"),
    path("tweede-stap/", second_factor.choose, name="second-factor"),
    path("bewaard/", entrance.kept, name="kept"),
    path("mensen/", people.overview, name="people"),
    path("mensen/lijst.xlsx", people.export, name="export"),
    path("mensen/<uuid:person>/", people.one, name="person"),
    path("mensen/<uuid:person>/rol/", people.role, name="role"),
    path("mensen/<uuid:person>/bevestig/", people.confirm, name="confirm"),
    path("mensen/<uuid:person>/aan-of-uit/", people.switch, name="switch"),
    path("mensen/<uuid:person>/sessies/", people.end_sessions, name="end-sessions"),
    path("mensen/<uuid:person>/tweede-stap/", people.reset_second_factor, name="reset-factor"),
    path("mensen/<uuid:person>/wachtwoord/", people.password_link, name="password-link"),
    path("bewaren/", keeping.overview, name="keeping"),
    path("bewaren/termijn/", keeping.term, name="term"),
    path("bewaren/voorstel/", keeping.propose, name="propose-destruction"),
    path("bewaren/<uuid:destruction>/", keeping.decide, name="decide-keeping"),
    path("bewaren/<uuid:destruction>/vernietig/", keeping.destroy, name="destroy-file"),
    path("uitnodigingen/", invitations.overview, name="invitations"),
    path("uitnodigingen/nieuw/", invitations.make, name="invite"),
    path("uitnodigingen/<uuid:invitation>/opnieuw/", invitations.again, name="resend"),
    path("uitnodigingen/<uuid:invitation>/intrekken/", invitations.take_back, name="withdraw"),
]

"""Addresses of the deliveries."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.deliveries.views import (
    deciding,
    explaining,
    overview,
    report,
    setting_up,
    sources,
)

app_name = "deliveries"
urlpatterns = [
    path("", overview.deliveries, name="overview"),
    path("lever/", overview.deliver, name="deliver"),
    path("bezig/", overview.busy, name="busy"),
    path("neem-alles-aan/", deciding.accept_all, name="accept-all"),
    path("instellen/", setting_up.set_up, name="set-up"),
    path("instellen/<str:code>/doe-mee/", setting_up.join, name="join-region"),
    path("instellen/<str:code>/stop/", setting_up.leave, name="leave-region"),
    path("bronnen/", sources.sources, name="sources"),
    path("bronnen/<int:pk>/", sources.source, name="source"),
    path("bronnen/<int:pk>/trek-in/", sources.withdraw, name="withdraw-source"),
    path("<uuid:public_id>/kolommen/", explaining.explain, name="explain"),
    path("<uuid:public_id>/gemeente/", explaining.whose, name="whose"),
    path("<uuid:public_id>/kolommen/waarden/", explaining.values, name="explain-values"),
    path("<uuid:public_id>/niet-gebruiken/", explaining.set_aside, name="set-aside"),
    path("<uuid:public_id>/", report.report, name="report"),
    path("<uuid:public_id>/neem-aan/", deciding.accept, name="accept"),
    path("<uuid:public_id>/weiger/", deciding.refuse, name="refuse"),
    path("<uuid:public_id>/maak-ongedaan/", deciding.withdraw, name="withdraw"),
    path("<uuid:public_id>/zet-terug/", deciding.restore, name="restore"),
]

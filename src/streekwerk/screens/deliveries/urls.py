"""Addresses of the deliveries."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.deliveries.views import deciding, overview, report

app_name = "deliveries"
urlpatterns = [
    path("", overview.deliveries, name="overview"),
    path("lever/", overview.deliver, name="deliver"),
    path("bezig/", overview.busy, name="busy"),
    path("neem-alles-aan/", deciding.accept_all, name="accept-all"),
    path("<uuid:public_id>/", report.report, name="report"),
    path("<uuid:public_id>/neem-aan/", deciding.accept, name="accept"),
    path("<uuid:public_id>/weiger/", deciding.refuse, name="refuse"),
    path("<uuid:public_id>/maak-ongedaan/", deciding.withdraw, name="withdraw"),
    path("<uuid:public_id>/zet-terug/", deciding.restore, name="restore"),
]

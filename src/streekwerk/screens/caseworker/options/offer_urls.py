"""Addresses of the offers."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.caseworker.options.views import offers

app_name = "offers"
urlpatterns = [
    path("", offers.overview, name="overview"),
    path("nieuw/", offers.new, name="new"),
    path("advies/", offers.switch, name="switch"),
    path("<uuid:offer_id>/", offers.change, name="change"),
    path("<uuid:offer_id>/sluiten/", offers.close, name="close"),
]

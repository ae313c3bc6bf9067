"""Addresses of the evidence cards."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.cards.views import one, overview

app_name = "cards"
urlpatterns = [
    path("", overview.cards, name="overview"),
    path("reken/", overview.compute, name="compute"),
    path("vergelijk/", overview.compare, name="compare"),
    path("bezig/", overview.busy, name="busy"),
    path("<uuid:public_id>/<str:measure>/", one.card, name="card"),
    path("<uuid:public_id>/<str:measure>/tegenover/<str:against>/", one.card, name="comparison"),
]

"""Addresses of chains, work by week and vacancies; everything is an opaque id."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from streekwerk.screens.chains.views import (
    answering,
    by_hand,
    demand,
    overview,
    proposal,
    searching,
    vacancies,
)

app_name = "chains"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", overview.overview, name="overview"),
    path("zoeken/", searching.searches, name="searches"),
    path("zoeken/<uuid:search_id>/", searching.search, name="search"),
    path("zoeken/<uuid:search_id>/stop/", searching.stop, name="search-stop"),
    path("zoeken/<uuid:search_id>/<int:number>/", searching.found, name="found"),
    path("zelf/", by_hand.by_hand, name="by-hand"),
    path("voorstel/<uuid:proposal_id>/", proposal.proposal, name="proposal"),
    path("voorstel/<uuid:proposal_id>/bevestigen/", proposal.confirming, name="confirm"),
    path("voorstel/<uuid:proposal_id>/nieuwe-versie/", proposal.again, name="again"),
    path("voorstel/<uuid:proposal_id>/intrekken/", proposal.taking_back, name="withdraw"),
    path("voor-ons/", answering.own, name="own"),
    path("voor-ons/<uuid:member_id>/", answering.part, name="part"),
    path("werk/", demand.own, name="own-demand"),
    path("werk/<uuid:public_id>/", demand.overview, name="demand"),
    path("werk/<uuid:public_id>/nieuw/", demand.new, name="demand-new"),
    path("werk/<uuid:public_id>/excel/", demand.upload, name="demand-upload"),
    path("werk/<uuid:public_id>/excel/bestand/", demand.template, name="demand-file"),
    path("werk/<uuid:public_id>/<uuid:demand_id>/", demand.change, name="demand-change"),
    path("werk/<uuid:public_id>/<uuid:demand_id>/weg/", demand.remove, name="demand-remove"),
    path("vacatures/", vacancies.overview, name="vacancies"),
    path("vacatures/<uuid:vacancy_id>/", vacancies.vacancy, name="vacancy"),
    path("vacatures/<uuid:vacancy_id>/einde/", vacancies.end, name="vacancy-end"),
]

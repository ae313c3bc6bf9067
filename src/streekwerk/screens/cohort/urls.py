"""Addresses of the cohort."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.cohort import views

app_name = "cohort"
urlpatterns = [
    path("", views.cohort, name="overview"),
    path("arbeidsmarkt.<str:kind>", views.market_template, name="market-template"),
]

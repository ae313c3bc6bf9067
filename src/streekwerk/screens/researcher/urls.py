"""Addresses of the researcher's screens."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.researcher.views import deciding, overview, preparing, reading

app_name = "researcher"
urlpatterns = [
    path("", overview.evaluations, name="evaluations"),
    path("nieuw/", preparing.upload, name="upload"),
    path("<uuid:public_id>/", overview.evaluation, name="evaluation"),
    path("<uuid:public_id>/kolommen/", preparing.parts, name="parts"),
    path("<uuid:public_id>/vergelijking/", preparing.comparison, name="comparison"),
    path("<uuid:public_id>/opzet/", reading.design, name="design"),
    path("<uuid:public_id>/voortgang/", reading.progress, name="progress"),
    path("<uuid:public_id>/uitkomst/", reading.result, name="result"),
    path("<uuid:public_id>/uitkomst.<str:form>", reading.download, name="download"),
    path("<uuid:public_id>/openen/", deciding.open_outcome, name="open"),
    path("<uuid:public_id>/opnieuw/", deciding.try_again, name="try-again"),
    path("<uuid:public_id>/bewaren/", deciding.save, name="save"),
    path("<uuid:public_id>/publicatie-vragen/", deciding.ask_publication, name="ask-publication"),
    path("<uuid:public_id>/publiceren/", deciding.approve_publication, name="publish"),
]

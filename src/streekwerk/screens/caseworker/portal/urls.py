"""Addresses, below those of the person."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.caseworker.portal import views

urlpatterns = [
    path("uitnodigen/", views.invite, name="invite"),
    path("vragen/", views.requests, name="requests"),
    path("vragen/<uuid:request_id>/", views.answer, name="answer-request"),
]

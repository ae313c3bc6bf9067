"""Addresses of what everybody may read."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.public import views

app_name = "public"
urlpatterns = [
    path("", views.what_works, name="what-works"),
    path("onderzoek/<slug:slug>/", views.study, name="study"),
    path("evaluatie/<uuid:public_id>/", views.evaluation, name="evaluation"),
]

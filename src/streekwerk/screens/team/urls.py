"""Addresses of these screens. None of them names a colleague: own figures are one's own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from streekwerk.screens.team import views

app_name = "team"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.team, name="team"),
    path("mijn-mensen/", views.own, name="own"),
    path("besproken/", views.reflect, name="reflect"),
    path("afspraak/", views.agree_on, name="agree"),
    path("afspraak/<uuid:public_id>/", views.done, name="done"),
    path("ritme/", views.rhythm, name="rhythm"),
    path("naar-het-leren/", views.learning, name="learning"),
]

"""Addresses of these screens."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

app_name = "caseworker"
urlpatterns: list[URLPattern | URLResolver] = [
    path(
        "<uuid:public_id>/mogelijkheden/",
        include("streekwerk.screens.caseworker.options.urls"),
    ),
]

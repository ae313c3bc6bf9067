"""Addresses of these screens."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "team"
urlpatterns: list[URLPattern | URLResolver] = []

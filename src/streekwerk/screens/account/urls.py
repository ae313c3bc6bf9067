"""Addresses of these screens."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "account"
urlpatterns: list[URLPattern | URLResolver] = []

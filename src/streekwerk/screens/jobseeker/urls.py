"""Addresses of these screens."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "jobseeker"
urlpatterns: list[URLPattern | URLResolver] = []

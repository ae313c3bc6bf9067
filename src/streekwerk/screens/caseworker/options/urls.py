"""Addresses of options and decision, below those of the person."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

"""The employer's own file: the same pages as the adviser's, about itself."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from streekwerk.screens.partner_file import own
from streekwerk.screens.partner_file.paths import shared

app_name = own.NAMESPACE
urlpatterns: list[URLPattern | URLResolver] = [
    path("", own.overview, name="employer"),
    *shared(own.opened),
]

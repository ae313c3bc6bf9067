"""The address of the public example."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.employer.views import example

app_name = "example"
urlpatterns = [path("", example.kitchen, name="kitchen")]

"""Addresses of the start page, the demo region's people and the language."""

from __future__ import annotations

from django.urls import path

from streekwerk.screens.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("wie-bent-u/", views.who_are_you, name="who-are-you"),
    path("taal/", views.set_language, name="set_language"),
    path("gezond/", views.healthy, name="healthy"),
]

"""Addresses of the start page, signing in and the language."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from streekwerk.screens.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path(
        "inloggen/",
        LoginView.as_view(template_name="home/login.html", redirect_authenticated_user=True),
        name="login",
    ),
    path("uitloggen/", LogoutView.as_view(), name="logout"),
    path("wie-bent-u/", views.who_are_you, name="who-are-you"),
    path("taal/", views.set_language, name="set_language"),
    path("gezond/", views.healthy, name="healthy"),
]

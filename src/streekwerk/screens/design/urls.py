"""Addresses of the style guide, to be included under ``ontwerp/``."""

from __future__ import annotations

from django.urls import path, re_path

from streekwerk.screens.design import views

app_name = "design"

urlpatterns = [
    path("", views.guide, name="guide"),
    path("formulieren/", views.guide_forms, name="guide-forms"),
    path("grafieken/", views.guide_charts, name="guide-charts"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    re_path(r"^fout/(?P<code>403|404|500)/$", views.error_page, name="error-page"),
]

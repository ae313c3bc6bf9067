"""Addresses of an employer's work. An employer and everything of it is an opaque id."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from streekwerk.screens.employer.views import (
    case,
    designs,
    files,
    groups,
    library,
    method,
    redesign,
    start,
    work,
)

app_name = "employer"
of_employer: list[URLPattern | URLResolver] = [
    path("", start.start, name="start"),
    path("werk/", work.overview, name="work"),
    path("werk/functie/", work.add_role, name="add-role"),
    path("werk/functie/<uuid:key>/", work.role, name="role"),
    path("werk/functie/<uuid:key>/weg/", work.remove_role, name="remove-role"),
    path("werk/functie/<uuid:key>/taak/", work.add_task, name="add-task"),
    path("werk/functie/<uuid:key>/gewone-taken/", library.library, name="library"),
    path("werk/taak/<uuid:key>/", work.task, name="task"),
    path("werk/taak/<uuid:key>/nog-een/", work.copy_task, name="copy-task"),
    path("werk/taak/<uuid:key>/weg/", work.remove_task, name="remove-task"),
    path("werk/bevestigen/", library.confirm, name="confirm"),
    path("werk/excel/", files.upload, name="upload"),
    path("werk/excel/bestand/", files.template, name="template"),
    path("herontwerp/", redesign.redesign, name="redesign"),
    path("herontwerp/<uuid:set_id>/", redesign.designs, name="designs"),
    path("herontwerp/<uuid:set_id>/stop/", redesign.stop, name="stop"),
    path("herontwerp/<uuid:set_id>/ruimer/", redesign.relax, name="relax"),
    path("herontwerp/<uuid:set_id>/langer/", redesign.longer, name="longer"),
    path("ontwerp/<uuid:design_id>/", designs.design, name="design"),
    path("ontwerp/<uuid:design_id>/aanpassen/", designs.edit, name="edit"),
    path("ontwerp/<uuid:design_id>/vacature/", designs.open_up, name="open-vacancies"),
    path("opbrengst/", case.case, name="case"),
    path("opbrengst/<uuid:case_id>/excel/", case.excel, name="case-excel"),
    path("opbrengst/<uuid:case_id>/pdf/", case.pdf, name="case-pdf"),
    path("stappen/", method.method, name="method"),
    path("stappen/<slug:key>/", method.step, name="step"),
    path("stappen/<slug:key>/werkblad/", method.paper, name="paper"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", start.own, name="own"),
    path("groepen/", groups.groups, name="groups"),
    path("groepen/<slug:key>/", groups.group, name="group"),
    path("<uuid:public_id>/", include(of_employer)),
]

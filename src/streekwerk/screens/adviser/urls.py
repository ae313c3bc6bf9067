"""Addresses of the adviser's workbench. An employer is an opaque id, never a name or number."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path

from streekwerk.screens.adviser.employer_page import for_employer
from streekwerk.screens.adviser.views import agreements, employer, lists, map, sides
from streekwerk.screens.partner_file.paths import shared

app_name = "adviser"
of_employer: list[URLPattern | URLResolver] = [
    path("", for_employer(employer.overview), name="employer"),
    path("gegevens/", for_employer(employer.change, writes=True), name="card"),
    path("fase/", for_employer(employer.phase, writes=True), name="phase"),
    path("contactmoment/", for_employer(employer.moment, writes=True), name="moment"),
    path("overdragen/", for_employer(employer.hand_over, writes=True), name="assign"),
    path("sluiten/", for_employer(employer.close), name="close"),
    path("tijdlijn/", for_employer(employer.timeline_page), name="timeline"),
    path("afspraken/nieuw/", for_employer(sides.new_agreement, writes=True), name="agreement-new"),
    path(
        "afspraken/<uuid:agreement_id>/veranderen/",
        for_employer(sides.change, writes=True),
        name="agreement-change",
    ),
    path(
        "contact/<uuid:contact_id>/uitnodigen/",
        for_employer(sides.invite, writes=True),
        name="contact-invite",
    ),
    path(
        "contact/<uuid:contact_id>/weg/",
        for_employer(sides.gone, writes=True),
        name="contact-gone",
    ),
    *shared(for_employer),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", lists.today, name="today"),
    path("alle/", lists.overview, name="list"),
    path("fasen/", lists.phases, name="phases"),
    path("afspraken/", agreements.overview, name="all-agreements"),
    re_path(r"^afspraken/bestand\.(?P<kind>xlsx|csv)$", agreements.as_file, name="agreements-file"),
    path("kaart/", map.overview, name="map"),
    path("nieuw/", employer.new, name="new"),
    path("<uuid:public_id>/", include(of_employer)),
]

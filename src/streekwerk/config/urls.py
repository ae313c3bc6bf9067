"""Every address of the application, by reader."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

handler429 = "streekwerk.screens.account.views.entrance.too_many"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("streekwerk.screens.home.urls")),
    path("wat-werkt/", include("streekwerk.screens.public.urls")),
    path("wat-de-wet-geeft/", include("streekwerk.screens.rights.urls")),
    path("bewijskaarten/", include("streekwerk.screens.cards.urls")),
    path("mensen-en-voorzieningen/", include("streekwerk.screens.cohort.urls")),
    path("leveringen/", include("streekwerk.screens.deliveries.urls")),
    path("evaluaties/", include("streekwerk.screens.researcher.urls")),
    path("begeleiding/", include("streekwerk.screens.caseworker.urls")),
    path("aanbod/", include("streekwerk.screens.caseworker.options.offer_urls")),
    path("mijn/", include("streekwerk.screens.jobseeker.urls")),
    path("werkgevers/", include("streekwerk.screens.adviser.urls")),
    path("werkgever/dossier/", include("streekwerk.screens.partner_file.urls")),
    path("werkgever/", include("streekwerk.screens.employer.urls")),
    path("voorbeeld-herontwerp/", include("streekwerk.screens.employer.example_urls")),
    path("ketens/", include("streekwerk.screens.chains.urls")),
    path("team/", include("streekwerk.screens.team.urls")),
    path("", include("streekwerk.screens.account.entrance_urls")),
    path("account/", include("streekwerk.screens.account.urls")),
    path("ontwerp/", include("streekwerk.screens.design.urls")),
]

"""The map of the network: employers by place, and who works together."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.charts.figure import Figure
from streekwerk.charts.network import Bond, Point, network
from streekwerk.charts.network import Network as Plot
from streekwerk.partners.network import Network, network_for
from streekwerk.partners.permissions import READERS
from streekwerk.screens.adviser import bench
from streekwerk.screens.adviser.forms import Filter
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text

TITLE = Text("Werkgevers in de regio", "Employers in the region")


@require_GET
@for_roles(*READERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Draw the employers that fit the filters, with the same in a table."""
    form = Filter(request.user, request.GET or None)
    found = network_for(request.user, form.wanted())
    by_id = {each.pk: each for each in found.employers}
    return bench.page(
        request,
        "map.html",
        "map",
        form=form,
        asks=form.asks(),
        found=found,
        figure=_figure(found) if found.employers else None,
        together=[(by_id[each.one], by_id[each.other], each.words) for each in found.together],
    )


def _figure(found: Network) -> Figure:
    numbers = {each.pk: number for number, each in enumerate(found.employers)}
    points = tuple(
        Point(each.name, each.place, each.x_km or 0.0, each.y_km or 0.0, each.pk in found.agreed)
        for each in found.employers
    )
    bonds = tuple(
        Bond(numbers[each.one], numbers[each.other], each.words) for each in found.together
    )
    return network(Plot(TITLE, points, bonds), reader_language())

"""Two steps to explain an unknown table: what each column is, and what its values become.

Nothing is kept between the steps: whoever leaves finds the file as it was, and our proposal.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.models import Role as AccountRole
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.deliveries import refusals
from streekwerk.deliveries.actions import explaining
from streekwerk.deliveries.models import Delivery
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.sources.choices import build_mapping, problems
from streekwerk.registers.sources.look import Look
from streekwerk.registers.sources.proposal import Role
from streekwerk.screens.deliveries import columns, finding
from streekwerk.screens.design.navigation import Link, steps_until
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text

LONGEST_NAME = 60


@require_GET
@for_roles(AccountRole.RESEARCHER)
def explain(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show the columns with examples and our proposal."""
    delivery = finding.find(request, public_id)
    try:
        seen = explaining.look_at(request.user, delivery)
    except (refusals.Refused, RefusedError) as refused:
        if isinstance(refused, refusals.Refused) and refused.words is refusals.WHICH_CODE:
            return redirect("deliveries:whose", public_id)
        return _refused(request, refused)
    roles = columns.roles_of(seen, request.GET.dict())
    return _columns(request, delivery, seen, roles, [])


@require_http_methods(["GET", "POST"])
@for_roles(AccountRole.RESEARCHER)
def whose(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask a service for several municipalities of which one the people in a table are."""
    delivery = finding.find(request, public_id)
    try:
        codes = explaining.codes_of(request.user, delivery)
    except refusals.Refused as refused:
        return _refused(request, refused)
    problem = ""
    if request.method == "POST":
        try:
            explaining.say_whose(request.user, delivery, request.POST.get("code", ""))
        except refusals.Refused as refused:
            if refused.words is not refusals.WHICH_CODE:
                return _refused(request, refused)
            problem = refused.words.in_language(reader_language())
        else:
            messages.success(request, _("Bewaard. Het bestand wordt nu nagekeken."))
            return redirect("deliveries:overview")
    context = _page(delivery, 1) | {"codes": codes, "problem": problem}
    return render(request, "deliveries/whose.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
@for_roles(AccountRole.RESEARCHER)
def values(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show what the values become and what the file would give; save it when asked."""
    delivery = finding.find(request, public_id)
    sent = request.POST if request.method == "POST" else request.GET
    try:
        seen = explaining.look_at(request.user, delivery)
        roles = columns.roles_of(seen, sent.dict())
        if wrong := problems(seen, roles):
            return _columns(request, delivery, seen, roles, wrong)
        return _values(request, delivery, seen, roles)
    except (refusals.Refused, RefusedError) as refused:
        return _refused(request, refused)


@require_POST
@for_roles(AccountRole.RESEARCHER)
def set_aside(request: SignedInRequest, public_id: uuid.UUID) -> HttpResponse:
    """Do not use the file after all."""
    delivery = finding.find(request, public_id)
    try:
        explaining.set_aside(request.user, delivery)
    except refusals.Refused as refused:
        return _refused(request, refused)
    messages.success(request, refusals.SET_ASIDE.in_language(reader_language()))
    return redirect("deliveries:overview")


def _columns(
    request: SignedInRequest,
    delivery: Delivery,
    seen: Look,
    roles: dict[int, Role],
    wrong: list[tuple[int | None, Text]],
) -> HttpResponse:
    language = reader_language()
    context = _page(delivery, 1) | {
        "columns": columns.columns_on_page(seen, roles, wrong),
        "problems": [text.in_language(language) for place, text in wrong if place is None],
        "wrong": bool(wrong),
    }
    return render(request, "deliveries/columns.html", context, status=422 if wrong else 200)


def _values(
    request: SignedInRequest, delivery: Delivery, seen: Look, roles: dict[int, Role]
) -> HttpResponse:
    language = reader_language()
    choices = columns.choices_of(seen, roles, request.POST)
    name = str(request.POST.get("naam", delivery.name.rpartition(".")[0])).strip()[:LONGEST_NAME]
    mapping = build_mapping(name or "-", seen, choices)
    problem = ""
    if request.method == "POST" and "bewaar" in request.POST:
        if not name:
            problem = refusals.NO_NAME.in_language(language)
        else:
            try:
                explaining.explain(request.user, delivery, mapping)
            except refusals.Refused as refused:
                if refused.words is not refusals.NAME_TAKEN:
                    raise
                problem = refused.words.in_language(language)
            else:
                messages.success(request, _("Bewaard. Het bestand wordt nu nagekeken."))
                return redirect("deliveries:overview")
    preview = explaining.preview(request.user, delivery, mapping)
    context = _page(delivery, 2) | {
        "roles": [(f"{columns.PREFIX}{place}", role.value) for place, role in roles.items()],
        "meanings": columns.meanings_on_page(seen, choices),
        "preview": preview,
        "preview_words": columns.preview_words(preview),
        "results": [
            (result["title"][language], result["count"], result["advice"][language])
            for result in preview.results
        ],
        "name": name,
        "problem": problem,
        "back": f"{reverse('deliveries:explain', args=[delivery.public_id])}?"
        + "&".join(f"{columns.PREFIX}{place}={role.value}" for place, role in roles.items()),
    }
    return render(request, "deliveries/values.html", context, status=422 if problem else 200)


def _page(delivery: Delivery, step: int) -> dict[str, Any]:
    title = _("Wat staat er in dit bestand?")
    labels = (_("Kolommen"), _("Waarden en voorbeeld"), _("Nakijken"))
    return {
        "delivery": delivery,
        "title": title,
        "flow": steps_until(labels, step - 1),
        "breadcrumb": [Link(_("Leveringen"), reverse("deliveries:overview")), Link(title)],
    }


def _refused(request: SignedInRequest, refused: refusals.Refused | RefusedError) -> HttpResponse:
    words = refused.words if isinstance(refused, refusals.Refused) else refused.reason
    messages.error(request, words.in_language(reader_language()))
    return redirect("deliveries:overview")

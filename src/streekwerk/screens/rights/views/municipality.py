"""What the reader's own municipality decided where the law leaves it open."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles, require
from streekwerk.bylaws import actions, queries
from streekwerk.bylaws.permissions import may_decide, may_read
from streekwerk.bylaws.terms import AHEAD_OF_LAW, TERMS
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights.forms import DecisionForm
from streekwerk.screens.rights.pictures import capital
from streekwerk.screens.rights.section import section


@require_GET
@for_roles(*Role)
def terms(request: SignedInRequest) -> HttpResponse:
    """List every open term and how it stands in the reader's municipality today."""
    require(may_read(request.user))
    rows = queries.overview(request.user, timezone.localdate())
    context = section(request, "terms") | {
        "ahead": next(row for row in rows if row.term is AHEAD_OF_LAW),
        "rows": [row for row in rows if row.term is not AHEAD_OF_LAW],
        "filled_in": sum(row.filled_in for row in rows),
        "may_decide": may_decide(request.user),
    }
    return render(request, "rights/terms.html", context)


@require_http_methods(["GET", "POST"])
@for_roles(Role.ADMINISTRATOR)
def decide(request: SignedInRequest, key: str) -> HttpResponse:
    """Fill in one open term, with the by-law and the day it starts."""
    require(may_decide(request.user))
    if key not in TERMS:
        raise Http404
    term, language = TERMS[key], reader_language()
    form = DecisionForm(term, request.POST or None)
    if form.is_valid():
        kept = form.cleaned_data
        actions.decide(
            request.user, key, form.value(), kept["valid_from"], kept["source"], kept["url"]
        )
        messages.success(request, _("Vastgelegd. De rekenhulp gebruikt dit vanaf de gekozen dag."))
        return redirect("rights:terms")
    label = capital(term.label).in_language(language)
    trail = (Link(_("Onze gemeente"), reverse("rights:terms")), Link(label))
    rows = queries.overview(request.user, timezone.localdate())
    context = section(request, "terms", *trail) | {
        "form": form,
        "row": next(row for row in rows if row.term is term),
    }
    return render(request, "rights/decide.html", context, status=422 if form.errors else 200)

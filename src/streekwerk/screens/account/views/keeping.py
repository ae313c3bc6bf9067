"""How long files are kept: the term, what is past it, and destroying by two people."""

# mypy: disable-error-code="import-untyped,untyped-decorator"
from __future__ import annotations

import uuid

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.entry.queries import has_a_second_administrator
from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.people.actions import retention
from streekwerk.people.models import Destruction
from streekwerk.people.queries import retention as queries
from streekwerk.people.refusals import Refused
from streekwerk.people.retention_permissions import keepers_municipality, may_confirm
from streekwerk.screens.account.forms.keeping import KeepForm, TermForm
from streekwerk.screens.account.section import section
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language

A_PAGE = 50
LAST_ONES = 20


@require_GET
@for_roles(Role.ADMINISTRATOR)
def overview(request: SignedInRequest) -> HttpResponse:
    """List what waits for a second person, what is past its term, and what was destroyed."""
    user = request.user
    page = Paginator(queries.past_term(user), A_PAGE).get_page(request.GET.get("page"))
    kept = queries.put_aside(list(page.object_list))
    done = queries.declarations(user)
    context = section(request, "keeping") | {
        "term": queries.term_of(keepers_municipality(user).pk),
        "waiting": [(each, may_confirm(user, each)) for each in queries.waiting(user)],
        "page": page,
        "rows": [(each, kept.get(each.pk)) for each in page.object_list],
        "declarations": list(done[:LAST_ONES]),
        "total": done.count(),
        "alone": not has_a_second_administrator(user),
    }
    return render(request, "account/keeping/overview.html", context)


@require_http_methods(["GET", "POST"])
@for_roles(Role.ADMINISTRATOR)
def term(request: SignedInRequest) -> HttpResponse:
    """Fill in the term of the municipality."""
    now = queries.term_of(keepers_municipality(request.user).pk)
    initial = {"months": now.months, "source": now.source} if now else None
    form = TermForm(request.POST or None, initial=initial)
    if form.is_valid():
        given = form.cleaned_data
        try:
            retention.set_term(request.user, given["months"], given["source"])
        except Refused as refused:
            form.add_error(None, refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("De termijn is bewaard."))
            return redirect("account:keeping")
    context = _section(request, _("Termijn")) | {"form": form, "now": now}
    return render(request, "account/keeping/term.html", context)


@require_POST
@for_roles(Role.ADMINISTRATOR)
def propose(request: SignedInRequest) -> HttpResponse:
    """Propose the ticked files; somebody else decides."""
    made = 0
    for each in request.POST.getlist("file"):
        found = queries.file_past_term(request.user, _number(each))
        if found is not None:
            retention.propose(request.user, found)
            made += 1
    said = ngettext("%(n)s dossier voorgesteld.", "%(n)s dossiers voorgesteld.", made) % {"n": made}
    messages.success(request, said) if made else messages.warning(
        request, _("Vink eerst aan welke dossiers u voorstelt.")
    )
    return redirect("account:keeping")


def _number(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None


@require_http_methods(["GET", "POST"])
@for_roles(Role.ADMINISTRATOR)
def decide(request: SignedInRequest, destruction: uuid.UUID) -> HttpResponse:
    """Show what goes and what stays; put the proposal aside with a reason."""
    found = _found(request, destruction)
    form = KeepForm(request.POST or None)
    if form.is_valid():
        retention.keep(request.user, found, form.cleaned_data["words"])
        messages.success(request, _("Het dossier blijft. De reden staat erbij."))
        return redirect("account:keeping")
    context = _section(request, _("Vernietigen")) | {
        "one": found,
        "form": form,
        "may": may_confirm(request.user, found),
    }
    return render(request, "account/keeping/decide.html", context)


@require_POST
@for_roles(Role.ADMINISTRATOR)
@reauthentication_required
def destroy(request: SignedInRequest, destruction: uuid.UUID) -> HttpResponse:
    """Confirm: the file is gone."""
    try:
        done = retention.destroy(request.user, _found(request, destruction))
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
        return redirect("account:decide-keeping", destruction)
    said = _("Het dossier is vernietigd: %(rows)s rijen. De verklaring staat hieronder.")
    messages.success(request, said % {"rows": done.rows})
    return redirect("account:keeping")


def _found(request: SignedInRequest, number: uuid.UUID) -> Destruction:
    found = queries.one_waiting(request.user, number)
    if found is None:
        raise Http404
    return found


def _section(request: SignedInRequest, here: str) -> dict[str, object]:
    whole = Link(_("Bewaren en vernietigen"), reverse("account:keeping"))
    return section(request, "keeping", whole, Link(here))

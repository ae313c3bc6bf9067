"""Who has access: the administrator's list, the yearly review, and each account."""

# mypy: disable-error-code="import-untyped,untyped-decorator"
from __future__ import annotations

import uuid

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.accounts.entry import links, mail, permissions, queries, queue
from streekwerk.accounts.entry.actions import people, reviews
from streekwerk.accounts.models import Role, User
from streekwerk.accounts.permissions import SignedInRequest, for_roles, require
from streekwerk.screens.account.export import workbook
from streekwerk.screens.account.forms.access import RoleForm
from streekwerk.screens.account.section import section
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language

ADMINISTRATORS = permissions.ADMINISTRATORS
A_PAGE = 50


@require_GET
@for_roles(*ADMINISTRATORS)
def overview(request: SignedInRequest) -> HttpResponse:
    """List who has access, those to confirm first."""
    require(permissions.may_administer(request.user))
    jobseekers = request.GET.get("wie") == "werkzoekenden"
    rows = queries.access_list(request.user, jobseekers=jobseekers)
    here = reverse("account:people")
    tabs = [
        Link(_("Medewerkers en partners"), here, current=not jobseekers),
        Link(_("Werkzoekenden"), f"{here}?wie=werkzoekenden", current=jobseekers),
    ]
    context = section(request, "people") | {
        "page": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
        "total": len(rows),
        "overdue": sum(row.is_overdue for row in rows),
        "jobseekers": jobseekers,
        "tabs": tabs if request.user.municipality_id else [],
        "place": request.user.municipality or _("de regio"),
        "alone": not queries.has_a_second_administrator(request.user),
    }
    return render(request, "account/people/list.html", context)


@require_GET
@for_roles(*ADMINISTRATORS)
def export(request: SignedInRequest) -> HttpResponse:
    """Hand out the list as a workbook, for the yearly review; that is written down."""
    require(permissions.may_administer(request.user))
    rows = queries.access_list(request.user)
    reviews.note_exported(request.user, len(rows))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    answer = HttpResponse(workbook(rows, reader_language()), content_type=kind)
    day = timezone.localdate().isoformat()
    answer["Content-Disposition"] = f'attachment; filename="toegang-{day}.xlsx"'
    return answer


@require_GET
@for_roles(*ADMINISTRATORS)
def one(request: SignedInRequest, person: uuid.UUID) -> HttpResponse:
    """Show one account, and what can be done about it."""
    found = _found(request, person)
    access = queries.access_of(request.user, found)
    context = _section(request, found) | {
        "access": access,
        "may": permissions.may_administer_person(request.user, found),
        "alone": not queries.has_a_second_administrator(request.user),
        "roles": permissions.roles_to_give(request.user, found),
        "sessions": queries.sessions_of(found).count(),
        "mailed": permissions.mail_is_sent() and bool(found.email),
    }
    return render(request, "account/people/one.html", context)


@require_http_methods(["GET", "POST"])
@for_roles(*ADMINISTRATORS)
@reauthentication_required
def role(request: SignedInRequest, person: uuid.UUID) -> HttpResponse:
    """Give somebody another role."""
    found = _found(request, person)
    roles = permissions.roles_to_give(request.user, found)
    require(bool(roles))
    form = RoleForm(roles, request.POST or None)
    if form.is_valid():
        people.change_role(request.user, found, Role(form.cleaned_data["role"]))
        said = _("%(name)s heeft nu een andere rol en moet opnieuw inloggen.")
        messages.success(request, said % {"name": found})
        return redirect("account:person", found.public_id)
    context = _section(request, found, Link(_("Andere rol"))) | {"form": form}
    return render(request, "account/people/role.html", context, status=422 if form.errors else 200)


@require_POST
@for_roles(*ADMINISTRATORS)
def confirm(request: SignedInRequest, person: uuid.UUID) -> HttpResponse:
    """Confirm that somebody still needs this role."""
    found = _found(request, person)
    reviews.confirm(request.user, found)
    messages.success(request, _("Bevestigd: %(name)s heeft deze rol nog nodig.") % {"name": found})
    return redirect("account:people")


@require_POST
@for_roles(*ADMINISTRATORS)
@reauthentication_required
def switch(request: SignedInRequest, person: uuid.UUID) -> HttpResponse:
    """Switch an account off, or on again."""
    found = _found(request, person)
    if found.is_active:
        people.deactivate(request.user, found)
        said = _("Het account van %(name)s staat uit. Alle sessies zijn gestopt.")
    else:
        people.reactivate(request.user, found)
        said = _("Het account van %(name)s staat weer aan.")
    messages.success(request, said % {"name": found})
    return redirect("account:person", found.public_id)


@require_POST
@for_roles(*ADMINISTRATORS)
@reauthentication_required
def end_sessions(request: SignedInRequest, person: uuid.UUID) -> HttpResponse:
    """End every session of somebody."""
    ended = people.end_sessions(request.user, _found(request, person))
    said = ngettext("%(count)d sessie is gestopt.", "%(count)d sessies zijn gestopt.", ended)
    messages.success(request, said % {"count": ended})
    return redirect("account:person", person)


@require_POST
@for_roles(*ADMINISTRATORS)
@reauthentication_required
def reset_second_factor(request: SignedInRequest, person: uuid.UUID) -> HttpResponse:
    """Erase a lost second step."""
    found = _found(request, person)
    people.reset_second_factor(request.user, found)
    queue.defer_notice(found, "second_factor_reset")
    said = _("De tweede stap van %(name)s is gewist. Bij het inloggen komt er een nieuwe.")
    messages.success(request, said % {"name": found})
    return redirect("account:person", found.public_id)


@never_cache
@require_POST
@for_roles(*ADMINISTRATORS)
@reauthentication_required
def password_link(request: SignedInRequest, person: uuid.UUID) -> HttpResponse:
    """Make a link with which somebody chooses a new password: mailed, or shown once."""
    found = people.note_password_link(request.user, _found(request, person))
    link = request.build_absolute_uri(links.reset_path(found))
    if found.email and permissions.mail_is_sent() and mail.reset_link(found, link):
        messages.success(request, _("De link is gemaild aan %(name)s.") % {"name": found})
        return redirect("account:person", found.public_id)
    context = _section(request, found, Link(_("Nieuw wachtwoord"))) | {"link": link, "days": 1}
    return render(request, "account/people/link.html", context)


def _found(request: SignedInRequest, public_id: uuid.UUID) -> User:
    found = queries.person_for(request.user, public_id)
    if found is None:
        raise Http404
    return found


def _section(request: SignedInRequest, person: User, *trail: Link) -> dict[str, object]:
    """Return the navigation of a page about ``person``."""
    own = reverse("account:person", args=[person.public_id])
    name = Link(str(person), own if trail else "")
    begin = Link(_("Mensen met toegang"), reverse("account:people"))
    return section(request, "people", begin, name, *trail) | {"person": person}

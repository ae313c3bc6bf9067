"""For whom the region makes work: counted and described by its own people."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.permissions import SignedInRequest, for_roles
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.forms.groups import GroupForm
from streekwerk.work.actions.groups import change_group
from streekwerk.work.permissions import GROUP_KEEPERS, region_of
from streekwerk.work.queries.groups import as_row, groups_of
from streekwerk.work.refusals import Refused


@require_GET
@for_roles(*GROUP_KEEPERS)
def groups(request: SignedInRequest) -> HttpResponse:
    """Show the groups of the region, with what is counted."""
    return render(request, "employer/groups.html", {"groups": groups_of(region_of(request.user))})


@require_http_methods(["GET", "POST"])
@for_roles(*GROUP_KEEPERS)
def group(request: SignedInRequest, key: str) -> HttpResponse:
    """Count a group, or say what work may ask of it."""
    found = as_row(region_of(request.user), key)
    if found is None:
        raise Http404
    form = GroupForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            change_group(request.user, key, form.cleaned_data)
        except Refused as refused:
            form.add_error("people", refused.words.in_language(reader_language()))
        else:
            messages.success(request, _("Bewaard. Het telt vanaf de volgende berekening."))
            return redirect("employer:groups")
    name = as_row(region_of(request.user), key)
    return render(request, "employer/group.html", {"form": form, "group": name})

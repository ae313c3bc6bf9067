"""Rights over the own data: who looked, consents, evaluations, everything, and how long."""

from __future__ import annotations

import json

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts import audit
from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.accounts.queries import looks_at
from streekwerk.guidance.consents import Purpose, current_text
from streekwerk.guidance.file.catalogue import readable_by
from streekwerk.guidance.file.field import Term
from streekwerk.people import export
from streekwerk.people.actions.consents import object_to_use, say
from streekwerk.people.models import Person
from streekwerk.people.queries.consents import (
    consent_history,
    consent_now,
    is_left_out,
    use_history,
)
from streekwerk.people.queries.retention import term_of
from streekwerk.reports.own_data import own_data_pdf
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.jobseeker.forms import UseForm
from streekwerk.screens.jobseeker.looking import Seen, by_day
from streekwerk.screens.jobseeker.own_page import context, own
from streekwerk.screens.jobseeker.paper import own_data_content
from streekwerk.screens.jobseeker.views.plan import pdf


@require_GET
@own
def overview(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show what one may always do."""
    whole = {"left_out": is_left_out(person), "purposes": _purposes(person)}
    return render(request, "jobseeker/rights.html", context(request, person, "rights", **whole))


@require_GET
@own
def looks(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show who looked in the file, at what, and when."""
    seen: list[Seen] = by_day(looks_at(person), reader_language())
    whole = {"seen": seen, "reasons": person.accesses.select_related("user")}
    return render(request, "jobseeker/looks.html", context(request, person, "rights", **whole))


def _purposes(person: Person) -> list[dict[str, object]]:
    found = []
    for purpose in Purpose:
        now = consent_now(person, purpose)
        found.append(
            {
                "key": purpose.value,
                "words": purpose.words,
                "text": current_text(purpose),
                "now": now,
                "given": now is not None and now.given,
                # What was agreed to may be an older text: that one holds, and it is shown.
                "older": now is not None and now.version != current_text(purpose).version,
            }
        )
    return found


@require_http_methods(["GET", "POST"])
@own
def consents(request: SignedInRequest, person: Person) -> HttpResponse:
    """Give or withdraw consent with one click; everything said stays in the history."""
    if request.method == "POST":
        try:
            purpose = Purpose(request.POST.get("purpose", ""))
            given = {"yes": True, "no": False}[request.POST.get("given", "")]
        except (ValueError, KeyError) as error:
            raise BadRequest from error
        say(request.user, person, purpose, given=given, language=reader_language())
        messages.success(
            request, _("U geeft toestemming.") if given else _("U geeft geen toestemming meer.")
        )
        return redirect("jobseeker:consents")
    whole = {"purposes": _purposes(person), "history": list(consent_history(person))}
    return render(request, "jobseeker/consents.html", context(request, person, "rights", **whole))


@require_http_methods(["GET", "POST"])
@own
def use(request: SignedInRequest, person: Person) -> HttpResponse:
    """Object to the use of the own records in evaluations, or take that back."""
    out = is_left_out(person)
    form = UseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        object_to_use(request.user, person, out=not out, words=form.cleaned_data["words"])
        messages.success(request, _("Bewaard. Vanaf de volgende evaluatie geldt dit."))
        return redirect("jobseeker:use")
    whole = {"left_out": out, "form": form, "history": list(use_history(person))}
    return render(request, "jobseeker/use.html", context(request, person, "rights", **whole))


@require_GET
@own
def everything(request: SignedInRequest, person: Person) -> HttpResponse:
    """Show everything that is kept, table by table, in words."""
    found = export.sections(request.user, person)
    whole = {
        "sections": [each for each in found if each.rows],
        "empty": [e for e in found if not e.rows],
    }
    return render(request, "jobseeker/everything.html", context(request, person, "rights", **whole))


@require_GET
@own
def as_json(request: SignedInRequest, person: Person) -> HttpResponse:
    """Return everything as a file that other programs can read (AVG art. 20)."""
    audit.record(request.user, "own_data.downloaded", person, as_="json")
    whole = export.everything(request.user, person, timezone.localtime())
    body = json.dumps(whole, ensure_ascii=False, indent=2)
    answer = HttpResponse(body, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{_("mijn-gegevens")}.json"'
    return answer


@require_GET
@own
def as_pdf(request: SignedInRequest, person: Person) -> HttpResponse:
    """Return everything in words as a PDF."""
    audit.record(request.user, "own_data.downloaded", person, as_="pdf")
    content = own_data_content(request.user, person, reader_language())
    return pdf(own_data_pdf(content), _("mijn-gegevens"))


@require_GET
@own
def keeping(request: SignedInRequest, person: Person) -> HttpResponse:
    """Say how data are kept, and for how long."""
    fields = readable_by(request.user.role)
    terms = [(term, [f for f in fields if f.term is term]) for term in Term]
    kept = term_of(person.municipality_id)
    whole = context(request, person, "rights", terms=terms, keeping_term=kept)
    return render(request, "jobseeker/keeping.html", whole)

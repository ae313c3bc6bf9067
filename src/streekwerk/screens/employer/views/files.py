"""The whole of the work as an Excel workbook: take it along, bring it back."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.matching.inventory import Inventory
from streekwerk.matching.inventory_file import WorkbookError, read_inventory, write_inventory
from streekwerk.partners.models import Employer
from streekwerk.registers.refusal import RefusedError
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.employer.employer_page import context, for_employer
from streekwerk.screens.employer.forms.inventory import FileForm
from streekwerk.work.actions.files import replace_inventory
from streekwerk.work.queries.inventory import inventory_of, work_of
from streekwerk.work.refusals import Refused

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@for_employer
def template(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Return the work as a workbook; with nothing written down yet, one to fill in."""
    work = work_of(employer)
    inventory = inventory_of(work) if work.can_be_designed else Inventory((), ())
    written = BytesIO()
    write_inventory(written, reader_language(), inventory)
    answer = HttpResponse(written.getvalue(), content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{_("werk")}.xlsx"'
    return answer


@require_http_methods(["GET", "POST"])
@for_employer
def upload(request: SignedInRequest, employer: Employer) -> HttpResponse:
    """Take a workbook in, whole; or say everything that is wrong with it."""
    form = FileForm(request.POST or None, request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        language = reader_language()
        try:
            inventory = _read(form.cleaned_data["file"])
            replace_inventory(request.user, employer, inventory)
        except WorkbookError as wrong:
            problems = [each.sentence.in_language(language) for each in wrong.problems]
        except RefusedError as refused:
            problems = [refused.reason.in_language(language)]
        except Refused as refused:
            problems = [refused.words.in_language(language)]
        else:
            messages.success(request, _("Alles is ingelezen. Kijk of het klopt."))
            return redirect("employer:work", employer.public_id)
    whole = context(request, employer, "work", form=form, problems=problems, work=work_of(employer))
    return render(request, "employer/upload.html", whole, status=422 if problems else 200)


def _read(sent: UploadedFile[Any]) -> Inventory:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "werk.xlsx"
        with path.open("wb") as kept:
            for chunk in sent.chunks():
                kept.write(chunk)
        return read_inventory(path)

"""What the pages of chains share: their parts, a page, and how a refusal is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.permissions import advises_employers, own_contact, reads_employers
from streekwerk.screens.design.navigation import Link
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text, number
from streekwerk.work.refusals import Refused

NO_BREAK = "\u00a0"


def parts(request: SignedInRequest, here: str) -> list[Link]:
    """Return the parts for this reader, of which ``here`` is current."""
    known: tuple[tuple[str, str], ...] = ()
    if reads_employers(request.user):
        known = (
            ("overview", _("Voorstellen")),
            ("searches", _("Zoeken")),
            ("by-hand", _("Zelf samenstellen")),
            ("vacancies", _("Vacatures")),
        )
    elif own_contact(request.user):
        known = (
            ("own", _("Voor ons")),
            ("own-demand", _("Ons werk per week")),
            ("vacancies", _("Vacatures")),
        )
    return [Link(label, reverse(f"chains:{name}"), current=name == here) for name, label in known]


def page(
    request: SignedInRequest,
    template: str,
    here: str,
    *,
    status: int = 200,
    **more: Any,  # noqa: ANN401 - any template value
) -> HttpResponse:
    """Show a page."""
    known = {
        "subnavigation": parts(request, here),
        "advises": advises_employers(request.user),
        "reads": reads_employers(request.user),
    }
    return render(request, f"chains/{template}", known | more, status=status)


def click(
    request: SignedInRequest, do: Callable[[], object], words: str, to: str, *args: object
) -> HttpResponse:
    """Do what one click asks and go on; a refusal is said there."""
    try:
        do()
    except Refused as refused:
        messages.error(request, said(refused.words))
    else:
        messages.success(request, words)
    return redirect(f"chains:{to}", *args)


def said(words: Text) -> str:
    """Return a text in the reader's language."""
    return words.in_language(reader_language())


def sentence(words: Text) -> str:
    """Return a text as a sentence begins."""
    written = said(words)
    return written[:1].upper() + written[1:]


def euros(cents: float) -> str:
    """Return whole euros: ``€ 1.234``."""
    return f"€{NO_BREAK}{number(round(cents / 100), reader_language())}"


def hours(value: float) -> str:
    """Return hours, with a half where there is one."""
    return number(value, reader_language(), 0 if float(value).is_integer() else 1)


def share(value: float) -> str:
    """Return a share as a percentage."""
    return f"{number(100 * value, reader_language(), 1)}%"

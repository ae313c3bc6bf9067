"""Ask something with a form, do it, and go on; say so when it cannot be done."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.refusals import Refused
from streekwerk.screens.design.templatetags.design import reader_language


def done(request: SignedInRequest, form: forms.Form, do: Callable[[], object], said: str) -> bool:
    """Whether ``do`` was done for a valid form that was sent; a refusal stands above the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        do()
    except Refused as refused:
        form.add_error(None, refused.words.in_language(reader_language()))
        return False
    messages.success(request, said)
    return True


def click(request: SignedInRequest, do: Callable[[], object], said: str, to: str) -> HttpResponse:
    """Do what one click asks and go on to ``to``; a refusal is said there."""
    try:
        do()
    except Refused as refused:
        messages.error(request, refused.words.in_language(reader_language()))
    else:
        messages.success(request, said)
    return redirect(to)

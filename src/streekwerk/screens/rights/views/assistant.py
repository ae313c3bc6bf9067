"""The assistant: one question at a time, back and forth, to an answer that explains itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from streekwerk.bylaws import queries
from streekwerk.reports.rights import RightsContent, as_pdf, rights_content
from streekwerk.rights import Municipality
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights import conversation as kept
from streekwerk.screens.rights.conversation import Conversation
from streekwerk.screens.rights.forms import AnswerForm, StartForm
from streekwerk.screens.rights.section import section
from streekwerk.screens.rights.step import step_on_page
from streekwerk.screens.rights.themes import Scope, scope

# Up to here the reasons stand open under every answer; beyond it they would bury the answers.
FEW = 4
form_page = require_http_methods(["GET", "POST"])


@never_cache
@form_page
def start(request: HttpRequest) -> HttpResponse:
    """Choose a day and what one wants to know; earlier answers are erased by beginning anew."""
    only = _one_rule(request.POST.get("scope") or request.GET.get("over", ""))
    form = StartForm(request.POST or None, only=only)
    if form.is_valid():
        response = redirect("rights:question")
        kept.keep(response, Conversation(form.cleaned_data["day"], form.chosen(), {}))
        return response
    context = section(request, "start") | {"form": form, "going_on": kept.read(request)}
    return render(request, "rights/start.html", context, status=422 if form.errors else 200)


@never_cache
@form_page
def question(request: HttpRequest, key: str | None = None) -> HttpResponse:
    """Ask the question that settles most, or ask ``key`` again to change its answer."""
    conversation = kept.read(request)
    if conversation is None:
        return _begin_again(request)
    key = request.POST.get("fact", key)
    if key is not None and key not in conversation.questions():
        raise Http404
    dialogue = conversation.dialogue(_municipality(request, conversation))
    step = step_on_page(conversation, dialogue, key, reader_language())
    if step is None:
        return redirect("rights:outcome")
    form = AnswerForm(step.fact, request.POST or None, earlier=step.earlier)
    if form.is_valid():
        response = redirect("rights:question")
        kept.keep(response, conversation.answering(step.fact.key, form.given()))
        return response
    context = section(request, "start") | {"step": step, "form": form, "conversation": conversation}
    # htmx shows what it gets only when all went well; a program still sees what was wrong.
    status = 422 if form.errors and "HX-Request" not in request.headers else 200
    return render(request, "rights/question.html", context, status=status)


@never_cache
@require_GET
def outcome(request: HttpRequest) -> HttpResponse:
    """Show what is known so far, with every reason; also before the last question."""
    conversation = kept.read(request)
    if conversation is None:
        return _begin_again(request)
    municipality = _municipality(request, conversation)
    dialogue = conversation.dialogue(municipality)
    content = _content(conversation, municipality)
    context = section(request, "start") | {
        "content": content,
        "few": len(content.entitled) + len(content.duties) + len(content.employer) <= FEW,
        "municipality": municipality,
        "conversation": conversation,
        "done": dialogue.done,
    }
    return render(request, "rights/outcome.html", context)


@never_cache
@require_GET
def paper(request: HttpRequest) -> HttpResponse:
    """Hand over the outcome as a PDF."""
    conversation = kept.read(request)
    if conversation is None:
        return _begin_again(request)
    content = _content(conversation, _municipality(request, conversation))
    response = HttpResponse(as_pdf(content), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="rekenhulp.pdf"'
    return response


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Throw every answer away."""
    response = redirect("rights:start")
    kept.erase(response)
    messages.success(request, _("Uw antwoorden zijn gewist. Er is niets bewaard."))
    return response


def _one_rule(key: str) -> Scope | None:
    """Return the scope of one rule that the address names, if it does."""
    try:
        return scope(key) if key.startswith("regel:") else None
    except LookupError:
        return None


def _municipality(request: HttpRequest, conversation: Conversation) -> Municipality:
    return queries.municipality_on(request.user, conversation.day)


def _content(conversation: Conversation, municipality: Municipality) -> RightsContent:
    dialogue = conversation.dialogue(municipality)
    return rights_content(dialogue, conversation.scope.name, reader_language())


def _begin_again(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("Er zijn geen antwoorden (meer). Begin opnieuw."))
    return redirect(reverse("rights:start"))

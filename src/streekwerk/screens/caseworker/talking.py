"""The parts of a conversation: what each asks, and how what is said is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.guidance.conversation import AGREEMENTS, NEWS, THEMES, WISHES
from streekwerk.guidance.file.catalogue import of_theme
from streekwerk.guidance.file.field import Theme
from streekwerk.guidance.instrument.answers import Answer
from streekwerk.guidance.instrument.development import said
from streekwerk.guidance.instrument.questions import BY_KEY
from streekwerk.people import queries
from streekwerk.people.actions import conversations, diagnosis, plans
from streekwerk.people.actions.files import record
from streekwerk.people.models import Conversation, Step
from streekwerk.people.queries.guidance import asked, open_plan, open_round, rounds_of
from streekwerk.screens.caseworker.forms.answers import AnswersForm
from streekwerk.screens.caseworker.forms.facts import FieldsForm
from streekwerk.screens.caseworker.forms.plans import StepForm, area
from streekwerk.screens.caseworker.words import day_words, who_words
from streekwerk.screens.design.templatetags.design import reader_language


@dataclass(frozen=True, slots=True)
class Part:
    """One part on the screen. ``before`` is what was answered last time, by question."""

    key: str
    title: str
    form: forms.Form
    keep: Callable[[], None]
    before: dict[str, tuple[str, str]] = field(default_factory=dict)
    steps: tuple[tuple[Step, str], ...] = ()
    step_form: StepForm | None = None


def make_part(request: SignedInRequest, conversation: Conversation, key: str) -> Part:
    """Return the part called ``key`` (one of ``EVERY_PART``), bound to what was sent."""
    if key in THEMES:
        return _theme(request, conversation, key)
    if key == WISHES:
        return _wishes(request, conversation)
    return _news(request, conversation) if key == NEWS else _agreements(request, conversation)


def _theme(request: SignedInRequest, conversation: Conversation, key: str) -> Part:
    person, mechanism, language = conversation.person, BY_KEY[key], reader_language()
    under_way = open_round(person)
    given = asked(under_way).answers if under_way else {}
    form = AnswersForm(mechanism, given, request.POST or None)

    def keep() -> None:
        answers = [each for each in form.answers() if each != given.get(each.question)]
        if answers:
            asking = diagnosis.begin(request.user, person, conversation)
            for answer in answers:
                diagnosis.answer(request.user, asking, answer)

    earlier = [asked(each) for each in rounds_of(person)][-1:]
    before = {
        question.key: (
            day_words(each.on),
            _last(said(question, each.answers.get(question.key)).in_language(language),
                  each.answers.get(question.key)),
        )
        for each in earlier
        for question in mechanism.questions
        if question.key in each.answers
    }  # fmt: skip
    return Part(key, mechanism.opening.in_language(language), form, keep, before)


def _last(words: str, answer: Answer | None) -> str:
    return f"{words} (“{answer.words}”)" if answer and answer.words else words


def _wishes(request: SignedInRequest, conversation: Conversation) -> Part:
    person = conversation.person
    file = queries.file_of(request.user, person)
    values = {each.key: file[each.key].value for each in of_theme(Theme.WISHES)}
    form = FieldsForm(of_theme(Theme.WISHES), values, request.POST or None)

    def keep() -> None:
        for key, value in form.changed_values().items():
            record(request.user, person, key, value)

    return Part(WISHES, _("Wat wilt u?"), form, keep)


class NewsForm(forms.Form):
    """How somebody is, and what happened since last time."""

    text = area(gettext_lazy("Wat is er gebeurd sinds de vorige keer?"), required=False, rows=6)


def _news(request: SignedInRequest, conversation: Conversation) -> Part:
    noted = {note.theme: note.text for note in conversation.notes.all()}
    form = NewsForm(request.POST or None, initial={"text": noted.get(NEWS, "")})

    def keep() -> None:
        conversations.note(request.user, conversation, NEWS, form.cleaned_data["text"])

    return Part(NEWS, _("Hoe gaat het?"), form, keep, steps=_open_steps(conversation))


class AgreementsForm(forms.Form):
    """What was agreed, in words."""

    agreements = area(gettext_lazy("Wat spreken we af?"), required=False, rows=4)


def _agreements(request: SignedInRequest, conversation: Conversation) -> Part:
    adds = "step" in request.POST
    form = AgreementsForm(request.POST or None, initial={"agreements": conversation.agreements})
    step_form = StepForm(
        conversation.person, request.user, request.POST if adds else None, prefix="stap"
    )
    # A step that is not complete is no reason to lose the agreements, but it is shown again.
    if adds and not step_form.is_valid():
        form.add_error(None, _("De stap is nog niet compleet. Kijk hieronder wat er mist."))

    def keep() -> None:
        if "agreements" in request.POST:
            words = form.cleaned_data["agreements"]
            if words.strip() != conversation.agreements:
                conversations.agree(request.user, conversation, words)
        if adds:
            plans.add_step(request.user, conversation.person, step_form.step())

    return Part(
        AGREEMENTS,
        _("Wat spreken we af?"),
        form,
        keep,
        steps=_open_steps(conversation),
        step_form=step_form,
    )


def _open_steps(conversation: Conversation) -> tuple[tuple[Step, str], ...]:
    plan = open_plan(conversation.person)
    if plan is None:
        return ()
    found = plan.steps.filter(state="planned").select_related("person__caseworker")
    return tuple((step, who_words(step)) for step in found)

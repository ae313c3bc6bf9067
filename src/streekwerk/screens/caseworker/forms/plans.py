"""Forms for goals, steps, looking back and conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.accounts.models import User
from streekwerk.guidance.conversation import Channel, ConversationKind
from streekwerk.guidance.plan.goals import CLOSING, GoalKind, PlanResult
from streekwerk.guidance.plan.steps import NotDoneReason, Who
from streekwerk.people.actions.plans import NewStep
from streekwerk.people.models import Person
from streekwerk.screens.caseworker.forms.facts import day_field
from streekwerk.screens.design.templatetags.design import reader_language

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


def area(
    label: Words, *, required: bool = True, help_text: Words = "", rows: int = 3
) -> forms.CharField:
    """Return a field for own words."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class GoalForm(forms.Form):
    """A goal in the person's own words."""

    words = area(
        _("Waar gaan we samen aan werken?"), help_text=_("In de eigen woorden van de werkzoekende.")
    )
    kind = forms.ChoiceField(label=_("Wat voor doel is dit?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        _choose(self, "kind", GoalKind.pairs(reader_language()))


class StepForm(forms.Form):
    """One step: what, who, by when."""

    what = forms.CharField(label=_("Wat gaan we doen?"), max_length=300)
    who = forms.ChoiceField(label=_("Wie doet dit?"), widget=forms.RadioSelect)
    who_else = forms.CharField(
        label=_("Wie dan?"),
        max_length=100,
        required=False,
        help_text=_("Alleen als iemand anders dit doet."),
    )
    due = day_field(_("Wanneer is het klaar?"), required=False)

    def __init__(self, person: Person, user: User, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        guides = person.caseworker or user
        _choose(
            self,
            "who",
            [
                (Who.JOBSEEKER.value, person.first_name),
                (Who.CASEWORKER.value, str(guides)),
                (Who.OTHER.value, Who.OTHER.words.in_language(reader_language())),
            ],
        )

    def clean(self) -> dict[str, Any]:
        """Ask who, when it is somebody else."""
        given = super().clean() or {}
        if given.get("who") == Who.OTHER and not given.get("who_else", "").strip():
            self.add_error("who_else", _("Vul in wie dit doet."))
        return given

    def step(self) -> NewStep:
        """Return the step that was agreed."""
        given = self.cleaned_data
        return NewStep(given["what"], Who(given["who"]), given["due"], given["who_else"])


class NotDoneForm(forms.Form):
    """Why a step was not taken."""

    reason = forms.ChoiceField(label=_("Waardoor kwam dat?"), widget=forms.RadioSelect)
    note = area(_("In eigen woorden"), required=False, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        _choose(self, "reason", NotDoneReason.pairs(reader_language()))


class MoveForm(forms.Form):
    """Another day for a step."""

    due = day_field(_("Nieuwe dag"))


class EvaluationDayForm(forms.Form):
    """The day to look back."""

    on = day_field(_("Wanneer kijken we terug?"))


class LookBackForm(forms.Form):
    """Looking back on a plan."""

    words = area(_("Wat ging goed, wat was lastig?"))
    result = forms.ChoiceField(label=_("Hoe gaan we verder?"), widget=forms.RadioSelect)
    next_on = day_field(
        _("Wanneer kijken we weer terug?"),
        required=False,
        help_text=_("Alleen als het plan doorgaat."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        _choose(self, "result", PlanResult.pairs(reader_language()))

    @property
    def closes(self) -> bool:
        """Whether the plan ends here."""
        return PlanResult(self.cleaned_data["result"]) in CLOSING


class BeginForm(forms.Form):
    """What a conversation is for, and how people speak."""

    kind = forms.ChoiceField(label=_("Waar gaat het gesprek over?"), widget=forms.RadioSelect)
    channel = forms.ChoiceField(
        label=_("Hoe spreekt u elkaar?"), widget=forms.RadioSelect, initial=Channel.OFFICE.value
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        _choose(self, "kind", ConversationKind.pairs(reader_language()))
        _choose(self, "channel", Channel.pairs(reader_language()))


def _choose(form: forms.Form, name: str, pairs: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
    field.choices = [(value, words[:1].upper() + words[1:]) for value, words in pairs]

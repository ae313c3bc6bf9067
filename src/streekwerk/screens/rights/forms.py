"""What a reader fills in: what to look for, where to begin, the answer to one question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from streekwerk.bylaws.terms import is_choice
from streekwerk.rights.engine.facts import FactSpec
from streekwerk.rights.engine.municipality import OpenTerm
from streekwerk.rights.engine.rules import Audience, Status
from streekwerk.rights.law.sources import BEGIN
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights.conversation import Given
from streekwerk.screens.rights.fields import NO, YES, DayField, NumberField, field_of, given
from streekwerk.screens.rights.themes import SCOPES, THEMES, Scope, scope


class CatalogueFilter(forms.Form):
    """Words, theme, whom it is for, how sure we are; an unknown choice is ignored."""

    q = forms.CharField(label=gettext_lazy("Zoek"), required=False, max_length=100)
    theme = forms.ChoiceField(label=gettext_lazy("Onderwerp"), required=False)
    audience = forms.ChoiceField(label=gettext_lazy("Voor wie"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("Hoe zeker"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        super().__init__(*args, **kwargs)
        language = reader_language()
        choices = {
            "theme": [(one.key, one.name.in_language(language)) for one in THEMES],
            "audience": [(one.name, one.value.in_language(language)) for one in Audience],
            "status": [(one.name, one.value.in_language(language)) for one in Status],
        }
        for name, own in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = [("", _("Alles")), *own]

    def chosen(self) -> dict[str, str]:
        """Return the choices made, as far as they exist."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class StartForm(forms.Form):
    """For which day, and about what. ``only`` offers one rule beside the themes."""

    scope = forms.ChoiceField(
        label=gettext_lazy("Wat wilt u weten?"), widget=forms.RadioSelect, initial=SCOPES[0].key
    )
    day = DayField(
        label=gettext_lazy("Voor welke dag?"),
        help_text=gettext_lazy("De wet en de bedragen van die dag tellen. Vanaf 1 januari 2024."),
    )

    def __init__(self, data: Any = None, *, only: Scope | None = None) -> None:  # noqa: ANN401
        super().__init__(data, initial={"day": timezone.localdate(), "scope": SCOPES[0].key})
        if only is not None:
            self.initial["scope"] = only.key
        language = reader_language()
        offered = [*([only] if only else []), *SCOPES]
        field = self.fields["scope"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(one.key, one.name.in_language(language)) for one in offered]

    def clean_day(self) -> Any:  # noqa: ANN401 - a date
        """Refuse a day before the rules begin."""
        return not_before_the_rules(self.cleaned_data["day"])

    def chosen(self) -> Scope:
        """Return what was chosen."""
        return scope(self.cleaned_data["scope"])


class AnswerForm(forms.Form):
    """The answer to one question; a press on "don't know" needs no answer."""

    def __init__(self, fact: FactSpec, data: Any = None, earlier: Given = None) -> None:  # noqa: ANN401
        self.unknown = data is not None and "unknown" in data
        # Whoever does not know need not first mend what was typed.
        super().__init__({} if self.unknown else data, initial={"answer": earlier})
        self.fields["answer"] = field_of(fact, required=not self.unknown)
        self.fields["answer"].help_text = ""
        self.fields["answer"].widget.attrs["aria-describedby"] = "unit answer-error"

    def given(self) -> Given:
        """Return the cleaned answer; None for "don't know"."""
        return given(self.cleaned_data["answer"])


class DecisionForm(forms.Form):
    """What the by-law says about one open term, from which day, and where it stands."""

    valid_from = DayField(label=gettext_lazy("Vanaf welke dag geldt dit?"))
    source = forms.CharField(
        label=gettext_lazy("Waar staat het?"),
        help_text=gettext_lazy(
            "De verordening en het artikel, bijvoorbeeld “Re-integratieverordening 2026, art. 9”."
        ),
        max_length=200,
        error_messages={"required": gettext_lazy("Noem de verordening en het artikel.")},
    )
    url = forms.URLField(
        label=gettext_lazy("Adres van de tekst"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Dit is geen adres. Het begint met https://.")},
    )
    field_order = ("value", "valid_from", "source", "url")

    def __init__(self, term: OpenTerm, data: Any = None) -> None:  # noqa: ANN401 - QueryDict
        super().__init__(data)
        language = reader_language()
        nothing = _("De gemeente bepaalt hierover niets (meer)")
        self.choice = is_choice(term)
        if self.choice:
            answers = [("ja", YES.in_language(language)), ("nee", NO.in_language(language))]
            self.fields["value"] = forms.ChoiceField(
                label=_("Wat bepaalt de gemeente?"),
                choices=[*answers, ("", nothing)],
                required=False,
                widget=forms.RadioSelect,
            )
        else:
            unit = term.unit.in_language(language) if term.unit else ""
            highest = 100 if unit == "%" else 1_000_000
            self.fields["value"] = NumberField(
                label=_("Wat bepaalt de gemeente?"),
                help_text=_("%(unit)s. Laat leeg als de gemeente hierover niets (meer) bepaalt.")
                % {"unit": unit.capitalize()},
                highest=highest,
                required=False,
            )
        self.order_fields(self.field_order)

    def value(self) -> float | bool | None:
        """Return the value as the action wants it; None takes a decision back."""
        value = self.cleaned_data["value"]
        if self.choice:
            known: dict[str, bool] = {"ja": True, "nee": False}
            return known.get(value)
        return None if value is None else float(value)


def not_before_the_rules(day: Any) -> Any:  # noqa: ANN401 - a date
    """Return ``day``; ValidationError before 2024, where the description of the law begins."""
    if day < BEGIN:
        raise forms.ValidationError(
            _("Wij beschrijven de wet vanaf 1 januari 2024. Kies een latere dag.")
        )
    return day

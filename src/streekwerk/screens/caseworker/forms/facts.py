"""A form field for every kind of field a file has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.guidance.file.field import (
    LONGEST_LINE,
    LONGEST_TEXT,
    PHONE,
    Field,
    FieldKind,
    Plain,
)
from streekwerk.guidance.file.source import FactSource, FactState
from streekwerk.screens.design.templatetags.design import reader_language

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


def day_field(label: Words, *, required: bool = True, help_text: Words = "") -> forms.DateField:
    """Return a field for a day that every browser and reader can fill in."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def form_field(field: Field, *, required: bool = False) -> forms.Field:  # noqa: PLR0911 - one line a kind
    """Return the form field for ``field``, with the question as put to the person."""
    language = reader_language()
    common: dict[str, Any] = {
        "label": field.ask.in_language(language),
        "required": required,
        "help_text": field.hint.in_language(language) if field.hint else "",
    }
    options = field.options.pairs(language) if field.options else []
    match field.kind:
        case FieldKind.TEXT:
            area = forms.Textarea(attrs={"rows": 3})
            return forms.CharField(max_length=LONGEST_TEXT, widget=area, **common)
        case FieldKind.CHOICE:
            return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **common)
        case FieldKind.CHOICES:
            return forms.MultipleChoiceField(
                choices=options, widget=forms.CheckboxSelectMultiple, **common
            )
        case FieldKind.YES_NO:
            yes_no = [("yes", _("Ja")), ("no", _("Nee"))]
            return forms.TypedChoiceField(
                choices=yes_no,
                coerce=lambda value: value == "yes",
                empty_value=None,
                widget=forms.RadioSelect,
                **common,
            )
        case FieldKind.NUMBER:
            return forms.IntegerField(min_value=field.lowest, max_value=field.highest, **common)
        case FieldKind.YEAR:
            return forms.IntegerField(min_value=1940, max_value=2100, **common)
        case FieldKind.DAY:
            return day_field(**common)
        case FieldKind.EMAIL:
            return forms.EmailField(**common)
    if field.kind is FieldKind.PHONE:
        return forms.RegexField(
            PHONE,
            error_messages={
                "invalid": _("Schrijf het nummer in cijfers, bijvoorbeeld 06 12345678.")
            },
            widget=forms.TextInput(attrs={"type": "tel"}),
            **common,
        )
    return forms.CharField(max_length=LONGEST_LINE, **common)


def initial(field: Field, value: Plain | None) -> object:
    """Return a kept value as its form field shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def cleaned(form: forms.Form, key: str) -> object:
    """Return what was filled in as ``Field.clean`` takes it; "" or [] when nothing was."""
    value = form.cleaned_data.get(key)
    return value.isoformat() if isinstance(value, date) else value


def is_empty(value: object) -> bool:
    """Whether nothing was filled in. No and zero are something."""
    return value is None or value in ("", [])


class FieldsForm(forms.Form):
    """Several fields of a file at once, all optional: what stays empty stays as it is."""

    def __init__(
        self,
        fields: Iterable[Field],
        values: dict[str, Plain | None],
        data: Any = None,  # noqa: ANN401 - Django's own
    ) -> None:
        super().__init__(data)
        self.about = {field.key: field for field in fields}
        self.before = values
        for key, field in self.about.items():
            self.fields[key] = form_field(field)
            self.fields[key].initial = initial(field, values.get(key))

    def changed_values(self) -> dict[str, object]:
        """Return what was filled in and differs from what was there."""
        found = {key: cleaned(self, key) for key in self.about}
        return {
            key: value
            for key, value in found.items()
            if not is_empty(value) and value != self.before.get(key)
        }


class FieldForm(forms.Form):
    """One field: its value, or that it is not known, with source and day."""

    def __init__(self, field: Field, value: Plain | None, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(data)
        self.about = field
        language = reader_language()
        self.fields["value"] = form_field(field)
        self.fields["value"].initial = initial(field, value)
        states = [
            (FactState.KNOWN.value, _("Dit is bekend")),
            (FactState.NOT_YET.value, _("Dit is nog niet bekend")),
            (FactState.DECLINED.value, _("Dit wil de werkzoekende niet zeggen")),
        ]
        self.fields["state"] = forms.ChoiceField(
            label=_("Weten we dit?"),
            choices=states,
            initial=FactState.KNOWN.value,
            widget=forms.RadioSelect,
        )
        self.fields["source"] = forms.ChoiceField(
            label=_("Hoe weten we dit?"),
            choices=FactSource.pairs(language)[:3],
            initial=FactSource.JOBSEEKER.value,
            widget=forms.RadioSelect,
        )
        self.fields["known_on"] = day_field(
            _("Sinds wanneer geldt dit?"), required=False, help_text=_("Leeg is: vanaf vandaag.")
        )
        self.fields["note"] = forms.CharField(
            label=_("Toelichting"),
            required=False,
            max_length=300,
            help_text=_("Bijvoorbeeld waarom dit veranderd is."),
        )

    def clean(self) -> dict[str, Any]:
        """Ask for a value exactly when it is said to be known."""
        given = super().clean() or {}
        if given.get("state") == FactState.KNOWN and is_empty(given.get("value")):
            self.add_error("value", _("Vul in wat bekend is, of kies dat het nog niet bekend is."))
        return given

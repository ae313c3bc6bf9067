"""A question of the rules as a field of a form, in the reader's language."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from streekwerk.rights.engine.facts import Answer, FactSpec
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.screens.rights.conversation import Given
from streekwerk.vocabulary.language import Text, number

YES, NO, DONT_KNOW = Text("Ja", "Yes"), Text("Nee", "No"), Text("Weet ik niet", "I don’t know")


class NumberField(forms.DecimalField):
    """A number as people write it: ``1.009,58`` in Dutch, ``1,009.58`` in English."""

    def __init__(self, *, lowest: float = 0, highest: float = math.inf, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        self.lowest, self.highest = lowest, highest
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's own signature
        """Read the number and say within which bounds it must lie."""
        written = str(value or "").replace("€", "").replace("%", "").replace(" ", "")
        try:
            number = super().to_python(_plain(written))
        except forms.ValidationError:
            raise forms.ValidationError(self._wanted()) from None
        if number is None:
            return None
        if not number.is_finite() or not self.lowest <= number <= self.highest:
            raise forms.ValidationError(self._wanted())
        return float(number)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - Django's own signature
        """Write a number that was given before as the reader's language does."""
        if not isinstance(value, float):
            return value
        return f"{value:g}".replace(".", "," if reader_language() == "nl" else ".")

    def validate(self, value: Any) -> None:  # noqa: ANN401 - Django's own signature
        """Ask for a number where one is needed."""
        if value is None and self.required:
            raise forms.ValidationError(self._wanted())

    def run_validators(self, value: Any) -> None:  # noqa: ANN401 - Django's own signature
        """Leave the bounds to :meth:`to_python`, which says both of them."""

    def _wanted(self) -> str:
        if math.isinf(self.highest):
            return _("Vul een getal in van %(low)s of hoger.") % {"low": _written(self.lowest)}
        low, high = _written(self.lowest), _written(self.highest)
        return _("Vul een getal in van %(low)s tot en met %(high)s.") % {"low": low, "high": high}


def _written(bound: float) -> str:
    decimals = len(f"{bound:.10g}".partition(".")[2]) if abs(bound) < 100 else 0
    return number(bound, reader_language(), decimals)


def _plain(written: str) -> str:
    """Return a number with a point for its decimals and nothing between its thousands."""
    thousands = "," if reader_language() == "en" else "."
    if re.fullmatch(rf"-?\d{{1,3}}(\{thousands}\d{{3}})+", written):
        return written.replace(thousands, "")
    last = max(written.rfind(","), written.rfind("."))
    if "," in written and "." in written:
        whole, decimals = written[:last], written[last + 1 :]
        return f"{whole.replace('.', '').replace(',', '')}.{decimals}"
    return written.replace(",", ".")


class DayField(forms.DateField):
    """A day, chosen from the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d", "%d-%m-%Y"], **kwargs)
        self.error_messages |= {
            "required": _("Kies een dag."),
            "invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 01-07-2026."),
        }


def choices_of(fact: FactSpec, *, may_be_unknown: bool = True) -> list[tuple[str, str]]:
    """Return the answers to choose from, "don't know" last; none for a number or a date."""
    language = reader_language()
    if fact.kind is Answer.YES_NO:
        own = [("ja", YES), ("nee", NO)]
    else:
        own = [(option.key, option.label) for option in fact.options]
    listed = [*own, ("onbekend", DONT_KNOW)] if own and may_be_unknown else own
    return [(key, label.in_language(language)) for key, label in listed]


def field_of(fact: FactSpec, *, required: bool = True, may_be_unknown: bool = True) -> forms.Field:
    """Return the form field that asks for ``fact``."""
    language = reader_language()
    unit = fact.unit.in_language(language) if fact.unit else ""
    label = fact.question.in_language(language)
    if fact.kind is Answer.NUMBER:
        return NumberField(
            label=label,
            help_text=unit,
            lowest=fact.lowest,
            highest=fact.highest,
            required=required,
        )
    if fact.kind is Answer.DATE:
        return DayField(label=label, required=required)
    choices = choices_of(fact, may_be_unknown=may_be_unknown)
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de antwoorden.")},
    )


def given(value: object) -> Given:
    """Return a cleaned answer as a conversation keeps it."""
    if value is None or value in {"", "onbekend"}:
        return None
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (str, float)) else str(value)

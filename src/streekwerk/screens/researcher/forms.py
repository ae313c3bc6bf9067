"""What a researcher fills in: the file, the parts of its columns, the comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from streekwerk.learning.models import Evaluation
from streekwerk.learning.parts import ColumnProfile, Part, problems_with
from streekwerk.screens.design.templatetags.design import reader_language


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy(
            "CSV, Excel (.xlsx) of Parquet, tot 50 MB. Eén rij per persoon, met de namen van de "
            "kolommen in de eerste rij. Zonder BSN en zonder namen."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tab,.tsv,.xlsx,.parquet"}),
    )

    def content(self) -> tuple[str, bytes]:
        """Return the file's name and bytes."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        return file.name or "bestand", file.read()


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column and the field that chooses its part."""

    column: ColumnProfile
    field: forms.BoundField


class PartsForm(forms.Form):
    """One choice per column; what was guessed is filled in."""

    def __init__(self, evaluation: Evaluation, data: Any = None) -> None:  # noqa: ANN401 - QueryDict
        super().__init__(data)
        self.columns: list[ColumnProfile] = evaluation.dataset.columns
        language = reader_language()
        choices = [("", _("Niet gebruiken"))]
        choices += [(part.value, part.words.in_language(language)) for part in Part]
        for place, column in enumerate(self.columns):
            self.fields[f"part-{place}"] = forms.ChoiceField(
                label=column["name"],
                choices=choices,
                required=False,
                initial=evaluation.parts.get(column["name"], ""),
            )

    def rows(self) -> Iterator[ColumnRow]:
        """Go through the columns in the order of the file."""
        for place, column in enumerate(self.columns):
            yield ColumnRow(column, self[f"part-{place}"])

    def parts(self) -> dict[str, str]:
        """Return the chosen part of every column that is used."""
        chosen = {
            column["name"]: self.cleaned_data.get(f"part-{place}", "")
            for place, column in enumerate(self.columns)
        }
        return {name: part for name, part in chosen.items() if part}

    def clean(self) -> dict[str, Any]:
        """Check that the parts make a comparison."""
        for problem in problems_with(self.parts()):
            self.add_error(None, problem.in_language(reader_language()))
        return self.cleaned_data

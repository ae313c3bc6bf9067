"""English is complete, and the compiled catalogues are those of the texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from streekwerk.config import translations

APPS = translations.apps()


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_every_text_has_its_english(app: Path) -> None:
    entries = translations.collect(app)
    assert translations.missing(entries) == [], "run python -m streekwerk.config.translations"


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_the_compiled_catalogue_is_fresh(app: Path) -> None:
    path = translations.catalogue(app)
    assert path.with_suffix(".mo").read_bytes() == translations.compiled(translations.read(app))


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_placeholders_and_markup_survive_translation(app: Path) -> None:
    for entry in translations.read(app):
        if isinstance(entry.id, str) and entry.id:
            marks = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?\w+>")
            assert sorted(marks.findall(entry.id)) == sorted(marks.findall(str(entry.string)))


def test_texts_are_found_in_code_and_templates(tmp_path: Path) -> None:
    (tmp_path / "views.py").write_text(
        'from x import gettext as _\nA = _("Uit de code")\nB = ngettext("één", "meer", 2)\n',
        encoding="utf-8",
    )
    (tmp_path / "page.html").write_text(
        "{% load i18n %}<p title='x'>{% translate \"Uit een sjabloon\" %} it's\n"
        "   {% blocktranslate trimmed with n=1 %}\n  Met {{ n }}\n  regels\n"
        '{% endblocktranslate %}{% tag _("In een tag") %}',
        encoding="utf-8",
    )
    assert set(translations.messages(tmp_path)) == {
        "Uit de code",
        ("één", "meer"),
        "Uit een sjabloon",
        "Met %(n)s regels",
        "In een tag",
    }

"""Forms of the house: ``{{ form }}`` writes NL Design System markup, accessibly.

Set ``FORM_RENDERER = "streekwerk.screens.design.forms.HouseRenderer"`` and have
``django.forms`` among the installed apps; every form then follows.
"""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting
from django.template import Template

TEXTBOXES = (
    "text",
    "number",
    "email",
    "url",
    "password",
    "tel",
    "search",
    "date",
    "datetime",
    "time",
)
OWN_TEMPLATES = {
    **{f"django/forms/widgets/{kind}.html": "design/forms/textbox.html" for kind in TEXTBOXES},
    **{
        f"django/forms/widgets/{name}.html": f"design/forms/{own}.html"
        for name, own in {
            "select": "select",
            "textarea": "textarea",
            "checkbox": "checkbox",
            "radio": "choices",
            "checkbox_select": "choices",
            "file": "file",
            "clearable_file_input": "file",
        }.items()
    },
}


class HouseRenderer(TemplatesSetting):
    """Render forms, fields and widgets with the templates under ``design/forms``."""

    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/field.html"

    def get_template(self, template_name: str) -> Template | None:
        """Return our template for a widget where we have one, else Django's."""
        return super().get_template(OWN_TEMPLATES.get(template_name, template_name))

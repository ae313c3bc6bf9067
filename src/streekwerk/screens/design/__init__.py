"""The look of Streekwerk: base templates, components, charts and their style sheets."""

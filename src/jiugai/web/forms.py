"""How forms are drawn."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Draws every field with our template: label, control, hint, error."""

    field_template_name = "web/field.html"

"""How forms are drawn."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Draws every form with our templates: a summary of errors, then each field."""

    form_template_name = "web/form.html"
    field_template_name = "web/field.html"

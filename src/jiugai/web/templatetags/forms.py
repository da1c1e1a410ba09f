"""How controls of forms are drawn in Tabler's classes."""

from typing import Final

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()
PLAIN: Final = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.HiddenInput)


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Return whether a field is a single box to tick."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def control(field: BoundField) -> SafeString:
    """Return the control of a field with the class that fits it and what describes it."""
    widget = field.field.widget
    attributes: dict[str, str | bool] = {}
    if name := _class(widget):
        own = widget.attrs.get("class", "")
        wrong = " is-invalid" if field.errors else ""
        attributes["class"] = f"{own} {name}{wrong}".strip()
    if described := _described(field):
        attributes["aria-describedby"] = described
    if field.errors:
        attributes["aria-invalid"] = "true"
    return field.as_widget(attrs=attributes)


def _class(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "form-check-input"
    if isinstance(widget, PLAIN):
        return ""
    return "form-select" if isinstance(widget, forms.Select) else "form-control"


def _described(field: BoundField) -> str:
    if not field.auto_id:
        return ""
    parts = ((field.help_text, "helptext"), (field.errors, "error"))
    return " ".join(f"{field.auto_id}_{name}" for said, name in parts if said)

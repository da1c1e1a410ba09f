"""Show a sensitive value masked, with the way to open it."""

from typing import Any

from django import template
from django.db import models

from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.opening import SealedValue, may_open

register = template.Library()


@register.inclusion_tag("audit/sealed.html", takes_context=True)
def sealed(context: template.Context, thing: models.Model, name: str) -> dict[str, Any]:
    """Show `{% sealed household "phone" %}` masked; who may open it gives a reason there."""
    viewer: Viewer | None = context.get("viewer")
    value = SealedValue(thing, thing._meta.get_field(name))  # type: ignore[arg-type]
    return {
        "value": value,
        "may_open": viewer is not None and may_open(value, viewer),
        "csrf_token": context.get("csrf_token"),
    }

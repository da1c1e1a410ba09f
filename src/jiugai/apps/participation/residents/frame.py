"""What stands around every page of a household."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from jiugai.apps.participation.residents.access import ResidentRequest, elder
from jiugai.apps.participation.residents.home import reception_of


def page(
    request: ResidentRequest, template: str, context: dict[str, Any], *, is_new: bool = True
) -> HttpResponse:
    """Return a page of a household; where a form was refused its status says so.

    A template of another app is named with its folder.
    """
    frame = {
        "reception": reception_of(request.household),
        "at_home": request.household,
        "helper": request.helper,
    }
    whole = context | frame | elder(request)
    status = 200 if is_new else 422
    name = template if "/" in template else f"participation/r/{template}"
    return render(request, name, whole, status=status)

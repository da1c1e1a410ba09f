"""Hand out the official documents of an application."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.papers import TITLES, Paper, letter_of
from jiugai.apps.projects.models import Application
from jiugai.apps.registry.services.documents import WORD
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def paper(request: StaffRequest, pk: int, paper: str) -> HttpResponseBase:
    """Hand out a document of an application as Word."""
    from jiugai.reporting.official.write import official_docx

    if paper not in set(Paper):
        raise Http404
    application = get_object_or_404(Application.objects.select_related("estate", "project"), pk=pk)
    try:
        letter = letter_of(application, Paper(paper))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(application)
    return FileResponse(
        BytesIO(official_docx(letter)),
        as_attachment=True,
        filename=f"{TITLES[Paper(paper)]}-{application.number}.docx",
        content_type=WORD,
    )

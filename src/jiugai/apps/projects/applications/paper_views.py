"""Hand out the official documents of an application."""

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.papers import TITLES, Paper, letter_of
from jiugai.apps.projects.models import Application
from jiugai.kernel.errors import Refusal
from jiugai.web.papers import handed_out


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def paper(request: StaffRequest, pk: int, paper: str) -> HttpResponseBase:
    """Hand out a document of an application as Word or PDF."""
    from jiugai.reporting.official.write import official_docx

    if paper not in set(Paper):
        raise Http404
    application = get_object_or_404(Application.objects.select_related("estate", "project"), pk=pk)
    kind = Paper(paper)
    try:
        content = official_docx(letter_of(application, kind))
        return handed_out(request, content, f"{TITLES[kind]}-{application.number}")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(application)

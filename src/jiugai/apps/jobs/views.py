"""Pages of long work: the list, one job with its progress, cancel and try again."""

from collections.abc import Callable
from typing import Any, Final, cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import may_open, permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.jobs import services
from jiugai.apps.jobs.models import Job
from jiugai.apps.jobs.queries import jobs_seen_by
from jiugai.kernel.errors import Refusal

PAGE: Final = 50


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Show the jobs that somebody sees, the latest first."""
    page = Paginator(_seen(request), PAGE).get_page(request.GET.get("page"))
    return render(request, "jobs/list.html", {"page": page})


@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a job is and what came of it."""
    job = get_object_or_404(_seen(request), pk=pk)
    return render(request, "jobs/job.html", _about(request, job))


def _about(request: HttpRequest, job: Job, **more: Any) -> dict[str, Any]:
    """Return the job, and where its result is seen by who may see that as well."""
    result = str(job.result.get("url", ""))
    viewer = cast(StaffRequest, request).viewer
    return {"job": job, "result": result if may_open(viewer, result) else "", **more}


@require_GET
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the page that asks every second; once the job is over the page loads anew."""
    job = get_object_or_404(_seen(request), pk=pk)
    response = render(request, "jobs/progress.html", {"job": job})
    if job.is_over:
        response.headers["HX-Refresh"] = "true"
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a job to stop."""
    return _change(request, pk, services.cancel)


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue a job again."""
    return _change(request, pk, services.retry)


@require_POST
@permitted(Permission.VERIFY_RECORD)
def verify_record(request: StaffRequest) -> HttpResponse:
    """Start to prove the whole record."""
    job = services.start_verification(by=request.user, division=request.viewer.division or "")
    return redirect(job)


def _seen(request: HttpRequest) -> QuerySet[Job]:
    return jobs_seen_by(cast(StaffRequest, request).viewer)


def _change(request: HttpRequest, pk: int, service: Callable[..., Job]) -> HttpResponse:
    job: Job = get_object_or_404(_seen(request), pk=pk)
    try:
        service(pk=job.pk, by=cast(StaffRequest, request).user)
    except Refusal as refusal:
        return render(request, "jobs/job.html", _about(request, job, refusal=refusal), status=422)
    return redirect(job)

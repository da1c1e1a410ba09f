"""The short way for other systems: no session, no cookie, no form, only the answer."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import resolve
from django.utils import translation
from django.utils.translation import gettext as _

from jiugai.apps.registry.api.problem import Turned, problem, turned
from jiugai.kernel.i18n import SOURCE_LANGUAGE, use_language

PATHS: Final = ("/api/", "/features")
CHINESE: Final = "zh-hans"


class ForMachines:
    """Answers calls of the open interfaces that bring no session, past all other middleware.

    A browser that is signed in takes the long way, which gives it its viewer and its scope.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        if not request.path_info.startswith(PATHS):
            return self.get_response(request)
        if "HTTP_AUTHORIZATION" not in request.META and _has_session(request):
            return self.get_response(request)
        request.get_host()  # refuses hosts that are not ours
        english = request.headers.get("Accept-Language", "").startswith("en")
        use_language("en" if english else SOURCE_LANGUAGE)
        with translation.override("en" if english else CHINESE):
            response = _answer(request)
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = response.get("Cache-Control", "private, no-cache")
        return response


def _has_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _answer(request: HttpRequest) -> HttpResponse:
    if request.method not in ("GET", "HEAD") and not _may_write(request):
        return problem(405, _("这里只能读取（GET）。"), allow=["GET", "HEAD"])
    try:
        match = resolve(request.path_info)
        request.resolver_match = match
        response = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return problem(404, _("没有这个地址；接口说明在 /api/openapi.json。"))
    except Turned as error:
        return turned(error)
    if isinstance(response, HttpResponseNotAllowed):
        return problem(405, _("这个地址不接受这种请求。"), allow=response["Allow"].split(", "))
    return response  # type: ignore[no-any-return] # Django's resolver is untyped


def _may_write(request: HttpRequest) -> bool:
    """Return whether a call may be one that writes; its address says so itself."""
    return request.method == "POST" and request.path_info.startswith("/api/v1/")

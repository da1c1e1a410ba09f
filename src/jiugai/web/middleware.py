"""One language for a request, for Django's texts and those of the core."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from jiugai.kernel.i18n import SOURCE_LANGUAGE, use_language

COOKIE: Final = "language"
CHINESE: Final = "zh-hans"


class SpokenLanguage:
    """Speaks the language of the cookie, Chinese without one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request in its language."""
        code = "en" if request.COOKIES.get(COOKIE) == "en" else CHINESE
        use_language("en" if code == "en" else SOURCE_LANGUAGE)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response

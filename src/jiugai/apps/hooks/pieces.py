"""What is added to the page about oneself: the way to one's addresses."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.http import HttpRequest

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.web.pieces import ME, Piece


def _hooks(request: HttpRequest, _person: object) -> Mapping[str, Any] | None:
    return {} if cast(StaffRequest, request).viewer.may(Permission.USE_API) else None


PIECES: Final = (Piece(ME, "hooks/me.html", 20, _hooks),)

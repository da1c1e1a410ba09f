"""My tokens: make one, see it once, revoke it."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.token import TokenForm
from jiugai.apps.registry.models import ApiToken
from jiugai.apps.registry.services.tokens import make_token, revoke_token
from jiugai.kernel.errors import Refusal

PAGE: Final = "registry/tokens.html"


@require_GET
@permitted(Permission.USE_API)
def listing(request: StaffRequest) -> HttpResponse:
    """Show one's tokens and the form for another."""
    return _page(request, TokenForm())


@require_POST
@never_cache
@permitted(Permission.USE_API)
def make(request: StaffRequest) -> HttpResponse:
    """Make a token and show its key this once."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        made, key = make_token(**form.cleaned_data, by=request.viewer, on=timezone.localdate())
    except Refusal as refusal:
        return _page(request, form, status=422, refusal=refusal)
    return _page(request, TokenForm(), made=made, key=key)


@require_POST
@permitted(Permission.USE_API)
def revoke(request: StaffRequest, pk: int) -> HttpResponse:
    """End a token."""
    try:
        revoke_token(pk=pk, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return _page(request, TokenForm(), status=422, refusal=refusal)
    return redirect("registry:tokens")


def _page(
    request: StaffRequest, form: TokenForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    tokens = ApiToken.objects.filter(person=request.user)
    context = {"form": form, "tokens": tokens, "today": timezone.localdate(), **more}
    return render(request, PAGE, context, status=status)

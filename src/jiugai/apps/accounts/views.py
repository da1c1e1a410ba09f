"""What a person chooses for themselves, and what allauth leaves open."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as passkey
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from jiugai.apps.accounts.viewer import CHOSEN


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Work in another of one's appointments from here on."""
    chosen = request.POST.get("appointment", "")
    mine = {str(one.pk) for one in request.viewer.appointments}  # type: ignore[attr-defined]
    if chosen in mine:
        request.session[CHOSEN] = int(chosen)
    return redirect("/")


def no_password(request: HttpRequest) -> HttpResponse:
    """Say that somebody who comes through the office's sign-in has no password here."""
    return render(request, "accounts/no_password.html")


def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a passkey, but not the last second factor where one is a duty."""
    mine = Authenticator.objects.filter(user_id=request.user.pk)
    authenticator = get_object_or_404(mine, pk=pk, type=Authenticator.Type.WEBAUTHN)
    if request.method == "POST" and not get_adapter().can_delete_authenticator(authenticator):
        page = "mfa/webauthn/authenticator_confirm_delete.html"
        return render(request, page, {"authenticator": authenticator}, status=422)
    removed: HttpResponse = passkey.remove_webauthn(request, pk=pk)
    return removed

"""Put the year's number of tickets of an estate into the register."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.ledger.counted import supply_count
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal


@require_POST
@permitted(Permission.EDIT_REGISTER)
def supply(request: StaffRequest, pk: int) -> HttpResponse:
    """Write the number, and go back to the estate."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    try:
        count = supply_count(estate=estate, by=request.user, on=timezone.localdate())
        messages.success(request, _("已写入台账：近一年 {n} 件。").format(n=count))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(estate)

"""Add organisations and keep what is known of them."""

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Kind, Organisation
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.services import record
from jiugai.apps.people.credit_code import is_credit_code
from jiugai.apps.people.services.own import refuse_outside
from jiugai.kernel.errors import Refusal


@transaction.atomic
def keep_organisation(
    *,
    organisation: int | None,
    name: str,
    kind: Kind,
    division: str,
    credit_code: str = "",
    address: str = "",
    contact: str = "",
    phone: str = "",
    by: Viewer,
) -> Organisation:
    """Add an organisation, or change one; contact and phone stay where none is given.

    Raises Refusal outside one's division and for a wrong or a known credit code.
    """
    found = Organisation()
    if organisation is not None:
        found = Organisation.objects.select_for_update().get(pk=organisation)
        refuse_outside(by, found.division, Permission.MANAGE_PEOPLE)
    refuse_outside(by, division, Permission.MANAGE_PEOPLE)
    code = credit_code.strip().upper()
    _refuse_code(code, found)
    found.name, found.kind, found.division = name, kind, division
    found.credit_code, found.address = code, address
    if contact:
        found.contact = contact
    if phone:
        found.phone = phone
    found.save()
    action = "people.organisation_added" if organisation is None else "people.organisation_edited"
    record(action, found, by=by.person, credit_code=code, kind=kind)
    return found


def _refuse_code(code: str, organisation: Organisation) -> None:
    if not code:
        return
    if not is_credit_code(code):
        raise Refusal(
            _("统一社会信用代码 {code} 不对：应为 18 位，且校验位相符；请核对营业执照。").format(
                code=code
            )
        )
    known = Organisation.objects.filter(credit_code=code).exclude(pk=organisation.pk).first()
    if known is not None:
        raise Refusal(_("代码 {code} 已登记为“{name}”。").format(code=code, name=known))

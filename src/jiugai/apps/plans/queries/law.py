"""What is said of the policy that a scenario tries."""

from django.utils.translation import gettext as _

from jiugai.apps.plans.asked import Asked
from jiugai.kernel.i18n import listed


def documents_said(asked: Asked) -> str:
    """Return what a scenario changes in the law, "" for nothing."""
    proposal = asked.get("proposal") or {}
    parts = [
        *(
            _("{id} 改为 {value}").format(id=i, value=v)
            for i, v in proposal.get("numbers", {}).items()
        ),
        *(
            _("按“{option}”理解 {id}").format(id=i, option=o)
            for i, o in proposal.get("readings", {}).items()
        ),
        *(_("试行 {id}").format(id=one) for one in proposal.get("adopt", ())),
        *(_("不适用 {id}").format(id=one) for one in proposal.get("without", ())),
    ]
    if proposal.get("as_place"):
        parts.append(_("按 {place} 的规定").format(place=proposal["as_place"]))
    if proposal.get("on_day"):
        parts.append(_("按 {day} 的规定").format(day=proposal["on_day"]))
    return listed(parts, "；")

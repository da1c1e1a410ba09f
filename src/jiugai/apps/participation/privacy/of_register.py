"""What the register holds of who lives in a flat: owner, telephone, ID number, care needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.models import Consent
from jiugai.apps.participation.privacy import consents, words
from jiugai.apps.participation.privacy.holding import (
    Erasing,
    Field,
    Holding,
    How,
    Item,
    Term,
    Text,
)
from jiugai.apps.participation.privacy.keeping import until
from jiugai.apps.participation.privacy.values import day, pairs
from jiugai.apps.registry.models import Household

CARE: Final = "care"


def _column(name: str, title: Text) -> Callable[[Household], Sequence[Item]]:
    """Return what finds one sealed column of a household."""

    def find(household: Household) -> Sequence[Item]:
        values = pairs((title, getattr(household, name)))
        return [Item(str(title), values)] if values else []

    return find


def _emptied(name: str) -> Callable[[Household, datetime], int]:
    """Return what empties one sealed column of a household."""

    def erase(household: Household, _at: datetime) -> int:
        found = Household.objects.filter(pk=household.pk, **{f"{name}__isnull": False})
        return found.update(**{name: None})

    return erase


def _care(household: Household) -> Sequence[Item]:
    if not household.care:
        return []
    consent = consents.standing(consents.About(household, CARE))
    given = consent and day(consent.said_at)
    values = pairs((_("需关照情况"), household.care), (_("依据"), consent and consent.words))
    return [Item(str(_("需关照情况")), values, until("register.care", given or None))]


def _erase_care(household: Household, at: datetime) -> int:
    """Take the consent back, if there is one, which empties the column."""
    rows = _emptied("care")(household, at)
    consent = consents.standing(consents.About(household, CARE))
    if consent is not None and consent.is_given:
        consents.revoke(household=household, pk=consent.pk, at=at)
    return rows


@consents.follows_revoking(CARE)
def _forget_care(consent: Consent, _at: datetime) -> None:
    Household.objects.filter(pk=consent.household_id).update(care=None)


def _clear_care(before: datetime, most: int) -> int:
    """Empty care needs that no consent or duty noted since a moment stands for."""
    live = Consent.objects.filter(about=CARE, is_given=True, revoked_at=None, said_at__gte=before)
    over = Household.objects.filter(care__isnull=False).exclude(pk__in=live.values("household"))
    found = list(over.order_by("id").values_list("pk", flat=True)[:most])
    return Household.objects.filter(pk__in=found).update(care=None)


HOLDINGS: Final = (
    Holding(
        key="register.owner",
        title=_("登记的业主"),
        what=_("业主姓名；几人共有的，各人姓名和份额"),
        purpose=_("确认谁有权表决、谁是本户业主"),
        basis=words.VOTE_LAW,
        seen_by=words.MASKED,
        models=("registry.Household",),
        find=_column("owner", _("业主")),
        erasing=Erasing(
            How.NEVER,
            _(
                "不能删除：没有业主登记，您家就不在表决名册上（《民法典》第二百七十八条）。写错了可以要求更正。"
            ),
        ),
        ends=_("随房屋登记保存；换了业主就改写，不留原名"),
        corrected=(Field("owner", _("业主")),),
    ),
    Holding(
        key="register.phone",
        title=_("联系电话"),
        what=_("本户的联系电话"),
        purpose=_("约入户、通知改造事项，向这个号码发验证码"),
        basis=words.DUTY,
        seen_by=words.MASKED,
        models=("registry.Household",),
        find=_column("phone", _("联系电话")),
        erasing=Erasing(
            How.OFFICE,
            _("删除由街道办理：删了就收不到验证码和通知，只能凭信件上的代码进来。"),
            _emptied("phone"),
        ),
        ends=_("到您要求删除，或者房屋换了业主"),
        corrected=(Field("phone", _("联系电话")),),
    ),
    Holding(
        key="register.id_number",
        title=_("身份证件号码"),
        what=_("业主的身份证件号码"),
        purpose=_("只在登记要核对业主身份时用"),
        basis=words.SEPARATE,
        seen_by=words.MASKED,
        models=("registry.Household",),
        find=_column("id_number", _("身份证件号码")),
        erasing=Erasing(How.OFFICE, _("由街道核对身份的事办完后删除。"), _emptied("id_number")),
        ends=_("核对完就删，最迟到您要求删除"),
        corrected=(Field("id_number", _("身份证件号码")),),
        is_sensitive=True,
    ),
    Holding(
        key="register.care",
        title=_("需关照情况"),
        what=_("家里有没有老人、病人、残疾人等要关照的"),
        purpose=_("施工时安排通行、停水停电前上门告知"),
        basis=words.SEPARATE,
        seen_by=words.MASKED,
        models=("registry.Household",),
        find=_care,
        erasing=Erasing(
            How.SELF, _("删除后同意也一并收回；施工时不再专门上门告知。"), _erase_care
        ),
        term=Term(_("从您同意或者注明职责那天起"), 1095, 30, 1825, _clear_care),
        is_sensitive=True,
    ),
)

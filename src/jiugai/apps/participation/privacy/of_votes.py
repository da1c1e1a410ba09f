"""What is held of votes: frozen rolls, ballots, paper with proxies, and uploaded rolls."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.addresses import plain_address
from jiugai.apps.participation.models import Ballot, Mark, PaperEntry, RollFlat, RollImport
from jiugai.apps.participation.privacy import words
from jiugai.apps.participation.privacy.holding import Erasing, Holding, How, Item, Term
from jiugai.apps.participation.privacy.keeping import until
from jiugai.apps.participation.privacy.of_entry import first_of
from jiugai.apps.participation.privacy.values import day, opened, pairs
from jiugai.apps.participation.votes.rolls import owner_in_roll
from jiugai.apps.registry.models import Household
from jiugai.consent.areas import square_metres


def _rolls(household: Household) -> Sequence[Item]:
    found = RollFlat.objects.filter(household=household).select_related("vote")
    return [
        Item(
            one.vote.question,
            pairs(
                (_("业主"), owner_in_roll(one)),
                (_("地址"), str(one)),
                (
                    _("专有部分面积"),
                    str(_("{area} 平方米")).format(area=square_metres(one.area_dm2)),
                ),
            ),
        )
        for one in found.order_by("-id")
    ]


def _ballots(household: Household) -> Sequence[Item]:
    found = Ballot.objects.filter(flat__household=household).select_related("vote")
    typed = PaperEntry.objects.filter(flat__household=household).select_related("vote")
    return [
        *(
            Item(
                one.vote.question,
                pairs(
                    (_("意见"), Mark(one.mark).label),
                    (_("怎样收到"), one.get_channel_display()),
                    (_("时间"), one.at),
                    (_("回执号"), one.receipt),
                ),
            )
            for one in found.order_by("-id")
        ),
        *(
            Item(
                str(_("纸质票录入：{vote}")).format(vote=one.vote.question),
                pairs(
                    (_("意见"), Mark(one.mark).label),
                    (_("交票时间"), one.handed_in_at),
                    (_("代理人"), one.proxy),
                    (_("委托书编号"), one.document),
                ),
            )
            for one in typed.order_by("-id")
        ),
    ]


def _uploads(household: Household) -> Sequence[Item]:
    estate = household.building.estate_id
    found = RollImport.objects.filter(estate=estate, rows__isnull=False, stored_on=None)
    own = plain_address(str(household.building), str(household.unit or ""), household.door)
    return [
        Item(
            one.file,
            pairs((_("业主"), row["owner"]), (_("上传"), one.made_at)),
            until("votes.uploads", day(one.made_at)),
        )
        for one in found
        for row in json.loads(opened(one.rows))
        if plain_address(row["building"], row["unit"], row["door"]) == own
    ]


def _clear_uploads(before: datetime, most: int) -> int:
    over = RollImport.objects.filter(made_at__lt=before, rows__isnull=False)
    return first_of(over, most).update(rows=None)


HOLDINGS: Final = (
    Holding(
        key="votes.rolls",
        title=_("表决名册"),
        what=_("表决开始时您家的业主、地址、面积"),
        purpose=_("按户数和面积计票"),
        basis=words.VOTE_LAW,
        seen_by=words.MASKED,
        models=("participation.RollFlat", "participation.FrozenRoll"),
        find=_rolls,
        erasing=Erasing(How.NEVER, words.VOTE_STAYS),
        ends=_("随表决档案保存"),
    ),
    Holding(
        key="votes.ballots",
        title=_("表决票"),
        what=_("您家的票、怎样交的、纸质票的代理人"),
        purpose=_("计票和核对"),
        basis=words.VOTE_LAW,
        seen_by=_("公布的只有回执号，不带意见；代理人打码，打开要写理由"),
        models=("participation.Ballot", "participation.PaperEntry"),
        find=_ballots,
        erasing=Erasing(How.NEVER, words.VOTE_STAYS),
        ends=_("随表决档案保存"),
    ),
    Holding(
        key="votes.uploads",
        title=_("待入库的业主名册"),
        what=_("街道上传、还没有入库的名册里您家的一行"),
        purpose=_("核对后更新业主登记"),
        basis=words.VOTE_LAW,
        seen_by=_("上传和核对名册的经办人"),
        models=("participation.RollImport",),
        find=_uploads,
        erasing=Erasing(
            How.NEVER, _("名册是整份核对的；入库后当即清空，没有入库的到期自动清空。")
        ),
        term=Term(_("从上传起"), 30, 1, 90, _clear_uploads),
    ),
)

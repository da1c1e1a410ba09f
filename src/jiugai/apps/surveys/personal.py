"""What surveys hold of households."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.privacy import words
from jiugai.apps.participation.privacy.holding import Erasing, Holding, How, Term
from jiugai.apps.surveys.privacy import asking, erasing, finding, keys

#: Consents before sensitive questions: what follows from taking one back stands in `asking`.
CONSENTS: Final = asking.ABOUT
HOLDINGS: Final = (
    Holding(
        key=keys.ANSWERS,
        title=_("问卷的回答和照片"),
        what=_("您家对问卷、入户调查、改后评价、点单的回答，随附的照片"),
        purpose=_("定改什么、怎么改；入户的尺寸用来做方案"),
        basis=words.CONSENT,
        seen_by=_(
            "街道、社区经办人和入户的设计单位；敏感问题的回答加密保存，经办人写明理由才能查看，每次都有记录；"
            "公布的只有汇总，户数太少的楼不单列"
        ),
        models=("surveys.Answer", "surveys.AnswerFile"),
        find=finding.answers_of,
        erasing=Erasing(
            How.SELF,
            _(
                "回答和照片当即删去，不能恢复。已截止的问卷，公布过的汇总数字不变；还没截止的，从汇总里扣除，可以再答。"
            ),
            erasing.erase_answers,
        ),
        term=Term(_("从问卷截止起"), 1095, 180, 3650, erasing.clear_answers),
    ),
    Holding(
        key=keys.SUBMISSIONS,
        title=_("采集器交来的答卷"),
        what=_("工作人员用采集器入户时填的，等处理、已计入和没有采用的"),
        purpose=_("核对两份不同的答卷采用哪一份"),
        basis=words.CONSENT,
        seen_by=_("街道、社区经办人和入户的设计单位；敏感问题的回答同样加密，写明理由才能查看"),
        models=("surveys.Submission",),
        find=finding.submissions_of,
        erasing=Erasing(
            How.SELF,
            _("没有采用的和已截止问卷的当即删去；还在等处理的，处理后再删。"),
            erasing.erase_submissions,
        ),
        term=Term(
            _("没有采用的从交来起，其余从问卷截止起"), 30, 1, 365, erasing.clear_submissions
        ),
    ),
)

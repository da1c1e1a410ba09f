"""Words that stand beside many things that are held: grounds in the law, who sees them."""

from typing import Final

from django.utils.translation import gettext_lazy as _

#: The grounds on which personal data may be handled (PIPL 13).
CONSENT: Final = _("您的同意（《个人信息保护法》第十三条第一款第一项）；可以随时收回（第十五条）")
DUTY: Final = _(
    "政府部门履行改造工作的法定职责所必需（《个人信息保护法》第十三条第一款第三项、第三十四条）"
)
OWN_SERVICE: Final = _("为您办理您要办的事所必需（《个人信息保护法》第十三条第一款第三项）")
SEPARATE: Final = _(
    "您的单独同意（《个人信息保护法》第二十九条），或者注明的法定职责（第十三条第一款第三项）"
)
VOTE_LAW: Final = _(
    "业主共同决定要能核对（《民法典》第二百七十八条；《个人信息保护法》第十三条第一款第三项）"
)

MASKED: Final = _("街道、社区经办人看到的是打码的；打开要写理由，每次都有记录")
CLERKS: Final = _("街道、社区经办人和区、市整治办")
NOBODY: Final = _("没有人看；只存摘要，系统用来核对")

#: Why what belongs to a vote stays (PIPL 47②).
VOTE_STAYS: Final = _(
    "不能删除：表决要按名册和每一张票重新计票核对（《民法典》第二百七十八条），删去一张，全体业主的决定就没法证明。"
    "依《个人信息保护法》第四十七条第二款，只保存、不作他用。"
)

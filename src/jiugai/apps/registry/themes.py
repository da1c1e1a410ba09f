"""The themes under which the facts of an estate are filled in and shown."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jiugai.policy.vocabulary.estate.fabric import Fabric
from jiugai.policy.vocabulary.estate.gates import Steps
from jiugai.policy.vocabulary.estate.identity import Identity
from jiugai.policy.vocabulary.estate.money import Costs
from jiugai.policy.vocabulary.estate.needs import Needs
from jiugai.policy.vocabulary.estate.residents import Residents
from jiugai.policy.vocabulary.fact import Subject

THEMES: Final[dict[type[Subject], str | Promise]] = {
    Identity: _("名称与位置"),
    Fabric: _("建筑与管理"),
    Needs: _("现状与需求"),
    Residents: _("居民与组织"),
    Steps: _("前期步骤"),
    Costs: _("费用与时序"),
}

"""Forms of property service."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Kind as OrganisationKind
from jiugai.apps.accounts.models import Organisation
from jiugai.apps.owners.forms import choice_field, day_field, file_field, text_field, words_field
from jiugai.apps.owners.models import PropertyService, ServiceEntry
from jiugai.apps.owners.service.services import Contract
from jiugai.apps.registry.models import Estate
from jiugai.kernel.division import ancestors

WHICH = [
    ("", _("服务中的")),
    *((one.value, one.label) for one in PropertyService.Kind),
    *((one.value, one.label) for one in PropertyService.State),
    ("due", _("已过期限的")),
    ("all", _("全部")),
]


class StartForm(forms.Form):
    """Which company begins to serve an estate, on what footing and for how long."""

    kind = choice_field(_("方式"), PropertyService.Kind.choices)
    company = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("服务单位"), empty_label=_("请选择")
    )
    chosen_by = choice_field(
        _("由谁预选"), PropertyService.Chooser.choices, empty=_("不是先尝后买")
    )
    mode = text_field(
        _("服务模式"),
        most=200,
        required=False,
        help_text=_("如“专业物业服务企业全委托”；先尝后买要先期确定。"),
    )
    services = words_field(
        _("服务内容"), most=1000, help_text=_("如保洁、安保、公共空间与绿化维护。")
    )
    since = day_field(_("自"))
    until = day_field(_("至"), required=False)
    cost = text_field(_("费用"), most=200, required=False, help_text=_("先尝后买不收费，留空。"))
    posted_on = day_field(_("公示日"), required=False)

    def __init__(self, *args: Any, estate: Estate, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["company"].queryset = companies_for(estate)  # type: ignore[attr-defined]


def companies_for(estate: Estate) -> Any:
    """Return property companies of the estate's divisions, and its own parties of that kind."""
    places = [*ancestors(estate.division), estate.division]
    own = estate.parties.filter(kind="property").values("organisation")
    near = Q(kind=OrganisationKind.PROPERTY, division__in=places)
    return Organisation.objects.filter(near | Q(pk__in=own)).order_by("name")


class NoteForm(forms.Form):
    """A line of the record of a service."""

    kind = choice_field(_("事项"), ServiceEntry.Kind.choices)
    day = day_field(_("日期"))
    words = words_field(_("做了什么、看到什么"), rows=2, most=500)
    file = file_field()

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id="note_%s", **more)


class DayForm(forms.Form):
    """On which day."""

    day = day_field(_("公示日"))

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id="day_%s", **more)


class ContractForm(forms.Form):
    """What the contract says (BPM 63①)."""

    signed_on = day_field(_("签订日"))
    until = day_field(_("合同届满日"))
    standard = text_field(_("服务标准"), most=200, help_text=_("如“北京市住宅物业服务标准二级”。"))
    fee = forms.DecimalField(
        label=_("物业费（元/㎡·月）"), min_value=0, max_digits=7, decimal_places=2
    )
    has_all_items = forms.BooleanField(
        label=_("合同约定了服务内容和标准、费用、服务用房、期限、违约责任"), required=False
    )
    file = file_field(_("合同文件"))

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id="contract_%s", **more)

    def said(self) -> Contract:
        """Return what the contract says."""
        said = self.cleaned_data
        return Contract(
            signed_on=said["signed_on"],
            until=said["until"],
            standard=said["standard"],
            fee_cents=int(said["fee"] * 100),
            has_all_items=said["has_all_items"],
            file=said["file"],
        )


class FilingForm(forms.Form):
    """When the contract was filed, and under which number."""

    day = day_field(_("备案日"))
    number = text_field(_("备案号"), most=60)

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id="filing_%s", **more)


class EndServiceForm(forms.Form):
    """When and why a service ended."""

    day = day_field(_("结束日"))
    why = text_field(_("结束的原因"), most=300)

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id="end_%s", **more)

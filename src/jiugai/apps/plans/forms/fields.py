"""The fields of the studio that depend on years, sources, weights and lines."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.plans.asked import DEMAND
from jiugai.kernel.i18n import _ as say
from jiugai.planning.classes import CLASSES, class_title
from jiugai.planning.money.budget import Source, source_title
from jiugai.planning.need.weights import default_weights
from jiugai.planning.pool.assumptions import PER_BUILDING, PER_ESTATE, PER_HOUSEHOLD

PLAIN: Final = (PER_BUILDING, PER_ESTATE, PER_HOUSEHOLD)
CAPACITY: Final = {
    "estates": gettext_lazy("每年最多开工（个小区）"),
    "households": gettext_lazy("每年最多开工（户）"),
    "street_estates": gettext_lazy("每个街道每年最多（个小区）"),
    "street_households": gettext_lazy("每个街道每年最多（户）"),
}
ASSUMED: Final = {
    PER_BUILDING: gettext_lazy("户数（户/栋）"),
    PER_ESTATE: gettext_lazy("没有楼栋数时的户数（户/个）"),
    PER_HOUSEHOLD: gettext_lazy("每户面积（㎡）"),
}
WORDS: Final = {
    "kind": gettext_lazy("类型"),
    "subject": gettext_lazy("对象"),
    "street": gettext_lazy("街道"),
    "year": gettext_lazy("年度"),
    "classes": gettext_lazy("类别"),
    "least": gettext_lazy("至少"),
    "most": gettext_lazy("至多"),
    "unit": gettext_lazy("单位"),
    "reason": gettext_lazy("理由"),
}
#: The words are what the core reads; what people see of them is translated.
KINDS: Final = {
    "": "–",
    "配额": gettext_lazy("配额"),
    "锁定": gettext_lazy("锁定"),
    "排除": gettext_lazy("排除"),
    "企业": gettext_lazy("企业"),
    "试点": gettext_lazy("试点"),
}


def money_fields(span: Sequence[int]) -> dict[str, forms.Field]:
    """Return the fields of what each source gives in each year, and for which classes."""
    found: dict[str, forms.Field] = {}
    for source in Source:
        title = source_title(source)
        for year in span:
            label = _("{source} {year} 年（万元）").format(source=title, year=year)
            found[f"money-{source}-{year}"] = _text(label, 20, inputmode="decimal", size=8)
        for works in CLASSES:
            label = _("{source}可用于{works}").format(source=title, works=class_title(works))
            found[f"classes-{source}-{works}"] = forms.BooleanField(
                label=label,
                required=False,
                widget=forms.CheckboxInput(attrs={"aria-label": label}),
            )
    return found


def weight_fields() -> dict[str, forms.Field]:
    """Return the fields of what works are worth and of the parts of the score."""
    found: dict[str, forms.Field] = {
        f"worth-{works}": forms.FloatField(
            label=_("{works}的价值").format(works=class_title(works)), min_value=0
        )
        for works in CLASSES
    }
    for part in default_weights().parts:
        label = _("{part}的权重").format(part=say(part.title))
        found[f"part-{part.id}"] = forms.FloatField(
            label=label,
            min_value=0,
            widget=forms.NumberInput(attrs={"aria-label": label, "step": "any"}),
        )
    return found


def demand_fields(lines: Sequence[Mapping[str, str]]) -> dict[str, forms.Field]:
    """Return the fields of so many lines of demands."""
    found: dict[str, forms.Field] = {}
    for number in range(len(lines)):
        for name in DEMAND:
            label = _("第 {n} 行 {word}").format(n=number + 1, word=WORDS[name])
            found[f"demand-{number}-{name}"] = (
                forms.ChoiceField(
                    label=label,
                    required=False,
                    choices=list(KINDS.items()),
                    widget=forms.Select(attrs={"aria-label": label}),
                )
                if name == "kind"
                else _text(label, 200, size=_SIZES.get(name, 6))
            )
    return found


_SIZES: Final = {"subject": 14, "reason": 14, "classes": 8}


def size_fields() -> dict[str, forms.Field]:
    """Return the fields of what can start in a year, and of what is assumed."""
    found: dict[str, forms.Field] = {
        f"capacity-{name}": forms.IntegerField(label=title, required=False, min_value=0)
        for name, title in CAPACITY.items()
    }
    titles = {name: str(title) for name, title in ASSUMED.items()} | {
        w.value: _("{works}（元/㎡）").format(works=class_title(w)) for w in CLASSES
    }
    return found | {
        f"assume-{name}": forms.FloatField(label=title, required=False, min_value=0)
        for name, title in titles.items()
    }


def _text(label: str, most: int, **more: Any) -> forms.CharField:
    attrs = {"aria-label": label, **more}
    return forms.CharField(
        label=label, required=False, max_length=most, widget=forms.TextInput(attrs=attrs)
    )

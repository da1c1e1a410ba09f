"""The filters above the list of estates, which the map and the export take, too."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.queries.boxes import box_or_none
from jiugai.apps.registry.queries.columns import COLUMNS, USUAL, Column, columns_named
from jiugai.apps.registry.queries.estates import ORDERS, Wanted
from jiugai.apps.registry.queries.places import Place
from jiugai.apps.registry.queries.rules import documents_with_rules, facts_asked
from jiugai.kernel.division import covers
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.policy.naming import fact_name
from jiugai.policy.vocabulary import Estate as EstateFacts

ANY = ("", gettext_lazy("不限"))
VERDICTS = [
    (Verdict.MET.value, gettext_lazy("符合")),
    (Verdict.NOT_MET.value, gettext_lazy("不符合")),
    (Verdict.UNKNOWN.value, gettext_lazy("证据不足")),
]
FIRST_YEAR, LAST_YEAR = 1840, 2100
ORDER_NAMES = {
    "name": gettext_lazy("名称"),
    "code": gettext_lazy("小区编号"),
    "division": gettext_lazy("区划"),
    "year": gettext_lazy("建成年代"),
    "households": gettext_lazy("户数"),
    "buildings": gettext_lazy("楼栋数"),
    "area": gettext_lazy("建筑面积"),
    "management": gettext_lazy("管理现状"),
    "stage": gettext_lazy("阶段"),
}


class FilterForm(forms.Form):
    """What somebody looks for; a filter that makes no sense is shown and not used."""

    q = forms.CharField(
        label=gettext_lazy("查找"),
        required=False,
        max_length=60,
        widget=forms.TextInput(
            attrs={"placeholder": gettext_lazy("名称、地址、编号或拼音首字母"), "type": "search"}
        ),
    )
    division = forms.ChoiceField(label=gettext_lazy("区划"), required=False)
    stage = forms.ChoiceField(
        label=gettext_lazy("阶段"), required=False, choices=[ANY, *Stage.choices]
    )
    built_from = forms.IntegerField(
        label=gettext_lazy("建成年代自"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    built_to = forms.IntegerField(
        label=gettext_lazy("建成年代至"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    management = forms.ChoiceField(label=gettext_lazy("管理现状"), required=False)
    rule = forms.ChoiceField(label=gettext_lazy("规则"), required=False)
    verdict = forms.ChoiceField(
        label=gettext_lazy("结论"), required=False, choices=[ANY, *VERDICTS]
    )
    missing = forms.ChoiceField(label=gettext_lazy("缺少的依据"), required=False)
    conflicts = forms.BooleanField(label=gettext_lazy("有来源冲突待处理"), required=False)
    bbox = forms.CharField(
        label=gettext_lazy("地图范围"), required=False, widget=forms.HiddenInput, max_length=120
    )
    order = forms.ChoiceField(
        label=gettext_lazy("排序"),
        required=False,
        choices=[(order, ORDER_NAMES[order]) for order in ORDERS],
    )
    backwards = forms.BooleanField(label=gettext_lazy("倒序"), required=False)

    def __init__(self, data: Any = None, *, scope: str = "", places: Iterable[Place] = ()) -> None:
        super().__init__(data)
        self.scope = scope
        self._choose("division", _places(places))
        self._choose("management", _words(EstateFacts.management_mode.choices))
        self._choose("rule", _rules(scope), _("是否纳入改造（综合）"))
        self._choose(
            "missing",
            ((_fact_key(one.id), fact_name(_fact_key(one.id))) for one in facts_asked(scope)),
        )

    def _choose(self, name: str, choices: Iterable[Any], empty: str = "") -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", empty or ANY[1]), *choices]

    def clean_division(self) -> str:
        """Return the division, which must lie within what the person may see."""
        code: str = self.cleaned_data["division"]
        if code and not covers(self.scope, code):
            raise forms.ValidationError(_("这个区划不在您的管辖范围内。"))
        return code

    def clean(self) -> dict[str, Any]:
        """Return what was asked; years that run backwards are not used."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = said.get("built_from"), said.get("built_to")
        if first is not None and last is not None and first > last:
            self.add_error("built_to", _("应不早于起始年份 %(year)s。") % {"year": first})
        if said.get("rule") and not said.get("verdict"):
            self.add_error("verdict", _("请选择该规则的结论。"))
        return said

    def wanted(self) -> Wanted:
        """Return what the valid filters ask for."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            words=said.get("q", ""),
            division=said.get("division", ""),
            stage=said.get("stage", ""),
            verdict=said.get("verdict", ""),
            rule=said.get("rule", ""),
            missing=said.get("missing", ""),
            management=said.get("management", ""),
            conflicts=bool(said.get("conflicts")),
            built_from=said.get("built_from"),
            built_to=said.get("built_to"),
            order=said.get("order") or next(iter(ORDERS)),
            backwards=bool(said.get("backwards")),
            within=box_or_none(said.get("bbox", "")),
            ids=self._ids(),
        )

    @property
    def asks_more(self) -> bool:
        """Return whether one of the filters that stand folded away is in use."""
        folded = ("rule", "missing", "management", "built_from", "built_to", "conflicts")
        return any(self.data.get(name) for name in folded)

    def _ids(self) -> tuple[int, ...]:
        """Return the estates that somebody ticked, if any."""
        named = self.data.getlist("ids") if hasattr(self.data, "getlist") else []
        return tuple(int(one) for one in named[:5000] if one.isdecimal() and len(one) < 19)

    @property
    def columns(self) -> list[Column]:
        """Return the columns asked for."""
        return columns_named(self.chosen)

    @property
    def chosen(self) -> list[str]:
        """Return the names of the columns asked for, the usual ones where none is."""
        named = self.data.getlist("columns") if hasattr(self.data, "getlist") else []
        return [name for name in named if name in COLUMNS] or list(USUAL)

    def in_words(self) -> list[tuple[str, str]]:
        """Return the filters that are in use, label and value, for a heading."""
        self.is_valid()
        skip = {"order", "backwards"}
        found = [
            (str(self.fields[name].label), self._in_words(name, value))
            for name, value in self.cleaned_data.items()
            if value not in (None, "", False) and name not in skip
        ]
        if ids := self._ids():
            found.append((_("选中的小区"), str(len(ids))))
        return found

    def _in_words(self, name: str, value: Any) -> str:
        field = self.fields[name]
        if name == "bbox":
            return _("图上框出的范围")
        if isinstance(field, forms.BooleanField):
            return _("是")
        if not isinstance(field, forms.ChoiceField):
            return str(value)
        return next(
            (title for key, title in _flat(field.choices) if key == str(value)), str(value)
        )


def _flat(choices: Any) -> Iterable[tuple[str, str]]:
    for key, title in choices:
        if isinstance(title, list | tuple):
            yield from _flat(title)
        else:
            yield str(key), str(title)


def _places(places: Iterable[Place]) -> list[tuple[str, str]]:
    return [(one.code, "　" * one.depth + one.name) for one in places]


def _words(choices: dict[str, str]) -> list[tuple[str, str]]:
    return [(word, say(title)) for word, title in choices.items()]


def _rules(scope: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (say(document.title), [(rule.id, say(rule.title)) for rule in rules])
        for document, rules in documents_with_rules(scope)
    ]


def _fact_key(fact_id: str) -> str:
    """Return a fact as assessments name it: bare for an estate, `building.…` below."""
    return fact_id.removeprefix("estate.")

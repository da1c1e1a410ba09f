"""The left side of the studio: money, weights, demands, capacity, assumptions, search."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import yaml
from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.plans.asked import DEMAND, USUAL, Asked
from jiugai.apps.plans.forms.fields import (
    CAPACITY,
    PLAIN,
    WORDS,
    demand_fields,
    money_fields,
    size_fields,
    weight_fields,
)
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.money import parse_amount, wan
from jiugai.planning.classes import CLASSES, class_title
from jiugai.planning.money.budget import MOST_YEARS, Source, source_title
from jiugai.planning.need.weights import Measure, Scoring, Weights, default_weights

#: Empty lines for further demands.
SPARE: Final = 3
MOST_LINES: Final = 400
SECONDS: Final = (2, 5, 20, 60, 180)
EXTRA: Final = (0, 1, 5, 15, 60)


class AskedForm(forms.Form):
    """Everything that a scenario asks; what is typed stays as it was typed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    years = forms.IntegerField(label=gettext_lazy("计划年数"), min_value=1, max_value=MOST_YEARS)
    scoring = forms.ChoiceField(label=gettext_lazy("打分方式"))
    measure = forms.ChoiceField(label=gettext_lazy("效益按"))
    later = forms.FloatField(label=gettext_lazy("晚一年折为"), min_value=0.01, max_value=1)
    basic_share = forms.FloatField(
        label=gettext_lazy("基础类至少占（0 至 1，条文未规定时）"), min_value=0, max_value=1
    )
    worth = forms.FloatField(
        label=gettext_lazy("相邻同年加成（0 至 1）"), min_value=0, max_value=1
    )
    within_m = forms.IntegerField(label=gettext_lazy("多近算相邻（米）"), min_value=0)
    most = forms.IntegerField(label=gettext_lazy("每个小区至多算几个邻居"), min_value=0)
    source = forms.CharField(
        label=gettext_lazy("依据（谁、根据什么作出这些假设）"), required=False, max_length=300
    )
    cases = forms.CharField(
        label=gettext_lazy("个别情形（YAML，写法同命令行的假设文件）"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
    )
    strict = forms.BooleanField(label=gettext_lazy("证据不足的小区不列入"), required=False)
    carry = forms.BooleanField(label=gettext_lazy("当年结余可结转下一年"), required=False)
    reserve = forms.BooleanField(label=gettext_lazy("只从储备库里选"), required=False)
    changes = forms.IntegerField(
        label=gettext_lazy("对在用计划最多改动几项（空为不限）"), required=False, min_value=0
    )
    seconds = forms.TypedChoiceField(
        label=gettext_lazy("最多求解（秒）"), coerce=int, choices=[(n, n) for n in SECONDS]
    )
    ways = forms.TypedChoiceField(
        label=gettext_lazy("找列入办法（秒）"), coerce=int, choices=[(n, n) for n in EXTRA]
    )
    curve = forms.TypedChoiceField(
        label=gettext_lazy("资金效益曲线（秒）"), coerce=int, choices=[(n, n) for n in EXTRA]
    )

    def __init__(
        self, data: Any = None, *, asked: Asked, span: Sequence[int], version: int
    ) -> None:
        self.asked, self.span = asked, tuple(span)
        self.lines = _lines(data, asked)
        super().__init__(data, initial=_initial(asked, span, version, self.lines))
        self._choose(
            "scoring", [(Scoring.WEIGHTED, _("显式权重")), (Scoring.TOPSIS, _("熵权 TOPSIS"))]
        )
        self._choose(
            "measure", [(Measure.HOUSEHOLDS, _("受益户数")), (Measure.ESTATES, _("小区数"))]
        )
        self.fields.update(money_fields(self.span))
        self.fields.update(weight_fields())
        self.fields.update(demand_fields(self.lines))
        self.fields.update(size_fields())

    def _choose(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(value), title) for value, title in choices]

    @property
    def money(self) -> Iterator[tuple[str, list[BoundField], list[BoundField]]]:
        """Yield for each source its title, the fields of its years and those of its classes."""
        for source in Source:
            years = [self[f"money-{source}-{year}"] for year in self.span]
            classes = [self[f"classes-{source}-{works}"] for works in CLASSES]
            yield source_title(source), years, classes

    @property
    def class_titles(self) -> list[str]:
        """Return the headings of the classes."""
        return [class_title(works) for works in CLASSES]

    @property
    def parts(self) -> Iterator[tuple[str, str, BoundField]]:
        """Yield for each part of the score its title, its reason and the field of its weight."""
        for part in default_weights().parts:
            yield say(part.title), say(part.reason), self[f"part-{part.id}"]

    @property
    def worths(self) -> list[BoundField]:
        """Return the fields of what the works of a class are worth."""
        return [self[f"worth-{works}"] for works in CLASSES]

    @property
    def demand_rows(self) -> Iterator[tuple[int, list[BoundField]]]:
        """Yield the number and the fields of each line of demands."""
        for number in range(len(self.lines)):
            yield number + 1, [self[f"demand-{number}-{name}"] for name in DEMAND]

    @property
    def demand_heads(self) -> list[str]:
        """Return the headings of the demands."""
        return [str(WORDS[name]) for name in DEMAND]

    @property
    def demand_count(self) -> int:
        """Return how many lines of demands are filled in."""
        filled = (any(field.value() for field in fields) for _n, fields in self.demand_rows)
        return sum(filled)

    @property
    def capacity(self) -> list[BoundField]:
        """Return the fields of what can start in a year."""
        return [self[f"capacity-{name}"] for name in CAPACITY]

    @property
    def assumed(self) -> list[BoundField]:
        """Return the fields of what is assumed."""
        return [self[f"assume-{name}"] for name in (*PLAIN, *(w.value for w in CLASSES))]

    def clean_cases(self) -> str:
        """Return the text of the cases, which must be a list."""
        text: str = self.cleaned_data["cases"]
        try:
            raw = yaml.safe_load(text) if text.strip() else []
        except yaml.YAMLError as error:
            raise forms.ValidationError(_("读不出来；请写成“- when: …”的 YAML。")) from error
        if not isinstance(raw, list):
            raise forms.ValidationError(_("须是若干条“- when: …”。"))
        return text

    def clean(self) -> dict[str, Any]:
        """Read the amounts."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for name in [name for name in self.fields if name.startswith("money-")]:
            try:
                said[name] = parse_amount(said[name], unit="万") if said.get(name) else 0
            except UsageError as error:
                self.add_error(name, str(error))
        return said

    def wanted(self) -> Asked:
        """Return what a valid form asks."""
        said = self.cleaned_data
        return {
            **USUAL,
            "money": list(self._money()),
            "weights": self._weights(),
            "demands": list(self._demands()),
            "capacity": {
                name: said[f"capacity-{name}"]
                for name in CAPACITY
                if said[f"capacity-{name}"] is not None
            },
            "assumptions": self._assumptions(),
            "strict": said["strict"],
            "carry": said["carry"],
            "reserve": said["reserve"],
            "changes": said["changes"],
            "seconds": said["seconds"],
            "ways": said["ways"],
            "curve": said["curve"],
            "proposal": self.asked.get("proposal") or {},
        }

    def _money(self) -> Iterator[dict[str, Any]]:
        said = self.cleaned_data
        for source in Source:
            amounts = {str(year): said[f"money-{source}-{year}"] for year in self.span}
            given = {year: cents for year, cents in amounts.items() if cents}
            classes = [w.value for w in CLASSES if said[f"classes-{source}-{w}"]]
            if given or classes:
                yield {"source": source.value, "classes": classes, "amounts": given}

    def _weights(self) -> dict[str, Any]:
        """Return the weights that differ from the usual ones, as a file would name them."""
        said, usual = self.cleaned_data, default_weights()
        found: dict[str, Any] = {
            name: said[name]
            for name in ("scoring", "measure", "later", "basic_share")
            if not _same(said[name], getattr(usual, name))
        }
        groups = {
            "classes": {w.value: said[f"worth-{w}"] for w in CLASSES},
            "neighbours": {name: said[name] for name in ("worth", "within_m", "most")},
            "parts": {part.id: said[f"part-{part.id}"] for part in usual.parts},
        }
        before = _weight_groups(usual)
        for name, values in groups.items():
            changed = {k: v for k, v in values.items() if not _same(v, before[name][k])}
            if changed:
                found[name] = changed
        return found

    def _demands(self) -> Iterator[dict[str, str]]:
        for number in range(len(self.lines)):
            line = {name: self.cleaned_data[f"demand-{number}-{name}"] for name in DEMAND}
            if any(line.values()):
                yield {name: value for name, value in line.items() if value}

    def _assumptions(self) -> dict[str, Any]:
        said = self.cleaned_data
        plain = {n: said[f"assume-{n}"] for n in PLAIN if said[f"assume-{n}"] is not None}
        rates = {
            w.value: said[f"assume-{w.value}"]
            for w in CLASSES
            if said[f"assume-{w.value}"] is not None
        }
        cases = yaml.safe_load(said["cases"]) if said["cases"].strip() else []
        if not (plain or rates or cases or said["source"]):
            return {}
        found: dict[str, Any] = {"source": said["source"], **plain}
        return (
            found | ({"cost_per_m2": rates} if rates else {}) | ({"cases": cases} if cases else {})
        )


def _same(value: Any, usual: Any) -> bool:
    return str(value) == str(usual) if isinstance(value, str) else float(value) == float(usual)


def _weight_groups(weights: Weights) -> dict[str, dict[str, Any]]:
    near = weights.neighbours
    return {
        "classes": {w.value: float(v) for w, v in zip(CLASSES, weights.classes, strict=True)},
        "neighbours": {
            "worth": float(near.worth),
            "within_m": near.within_m,
            "most": near.most,
        },
        "parts": {part.id: float(part.weight) for part in weights.parts},
    }


def _lines(data: Any, asked: Asked) -> list[Mapping[str, str]]:
    """Return the lines of demands to show: those typed or kept, and a few empty ones."""
    if data is None:
        return [*asked["demands"], *({} for _n in range(SPARE))]
    numbers = [
        int(name.split("-")[1])
        for name in data
        if name.startswith("demand-") and name.split("-")[1].isdecimal()
    ]
    count = min(max(numbers, default=-1) + 1, MOST_LINES)
    return [{} for _n in range(count)]


def _initial(
    asked: Asked, span: Sequence[int], version: int, lines: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    raw = asked.get("assumptions") or {}
    cases = raw.get("cases")
    found: dict[str, Any] = {
        "version": version,
        "years": len(span),
        "source": raw.get("source", ""),
        "cases": yaml.safe_dump(cases, allow_unicode=True) if cases else "",
        **{
            name: asked.get(name, USUAL[name])
            for name in ("strict", "carry", "reserve", "changes", "seconds", "ways", "curve")
        },
        **_weights_initial(asked.get("weights") or {}),
    }
    found |= {f"assume-{name}": raw.get(name) for name in PLAIN}
    found |= {f"assume-{w.value}": (raw.get("cost_per_m2") or {}).get(w.value) for w in CLASSES}
    found |= {f"capacity-{n}": (asked.get("capacity") or {}).get(n) for n in CAPACITY}
    for number, line in enumerate(lines):
        found |= {f"demand-{number}-{name}": line.get(name, "") for name in DEMAND}
    for line in asked["money"]:
        source = line["source"]
        found |= {f"money-{source}-{year}": wan(c) for year, c in line["amounts"].items()}
        found |= {f"classes-{source}-{w}": True for w in line["classes"]}
    return found


def _weights_initial(change: Mapping[str, Any]) -> dict[str, Any]:
    usual = default_weights()
    groups = {
        name: values | dict(change.get(name) or {})
        for name, values in _weight_groups(usual).items()
    }
    return {
        "scoring": change.get("scoring", usual.scoring.value),
        "measure": change.get("measure", usual.measure.value),
        "later": change.get("later", float(usual.later)),
        "basic_share": change.get("basic_share", float(usual.basic_share)),
        **groups["neighbours"],
        **{f"worth-{w}": value for w, value in groups["classes"].items()},
        **{f"part-{id_}": value for id_, value in groups["parts"].items()},
    }

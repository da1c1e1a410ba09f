"""What somebody proposes to change in the law."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.plans.models import Scenario
from jiugai.apps.plans.queries.studio import scenarios_of
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.queries.readings import documents_here
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.money import grouped
from jiugai.policy.law import Law
from jiugai.policy.rulebook import NumberEntry, rulebook

#: So many numbers can be changed at once.
NUMBERS: Final = 4


class TrialForm(forms.Form):
    """A proposal: numbers, readings, texts, another place's law or day."""

    name = forms.CharField(label=gettext_lazy("名称"), max_length=60)
    adopt = forms.MultipleChoiceField(label=gettext_lazy("试行的文件"), required=False)
    without = forms.MultipleChoiceField(label=gettext_lazy("不再适用的文件"), required=False)
    reading = forms.ChoiceField(label=gettext_lazy("改用的理解"), required=False)
    as_place = forms.CharField(
        label=gettext_lazy("改用另一地的规定（区划代码，如 4102）"), required=False, max_length=12
    )
    on_day = forms.DateField(
        label=gettext_lazy("改用另一日的规定"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    scenario = forms.ModelChoiceField(
        Scenario.objects.none(),
        label=gettext_lazy("按哪个方案的资金对照计划"),
        required=False,
        empty_label=gettext_lazy("不对照计划"),
    )

    def __init__(
        self, data: Any = None, *, division: str, day: date, begin: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=begin)
        law = law_for(division, day)
        bound = {one.id for one in law.documents}
        every = rulebook().documents.values()
        self._choose("adopt", [(one.id, say(one.title)) for one in every if one.id not in bound])
        self._choose("without", [(one.id, say(one.title)) for one in law.documents])
        self._choose("reading", [("", _("不改")), *_readings(law)])
        self.fields["scenario"].queryset = scenarios_of(division)  # type: ignore[attr-defined]
        numbers = [("", _("不改")), *_numbers(law)]
        for index in range(NUMBERS):
            label = _("第 {n} 个数字").format(n=index + 1)
            self.fields[f"number-{index}"] = forms.ChoiceField(
                label=label, choices=numbers, required=False
            )
            self.fields[f"value-{index}"] = forms.CharField(
                label=_("改为"), required=False, max_length=60
            )

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def numbers(self) -> Iterator[tuple[BoundField, BoundField]]:
        """Yield the fields of each number: which, and its proposed value."""
        for index in range(NUMBERS):
            yield self[f"number-{index}"], self[f"value-{index}"]

    def clean(self) -> dict[str, Any]:
        """Return what was said; a number and its value stand together."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for index in range(NUMBERS):
            number, value = said.get(f"number-{index}"), said.get(f"value-{index}")
            if bool(number) != bool(value):
                self.add_error(f"value-{index}", _("请选数字并写出拟议的值，两样都要。"))
        return said

    def proposal(self) -> dict[str, Any]:
        """Return what a valid form proposes."""
        said = self.cleaned_data
        numbers = {
            said[f"number-{index}"]: said[f"value-{index}"].strip()
            for index in range(NUMBERS)
            if said[f"number-{index}"]
        }
        reading, _eq, option = said["reading"].partition("=")
        return {
            "numbers": numbers,
            "readings": {reading: option} if reading else {},
            "adopt": said["adopt"],
            "without": said["without"],
            "as_place": said["as_place"].strip(),
            "on_day": said["on_day"].isoformat() if said["on_day"] else "",
        }


def begun(numbers: Sequence[str], adopt: Sequence[str], without: Sequence[str]) -> dict[str, Any]:
    """Return how the form begins where a page of the texts leads to it."""
    chosen = {f"number-{at}": id_ for at, id_ in enumerate(numbers[:NUMBERS])}
    return chosen | {"adopt": list(adopt), "without": list(without)}


def _numbers(law: Law) -> list[tuple[str, str]]:
    found = []
    for document in law.documents:
        for id_, entry in document.numbers.items():
            now = law.numbers.get(id_)
            if now is not None:
                found.append((id_, f"{say(entry.title)}：{_shown(entry, now.value)}（{id_}）"))
    return found


def _shown(entry: NumberEntry, value: object) -> str:
    if isinstance(value, tuple):
        return "..".join(map(str, value))
    if entry.unit == "分" and isinstance(value, int):
        return _("{amount} 万元").format(amount=grouped(value))
    return f"{value} {say(entry.unit)}"


def _readings(law: Law) -> list[tuple[str, str]]:
    found = []
    bound = {one.id for one in law.documents}
    for document in documents_here(law.place):
        for id_, reading in document.readings.items():
            if document.id not in bound and id_ != document.reading:
                continue
            for option, title in reading.options.items():
                if law.readings.get(id_) != option:
                    found.append((f"{id_}={option}", f"{say(title)[:60]}（{id_}）"))
    return found

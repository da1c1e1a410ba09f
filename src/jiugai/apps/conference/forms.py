"""Forms of the conference: members, meetings, items, decisions, assignments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import within
from jiugai.apps.conference.assignments.queries import organisations_for, partners_for
from jiugai.apps.conference.meetings.decide import Votes
from jiugai.apps.conference.models import Assignment, Item, Meeting, Report, Seat


def _day(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


def _text(label: Any, **more: Any) -> forms.CharField:
    rows = more.pop("rows", 4)
    return forms.CharField(
        label=label, max_length=2000, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class SeatForm(forms.Form):
    """An organisation that takes a seat, and who speaks for it."""

    organisation = forms.ModelChoiceField(label=_("单位"), queryset=Organisation.objects.none())
    part = forms.ChoiceField(label=_("身份"), choices=Seat.Part.choices, initial=Seat.Part.MEMBER)
    person = forms.ModelChoiceField(
        label=_("代表（系统用户）"),
        queryset=Person.objects.none(),
        required=False,
        help_text=_("代表在系统里有账号就选他；没有就在下面写姓名。"),
    )
    name = forms.CharField(label=_("代表姓名"), max_length=60, required=False)

    def __init__(self, data: Any = None, *, division: str) -> None:
        super().__init__(data)
        self.fields["organisation"].queryset = organisations_for(division)  # type: ignore[attr-defined]
        people = Person.objects.filter(within(division), is_active=True)
        self.fields["person"].queryset = people.exclude(organisation=None)  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = _person  # type: ignore[attr-defined]


def _person(person: Person) -> str:
    return f"{person}（{person.organisation}）"


class CallForm(forms.Form):
    """When and where a meeting is."""

    day = _day(_("开会日期"))
    at = forms.TimeField(
        label=_("时间"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label=_("地点"), max_length=120, required=False)
    chair = forms.CharField(label=_("主持人"), max_length=60, required=False)
    guests = forms.CharField(
        label=_("列席"), max_length=300, required=False, help_text=_("单位或个人，用顿号隔开")
    )


class MeetingForm(CallForm):
    """A meeting that was called, and who is there."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    present = forms.TypedMultipleChoiceField(
        label=_("出席成员"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, meeting: Meeting, seats: list[Seat]) -> None:
        names = ("day", "at", "place", "chair", "guests", "version", "present")
        super().__init__(data, initial={name: getattr(meeting, name) for name in names})
        field = self.fields["present"]
        if isinstance(field, forms.TypedMultipleChoiceField):
            field.choices = [
                (one.pk, f"{one}（{one.speaker}）" if one.speaker else f"{one}") for one in seats
            ]


class FreeForm(forms.Form):
    """An item that comes from nowhere in the system."""

    title = forms.CharField(label=_("议题"), max_length=200)
    brief = _text(_("情况说明"), required=False, rows=3)


class PaperForm(forms.Form):
    """A paper for an item."""

    title = forms.CharField(label=_("标题"), max_length=120, required=False)
    file = forms.FileField(label=_("文件（PDF、图片、docx、xlsx）"), required=False)


class DecideForm(forms.Form):
    """What was decided, in words, with votes where they were taken."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("结果"), choices=[("", _("请选择")), *Item.Outcome.choices]
    )
    decision = _text(_("议定事项"), help_text=_("写清议定了什么，纪要照此印出"))
    votes_for = forms.IntegerField(label=_("赞成"), min_value=0, max_value=500, required=False)
    votes_against = forms.IntegerField(label=_("反对"), min_value=0, max_value=500, required=False)
    votes_abstained = forms.IntegerField(
        label=_("弃权"), min_value=0, max_value=500, required=False
    )

    def __init__(self, data: Any = None, *, item: Item) -> None:
        super().__init__(data, initial={name: getattr(item, name) for name in self.base_fields})

    def clean(self) -> dict[str, Any]:
        """Ask for all three counts where one is given."""
        said: dict[str, Any] = super().clean() or {}
        counts = [said.get(name) for name in VOTES]
        if any(one is not None for one in counts) and None in counts:
            raise forms.ValidationError(_("表决了就把赞成、反对、弃权都填上，没有的填 0。"))
        return said

    @property
    def votes(self) -> Votes | None:
        """Return the votes, or None where nobody voted."""
        counts = [self.cleaned_data[name] for name in VOTES]
        return None if None in counts else Votes(*counts)


VOTES = ("votes_for", "votes_against", "votes_abstained")


class GiveForm(forms.Form):
    """What a decision gives to whom."""

    words = forms.CharField(label=_("交办事项"), max_length=300)
    owner = forms.ModelChoiceField(label=_("主办单位"), queryset=Organisation.objects.none())
    partners = forms.ModelMultipleChoiceField(
        label=_("协办单位"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    due_on = _day(_("办理期限"))

    def __init__(self, data: Any = None, *, division: str) -> None:
        super().__init__(data)
        self.fields["owner"].queryset = organisations_for(division)  # type: ignore[attr-defined]
        self.fields["partners"].queryset = partners_for(division)  # type: ignore[attr-defined]


class ReportForm(forms.Form):
    """How far an assignment is."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    verb = forms.ChoiceField(
        label=_("办到哪里"),
        choices=[(one.value, one.label) for one in (Report.Verb.PROGRESS, Report.Verb.CLAIM)],
    )
    words = _text(_("进展情况"))

    def __init__(self, data: Any = None, *, assignment: Assignment) -> None:
        super().__init__(data, initial={"version": assignment.version})


class SettleForm(forms.Form):
    """What the conference's office says to it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    verb = forms.ChoiceField(label=_("办理"), choices=Report.Verb.choices)
    words = _text(_("意见"), rows=3)
    due_on = _day(_("新的期限"), required=False, help_text=_("只在延长期限时填"))

    def __init__(self, data: Any = None, *, assignment: Assignment) -> None:
        super().__init__(data, initial={"version": assignment.version})
        claimed = (Report.Verb.ACCEPT, Report.Verb.SEND_BACK)
        always = (Report.Verb.EXTEND, Report.Verb.DROP)
        verbs = always if assignment.state == Assignment.State.OPEN else (*claimed, *always)
        field = self.fields["verb"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(one.value, one.label) for one in verbs]


class Filters(forms.Form):
    """Filters of the list of assignments; what cannot be read is left out."""

    q = forms.CharField(label=_("事项、单位或会议"), max_length=60, required=False)
    state = forms.ChoiceField(
        label=_("状态"), choices=[("", _("全部")), *Assignment.State.choices], required=False
    )
    owner = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    mine = forms.BooleanField(label=_("本单位的"), required=False)
    overdue = forms.BooleanField(label=_("已超期"), required=False)

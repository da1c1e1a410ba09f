"""The list of gates across projects, and its workbook."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.jobs.services import start
from jiugai.apps.projects.gates.asked import Group
from jiugai.apps.projects.gates.export import export_gates
from jiugai.apps.projects.gates.listing import (
    PAGE,
    Sought,
    Standing,
    find_projects,
    groups_within,
    row_of,
    with_gates,
)
from jiugai.apps.registry.models import Stage
from jiugai.kernel.i18n import _ as say

ANY = ("", gettext_lazy("全部"))
STANDINGS = (
    ANY,
    (Standing.SHUT, gettext_lazy("未开")),
    (Standing.MET, gettext_lazy("符合")),
    (Standing.NOT_MET, gettext_lazy("不符合")),
    (Standing.UNKNOWN, gettext_lazy("证据不足")),
    (Standing.OVERRIDDEN, gettext_lazy("已放行")),
)


class Filters(forms.Form):
    """Filters of the list; what cannot be read is left out."""

    q = forms.CharField(label=gettext_lazy("编号或小区"), max_length=60, required=False)
    text = forms.ChoiceField(label=gettext_lazy("文件"), required=False)
    gate = forms.ChoiceField(label=gettext_lazy("门槛"), required=False)
    standing = forms.ChoiceField(label=gettext_lazy("状态"), choices=STANDINGS, required=False)
    stage = forms.ChoiceField(
        label=gettext_lazy("阶段"), choices=[ANY, *Stage.choices], required=False
    )

    def __init__(self, data: QueryDict, *, groups: Sequence[Group]) -> None:
        super().__init__(data)
        self.groups = {one.key: one for one in groups}
        self.group = self.groups.get(data.get("text", "")) or groups[0]
        self._choose("text", [(key, title_of(one)) for key, one in self.groups.items()])
        self._choose("gate", [ANY, *((r.id, say(r.title)) for r in self.group.rules)])

    def _choose(self, name: str, choices: Sequence[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def sought(self) -> Sought:
        """Return what is looked for; a gate alone asks where it is shut."""
        self.is_valid()
        said = self.cleaned_data
        rule = said.get("gate", "")
        return Sought(
            group=self.group,
            words=said.get("q", "").replace("\x00", ""),
            stage=said.get("stage", ""),
            rule=rule,
            standing=said.get("standing", "") or (Standing.SHUT if rule else ""),
        )

    def in_words(self) -> list[tuple[str, str]]:
        """Return the filters as people read them."""
        sought = self.sought()
        standings = dict(STANDINGS)
        titles = {rule.id: say(rule.title) for rule in self.group.rules}
        found = [
            (_("文件"), title_of(self.group)),
            (_("编号或小区"), sought.words),
            (_("门槛"), titles.get(sought.rule, "")),
            (_("状态"), str(standings[sought.standing]) if sought.standing else ""),
            (_("阶段"), str(Stage(sought.stage).label) if sought.stage else ""),
        ]
        return [(label, value) for label, value in found if value]


def title_of(group: Group) -> str:
    """Return what a group of gates is called."""
    title = say(group.document.title)
    return _("{title}（工程）").format(title=title) if group.of_works else title


def _form(request: StaffRequest) -> Filters:
    groups = groups_within(request.viewer.division or "", timezone.localdate())
    if not groups:
        raise Http404
    return Filters(request.GET, groups=groups)


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the projects that fit, each with a dot for every gate."""
    form = _form(request)
    found = with_gates(find_projects(form.sought()), form.group)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "form": form,
        "group": form.group,
        "page": page,
        "rows": [row_of(project, form.group) for project in page],
        "query": asked.urlencode(),
        "may_export": request.viewer.may(Permission.EXPORT_REGISTER),
        "may_supply": request.viewer.may(Permission.SUPPLY_EVIDENCE),
    }
    return render(request, "projects/gates/list.html", context)


@require_GET
@permitted(Permission.EXPORT_REGISTER)
def export(request: StaffRequest) -> FileResponse:
    """Hand out a workbook of exactly what the list shows."""
    form = _form(request)
    file = export_gates(
        form.sought(),
        filters=form.in_words(),
        by=request.user,
        division=request.viewer.division or "",
        at=timezone.localtime(),
    )
    name = _("门槛 %(day)s.xlsx") % {"day": timezone.localdate()}
    return FileResponse(file, as_attachment=True, filename=name)


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
def recompute(request: StaffRequest) -> HttpResponse:
    """Have all gates worked out by today's law, in the background."""
    job = start(
        "projects.gates",
        title=_("按今天的规定重算门槛"),
        by=request.user,
        division=request.viewer.division or "",
    )
    return redirect("jobs:job", job.pk)

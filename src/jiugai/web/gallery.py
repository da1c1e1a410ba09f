"""The page that shows every component, for those who build pages."""

from typing import Final

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.web.htmx import fragment
from jiugai.web.templatetags.signs import STAGES, VERDICTS

ROWS: Final = 400


class GalleryForm(forms.Form):
    """One control of each kind."""

    name = forms.CharField(label=gettext_lazy("小区名称"), help_text=gettext_lazy("与门牌一致"))
    year = forms.IntegerField(label=gettext_lazy("建成年代"), min_value=1949, max_value=2005)
    day = forms.DateField(
        label=gettext_lazy("日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("阶段"), choices=[(word, name) for word, (_s, name) in STAGES.items()]
    )
    reason = forms.CharField(
        label=gettext_lazy("理由"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    agreed = forms.BooleanField(label=gettext_lazy("已核对原件"), required=False)


def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component, on the demo alone; the form refuses like any other."""
    _on_demo()
    form = GalleryForm(request.POST or None)
    page = Paginator(range(ROWS), 20).get_page(request.GET.get("page"))
    verdicts = list(VERDICTS)
    rows = [
        {
            "name": _("示范小区"),
            "stage": stage,
            "verdict": verdicts[number % len(verdicts)],
            "year": 1980 + number,
            "households": 1200 + 37 * number,
            "area": 84000 + 1234 * number,
        }
        for number, stage in enumerate(STAGES)
    ]
    context = {"form": form, "page": page, "rows": rows, "stages": list(STAGES)}
    return render(request, "web/gallery.html", context, status=422 if form.errors else 200)


def gallery_part(request: HttpRequest) -> HttpResponse:
    """Show the part that the gallery opens in its drawer."""
    _on_demo()
    return render(request, fragment(request, "web/gallery_part.html", "part"))


def _on_demo() -> None:
    if not settings.CONFIG.demo:
        raise Http404

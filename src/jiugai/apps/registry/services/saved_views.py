"""Filters that a person keeps under a name."""

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.registry.models import SavedView
from jiugai.kernel.errors import Refusal

#: A person with more saved views finds none of them.
MOST: Final = 50
LONGEST_QUERY: Final = 1000
LONGEST_NAME: Final = 60


@transaction.atomic
def save(*, name: str, query: str, by: Person) -> SavedView:
    """Keep a query under a name; the same name is kept anew. Raises Refusal without a name."""
    name = _sound(name)
    if len(query) > LONGEST_QUERY:
        raise Refusal(_("筛选条件太长，无法保存；请减少显示的列或选中的小区。"))
    mine = SavedView.objects.select_for_update().filter(person=by)
    if mine.count() >= MOST and not mine.filter(name=name).exists():
        raise Refusal(_("已有 %(n)s 个视图，请先删除不用的。") % {"n": MOST})
    view, _made = SavedView.objects.update_or_create(
        person=by, name=name, defaults={"query": query}
    )
    return view


@transaction.atomic
def rename(*, pk: int, name: str, by: Person) -> SavedView:
    """Give a view another name; raises Refusal if another view of the person has it."""
    name = _sound(name)
    view = SavedView.objects.select_for_update().get(pk=pk, person=by)
    if SavedView.objects.filter(person=by, name=name).exclude(pk=pk).exists():
        raise Refusal(_("已有名为“%(name)s”的视图，请换一个名称。") % {"name": name})
    view.name = name
    view.save(update_fields=["name"])
    return view


@transaction.atomic
def delete(*, pk: int, by: Person) -> None:
    """Forget a view of one's own."""
    SavedView.objects.select_for_update().get(pk=pk, person=by).delete()


def _sound(name: str) -> str:
    name = name.strip()
    if not name:
        raise Refusal(_("请给视图起一个名称。"))
    if len(name) > LONGEST_NAME:
        raise Refusal(_("名称最多 %(n)s 个字。") % {"n": LONGEST_NAME})
    return name

"""A person fills in facts of a thing: who said what, why, and when is kept with each."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Building, Estate, Resource, Source
from jiugai.apps.registry.models.kept import Kept
from jiugai.apps.registry.services.assess import assess
from jiugai.kernel.errors import Refusal
from jiugai.kernel.quad import quad_of

K = TypeVar("K", bound=Kept)


@transaction.atomic
def edit_facts(
    thing: K,
    changes: Mapping[str, Any],
    *,
    version: int,
    by: Person,
    on: date,
    reason: str = "",
) -> K:
    """Change facts of a thing and judge its estate again; None forgets a fact.

    Raises Refusal if somebody changed it since `version`, or if nothing is changed.
    """
    kept = type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    if kept.version != version:
        raise Refusal(
            _("您填写期间，这里已被别人改过。下面是您填写的内容，请与最新数据核对后再保存。")
        )
    if not changes:
        raise Refusal(_("没有改动。请改好后再保存。"))
    before = {name: kept.facts.get(name) for name in changes}
    source = Source.objects.create(
        kind=Source.Kind.EDIT, division=kept.division, reason=reason, by=by
    )
    put(kept, changes, source)
    assess([_estate_of(kept)], day=on)
    record("registry.facts_edited", kept, by=by, reason=reason, before=before, after=dict(changes))
    return kept


def put(kept: Kept, changes: Mapping[str, Any], source: Source) -> None:
    """Write facts into a thing and say that they come from a source."""
    facts = kept.facts | {name: value for name, value in changes.items() if value is not None}
    kept.facts = {name: facts[name] for name in facts if changes.get(name, True) is not None}
    told = sorted(name for name in changes if changes[name] is not None)
    if told:
        kept.origins = kept.origins | {str(source.pk): {"row": None, "facts": told}}
    kept.version += 1
    if isinstance(kept, Estate) and {"lon", "lat"} & set(changes):
        lon, lat = kept.facts.get("lon"), kept.facts.get("lat")
        kept.quad = None if lon is None or lat is None else quad_of(lon, lat)
    kept.save()


def _estate_of(thing: Kept) -> int:
    if isinstance(thing, Building | Resource):
        return thing.estate_id
    return thing.pk

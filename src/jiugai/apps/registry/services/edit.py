"""A person changes facts: checked by the vocabulary, with a source of its own, judged at once."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, TypeVar, cast

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.facts import known_facts, to_json
from jiugai.apps.registry.models import Building, Estate, Resource, Source
from jiugai.apps.registry.models.kept import Kept
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.import_update import refresh_search
from jiugai.kernel.division import covers
from jiugai.kernel.errors import Refusal, UsageError
from jiugai.policy.given import read_facts
from jiugai.policy.vocabulary.fact import Fact, Kind, Subject

#: Nobody types these: they say which thing it is.
FIXED: Final = frozenset({"id", "estate_id"})
T = TypeVar("T", bound=Estate | Building | Resource)
_EDITED: Final[Mapping[type, Action]] = {
    Estate: Action.ESTATE_EDITED,
    Building: Action.BUILDING_EDITED,
    Resource: Action.RESOURCE_EDITED,
}
_NUMBERS: Final = (Kind.WHOLE, Kind.DECIMAL, Kind.SHARE, Kind.YEAR, Kind.MONEY)


class Unfit(Refusal):
    """Some values do not fit; `problems` says by fact what to do."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        words = ngettext(
            "有 {count} 项填写有误，没有保存。", "有 {count} 项填写有误，没有保存。", len(problems)
        )
        super().__init__(words.format(count=len(problems)))
        self.problems = dict(problems)


class ChangedMeanwhile(Refusal):
    """Somebody else changed the thing; `now` has the facts that differ from what was seen."""

    def __init__(self, now: Mapping[str, Any]) -> None:
        super().__init__(
            _("您填写时，别人已改过这个小区；请对照现在的值，确认后再保存。您填的内容还在。")
        )
        self.now = dict(now)


@transaction.atomic
def set_facts(
    estate: T,
    facts: Mapping[str, str],
    *,
    by: Person,
    on: date,
    reason: str = "",
    version: int | None = None,
) -> T:
    """Set facts of an estate, building or resource as texts say; an empty text takes a value out.

    `version` is that of the thing as the person saw it. Raises Unfit if a value does not fit,
    ChangedMeanwhile if somebody else changed the thing since, Refusal if nothing would change.
    """
    found = type(estate).objects.select_for_update(of=("self",)).get(pk=estate.pk)
    thing = cast("T", found)  # the manager of a type gives things of that type
    if version is not None and thing.version != version:
        raise ChangedMeanwhile({name: thing.facts.get(name) for name in facts})
    values = read_values(type(thing).subject, facts)
    _check_place(thing, values)
    changed = {name: value for name, value in values.items() if thing.facts.get(name) != value}
    if not changed:
        raise Refusal(_("和原来一样，没有要保存的改动。"))
    before = {name: thing.facts.get(name) for name in changed}
    apply_values(thing, changed, by=by, reason=reason)
    owner = thing if isinstance(thing, Estate) else thing.estate
    assess([owner.pk], day=on)
    record(
        _EDITED[type(thing)],
        thing,
        by=by,
        reason=reason,
        changes={name: [before[name], changed[name]] for name in changed},
    )
    return thing


def read_values(subject: type[Subject], facts: Mapping[str, str]) -> dict[str, Any]:
    """Return what texts mean, as facts are kept; raises Unfit naming all that do not fit."""
    found: dict[str, Any] = {}
    problems: dict[str, str] = {}
    known = known_facts(subject)
    for name, text in facts.items():
        try:
            _check_name(name)
            value = read_facts(subject, [f"{name}={_plain(known.get(name), text)}"]).get(name)
            _check_bounds(subject.fact(name), value)
            found[name] = to_json({name: value}).get(name)
        except UsageError as error:
            problems[name] = str(error)
    if problems:
        raise Unfit(problems)
    return found


def _check_name(name: str) -> None:
    if name in FIXED:
        raise UsageError(_("编号不能改；要改名、拆分或合并请用相应的功能。"))


def _plain(fact: Fact | None, text: str) -> str:
    bare = text.strip().replace("\x00", "")
    is_number = fact is not None and fact.kind in _NUMBERS
    return bare.replace(",", "").replace("，", "") if is_number else bare


def _check_bounds(fact: Fact, value: Any) -> None:
    if value is None or not isinstance(value, int | float) or isinstance(value, bool):
        return
    if value != value or value in (float("inf"), float("-inf")):
        raise UsageError(_("{heading} 要写数字。").format(heading=fact.heading))
    low, high = fact.low, fact.high
    if (low is not None and value < low) or (high is not None and value > high):
        raise UsageError(
            _("{heading} 应在 {low} 至 {high} 之间；请核对。").format(
                heading=fact.heading, low=_bound(fact, low), high=_bound(fact, high)
            )
        )


def _bound(fact: Fact, value: float | None) -> str:
    if value is None:
        return "…"
    return f"{value * 100:g}%" if fact.kind is Kind.SHARE else f"{value:g}"


def _check_place(thing: Kept, values: Mapping[str, Any]) -> None:
    division = values.get("division")
    if "division" in values and (not division or not covers(thing.division[:6], division)):
        raise Unfit({"division": _("区划代码要在本区之内；请写本区的 6 至 12 位代码。")})


def apply_values(
    thing: Kept,
    values: Mapping[str, Any],
    *,
    by: Person | None = None,
    reason: str = "",
    source: Source | None = None,
    entry: Mapping[str, Any] | None = None,
) -> None:
    """Set values on a locked thing, from a source or else from an edit of a person."""
    if source is None:
        if by is None:
            raise ValueError("Values come from a source or from a person.")
        source = Source.objects.create(
            kind=Source.Kind.EDIT, division=thing.division, by=by, reason=reason.strip()[:300]
        )
    known = {name: value for name, value in values.items() if value is not None}
    kept = {name: value for name, value in thing.facts.items() if name not in values}
    thing.facts = kept | known
    earlier = thing.origins.get(str(source.pk), {})
    listed = earlier.get("facts", [*source.columns] if earlier else [])
    said = {**earlier, **(entry or {}), "facts": sorted({*listed, *values})}
    others = without_claims(thing.origins, values, after=source.pk, known=thing.facts)
    thing.origins = {**others, str(source.pk): said}
    if values.get("division"):
        thing.division = values["division"]
    thing.version += 1
    thing.save(update_fields=["facts", "origins", "division", "version", "updated_at"])
    if isinstance(thing, Estate) and {"name", "lon", "lat"} & values.keys():
        refresh_search([thing.pk])
    thing.refresh_from_db()


def without_claims(
    origins: Mapping[str, Any], values: Iterable[str], *, after: int, known: Iterable[str]
) -> dict[str, Any]:
    """Return origins in which sources after one do not say any more that they gave some facts."""
    later = [int(pk) for pk in origins if int(pk) > after]
    columns = dict(Source.objects.filter(pk__in=later).values_list("pk", "columns"))
    taken = set(values)
    found = dict(origins)
    for pk in later:
        entry = origins[str(pk)]
        claimed = set(entry.get("facts", set(columns.get(pk, {})) & set(known)))
        found[str(pk)] = {**entry, "facts": sorted(claimed - taken)}
    return found

"""What an office does about open places of the texts: try a reading, choose it, take it back."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.jobs.models import Job
from jiugai.apps.jobs.services import start
from jiugai.apps.registry.chosen import choices_of, forget_choices, is_known, resolved
from jiugai.apps.registry.law import readings_for
from jiugai.apps.registry.models import ChosenReading, Estate, ReadingTrial
from jiugai.apps.registry.queries.places import name_of
from jiugai.apps.registry.queries.readings import binds_in, rules_of, stand_of
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as say
from jiugai.policy.rulebook import rulebook

#: The advisory lock under which readings are chosen, one by one: each rests on all others.
LOCK: Final = 0x6A67_7264
#: What judges everything of a place again; and what tries readings on its register.
JUDGE, TRY = "registry.judge", "registry.try_readings"


@transaction.atomic
def try_reading(
    *, place: str, reading: str, option: str, since: date, is_binding: bool, by: Person, on: date
) -> ReadingTrial:
    """Try another option on the register; without an option, that the own choice ends.

    Raises Refusal if the place could not choose it.
    """
    place = shortest(place)
    _refuse_choice(place, reading, option, since)
    trial = ReadingTrial.objects.create(
        division=place,
        reading=reading,
        option=option,
        since=since,
        is_binding=is_binding,
        stand=stand_of(place),
        by=by,
    )
    title = _("试算口径“{question}”").format(question=say(rulebook().readings[reading].question))
    trial.job = start(TRY, title=title, by=by, division=place, arguments={"pks": [trial.pk]})
    trial.save(update_fields=["job"])
    record(Action.READING_TRIED, trial, by=by, option=option, since=since.isoformat(), day=str(on))
    return trial


@transaction.atomic
def try_others(*, place: str, document: str, by: Person, on: date) -> Job:
    """Try every other option of a document's open places on the register, in one job.

    Raises Refusal if there is nothing to try.
    """
    place = shortest(place)
    stand, found = stand_of(place), list(_others(place, document, on))
    if not found:
        raise Refusal(_("这个文件里没有影响判定的口径可以试算。"))
    trials = ReadingTrial.objects.bulk_create(
        ReadingTrial(division=place, reading=reading, option=option, since=on, stand=stand, by=by)
        for reading, option in found
    )
    title = _("试算 {document} 的全部口径").format(
        document=say(rulebook().documents[document].title)
    )
    pks = [one.pk for one in trials]
    job = start(TRY, title=title, by=by, division=place, arguments={"pks": pks})
    ReadingTrial.objects.filter(pk__in=pks).update(job=job)
    record(Action.READINGS_TRIED, by=by, division=place, document=document, tried=len(pks))
    return job


@transaction.atomic
def confirm(*, pk: int, reason: str, basis: str = "", by: Person, on: date) -> ChosenReading:
    """Choose what was tried, or end the own choice, and judge everything in the place again.

    Raises Refusal if it was not tried to the end, something else was chosen since, or the place
    may not choose it.
    """
    trial = ReadingTrial.objects.select_for_update(of=("self",)).get(pk=pk)
    place = trial.division
    _lock()
    _refuse_confirmation(trial, reason)
    _refuse_choice(place, trial.reading, trial.option, trial.since)
    _end(place, trial.reading, trial.since, reason, by)
    chosen = _begun(trial, reason.strip(), basis.strip(), by)
    forget_choices()
    record(
        Action.READING_CHOSEN if trial.option else Action.READING_TAKEN_BACK,
        chosen,
        by=by,
        division=place,
        reason=reason.strip(),
        since=trial.since.isoformat(),
        is_binding=trial.is_binding,
        basis=basis.strip(),
        trial=trial.pk,
    )
    if trial.since <= on:
        judge_again(place=place, by=by)
    return chosen


def judge_again(*, place: str, by: Person) -> Job | None:
    """Judge everything of a place again in a job; None where its register is empty."""
    if not Estate.objects.filter(retired_on=None).exists():
        return None
    title = _("按新的口径重新判定 {place}").format(place=name_of(place))
    return start(JUDGE, title=title, by=by, division=place, arguments={"place": place})


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    forget_choices()


def _refuse_confirmation(trial: ReadingTrial, reason: str) -> None:
    if not reason.strip():
        raise Refusal(_("请写明理由；它会一直跟着这个口径。"))
    if trial.outcome is None:
        raise Refusal(_("还没有试算完；请等它算完，看过会怎么变再确认。"))
    if trial.stand != stand_of(trial.division):
        raise Refusal(_("试算以后口径或规则库又有改动，结果已经不准；请重新试算，看过再确认。"))


def _refuse_choice(place: str, reading: str, option: str, since: date) -> None:
    """Refuse what a place cannot choose from a day on."""
    if not 0 < len(place) <= DISTRICT:
        raise Refusal(_("口径由市或区确定；街道和社区请向区里提出。"))
    found = rulebook().readings.get(reading)
    if found is None or (option and not is_known(reading, option)):
        raise Refusal(_("没有这个选项；请从列出的选项里选一个。"))
    if not binds_in(place, reading):
        raise Refusal(_("这个文件不适用于{place}，不由这里定口径。").format(place=name_of(place)))
    _refuse_under(place, reading, since)
    _refuse_before(place, reading, option, since)


def _refuse_under(place: str, reading: str, since: date) -> None:
    """Refuse to contradict an office above that bound all below it."""
    for one in choices_of(place):
        is_above = one.place != place and one.reading == reading and one.is_binding
        if is_above and (one.until is None or one.until > since):
            raise Refusal(
                _("{place}已自 {day} 起统一口径，下级须照此；要改请向上级提出。").format(
                    place=name_of(one.place), day=one.since
                )
            )


def _refuse_before(place: str, reading: str, option: str, since: date) -> None:
    """Refuse a day before an earlier choice of the place, one that is taken, an end of nothing."""
    own = [one for one in choices_of(place) if one.place == place and one.reading == reading]
    running = next((one for one in own if one.until is None), None)
    if not option and running is None:
        raise Refusal(_("这里没有另选口径，无可收回。"))
    latest = max((one.until or one.since for one in own), default=None)
    if latest is not None and since < latest:
        raise Refusal(
            _("以前的选择管到或始于 {day}，新的不能早于这一天；请改为 {day} 或以后。").format(
                day=latest
            )
        )
    if running is not None and running.option == option:
        raise Refusal(_("这里自 {day} 起已经采用这个选项。").format(day=running.since))


def _end(place: str, reading: str, since: date, reason: str, by: Person) -> None:
    running = ChosenReading.objects.select_for_update(of=("self",)).filter(
        place=place, reading=reading, until=None
    )
    for one in running:
        one.until, one.ended_by, one.ended_at = since, by, timezone.now()
        one.ended_reason = reason.strip()
        one.save(update_fields=["until", "ended_by", "ended_at", "ended_reason"])


def _begun(trial: ReadingTrial, reason: str, basis: str, by: Person) -> ChosenReading:
    """Return the new choice, or the one that ends where nothing is chosen instead."""
    if not trial.option:
        ended = ChosenReading.objects.filter(place=trial.division, reading=trial.reading)
        return ended.latest("id")
    return ChosenReading.objects.create(
        place=trial.division,
        reading=trial.reading,
        option=trial.option,
        is_binding=trial.is_binding,
        reason=reason,
        basis=basis,
        promised=_promise(trial),
        since=trial.since,
        by=by,
    )


def _promise(trial: ReadingTrial) -> dict[str, object]:
    outcome = trial.outcome or {}
    return {name: outcome[name] for name in ("estates", "moves", "overall") if name in outcome}


def _others(place: str, document: str, on: date) -> Iterator[tuple[str, str]]:
    """Yield the options not taken of the readings that rules turn on and the place may choose."""
    now, counting = readings_for(place, on), resolved(choices_of(place), on).values()
    bound = {one.reading for one in counting if one.place != place and one.is_binding}
    for id_, reading in rulebook().documents[document].readings.items():
        if binds_in(place, id_) and rules_of(id_) and id_ not in bound:
            yield from ((id_, option) for option in reading.options if option != now[id_])

"""The open places of the texts as a division reads them: options, who took which, and why."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q

from jiugai.apps.jobs.models import Job, State
from jiugai.apps.registry.chosen import choices_of, line_of, resolved
from jiugai.apps.registry.law import readings_for
from jiugai.apps.registry.models import ChosenReading, ReadingTrial
from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.kernel.source import Clause
from jiugai.policy.entries import Reading
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import Document, clause_of, rulebook
from jiugai.policy.uses import readings_named, rules_reading


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read an open place, and the latest trial of it, if any."""

    name: str
    says: str
    is_taken: bool
    trial: ReadingTrial | None


@dataclass(frozen=True, slots=True)
class Question:
    """An open place of the texts: what is taken in a division, and who said so.

    Without a `choice` it is the place's default in the package where `of_place` names one, else
    that of the rulebook.
    """

    reading: Reading
    document: Document
    taken: str
    choice: ChosenReading | None
    of_place: str
    coming: Sequence[ChosenReading]
    options: Sequence[Option]
    rules: Sequence[Rule]

    @property
    def says(self) -> str:
        """Return what the option that is taken says."""
        return self.reading.options[self.taken]

    @property
    def against(self) -> list[Clause]:
        """Return the clauses that say otherwise."""
        return [clause_of(self.document.id, one) for one in self.reading.against]

    @property
    def is_chosen(self) -> bool:
        """Return whether an office chose, or did for a later day."""
        return self.choice is not None or bool(self.coming)

    @property
    def place_name(self) -> str:
        """Return the name of the place that chose, or of which it is the default."""
        return name_of(self.choice.place if self.choice else self.of_place)


def questions(division: str, day: date, *, document: str = "") -> list[Question]:
    """Return the open places of the texts that can bind in a division, by document."""
    division = shortest(division[:DISTRICT])
    found = [one for one in documents_here(division) if document in ("", one.id) and one.readings]
    names = [id_ for one in found for id_ in one.readings]
    maker = _Maker(division, day, names)
    return [maker.question(one, id_) for one in found for id_ in one.readings]


def question(division: str, day: date, reading: str) -> Question | None:
    """Return one open place; None where no text has it."""
    document = rulebook().documents.get(reading.partition(".")[0])
    if document is None or reading not in document.readings:
        return None
    return _Maker(shortest(division[:DISTRICT]), day, [reading]).question(document, reading)


def questions_of_rule(division: str, day: date, rule: Rule) -> list[Question]:
    """Return the open places of the texts that a rule turns on, as a division reads them."""
    names = readings_named(rule, rulebook())
    maker = _Maker(shortest(division[:DISTRICT]), day, names)
    documents = rulebook().documents
    return [maker.question(documents[id_.partition(".")[0]], id_) for id_ in names]


def documents_here(division: str) -> list[Document]:
    """Return the documents that bind in a division on some day under some reading."""
    book, line = rulebook(), line_of(division[:DISTRICT])
    adopted = {id_ for code in line if code in book.places for id_ in book.places[code].adopts}
    found = (one for one in book.documents.values() if one.place in line or one.id in adopted)
    return sorted(found, key=lambda one: (one.place, one.id))


def binds_in(division: str, reading: str) -> bool:
    """Return whether the text with an open place can bind in a division."""
    return reading.partition(".")[0] in {one.id for one in documents_here(division)}


@cache
def rules_of(reading: str) -> tuple[Rule, ...]:
    """Return the rules that turn on a reading."""
    return rules_reading(rulebook(), reading)


def stand_of(division: str) -> str:
    """Return a digest of the rulebook and of every choice that counts in or below a division."""
    place = shortest(division)
    near = Q(place__in=line_of(place)) | Q(place__startswith=place)
    rows = ChosenReading.objects.filter(near).order_by("id").values_list("id", "until")
    text = f"{rulebook().digest} {list(rows)!r}"
    return hashlib.sha256(text.encode()).hexdigest()


def history(division: str, reading: str) -> list[ChosenReading]:
    """Return what was ever chosen for a reading in a division, above it and below it."""
    place = shortest(division[:DISTRICT])
    near = Q(place__in=line_of(place)) | Q(place__startswith=place)
    found = ChosenReading.objects.filter(near, reading=reading)
    return list(found.select_related("by", "ended_by").order_by("-id"))


def chosen_behind(rule: Rule, law: Law) -> list[ChosenReading]:
    """Return the choices of offices that a rule turns on, as far as a law keeps to them."""
    counting = resolved(choices_of(law.place), law.day)
    asked = (counting.get(id_) for id_ in readings_named(rule, law.book))
    found = [one for one in asked if one and law.readings[one.reading] == one.option]
    rows = _rows([one.pk for one in found])
    return [rows[one.pk] for one in found]


def chosen_in(law: Law) -> list[ChosenReading]:
    """Return the choices of offices that count under a law."""
    counting = resolved(choices_of(law.place), law.day)
    rows = _rows([one.pk for one in counting.values()])
    return [rows[counting[id_].pk] for id_ in sorted(counting)]


def judging(division: str) -> Job | None:
    """Return the job that judges a division again, while it goes on."""
    jobs = Job.objects.filter(kind="registry.judge", division=shortest(division))
    return jobs.filter(state__in=(State.WAITING, State.RUNNING)).first()


class _Maker:
    """What the questions of a division have in common, read once for all of them."""

    def __init__(self, division: str, day: date, names: Sequence[str]) -> None:
        self.line = line_of(division)
        self.taken = readings_for(division, day)
        choices = choices_of(division)
        self.counting = {id_: one.pk for id_, one in resolved(choices, day).items()}
        later = [one.pk for one in choices if one.since > day]
        self.rows = _rows([*self.counting.values(), *later])
        self.later = [self.rows[pk] for pk in later]
        self.trials = _trials(division, names)

    def question(self, document: Document, id_: str) -> Question:
        reading = document.readings[id_]
        pk = self.counting.get(id_)
        return Question(
            reading=reading,
            document=document,
            taken=self.taken[id_],
            choice=self.rows[pk] if pk else None,
            of_place=self._of_place(id_),
            coming=[one for one in self.later if one.reading == id_],
            options=[
                Option(name, says, name == self.taken[id_], self.trials.get((id_, name)))
                for name, says in reading.options.items()
            ],
            rules=rules_of(id_),
        )

    def _of_place(self, id_: str) -> str:
        places = rulebook().places
        own = [code for code in self.line if code in places and id_ in places[code].readings]
        return own[-1] if own else ""


def _rows(keys: Iterable[int]) -> dict[int, ChosenReading]:
    found = ChosenReading.objects.filter(pk__in=list(keys)).select_related("by")
    return {one.pk: one for one in found}


def _trials(division: str, names: Sequence[str]) -> Mapping[tuple[str, str], ReadingTrial]:
    """Return the latest trial that came to an end, for each option of some readings."""
    found = (
        ReadingTrial.objects.filter(division=division, reading__in=names, outcome__isnull=False)
        .order_by("reading", "option", "-id")
        .distinct("reading", "option")
    )
    return {(one.reading, one.option): one for one in found}

"""The shipped rulebooks keep their promises."""

from collections import Counter
from datetime import date, timedelta
from itertools import product

import pytest

from jiugai.kernel.errors import UsageError
from jiugai.policy.cases import cases, try_case
from jiugai.policy.conditions import Depends, Interpreted, Number
from jiugai.policy.coverage import TEXTS, coverage
from jiugai.policy.law import law_of
from jiugai.policy.leaves import walk
from jiugai.policy.rulebook import rulebook

BOOK = rulebook()
CASES = list(cases())
RULES = list(BOOK.rules.values())
PLACES = ("", "11", "110102", "110199", "41", "4102")
STABLE = [
    *(f"xc18.scope{part}" for part in ("", ".early", ".energy", ".danger", ".gaps")),
    "kf19.scope",
    "p14.scope",
    *(
        f"bj22.gate.{name}"
        for name in (
            "asked governance consensus publicity demolition reserve property coordination duties"
            " risks"
        ).split()
    ),
    "xc18.permit",
    "kf19.permit_waiver",
    *(
        f"bj22.weather.{name}"
        for name in (
            "hoisting height jacking demolition hot_work roofing insulation window_fitting"
        ).split()
    ),
    *(
        f"cc.vote.{name}"
        for name in (
            "elect hire_company use_fund raise_fund rebuild change_use other lift"
        ).split()
    ),
    "bj22.bar",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_a_worked_case_comes_out_as_expected(case):
    outcome = try_case(case)

    assert outcome.agrees, (outcome.verdict, outcome.missing, case)


@pytest.mark.parametrize("id_", STABLE)
def test_a_rule_that_others_rely_on_exists(id_):
    assert id_ in BOOK.rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_cases_for_met_and_not_met_and_missing_evidence(rule):
    expected = {case.expect for case in CASES if case.rule == rule.id}

    assert expected >= {"met", "not_met", "unknown"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_named_and_cited_properly(rule):
    clauses = {clause.clause.number for clause in BOOK.documents[rule.document].clauses}

    assert rule.id.startswith(f"{rule.document}.")
    assert rule.title
    assert rule.means
    assert rule.clause.number in clauses


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_depends_only_on_rules_of_its_own_document(rule):
    others = [part.rule for part in walk(rule.when) if isinstance(part, Depends)]

    assert {other.document for other in others} <= {rule.document}


def test_every_id_is_used_once():
    ids = [rule.id for document in BOOK.documents.values() for rule in document.rules]
    for document in BOOK.documents.values():
        ids += [e.id for e in (*document.menu, *document.duties, *document.targets)]
        ids += [e.id for e in document.funding]
        ids += [*document.numbers, *document.readings, *(term.id for term in document.terms)]
        ids += [clause.id for clause in document.clauses]

    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []


def test_every_clause_cited_by_an_entry_is_listed():
    listed = {clause.clause for document in BOOK.documents.values() for clause in document.clauses}
    cited = {
        (entry.id, entry.clause)
        for document in BOOK.documents.values()
        for entry in (
            *document.menu,
            *document.duties,
            *document.targets,
            *document.terms,
            *document.funding,
            *document.readings.values(),
        )
    } | {
        (number.id, version.clause)
        for document in BOOK.documents.values()
        for number in document.numbers.values()
        for version in number.versions
    }

    assert sorted(item for item in cited if item[1] not in listed) == []


@pytest.mark.parametrize("text", TEXTS)
def test_every_clause_of_a_text_is_realised_or_excused(text):
    open_ = [item for item in coverage(BOOK, (text,)) if item.state == "open"]

    assert [(item.clause.id, item.lost) for item in open_] == []


@pytest.mark.parametrize("text", TEXTS)
def test_excuses_are_few(text):
    found = coverage(BOOK, (text,))

    assert len(found) > 20
    assert sum(item.state == "excused" for item in found) < 0.15 * len(found)


def test_every_reading_is_used():
    used = {
        part.reading for rule in RULES for part in walk(rule.when) if isinstance(part, Interpreted)
    }
    used |= {document.reading for document in BOOK.documents.values()}
    used |= {
        name.removeprefix("reading:")
        for document in BOOK.documents.values()
        for clause in document.clauses
        for name in clause.realised_by
    }

    assert set(BOOK.readings) - used == set()


def test_the_options_of_a_reading_are_those_that_rules_offer():
    for rule in RULES:
        for part in walk(rule.when):
            if isinstance(part, Interpreted):
                assert set(part.options) == set(BOOK.readings[part.reading].options), rule.id


def test_every_number_is_used_or_realises_a_clause():
    used = set()
    for rule in RULES:
        for part in walk(rule.when):
            for name in ("other", "length", "season"):
                value = getattr(part, name, None)
                used |= {value.id} if isinstance(value, Number) else set()
    used |= {
        name.removeprefix("number:")
        for document in BOOK.documents.values()
        for clause in document.clauses
        for name in clause.realised_by
    }
    known = {id_ for document in BOOK.documents.values() for id_ in document.numbers}

    assert known - used == set()


def test_the_law_can_be_bound_on_every_day_on_which_something_changes():
    days = {date(2026, 11, 20)}
    for document in BOOK.documents.values():
        for span in document.spans.values():
            days |= {span.since, (span.until or span.since) + timedelta(days=1)}
        for number in document.numbers.values():
            days |= {version.since for version in number.versions}

    for place, day in product(PLACES, sorted(days)):
        try:
            law = law_of(place, day)
        except UsageError:
            assert day < date(2018, 1, 1), (place, day)
        else:
            assert law.bound.keys() == law.rules.keys()

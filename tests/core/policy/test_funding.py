"""Who pays for which works, as the texts say."""

from datetime import date

import pytest

from jiugai.policy.entries import Works
from jiugai.policy.funding import ALL_WORKS, OPTIONAL_WORKS, Funding, Source
from jiugai.policy.law import law_of
from jiugai.policy.rulebook import rulebook

BASIC = {Works.BASIC}


@pytest.mark.parametrize(
    ("place", "day", "source", "classes", "mainly"),
    [
        ("11", date(2022, 6, 1), Source.CITY, BASIC | {Works.IMPROVING}, BASIC),
        ("11", date(2022, 6, 1), Source.SOCIAL, OPTIONAL_WORKS, frozenset()),
        ("11", date(2022, 6, 1), Source.RESIDENTS, ALL_WORKS, frozenset()),
        ("11", date(2020, 6, 1), Source.STREET, BASIC, BASIC),
        ("11", date(2020, 6, 1), Source.RESIDENTS, OPTIONAL_WORKS, frozenset()),
        ("110102", date(2019, 6, 1), Source.DISTRICT, BASIC, BASIC),
        ("110102", date(2019, 6, 1), Source.SOCIAL, OPTIONAL_WORKS, frozenset()),
        ("4102", date(2020, 6, 1), Source.PIPELINES, BASIC, frozenset()),
        ("4102", date(2020, 6, 1), Source.CENTRAL, ALL_WORKS, frozenset()),
    ],
)
def test_the_law_says_what_a_source_pays(place, day, source, classes, mainly):
    payer = law_of(place, day).payers[source]

    assert payer.classes == classes
    assert payer.main_classes == mainly
    assert all(one.clause.number for one in payer.said)


@pytest.mark.parametrize(
    ("place", "day", "source"),
    [
        ("110102", date(2019, 6, 1), Source.CENTRAL),
        ("11", date(2026, 6, 1), Source.CITY),
        ("4102", date(2020, 6, 1), Source.DISTRICT),
    ],
)
def test_a_source_of_which_no_text_in_force_speaks_is_absent(place, day, source):
    assert source not in law_of(place, day).payers


@pytest.mark.parametrize(
    "wrong",
    [
        {"sources": ["province"]},
        {"sources": []},
        {"sources": ["total"]},
        {"sources": ["city"], "works": ["luxury"]},
    ],
)
def test_a_statement_names_known_sources_and_classes(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        Funding.read("xc18", {"id": "xc18.funding.x", "clause": "四(二)③", "says": "…", **wrong})


def test_statements_are_named_by_their_document():
    for document in rulebook().documents.values():
        for one in document.funding:
            assert one.id.startswith(f"{document.id}.funding.")
            assert one.says

"""Nobody keeps personal data without saying what, what for and how long."""

from collections import Counter

import pytest
from django.apps import apps

from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.participation.models import EntryFailure, LetGo
from jiugai.apps.participation.privacy.holding import holdings
from jiugai.apps.registry.models import Household

#: Sealed, but of no household: offices and their staff, and a secret that signs messages.
OTHERS = {
    "accounts.Organisation": "contact of an office",
    "accounts.Person": "telephone of staff",
    "hooks.Hook": "what messages are signed with",
}
#: A table that two holdings share, each with other columns of it.
SHARED = {"registry.Household", "demands.Demand"}


def is_personal(model):
    """Return whether a table is about a household, or seals something."""
    fields = model._meta.concrete_fields
    own = model is Household or any(one.related_model is Household for one in fields)
    return own or any(isinstance(one, SealedField) for one in fields)


PERSONAL = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("jiugai.") and is_personal(model)
]


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model._meta.label)
def test_every_table_with_personal_data_is_declared_by_one_holding(model):
    label = model._meta.label
    named = [one.key for one in holdings() if label in one.models]
    if label in OTHERS:
        assert not named
    elif label in SHARED:
        assert len(named) > 1
    else:
        assert len(named) == 1


def test_holdings_name_tables_that_there_are_and_keys_once():
    labels = {model._meta.label for model in apps.get_models()}
    assert {label for one in holdings() for label in one.models} <= labels
    assert not [key for key, n in Counter(one.key for one in holdings()).items() if n > 1]
    assert OTHERS.keys() <= {model._meta.label for model in PERSONAL}


def test_every_holding_names_its_ground_in_the_law_and_a_term_within_its_bounds():
    for one in holdings():
        assert "法》" in str(one.basis), one.key
        assert one.term is None or one.term.least <= one.term.days <= one.term.most, one.key


def test_columns_of_the_register_are_each_somebodys_business():
    sealed = {one.name for one in Household._meta.concrete_fields if isinstance(one, SealedField)}
    assert sealed == {
        one.key.removeprefix("register.") for one in holdings() if one.key.startswith("register.")
    }


def test_what_is_no_household_is_not_counted_as_one():
    assert not is_personal(LetGo)
    assert not is_personal(EntryFailure)

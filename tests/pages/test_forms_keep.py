"""Whatever form is refused, what was typed into it stands there again."""

import pytest

from tests.pages.forms import forms_of
from tools.walk import route_of

pytestmark = pytest.mark.slow

TOO_LONG = "长" * 2100  # for every field: for names, for reasons, for numbers and days
#: Characters for all fields of a form together: what is sent at once has a limit.
MOST = 250_000


@pytest.fixture(scope="session")
def forms(seen):
    """Return every form of every page once, with who saw it and where."""
    found = {}
    for one in seen:
        for form in forms_of(one.path, one.html):
            key = route_of(form.action), *form.typed
            found.setdefault(key, (one, form))
    return list(found.values())


@pytest.fixture(scope="session")
def visitors(demo, walked):
    """Return everybody of the demo, signed in, and somebody who is not."""
    return {who: walked.visitor(demo, who) for who in walked.cookies}


def test_every_form_that_is_refused_keeps_what_was_typed(forms, visitors):
    assert len(forms) > 15
    lost = {}
    for one, form in forms:
        text = TOO_LONG[: MOST // max(1, len(form.typed))]
        typed = {name: f"{text}{number}" for number, name in enumerate(form.typed, 1)}
        page = one.path
        answer = visitors[one.who].post(form.action, form.sent | typed, page=page)
        missing = [name for name, text in typed.items() if text not in answer.html]
        if missing:
            lost[f"{form.action} as {one.who}, on {page}"] = answer.status, answer.path, missing
    assert not lost, "\n".join(f"{name}: {what}" for name, what in lost.items())

"""Every line that the code can write has a title that people read."""

import ast
from pathlib import Path

import pytest

import jiugai
from jiugai.apps.audit.actions import Action, title_of

SOURCE = Path(jiugai.__file__).parent
WRITERS = {"record", "record_change", "_write", "_factor"}


def named_actions():
    """Yield every text that is handed as an action, with its place."""
    for path in sorted([*SOURCE.glob("apps/**/*.py"), *SOURCE.glob("site/**/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in WRITERS and node.args and isinstance(node.args[0], ast.Constant):
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node.args[0].value


def test_every_action_that_is_recorded_is_known():
    unknown = [place for place, action in named_actions() if action not in Action.values]

    assert unknown == []


def test_the_search_finds_what_is_written():
    assert {"jobs.started", "people.added"} <= {action for _place, action in named_actions()}


@pytest.mark.parametrize("action", Action, ids=str)
def test_every_action_has_an_app_a_verb_and_a_title(action):
    app, verb = action.value.split(".")

    assert app
    assert verb
    assert title_of(action) not in ("", action.value)

"""What the code hands to the record, as its source tells."""

import ast
from functools import cache
from pathlib import Path

from django.apps import apps

import jiugai

APPS = Path(jiugai.__file__).parent / "apps"
#: Functions that write a line, with those of their own arguments that are no details of it.
WRITERS = {"record": (), "record_change": (), "_write": ("is_proven",)}
NO_DETAILS = {"by", "division", "reason", "changes"}


@cache
def modules():
    """Return every module of the apps with its tree."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in APPS.rglob("*.py")}


def called(node):
    """Return the name of what is called."""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def calls():
    """Yield every call that writes a line, with its module."""
    for path, tree in modules().items():
        yield from ((path, node) for node in _of(ast.Call, tree) if called(node) in WRITERS)


def named_details():
    """Yield the name of every detail, with its place; what is compared is none."""
    for path, call in calls():
        left_out = {*NO_DETAILS, *WRITERS[called(call)]}
        if called(call) == "record_change":
            left_out |= {"before", "after"}
        for one in call.keywords:
            if one.arg is not None and one.arg not in left_out:
                yield one.arg, f"{path.relative_to(APPS)}:{call.lineno}"
    for path, function in functions():
        if "record_each" in map(called, _of(ast.Call, function)):
            for one in _of(ast.Dict, function):
                yield from ((key.value, path.name) for key in one.keys if _is_text(key))


def functions():
    """Yield every function of the apps, with its module."""
    for path, tree in modules().items():
        yield from ((path, function) for function in _of(ast.FunctionDef, tree))


def _of(kind, tree):
    return (node for node in ast.walk(tree) if isinstance(node, kind))


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def unnamed_details():
    """Return what is handed on by `**`, whose names the source does not tell."""
    return {
        ast.unparse(one.value) for _path, call in calls() for one in call.keywords if not one.arg
    }


def recorded_subjects():
    """Yield the label of every subject that can be told from the source, with its place."""
    for path, function in functions():
        for call in _of(ast.Call, function):
            for subject in call.args[1:2] if called(call) in WRITERS else ():
                if model := _model(subject, function, path):
                    yield model._meta.label_lower, f"{path.relative_to(APPS)}:{call.lineno}"


def _model(subject, function, path):
    """Return the model of a subject: by its annotation, by what made it, or by its name."""
    if isinstance(subject, ast.Name):
        arguments = [*function.args.args, *function.args.kwonlyargs]
        spoken = [one.annotation for one in arguments if one.arg == subject.id]
        made = [one.value for one in _of(ast.Assign, function) if _is_set(subject.id, one)]
        given = [
            function.returns
            for one in _of(ast.Return, function)
            if isinstance(one.value, ast.Name) and one.value.id == subject.id
        ]
        found = (_model_of(one, path) for one in [*spoken, *made, *given, subject])
        return next((model for model in found if model), None)
    return _model_of(subject, path)


def _is_set(name, assignment):
    return any(one.id == name for target in assignment.targets for one in _of(ast.Name, target))


def _model_of(expression, path):
    """Return the model of `Project`, `project`, `found.project`, `Project.objects.get(pk=pk)`."""
    match expression:
        case ast.Name(id=word):
            return _model_called(word, path)
        case ast.Attribute(attr=word, value=value):
            is_chain = word == "objects" or not isinstance(value, ast.Name)
            return _model_called(word, path) or (_model_of(value, path) if is_chain else None)
        case ast.Call(func=called):
            return _model_of(called, path)
    return None


def _model_called(word, path):
    """Return the model of a name: that of the module's app, else the only one of ours."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("jiugai.")]
    same = [one for one in ours if one._meta.model_name == word.lower()]
    own = [one for one in same if one._meta.app_label == path.relative_to(APPS).parts[0]]
    return (own or (same if len(same) == 1 else [None]))[0]

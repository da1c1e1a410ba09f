"""Which addresses of the site answer a GET with a page, by their names."""

import inspect

from django.urls import get_resolver

#: Answer with data: map layers, collectors' forms, calendars, pictures; the API has its own.
API = "api:"
DATA = {
    "demands:demand_tile", "features", "participation:calendar_file", "registry:map_choose",
    "registry:map_groups", "registry:map_outlines", "surveys:flats", "surveys:form_list",
    "surveys:manifest", "surveys:picture", "surveys:xform", "web:icon",
}  # fmt: skip
#: Answer with a file to keep.
FILES = {
    "conference:duties_export", "conference:minutes", "conference:paper", "conference:proof",
    "demands:ticket_template", "mfa_download_recovery_codes", "participation:poster_paper",
    "participation:roll_template", "participation:workbook", "plans:plan_export",
    "plans:plan_letter", "plans:pool_export", "plans:run_export", "plans:trial_export",
    "projects:application_paper", "projects:choosing_file", "projects:export_gates",
    "registry:document", "registry:export", "registry:exported", "registry:import_issues",
    "registry:import_template", "surveys:xlsform",
}  # fmt: skip
#: Answer with a part of a page that is reached, or lead to one.
PARTS = {"jobs:progress", "plans:progress", "registry:estate_by_code", "web:home"}
#: Lead to an office's own sign-in, or need a device that holds a passkey.
ELSEWHERE = {
    "mfa_edit_webauthn", "mfa_login_webauthn", "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn", "openid_connect_callback", "openid_connect_login",
}  # fmt: skip
NO_PAGES = DATA | FILES | PARTS | ELSEWHERE


def pages():
    """Return the names of all addresses that answer a GET with a page of their own."""
    found = {name for name, view in _named(get_resolver().url_patterns) if _gets(view)}
    assert found >= NO_PAGES, f"There is no {sorted(NO_PAGES - found)} any more."
    return {one for one in found - NO_PAGES if not one.startswith(API)}


def _named(patterns, prefix=""):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from _named(one.url_patterns, f"{one.namespace}:" if one.namespace else prefix)
        elif one.name:
            yield prefix + one.name, one.callback


def _gets(view):
    """Return whether no decorator of a view turns a GET away."""
    while view is not None:
        if inspect.isfunction(view):
            allowed = inspect.getclosurevars(view).nonlocals.get("request_method_list")
            if allowed is not None and "GET" not in allowed:
                return False
        view = getattr(view, "__wrapped__", None)
    return True

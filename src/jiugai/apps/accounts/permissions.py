"""Everything that a person can be allowed to do; code asks for these, never for a role."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that somebody may do, within a division."""

    VIEW_REGISTER = "registry.view"
    EDIT_REGISTER = "registry.edit"
    IMPORT_LEDGER = "registry.import"
    SETTLE_CONFLICT = "registry.settle"
    UNDO_IMPORT = "registry.undo"
    RESHAPE_REGISTER = "registry.reshape"  # split, merge, rename
    EXPORT_REGISTER = "registry.export"
    OPEN_SENSITIVE = "registry.open_sensitive"
    VIEW_PROJECTS = "projects.view"
    VIEW_PLANS = "plans.view"
    MAKE_PLANS = "plans.make"  # scenarios, solving, trying policies
    ADOPT_PLANS = "plans.adopt"
    READ_POLICY = "policy.read"
    USE_API = "api.use"
    MANAGE_PEOPLE = "accounts.manage_people"
    GRANT_ROLES = "accounts.grant_roles"
    MANAGE_SYSTEM = "system.manage"
    READ_RECORD = "audit.read"
    VERIFY_RECORD = "audit.verify"

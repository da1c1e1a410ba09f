"""Roles: names for tuples of permissions, each with the phases in which they hold."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission as P


class Phase(StrEnum):
    """A stretch in the life of an estate's renewal."""

    LEDGER = "ledger"  # 台账
    RESERVE = "reserve"  # 储备
    PLAN = "plan"  # 计划
    WORKS = "works"  # 施工
    ACCEPTANCE = "acceptance"  # 验收
    STEWARDSHIP = "stewardship"  # 长效


ALWAYS: Final = frozenset(Phase)
FROM_WORKS: Final = frozenset({Phase.WORKS, Phase.ACCEPTANCE, Phase.STEWARDSHIP})


class Role(StrEnum):
    """What a person is in a division."""

    CITY_OFFICER = "city_officer"
    DISTRICT_OFFICER = "district_officer"
    STREET_CLERK = "street_clerk"
    DEPARTMENT = "department"
    PLANNER = "planner"
    DESIGNER = "designer"
    CONTRACTOR = "contractor"
    INSPECTOR = "inspector"
    AUDITOR = "auditor"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"


@dataclass(frozen=True, slots=True)
class Definition:
    """What a role is called, what it may do and in which phases of an estate."""

    title: str | Promise
    permissions: tuple[P, ...]
    phases: frozenset[Phase] = ALWAYS


_READ: Final = (P.VIEW_REGISTER, P.READ_POLICY)
_FOLLOW: Final = (*_READ, P.VIEW_PROJECTS, P.VIEW_RESIDENTS)
_OFFICE: Final = (*_FOLLOW, P.EXPORT_REGISTER, P.USE_API)
_CLERK: Final = (
    *_OFFICE,
    P.EDIT_REGISTER,
    P.IMPORT_LEDGER,
    P.SETTLE_CONFLICT,
    P.OPEN_SENSITIVE,
    P.SUPPLY_EVIDENCE,
    P.RUN_VOTES,
    P.ENTER_BALLOTS,
    P.RUN_NOTICES,
    P.RUN_SURVEYS,
    P.ENTER_ANSWERS,
    P.ISSUE_CODES,
    P.TAKE_DEMANDS,
    P.ANSWER_DEMANDS,
    P.RUN_DEMANDS,
    P.KEEP_BODIES,
    P.RUN_SERVICE,
    P.KEEP_CONTRIBUTIONS,
)

#: BJ20 四(二): departments know their duties; P14 四(一)②: they are members of the conference.
_OWE: Final = (P.VIEW_CONFERENCE, P.REPORT_ASSIGNMENT, P.UPDATE_DUTY)

#: P14 四(二)①: the city draws up the plan of the city, a district its own.
_PLAN: Final = (P.VIEW_PLANS, P.MAKE_PLANS, P.ADOPT_PLANS)

ROLES: Final[dict[Role, Definition]] = {
    Role.CITY_OFFICER: Definition(
        _("市整治办"),
        (
            *_OFFICE,
            *_PLAN,
            *_OWE,
            P.HOLD_CONFERENCE,
            P.CONFIRM_CITY,
            P.OVERSEE_DEMANDS,
            P.SHARE_PRACTICE,
            P.ASSIGN_TASK,
            P.SET_CLOCKS,
            P.CHOOSE_READINGS,
            P.OVERRIDE_GATE,
        ),
    ),
    Role.DISTRICT_OFFICER: Definition(
        _("区整治办"),
        (
            *_CLERK,
            *_PLAN,
            *_OWE,
            P.HOLD_CONFERENCE,
            P.UNDO_IMPORT,
            P.RESHAPE_REGISTER,
            P.OVERSEE_DEMANDS,
            P.REVIEW_DISTRICT,
            P.SUBMIT_DESIGN,
            P.BLOW_WHISTLE,
            P.ADOPT_MODE,
            P.SHARE_PRACTICE,
            P.ASSIGN_TASK,
            P.SET_CLOCKS,
            P.CHOOSE_READINGS,
            P.OVERRIDE_GATE,
        ),
    ),
    Role.STREET_CLERK: Definition(
        _("街道经办人"), (*_CLERK, *_OWE, P.VIEW_PLANS, P.APPLY, P.REVIEW_STREET, P.BLOW_WHISTLE)
    ),
    Role.DEPARTMENT: Definition(
        _("部门联络员"), (*_FOLLOW, *_OWE, P.ANSWER_WHISTLE, P.ANSWER_DEMANDS)
    ),
    Role.PLANNER: Definition(_("责任规划师"), (*_FOLLOW, P.REVIEW_DESIGN)),
    # BJ22 四(二): the designer visits the flats before it draws.
    Role.DESIGNER: Definition(
        _("实施主体或设计单位"),
        (*_FOLLOW, P.SUBMIT_DESIGN, P.ENTER_ANSWERS, P.ANSWER_DEMANDS),
    ),
    Role.CONTRACTOR: Definition(_("施工单位"), _READ, FROM_WORKS),
    Role.INSPECTOR: Definition(_("监督员"), _FOLLOW, FROM_WORKS),
    Role.AUDITOR: Definition(
        _("审计人员"), (*_FOLLOW, P.VIEW_PLANS, P.VIEW_CONFERENCE, P.READ_RECORD, P.VERIFY_RECORD)
    ),
    Role.SYSTEM_ADMIN: Definition(_("系统管理员"), (P.MANAGE_SYSTEM,)),
    Role.SECURITY_ADMIN: Definition(_("安全管理员"), (P.MANAGE_PEOPLE, P.GRANT_ROLES)),
    Role.AUDIT_ADMIN: Definition(_("审计管理员"), (P.READ_RECORD, P.VERIFY_RECORD)),
}

#: Three people, never two of these in one hand, and none beside a role of the work itself.
ADMINISTRATORS: Final = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})

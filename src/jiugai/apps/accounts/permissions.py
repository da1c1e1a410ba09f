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
    APPLY = "projects.apply"  # for the community committee or the owners' body
    REVIEW_STREET = "projects.review_street"
    REVIEW_DISTRICT = "projects.review_district"
    CONFIRM_CITY = "projects.confirm_city"
    ASSIGN_TASK = "projects.assign_task"
    SET_CLOCKS = "projects.set_clocks"
    SUBMIT_DESIGN = "design.submit"  # for who designs, or who has it designed
    REVIEW_DESIGN = "design.review"
    BLOW_WHISTLE = "whistle.blow"
    ANSWER_WHISTLE = "whistle.answer"  # for one's own organisation
    SHARE_PRACTICE = "practice.share"
    ADOPT_MODE = "modes.adopt"
    SUPPLY_EVIDENCE = "gates.evidence"
    OVERRIDE_GATE = "gates.override"
    VIEW_RESIDENTS = "residents.view"
    RUN_VOTES = "residents.run_votes"  # prepare, open, count, publish
    ENTER_BALLOTS = "residents.enter_ballots"  # paper, by two people
    RUN_NOTICES = "residents.run_notices"  # put up, answer objections, end
    RUN_SURVEYS = "residents.run_surveys"  # write, publish, close, announce
    ENTER_ANSWERS = "residents.enter_answers"  # visits, paper, collectors
    ISSUE_CODES = "residents.issue_codes"
    TAKE_DEMANDS = "demands.take"  # write down, link repeats, bring tickets in
    ANSWER_DEMANDS = "demands.answer"  # for one's own organisation
    RUN_DEMANDS = "demands.run"  # assign, answer for all, set days and reception
    OVERSEE_DEMANDS = "demands.oversee"  # what was brought up from below
    KEEP_BODIES = "owners.keep_bodies"  # form, file, seats, end
    RUN_SERVICE = "owners.run_service"  # trial, record, vote, contract
    KEEP_CONTRIBUTIONS = "owners.keep_contributions"  # what residents gave
    VIEW_PLANS = "plans.view"
    MAKE_PLANS = "plans.make"  # scenarios, solving, trying policies
    ADOPT_PLANS = "plans.adopt"
    VIEW_CONFERENCE = "conference.view"
    HOLD_CONFERENCE = "conference.hold"  # members, meetings, decisions, minutes
    REPORT_ASSIGNMENT = "conference.report"  # on what the conference gave one's organisation
    UPDATE_DUTY = "duties.update"  # of one's own organisation
    READ_POLICY = "policy.read"
    CHOOSE_READINGS = "policy.choose"  # how the open places of the texts are read in a place
    USE_API = "api.use"
    MANAGE_PEOPLE = "accounts.manage_people"
    GRANT_ROLES = "accounts.grant_roles"
    MANAGE_SYSTEM = "system.manage"
    READ_RECORD = "audit.read"
    VERIFY_RECORD = "audit.verify"

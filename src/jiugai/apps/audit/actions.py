"""Everything that the record can say was done, with its title."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Action(TextChoices):
    """What somebody did; the name is app and verb, the title is what people read."""

    SIGNED_IN = "sign_in.done", _("登录")
    SIGNED_OUT = "sign_in.ended", _("退出登录")
    SIGN_IN_FAILED = "sign_in.failed", _("登录失败")
    SIGN_IN_LOCKED = "sign_in.locked", _("多次登录失败，已锁定")
    PASSWORD_CHANGED = "sign_in.password_changed", _("修改密码")
    FACTOR_ADDED = "sign_in.factor_added", _("启用第二因素")
    FACTOR_REMOVED = "sign_in.factor_removed", _("停用第二因素")
    FACTOR_RENEWED = "sign_in.factor_renewed", _("更新第二因素")
    FACTOR_FAILED = "sign_in.factor_failed", _("第二因素验证失败")
    FIRST_ADMINISTRATOR = "people.first_administrator", _("设立首位管理员")
    PERSON_ADDED = "people.added", _("新增人员")
    PERSON_EDITED = "people.edited", _("修改人员")
    PERSON_DEACTIVATED = "people.deactivated", _("停用人员")
    PERSON_REACTIVATED = "people.reactivated", _("恢复人员")
    PASSWORD_RESET = "people.password_reset", _("重置密码")
    SECOND_FACTOR_RESET = "people.second_factor_reset", _("重置第二因素")
    SESSIONS_ENDED = "people.sessions_ended", _("结束登录会话")
    APPOINTED = "people.appointed", _("授予角色")
    APPOINTMENT_ENDED = "people.appointment_ended", _("终止角色")
    SENSITIVE_OPENED = "accounts.sensitive_opened", _("查看敏感信息")
    KEY_ROTATED = "accounts.key_rotated", _("更换封存密钥")
    RECORD_VERIFIED = "audit.verified", _("核对记录")
    DECISION_REPLAYED = "audit.replayed", _("重算判定")
    BACKED_UP = "system.backed_up", _("备份")
    RESTORED = "system.restored", _("恢复备份")
    JOB_STARTED = "jobs.started", _("发起任务")
    JOB_CANCELLED = "jobs.cancelled", _("取消任务")
    JOB_RETRIED = "jobs.retried", _("重试任务")
    TOKEN_MADE = "registry.token_made", _("发放接口令牌")
    TOKEN_REVOKED = "registry.token_revoked", _("作废接口令牌")
    IMPORT_STARTED = "registry.import_started", _("上传台账")
    IMPORT_STORED = "registry.import_stored", _("台账入库")
    IMPORT_UNDONE = "registry.import_undone", _("撤销导入")
    CONFLICT_SETTLED = "registry.conflict_settled", _("处理冲突")
    ESTATE_ADDED = "registry.estate_added", _("新增小区")
    ESTATE_EDITED = "registry.estate_edited", _("修改小区")
    ESTATE_SPLIT = "registry.estate_split", _("拆分小区")
    ESTATES_MERGED = "registry.estates_merged", _("合并小区")
    ESTATE_MERGED = "registry.estate_merged", _("合并小区")
    FACTS_EDITED = "registry.facts_edited", _("填写事实")
    OUTLINES_LOADED = "registry.outlines_loaded", _("装入区划边界")
    ESTATE_RENAMED = "registry.estate_renamed", _("小区更名")
    ESTATE_SPLIT_OFF = "registry.estate_split_off", _("由拆分而来")
    ESTATE_MERGED_AWAY = "registry.estate_merged_away", _("并入别的小区")
    DOCUMENT_ADDED = "registry.document_added", _("上传资料")
    BUILDING_ADDED = "registry.building_added", _("新增楼栋")
    BUILDING_EDITED = "registry.building_edited", _("修改楼栋")
    DANGER_PLANNED = "registry.danger_planned", _("确定一楼一策")
    PIPE_ADDED = "registry.pipe_added", _("新增管线")
    PIPE_CHANGED = "registry.pipe_changed", _("修改管线")
    PIPE_REMOVED = "registry.pipe_removed", _("删除管线")
    RESOURCE_ADDED = "registry.resource_added", _("新增存量资源")
    RESOURCE_EDITED = "registry.resource_edited", _("修改存量资源")
    RESOURCE_REMOVED = "registry.resource_removed", _("删除存量资源")
    PARTY_ADDED = "registry.party_added", _("登记单位")
    PARTY_REMOVED = "registry.party_removed", _("移除单位")
    SCENARIO_MADE = "plans.scenario_made", _("新建计划方案")
    SCENARIO_CHANGED = "plans.scenario_changed", _("修改计划方案")
    SCENARIO_ARCHIVED = "plans.scenario_archived", _("收起计划方案")
    RUN_STOPPED = "plans.run_stopped", _("停止求解")
    PLAN_ADOPTED = "plans.adopted", _("采用计划")
    POLICY_TRIED = "plans.policy_tried", _("试算政策")
    ASSESSED = "registry.assessed", _("重新判定")
    PROJECT_OPENED = "projects.opened", _("立项")
    PROJECT_CLOSED = "projects.closed", _("结束项目")
    EXPORTED = "registry.exported", _("导出")


_TITLES = {action.value: action.label for action in Action}


def title_of(action: str) -> str:
    """Return the title of an action; one that is no longer known shows its name."""
    return str(_TITLES.get(action, action))

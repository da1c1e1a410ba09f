"""What can be known about 业主组织: the owners' assembly, their committee, a council."""

from jiugai.policy.vocabulary.fact import Subject, day, flag, whole

DM2 = "平方分米"


class Body(Subject):
    """The owners' assembly of an estate with its committee or management council."""

    title = "业主组织"

    area_total = whole("建筑物总面积", "物业管理区域内建筑物总面积", unit=DM2)
    area_delivered = whole(
        "已交付面积", "已交付业主的专有部分面积", unit=DM2, synonyms=("交付面积",)
    )
    area_applying = whole("申请业主面积", "申请成立业主大会的业主的专有部分面积", unit=DM2)
    owners_total = whole("业主总数", "物业管理区域内的业主人数", unit="人")
    owners_applying = whole("申请业主人数", "申请成立业主大会的业主人数", unit="人")
    owners_proposing = whole("提议业主人数", "提议召开临时会议的业主人数", unit="人")
    area_proposing = whole("提议业主面积", "提议召开临时会议的业主的专有部分面积", unit=DM2)
    developer_applies = flag("建设单位申请", "建设单位申请成立业主大会")
    household_count = whole("户数", "物业管理区域内的住宅户数", unit="户")
    assembly_formed = flag("已成立业主大会", "业主大会已经成立", synonyms=("业主大会已成立",))
    committee_elected = flag("已选举业主委员会", "已选举产生业主委员会")
    assembly_difficult = flag("成立业主大会确有困难", "具备成立业主大会的条件，但确有困难未能成立")
    applied_on = day("申请日", "提出成立业主大会书面申请的日期")
    leader_named_on = day("组长指定日", "街道办事处、乡镇人民政府指定筹备组组长的日期")
    group_formed_on = day("筹备组成立日", "首次业主大会会议筹备组成立的日期")
    group_published_on = day("筹备组公示日", "筹备组成员名单等公示的日期")
    group_members = whole("筹备组人数", "筹备组的人数", unit="人")
    group_owners = whole("筹备组业主代表人数", "筹备组中业主代表的人数", unit="人")
    group_led_by_community = flag(
        "筹备组组长来自居委会", "组长由居民委员会、村民委员会工作人员担任"
    )
    matters_published_on = day("筹备事项公示日", "筹备组确定的事项公示的日期")
    first_meeting_on = day("首次业主大会日", "首次业主大会会议召开的日期")
    members = whole("委员人数", "业主委员会或物业管理委员会的委员人数", unit="人")
    members_left = whole("现有委员人数", "经递补后现有的委员人数", unit="人")
    substitutes = whole("候补委员人数", "候补委员的人数", unit="人")
    owner_members = whole("业主代表委员人数", "物业管理委员会中业主代表的人数", unit="人")
    led_by_community = flag("主任来自居委会", "主任由居民委员会、村民委员会代表担任")
    deputy_is_owner = flag("副主任为业主代表", "副主任由居民委员会、村民委员会指定的业主代表担任")
    refuses_duties = flag("拒不履行职责", "业主委员会拒不履行职责")
    elected_on = day("选举产生日", "业主委员会选举产生的日期", synonyms=("当选日期",))
    first_session_on = day("委员会首次会议日", "业主委员会首次会议的日期")
    chair_elected_on = day("主任推选日", "推选主任和副主任完成的日期")
    chair_published_on = day("主任名单公示日", "主任、副主任和委员名单公示的日期")
    filed_on = day(
        "备案申请日", "向街道办事处、乡镇人民政府申请备案的日期", synonyms=("备案日期",)
    )
    changed_on = day("变更日", "名称、委员、议事规则或管理规约变更的日期")
    change_filed_on = day("变更备案日", "办理变更备案手续的日期")
    term_until = day("任期届满日", "本届任期的最后一日", synonyms=("任期届满日期",))
    council_formed_on = day("物管会成立日", "物业管理委员会成立的日期")
    committee_filed_on = day("业委会备案日", "取代物业管理委员会的业主委员会完成备案的日期")
    dissolved_on = day("物管会解散日", "物业管理委员会解散的日期")
    told_community_on = day("告知居委会日", "把会议议题告知居民委员会、村民委员会的日期")
    session_on = day("委员会会议日", "委员会会议召开的日期")
    last_session_on = day("最近一次会议日", "最近一次定期会议的日期")
    session_published_on = day("委员会会议公示日", "会议情况和确定事项公示的日期")
    members_present = whole("到会委员人数", "亲自参加会议的委员人数", unit="人")
    owner_members_present = whole("到会业主代表人数", "亲自参加会议的业主代表委员人数", unit="人")
    members_signing = whole("签字同意委员人数", "签字同意会议确定事项的委员人数", unit="人")
    members_proposing = whole("提议委员人数", "提议召开临时会议的委员人数", unit="人")
    households_sold = whole("已售户数", "已经售出的住宅户数", unit="户")
    households_moved_in = whole("已入住户数", "业主已经入住的户数", unit="户")
    preliminary_ended = flag("前期物业合同已解除", "前期物业服务合同在期限内已依法解除")
    preliminary_until = day("前期物业合同届满日", "前期物业服务合同期限的最后一日")

"""What shows that an estate has passed the steps that come before its works."""

from jiugai.policy.vocabulary.fact import Subject, choice, flag, whole


class Steps(Subject):
    """What shows that an estate has passed the steps that come before its works."""

    subject_name = "estate"

    residents_asked = flag(
        "已征求居民意见",
        "改造内容已在小区内征求居民意见",
        synonyms=("征求居民意见", "居民意见征求", "问需"),
    )
    service_standard_settled = flag(
        "物业服务标准已确定", "小区物业服务的标准已经确定", synonyms=("服务标准已确定",)
    )
    fee_agreed = flag(
        "物业收费标准已商定", "居民已就物业服务收费标准达成一致", synonyms=("收费标准已商定",)
    )
    property_agreement = flag(
        "已签订物业服务协议",
        "业主组织与物业服务企业已签订协议或合同",
        synonyms=("物业服务协议", "物业合同已签订"),
    )
    property_trial = flag(
        "物业服务试用中",
        "选定的物业服务企业正以“先尝后买”方式提供服务",
        synonyms=("先尝后买",),
    )
    applicant = choice(
        "申请主体",
        "向街道（乡镇）提出改造申请的一方",
        {
            "community": "居民委员会",
            "committee": "业主委员会",
            "council": "物业管理委员会",
            "other": "其他",
            "none": "未申请",
        },
        synonyms=("改造申请主体", "申报主体"),
    )
    street_reported = flag(
        "街道已上报", "街道（乡镇）已把申请报到区里", synonyms=("街道上报", "乡镇已上报")
    )
    district_reviewed = flag("区已审核", "区政府已审核同意申请", synonyms=("区审核", "区政府审核"))
    conference_confirmed = flag(
        "市联席会已确认",
        "市老旧小区改造联席会议已审议通过",
        synonyms=("市级确认", "联席会确认", "项目已确认"),
    )
    task_assigned = flag(
        "市级已下达任务", "市联席会已把小区列入下达给区的任务", synonyms=("任务已下达",)
    )
    in_database = flag("已录入数据库", "小区现状已录入老旧小区数据库", synonyms=("数据库已录入",))
    menu_drafted = flag(
        "整治菜单已拟定",
        "已按居民诉求初步拟定整治内容菜单",
        synonyms=("菜单已拟定",),
    )
    menu_settled = flag(
        "整治菜单已确定", "整治内容菜单已经确定", synonyms=("菜单已确定", "改造内容已确定")
    )
    service_mode_settled = flag(
        "小区管理模式已确定", "改造后的小区管理模式已经确定", synonyms=("后期管理模式已确定",)
    )
    body_hard_to_form = flag(
        "难以成立业主组织", "街道（乡镇）已查明难以成立业主组织", synonyms=("业主组织难以成立",)
    )
    investor_named = flag("投资主体已明确", "区里已明确项目的投资主体", synonyms=("投资主体明确",))
    implementer_named = flag(
        "实施主体已明确", "区里已明确项目的实施主体", synonyms=("实施主体明确",)
    )
    planner_reviewed = flag(
        "责任规划师已审查", "设计方案已经责任规划师审查", synonyms=("责任规划师审查", "规划师审查")
    )
    design_published = flag(
        "设计方案已公示", "设计方案已在小区内公示", synonyms=("方案公示", "设计方案公示")
    )
    asked_before_approval = flag(
        "立项前已征求意见", "征求居民意见在项目立项之前完成", synonyms=("立项前征求意见",)
    )
    site_body_formed = flag(
        "现场治理机构已组建",
        "街道、社区、业主组织、物业企业、业主代表和参建各方共同参与的现场治理机构已组建",
        synonyms=("治理机构已组建", "现场治理机构"),
    )
    consensus_outreach_done = flag(
        "已就分歧做群众工作", "已就未达成共识的改造内容做过说明和动员", synonyms=("群众工作已做",)
    )
    safety_works = flag(
        "涉及公共安全和公共利益",
        "未达成共识的改造内容涉及公共安全或者公共利益",
        synonyms=("公共安全项目",),
    )
    planner_passed = flag(
        "责任规划师审查合格", "设计方案经责任规划师审查合格", synonyms=("规划师审查合格",)
    )
    notice_complete = flag(
        "公示内容齐全",
        "意愿与共识、设计方案、参照场景、拆违要求、改造内容、组织体系、产品材料、"
        "工艺做法、楼内管线九项都已公示",
        synonyms=("公示齐全", "已完整公示"),
    )
    open_objections = whole(
        "未答复意见数",
        "公示期间居民提出而尚未答复的意见件数",
        unit="件",
        synonyms=("未办结异议数", "未答复异议"),
        high=100_000,
    )
    in_reserve = flag(
        "已入储备库", "小区已列入区改造项目储备库", synonyms=("储备库", "是否入库", "已入库")
    )
    pipes_surveyed = flag(
        "管线已摸排",
        "水电气热各类管线的产权、改造种类、工程量和资金已摸清",
        synonyms=("管线摸排", "管线已摸底"),
    )
    scheme_made = flag(
        "一小区一方案已编制", "小区的管线改造方案已编制", synonyms=("一小区一方案", "管线方案")
    )
    works_coordinated = flag(
        "改造内容已统筹",
        "综合整治、各类管线改造与加装电梯已统一安排工序",
        synonyms=("改造统筹", "工序已统筹"),
    )
    pipe_owners_contacted = flag(
        "已对接管线权属单位",
        "工程周边管线现况已摸清，并与管线权属（管理）单位对接",
        synonyms=("管线权属单位对接", "管线已对接"),
    )
    duties_assigned = flag(
        "各方责任已明确",
        "街道、实施主体、物业企业和参建各方的责任已经书面明确",
        synonyms=("责任已明确", "责任分工已明确"),
    )
    vulnerable_surveyed = flag(
        "重点人群已排查", "老人、残疾人等经常居家的人群情况已排查", synonyms=("重点人群排查",)
    )
    surroundings_surveyed = flag(
        "周边环境已排查",
        "地下管线、消防车道和建筑消防设施的隐患已排查",
        synonyms=("周边环境排查", "环境隐患排查"),
    )
    risk_list_made = flag("风险问题清单已建立", "排查出的问题已列成清单", synonyms=("问题清单",))
    risk_plan_made = flag(
        "风险预案已制定", "已按问题清单制定预案并落实责任", synonyms=("风险预案", "风险防控预案")
    )
    works_published = flag(
        "改造四项已公示",
        "改造内容、资金、规划设计和施工组织都已向居民公示",
        synonyms=("内容资金设计施工公示", "改造方案四项公示"),
    )

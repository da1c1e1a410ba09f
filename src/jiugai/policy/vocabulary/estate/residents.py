"""What the residents want and how they are organised."""

from jiugai.policy.vocabulary.fact import Subject, choice, flag, share, text, whole


class Residents(Subject):
    """What the residents want and how they are organised."""

    subject_name = "estate"

    complaint_count = whole(
        "诉求件数",
        "近一年 12345 热线诉求件数",
        unit="件",
        synonyms=("12345诉求量", "诉求量", "投诉件数", "热线诉求"),
        high=1_000_000,
    )
    consent_share = share(
        "同意率",
        "同意改造的户数占比",
        synonyms=("居民同意率", "改造同意率", "改造意愿", "同意改造比例"),
    )
    owners_body = choice(
        "业主组织",
        "已组建的业主组织",
        {
            "committee": "业主委员会",
            "council": "物业管理委员会",
            "deliberation": "小区议事协调委员会",
            "none": "未组建",
        },
        synonyms=("业委会", "业主组织情况", "业委会或物管会"),
    )
    property_company = text(
        "物业企业", "已确定的物业服务企业", synonyms=("物业服务企业", "物业公司", "物业服务公司")
    )
    property_settled = flag("物业企业已确定", "小区物业服务企业已经确定；由“物业企业”一列得出")
    guard_consent_share = share(
        "护栏拆除同意率",
        "同意拆除外窗护栏的户数占比",
        synonyms=("护栏同意率", "外窗护栏拆除同意率"),
    )
    complaints_concentrated = flag(
        "诉求集中", "区里认定为 12345 热线诉求集中的小区", synonyms=("诉求集中小区",)
    )
    works_resolved = flag(
        "改造已经业主表决", "业主已依法共同决定同意改造", synonyms=("改造表决通过", "业主表决同意")
    )
    bears_duties = flag(
        "愿意承担义务",
        "居民愿意承担与改造相应的义务，如出资、缴纳物业费、续筹维修资金",
        synonyms=("承担相应义务",),
    )
    property_ready = flag(
        "具备物业管理条件", "小区现有条件可以实施市场化物业管理", synonyms=("可实施物业管理",)
    )
    removal_accepted = flag(
        "同意先行拆违", "居民同意在改造施工前先拆除违法建设", synonyms=("同意拆违", "愿意治理")
    )
    investment_settled = flag(
        "社会投资方案明确", "已有社会投资参与，实施方案明确", synonyms=("社会资本方案明确",)
    )
    property_after_works = flag(
        "同意改造后落实物业管理", "居民同意改造后实行物业管理", synonyms=("同意物业管理",)
    )

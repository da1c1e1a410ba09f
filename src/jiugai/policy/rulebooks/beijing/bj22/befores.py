"""Seven of the ten befores: asked, body, publicity, reserve, coordination, duties, risks (三)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

BJ22 = Text("bj22")

asked = Rule(
    id="bj22.gate.asked",
    title="问需在前",
    means="改造前已向居民问需问计",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(一)①",
    when=reading(
        "bj22.asked_when",
        works=Estate.residents_asked,
        approval=Estate.residents_asked & Estate.asked_before_approval,
    ),
)

governance = Rule(
    id="bj22.gate.governance",
    title="治理在前",
    means="业主组织等各方参加的现场治理机构已组建",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(二)⑥",
    when=all_of(
        Estate.site_body_formed,
        reading(
            "bj22.council",
            counts=Estate.owners_body.is_one_of("committee", "council"),
            committee_only=Estate.owners_body.is_one_of("committee"),
        ).called("有业主组织可以参加"),
    ),
)

publicity = Rule(
    id="bj22.gate.publicity",
    title="公示在前",
    means="设计方案审查合格、公示齐全且意见已处理",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(四)②",
    when=all_of(
        (Estate.planner_passed & Estate.notice_complete).called("先审查合格再完整公示"),
        reading(
            "bj22.objections",
            answered=Estate.open_objections <= 0,
            gathered=Estate.notice_complete,
        ).called("公示意见已处理", BJ22 / "三(四)③"),
    ),
)

reserve = Rule(
    id="bj22.gate.reserve",
    title="储备在前",
    means="小区已入储备库，管线已摸排并形成方案",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(六)④",
    when=all_of(Estate.in_reserve, Estate.pipes_surveyed, Estate.scheme_made),
)

coordination = Rule(
    id="bj22.gate.coordination",
    title="统筹在前",
    means="各项改造已统筹安排，管线权属单位已对接",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(八)⑥",
    when=all_of(
        Estate.works_coordinated,
        all_of(Estate.pipe_owners_contacted).called("管线权属单位已对接", BJ22 / "三(八)⑧"),
    ),
)

duties = Rule(
    id="bj22.gate.duties",
    title="明责在前",
    means="街道、建设单位和参建各方的责任已明确",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(九)①",
    when=all_of(Estate.duties_assigned),
)

risks = Rule(
    id="bj22.gate.risks",
    title="风险排查在前",
    means="重点人群和周边环境已排查，清单和预案已就绪",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(十)①",
    when=all_of(
        Estate.vulnerable_surveyed,
        all_of(Estate.surroundings_surveyed).called("周边环境已排查", BJ22 / "三(十)②"),
        (Estate.risk_list_made & Estate.risk_plan_made).called("清单和预案", BJ22 / "三(十)③"),
    ),
)

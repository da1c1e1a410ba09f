"""What each county and district owes by the first dates (KF19 六(三))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Programme

KF19 = Text("kf19")

COUNTY = Programme.level.is_one_of("county")
DISTRICT = Programme.level.is_one_of("district")
TASK = (Programme.estate_count > 0).called("有改造任务")
ENOUGH = any_of(
    all_of(
        COUNTY,
        Programme.pilot_count >= number("kf19.pilots_county"),
        label="县的示范小区数足够",
        clause=KF19 / "六(三)④",
    ),
    all_of(
        DISTRICT,
        reading(
            "kf19.pilot_cap",
            at_least=Programme.pilot_count >= number("kf19.pilots_district_min"),
            range=all_of(
                Programme.pilot_count >= number("kf19.pilots_district_min"),
                Programme.pilot_count <= number("kf19.pilots_district_max"),
            ),
        ),
        label="区的示范小区数足够",
        clause=KF19 / "六(三)⑤",
    ),
)

pilots = Rule(
    id="kf19.pilots",
    title="示范小区",
    means="示范小区数达到要求，或者没有改造任务",
    topic=Topic.ROUTE,
    subject=Programme,
    clause=KF19 / "六(三)④",
    when=reading(
        "kf19.no_task",
        exempt=any_of(~TASK, ENOUGH),
        districts_owe=any_of(all_of(COUNTY, ~TASK), ENOUGH),
    ),
)

plan_in_time = Rule(
    id="kf19.plan_in_time",
    title="三年行动计划按期编成",
    means="三年行动计划在期限内编制完成",
    topic=Topic.ROUTE,
    subject=Programme,
    clause=KF19 / "六(三)②",
    when=Programme.multi_year_plan_on <= number("kf19.plan_due"),
)

scheme_in_time = Rule(
    id="kf19.scheme_in_time",
    title="县区实施方案按期出台",
    means="县区实施方案和细则在期限内出台",
    topic=Topic.ROUTE,
    subject=Programme,
    clause=KF19 / "六(三)③",
    when=reading(
        "kf19.scheme_calendar",
        printed=Programme.scheme_issued_on <= number("kf19.scheme_due"),
        with_plan=Programme.scheme_issued_on <= number("kf19.plan_due"),
    ),
)

"""Owners' bodies, property service and contributions."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import jiugai.apps.accounts.rows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0005_roles"),
        ("participation", "0006_notices_guarded"),
        ("registry", "0015_more_scopes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OwnersBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("group", "首次业主大会会议筹备组"),
                            ("committee", "业主委员会"),
                            ("renewal", "换届小组"),
                            ("council", "物业管理委员会"),
                            ("deliberation", "小区议事协调委员会"),
                        ],
                        max_length=12,
                        verbose_name="种类",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="名称")),
                ("size", models.PositiveSmallIntegerField(verbose_name="组成人数")),
                ("formed_on", models.DateField(verbose_name="成立（选举产生）日")),
                ("term_until", models.DateField(blank=True, null=True, verbose_name="任期届满日")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unready", "不具备成立业主大会条件"),
                            ("difficult", "具备条件，但确有困难未成立"),
                            ("unelected", "业主大会成立后，未能选举产生业主委员会"),
                        ],
                        max_length=10,
                        verbose_name="组建理由",
                    ),
                ),
                ("filed_on", models.DateField(null=True, verbose_name="备案日")),
                (
                    "filing_number",
                    models.CharField(blank=True, max_length=60, verbose_name="备案号"),
                ),
                ("ended_on", models.DateField(null=True, verbose_name="结束日")),
                (
                    "end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("renewed", "换届，由新一届接任"),
                            ("done", "业主委员会已备案，予以解散"),
                            ("gone", "区域调整、房屋灭失等无法存续，予以注销"),
                            ("other", "其他"),
                        ],
                        max_length=8,
                        verbose_name="结束原因",
                    ),
                ),
                (
                    "due_verb",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("applied", "收到成立业主大会的书面申请"),
                            ("leader_named", "指定筹备组组长"),
                            ("formed", "成立（选举产生）"),
                            ("listed", "公示名单"),
                            ("matters", "公示筹备事项"),
                            ("first_meeting", "召开首次业主大会会议"),
                            ("first_session", "召开委员会首次会议"),
                            ("chair_chosen", "推选主任、副主任"),
                            ("filing", "申请备案"),
                            ("filed", "予以备案"),
                            ("seated", "成员就任"),
                            ("left", "成员离任"),
                            ("change_filed", "办理变更备案"),
                            ("reported", "书面报告换届"),
                            ("ended", "结束"),
                        ],
                        max_length=14,
                    ),
                ),
                ("due_on", models.DateField(null=True)),
                ("due_clause", models.CharField(blank=True, max_length=40)),
                (
                    "estate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owners_bodies",
                        to="registry.estate",
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participation.vote",
                        verbose_name="选举的表决",
                    ),
                ),
            ],
            options={
                "ordering": ["-formed_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="BodyStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("applied", "收到成立业主大会的书面申请"),
                            ("leader_named", "指定筹备组组长"),
                            ("formed", "成立（选举产生）"),
                            ("listed", "公示名单"),
                            ("matters", "公示筹备事项"),
                            ("first_meeting", "召开首次业主大会会议"),
                            ("first_session", "召开委员会首次会议"),
                            ("chair_chosen", "推选主任、副主任"),
                            ("filing", "申请备案"),
                            ("filed", "予以备案"),
                            ("seated", "成员就任"),
                            ("left", "成员离任"),
                            ("change_filed", "办理变更备案"),
                            ("reported", "书面报告换届"),
                            ("ended", "结束"),
                        ],
                        max_length=14,
                        verbose_name="事项",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.document",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="owners.ownersbody",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="PropertyService",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("trial", "先尝后买试用"),
                            ("emergency", "应急物业服务"),
                            ("quasi", "准物业管理"),
                            ("market", "物业服务合同"),
                        ],
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "服务中"),
                            ("voting", "表决中"),
                            ("carried", "已选聘，待签合同"),
                            ("hired", "合同履行中"),
                            ("ended", "已结束"),
                        ],
                        default="running",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "chosen_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("committee", "业主委员会"),
                            ("council", "物业管理委员会"),
                            ("community", "居民委员会"),
                            ("party", "社区党委"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="由谁预选",
                    ),
                ),
                ("mode", models.CharField(blank=True, max_length=200, verbose_name="服务模式")),
                ("services", models.TextField(max_length=1000, verbose_name="服务内容")),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="至")),
                ("cost", models.CharField(blank=True, max_length=200, verbose_name="费用")),
                ("posted_on", models.DateField(blank=True, null=True, verbose_name="公示日")),
                (
                    "standard",
                    models.CharField(blank=True, max_length=200, verbose_name="服务标准"),
                ),
                (
                    "fee_cents",
                    models.PositiveIntegerField(
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="物业费（分/㎡·月）",
                    ),
                ),
                ("has_all_items", models.BooleanField(default=False)),
                ("signed_on", models.DateField(null=True, verbose_name="合同签订日")),
                ("contract_until", models.DateField(null=True, verbose_name="合同届满日")),
                ("filed_on", models.DateField(null=True, verbose_name="合同备案日")),
                (
                    "filing_number",
                    models.CharField(blank=True, max_length=60, verbose_name="备案号"),
                ),
                ("ended_on", models.DateField(null=True, verbose_name="结束日")),
                (
                    "why_ended",
                    models.CharField(blank=True, max_length=300, verbose_name="结束原因"),
                ),
                (
                    "due_turn",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("started", "开始服务"),
                            ("posted", "公示服务内容、期限和费用"),
                            ("vote_called", "组织选聘表决"),
                            ("vote_dropped", "表决取消，回到服务中"),
                            ("carried", "表决通过，待签合同"),
                            ("rejected", "表决未通过"),
                            ("signed", "签订物业服务合同"),
                            ("filed", "合同报备案"),
                            ("ended", "结束服务"),
                        ],
                        max_length=12,
                    ),
                ),
                ("due_on", models.DateField(null=True)),
                ("due_clause", models.CharField(blank=True, max_length=40)),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="owners.ownersbody",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="property_services",
                        to="accounts.organisation",
                        verbose_name="服务单位",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.document",
                    ),
                ),
                (
                    "estate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="property_services",
                        to="registry.estate",
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participation.vote",
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ResidentsPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                ("cents", models.PositiveBigIntegerField(verbose_name="居民应承担（分）")),
                ("words", models.CharField(max_length=300, verbose_name="依据")),
                ("on", models.DateField(verbose_name="日期")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.document",
                    ),
                ),
                (
                    "estate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="residents_parts",
                        to="registry.estate",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("chair", "主任（组长）"),
                            ("deputy", "副主任"),
                            ("member", "委员（成员）"),
                            ("substitute", "候补委员"),
                        ],
                        max_length=10,
                        verbose_name="职务",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("owner", "业主代表"),
                            ("user", "物业使用人代表"),
                            ("community", "居民（村民）委员会"),
                            ("party", "社区党组织"),
                            ("street", "街道办事处、乡镇人民政府"),
                            ("developer", "建设单位"),
                            ("owner_unit", "产权单位"),
                        ],
                        max_length=10,
                        verbose_name="身份",
                    ),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(null=True, verbose_name="至")),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_owner", "不再是本区域业主"),
                            ("resigned", "书面辞职"),
                            ("unable", "因健康等原因无法履职"),
                            ("recalled", "被罢免"),
                            ("term", "任期届满"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="离任原因",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="owners.ownersbody",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ServiceEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cleaning", "保洁"),
                            ("security", "秩序与安保"),
                            ("greenery", "绿化与公共空间"),
                            ("repair", "报修与维护"),
                            ("complaint", "居民反映"),
                            ("check", "检查考核"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="事项",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("words", models.CharField(max_length=500, verbose_name="做了什么、看到什么")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.document",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="owners.propertyservice",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ServiceStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                (
                    "turn",
                    models.CharField(
                        choices=[
                            ("started", "开始服务"),
                            ("posted", "公示服务内容、期限和费用"),
                            ("vote_called", "组织选聘表决"),
                            ("vote_dropped", "表决取消，回到服务中"),
                            ("carried", "表决通过，待签合同"),
                            ("rejected", "表决未通过"),
                            ("signed", "签订物业服务合同"),
                            ("filed", "合同报备案"),
                            ("ended", "结束服务"),
                        ],
                        max_length=12,
                        verbose_name="事项",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                ("clause", models.CharField(blank=True, max_length=40)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="owners.propertyservice",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("share", "按比例分摊的现金"),
                            ("donated_money", "捐资"),
                            ("donated_goods", "捐物"),
                            ("labour", "投工投劳"),
                            ("common_income", "共有部位经营收益"),
                            ("use_right", "共有部位使用权"),
                            ("provident_fund", "提取的住房公积金"),
                            ("maintenance_fund", "住宅专项维修资金"),
                        ],
                        max_length=16,
                        verbose_name="形式",
                    ),
                ),
                ("worth_cents", models.BigIntegerField(verbose_name="金额（分）")),
                (
                    "quantity",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="数量"
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="单位")),
                (
                    "agreed_by",
                    models.CharField(blank=True, max_length=120, verbose_name="谁认定的价值"),
                ),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="认定日")),
                ("given_on", models.DateField(verbose_name="日期")),
                ("words", models.CharField(max_length=300, verbose_name="说明")),
                ("with_works", models.BooleanField(null=True, verbose_name="与改造同步")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.document",
                    ),
                ),
                (
                    "estate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="registry.estate",
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="registry.household",
                    ),
                ),
                (
                    "takes_back",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back_by",
                        to="owners.contribution",
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participation.vote",
                    ),
                ),
            ],
            options={
                "ordering": ["-given_on", "-id"],
                "indexes": [
                    models.Index(fields=["estate", "kind"], name="contributions_of_an_estate")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("takes_back", None), ("worth_cents__gt", 0)),
                            models.Q(("takes_back__isnull", False), ("worth_cents__lt", 0)),
                            _connector="OR",
                        ),
                        name="contribution_worth_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quantity", None), ("unit", "")),
                            models.Q(
                                ("quantity__isnull", False), models.Q(("unit", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="quantity_has_a_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_by", ""), ("agreed_on", None)),
                            models.Q(
                                ("agreed_on__isnull", False),
                                models.Q(("agreed_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="worth_agreed_by_somebody",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="ownersbody",
            index=models.Index(
                condition=models.Q(("ended_on", None)),
                fields=["division", "due_on"],
                name="bodies_by_what_is_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownersbody",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("estate", "kind"),
                name="one_running_body_per_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownersbody",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("term_until", None),
                    ("term_until__gt", models.F("formed_on")),
                    _connector="OR",
                ),
                name="body_term_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownersbody",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end", ""), ("ended_on", None)),
                    models.Q(("ended_on__isnull", False), models.Q(("end", ""), _negated=True)),
                    _connector="OR",
                ),
                name="body_ended_for_a_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="bodystep",
            index=models.Index(fields=["body", "-id"], name="steps_of_a_body"),
        ),
        migrations.AddIndex(
            model_name="propertyservice",
            index=models.Index(
                condition=models.Q(("ended_on", None)),
                fields=["division", "due_on"],
                name="services_by_what_is_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="propertyservice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("estate",),
                name="one_running_service",
            ),
        ),
        migrations.AddConstraint(
            model_name="propertyservice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="service_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="propertyservice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", False), ("state", "ended")),
                    models.Q(models.Q(("state", "ended"), _negated=True), ("ended_on", None)),
                    _connector="OR",
                ),
                name="service_ends_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="propertyservice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "hired"), _negated=True),
                    models.Q(("body__isnull", False), ("signed_on__isnull", False)),
                    _connector="OR",
                ),
                name="service_hired_by_contract",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("until", None), ("why", "")),
                    models.Q(
                        ("until__gte", models.F("since")), models.Q(("why", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="seat_left_for_a_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="serviceentry",
            index=models.Index(fields=["service", "-on"], name="entries_of_a_service"),
        ),
    ]

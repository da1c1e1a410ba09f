"""An estate with households, units that answer, and a ledger of demands."""

from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment, Kind, Organisation, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.ledger import answering, linking, services
from jiugai.apps.demands.models import Channel, Demand
from jiugai.apps.demands.models import Kind as About
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.registry.models import Estate, Household
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.participation.conftest import settle

__all__ = ["apart"]

#: A Monday without holidays near it.
MONDAY = date(2026, 6, 1)
MORNING = datetime(2026, 6, 1, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = "3号楼2单元楼道灯坏了半个月，老人晚上下楼看不清"


class Ledger:
    """Keeps the ledger of one estate as its clerk would."""

    def __init__(self, estate, people, unit):
        self.estate, self.people, self.unit, self.clerk = estate, people, unit, people["clerk"]

    def take(self, text=TEXT, at=MORNING, **said):
        """Return a demand that was written down."""
        words = services.Said(
            **{"text": text, "channel": Channel.PHONE, "kind": About.POWER, **said}
        )
        with scope(DISTRICT):
            return services.take(estate=self.estate, said=words, by=self.clerk, at=at)

    def do(self, verb, demand, on=MONDAY, by=None, **said):
        """Do something with a demand and return it as it is then."""
        module = answering if hasattr(answering, verb) else services
        module = linking if verb in ("link", "unlink") else module
        with scope(DISTRICT):
            getattr(module, verb)(pk=demand.pk, by=by or self.clerk, on=on, **said)
        return self.now(demand)

    def assigned(self, **said):
        """Return a demand with a unit that has to answer it."""
        return self.take(organisation=self.unit, **said)

    def answered(self, on=MONDAY, **said):
        """Return a demand that was answered."""
        return self.do("answer", self.assigned(**said), on=on, words="灯已换好，请查看")

    def now(self, demand):
        """Return a demand as it is kept now."""
        with scope(DISTRICT):
            return Demand.objects.get(pk=demand.pk)

    def verbs(self, demand):
        """Return what happened to a demand."""
        with scope(DISTRICT):
            return list(demand.steps.values_list("verb", flat=True))


def a_unit():
    """Return a unit of the street that answers."""
    return Organisation.objects.create(
        name="玉兰物业", kind=Kind.PROPERTY, division=STREET, credit_code=""
    )


@pytest.fixture
def ledger(estate, people):
    """Return a helper that keeps the ledger of an estate with twelve households."""
    with scope(DISTRICT):
        settle(estate)
    unit = a_unit()
    people["department"].organisation = unit
    people["department"].save()
    return Ledger(estate, people, unit)


@pytest.fixture
def committed(apart):
    """Return such a helper on a database that is committed to."""
    clerk = Person.objects.create(username="clerk", name="介青", division=DISTRICT)
    Appointment.objects.create(
        person=clerk, role=Role.STREET_CLERK, division=DISTRICT, since=MONDAY
    )
    with scope(DISTRICT):
        estate = Estate.objects.create(code="T1", division=STREET, facts={"name": "玉兰里"})
        settle(estate)
    return Ledger(estate, {"clerk": clerk}, a_unit())


@pytest.fixture
def at_home(client, ledger):
    """Return a function that gives a client at home behind a door of the first building."""

    def as_(door="101"):
        with scope(DISTRICT):
            household = Household.objects.filter(door=door).order_by("id").first()
            client.cookies["household"] = _begin(household, timezone.now())
            client.household = household
        return client

    return as_


HEAD = (
    "工单编号",
    "被反映小区",
    "主要内容",
    "受理时间",
    "办理时限",
    "来电人",
    "来电号码",
    "承办单位",
)


def ticket(number, text="小区门口下水井堵了，污水外溢", estate="玉兰里", **more):
    """Return a row of a workbook of tickets."""
    said = {"asked": "2026-05-30 14:20", "due": "2026-06-10", "unit": "", **more}
    return (
        f"T{number}", estate, text, said["asked"], said["due"], "张三", "13800001234",
        said["unit"],
    )  # fmt: skip


def workbook(*rows, head=HEAD):
    """Return a workbook with a title above its headings."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "12345 工单导出")
    for index, row in enumerate((head, *rows)):
        sheet.write_row(index + 2, 0, row)
    book.close()
    file.seek(0)
    file.name = "工单.xlsx"
    return file


def days(number):
    """Return some days as a span."""
    return timedelta(days=number)

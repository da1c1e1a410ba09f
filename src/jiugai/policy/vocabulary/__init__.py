"""The one list of facts: headings, forms, rules, interfaces and docs all draw on it."""

from jiugai.policy.vocabulary.activity import Activity
from jiugai.policy.vocabulary.body import Body
from jiugai.policy.vocabulary.building import Building
from jiugai.policy.vocabulary.component import Component
from jiugai.policy.vocabulary.contribution import Contribution
from jiugai.policy.vocabulary.estate import Estate
from jiugai.policy.vocabulary.fact import Fact, Kind, Sensitivity, Subject
from jiugai.policy.vocabulary.firm import Firm
from jiugai.policy.vocabulary.fund import Fund
from jiugai.policy.vocabulary.household import Household
from jiugai.policy.vocabulary.management import Management
from jiugai.policy.vocabulary.programme import Programme
from jiugai.policy.vocabulary.project import Project
from jiugai.policy.vocabulary.resource import Resource
from jiugai.policy.vocabulary.vote import Vote

SUBJECTS: tuple[type[Subject], ...] = (
    Estate,
    Building,
    Household,
    Project,
    Activity,
    Component,
    Firm,
    Vote,
    Body,
    Fund,
    Management,
    Resource,
    Programme,
    Contribution,
)

__all__ = [
    "SUBJECTS",
    "Activity",
    "Body",
    "Building",
    "Component",
    "Contribution",
    "Estate",
    "Fact",
    "Firm",
    "Fund",
    "Household",
    "Kind",
    "Management",
    "Programme",
    "Project",
    "Resource",
    "Sensitivity",
    "Subject",
    "Vote",
]

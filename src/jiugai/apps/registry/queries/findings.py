"""What the rules say of a thing in the register, worked out when it is asked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building, Estate, Resource
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Facts, Finding
from jiugai.policy.law import Law
from jiugai.policy.naming import fact_name
from jiugai.policy.rulebook import Document
from jiugai.policy.vocabulary import Building as BuildingFacts
from jiugai.policy.vocabulary import Estate as EstateFacts
from jiugai.policy.vocabulary import Resource as ResourceFacts
from jiugai.policy.vocabulary.fact import Subject

#: Worst first: what keeps an estate out, then what is open.
_ORDER = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)


@dataclass(frozen=True, slots=True)
class Card:
    """The findings of one document's rules."""

    document: Document
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> list[tuple[str, int]]:
        """Return how many rules came out how."""
        found = Counter(finding.verdict for finding in self.findings)
        return [(verdict.value, found[verdict]) for verdict in _ORDER if found[verdict]]


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that nobody knows, and how many verdicts wait for it."""

    key: str
    waiting: int
    subject: type[Subject]

    @property
    def name(self) -> str:
        """Return what people call it."""
        if self.is_below:
            return fact_name(self.key)
        return say(self.subject.fact(self.key).heading)

    @property
    def is_below(self) -> bool:
        """Return whether it is to be known of the buildings."""
        return "." in self.key

    @property
    def fact(self) -> str:
        """Return the name of the fact within its subject."""
        return self.key.rpartition(".")[2]


def facts_of(estate: Estate) -> Facts:
    """Return the facts of an estate with those of its buildings below it."""
    known = estate.known
    buildings = [building.known for building in estate.buildings.all()]
    return {**known, "building": buildings} if buildings else known


def findings_on(estate: Estate, *, day: date) -> tuple[Law, dict[str, Finding]]:
    """Return the law of the day and the finding of every rule in force on an estate."""
    law = law_for(estate.division, day)
    return law, law.judge_all(facts_of(estate))


def findings_below(
    thing: Building | Resource, *, day: date
) -> tuple[Law, Facts, dict[str, Finding]]:
    """Return the law of the day, the facts, and the finding of every rule on a thing."""
    subject: type[Subject] = BuildingFacts if isinstance(thing, Building) else ResourceFacts
    law = law_for(thing.division, day)
    return law, thing.known, law.judge_all(thing.known, subject=subject)


def cards(law: Law, findings: Mapping[str, Finding]) -> list[Card]:
    """Return the findings by document, in the order of the documents."""
    found = [
        Card(document, tuple(findings[r.id] for r in document.rules if r.id in findings))
        for document in law.documents
    ]
    return [card for card in found if card.findings]


def missing_facts(findings: Iterable[Finding]) -> list[Missing]:
    """Return the facts that verdicts wait for, most waited for first."""
    found: Counter[str] = Counter()
    subjects: dict[str, type[Subject]] = {}
    for finding in findings:
        found.update(finding.missing)
        subjects |= dict.fromkeys(finding.missing, finding.rule.subject)
    order = {fact.name: index for index, fact in enumerate(EstateFacts.facts())}
    keys = sorted(found, key=lambda key: (-found[key], order.get(key, len(order)), key))
    return [Missing(key, found[key], subjects[key]) for key in keys]


def topics_in_words() -> dict[str, str]:
    """Return what people call the topics of rules."""
    return {
        "scope": _("范围"),
        "route": _("路径"),
        "need": _("需求"),
        "gate": _("前置条件"),
        "permit": _("审批"),
        "weather": _("天气"),
        "vote": _("表决"),
        "firm": _("企业"),
        "warranty": _("保修"),
        "test": _("检测"),
        "fund": _("维修资金"),
        "management": _("管理"),
        "finance": _("资金"),
    }

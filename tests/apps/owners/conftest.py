"""An estate whose owners organise."""

from datetime import date, timedelta

import pytest

from jiugai.apps.accounts.models import Kind, Organisation
from jiugai.apps.accounts.rows import scope
from jiugai.apps.owners.bodies import services
from jiugai.apps.owners.bodies.services import Said
from jiugai.apps.owners.contributions.services import give
from jiugai.apps.owners.models import OwnersBody, PropertyService
from jiugai.apps.owners.service import services as serving
from jiugai.apps.participation.models import Mark, Vote
from jiugai.apps.participation.votes import services as votes
from jiugai.apps.registry.models import Estate
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.participation.conftest import CLOSES, OPENS, SAID, Voting, settle

DAY = date(2026, 3, 2)
SERVICE = {
    "kind": "trial",
    "chosen_by": "community",
    "mode": "专业企业全委托",
    "services": "保洁、安保、绿化维护",
    "since": DAY,
    "until": date(2026, 5, 31),
    "cost": "",
    "posted_on": None,
}
GIVEN = {
    "kind": "share",
    "household": None,
    "worth_cents": 120_000,
    "quantity": None,
    "unit": "",
    "agreed_by": "",
    "agreed_on": None,
    "given_on": date(2025, 12, 1),  # P14 holds to the end of that year
    "words": "外墙保温分摊",
    "with_works": None,
    "vote": None,
}


class Owners:
    """Keeps the records of the owners of one estate as a clerk would."""

    def __init__(self, estate, people, company):
        self.estate, self.people, self.clerk = estate, people, people["clerk"]
        self.company = company
        self.voting = Voting(estate, people)

    def form(self, kind="committee", on=DAY, **said):
        """Return a body that was formed."""
        whole = {
            "kind": kind,
            "name": "",
            "size": 7 if kind == "council" else 5,
            "formed_on": DAY,
            "term_until": DAY.replace(year=DAY.year + 3) if kind != "group" else None,
            "ground": "difficult" if kind == "council" else "",
            "vote": None,
            **said,
        }
        with scope(DISTRICT):
            day = max(on, whole["formed_on"])
            return services.form(estate=self.estate, said=whole, by=self.clerk, on=day)

    def seat(self, body, *people, on=DAY):
        """Put people on a body: name, post and side of each."""
        for name, post, side in people:
            with scope(DISTRICT):
                services.seat(
                    pk=body.pk, name=name, post=post, side=side, since=on, by=self.clerk, on=on
                )

    def full(self, **said):
        """Return a committee with all its members."""
        body = self.form(**said)
        posts = ("chair", "deputy", "member", "member", "member")
        self.seat(body, *((f"业主{n}", post, "owner") for n, post in enumerate(posts)))
        return self.now(body)

    def step(self, body, verb, day, number="", words=""):
        """Write down a step of a body and return the body as it is then."""
        said = Said(day, words, number=number)
        with scope(DISTRICT):
            services.write_step(pk=body.pk, verb=verb, said=said, by=self.clerk, on=day)
        return self.now(body)

    def filed(self):
        """Return a committee that was filed."""
        body = self.step(self.full(), "first_session", DAY + timedelta(days=5))
        body = self.step(body, "filing", DAY + timedelta(days=10))
        return self.step(body, "filed", DAY + timedelta(days=14), number="2026-007")

    def start(self, on=DAY, **said):
        """Return a service that began."""
        whole = {**SERVICE, "company": self.company, **said}
        with scope(DISTRICT):
            return serving.start(estate=self.estate, said=whole, by=self.clerk, on=on)

    def voted(self, vote, agree=9, oppose=1):
        """Open, fill, count and publish a vote that was prepared for a service."""
        fields = SAID | {"matter": vote.matter, "question": vote.question}
        with scope(DISTRICT):
            votes.redraft(pk=vote.pk, said=fields, by=self.clerk, on=OPENS.date())
            votes.open_vote(pk=vote.pk, by=self.clerk, at=OPENS)
        for number in range(agree + oppose):
            self.voting.cast(vote, number, Mark.AGREE if number < agree else Mark.OPPOSE)
        with scope(DISTRICT):
            votes.count(pk=vote.pk, by=self.clerk, at=CLOSES + timedelta(minutes=1))
            return votes.publish(pk=vote.pk, by=self.clerk, on=CLOSES.date())

    def give(self, on=DAY, **said):
        """Return what was given."""
        with scope(DISTRICT):
            return give(estate=self.estate, said={**GIVEN, **said}, by=self.clerk, on=on)

    def fact(self, name):
        """Return what the register knows of the estate."""
        with scope(DISTRICT):
            return Estate.objects.get(pk=self.estate.pk).facts.get(name)

    def now(self, thing):
        """Return a body, service or vote as it is kept now."""
        kinds = (OwnersBody, PropertyService, Vote)
        model = next(one for one in kinds if isinstance(thing, one))
        with scope(DISTRICT):
            return model.objects.select_related("estate").get(pk=thing.pk)


@pytest.fixture
def owners(estate, people):
    """Return a helper that keeps the records of an estate with twelve households."""
    with scope(DISTRICT):
        settle(estate)
        estate.facts |= {"household_count": 120}
        estate.save()
    company = Organisation.objects.create(
        name="玉兰物业", kind=Kind.PROPERTY, division=STREET, credit_code=""
    )
    return Owners(estate, people, company)

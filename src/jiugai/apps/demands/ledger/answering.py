"""How a demand is answered, rated by who asked, done again or ended."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.demands.ledger.deadlines import due_in_office
from jiugai.apps.demands.ledger.services import locked, save, spoken, step
from jiugai.apps.demands.models import Contentment, Demand, DueBy, State, Verb
from jiugai.apps.demands.models.choices import OPEN
from jiugai.kernel.errors import Refusal


@transaction.atomic
def answer(*, pk: int, words: str, by: Person, on: date) -> Demand:
    """Answer a demand, and with it all open ones of its matter: each asker gets the answer.

    Raises Refusal without words, or if it was answered before.
    """
    asked = Demand.objects.get(pk=pk)
    matter = asked.matter_id or asked.pk
    open_ones = list(
        Demand.objects.select_for_update(of=("self",), no_key=True)
        .filter(Q(pk=matter) | Q(matter=matter))
        .order_by("id")
    )
    demand = next(one for one in open_ones if one.pk == pk)
    if not demand.is_open:
        raise Refusal(_why_not(demand))
    said = spoken(words, _("请写明答复：办了什么、结果怎样，办不了的为什么。"))
    for one in open_ones:
        if one.is_open:
            give_answer(one, said, by=by, on=on)
    demand.refresh_from_db()
    return demand


def _why_not(demand: Demand) -> str:
    if demand.answered_on is None:
        return _("这件诉求现在是“{state}”。").format(state=demand.get_state_display())
    return _("{by}已于 {on} 答复，请看答复后再说。").format(
        by=demand.answered_by or "", on=demand.answered_on
    )


def give_answer(demand: Demand, words: str, *, by: Person, on: date) -> None:
    """Put an answer on a demand that is locked and open."""
    demand.answer, demand.answered_by, demand.answered_on = words, by, on
    demand.responded_on = demand.responded_on or on
    demand.state = State.ANSWERED
    save(demand, "answer", "answered_by", "answered_on", "responded_on", "state")
    step(demand, Verb.ANSWERED, by=by, on=on, words=words)


@transaction.atomic
def rate(
    *, pk: int, contentment: str, is_solved: bool, words: str, by: Person | None, on: date
) -> Demand:
    """Keep what who asked says of the answer; content and solved ends it (条例 八②).

    `by` is who wrote it down; None where a household did so itself. Raises Refusal before there
    is an answer, or if it was rated before.
    """
    demand = locked(pk)
    if demand.state != State.ANSWERED:
        raise Refusal(_("答复以后才能评价；现在是“{s}”。").format(s=demand.get_state_display()))
    if demand.rated_on is not None:
        raise Refusal(_("已于 {on} 评价过。").format(on=demand.rated_on))
    if contentment not in Contentment.values:
        raise Refusal(_("请先选一项：满意、基本满意或者不满意。"))
    demand.contentment, demand.is_solved, demand.rated_on = contentment, is_solved, on
    if is_solved and contentment != Contentment.SORRY:
        demand.state = State.ENDED
    save(demand, "contentment", "is_solved", "rated_on", "state")
    told = f"{demand.get_contentment_display()} {words.strip()}".strip()
    step(demand, Verb.RATED, by=by, on=on, words=told)
    return demand


@transaction.atomic
def reopen(*, pk: int, words: str, by: Person, on: date) -> Demand:
    """Have a demand done again because it is not solved; its days begin anew.

    The answer and the rating stay among the steps. Raises Refusal if nobody answered it.
    """
    demand = locked(pk)
    if demand.state not in (State.ANSWERED, State.ENDED):
        raise Refusal(_("这件诉求还没有答复，不用退回。"))
    said = spoken(words, _("请写明哪里没有解决。"))
    demand.state = State.ASSIGNED if demand.organisation_id else State.NEW
    demand.answer, demand.answered_by, demand.answered_on = "", None, None
    demand.contentment, demand.is_solved, demand.rated_on = "", None, None
    demand.due_on = due_in_office(demand.division, demand.kind, on=on)
    demand.due_by, demand.raised_on = DueBy.OFFICE, None
    save(
        demand,
        *("state", "answer", "answered_by", "answered_on", "contentment", "is_solved"),
        *("rated_on", "due_on", "due_by", "raised_on"),
    )
    step(demand, Verb.REOPENED, by=by, on=on, words=said)
    return demand


@transaction.atomic
def end(*, pk: int, words: str, by: Person, on: date) -> Demand:
    """End a demand that was answered and that nobody rates, or that cannot be solved now."""
    demand = locked(pk)
    if demand.state != State.ANSWERED:
        raise Refusal(_("答复以后才能办结；现在是“{s}”。").format(s=demand.get_state_display()))
    said = spoken(words, _("请写明回访的情况，或者为什么现在解决不了、怎样解释的。"))
    demand.state = State.ENDED
    save(demand, "state")
    step(demand, Verb.ENDED, by=by, on=on, words=said)
    return demand


def open_of_matter(matter: int) -> int:
    """Return how many demands of a matter nobody has answered."""
    return Demand.objects.filter(Q(pk=matter) | Q(matter=matter), state__in=OPEN).count()

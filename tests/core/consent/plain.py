"""The same count as the tally's, written as plainly as it can be said: one flat at a time."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from jiugai.consent.marks import Choice

DEVELOPER = "建设单位"


@dataclass(frozen=True)
class Flat:
    """A flat of the roll."""

    door: str
    building: str
    area: int
    owners: tuple[tuple[str, Fraction], ...]
    speaker: str = ""
    unsold: bool = False
    undelivered: bool = False
    accessory: bool = False
    served: bool = False

    def everybody(self):
        """Return all who might speak for it under any reading."""
        owners = [] if self.unsold else [name for name, _ in self.owners]
        return owners + [DEVELOPER] * (self.unsold or self.undelivered)

    def voters(self, how):
        """Return those who may speak for it, with their parts."""
        if (self.accessory and how.parking == "left_out") or (
            self.unsold and how.developer_unsold == "left_out"
        ):
            return {}
        if self.unsold or (self.undelivered and how.undelivered == "developer"):
            return {DEVELOPER: Fraction(1)}
        return dict(self.owners)

    def is_developers(self, how):
        """Return whether the developer votes for it."""
        return DEVELOPER in self.voters(how)


@dataclass(frozen=True)
class Ballot:
    """A ballot; `minute` counts from midnight of the first day, `clock` whether it is known."""

    file: int
    flat: int | None
    voter: str
    choice: Choice
    minute: int | None
    clock: bool


def plain_count(flats, ballots, how, *, by_building):
    """Return by body the area and the heads of each choice."""
    said, returned = settled(flats, ballots, how.repeated_ballot)
    bodies = defaultdict(lambda: ([Fraction(0)] * len(Choice), [0] * len(Choice)))
    heads = defaultdict(list)
    for index, flat in enumerate(flats):
        body = flat.building if by_building else ""
        bodies[body]  # a body is there even if nobody may vote in it
        for person, area, choice in opinions(index, flat, how, said, returned):
            bodies[body][0][choice] += area
            heads[body, person].append(choice)
    for (body, _), choices in heads.items():
        bodies[body][1][together(choices, how)] += 1
    return {body: (tuple(area), tuple(count)) for body, (area, count) in bodies.items()}


def settled(flats, ballots, rule):
    """Return what each person says for each flat, and for what anything came in."""
    of_seat, returned = defaultdict(list), set()
    for order, ballot in enumerate(ballots):
        named = range(len(flats)) if ballot.flat is None else [ballot.flat]
        for index in named:
            for name in flats[index].everybody():
                if ballot.voter in ("", name):
                    returned.add((index, name))
                    of_seat[index, name].append((order, ballot))
    said = {}
    for seat, several in of_seat.items():
        valid = [(order, one) for order, one in several if one.choice]
        if valid:
            said[seat] = winner(valid, rule)
    return said, returned


def winner(several, rule):
    """Return the choice that counts among several ballots of one seat."""
    choices = {ballot.choice for _, ballot in several}
    if len(several) == 1 or rule == "void":
        return choices.pop() if len(choices) == 1 else Choice.NONE
    unit = 1 if all(ballot.clock for _, ballot in several) else 24 * 60
    best = max if rule == "last" else min
    if all(ballot.minute is not None for _, ballot in several):
        at = best(ballot.minute // unit for _, ballot in several)
        several = [one for one in several if one[1].minute // unit == at]
    one_file = len({ballot.file for _, ballot in several}) == 1
    one_choice = len({ballot.choice for _, ballot in several}) == 1
    if not (one_file or one_choice):
        return Choice.NONE
    return best(several, key=lambda one: one[0])[1].choice


def opinions(index, flat, how, said, returned):
    """Return person, area and choice of each voice of a flat."""
    voters = flat.voters(how)
    if not voters:
        return []
    if how.joint_owners == "each":
        return [
            (
                person(index, flat, how, name),
                flat.area * part,
                said.get((index, name), Choice.NONE)
                or silence(flat, (index, name) not in returned),
            )
            for name, part in voters.items()
        ]
    speaking = [flat.speaker] if flat.speaker in voters else list(voters)
    choices = [said.get((index, name), Choice.NONE) for name in speaking]
    choice = together(choices, how)
    split = Choice.SPLIT if how.differing == "took_part" else Choice.NONE
    if how.joint_vote == "all" and any(choices) and not all(choices):
        choice = split
    who = person(index, flat, how, "+".join(sorted(voters)))
    nothing = not any((index, name) in returned for name in flat.everybody())
    return [(who, Fraction(flat.area), choice or silence(flat, nothing))]


def silence(flat, nothing):
    """Return how it counts to say nothing: whoever was served and gave nothing back is silent."""
    return Choice.SILENT if flat.served and nothing else Choice.NONE


def person(index, flat, how, name):
    """Return whose head it is."""
    if how.several_flats == "per_flat" and not flat.is_developers(how):
        return f"{index} {name}"
    return name


def together(choices, how):
    """Return what several choices of one head come to."""
    spoken = {choice for choice in choices if choice not in (Choice.NONE, Choice.SILENT)}
    if len(spoken) > 1:
        return Choice.SPLIT if how.differing == "took_part" else Choice.NONE
    if spoken:
        return spoken.pop()
    return Choice.SILENT if Choice.SILENT in choices else Choice.NONE
